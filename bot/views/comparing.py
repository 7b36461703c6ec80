"""The architectures beside each other as a table of Slack's own: what this team asks for, and how far each delivers it.

Partly is said as partly. Where the table cannot be shown, the same stands in a paragraph for each demand.
"""

from collections.abc import Sequence

from bot.ids import Act
from bot.replies import CompareAnswer, DemandShown
from bot.views.architecture import NAME, USE, closest
from bot.views.blocks import Block, Message, Native, actions, button, context, message, section
from bot.views.data import data_table
from bot.views.side_by_side import DEGREE, degrees, falls_short, looks_as_good, scores, standing
from bot.views.text import count, listing, name, ours, person
from bot.views.verdict import chosen
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import agreeing
from rules.framework import Architecture, Degree, Strength

_MOST = 24
"""Demands in a message; no team raised as many."""
_NOTHING = "No answer so far asks for anything that the smallest architecture does not give."


def compare(reply: CompareAnswer) -> Message:
    """The comparison; beside the verdict of now that under another answer, where one was supposed."""
    if reply.then is not None:
        return _both(reply)
    columns = _columns(reply)
    shown = reply.demands[:_MOST]
    told = (_why(reply), scores(reply.demands, reply.chosen, columns, _ruled_out(reply)), *_rivals(reply, columns))
    says = told if shown else (_NOTHING,)
    return message(
        section(f"*{_title(reply, columns)}*", *says),
        _table(reply, columns, shown) if shown else None,
        context(f"{count(len(reply.demands) - len(shown), 'more demand')} in the decision record.")
        if len(reply.demands) > len(shown)
        else None,
        _more(reply) if shown else None,
        _asked(reply),
    )


def _columns(reply: CompareAnswer) -> list[Architecture]:
    """The architectures to show: the chosen one first, which a phone shows without a swipe, the others by size."""
    wanted = [one for one in Architecture if one in reply.columns] or list(Architecture)
    return sorted(wanted, key=lambda one: one is not reply.chosen)


def _title(reply: CompareAnswer, columns: Sequence[Architecture]) -> str:
    """Who comes out ahead; which are compared, where that one is not among them."""
    if reply.chosen not in columns:
        return f"{upper_first(listing(NAME[one] for one in columns))} on what {name(reply.name)} asks for"
    if not reply.passes:
        return f"Nothing passes yet; {closest(reply.chosen)}"
    return f"{upper_first(NAME[reply.chosen])} {agreeing(reply.chosen, 'comes', 'come')} out ahead"


def _why(reply: CompareAnswer) -> str:
    """Why that one; where nothing passes the title says so, and here stands what the closest one lacks."""
    told = standing(reply.demands, reply.chosen, passes=True)
    return f"{upper_first(told if reply.passes else falls_short(reply.demands, reply.chosen))}."


def _ruled_out(reply: CompareAnswer) -> dict[Architecture, str]:
    """What rules an architecture out today, the first claim of each."""
    return {one.architecture: one.gates[0] for one in reply.why_not if one.gates}


def _rivals(reply: CompareAnswer, columns: Sequence[Architecture]) -> list[str]:
    """Why those were not chosen that look as good in the table, where their number does not say so already."""
    if not reply.passes:
        return []
    told = _ruled_out(reply)
    rivals = [
        one
        for one in reply.why_not
        if one.architecture in columns and one.because != told.get(one.architecture)
        if looks_as_good(reply.demands, one.architecture, reply.chosen)
    ]
    return [f"*Not {USE[one.architecture]}*, because {lower_first(ours(one.because))}" for one in rivals]


def _table(reply: CompareAnswer, columns: Sequence[Architecture], shown: Sequence[DemandShown]) -> Native:
    head = ["Demand", *(_head(one, reply) for one in columns)]
    rows = [[_label(one), *(DEGREE[one.degrees.get(each, Degree.NOT)] for each in columns)] for one in shown]
    wishes = any(one.strength is Strength.SHOULD for one in shown)
    caption = f"How far each delivers what you must have{', and what you wish for' if wishes else ''}"
    plainly = tuple(section(degrees(one, reply.chosen, tuple(columns))) for one in shown)
    return Native((data_table(caption, head, rows),), plainly)


def _head(one: Architecture, reply: CompareAnswer) -> str:
    mark = "" if one is not reply.chosen else " (chosen)" if reply.passes else " (closest)"
    return f"{upper_first(NAME[one])}{mark}"


def _label(demand: DemandShown) -> str:
    """The demand, in few words beside which the chosen architecture has room on a phone: what is a wish says so."""
    return demand.label if demand.strength is Strength.MUST else f"{demand.label} ({_strength(demand)})"


def _strength(demand: DemandShown | None) -> str:
    if demand is None:
        return "not asked for"
    return "must" if demand.strength is Strength.MUST else "wish"


def _both(reply: CompareAnswer) -> Message:
    """Two verdicts: what is asked for now and then, and how far each verdict's architecture delivers it."""
    then = reply.then or reply.chosen
    now_by, then_by = ({one.id: one for one in demands} for demands in (reply.demands, reply.then_demands))
    both = list({**now_by, **then_by}.values())[:_MOST]
    now_name, then_name = upper_first(NAME[reply.chosen]), upper_first(NAME[then])
    head = ["Demand", f"{now_name} (now)", f"{then_name} (what if)", "Asked for now", "What if"]
    rows = [
        [
            one.label,
            DEGREE[one.degrees.get(reply.chosen, Degree.NOT)],
            DEGREE[one.degrees.get(then, Degree.NOT)],
            _strength(now_by.get(one.id)),
            _strength(then_by.get(one.id)),
        ]
        for one in both
    ]
    plainly = tuple(
        section(
            f"*{ours(label)}*\n{now_name} (now): {one} · {then_name} (what if): {other} · "
            f"Asked for now: {now} · What if: {supposed}"
        )
        for label, one, other, now, supposed in rows
    )
    return message(
        section(
            f"*Now: {chosen(reply.chosen, passes=reply.passes)}*",
            f"*What if: {chosen(then, passes=reply.then_passes)}*",
            ours(reply.what_if),
        ),
        Native((data_table(f"{reply.name}: now, and what if", head, rows),), plainly) if both else section(_NOTHING),
        _more(reply) if both else None,
        _asked(reply),
    )


def _more(reply: CompareAnswer) -> Block | None:
    fact = (reply.fact, reply.value) if reply.fact else ()
    return actions(
        button("Show why", Act.COMPARE_WHY, reply.assessment_id, *fact, says="Show why each one delivers or not")
    )


def _asked(reply: CompareAnswer) -> Block | None:
    return context(f"Asked by {person(reply.asked_by)}") if reply.asked_by else None

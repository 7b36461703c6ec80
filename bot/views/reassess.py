"""Re-assessment: an earlier answer held up for a look, what the new version changed, and that one is under way."""

from bot.ids import Act, value
from bot.replies import AlreadyReassessing, DifferenceMessage, KeptLine, ReasonShown, Said, StillSoMessage
from bot.views.architecture import NAME, USE
from bot.views.beneath import beneath
from bot.views.blocks import (
    Block,
    Message,
    actions,
    bullets,
    button,
    context,
    link_button,
    option,
    section,
    select,
)
from bot.views.question import progress
from bot.views.text import count, day, listing, name, ours, person
from bot.views.verdict import change
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import agreeing

_ROWS_SHOWN = 4
_TITLES_SHOWN = 6
_MOST_KEPT = 20


def still_so(reply: StillSoMessage) -> Message:
    """Whether an earlier answer still holds."""
    earlier, key = reply.earlier, (reply.assessment_id, reply.fact)
    words = ours(earlier.words) if earlier.words is not None else "not sure"
    by = f"{person(earlier.by)} said so" if earlier.by else "It was said"
    at = f" on {day(earlier.at)}" if earlier.at else ""
    return beneath(
        section(f"*{ours(earlier.topic)}: still {words}?*", f"{by}{at}."),
        actions(
            button("Still so", Act.STILL_SO, *key, style="primary", says=f"Still so: {earlier.topic}"),
            button("Something else", Act.SOMETHING_ELSE, *key),
        ),
        actions(
            button(f"Keep all {reply.left} as they were", Act.KEEP_REST, *key) if reply.left > 1 else None,
            button("Not sure", Act.NOT_SURE, *key),
            button("Back", Act.BACK, *key) if reply.can_go_back else None,
            button("Stop for now", Act.STOP, reply.assessment_id),
        ),
        context(progress(reply.progress)),
    )


def kept(reply: KeptLine) -> Message:
    """What was kept without a look at each."""
    known = [one for one in reply.kept if one.words is not None]
    unsure = [ours(one.topic) for one in reply.kept if one.words is None]
    lines = [said_line(one) for one in known]
    if unsure:
        lines.append(f"Still not sure: {listing(lower_first(topic) for topic in unsure)}")
    who = f"*{upper_first(person(reply.by))} kept {count(len(known), 'earlier answer')} as they were*"
    return beneath(
        bullets(f"✓ {who}", lines, most=_MOST_KEPT, more=" in the record") or section(who),
        actions(select("Change one of them", Act.CHANGE, _changes(reply))),
    )


def _changes(reply: KeptLine) -> list[Block]:
    return [option(one.topic, value(reply.assessment_id, one.fact)) for one in reply.kept[:_MOST_KEPT]]


def said_line(found: Said) -> str:
    """An answer on one line."""
    return f"{ours(found.topic)}: {ours(found.words) if found.words is not None else 'not sure'}"


def difference(reply: DifferenceMessage) -> Message:
    """What changed: the verdict first, then the answers, the rows that switched, and the roadmap."""
    return beneath(
        section(f"*{_outcome(reply)}*", _because(reply)),
        bullets("*Answers that changed*", [change(one) for one in reply.changes], most=_TITLES_SHOWN),
        bullets(
            "*Reasons that fell away*", [_row(one) for one in reply.rows_off], most=_ROWS_SHOWN, more=" of the old"
        ),
        bullets("*New reasons*", [_row(one) for one in reply.rows_on], most=_ROWS_SHOWN, more=" under Show more"),
        section(*_roadmap(reply)),
        actions(
            button("See the earlier verdict", Act.SHOW_MORE, reply.earlier_id),
            button("Roadmap", Act.ROADMAP, reply.assessment_id),
        ),
    )


def _outcome(reply: DifferenceMessage) -> str:
    title = name(reply.name)
    if (reply.before, reply.before_passes) == (reply.after, reply.after_passes):
        return f"{title}: still {NAME[reply.after]}"
    if reply.before is reply.after:
        now = agreeing(reply.after, "now passes the bar", "now pass the bar")
        no_longer = agreeing(reply.after, "no longer passes the bar, and comes", "no longer pass the bar, and come")
        passes = now if reply.after_passes else f"{no_longer} closest"
        return f"{title}: {NAME[reply.after]} {passes}"
    return f"{title}: {NAME[reply.before]} before, {USE[reply.after]} now"


def _because(reply: DifferenceMessage) -> str:
    rules = (
        f"The rules moved from {ours(reply.rules_before)} to {ours(reply.rules_after)} meanwhile."
        if reply.rules_before
        else ""
    )
    if not (reply.changes or reply.rows_off or reply.rows_on):
        return f"Every answer that was asked again still holds, and so does every reason. {rules}".rstrip()
    switched = len(reply.rows_off) + len(reply.rows_on)
    answers = count(len(reply.changes), "answer") if reply.changes else "No answer"
    reasons = f"{count(switched, 'reason')} came in or fell away" if switched else "every reason stays as it was"
    return f"{answers} changed; {reasons}. {rules}".rstrip()


def _row(found: ReasonShown) -> str:
    words = listing(ours(one.words) for one in found.answers if one.words is not None)
    return f"{ours(found.demand)}{f' ({words})' if words else ''}: {ours(found.claim)}"


def _roadmap(reply: DifferenceMessage) -> list[str]:
    went = [
        f"{count(reply.kept, 'roadmap item')} went over with owner, due date and note" if reply.kept else "",
        count(reply.golden_tasks, "golden task") if reply.golden_tasks else "",
        "the plan of the reviews" if reply.has_schedule else "",
    ]
    kept = listing(one for one in went if one)
    return [
        f"*Kept:* {kept}." if kept else "",
        f"*New on the roadmap:* {_titles(reply.added)}." if reply.added else "",
        f"*No longer needed:* {_titles(reply.dropped)}." if reply.dropped else "",
        "*The roadmap* is as it was." if not (reply.added or reply.dropped) else "",
    ]


def _titles(titles: tuple[str, ...]) -> str:
    shown = [ours(title) for title in titles[:_TITLES_SHOWN]]
    left = len(titles) - len(shown)
    return "; ".join([*shown, f"{left} more"] if left else shown)


def already(reply: AlreadyReassessing) -> Message:
    """Somebody pressed first."""
    at = f", at question {reply.number}" if reply.number else ""
    return beneath(
        section(
            f"{upper_first(person(reply.by))} is taking *{name(reply.name)}* up again already{at}. Anyone can answer."
        ),
        actions(
            button("Continue it", Act.CONTINUE, reply.assessment_id, style="primary"),
            link_button("Go to it", reply.link, "parent") if reply.link else None,
        ),
    )

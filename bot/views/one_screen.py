"""The verdict in the thread, on one screen of a phone: what to repeat in a meeting, why, how sure, what comes first.

Everything else stands behind its controls: the whole defense under Why, the rest in the menu.
"""

from bot import replies
from bot.ids import Act
from bot.views.architecture import NAME, USE, closest
from bot.views.blocks import Block, Message, actions, button, menu, message, section
from bot.views.side_by_side import beyond, small
from bot.views.text import count, in_clauses, name, ours
from bot.views.verdict import (
    advice,
    because,
    cannot_change,
    change,
    condition,
    lacking,
    likeliest,
    reason,
    shares,
    so_far,
    told_apart,
    undecided,
)
from rules.casing import lower_first, upper_first
from rules.catalog.architectures import BIGGER_THAN_NEEDED
from rules.framework import Architecture

_REASONS = 2
_REASON = 130
"""Characters of a reason, and of the first step: three lines on a phone."""
_NAMED = 2
"""How many of several things are named; the rest are counted."""
_ASKED_ABOUT = {
    Architecture.PROMPT: Architecture.RAG,
    Architecture.TOOLS: Architecture.RAG,
    Architecture.RAG: Architecture.FINE_TUNE,
    Architecture.FINE_TUNE: Architecture.RAG,
    Architecture.HYBRID: Architecture.RAG,
}
"""Of the others the one that people ask about first: the framework sets retrieval against fine-tuning."""


def verdict(reply: replies.VerdictMessage) -> Message:
    """The whole message."""
    reasons, lacking = _reasons(reply), _lacking(reply)
    alternative = "" if lacking and reply.changed_from else _alternative(reply)  # there is room for one of them
    return message(
        section(*headline(reply), _changed(reply)),
        section(*[f"• {line}" for line in reasons]) if reasons and reply.is_likely else None,
        section(alternative, how_sure(reply), first(reply), lacking),
        _controls(reply),
    )


def headline(reply: replies.VerdictMessage) -> list[str]:
    """One sentence to repeat in a meeting; where nothing passes, or most ways lead elsewhere, what there is so far."""
    if not reply.is_likely:
        return [f"*Not decided yet for {name(reply.name)}.*", undecided(reply)]
    if reply.passes:
        return [advice(reply), so_far(reply)]
    return [
        f"*No architecture passes the bar for {name(reply.name)} yet.*",
        f"{upper_first(closest(reply.architecture, USE))}.{lacking(reply.gaps, _NAMED)}",
    ]


def _changed(reply: replies.VerdictMessage) -> str:
    """What the verdict was before, and the answer that made the difference; the others are counted."""
    if reply.changed_from is None:
        return ""
    by = [lower_first(change(one)) for one in reply.changed_by]
    more = f", and {count(len(by) - 1, 'more answer')}" if len(by) > 1 else ""
    return f"Before: {NAME[reply.changed_from]}.{f' Changed: {by[0]}{more}.' if by else ''}"


def _reasons(reply: replies.VerdictMessage) -> list[str]:
    """Two reasons in plain words, about different answers where there are such; what it gives where there is none.

    Beside what has changed, or what the team lacks, there is room for one; what rests on the change comes first.
    """
    most = 1 if reply.changed_from or _lacking(reply) else _REASONS
    changed = {one.fact for one in reply.changed_by} if reply.changed_from else set[str]()
    apart = sorted(told_apart(reply.reasons), key=lambda one: changed.isdisjoint(said.fact for said in one.answers))
    told = [in_clauses(reason(one), _REASON) for one in apart[:most]]
    if told or not reply.is_leading:  # why it is named is said above where another is likelier
        return told
    return [because(reply) if reply.passes else "It misses least of what you must have."]


def _alternative(reply: replies.VerdictMessage) -> str:
    """Why not the one that people ask about, first that of before; where nothing passes, what lets something pass."""
    if not reply.is_likely:
        return ""
    if not reply.passes:
        found = next((flip for flip in reply.flips if flip.passes), None)
        return f"*It passes* if {condition(found)}: {USE[found.architecture]}." if found else ""
    held_back = _held_back(reply) if reply.is_leading else ""
    if held_back:
        return held_back
    by_name = {one.architecture: one for one in reply.why_not}
    likelier = None if reply.is_leading else likeliest(reply)
    asked_about = likelier or reply.changed_from or _ASKED_ABOUT[reply.architecture]
    asked = by_name.get(asked_about) or next(iter(reply.why_not), None)
    if asked is None or (asked.architecture is likelier and asked.because == BIGGER_THAN_NEEDED):
        return ""  # that is said above, and is no reason against what open answers may yet ask for
    yet = " yet" if asked.architecture is likelier else ""
    room = _REASON - 30 if reply.changed_from else _REASON + 60
    return in_clauses(f"*Not {USE[asked.architecture]}{yet}*, because {lower_first(ours(asked.because))}", room)


def _held_back(reply: replies.VerdictMessage) -> str:
    """The one that gives all that is asked for, and more of it, but for what has to come first: that is asked about."""
    for one in reply.why_not:
        is_held = not one.missed and one.because in one.gates
        if is_held and (more := beyond(reply.demands, one.architecture, reply.architecture)):
            gives = f"*Not {USE[one.architecture]} yet*, though it would also give you {small(more[0])}"
            return in_clauses(f"{gives}: {lower_first(ours(one.because))}", _REASON + 60)
    return ""


def how_sure(reply: replies.VerdictMessage) -> str:
    """Whether open answers can still change it, in one sentence."""
    if reply.is_settled:
        return f"*How sure:* settled; {cannot_change(reply)}."
    has_room = reply.matters_most is not None and reply.changed_from is None
    most = f" *{ours(reply.matters_most.topic)}* matters most." if reply.matters_most and has_room else ""
    return f"*How sure:* {shares(reply, most=1 if reply.is_likely else 2)}.{most}"


def first(reply: replies.VerdictMessage) -> str:
    """What to do first, and what that is."""
    if reply.first is None:
        return ""
    title = lower_first(ours(reply.first.title).rstrip("."))
    # beside what has changed, or what the team lacks for this very architecture, there is no room for the detail
    how = "" if reply.changed_from or _lacking(reply) else f" {ours(reply.first.detail)}"
    return f"*First:* {in_clauses(f'{title}.{how}', _REASON + 20)}"


def _lacking(reply: replies.VerdictMessage) -> str:
    """What has to come first for the one that was chosen: that nobody runs it yet is no news for later."""
    if not reply.is_likely or not reply.passes:
        return ""
    own = [one for one in reply.gates if reply.architecture in one.blocks and len(one.blocks) < len(Architecture)]
    return in_clauses(f"*Note:* {lower_first(ours(own[0].claim))}", _REASON + 20) if own else ""


def _controls(reply: replies.VerdictMessage) -> Block | None:
    key = reply.assessment_id
    return actions(
        _answer_it(reply),
        button("Why", Act.SHOW_MORE, key, says="Why: the whole verdict"),
        button("Compare", Act.COMPARE, key, says="Compare the architectures"),
        button("Roadmap", Act.ROADMAP_HERE, key, says=f"Roadmap, here in the thread: {reply.name}"),
        _say_why(reply),
        _menu(reply),
    )


def _answer_it(reply: replies.VerdictMessage) -> Block | None:
    """Where it is not settled: the question that matters most."""
    asked = None if reply.is_settled else reply.matters_most
    if asked is None:
        return None
    says = f"Answer it: {asked.topic}"
    return button("Answer it", Act.CHANGE, reply.assessment_id, asked.fact, tail="open", style="primary", says=says)


def _say_why(reply: replies.VerdictMessage) -> Block | None:
    """Where a changed answer changed the verdict: whoever changed it may say why."""
    if not reply.asks_why:
        return None
    facts = ",".join(reply.asks_why)
    return button(
        "Note why it changed",
        Act.SAY_WHY,
        reply.assessment_id,
        facts,
        says="Note why it changed: the reason for the new answer",
    )


def _menu(reply: replies.VerdictMessage) -> Block | None:
    """The rest; what can still be answered stands under Why as well, where five others leave no room for it."""
    key = reply.assessment_id
    rest = reply.can_answer_rest and reply.rest_count
    return menu(
        ("Who else did this", Act.PRECEDENTS, (key,)) if reply.precedent_count else None,
        ("What would change it", Act.SUGGESTED, (key, "flips", str(reply.architecture))),
        ("Ask a question", Act.ASK, (key,)),
        ("What it costs", Act.COST, (key,)),
        ("Decision record", Act.EXPORT, (key,)),
        (answer_rest(reply.rest_count), Act.REST, (key,)) if rest else None,
    )


def answer_rest(left: int) -> str:
    """The control that goes on with what no longer changes the verdict."""
    return "Answer the last one" if left == 1 else f"Answer the other {left}"

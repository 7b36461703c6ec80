"""Answers to questions that people ask about a verdict, in the thread or to one person."""

from bot.ids import Act
from bot.replies import (
    CanAnswer,
    Changed,
    FlipsAnswer,
    PrecedentsAnswer,
    WhatIfAnswer,
    WhyAnswer,
    WhyNotAnswer,
)
from bot.views.architecture import NAME, USE
from bot.views.blocks import Block, Message, actions, bullets, button, context, message, section
from bot.views.text import name, ours, person
from bot.views.verdict import change, chosen, flip, flips_title, further_gates, precedent, reason, takes, told_apart
from rules.casing import upper_first

_MOST_CHANGES = 3
"""Supposed answers that each have a button."""
_REASONS = 3
_REASONS_AGAINST = 2
"""Beside the short answer and what it would take: the whole message is a screen of a phone."""
_FLIPS = 3
_MORE = " under Show more"


def why(reply: WhyAnswer) -> Message:
    """Why this architecture was chosen."""
    chosen = NAME[reply.architecture]
    title = f"*Why {chosen}?*" if reply.passes else f"*Nothing passes yet. Why {chosen} comes closest:*"
    none = "No answer so far asks for more, and it is the smallest."
    return message(
        bullets(title, [reason(one) for one in told_apart(reply.reasons)], most=_REASONS, more=_MORE)
        or section(title, none if reply.passes else "It misses least of what you must have."),
        actions(button("Show more", Act.ROWS, reply.assessment_id, says=f"Show more on why {chosen}")),
        context(f"Asked by {person(reply.asked_by)}"),
    )


def why_not(reply: WhyNotAnswer) -> Message:
    """Why another one was not."""
    other, found = NAME[reply.why_not.architecture], reply.why_not
    if found.architecture is reply.chosen:
        return message(
            section(f"*{upper_first(other)} is what was chosen.*"), context(upper_first(_asked(reply.asked_by)))
        )
    short = f"*Why not {USE[found.architecture]}?*\n{ours(found.because)}"
    details = [reason(one) for one in told_apart(reply.reasons)] or further_gates(found)
    key = (reply.assessment_id, str(found.architecture))
    return message(
        bullets(short, details, most=_REASONS_AGAINST, more=_MORE) or section(short),
        section(f"*What it would take:* {takes(reply.would_take)}") if reply.would_take else None,
        actions(button("Show more", Act.ROWS, *key, says=f"Show more on why not {other}")),
        context(upper_first(_asked(reply.asked_by))),
    )


def flips(reply: FlipsAnswer) -> Message:
    """What would change the verdict."""
    title = f"*What would change it from {NAME[reply.chosen]}?*" if reply.passes else f"*{flips_title(passes=False)}*"
    return message(
        bullets(title, [flip(one) for one in reply.flips], most=_FLIPS, more=_MORE)
        or section(title, "No single answer, and no two together, would."),
        actions(button("Show more", Act.SHOW_MORE, reply.assessment_id, says="Show more: the whole verdict"))
        if len(reply.flips) > _FLIPS
        else None,
        context(f"Smallest change first · {_asked(reply.asked_by)}"),
    )


def what_if(reply: WhatIfAnswer) -> Message:
    """The verdict under another answer."""
    supposed = "; ".join(change(one) for one in reply.changes)
    outcome = _outcome(reply)
    key, is_one = reply.assessment_id, len(reply.changes) == 1
    stays = reply.kept if _is_same(reply) and reply.dropped and not reply.reasons else ()
    one = reply.changes[0] if is_one and reply.then is not reply.now else None
    return message(
        section(outcome, f"Supposed: {supposed}.", _standing(reply)),
        bullets("*New reasons*", [reason(found) for found in told_apart(reply.reasons)], most=_REASONS_AGAINST),
        bullets("*It still rests on*", [reason(found) for found in told_apart(stays)], most=_REASONS_AGAINST),
        bullets("*No longer a reason*", [reason(found) for found in told_apart(reply.dropped)], most=_REASONS_AGAINST),
        actions(
            *(_record(key, one, place, is_one=is_one) for place, one in enumerate(reply.changes[:_MOST_CHANGES])),
            button("Compare both", Act.COMPARE, key, one.fact, one.value) if one else None,
        ),
        context(f"Nothing was changed by asking · {_asked(reply.asked_by)}"),
    )


def _standing(reply: WhatIfAnswer) -> str:
    """That a part of what was supposed is so already, and so has no button."""
    found = "; ".join(f"{ours(one.topic)}: *{ours(one.words or '')}*" for one in reply.standing)
    return f"Already so: {found}." if found else ""


def _record(key: str, one: Changed, place: int, *, is_one: bool) -> Block:
    """Makes one supposed answer the real one; of several each is recorded alone."""
    if is_one:
        return button("Record that change", Act.RECORD_CHANGE, key, one.fact, one.value)
    label = f"Record: {one.after}"
    says = f"{label}, {one.topic}"
    return button(label, Act.RECORD_CHANGE, key, one.fact, one.value, says=says, tail=str(place))


def _outcome(reply: WhatIfAnswer) -> str:
    """What would be decided then, and what is now: never that something passes where nothing does."""
    is_same = _is_same(reply)
    now = "" if is_same else f" Now: {chosen(reply.now, passes=reply.now_passes)}."
    if not reply.then_passes:
        still = "still " if not reply.now_passes else ""
        return f"Then {still}nothing would pass; *{USE[reply.then]}* would come closest.{now}"
    return f"It would still be *{USE[reply.then]}*." if is_same else f"Then *{USE[reply.then]}*.{now}"


def _is_same(reply: WhatIfAnswer) -> bool:
    return (reply.then, reply.then_passes) == (reply.now, reply.now_passes)


def can_answer(reply: CanAnswer) -> Message:
    """A question that was not understood: what can be asked."""
    key = reply.assessment_id
    if reply.architecture is None:
        stands = f" *{ours(reply.open_topic)}* stands open: answer it above." if reply.open_topic else ""
        return message(section(f"There is no verdict yet to ask about.{stands}"))
    named = str(reply.architecture)
    return message(
        section("I did not understand that. I can answer these:"),
        actions(
            button(f"Why {NAME[reply.architecture]}?", Act.SUGGESTED, key, "why", named, tail="why"),
            button("What would change it?", Act.SUGGESTED, key, "flips", named, tail="flips"),
            button("Compare architectures", Act.SUGGESTED, key, "compare", named, tail="compare"),
        ),
        context("Or ask “why not fine-tuning?” or “what if it changed monthly?”"),
    )


def precedents(reply: PrecedentsAnswer) -> Message:
    """The published cases nearest to the facts."""
    if not reply.precedents:
        return message(section("No published case in the rulebook is near enough to be of use."))
    return message(
        section(f"*Who else did this* (nearest to {name(reply.name)} first)"),
        *[section(*precedent(one)) for one in reply.precedents],
    )


def _asked(by: str) -> str:
    return f"asked by {person(by)}"

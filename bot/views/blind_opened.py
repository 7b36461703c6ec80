"""Blind answers once they are open: where people differ, whether it matters, who settles it, what all agree on."""

from bot.ids import Act, Field, Modal, field_id
from bot.replies import BlindCompared, DifferenceShown, Said, SettleModal, SideShown, VerdictAlone
from bot.views.blocks import Block, Message, bullets, button, context, message, modal, option, section
from bot.views.inputs import radios, text_input
from bot.views.reassess import said_line
from bot.views.text import count, everybody, listing, ours, person
from bot.views.verdict import chosen
from rules.casing import lower_first, upper_first
from rules.differing import Bearing

REASON_MOST = 300
_SHOWN = 10
"""So many differences are shown, the weightiest first."""


def compared(reply: BlindCompared) -> Message:
    """Where they differ, whether that changes the verdict, and who should settle it; then what all agree on."""
    shown, left = reply.differences[:_SHOWN], reply.differences[_SHOWN:]
    more = f"You differ, too, on: {listing(ours(one.topic) for one in left)}." if left else ""
    unsure = listing(lower_first(ours(one.topic)) for one in reply.agreed if one.words is None)
    agreed = [said_line(one) for one in _agreed(reply)]
    return message(
        section(f"*{_headline(reply)}*", *([_alone(reply.alone)] if reply.alone else [])),
        *[_difference(one, reply.assessment_id) for one in shown],
        context(more) if more else None,
        bullets(f"*{'This' if reply.only else 'You agree, and it'} is written down:*", agreed, most=23)
        if agreed
        else None,
        context(f"{'Not sure' if reply.only else 'Nobody was sure'} of: {unsure}.") if unsure else None,
        context(
            "What each of you said stays in the decision record. What is not settled here is asked below if it matters."
        )
        if reply.differences
        else None,
    )


def _agreed(reply: BlindCompared) -> list[Said]:
    """What they agree on; that nobody was sure is no agreement."""
    return [one for one in reply.agreed if one.words is not None]


def _headline(reply: BlindCompared) -> str:
    who = "All have finished." if not reply.opened_by else f"{upper_first(person(reply.opened_by))} opened the answers."
    some = f" {reply.done} of {reply.asked} had finished" if reply.done < reply.asked else ""
    without = f", {everybody(reply.missing)} had not" if some and reply.missing else ""
    if not reply.agreed and not reply.differences:
        return f"{who} Nobody had answered anything."
    if reply.only:
        alone = f"{upper_first(person(reply.only))} alone answered: {count(len(reply.agreed), 'question')}."
        return f"{who}{some}{without}. {alone}" if some else alone
    agreed = len(_agreed(reply))
    agree = f"You agree on {count(agreed, 'question') if agreed else 'none'}"
    differ = f"differ on {len(reply.differences)}" if reply.differences else "differ on none"
    return f"{who}{some}{without}{'.' if some else ''} {agree} and {differ}."


def _alone(alone: tuple[VerdictAlone, ...]) -> str:
    if len(alone) == 1:
        return f"Each of you alone would get the same verdict: {_verdict(alone[0])}."
    led = [f"{everybody(one.by)}: {_verdict(one)}" for one in alone]
    return f"Alone you would get different verdicts. {upper_first('; '.join(led))}."


def _verdict(found: VerdictAlone | SideShown) -> str:
    return chosen(found.architecture, passes=found.passes)


def _difference(one: DifferenceShown, assessment_id: str) -> Block:
    press = button("Settle it", Act.SETTLE, assessment_id, one.fact, tail=one.fact, says=f"Settle it: {one.topic}")
    who = "the only one who was sure" if one.is_sure else "who started this"
    return section(
        f"*{ours(one.topic)}* · {_BEARING[one.bearing]}",
        *[f"• {_side(side, with_verdict=one.bearing is Bearing.CHANGES)}" for side in one.sides],
        f"{upper_first(person(one.settles))}, {who}, should settle it.",
        accessory=press,
    )


_BEARING = {
    Bearing.CHANGES: "it changes the verdict",
    Bearing.MAY: "it may still change the verdict",
    Bearing.NEVER: "it cannot change the verdict",
}


def _side(side: SideShown, *, with_verdict: bool) -> str:
    leads = f" → {_verdict(side)}" if with_verdict else ""
    return f"{_words(side)}: {everybody(side.by)}{leads}"


def _words(side: SideShown) -> str:
    return ours(side.words) if side.words is not None else "not sure"


def settling(reply: SettleModal) -> Block:
    """Which answer counts, and why."""
    one = reply.difference
    options = [option(upper_first(side.words or "not sure"), side.value) for side in one.sides]
    return modal(
        "Settle it",
        [
            section(f"*{ours(reply.text)}*", *[f"• {_side(side, with_verdict=True)}" for side in one.sides]),
            radios(field_id(Field.SETTLED), "Which answer counts?", options),
            text_input(
                field_id(Field.REASON),
                "Why this one?",
                most=REASON_MOST,
                hint="We checked: the policies changed eleven times last quarter",
                optional=True,
            ),
            context("It stands in the thread with your name. What each of you said alone stays in the record."),
        ],
        kind=Modal.SETTLE,
        submit="It counts",
        close="Not now",
        private=reply.private,
    )

"""Blind answers: who answers alone and how far they are, one's own questions, and all of it side by side once open."""

from bot.ids import Act, Field, Modal, block_id, field_id, value
from bot.replies import (
    BlindCompared,
    BlindDone,
    BlindModal,
    BlindQuestion,
    BlindRound,
    DifferenceShown,
    PeopleModal,
    RoundEnd,
    Said,
    SettleModal,
    SideShown,
    VerdictAlone,
)
from bot.views.blocks import (
    Block,
    Message,
    actions,
    bullets,
    button,
    confirm,
    context,
    divider,
    message,
    modal,
    option,
    section,
    select,
)
from bot.views.inputs import people_input, radios, text_input
from bot.views.question import MOST_BUTTONS, boxes, marked, progress
from bot.views.reassess import said_line
from bot.views.text import count, listing, name, ours, person
from bot.views.verdict import chosen
from rules.casing import lower_first, upper_first
from rules.differing import Bearing

MOST_PEOPLE = 10
REASON_MOST = 300
_SHOWN = 10
"""So many differences are shown, the weightiest first."""
_NOBODY_SEES = "Nobody sees the others' answers until all have finished, or {by} opens them."


def round_(reply: BlindRound) -> Message:
    """How far they are; once it has ended, a line."""
    if reply.ended is not None:
        return message(section(f"✓ *Each answered alone.* {_ended(reply)}"))
    key, by = reply.assessment_id, person(reply.started_by)
    named = f" {_all(reply.named)}, please." if reply.named else ""
    return message(
        section(f"*Each of {reply.asked} people answers alone.*{named}", _NOBODY_SEES.format(by=by)),
        section(_how_far(reply)),
        actions(
            button("Answer for yourself", Act.BLIND_OWN, key, "", style="primary"),
            button("Open the answers", Act.BLIND_OPEN, key, confirm=_SURE),
            button("Change who is asked", Act.BLIND, key),
        ),
        context(
            f"Whoever cannot answer, or has left, keeps nobody waiting: {by} takes them off, or opens the answers."
        ),
    )


def _all(users: tuple[str, ...]) -> str:
    """Everybody by name: whoever is asked is called."""
    return listing(map(person, users))


_SURE = confirm(
    "Open the answers now?",
    "Everyone's answers so far become visible here, finished or not. After that nobody answers alone any more.",
    "Open them",
    "Not yet",
)


def _how_far(reply: BlindRound) -> str:
    waiting = f" Still to finish: {_all(reply.waiting)}." if reply.waiting else ""
    return f"{reply.done} of {reply.asked} have finished.{waiting}"


def _ended(reply: BlindRound) -> str:
    match reply.ended:
        case RoundEnd.ALL:
            return (
                f"{f'All {reply.asked}' if reply.asked > 1 else 'The one asked'} finished; what they said stands below."
            )
        case RoundEnd.OPENED:
            return f"{person(reply.by)} opened the answers when {reply.done} of {reply.asked} had finished."
        case _:
            return "It ended before the answers were opened, so nobody sees them."


def question(reply: BlindQuestion) -> Message:
    """One's own question, in the thread."""
    return message(
        *_asked(reply),
        context(f"{name(reply.name)} · {progress(reply.progress)} · only you see this, and only you see your answer"),
    )


def _asked(reply: BlindQuestion) -> list[Block | None]:
    key = (reply.assessment_id, reply.fact)
    return [
        section(f"*{ours(reply.text)}*", ours(reply.why)),
        *(boxes(reply) if reply.is_list else [_presses(reply)]),
        actions(
            button("Save", Act.BLIND_SAVE, *key, style="primary") if reply.is_list else None,
            button("Not sure", Act.BLIND_UNSURE, *key),
        ),
    ]


def _presses(reply: BlindQuestion) -> Block | None:
    key = (reply.assessment_id, reply.fact)
    if len(reply.options) > MOST_BUTTONS:
        listed = [option(choice.label, value(*key, choice.value)) for choice in reply.options]
        picks = value(*key, reply.selected[0]) if reply.selected else ""
        block = block_id("blind", *key, str(reply.turn))
        return actions(select("Choose one", Act.BLIND_TO, listed, picks), block=block)
    return actions(
        *(
            button(marked(choice, reply), Act.BLIND_TO, *key, choice.value, tail=choice.value)
            for choice in reply.options
        )
    )


def done(reply: BlindDone) -> Message:
    """Nothing is left to ask this person."""
    if reply.is_opened:
        return message(
            section(f"✓ *Saved: {count(reply.given, 'answer')}.* All have finished: it stands in the thread.")
        )
    return message(
        section(
            f"✓ *That was all: {count(reply.given, 'answer')} about {name(reply.name)}.*",
            "Until they are opened, only you see them, and you can change them.",
        ),
        actions(button("See or change my answers", Act.BLIND_OWN, reply.assessment_id, "")),
    )


def own(reply: BlindModal) -> Block:
    """One's own questions, and what one said so far."""
    asked = reply.question
    given = [_given(one, reply.assessment_id) for one in reply.given if not asked or one.fact != asked.fact]
    state = (
        "All have finished: it stands in the thread." if reply.is_opened else "Nothing is left to ask you. Thank you."
    )
    return modal(
        "Answer for yourself",
        [
            context(f"{name(reply.name)} · only you see this, until all have finished or the answers are opened"),
            *(_asked(asked) if asked else [section(f"✓ *{state}*")]),
            context(progress(asked.progress)) if asked else None,
            *([divider(), section("*Your answers so far*"), *given] if given and not reply.is_opened else []),
        ],
        kind=Modal.READ,
        private=reply.private,
    )


def _given(one: Said, assessment_id: str) -> Block:
    press = button("Change", Act.BLIND_OWN, assessment_id, one.fact, tail=one.fact, says=f"Change: {one.topic}")
    return section(said_line(one), accessory=press)


def naming(reply: PeopleModal) -> Block:
    """Who answers alone."""
    hint = f"Two to {MOST_PEOPLE}, all of them in this channel."
    change = "Who has not finished can be taken off; their answers wait, should you name them again."
    return modal(
        "Each of us alone",
        [
            section(
                f"Each of these people answers the questions about *{name(reply.name)}* alone.",
                "Nobody sees the others' answers until all have finished, or you open them. Then you see where you "
                "differ, and whether that changes the verdict.",
            ),
            people_input(
                field_id(Field.PEOPLE),
                "Who answers?",
                reply.people,
                most=MOST_PEOPLE,
                hint=change if reply.is_change else hint,
            ),
        ],
        kind=Modal.PEOPLE,
        submit="Save" if reply.is_change else "Begin",
        close="Not now",
        private=reply.private,
    )


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
    without = f", {_all(reply.missing)} had not" if some and reply.missing else ""
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
    led = [f"{_all(one.by)}: {_verdict(one)}" for one in alone]
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
    return f"{_words(side)}: {_all(side.by)}{leads}"


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

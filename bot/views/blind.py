"""Blind answers: who answers alone and how far they are, and one's own questions."""

from bot.ids import Act, Field, Modal, block_id, field_id, value
from bot.replies import (
    BlindDone,
    BlindModal,
    BlindQuestion,
    BlindRound,
    PeopleModal,
    RoundEnd,
    Said,
)
from bot.views.blocks import (
    Block,
    Message,
    actions,
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
from bot.views.inputs import people_input
from bot.views.question import MOST_BUTTONS, boxes, marked, progress
from bot.views.reassess import said_line
from bot.views.text import count, everybody, name, ours, person

MOST_PEOPLE = 10
_NOBODY_SEES = "Nobody sees the others' answers until all have finished, or {by} opens them."


def round_(reply: BlindRound) -> Message:
    """How far they are; once it has ended, a line."""
    if reply.ended is not None:
        return message(section(f"✓ *Each answered alone.* {_ended(reply)}"))
    key, by = reply.assessment_id, person(reply.started_by)
    named = f" {everybody(reply.named)}, please." if reply.named else ""
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


_SURE = confirm(
    "Open the answers now?",
    "Everyone's answers so far become visible here, finished or not. After that nobody answers alone any more.",
    "Open them",
    "Not yet",
)


def _how_far(reply: BlindRound) -> str:
    waiting = f" Still to finish: {everybody(reply.waiting)}." if reply.waiting else ""
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

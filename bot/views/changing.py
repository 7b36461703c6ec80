"""A question that is asked again: what stands for it further up, and the question to the one who alone changes it."""

from dataclasses import replace

from bot.ids import Act, Field, Modal, field_id, value
from bot.replies import ChangedLine, ChangeQuestion, MovedLine, ReasonModal
from bot.views.blocks import Block, Message, actions, button, context, message, modal, option, section, select
from bot.views.inputs import text_input
from bot.views.question import MOST_BUTTONS, boxes, is_known, marked, said
from bot.views.text import ours

REASON_MOST = 500


def moved(reply: MovedLine) -> Message:
    """What stands anew at the bottom is taken away here: a chain of such lines would tell nobody anything."""
    holds = f" {said(reply.said)}, until it is answered." if reply.said else ""
    told = "Answered anew below." if reply.is_answered else "Asked again below."
    told = "Taken back." if reply.is_taken_back else told
    return replace(message(section(f"○ *{ours(reply.topic)}:*{holds} {told}")), withdraws=not reply.stays)


def changing(reply: ChangeQuestion) -> Message:
    """One question again, for one person."""
    key = (reply.assessment_id, reply.fact)
    now = f"The answer now: {said(reply.current)}" if reply.current else ""
    options = boxes(reply) if reply.is_list else [_presses(reply)]
    return message(
        section(f"*{ours(reply.text)}*", now),
        *options,
        actions(
            button("Save", Act.CHANGE_SAVE, *key, style="primary") if reply.is_list else None,
            button("Not sure", Act.CHANGE_UNSURE, *key),
            button("Keep it", Act.CHANGE_KEEP, *key, says="Keep it: the answer as it is")
            if is_known(reply.current)
            else None,
        ),
        context("You alone are asked; the question that stands open stays open for everyone."),
    )


def _presses(reply: ChangeQuestion) -> Block | None:
    key = (reply.assessment_id, reply.fact)
    if len(reply.options) > MOST_BUTTONS:
        listed = [option(choice.label, value(*key, choice.value)) for choice in reply.options]
        return actions(select("Choose one", Act.CHANGE_TO, listed))
    return actions(
        *(
            button(marked(choice, reply), Act.CHANGE_TO, *key, choice.value, tail=choice.value)
            for choice in reply.options
        )
    )


def asking_why(reply: ReasonModal) -> Block:
    """Asks why answers were changed."""
    return modal(
        "Why it changed",
        [
            section(*(f"*{ours(one.topic)}:* {said(one)}" for one in reply.changes)),
            text_input(
                field_id(Field.REASON),
                "What made you change it?",
                most=REASON_MOST,
                initial=reply.reason,
                hint="We measured it: the contracts change every day",
                lines=True,
                optional=True,
            ),
            context("It stands beside the answer in the decision record and in exports, with your name."),
        ],
        kind=Modal.REASON,
        submit="Keep it",
        close="Not now",
        private=reply.private,
    )


def changed_line(reply: ChangedLine) -> Message:
    """What became of it."""
    before = f"Before: {said(reply.was)}" if reply.was else ""
    return message(section(f"✓ *{ours(reply.said.topic)}:* {said(reply.said)}"), context(before) if before else None)

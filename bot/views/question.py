"""A question in the thread and every line that takes its place: answered, set aside, stopped, cancelled."""

from bot.ids import MENTION, Act, block_id, value
from bot.replies import (
    AnsweredBefore,
    AnsweredLine,
    BlindQuestion,
    CancelledLine,
    ChangeQuestion,
    Choice,
    Clarify,
    Confirmed,
    ContradictionLine,
    ContradictionMessage,
    Progress,
    QuestionMessage,
    Said,
    SetAsideLine,
    StillOpen,
    StoppedMessage,
)
from bot.views.blocks import (
    CHECKBOXES,
    Block,
    Message,
    actions,
    button,
    checkboxes,
    confirm,
    context,
    message,
    option,
    section,
    select,
)
from bot.views.text import name, ours, person, quoted
from bot.views.verdict import chosen
from rules.casing import lower_first
from rules.telling.wording import to_go

MOST_BUTTONS = 7
CANCEL = confirm(
    "Cancel this interview?", "The answers so far are kept, and nobody is asked any more.", "Cancel it", "Keep going"
)


def question(reply: QuestionMessage) -> Message:
    """The question, why it is asked, its options, and the ways out."""
    typing = f" · or reply: {MENTION} {ours(reply.example)}" if reply.example and not reply.is_again else ""
    extra = "It no longer changes the verdict; it sharpens the roadmap." if reply.is_extra else ""
    now = f"The answer now: {said(reply.current)}" if reply.current else ""
    return message(
        section(f"*{ours(reply.text)}*", "" if reply.is_again else ours(reply.why), extra, now),
        *_options(reply),
        _ways_out(reply),
        context(f"{_place(reply)}{typing}"),
    )


def _place(reply: QuestionMessage) -> str:
    """Where it stands; one that is asked again, or that the team wants besides, has no place among the others."""
    if reply.current:
        return "An earlier answer, asked again"
    if reply.is_extra:
        left = reply.progress.to_go
        return f"{left} more after this one, as far as you like" if left else "The last one"
    return progress(reply.progress)


def progress(found: Progress) -> str:
    """The place in the interview: "Question 4, about 5 to go"."""
    return f"Question {found.number}, {to_go(found.to_go, found.at_most)}"


def said(found: Said) -> str:
    """An answer as it is repeated: "weekly · Ana, from “about once a week”"."""
    words = ours(found.words) if found.words is not None else "not sure yet"
    by = f" · {person(found.by)}" if found.by else ""
    typed = f", from {quoted(found.typed, 80)}" if found.typed else ""
    return f"{words}{by}{typed}{f', because {quoted(found.reason, 300)}' if found.reason else ''}"


def _options(reply: QuestionMessage) -> list[Block | None]:
    key = (reply.assessment_id, reply.fact)
    if reply.is_list:
        return boxes(reply)
    if len(reply.options) > MOST_BUTTONS:
        listed = [option(choice.label, value(*key, choice.value)) for choice in reply.options]
        chosen = value(*key, reply.selected[0]) if reply.selected else ""
        return [actions(select("Choose one", Act.PICK, listed, chosen), block=block_id("pick", *key, str(reply.turn)))]
    return [
        actions(
            *(
                button(marked(choice, reply), Act.ANSWER, *key, choice.value, tail=choice.value)
                for choice in reply.options
            )
        )
    ]


def marked(choice: Choice, reply: QuestionMessage | ChangeQuestion | BlindQuestion) -> str:
    """An option's label, with a tick where it is the answer now."""
    return f"✓ {choice.label}" if choice.value in reply.selected else choice.label


def boxes(reply: QuestionMessage | ChangeQuestion | BlindQuestion) -> list[Block | None]:
    """Ten boxes an element; the value that stands alone comes in a row of its own where there are more."""
    listed = [option(choice.label, choice.value) for choice in reply.options]
    rows = [listed[start : start + CHECKBOXES] for start in range(0, len(listed), CHECKBOXES)]
    return [
        actions(
            checkboxes(Act.CHOICES, row, reply.selected),
            block=block_id("choices", reply.assessment_id, reply.fact, str(reply.turn), str(number)),
        )
        for number, row in enumerate(rows)
    ]


def _ways_out(reply: QuestionMessage) -> Block | None:
    key = (reply.assessment_id, reply.fact)
    return actions(
        button("Save", Act.SAVE, *key, style="primary") if reply.is_list else None,
        button("Not sure", Act.NOT_SURE, *key),
        button("Keep it", Act.KEEP, *key, says="Keep it: the answer as it is") if is_known(reply.current) else None,
        button("Back", Act.BACK, *key, says="Back to the question before") if reply.can_go_back else None,
        button("Stop for now", Act.STOP, reply.assessment_id),
    )


def is_known(current: Said | None) -> bool:
    """Whether there is an answer to keep; "not sure" has a button of its own."""
    return current is not None and current.words is not None


def answered(reply: AnsweredLine) -> Message:
    """One line: the answer, who gave it, and the way to change it."""
    answer = reply.said
    is_known = answer.words is not None
    label, says = ("Change", "Change: ") if is_known else ("Answer now", "Answer now: ")
    control = button(label, Act.CHANGE, reply.assessment_id, answer.fact, says=says + answer.topic)
    before = f"Before: {said(reply.was)}" if reply.was else ""
    line = f"{'✓' if is_known else '○'} *{ours(answer.topic)}:* {said(answer)}"
    if reply.is_beside and answer.at is not None and reply.can_change:
        key = (reply.assessment_id, answer.fact, answer.at.isoformat())
        not_so = button("Not so", Act.TAKE_BACK, *key, says=f"Not so: {answer.topic}")
        stands = still(reply.verdict) if reply.verdict else ""
        return message(section(line, stands), context(before) if before else None, actions(not_so, control))
    return message(section(line, accessory=control if reply.can_change else None), context(before) if before else None)


def still(found: Confirmed) -> str:
    """That the verdict did not move."""
    return f"The verdict is still *{chosen(found.architecture, passes=found.passes)}*." if found.architecture else ""


def set_aside(reply: SetAsideLine) -> Message:
    """A question that makes room for another one."""
    if reply.matters:
        return message(section(f"○ *{ours(reply.topic)}:* set aside. I ask again after the question below."))
    return message(section(f"○ *{ours(reply.topic)}:* not needed any more. No answer to it changes the verdict."))


def stopped(reply: StoppedMessage) -> Message:
    """The interview rests; says how to go on."""
    return message(
        section(
            f"*Stopped at question {reply.number}* ({ours(reply.topic)}) by {person(reply.by)}.",
            f"Nothing is lost: press Continue, or reply: {MENTION} continue",
        ),
        actions(
            button("Continue", Act.CONTINUE, reply.assessment_id, style="primary"),
            button("Cancel the interview", Act.CANCEL, reply.assessment_id, confirm=CANCEL)
            if reply.can_cancel
            else None,
        ),
    )


def cancelled(reply: CancelledLine) -> Message:
    """The interview is over without a verdict."""
    return message(
        section(
            f"*Canceled* by {person(reply.by)}. The answers about {name(reply.name)} are kept.",
            "Nobody is asked any more. To begin again, type /ftrag assess.",
        )
    )


def contradiction(reply: ContradictionMessage) -> Message:
    """Two answers that do not fit together."""
    key = (reply.assessment_id, reply.contradiction)
    return message(
        section(
            "*Two answers do not fit together. Which one holds?*",
            f"• {_answer(reply.first)}",
            f"• {_answer(reply.second)}",
            ours(reply.claim),
        ),
        actions(
            button(reply.first_fix, Act.RESOLVE, *key, reply.first.fact, tail=reply.first.fact),
            button(reply.second_fix, Act.RESOLVE, *key, reply.second.fact, tail=reply.second.fact),
            button("Both hold", Act.RESOLVE, *key, "", tail="both"),
        ),
        context("Whatever you choose, the interview goes on."),
    )


def contradiction_settled(reply: ContradictionLine) -> Message:
    """The same, once somebody chose."""
    outcome = f"*{ours(reply.changing)}* changes; the other answer holds" if reply.changing else "*Both answers hold*"
    return message(
        section(f"✓ {outcome} · {person(reply.by)}"), context(f"{_answer(reply.first)}; {_answer(reply.second)}")
    )


def _answer(found: Said) -> str:
    return f"{ours(found.topic)}: *{ours(found.words) if found.words is not None else 'not sure yet'}*"


def clarify(reply: Clarify) -> Message:
    """Typed words that were not clear: the nearest two options, or the way to the buttons."""
    nearest = tuple(dict.fromkeys(reply.nearest))[:2]
    key = (reply.assessment_id, reply.fact)
    if not nearest:
        return message(
            section(
                f"I could not read {quoted(reply.typed)} as an answer to *{ours(reply.topic)}*. Nothing was saved.",
                "Press one of the buttons under the question, or say it in other words.",
            )
        )
    words = [f"*{ours(lower_first(choice.label))}*" for choice in nearest]
    asks = f"closer to {words[0]} or to {words[1]}?" if len(words) > 1 else f"did you mean {words[0]}?"
    return message(
        section(
            f"*{ours(reply.topic)}:* {asks}", f"You wrote {quoted(reply.typed)}. Nothing is saved until you choose."
        ),
        actions(
            *(
                button(choice.label, Act.ANSWER, *key, choice.value, reply.typed, tail=choice.value)
                for choice in nearest
            ),
            button("Neither" if len(words) > 1 else "Not that", Act.NEITHER, *key),
        ),
    )


def still_open(reply: StillOpen) -> Message:
    """After "neither": the question still stands."""
    return message(
        section(
            f"Then *{ours(reply.topic)}* stays open. Press one of the buttons under the question, press Not sure, "
            "or say it in other words."
        )
    )


def told(reply: AnsweredBefore) -> Message:
    """Somebody was a moment faster."""
    answer = reply.said
    words = f"*{ours(answer.words) if answer.words is not None else 'not sure yet'}*"
    if reply.is_own:
        text = f"Your answer to *{ours(answer.topic)}* is saved already: {words}."
    elif reply.is_same:
        text = f"{person(answer.by)} gave the same answer a moment before you: {words}. It is saved once."
    else:
        text = (
            f"{person(answer.by)} answered *{ours(answer.topic)}* a moment before you: {words}. "
            "If you see it differently, press Change; the thread keeps both."
        )
    can_change = not reply.is_same or reply.is_own
    control = button("Change", Act.CHANGE, reply.assessment_id, answer.fact, says=f"Change: {answer.topic}")
    return message(section(text, accessory=control if can_change else None))

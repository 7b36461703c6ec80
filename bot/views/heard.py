"""What is said back under typed words, with the controls that go with it."""

from bot.ids import Act
from bot.replies import HeardReply, OfferedAnswer, Said
from bot.views.blocks import Block, Message, actions, button, context, message, section
from bot.views.plan import stop_reviews
from bot.views.private import confirmed
from bot.views.text import ours, person, plain, quoted
from rules.casing import lower_first

_MOST = 8
_STEERS = {
    "back": (Act.BACK, True),
    "skip": (Act.NOT_SURE, True),
    "stop": (Act.STOP, False),
    "resume": (Act.CONTINUE, False),
}
"""Control word -> its button, and whether that names the open question."""
_MOST_OFFERS = 3
_MOST_OF_ROADMAP = 6
_LABEL = 70
"""Characters of a button that names an item or a task."""


def heard(reply: HeardReply) -> Message:
    """Sentences; what was taken besides [Not so]; what stands there [Keep it]; what is offered."""
    says = [said for sentence in reply.says[:_MOST] if (said := ours(sentence))]
    offers = [_offer(reply, offered, number) for number, offered in enumerate(reply.offers[:_MOST_OFFERS])]
    blocks = [
        section(*says) if says else None,
        *(_taken(reply, number) for number in range(len(reply.taken[:_MOST]))),
        *(confirmed(reply.verdict).blocks if reply.verdict else ()),
        *(block for number in range(len(reply.stands[:_MOST])) for block in _stands(reply, number)),
        actions(*offers, *_questions(reply, _MOST_OFFERS - len(offers)), *_steering(reply)),
        actions(*_of_roadmap(reply)),
        context(f"You wrote {quoted(reply.typed)}.") if offers or reply.questions or reply.stands else None,
    ]
    return message(*(blocks if any(blocks) else [section("There is nothing to say to that.")]))


def _taken(reply: HeardReply, number: int) -> Block:
    found = reply.taken[number]
    words = ours(found.words) if found.words is not None else "not sure yet"
    key, says = (reply.assessment_id, found.fact), f"Not so: {found.topic}"
    is_dated = found.at is not None
    control = button("Not so", Act.TAKE_BACK if is_dated else Act.CHANGE, *key, *_moment(found), says=says)
    return section(f"{'Taken' if reply.is_alone else 'Also taken'}: *{ours(found.topic)}:* {words}.", accessory=control)


def _moment(found: Said) -> list[str]:
    """When it was said, where that is known."""
    return [found.at.isoformat()] if found.at else []


def _stands(reply: HeardReply, number: int) -> list[Block | None]:
    """Somebody else's answer, which only a press changes."""
    stands = reply.stands[number]
    found, key = stands.said, (reply.assessment_id, stands.said.fact)
    by = f", from {person(found.by)}" if found.by else ""
    there = f"*{ours(found.topic)}:* {ours(found.words or 'not sure yet')}"
    if stands.offered is None:
        return [section(f"{there}. That stands there already{by}.")]
    return [
        section(f"{there} stands there already{by}. Is it *{ours(lower_first(stands.offered.label))}* now?"),
        actions(
            button("Keep it", Act.NEITHER, *key, tail=f"keep:{found.fact}"),
            _offer(reply, stands.offered, number),
        ),
    ]


def _offer(reply: HeardReply, offered: OfferedAnswer, number: int) -> Block:
    key, says = (reply.assessment_id, offered.fact, offered.value), f"I meant: {offered.label}"
    if offered.replaces or "," in offered.value:
        return button(offered.label, Act.RECORD_CHANGE, *key, tail=f"heard:{number}", says=says)
    return button(offered.label, Act.ANSWER, *key, reply.typed, tail=f"heard:{number}", says=says)


def _questions(reply: HeardReply, room: int) -> list[Block]:
    """Each question that may have been meant, answered at a press to the one who asked."""
    return [
        button(one.label, Act.SHOW_TOLD, reply.assessment_id, one.asked, tail=f"asked:{number}")
        for number, one in enumerate(reply.questions[:room])
    ]


def _of_roadmap(reply: HeardReply) -> list[Block | None]:
    """What is done to the items and the golden tasks that were spoken of."""
    key = reply.assessment_id
    marks = [
        button(_label(one.label), Act.MARK, key, one.item_id, "done" if one.ticks else "open", tail=f"item:{number}")
        for number, one in enumerate(reply.items[:_MOST_OF_ROADMAP])
    ]
    tasks = [
        button(_label(one.label), Act.WRITE_TASK, key, one.task, reply.line, tail=f"task:{number}")
        for number, one in enumerate(reply.tasks[:_MOST_OF_ROADMAP])
    ]
    return [
        *marks,
        *tasks,
        button(reply.edits_tasks, Act.EDIT_TASKS, key) if reply.edits_tasks else None,
        button("Roadmap", Act.ROADMAP_HERE, key) if reply.shows_roadmap else None,
    ]


def _label(text: str) -> str:
    return plain(text, _LABEL) or "This one"


def _steering(reply: HeardReply) -> list[Block | None]:
    fact = reply.fact
    steer = _STEERS.get(reply.steers)
    return [
        button("Yes, that", Act.SHOW_TOLD, reply.assessment_id, reply.asks, tail="yes") if reply.asks else None,
        button("Yes, that", steer[0], reply.assessment_id, *([fact] if steer[1] else []), tail="yes")
        if steer and (fact or not steer[1])
        else None,
        button("Change", Act.REVIEW_COUNTS, reply.assessment_id, reply.review, says="Change the results of the review")
        if reply.review
        else None,
        button("Plan the monthly review", Act.PLAN_REVIEW, reply.assessment_id) if reply.can_plan else None,
        _logging(reply) if reply.can_log else None,
        stop_reviews(reply.assessment_id) if reply.can_stop else None,
        button("Start a new version", Act.NEW_VERSION, reply.assessment_id) if reply.is_restart else None,
        button("Continue", Act.CONTINUE, reply.assessment_id, style="primary") if reply.can_continue else None,
    ]


def _logging(reply: HeardReply) -> Block:
    """The modal of a failure, with what was told of it where that is known."""
    told = (reply.failure,) if reply.failure else ()
    return button("Log a failure", Act.LOG_FAILURE, reply.assessment_id, *told)

"""Where an interview stands: what is asked next, how far along it is, and what the parent message says of it."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from operator import attrgetter

from bot.dialogue.schedule import next_at
from bot.dialogue.standing import standing
from bot.dialogue.turn import PARENT, Recalled, Say, edit
from bot.replies import ParentMessage, Progress
from rules import Facts, can_matter, most_left, next_question, questions_left, steadily_left, undecided
from rules.facts import Value
from rules.framework import Framework
from storage.answer_records import BLIND, UNDONE
from storage.records import Answer, Assessment, AssessmentState

_ENDED = {AssessmentState.CANCELLED, AssessmentState.SUPERSEDED}
_AT = attrgetter("at")
Given = tuple[tuple[str, Value], ...]
"""Answers in the order they were given, each by its fact."""
_IN_A_ROW = 3
"""So many answers of "not sure" in a row are a habit, and none settles anything."""
TOLD = "told:"
"""How a fact is named in `asked` that was answered without having been asked."""
TAKEN = "taken:"
"""How an answer is named in `asked` that was taken back where none stood before it: no later one leads back to it."""
CONTRADICTION = "contradiction:"
"""How a contradiction is named where otherwise a fact stands: in `asking`, in `asked`, and as a message key."""


def question_key(fact: str) -> str:
    """The key of a question's message."""
    return f"question:{fact}"


def unsure(assessment: Assessment) -> frozenset[str]:
    """The facts that were answered with "not sure"."""
    return frozenset(fact for fact, answer in assessment.answers.items() if answer.value is None)


def unanswered(assessment: Assessment, framework: Framework) -> tuple[str, ...]:
    """The facts of which nobody has said anything, in an earlier version neither, in the order of the questions."""
    known = assessment.earlier.keys() | assessment.answers.keys()
    return tuple(question.fact for question in framework.questions if question.fact not in known)


def next_fact(assessment: Assessment, framework: Framework) -> str | None:
    """The fact to ask next: one that was set aside and still matters, else the one that matters most.

    Where the team wants all, one that does not matter.
    """
    aside = set_aside(assessment)
    if aside:
        matter = undecided(assessment.facts(), unsure(assessment), framework)
        wanted = next((fact for fact in aside if fact in matter or assessment.wants_all), None)
        if wanted is not None:
            return wanted
    fact = next_question(assessment.facts(), unsure(assessment), framework)
    if fact is None and assessment.wants_all:
        return next(iter(unanswered(assessment, framework)), None)
    return fact


def set_aside(assessment: Assessment) -> tuple[str, ...]:
    """The facts that were asked, have no answer and do not stand open: another question was taken up first."""
    return tuple(
        fact for fact in asked_facts(assessment) if fact not in assessment.answers and fact != assessment.asking
    )


def open_fact(assessment: Assessment) -> str | None:
    """The fact whose question stands open; None where none does, or something else stands open instead.

    That is two answers that do not fit together, or what each answers alone.
    """
    asked = assessment.asking
    return None if asked is None or asked == BLIND or is_contradiction(asked) else asked


def is_blind(assessment: Assessment) -> bool:
    """Whether each of the named people answers alone just now."""
    return assessment.asking == BLIND


def can_ask_alone(assessment: Assessment) -> bool:
    """Whether each may still be asked alone: in a channel, before anybody has answered, here or in a version before."""
    is_fresh = not (assessment.answers or assessment.earlier or assessment.decision or BLIND in assessment.asked)
    return is_fresh and open_fact(assessment) is not None and not _is_direct(assessment)


def _is_direct(assessment: Assessment) -> bool:
    return assessment.channel.startswith("D") or assessment.channel == assessment.started_by


def told(fact: str) -> str:
    """How a fact is named in `asked` that was answered without having been asked: it has a line, and no number."""
    return f"{TOLD}{fact}"


def taken(answer: Answer) -> str:
    """How an answer is named in `asked` that was taken back, where none stood before it."""
    return f"{TAKEN}{answer.fact}:{answer.at.isoformat()}"


def has_line(assessment: Assessment, fact: str) -> bool:
    """Whether the thread holds a message for this fact."""
    return fact in assessment.asked or told(fact) in assessment.asked


def is_contradiction(asked: str) -> bool:
    """Whether this is the name of a contradiction and not of a fact."""
    return asked.startswith(CONTRADICTION)


def asked_facts(assessment: Assessment) -> tuple[str, ...]:
    """The facts asked so far, in order."""
    return _asked_facts(assessment.asked)


@lru_cache(maxsize=64)
def _asked_facts(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The same. They are kept, since one click asks for them half a dozen times."""
    others = (CONTRADICTION, TOLD, TAKEN, UNDONE)
    return tuple(one for one in asked if one != BLIND and not one.startswith(others))


def number(assessment: Assessment) -> int:
    """The number of the question that stands open, from 1; of the last one asked where none does."""
    facts = asked_facts(assessment)
    fact = open_fact(assessment)
    if BLIND in assessment.asked and fact is not None and fact not in assessment.answers:
        return len(assessment.answers) + 1  # what each was asked alone was asked, too
    return facts.index(fact) + 1 if fact in facts else max(1, len(facts))


def progress(assessment: Assessment, framework: Framework) -> Progress:
    """Which question it is, and about how many more there are: "Question 4, about 5 to go"."""
    left = assessment.left
    if left is None:
        left = _left_after(_given(assessment.answers), framework)
    if left == 0 and assessment.wants_all:
        return Progress(number=number(assessment), to_go=max(0, len(unanswered(assessment, framework)) - 1))
    return _placed(number(assessment), _given(assessment.answers), framework, left, open_fact(assessment))


def place(at: int, answers: Mapping[str, Answer], framework: Framework) -> Progress:
    """Where an interview with these answers stands."""
    return _placed(at, _given(answers), framework)


@lru_cache(maxsize=64)
def _placed(
    at: int, given: Given, framework: Framework, left: int | None = None, asking: str | None = None
) -> Progress:
    """The same. It is kept, since one click tells it twice: beside the question, and in the parent message.

    The question that stands open is one of those that are left, unless what was said beside it settled it.
    """
    facts, unsure_of = _facts_of(given)
    most = most_left(facts, unsure_of, framework)
    is_idle = asking is not None and not can_matter(asking, facts, framework)
    own = 0 if is_idle else 1
    likely = most if _skips(given) else min(_left_after(given, framework) if left is None else left, most)
    to_go = max(0, likely - own)
    return Progress(number=at, to_go=to_go, at_most=max(0, most - own))


def _skips(given: Given) -> bool:
    """Whether "not sure" is the answer of late: then all is asked that matters, and the most is what is left."""
    return len(given) >= _IN_A_ROW and all(value is None for _, value in given[-_IN_A_ROW:])


def left_now(assessment: Assessment, framework: Framework) -> int:
    """About how many questions are left, beside what was told last: it rises by one at most, whatever was changed."""
    if assessment.left is None:
        return _left_after(_given(assessment.answers), framework)
    return steadily_left((assessment.left, questions_left(assessment.facts(), unsure(assessment), framework)))


def _given(answers: Mapping[str, Answer]) -> Given:
    """The answers, in the order they were given."""
    return tuple([(answer.fact, answer.value) for answer in sorted(answers.values(), key=_AT)])


def _facts_of(given: Given) -> tuple[Facts, frozenset[str]]:
    """What these answers say, and of what somebody was not sure."""
    facts = Facts.model_validate({fact: value for fact, value in given if value is not None})
    return facts, frozenset(fact for fact, value in given if value is None)


@lru_cache(maxsize=512)
def _left_after(given: Given, framework: Framework) -> int:
    """About how many questions are left after these answers, told steadily: kept for the next, which goes on from here.

    The facts are not kept: there are two kilobytes of them after each answer, and they are made anew in a moment.
    """
    if not given:
        return _expected(framework)
    before, (facts, unsure_of) = _left_after(given[:-1], framework), _facts_of(given)
    return steadily_left((before, questions_left(facts, unsure_of, framework)))


def _participants(assessment: Assessment) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who decided, in the order of their first answer; and who answered only since: they took no part in it."""
    decision = assessment.decision
    if decision is None:
        return (), ()
    ordered = [answer for answer in sorted(assessment.answers.values(), key=_AT) if answer.by]
    decided = dict.fromkeys(answer.by for answer in ordered if answer.at <= decision.at)
    since = dict.fromkeys(answer.by for answer in ordered if answer.by not in decided)
    return (tuple(decided), tuple(since)) if decided else (tuple(since), ())


@lru_cache(maxsize=8)
def _expected(framework: Framework) -> int:
    """About how many questions an interview asks, before the first answer."""
    return questions_left(Facts(), frozenset(), framework)


def parent_message(
    assessment: Assessment, framework: Framework, ended_by: str | None = None, next_review_at: datetime | None = None
) -> ParentMessage:
    """The one message in the channel, as the assessment stands now."""
    last = max(assessment.answers.values(), key=_AT, default=None)
    decision, (decided_by, since_by) = assessment.decision, _participants(assessment)
    is_running = assessment.state in {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}
    return ParentMessage(
        assessment_id=assessment.id,
        name=assessment.name,
        context=assessment.context,
        started_by=assessment.started_by,
        in_direct_message=_is_direct(assessment),
        expected=_expected(framework),
        progress=progress(assessment, framework) if is_running and open_fact(assessment) else None,
        last_by=last.by if last else None,
        last_at=last.at if last else None,
        can_ask_alone=is_running and can_ask_alone(assessment),
        decided_at=decision.at if decision else None,
        decided_by=decided_by,
        since_by=since_by,
        next_review_at=next_review_at,
        cancelled_by=ended_by,
        has_earlier=bool(assessment.earlier),
        is_reassessed=assessment.superseded_by is not None and assessment.state not in _ENDED,
        earlier_id=assessment.supersedes,
        newer_id=assessment.superseded_by,
        **standing(assessment),
    )


def parent_edit(assessment: Assessment, recalled: Recalled, ended_by: str | None = None) -> Say:
    """The parent message, brought up to date."""
    next_review_at = next_at(assessment, recalled.now)
    return edit(parent_message(assessment, recalled.framework, ended_by, next_review_at), PARENT)

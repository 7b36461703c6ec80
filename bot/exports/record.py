"""From a stored assessment to its decision record: who answered what, the verdict, and the links to other versions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from bot.exports.defence import defence, in_words
from bot.exports.followed import failure_counts, held, review_lines, steps, tasks
from bot.exports.values import BlindLine, CostPart, DecisionRecord, FactLine, LogLine, RecordLink
from bot.views.architecture import USE
from rules import FRAMEWORK
from rules.cost.words import given_in_words, money_range
from rules.facts import FACTS, Value
from rules.framework import Framework
from rules.review import BAR
from storage.answer_records import taken_back
from storage.records import Answer, Assessment, AssessmentState, BlindAnswers, LoggedFailure, Review


def build_record(
    assessment: Assessment,
    *,
    reviews: Sequence[Review] = (),
    failures: Sequence[LoggedFailure] = (),
    answers: Sequence[Answer] = (),
    blind: Sequence[BlindAnswers] = (),
    supersedes: RecordLink | None = None,
    superseded_by: RecordLink | None = None,
    version: int = 1,
    thread: str = "",
    names: Mapping[str, str] | None = None,
    framework: Framework = FRAMEWORK,
) -> DecisionRecord:
    """The record of one decided assessment. `names` turns Slack ids into names; an unknown id stands for itself.

    `reviews`, `failures` and `answers` are all there were, `blind` what was opened; what comes after a version that
    holds is no successor yet.
    Raises ValueError for an assessment without a decision: there is nothing to record yet.
    """
    decision = assessment.decision
    if decision is None:
        raise ValueError(f"{assessment.name} has no verdict yet: finish the interview first.")
    called, is_over = dict(names or {}), _is_over(assessment)
    return DecisionRecord(
        **_title(assessment, called, held(decision, reviews)),
        version=version,
        decided_on=decision.at.date(),
        **_answered(assessment, answers, blind, called, framework),
        **defence(decision, framework),
        steps=steps(assessment, called),
        tasks=tasks(assessment),
        reviews=review_lines(reviews, called),
        failures=failure_counts(failures),
        bar=f"{BAR:.0%}",
        cost=_cost(assessment, called),
        supersedes=supersedes,
        superseded_by=superseded_by if is_over else None,
        thread=thread,
    )


def _title(assessment: Assessment, names: Mapping[str, str], has_held: str) -> dict[str, Any]:
    """What the record is of, whose it is, and whether it holds."""
    return {
        "id": assessment.id,
        "name": assessment.name,
        "context": assessment.context,
        "status": "superseded" if _is_over(assessment) else "accepted",
        "held": has_held,
        "is_reopened": assessment.superseded_by is not None and not _is_over(assessment),
        "started_by": names.get(assessment.started_by, assessment.started_by),
        "people": tuple(sorted((name, id_) for id_, name in names.items())),
    }


def _answered(
    assessment: Assessment,
    answers: Sequence[Answer],
    blind: Sequence[BlindAnswers],
    names: Mapping[str, str],
    framework: Framework,
) -> dict[str, Any]:
    """What was answered, what nobody was sure of, what was said before, and what each said alone."""
    unsure = (fact for fact in FACTS if _is_not_sure(assessment.answers.get(fact)))
    log = _log(answers, assessment, names, framework)
    return {
        "decided_by": _deciders(assessment, answers, names),
        "facts": _facts(assessment, names, framework),
        "not_sure": tuple(framework.by_fact[fact].topic for fact in unsure),
        "log": log,
        "later": tuple(line for line in log if line.is_in_force and line.at > _decided_at(assessment)),
        "blind": _blind(blind, names, framework),
    }


def _cost(assessment: Assessment, names: Mapping[str, str]) -> CostPart | None:
    """What wrong answers cost, as it was estimated when somebody gave figures."""
    found = assessment.cost
    if found is None:
        return None
    ranges = {USE[each]: money_range(ends, found.figures.currency) for each, ends in found.monthly.items()}
    out = {USE[each] for each in found.ruled_out}
    return CostPart(
        on=found.at.date(),
        by=names.get(found.by, found.by),
        says=found.says,
        monthly=tuple((f"{use} (does not pass)" if use in out else use, said) for use, said in ranges.items()),
        given=given_in_words(found.figures),
        assumed=found.assumed,
    )


def _is_over(assessment: Assessment) -> bool:
    return assessment.state is AssessmentState.SUPERSEDED


def link_to(assessment: Assessment | None, id_: str | None, url: str = "") -> RecordLink | None:
    """How another version is named: by its name, day and verdict; one that was deleted by its id alone."""
    if not id_:
        return None
    if assessment is None:
        return RecordLink(id=id_, name="", is_gone=True)
    decision = assessment.decision
    return RecordLink(
        id=id_,
        name=assessment.name,
        decided_on=decision.at.date() if decision else None,
        verdict=USE[decision.verdict.verdict] if decision else "",
        url=url,
    )


def _decided_at(assessment: Assessment) -> datetime:
    return assessment.decision.at if assessment.decision else assessment.changed_at


def _deciders(assessment: Assessment, given: Sequence[Answer], names: Mapping[str, str]) -> tuple[str, ...]:
    """Whose answers stood when it was decided, in the order of the first one; where none did, whose stand now."""
    at = _decided_at(assessment)
    gone = {(one.fact, one.at) for one in taken_back(assessment.asked) if one.when <= at}
    ordered = sorted((*given, *assessment.answers.values()), key=lambda answer: answer.at)
    standing = (answer for answer in ordered if answer.at <= at and (answer.fact, answer.at.isoformat()) not in gone)
    stood = {answer.fact: answer for answer in standing} or assessment.answers
    people = dict.fromkeys(answer.by for answer in sorted(stood.values(), key=lambda answer: answer.at))
    return tuple(names.get(person, person) for person in people)


def _is_not_sure(answer: Answer | None) -> bool:
    return answer is not None and answer.value is None


def _facts(assessment: Assessment, names: Mapping[str, str], framework: Framework) -> tuple[FactLine, ...]:
    """What was answered, and what an earlier version was told and could not change anything any more."""
    answers: dict[str, Answer] = {**assessment.earlier, **assessment.answers}
    given = [answers[fact] for fact in FACTS if fact in answers and not _is_not_sure(answers[fact])]
    return tuple(
        FactLine(
            topic=framework.by_fact[answer.fact].topic,
            said=in_words(answer.fact, answer.value, framework),
            by=names.get(answer.by, answer.by),
            on=answer.at.date(),
            typed=answer.said or "",
            is_from_before=answer.fact not in assessment.answers,
        )
        for answer in given
    )


class _Key(NamedTuple):
    """What tells an answer from others, and is the same where it stands again."""

    fact: str
    at: datetime
    by: str
    value: Value


def _log(
    given: Sequence[Answer], assessment: Assessment, names: Mapping[str, str], framework: Framework
) -> tuple[LogLine, ...]:
    """Every answer as it was given, the first one first, with what it replaced and what became of it.

    One that stands again stands in the history once more, as it stood; what was given in between was taken back.
    """
    lines, stood = dict[_Key, LogLine](), dict[str, list[_Key]]()
    for answer in (one for one in given if one.fact in framework.by_fact):
        key, below = _Key(answer.fact, answer.at, answer.by, answer.value), stood.setdefault(answer.fact, [])
        if key in below:
            for above in below[below.index(key) + 1 :]:
                lines[above] = lines[above].model_copy(update={"since": "taken back"})
            del below[below.index(key) + 1 :]
            continue
        was = lines[below[-1]] if below else None
        lines[key] = LogLine(
            at=answer.at,
            topic=framework.by_fact[answer.fact].topic,
            said=in_words(answer.fact, answer.value, framework) or "not sure",
            by=names.get(answer.by, answer.by),
            typed=answer.said or "",
            before=was.said if was else "",
            before_by=was.by if was else "",
            reason=answer.reason or "",
            is_in_force=assessment.answers.get(answer.fact) == answer,
        )
        below.append(key)
    gone = {(one.fact, one.at): one for one in taken_back(assessment.asked)}
    for key, line in lines.items():
        one = gone.get((key.fact, key.at.isoformat()))
        if line.is_in_force:
            continue
        noted = f"taken back by {names.get(one.by, one.by)}, {one.when:%Y-%m-%d %H:%M}" if one else ""
        lines[key] = line.model_copy(update={"since": noted or line.since or "changed later"})
    return tuple(lines.values())


def _blind(blind: Sequence[BlindAnswers], names: Mapping[str, str], framework: Framework) -> tuple[BlindLine, ...]:
    """What each answered alone, question by question: those who said the same together."""
    lines = []
    for fact in (fact for fact in FACTS if any(fact in one.answers for one in blind)):
        said: dict[str, list[str]] = {}
        for one in blind:
            if fact in one.answers:
                words = in_words(fact, one.answers[fact].value, framework) or "not sure"
                said.setdefault(words, []).append(names.get(one.person, one.person))
        lines.append(
            BlindLine(
                topic=framework.by_fact[fact].topic,
                said=tuple((words, ", ".join(people)) for words, people in said.items()),
            )
        )
    return tuple(lines)

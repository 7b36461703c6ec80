"""From a stored assessment to its decision record: answers, verdict and follow-up, turned into words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.exports.values import (
    DecisionRecord,
    DriverLine,
    FactLine,
    FailureCount,
    OptionLine,
    Picture,
    PrecedentLine,
    RecordLink,
    ReviewLine,
    StepLine,
    TaskLine,
)
from bot.views.architecture import LENS, MEANS, USE
from rules import FRAMEWORK
from rules.facts import FACTS
from rules.framework import Architecture, Framework, Strength
from rules.verdict import Verdict
from storage.records import Answer, Assessment, Bucket, Decision, LoggedFailure, Review


def build_record(
    assessment: Assessment,
    *,
    reviews: Sequence[Review] = (),
    failures: Sequence[LoggedFailure] = (),
    supersedes: RecordLink | None = None,
    superseded_by: RecordLink | None = None,
    names: Mapping[str, str] | None = None,
    pictures: Iterable[Picture] = (),
    framework: Framework = FRAMEWORK,
) -> DecisionRecord:
    """The record of one decided assessment. `names` turns Slack ids into names; an unknown id stands for itself.

    Raises ValueError for an assessment without a decision: there is nothing to record yet.
    """
    decision = assessment.decision
    if decision is None:
        raise ValueError(f"{assessment.name} has no verdict yet: finish the interview first.")
    called = dict(names or {})
    return DecisionRecord(
        id=assessment.id,
        name=assessment.name,
        context=assessment.context,
        status="superseded" if superseded_by or assessment.superseded_by else "accepted",
        decided_on=decision.at.date(),
        started_by=called.get(assessment.started_by, assessment.started_by),
        decided_by=_people(assessment.answers, called),
        facts=_facts(assessment.answers, called, framework),
        not_sure=tuple(framework.by_fact[fact].topic for fact in FACTS if _is_not_sure(assessment.answers.get(fact))),
        **_defence(decision, framework),
        **_follow_up(assessment, called),
        reviews=tuple(_review_line(review, called) for review in sorted(reviews, key=lambda one: one.month)),
        failures=_failure_counts(failures),
        supersedes=supersedes,
        superseded_by=superseded_by,
        pictures=tuple(pictures),
    )


def _people(answers: Mapping[str, Answer], names: Mapping[str, str]) -> tuple[str, ...]:
    """Who answered, in the order of their first answer."""
    people = dict.fromkeys(answer.by for answer in sorted(answers.values(), key=lambda given: given.at))
    return tuple(names.get(person, person) for person in people)


def _follow_up(assessment: Assessment, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "steps": tuple(
            StepLine(
                title=item.title,
                state=item.state.value,
                owner=names.get(item.owner or "", item.owner or ""),
                due=item.due or "",
            )
            for item in assessment.checklist
        ),
        "tasks": tuple(TaskLine(name=t.name, must_contain=t.must_contain, bar=t.bar) for t in assessment.golden_tasks),
    }


def _is_not_sure(answer: Answer | None) -> bool:
    return answer is not None and answer.value is None


def _facts(answers: Mapping[str, Answer], names: Mapping[str, str], framework: Framework) -> tuple[FactLine, ...]:
    lines = []
    for fact in FACTS:
        answer = answers.get(fact)
        if answer is None or answer.value is None:
            continue
        question = framework.by_fact[fact]
        said = {option.value: option.said for option in question.options}
        values = (answer.value,) if isinstance(answer.value, str) else answer.value
        lines.append(
            FactLine(
                topic=question.topic,
                said=", ".join(said.get(value, value) for value in values),
                by=names.get(answer.by, answer.by),
                on=answer.at.date(),
            )
        )
    return tuple(lines)


def _defence(decision: Decision, framework: Framework) -> dict[str, object]:
    verdict = decision.verdict
    return {
        "verdict": USE[verdict.verdict],
        "verdict_meaning": MEANS[verdict.verdict],
        "passes": verdict.passes,
        "sureness": _sureness(verdict),
        "drivers": tuple(_drivers(verdict)),
        "options": tuple(_options(verdict)),
        "gates": tuple(gate.claim for gate in verdict.gates),
        "flips": tuple(_flips(verdict, framework)),
        "precedents": tuple(
            PrecedentLine(title=p.title, url=p.url, happened=p.happened, contradicts=p.contradicts)
            for p in verdict.precedents
        ),
        "rules_version": verdict.rules_version,
        "rules_digest": verdict.rules_digest,
    }


def _sureness(verdict: Verdict) -> str:
    if verdict.decided:
        return "Settled: no answer that is still open can change it."
    if verdict.confidence is None:
        return "Not settled: some answers are still open."
    return f"{round(verdict.confidence * 100)} of 100 ways to answer the open questions lead here."


def _drivers(verdict: Verdict) -> Iterable[DriverLine]:
    told: set[str] = set()
    for reason in verdict.reasons:
        if reason.row not in told:
            told.add(reason.row)
            yield DriverLine(
                lens=LENS[reason.lens],
                claim=reason.claim,
                is_must=reason.strength is Strength.MUST,
                source=reason.source,
            )


def _options(verdict: Verdict) -> Iterable[OptionLine]:
    because = {rejection.verdict: rejection.because for rejection in verdict.rejected}
    for architecture in Architecture:
        is_chosen = architecture is verdict.verdict
        yield OptionLine(
            name=USE[architecture],
            meaning=MEANS[architecture],
            because="Chosen." if is_chosen else because.get(architecture, ""),
            is_chosen=is_chosen,
        )


def _flips(verdict: Verdict, framework: Framework) -> Iterable[str]:
    for flip in verdict.flips:
        changes = []
        for fact, value in flip.change.items():
            question = framework.by_fact[fact]
            said = {option.value: option.said for option in question.options}
            values = (value,) if isinstance(value, str) else value or ()
            changes.append(f"{question.topic}: {', '.join(said.get(one, one) for one in values) or 'not known'}")
        yield f"{'; '.join(changes)} → {USE[flip.verdict]}"


def _review_line(review: Review, names: Mapping[str, str]) -> ReviewLine:
    counted = Counter(str(result) for result in review.results.values())
    by = review.finished_by or ""
    return ReviewLine(
        month=review.month,
        state=review.state.value,
        passed=counted["pass"],
        failed=counted["fail"],
        not_run=counted["not_run"],
        outcome=str(review.outcome.get("headline", "")),
        by=names.get(by, by),
    )


def _failure_counts(failures: Iterable[LoggedFailure]) -> tuple[FailureCount, ...]:
    counted = Counter(failure.bucket for failure in failures if failure.withdrawn_at is None)
    return tuple(
        FailureCount(bucket=bucket.value.replace("_", " "), count=counted[bucket])
        for bucket in Bucket
        if counted[bucket]
    )


def stamp(at: datetime | None) -> str:
    """A moment in a file: ISO 8601 in UTC, or nothing."""
    return "" if at is None else at.isoformat(timespec="seconds")

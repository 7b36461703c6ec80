"""The verdicts that a decision had, over all its versions, as they are told to whoever asks what it was before."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from bot.dialogue import shown
from bot.dialogue.schedule import day_in_words
from bot.dialogue.turn import Recalled
from rules.facts import Facts, Value
from rules.framework import Framework
from rules.possibilities import standing
from rules.telling import Given, Moved, Past
from storage.records import Answer, Assessment

Stood = tuple[Value, Given]
"""An answer that stood on a question, and who gave it."""


def past(assessment: Assessment, recalled: Recalled, zone: str | None) -> tuple[tuple[Past, ...], tuple[Moved, ...]]:
    """Each verdict that was another one than that before it, and what changed since the last; nothing unless asked."""
    gathered = recalled.gathered
    if gathered is None or not gathered.verdicts:
        return (), ()
    answers, framework = gathered.history, recalled.framework
    runs = [
        [*several]
        for _, several in groupby(gathered.verdicts, key=lambda one: (one.verdict.verdict, one.verdict.passes))
    ]
    moves = [_moved(before[-1].facts, now[0].facts, answers, framework) for before, now in pairwise(runs)]
    first = tuple(_since(runs[0][0].facts, assessment.facts(), answers)) if len(runs) == 1 else ()
    told = tuple(
        Past(run[0].verdict.verdict, run[0].verdict.passes, day_in_words(zone, run[0].at, recalled.now), moved)
        for run, moved in zip(runs, (first, *moves), strict=True)
    )
    return told, _moved(runs[-1][-1].facts, assessment.facts(), answers, framework)


def stood_before(assessment: Assessment, recalled: Recalled, zone: str | None) -> dict[str, tuple[Stood, ...]]:
    """What stood on each question before its answer, the newest first, each with who gave it and when."""
    history = recalled.gathered.history if recalled.gathered else ()
    told: dict[str, tuple[Stood, ...]] = {}
    for fact, now in assessment.answers.items():
        given = [one for one in history if one.fact == fact and one.value is not None and one.at < now.at]
        runs = [[*several][-1] for _, several in groupby(given, key=lambda one: one.value)]
        kept = [one for one in reversed(runs) if one.value != now.value]
        told[fact] = tuple((one.value, Given(one.by, day_in_words(zone, one.at, recalled.now))) for one in kept)
    return told


def since_the_verdict(assessment: Assessment) -> tuple[Moved, ...]:
    """The answers that are not what the last verdict was given on; none where no verdict was given."""
    decision = assessment.decision
    given = tuple(assessment.answers.values())
    return tuple(_since(decision.facts, assessment.facts(), given)) if decision is not None else ()


def _moved(before: Facts, now: Facts, answers: Sequence[Answer], framework: Framework) -> tuple[Moved, ...]:
    """The answers without which the verdict had not moved; where no single one did it, all that changed."""
    changed = [*_since(before, now, answers)]
    then = standing(now, framework)
    alone = [one for one in changed if standing(now.replaced(one.fact, one.before), framework) != then]
    worth = shown.worth_a_reason(before, now)
    return tuple(alone or [one for one in changed if one.fact in worth])


def _since(before: Facts, now: Facts, answers: Sequence[Answer]) -> Iterator[Moved]:
    """The answers that are not what they were, each with who gave it."""
    for fact in (*before.known(), *(one for one in now.known() if one not in before.known())):
        was, is_now = before.value(fact), now.value(fact)
        if was != is_now and was is not None:
            givers = [one.by for one in answers if one.fact == fact and one.value == is_now]
            yield Moved(fact, was, is_now, givers[-1] if givers else "")

"""What a line may mean in which nothing was understood: the likeliest answers of all, those to the open question first.

Before a word is read, a line answers the question that stands open as likely as all the other questions together.
"""

from collections.abc import Iterator, Sequence

from rules.facts import ALONE, VALUES
from rules.hearing.evidence.leaning import TALK, leanings, left_open, subjects
from rules.hearing.evidence.weighed import MOST_OFFERS
from rules.hearing.values import Choice
from rules.hearing.words.likelihood import Likely

_FEW = 3
"""Words that name no question by themselves: "partly", "medium"."""


def nearest(open_fact: str | None, stems: Sequence[str]) -> tuple[Choice, ...]:
    """The likeliest answers, at most three; where all options of the open question fit nearly, those."""
    if open_fact is None:
        return ()
    ranked = sorted(_answers(open_fact, stems), key=lambda each: -each[0])
    likely = list(dict.fromkeys((fact, value) for _, fact, value in ranked))
    if len(VALUES[open_fact]) <= MOST_OFFERS + 1 and all(fact == open_fact for fact, _ in likely[:1]):
        likely = [each for each in likely if each[0] == open_fact]
        likely += [(open_fact, value) for value in reversed(VALUES[open_fact]) if (open_fact, value) not in likely]
    return tuple(Choice(fact, (value,) if fact in ALONE else value) for fact, value in likely[:MOST_OFFERS])


def _answers(open_fact: str, stems: Sequence[str]) -> Iterator[tuple[float, str, str]]:
    """How likely each answer is: the question by the line, and the value by the question."""
    for subject in subjects(stems):
        if subject.name == open_fact or (subject.name != TALK and len(stems) > _FEW):
            share = subject.share * (len(VALUES) - 1 if subject.name == open_fact else 1)
            unclear = tuple(Likely(value, 1.0) for value in left_open(subject.name, stems))
            for each in unclear or leanings(subject.name, stems):
                yield share * each.share, subject.name, each.name

"""Questions about the answers themselves: who gave which, and what stands."""

from collections.abc import Mapping

from rules.facts import Value
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.reading import read_values
from rules.hearing.values import Asked, Certainty, Reading

_GENERIC = frozenset(
    """answer answers answered all that this question questions open fact facts record number file those these who what which put said
    did we you they have has does do list show me us the on in for about down give gave given then whose""".split()
)
"""Words that ask about answers and are none."""
_OPEN = ("open", "unanswered", "missing", "outstanding", "not .. answered/filled", "left", "gaps", "blanks", "remain/remains")


def fact_meant(clause: Clause) -> str:
    """The fact that the clause speaks of: by a value that stands, by its name, by any value; "" where by none."""
    mentions = clause.hits.of("fact")
    if mentions:
        return max(mentions, key=lambda hit: (hit.end - hit.start, hit.start)).name
    return _by_value(" ".join(word for word in clause.sentence.text.split() if word not in _GENERIC), clause.scene.said)


def _by_value(text: str, said: Mapping[str, Value]) -> str:
    """The fact of which the words name a value: one that stands first, then the surest and longest."""
    read = [one for one in read_values(text) if one.certainty >= Certainty.HERE]
    if not read:
        return ""
    return max(read, key=lambda one: (_stands(one, said), one.certainty, one.end - one.start)).fact


def _stands(one: Reading, said: Mapping[str, Value]) -> bool:
    current = said.get(one.fact)
    return bool(current) and set(one.values) <= ({current} if isinstance(current, str) else set(current or ()))


def who(clause: Clause) -> tuple[Asked, ...]:
    """Who gave an answer."""
    if not clause.asks("who_answered") or clause.has("else/anyone/anybody/other/others") or clause.asks("review"):
        return ()
    fact = fact_meant(clause)
    if not fact and clause.scene.quoted and len(clause.stems) <= 7:
        fact = _quoted_fact(clause)
    return asked("who_answered", fact=fact)


def _quoted_fact(clause: Clause) -> str:
    return _by_value(clause.scene.quoted, clause.scene.said)


def status(clause: Clause) -> tuple[Asked, ...]:
    """What was answered, and what is still open."""
    if not clause.asks("status_of_answers") or clause.asks("why"):
        return ()
    mentions = clause.hits.of("fact")
    if any(clause.has(words) for words in _OPEN) and not mentions:
        return asked("status_of_answers", fact="")
    return asked("status_of_answers", fact=fact_meant(clause))

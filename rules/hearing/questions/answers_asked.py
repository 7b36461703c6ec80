"""Questions about the answers themselves: who gave which, and what stands."""

from rules.hearing.questions.scene import Clause, asked
from rules.hearing.reading import read_values
from rules.hearing.values import Asked, Certainty

_OPEN = ("open", "unanswered", "missing", "outstanding", "not .. answered/filled", "left", "gaps", "blanks", "remain/remains")


def fact_meant(clause: Clause) -> str:
    """The fact that the clause speaks of: by a value that stands, by its name, by any value; "" where by none."""
    read = [one for one in read_values(clause.sentence.text) if one.certainty >= Certainty.HERE]
    for one in read:
        current = clause.scene.said.get(one.fact)
        if current and set(one.values) <= ({current} if isinstance(current, str) else set(current)):
            return one.fact
    mentions = clause.hits.of("fact")
    if mentions:
        return max(mentions, key=lambda hit: (hit.end - hit.start, hit.start)).name
    return read[0].fact if read else ""


def who(clause: Clause) -> tuple[Asked, ...]:
    """Who gave an answer."""
    if not clause.asks("who_answered") or clause.has("else/anyone/anybody/other/others") or clause.asks("review"):
        return ()
    fact = fact_meant(clause)
    if not fact and clause.scene.quoted and len(clause.stems) <= 7:
        fact = _quoted_fact(clause)
    return asked("who_answered", fact=fact)


def _quoted_fact(clause: Clause) -> str:
    quoted = clause.scene.quoted
    return next((one.fact for one in read_values(quoted) if one.certainty >= Certainty.HERE), "")


def status(clause: Clause) -> tuple[Asked, ...]:
    """What was answered, and what is still open."""
    if not clause.asks("status_of_answers") or clause.asks("why"):
        return ()
    mentions = clause.hits.of("fact")
    if any(clause.has(words) for words in _OPEN) and not mentions:
        return asked("status_of_answers", fact="")
    return asked("status_of_answers", fact=fact_meant(clause))

"""A change of an answer stated as a fact: what it changes; never where the words only tell how things are."""

from rules.facts import Value
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.matching import hits
from rules.hearing.questions.supposing import changes
from rules.hearing.values import Asked, Certainty, Line


def stated(message: Message, line: Line, asking: list[Sentence]) -> tuple[Asked, ...]:
    """The changes that the message states; beside a question only those that say so plainly."""
    stating = [
        one for one in message.sentences if not one.is_marked and one not in asking and not hits(one).has("supposes")
    ]
    if not stating or line.open_fact is not None:
        return ()
    is_said = any(hits(sentence).has("changed") for sentence in stating)
    if not is_said or (asking and len(stating) > 1):
        return ()
    found: dict[str, Value] = {}
    for sentence in stating:
        found |= _changes(sentence, line)
    return (Asked("change_answer", {"changes": found}),) if found else ()


def _changes(sentence: Sentence, line: Line) -> dict[str, Value]:
    found = changes(sentence.text, line.said, least=Certainty.HERE)
    return {fact: value for fact, value in found.items() if value != line.said.get(fact)}

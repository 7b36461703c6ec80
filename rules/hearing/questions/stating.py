"""A change of an answer stated as a fact: what it changes; never where the words only tell how things are."""

from rules.catalog.asking import WAS
from rules.facts import Value
from rules.hearing.pieces import stem
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.supposing import changes
from rules.hearing.values import Asked, Certainty, Line


def stated(message: Message, line: Line, asking: list[Sentence]) -> tuple[Asked, ...]:
    """The changes that the message states; beside a question only those that say so plainly."""
    stating = [
        one for one in message.sentences if not one.is_marked and one not in asking and not hits(one).has("supposes")
    ]
    if not stating or line.open_fact is not None:
        return ()
    stating = [one for one in stating if not (one.stems[0] in _OPENS or _is_courtesy(one))]
    is_said = any(hits(sentence).has("changed") for sentence in stating)
    if not is_said or (asking and len(stating) > 1):
        return ()
    found: dict[str, Value] = {}
    for sentence in reversed(stating):
        found = found or _changes(sentence, line)
    return (Asked("change_answer", {"changes": found}),) if found else ()


_OPENS = frozenset("what which who whose when where how whi is are can could would".split())


_BEFORE = tuple(words.strip() for words in WAS.replace("|", "\n").splitlines() if words.strip())


def sentence_stems(text: str) -> tuple[str, ...]:
    """The stems of a part of a sentence."""
    return tuple(stem(word) for word in text.split() if word[0].isalnum())


def _is_courtesy(sentence: Sentence) -> bool:
    return len(sentence.stems) <= 8 and hits(sentence).has("courtesy")


def _changes(sentence: Sentence, line: Line) -> dict[str, Value]:
    parts = sentence.text.split(" , ")
    new = [part for part in parts if not any(stands(words, sentence_stems(part)) for words in _BEFORE)]
    found = changes(" , ".join(new or parts), line.said, least=Certainty.HERE)
    return {fact: value for fact, value in found.items() if value != line.said.get(fact)}

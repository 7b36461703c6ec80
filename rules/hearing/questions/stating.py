"""A change of an answer stated as a fact: what it changes; never where the words only tell how things are."""

from rules.catalog.asking import moods, phrases_in, small
from rules.facts import Value
from rules.hearing.pieces import stem
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.matching import hits, is_courtesy, stands
from rules.hearing.questions.scene import Scene, clause_of
from rules.hearing.questions.supposing import supposes
from rules.hearing.questions.values_said import answer_to, changes, fact_quoted
from rules.hearing.values import Asked, Certainty, Line


def stated(message: Message, line: Line, asking: list[Sentence]) -> tuple[Asked, ...]:
    """The changes that the message states; beside a question only those that say so plainly."""
    stating = [
        one
        for one in message.sentences
        if (not one.is_marked or is_note(one))
        and one not in asking
        and not supposes(clause_of(one, Scene(), is_alone=False))
        and not hits(one).has("then")
    ]
    if not stating or line.open_fact is not None:
        return ()
    stating = [
        one
        for one in stating
        if not (((one.stems[0] in _OPENS or stands(_WISHED, one.stems)) and not is_note(one)) or _is_courtesy(one))
    ]
    is_said = any(hits(sentence).has("changed") or is_note(sentence) for sentence in stating)
    about = fact_quoted(" ".join(one.text for one in message.quoted))
    if about and not asking:
        parts = [part for one in stating for part in one.text.split(" , ")]
        new = [part for part in parts if not any(stands(words, sentence_stems(part)) for words in _BEFORE)]
        value = answer_to(about, " , ".join(new or parts))
        if value is not None and value != line.said.get(about):
            return (Asked("change_answer", {"changes": {about: value}}),)
    is_asking = bool(asking) or any(
        one.is_marked and not is_note(one) and not hits(one).has("changed") for one in message.sentences
    )
    if not is_said or (is_asking and not _is_plain(stating, line)):
        return ()
    found: dict[str, Value] = {}
    for sentence in (
        one
        for one in reversed(stating)
        if not _is_order(one) and (" : " in one.text or not any(stands(words, one.stems) for words in _META))
    ):
        found = found or _changes(sentence, line)
    return (Asked("change_answer", {"changes": found}),) if found else ()


_OPENS = small("not_stating")


_SHORT, _PLAIN = 20, 12
_PLAINLY = ("now", "we .. have", "correction", "update", "since", "no longer", "actually", "from .. on")
_META = (
    "that/this/the/my .. answer/entry .. out of date/outdated/wrong/incorrect/obsolete/stale",
    "answer .. out of date",
    "what/which/answer/entry/file/record .. out of date/outdated/incorrect/obsolete/stale/false/wrong",
    "file/record ... outdated/obsolete/stale/incorrect",
)
_WISHED = "what i/we/he/she/they need/want/require/miss/lack"
"""What is wished for from the bot is no answer."""
_PASSING = 8
_LONG_ORDER = 6
_ORDER = 2
"""Words of "please amend", which says that something changes and not what."""
_BEFORE = phrases_in(moods()["was"])


def sentence_stems(text: str) -> tuple[str, ...]:
    """The stems of a part of a sentence."""
    return tuple(stem(word) for word in text.split() if word[0].isalnum())


def is_note(sentence: Sentence) -> bool:
    """Whether it asks for an answer to be written down anew: "could you note that we have 5,000 labels now?"."""
    return stands("can/could/would/will/may .. $NOTE", sentence.stems[:7]) and sentence.stems[0] in _OPENS


def _is_courtesy(sentence: Sentence) -> bool:
    return len(sentence.stems) <= _PASSING and is_courtesy(sentence)


def _is_plain(stating: list[Sentence], line: Line) -> bool:
    """Whether what stands beside a question says a change plainly, in one short sentence."""
    return (
        len(stating) == 1
        and len(stating[0].stems) <= _SHORT
        and any(stands(words, stating[0].stems) for words in _PLAINLY)
        and bool(changes(stating[0].text, line.said, least=Certainty.OWN))
        and not hits(stating[0]).has("architecture")
    )


def _is_order(sentence: Sentence) -> bool:
    """Whether it only asks for a change to be written down: "please amend", "please update the record"."""
    size = len(sentence.stems)
    return size <= _ORDER or (sentence.stems[0] in {"pleas", "kind"} and size <= _LONG_ORDER)


def _changes(sentence: Sentence, line: Line) -> dict[str, Value]:
    parts = [each for part in sentence.text.split(" , ") for each in part.split(" : ")]
    new = [part for part in parts if not any(stands(words, sentence_stems(part)) for words in (*_BEFORE, *_META))]
    is_order = sentence.stems[0] in {"pleas", "kind"}
    least = Certainty.HERE if len(sentence.stems) <= _PLAIN and not is_order else Certainty.OWN
    found = changes(" , ".join(new or parts), line.said, least=least)
    return {fact: value for fact, value in found.items() if value != line.said.get(fact)}

"""Questions that leave to the sentence before them what they ask: "What is drift? And recall?", "I had none. Do you?".

Either they name only another thing, or nothing at all.
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.catalog.asking import small
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.kinds import NAMES
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.shapes import is_asking
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stems_of

_WORDS = "and or also what about how then the a an for of is are plus too same goes likewise ditto with question"
_FILLING = stems_of(_WORDS)
_SLOTS = {
    "glossary": ("term", "term"),
    "why_not": ("architecture", "architecture"),
    "what_would_make": ("architecture", "architecture"),
    "who_answered": ("fact", "fact"),
    "status_of_answers": ("fact", "fact"),
}
"""Of each question: the slot that is filled anew, and with what kind of name."""


def again(before: Sequence[Asked], sentence: Sentence) -> tuple[Asked, ...]:
    """The question before, of what this sentence names; nothing where it says more than a name."""
    slot, kind = _SLOTS.get(before[-1].intent, ("", "")) if before else ("", "")
    named = hits(sentence).of(kind) if kind and sentence.is_marked else ()
    is_whole = kind != "term" and stands("what is/are", sentence.stems)
    if len(named) != 1 or sentence.stems[0] not in _FILLING or is_whole:
        return ()
    rest = [word for at, word in enumerate(sentence.stems) if not named[0].start <= at < named[0].end]
    return (Asked(before[-1].intent, {slot: named[0].name}),) if set(rest) <= _FILLING else ()


_LONGEST = 9
_OPENS = frozenset({"can", "could", "do", "would", "will", "are", "is", "have"})
_ANY = (
    "< any/your/some thought/thoughts/idea/ideas/opinion/opinions/view/views/hint/hints/clue/clues/suggestion/insight >"
)
_EMPTY = small("empty")

_OF_THE_DECISION = NAMES | {"sure"}
"""A sentence with one of these asks by its own words."""
_PASSES_ON = (
    "< and/so/but? what .. i/we/one .. tell/say/answer/reply/respond >",
    "< and/so/but? what .. i/we/one .. tell/say/answer/reply/respond to? .. him/her/them/that/this/boss/client >",
    "< and/so/but? how .. i/we/one .. answer/reply/respond to? him/her/them/that/this? >",
    "< i/we had/have/know/knew no? answer/answers/reply/idea/clue/none >",
    "< i/we could/did/do/can not answer/know/say/tell? >",
    "< do you? >",
)


def untagged(message: Message) -> Message:
    """The message without such a question, which a sentence before it then asks; what follows it asks nothing."""
    marked = [at for at, one in enumerate(message.sentences) if one.is_marked]
    if not marked or not marked[-1] or not _is_tag(message.sentences[marked[-1]]):
        return message
    before, after = list(message.sentences[: marked[-1]]), message.sentences[marked[-1] + 1 :]
    if any(is_asking(one) for one in after) or (len(marked) > 1 and not before[-1].is_marked):
        return message
    asks = [at for at, one in enumerate(before) if is_asking(one)]
    asking = asks[-1] if asks else len(before) - 1
    found = hits(before[asking])
    is_faint = found.has("outside") or not found.has_any(_OF_THE_DECISION)
    if len(marked) == 1 and (not asks or is_faint):
        before[asking] = replace(before[asking], is_marked=True)
    return replace(message, sentences=(*before, *after))


def _is_tag(one: Sentence) -> bool:
    """Whether a question says nothing of what it asks for."""
    if stands(_ANY, one.stems):
        return True
    return len(one.stems) <= _LONGEST and one.stems[0] in _OPENS and set(one.stems) <= _EMPTY


def passed_on(message: Message) -> Message:
    """The message without the question what to tell somebody, behind what they ask or hold; alone it is left.

    "My boss prefers tools. I had no answer. Do you?" asks why not tools.
    """
    kept = list(message.sentences[:1])
    for one in message.sentences[1:]:
        if len(one.stems) <= _LONGEST and stands(_PASSES_ON, one.stems):
            kept[-1] = replace(kept[-1], is_marked=True)
        else:
            kept.append(one)
    return replace(message, sentences=tuple(kept))

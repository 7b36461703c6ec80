"""All that the sentences of a message ask -> what it asks: without what only echoes another, or leads to it.

"On what date, and by whom?" is one question of two halves.
"""

from collections.abc import Mapping

from rules.catalog.asking import moods, phrases_in, small
from rules.facts import Value
from rules.hearing.questions.countering import counter_proposal
from rules.hearing.questions.cutting import Message
from rules.hearing.questions.kinds import QUESTION_WORDS
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.pointing import chosen
from rules.hearing.questions.reacting import is_all_courtesy
from rules.hearing.questions.scene import asked
from rules.hearing.questions.shapes import is_exclaimed
from rules.hearing.values import Asked

_ORDERS = small("orders")
_SURELY = phrases_in(moods()["surely"])
_DIFFERENCE = ("what .. difference/differences/delta/diff", "< diff/difference")
_REVIEWED = "review/revisit/recheck/reassess/check/checkpoint/again/monthly/meeting/session"
_WHO_DID = (
    "who .. changed/edited/altered/amended/swapped/replaced/overwrote/corrected/revised/adjusted .. it/that/this/them",
    "who .. put/entered/wrote/set/decided/filled .. it/that/this/them",
    "who did it/that/this",
)
_HALVES = 2
_DOUBTS = frozenset({"why", "why_not", "glossary"})
"""What is asked of one way where another one is said to do."""


def settled(found: tuple[Asked, ...], message: Message, said: Mapping[str, Value]) -> tuple[Asked, ...]:
    """Without what only echoes another: the question that a supposition ends with, an unknown beside what is known."""
    found = _by_somebody(_without_chosen(found, message, said), message)
    intents = {one.intent for one in found}
    if len(intents) > 1 and "how_sure" in intents and not any(stands(_SURELY, one.stems) for one in message.sentences):
        found = tuple(one for one in found if one.intent != "how_sure")
    are_apart = "compare" in intents or sum(one.intent == "glossary" for one in found) > 1
    if are_apart and any(stands(_DIFFERENCE, one.stems) for one in message.sentences):
        found = tuple(one for one in found if one.intent != "what_would_change")
    if not any(hits(one).has("supposes") for one in message.sentences):
        found = tuple(one for one in found if not _is_only_named(one, found))
    found = _owned(_by_whom(found), message)
    if any(one.intent == "compare" and one.slots["architectures"] for one in found):
        found = tuple(one for one in found if one.intent != "compare" or one.slots["architectures"])
    instead = counter_proposal(message.sentences)
    if instead and intents <= _DOUBTS and instead != chosen(said):
        found = asked("why_not", architecture=instead)
    if "what_if" in intents:
        found = tuple(one for one in found if one.intent not in {"next", "what_would_change", "unknown"})
    if not found and _is_question(message):
        return asked("unknown")
    return found


def _without_chosen(found: tuple[Asked, ...], message: Message, said: Mapping[str, Value]) -> tuple[Asked, ...]:
    """Without the chosen architecture, doubted for the sake of another: "is RAG not overkill, can't we prompt?"."""
    refused = [one for one in found if one.intent == "why_not"]
    if refused and not any(hits(one).has("sure", "why") for one in message.sentences):
        found = tuple(one for one in found if one.intent != "why")
    verdict = chosen(said) if len(refused) > 1 else ""
    return tuple(one for one in found if one not in refused or one.slots["architecture"] != verdict)


def _by_somebody(found: tuple[Asked, ...], message: Message) -> tuple[Asked, ...]:
    """Who gave an answer, where it is told only to ask that: "it says daily now, I'd like to know who changed it"."""
    told = [fact for one in found for fact in one.changes]
    is_asked = any(stands(_WHO_DID, one.stems) for one in message.sentences)
    if not (told and is_asked):
        return found
    named = tuple(one for one in found if one.intent == "who_answered")
    return named or asked("who_answered", fact=told[0])


def _by_whom(found: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """One question of two halves: "on what date, and by whom, was the answer on access given?"."""
    named = [one for one in found if one.intent == "who_answered" and one.slots["fact"]]
    if named:
        found = tuple(one for one in found if one != Asked("who_answered", {"fact": ""}))
    about = [one.slots["fact"] for one in found if one.intent == "status_of_answers"]
    if len(found) != _HALVES or len(about) != 1 or Asked("who_answered", {"fact": ""}) not in found:
        return found
    return asked("who_answered", fact=about[0])


def _owned(found: tuple[Asked, ...], message: Message) -> tuple[Asked, ...]:
    """Without the review, where what comes next is asked with who takes it on: "what is next, and who does it?"."""
    if {one.intent for one in found} != {"next", "review"} or any(
        stands(_REVIEWED, one.stems) for one in message.sentences
    ):
        return found
    return tuple(one for one in found if one.intent == "next")


def _is_only_named(one: Asked, found: tuple[Asked, ...]) -> bool:
    """Whether a value is named for the question who said so, and supposes nothing: "clean data? who claimed that?"."""
    about = {other.slots["fact"] for other in found if other.intent == "who_answered"}
    return one.intent == "what_if" and bool(one.changes) and one.changes.keys() <= about


def _is_question(message: Message) -> bool:
    """Whether something is asked, though nothing that is known."""
    return any(
        sentence.is_marked
        or (first := next(iter(sentence.stems), "")) in _ORDERS
        or (not is_exclaimed(sentence) and first in QUESTION_WORDS | {"is", "can", "could"})
        for sentence in message.sentences
    ) and not is_all_courtesy(message)


def pointed(message: Message) -> tuple[Asked, ...]:
    """The question "which?" under a quotation that counts open answers."""
    is_short = sum(len(one.stems) for one in message.sentences) <= 4
    asks = any(stands("which/what/who/those/they/these", one.stems) for one in message.sentences)
    is_open = any(stands("open/unanswered/missing/left/more", one.stems) for one in message.quoted)
    return asked("status_of_answers", fact="") if is_short and asks and is_open else ()

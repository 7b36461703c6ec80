"""Whether what a message seems to say is plain enough to act on, is only to be offered, or wants nothing.

"The gateway is back" wants nothing of anybody, whatever word of it is known here.
"""

from collections.abc import Mapping

from rules.catalog.asking import moods, phrases_in, small
from rules.facts import Value
from rules.hearing.questions.amending import ordered
from rules.hearing.questions.cutting import Message, Sentence
from rules.hearing.questions.kinds import BANDS, NAMES
from rules.hearing.questions.likeness import CHANGE, NOTHING, OUTSIDE, nearest, shares
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.pointing import fact_quoted
from rules.hearing.questions.shapes import is_asking, is_order, is_question_word, is_wish
from rules.hearing.questions.slots import is_likely
from rules.hearing.questions.values_said import is_on_topic, plain_facts
from rules.hearing.values import Asked
from rules.hearing.words.contrast import current

_STARTS = small("starts")
_NO_REPLY = phrases_in(moods()["no_reply"])
_SHORTEST = 3
_KNOWING, _MAY_BE = 0.3, 0.05
"""Below the one share of the likeliest the words are not known here; from the other on they may well want nothing."""
_OURS = "you/it/this/that/we/us/our/these/those/them/they/he/she/i/me"
_PLAINLY = 0.7
_SAID = 0.4
"""From this share on a sentence wants nothing; a question always wants something."""
_ALMOST, _IN_PASSING = 0.3, 0.25
"""... or from this one on beside another that does, or where no answer is given with it."""
_ELSEWHERE = 0.6
"""From this share on words that name nothing known here are of the world outside."""
_SURELY = 0.9
"""From this one on it wants nothing whatever phrase stands in it."""
_FEW = 6
_SAVED = 0.75
"""The same for what is written down."""
_LIKELY = 0.5
"""From this share on the words are of a question, although no phrase of them is plainly its own."""
_OF_THE_DECISION = NAMES | {"sure", "changed", "supposes", "then", "leans"}
_MAY_WANT_NOTHING, _TOLD = 0.2, 5
"""From this share on what is told may want nothing; so many words say something, if not to the bot."""
_OF_A_QUESTION = frozenset({"architecture", "term", "sure", "supposes", "then"})
_KNOWN = NAMES | {"then", "sure"}


def split_weak(found: tuple[Asked, ...], message: Message) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """(What is plain, what is only likely): values that no words plainly give are offered, never taken."""
    if not any(one.changes for one in found):
        return found, ()
    texts = [one.text for one in (*message.sentences, *message.quoted)]
    plain = plain_facts([*dict.fromkeys((*texts, *map(current, texts)))])
    about = {fact_quoted(message.quotation), *ordered(message)}
    stems = tuple(stem for one in (*message.quoted, *message.sentences) for stem in one.stems)
    least = _LIKELY if len(stems) > _FEW else _LIKELY / 2
    supposing = [one.stems for one in message.sentences if hits(one).has("supposes") and len(found) > 1]
    weak = tuple(
        one
        for one in found
        if not one.changes.keys() <= plain | about
        and not is_likely(one.changes, stems, _SAVED if one.intent == CHANGE else least)
        and not any(is_likely(one.changes, words, _enough(one, words)) for words in supposing)
    )
    kept = tuple(one for one in found if one not in weak)
    said = " ".join(texts)
    return kept, tuple(
        one for one in weak if one.intent != "change_answer" or any(is_on_topic(fact, said) for fact in one.changes)
    )


def _enough(one: Asked, words: tuple[str, ...]) -> float:
    """From which share on its words mean it: fewer do where they give a number to what is counted."""
    is_counted = one.changes.keys() <= {*BANDS} and any(word[0].isdigit() for word in words)
    return _LIKELY if is_counted else _SAVED


def without_standing(found: tuple[Asked, ...], said: Mapping[str, Value]) -> tuple[Asked, ...]:
    """Without what supposes only what stands, beside anything else: 'if those "consistent" labels are garbage?'."""
    new = tuple(one for one in found if not (one.changes and all(said.get(f) == v for f, v in one.changes.items())))
    return new or found


def says_nothing(message: Message) -> bool:
    """Whether all of it is most like what people say without wanting anything of anybody."""
    are_told = all(not (one.is_marked or is_question_word(one)) for one in message.sentences)
    remarks = [one for one in message.sentences if is_remark(one)]
    is_remarked = bool(remarks) and all(is_remark(one, _ALMOST) for one in message.sentences)
    is_in_passing = all(is_remark(one, _IN_PASSING) for one in message.sentences)
    is_in_passing = is_in_passing and not plain_facts([one.text for one in message.sentences])
    return are_told and (is_remarked or is_in_passing or all(map(_is_elsewhere_told, message.sentences)))


def surely_says_nothing(message: Message) -> bool:
    """The same by far, whatever phrase stands in it: "no comments from my side, all good"."""
    are_told = all(not (one.is_marked or is_question_word(one) or is_order(one)) for one in message.sentences)
    return are_told and all(map(is_plain_remark, message.sentences))


def is_plain_remark(sentence: Sentence) -> bool:
    """Whether by all of its words it wants nothing, even where a mark asks: "thanks everybody, lunch?"."""
    return is_remark(sentence, _SURELY)


def _is_elsewhere_told(sentence: Sentence) -> bool:
    """Whether it is told, not asked, without a word of the decision, and may well want nothing: "dibs on the room"."""
    if is_order(sentence) or is_asking(sentence) or hits(sentence).has_any(_OF_THE_DECISION):
        return False
    first = nearest(sentence)
    if first.share < _KNOWING or shares(sentence)[NOTHING] < _MAY_BE:
        return False
    return not plain_facts([sentence.text])


def is_only_told(message: Message) -> bool:
    """Whether all of it is told, not asked, and names nothing of the decision: "the gateway is back"."""
    if not all(is_told(one) and _names_nothing(one) for one in message.sentences):
        return False
    is_long = sum(len(one.stems) for one in message.sentences) >= _TOLD
    return is_long or any(map(_may_want_nothing, message.sentences))


def is_told(sentence: Sentence) -> bool:
    """Whether nothing in its shape asks for anything."""
    orders = is_order(sentence) and sentence.stems[1:2] != ("not",)  # "can not hear you"
    asks = sentence.is_marked or orders or is_asking(sentence) or is_wish(sentence)
    return not (asks or is_question_word(sentence))


def _names_nothing(sentence: Sentence) -> bool:
    """Whether it names nothing of the decision, and gives no value."""
    found = hits(sentence)
    if found.has_any(_OF_A_QUESTION) or plain_facts([sentence.text]):
        return False
    return not found.has_any(("changed", "fact")) or _may_want_nothing(sentence)


def _may_want_nothing(sentence: Sentence) -> bool:
    """Whether it may well be talk, or of the world outside."""
    liked = shares(sentence)
    return hits(sentence).has("outside") or liked[NOTHING] + liked[OUTSIDE] >= _MAY_WANT_NOTHING


def is_remark(sentence: Sentence, least: float = _SAID) -> bool:
    """Whether a sentence is most like what people say without wanting anything of anybody."""
    first = nearest(sentence)
    return first.name == NOTHING and first.share >= least


def wants_no_reply(message: Message) -> bool:
    """Whether it says that nothing is wanted, and asks nothing: "no need to reply, I just wanted to say well done"."""
    is_said = any(stands(_NO_REPLY, one.stems) for one in message.sentences)
    return is_said and not any(one.is_marked or is_order(one) for one in message.sentences)


def wants_plainly(of: Sentence) -> str:
    """What a sentence is plainly like, where that is a question: "compare"; "" where it is like none."""
    first = nearest(of)
    is_plain = first.share >= _PLAINLY and first.name not in {NOTHING, CHANGE, OUTSIDE, "what_if"}
    return first.name if is_plain else ""


def is_elsewhere(sentence: Sentence) -> bool:
    """Whether a question speaks of nothing that is known here: "does it rain tomorrow?" beside another question."""
    found = hits(sentence)
    first = nearest(sentence)
    is_known = found.has_any(_KNOWN)
    if found.has("outside") or (first.name == OUTSIDE and first.share >= _ELSEWHERE and not is_known):
        return True
    return (
        len(sentence.stems) >= _SHORTEST
        and sentence.stems[0] in _STARTS
        and not is_known
        and not stands(_OURS, sentence.stems)
    )

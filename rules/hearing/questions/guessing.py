"""What a message may want where no phrase says so plainly, or where what a phrase hears is doubted.

"Tools feel pointless, honestly" may ask why not tools: that is offered, never taken.
"""

from collections.abc import Collection

from rules.hearing.questions.certain import says_nothing
from rules.hearing.questions.challenging import idle
from rules.hearing.questions.cutting import Message, cut
from rules.hearing.questions.itself import ABOUT_BOT, VERDICT
from rules.hearing.questions.likeness import is_inside
from rules.hearing.questions.matching import LIKELY, hits, is_courtesy
from rules.hearing.questions.offering import (
    guessed,
    is_backed,
    is_beside,
    is_like_nothing,
    second_thoughts,
    unlike,
)
from rules.hearing.questions.parts import held_against_verdict, without_outcome
from rules.hearing.questions.pointing import fact_quoted
from rules.hearing.questions.scene import Clause, clause_of, follow, scene_of
from rules.hearing.questions.shapes import is_asking, is_order, is_question_word
from rules.hearing.questions.slots import overheard
from rules.hearing.values import IDLE, Asked, Line, QuestionReading

_BEGINNING = 2
_SEVERAL, _WORDY = 2, 22
"""In a message of more words one of several questions may be words by the way."""


def weakly(plain: tuple[Asked, ...], weak: tuple[Asked, ...], message: Message, line: Line) -> tuple[Asked, ...]:
    """What to offer where values are only likely: they, and what else the words may give."""
    last = clause_of(message.sentences[-1], scene_of(message, line.said), is_alone=len(message.sentences) == 1)
    others = [other for one in weak for other in second_thoughts(one, message, last)]
    return unlike([*plain, *weak, *others, *guessed_last(message, line)[1]])


def doubted(plain: tuple[Asked, ...], message: Message, line: Line) -> tuple[Asked, ...]:
    """The one question that is heard with others beside it, where no example bears it out."""
    are_words = len(plain) > 1 and all(one.intent == "glossary" for one in plain)  # "LoRA vs SFT?" compares two words
    beside = len(plain) > 1 and len(message.sentences) == 1 and is_beside(plain, message.sentences[0]) and not are_words
    if not beside and (len(plain) != 1 or _is_sure(plain[0], message)):
        return ()
    last = clause_of(message.sentences[-1], scene_of(message, line.said), is_alone=len(message.sentences) == 1)
    offers = second_thoughts(plain[0], message, last)
    return () if offers == plain else offers  # one offer alone asks back for nothing


def borne_out(found: tuple[Asked, ...], message: Message) -> tuple[Asked, ...]:
    """Of several questions those that examples bear out, where some are: the others are words by the way."""
    if len(found) < _SEVERAL or sum(len(one.stems) for one in message.sentences) <= _WORDY:
        return found
    known = {fact for one in found for fact in one.changes}
    return tuple(one for one in found if one.intent == "glossary" or _is_sure(one, message, known)) or found


def _is_sure(one: Asked, message: Message, known: Collection[str] = ()) -> bool:
    """Whether nothing speaks against it: it is a change, it supposes in so many words, or examples bear it out.

    `known`: the facts of which something is heard beside it.
    """
    if one.changes.keys() == {fact_quoted(message.quotation)}:
        return True
    if one.intent == "what_if":
        texts = [each.text for each in message.sentences if hits(each).has("supposes")]
        if any(overheard({*one.changes, *known}, without_outcome(text)) for text in texts):
            return False
    if one.intent in {"unknown", "change_answer", ABOUT_BOT, IDLE, VERDICT} or "given" in one.slots:
        return True
    if one.slots.get("of") == "break_even" and any(hits(each).has("term", "break-even") for each in message.sentences):
        return True
    begins = (hits(each).opens("supposes", _BEGINNING) for each in message.sentences)
    is_told = any(held_against_verdict(each) for each in message.sentences)
    return (one.intent == "what_if" and (is_told or any(begins))) or is_backed(one, message)


def guess(line: Line) -> QuestionReading:
    """What a line to the bot is like that neither asks nor answers by its shape; `unknown` where it is like nothing."""
    message = cut(line.text)
    if not message.sentences:
        return QuestionReading()
    last = clause_of(message.sentences[-1], scene_of(message, line.said), is_alone=len(message.sentences) == 1)
    told, offers = ((), ()) if is_like_nothing(last.sentence) else guessed(last)
    return QuestionReading(told, offers) if told or offers else QuestionReading((Asked("unknown"),))


def wants_nothing(line: Line) -> bool:
    """Whether all of a message is most like what people say without wanting anything of anybody."""
    message = cut(line.text)
    return bool(message.sentences) and says_nothing(message)


def guessed_last(message: Message, line: Line) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """What the last question of a message is like, where no phrase heard it and it is not of the outside world."""
    scene = scene_of(message, line.said)
    last: Clause | None = None
    for sentence in message.sentences:
        clause = clause_of(sentence, scene, is_alone=len(message.sentences) == 1)
        if sentence.is_marked or is_order(sentence) or is_asking(sentence) or is_question_word(sentence):
            last = clause
        elif _is_claim(clause):
            last = last or clause
        scene = follow(scene, sentence)
    outside = (one for one in message.sentences if hits(one).has("outside") and not is_inside(one))
    if last is None or any(one.is_marked or one is last.sentence for one in outside) or is_courtesy(last.sentence):
        return (), ()
    return guessed(last) if not idle(last) else ((), ())


def _is_claim(clause: Clause) -> bool:
    """Whether it speaks for or against an architecture, without asking."""
    return bool(clause.architectures) and bool(
        clause.asks("why_not", LIKELY) or clause.has("pointless/needless/unnecessary/obsolete/useless")
    )

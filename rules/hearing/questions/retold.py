"""What has become of an answer that a message tells of as it was: "we said weekly. The feed comes in at night now"."""

import re
from collections.abc import Mapping, Sequence

from rules.catalog.asking import moods, phrases_in
from rules.facts import ALONE, VALUES, Value
from rules.hearing.amounts.numbers import quantities
from rules.hearing.questions.amending import ORDERS, OVER
from rules.hearing.questions.cutting import Message, Sentence, cut, sentence, stems_in
from rules.hearing.questions.kinds import BANDS, LATER
from rules.hearing.questions.likeness import CHANGE, NOTHING, OUTSIDE, nearest
from rules.hearing.questions.matching import Hit, hits, stands
from rules.hearing.questions.scene import asked
from rules.hearing.questions.shapes import is_asking
from rules.hearing.questions.slots import likeliest_of
from rules.hearing.questions.values_said import answer_to, is_on_topic, plain_facts
from rules.hearing.values import Asked, Line, each_in
from rules.hearing.words.pieces import pieces

_PARTS = re.compile(r" [,:;] | (?=(?:it|that|this|they|there|we) (?:is|are) now )")
_WHEN = re.compile(
    r"^ *((?:when (?:we|i|they|you) (?:first )?(?:filled|answered|wrote|started|began|submitted)"
    r"|until|till|before last|back then|at the time|at first|originally|initially|in those days)\b[^,:;]*) ,"
)
"""A time that is over, with what was so then."""
_BEFORE = phrases_in(moods()["told_before"])
_OVER_NOW = ("no longer/more", "not .. longer/more/anymore", "any more", "anymore")
"""What is over by a word of its own, which may be the new answer as well: "no longer required"."""
_SINCE = re.compile(
    r"\bsince (?:(?:the|last|this|early|mid|late|start|end|beginning|of) )*[a-z]+(?= *(?:[,:;]| and |$))"
)
"""Since when something is so says nothing of how often: "every day since the spring"."""
_SAYS = (
    "< what i/we/he/she/they/you/one/anybody/anyone/somebody ... is/are/was/were/comes/amounts",
    "< what is/was/are left/remains/remaining/usable ... is/are/comes/amounts",
)
"""What begins so and gives a value says it, and asks nothing: "what we can use is about ninety"."""
_NO_LONGER = re.compile(r"\b(?:no longer|no more|not|any more|anymore|any longer)\b")
_TO_BE_TOLD = (
    "tell/show/remind/explain me/us",
    "like/love/need/want/wants/keen/curious/glad/happy .. to .. know/hear/understand/see/learn/told/find",
    "find out",
    "wonder/wonders/wondering/curious",
)
"""Who says so wants to be told something, and reports nothing new."""
_ADDS = frozenset({"also", "too", "well", "addit"})
_BARE = 5
_LIKE = 0.4
"""From this share on what may ask is like one question rather than any other."""
_NUMBERED = {*BANDS, "freshness"}


def retold(message: Message, line: Line) -> tuple[Asked, ...]:
    """The new answer to the question of which the message tells the old one; nothing where it asks or supposes."""
    parts = _parts(message)
    orders = [part for part in parts if _is_order(part)]
    before = [part for part in parts if part not in orders and _stands(_BEFORE, part)]
    before = before or [part for part in parts if part not in orders and _stands(_OVER_NOW, part)]
    before = parts[: parts.index(before[0])] + before if before and _points(before[0]) else before
    now = [part for part in parts if part not in {*before, *orders}]
    if not (line.mention and now) or message.quoted or _asks(message, [] if orders else now):
        return ()
    found = _new(_facts(before, orders, now, line.said), before, now, line.said)
    return asked("change_answer", changes=found) if found else ()


def is_of_before(text: str) -> bool:
    """Whether all of it tells of an answer as it was."""
    parts = _parts(cut(text))
    return bool(parts) and all(_stands(_BEFORE, part) for part in parts) and not any(map(_is_left, parts))


def is_retold(line: Line) -> bool:
    """Whether the line tells what has become of an answer."""
    return bool(retold(cut(line.text), line))


def _new(facts: Sequence[str], before: list[str], now: list[str], said: Mapping[str, Value]) -> dict[str, Value]:
    """The one answer that is another now, at best in place of the one that stands."""
    values = ((fact, _now(fact, now)) for fact in facts)
    new: dict[str, Value] = {fact: value for fact, value in values if value not in {None, said.get(fact)}}
    was = {fact: answer_to(fact, " , ".join(before)) for fact in new}
    new |= {
        fact: _with(fact, was[fact], new[fact]) for fact in ALONE if fact in new and _ADDS & {*stems_in(" ".join(now))}
    }
    standing = {fact for fact in new if fact in said and was[fact] == said[fact]}
    over = standing or {fact for fact in new if was[fact] not in {None, new[fact]}} or {*new}
    fact = next(iter(over)) if len(over) == 1 else likeliest_of(over, stems_in(" ".join([*before, *now])))
    return {fact: new[fact]} if fact else {}


def _with(fact: str, was: Value, now: Value) -> Value:
    """What a list holds with what has come on top."""
    held = (each_in(was) | each_in(now)) - {ALONE[fact], None}
    return tuple(each for each in VALUES[fact] if each in held)


def _parts(message: Message) -> list[str]:
    """The parts of the message, each told of one time."""
    texts = [_WHEN.sub(r"\1", f" {one.text} ") for one in message.sentences]
    return [part for text in texts for part in _PARTS.split(text) if part.strip(" ,:;")]


def _is_left(part: str) -> bool:
    """Whether it says as well what is left: "of what we called examples 700 survive"."""
    return stands("survive/survives/survived/remain/remains/left", stems_in(part))


def _points(part: str) -> bool:
    """Whether it only says that what stands before it is over: "outdated", "that's not so"."""
    return len(stems_in(part)) <= _BARE and _stands((), part)


def _asks(message: Message, now: list[str]) -> bool:
    """Whether it asks, supposes or wants to be told something."""
    are_asking = any(one.is_marked or hits(one).has("supposes") for one in message.sentences)
    are_asking = are_asking or any(stands(_TO_BE_TOLD, one.stems) for one in message.sentences)
    asking = (one for one in message.sentences if is_asking(one) and not _says(one))
    are_asking = are_asking or any(map(_is_like_a_question, asking))
    return are_asking or any(hits(sentence(part)).has("then") for part in now)


def _says(one: Sentence) -> bool:
    """Whether it gives a value, although it begins like a question."""
    return stands(_SAYS, one.stems) and bool(quantities(pieces(one.text)))


def _is_like_a_question(one: Sentence) -> bool:
    """Whether it is plainly like a question that is known."""
    first = nearest(one)
    return first.share >= _LIKE and first.name not in {CHANGE, NOTHING, OUTSIDE, "what_if"}


def _stands(phrases: Sequence[str], part: str) -> bool:
    """Whether one of the phrases, or that something is over, stands in a part."""
    stems = sentence(part).stems
    return stands(phrases if phrases is _OVER_NOW else (*phrases, *OVER), stems)


def _is_order(part: str) -> bool:
    """Whether it only asks for the change, and gives no number."""
    stems = sentence(part).stems
    return stands(ORDERS, stems) and not any(word[0].isdigit() for word in stems)


def _facts(before: list[str], orders: list[str], now: list[str], said: Mapping[str, Value]) -> list[str]:
    """The questions of which is told; where one number stands instead of another, those answered in numbers."""
    told = _told_of(before, orders, said)
    is_number, is_other = (any(quantities(pieces(part)) for part in several) for several in (before, now))
    topics = [fact for fact in BANDS if any(is_on_topic(fact, part) for part in (*before, *now))]
    standing = (fact for fact in BANDS if fact in said and answer_to(fact, " , ".join(before)) == said[fact])
    counted = [fact for fact in dict.fromkeys((*topics, *told)) if fact in _NUMBERED] or [*standing]
    both = (fact for fact in sorted(plain_facts(now)) if answer_to(fact, " , ".join(before)) is not None)
    return counted if is_number and is_other else told or [*both] or _named_over(before, said)


def _told_of(before: list[str], orders: list[str], said: Mapping[str, Value]) -> list[str]:
    """The questions of which these parts speak, or to which they give an answer."""
    named = called([*before, *orders])
    words = {word for part in before for word in part.split()}
    only = [fact for fact, value in said.items() if each_in(value) & words]
    told = dict.fromkeys((*sorted(plain_facts(before)), *named, *(only if len(only) == 1 else ())))
    return [fact for fact in told if fact not in LATER]


def called(parts: list[str]) -> list[str]:
    """The questions that these parts call by name."""
    known = [(one, hits(one).of("fact")) for one in (sentence(part) for part in parts)]
    return [*dict.fromkeys(hit.name for one, found in known for hit in found if not _is_word(hit, one))]


def _is_word(hit: Hit, of: Sentence) -> bool:
    """Whether a name is only a word of an order: "update the hosting answer" is not about updates."""
    return of.words[hit.start] == "right" or stands("< $AMEND >", of.stems[hit.start : hit.end])


def _named_over(before: list[str], said: Mapping[str, Value]) -> list[str]:
    """The questions whose given answer these parts say is no longer so."""
    over = " , ".join(_NO_LONGER.sub(" ", part) for part in before)
    return [fact for fact, value in said.items() if each_in(answer_to(fact, over)) & each_in(value)]


def _now(fact: str, parts: list[str]) -> Value:
    """What the parts answer to the question, together or else the last one that does."""
    parts = [_SINCE.sub(" ", part) for part in parts]
    together = answer_to(fact, " , ".join(parts))
    if together is not None and fact not in ALONE:
        return together
    return next((value for part in reversed(parts) if (value := answer_to(fact, part)) is not None), None)

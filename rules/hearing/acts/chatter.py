"""Whether an unaddressed line is what people say to each other: then it is left alone, without a word."""

import itertools
from collections.abc import Iterable, Sequence

from rules.hearing.evidence.evidence import HERE, OWN, Mark, thoughts_of
from rules.hearing.evidence.leaning import TALK, share_of
from rules.hearing.values import Asked, Heard, Line
from rules.hearing.words.patterns import LIGHT
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import BREAKS, NAME, stems_of

LONGEST = 22
"""Unaddressed lines of more words than this are people talking to each other."""
_THANKS_WORDS = "thank thanks cheers ta grateful obliged appreciate appreciated kind"
_THANKS = stems_of(_THANKS_WORDS)
_WARMLY_WORDS = (
    "you ever so very much most many a lot indeed really truly again all that this is was are been have of i we for "
    "the your help time patience bunch ton heap load million too just"
)
_PRAISED = frozenset({"you", "rock", "rule", "star", "hero", "legend", "champion", "the", "best", "are", "a", "your"})
_WAS = frozenset({"veri", "realli", "so", "far", "was", "been", "super", "most", "extrem", "quit"})
_GOOD_WORDS = "helpful useful great good nice clear quick kind that this it is has all for now and much"
_GOOD = stems_of(_GOOD_WORDS)
"""What thanks may hold besides: who is praised, and how good something was."""
_WARMLY = stems_of(_WARMLY_WORDS)
_COMPLIMENT = 5
_SMALL_WORDS = "by in on at from for with of as or and per up out"
_SMALL = stems_of(_SMALL_WORDS)
_OPINIONS = {("i", "think"), ("i", "say"), ("i", "guess"), ("i", "reckon"), ("i", "believ"), ("i", "suppos")}
"""With these an answer ends, as talk begins with them."""
_FILLING_WORDS = (
    "maybe perhaps about around may might can need so yet there them anyway honestly honest tbh frankly mostly actually"
    " basically roughly approximately nearly almost"
)
_FILLING = stems_of(_FILLING_WORDS)
"""Words that may stand around an answer and leave it whole."""
_TO_SOMEBODY = frozenset({"?", "you", "your", "can", "could", "please", "pleas", "thought", "ani", "let", "shall"})
"""What people ask of each other."""
_ASKING_WORDS = "can could are is was were did does do will would should shall has have had may"
_ASKING = stems_of(_ASKING_WORDS)
_ASKED_WORDS = "we you i it he she they there that this the both everyone anyone anybody somebody someone all"
_ASKED = stems_of(_ASKED_WORDS)
_MUSING_WORDS = "if hope wish remember imagine wonder suppose maybe perhaps guess"
_MUSING = stems_of(_MUSING_WORDS)
"""With these people wish, recall or suppose something among themselves."""
_SOCIAL_WORDS = (
    "sorry agree agreed np nvm nevermind mind welcome congrats congratulations bye cheers thanks thank lol haha hah hi"
    " hello hey right great good nice wow cool work job everyone team ok okay bot"
)
_SOCIAL = stems_of(_SOCIAL_WORDS)
"""What thanks, praise and apologies are made of."""
_TO_WHOM = 1
"""Words beside them, such as the name of whoever is thanked."""
_MOMENTS = stems_of("sec second min minute moment mo tick")
_SO_MANY = stems_of("a one two three five ten few couple of 1 2 3 5 10 another")
_WAITING = stems_of("just hang hold on wait give me us gimme ok okay sorry please folks guys all i need be back in brb")
"""How people ask each other to wait: "ok, just a sec"."""
_TALKED, _TALKED_TO_IT, _MORE = 0.07, 0.3, 1.5
"""From these shares on, and from so many times that of speed, what stands beside it is talk."""
_NEEDED = (0.34, 0.6)
"""The share of its words that have to be answer: by how much the line sounds like talk."""
_NEEDED_LONG = (0.4, 0.6)
"""... where the words of an answer are three or more."""
_NEEDED_OWN = (0.15, 0.6)
_NEEDED_ONE = (0.45, 0.75)
"""... where all that is said is one word of an answer."""
_SPELT, _ALL = 5, 0.9
"""A phrase of so many words that is nearly all of the line is an answer, whatever words of talk it holds."""
_NEEDED_WORD = (0.4, 0.5)
"""The same where all that is plain is one word."""


def is_for_somebody_else(stems: Sequence[str], *, mention: bool) -> bool:
    """Whether it plainly is: it holds a colleague's name, or is longer than a plain answer.

    Addressed to the bot as well, it has to begin with the name and go on with what people ask of each other.
    """
    if mention:
        return stems[0] == NAME and bool(_TO_SOMEBODY & set(stems[1:]))
    is_long = sum(word not in BREAKS for word in stems) > LONGEST
    return NAME in stems or is_long or bool(phrases("telling_a_colleague").places(stems))


def passed_by(typed: Line, stems: Sequence[str]) -> Heard:
    """What is taken for talk among colleagues: who says it to the bot, and not in thanks, is told nothing was done."""
    rest = {*stems} - _SOCIAL - BREAKS - LIGHT - _SMALL
    is_social = is_courtesy(stems) or (len(rest) <= _TO_WHOM and not _SOCIAL.isdisjoint(stems))
    return Heard(silent=True, is_passed_by=typed.mention and not is_social)


def asks_for_a_moment(stems: Sequence[str], *, mention: bool) -> bool:
    """Whether it asks colleagues to wait, and tells why: "two secs, the door"; not why an answer has to be fast."""
    groups = itertools.groupby(stems, key=lambda word: word in BREAKS)
    thoughts = [tuple(words) for is_mark, words in groups if not is_mark]
    waiting = [said for said in thoughts if _MOMENTS & {*said} and {*said} <= _MOMENTS | _SO_MANY | _WAITING]
    rest = [word for said in thoughts if said not in waiting for word in said]
    if not waiting or not rest:
        return False
    if {*rest} <= _WAITING:
        return True
    talked = share_of(TALK, rest)
    return talked >= (_TALKED_TO_IT if mention else _TALKED) and talked >= _MORE * share_of("latency", rest)


def is_courtesy(stems: Sequence[str]) -> bool:
    """Whether it is thanks and the like, thought by thought: "thanks, appreciate it"."""
    groups = itertools.groupby(stems, key=lambda word: word in BREAKS)
    thoughts = [tuple(words) for is_mark, words in groups if not is_mark]
    is_said = [
        bool(phrases("courtesy").places(thought) or _compliment(thought) or _thanks(thought))
        or (number > 0 and bool(_THANKS & set(thoughts[0])) and _praise(thought))
        for number, thought in enumerate(thoughts)
    ]
    return bool(phrases("courtesy").places(stems)) or all(is_said)


def _thanks(stems: Sequence[str]) -> bool:
    """Whether it is nothing but thanks, however warm: "thank you ever so much"."""
    return bool(_THANKS & set(stems)) and set(stems) <= _THANKS | _WARMLY | _PRAISED


def _praise(stems: Sequence[str]) -> bool:
    """Whether it says, behind thanks, how good something was: "very helpful so far"."""
    return bool(_WAS & set(stems)) and set(stems) <= _WAS | _GOOD


def _compliment(stems: Sequence[str]) -> bool:
    """Whether it praises who is spoken to: "very kind of you"."""
    return stems[-2:] == ("of", "you") and len(stems) <= _COMPLIMENT


def talk(stems: Sequence[str]) -> int:
    """How much the line sounds like people talking: 0 not at all, 1 a little, 2 plainly."""
    if stems[-2:] in _OPINIONS:
        stems = stems[:-2]
    if phrases("talk").places(stems) or any(":" in word for word in stems if word != ":"):
        return 2
    return int(bool(phrases("chatter").places(stems)))


def is_plainly_said(stems: Sequence[str], marks: Iterable[Mark], sounds_like_talk: int) -> bool:
    """Whether the marks make up so much of the line, or of its first thought, that it is an answer by its shape."""
    plain = [mark for mark in marks if mark.grade >= HERE and not mark.is_denied]
    places = [(mark.start, mark.end) for mark in marks if mark.grade >= HERE]
    if not places or begins_as_question(stems):
        return False
    spelt = [(mark.start, mark.end) for mark in plain if mark.grade == OWN and mark.size >= _SPELT]
    if any(_share(stems, range(len(stems)), [place]) >= _ALL for place in spelt):
        return True
    places += [(mark.start, mark.end) for mark in marks if any(mark.values == other.values for other in plain)]
    first = thoughts_of(stems)[0]
    carrying = sum(stems[at] not in BREAKS and stems[at] not in LIGHT | _SMALL for at in first)
    if (
        carrying > 1
        and first.stop < len(stems)
        and stems[first.stop - 1] in BREAKS
        and stems[0] != "i"
        and _share(stems, first, places) >= 0.99
    ):
        sounds_like_talk -= 1
    if sounds_like_talk > 1:
        return False
    sounds_like_talk = max(0, sounds_like_talk)
    own = max((mark.size for mark in marks if mark.grade == OWN), default=0)
    share = max(_share(stems, range(len(stems)), places), 0.9 * (_share(stems, first, places) >= 0.99))
    longest = max(mark.size for mark in marks)
    needed = (
        _NEEDED_OWN
        if own > 1
        else _NEEDED_LONG
        if longest > 2 and not own
        else _NEEDED_WORD
        if own
        else _NEEDED
        if longest > 1
        else _NEEDED_ONE
    )
    return share >= needed[sounds_like_talk]


def begins_as_question(stems: Sequence[str]) -> bool:
    """Whether it is asked of the others, without a mark: "are we still on for the weekly"."""
    asked = stems[1 + (stems[1:2] == ("not",)) :]  # "wasn't it 400"
    return bool(asked) and stems[0] in _ASKING and asked[0] in _ASKED


def is_musing(stems: Sequence[str]) -> bool:
    """Whether it does not say how things are, but how somebody would have them, or what somebody said."""
    return stems[0] == "you" or not _MUSING.isdisjoint(stems)


def is_all_said(stems: Sequence[str], places: Sequence[tuple[int, int]]) -> bool:
    """Whether these places are nearly all that the line says."""
    return talk(stems) == 0 and _share(stems, range(len(stems)), [*places, *_filling(stems)]) >= 0.7


def covers(stems: Sequence[str], thought: range, marks: Iterable[Mark]) -> bool:
    """Whether the marks are all that the thought says."""
    places = [(mark.start, mark.end) for mark in marks]
    return bool(places) and _share(stems, thought, [*places, *_filling(stems)]) == 1.0


def _filling(stems: Sequence[str]) -> list[tuple[int, int]]:
    return [(at, at + 1) for at, word in enumerate(stems) if word in _FILLING]


def _share(stems: Sequence[str], within: range, places: Sequence[tuple[int, int]]) -> float:
    carrying = [at for at in within if stems[at] not in BREAKS and stems[at] not in LIGHT | _SMALL]
    inside = [at for at in carrying if any(start <= at < end for start, end in places)]
    return len(inside) / len(carrying) if carrying else float(any(at in within for at, _ in places))


def wordless(typed: Line) -> Heard:
    """What a line without a word wants of the bot: "???" to have it explained, its bare name to hear what can be asked.

    All else is let be: a picture thanks, or agrees.
    """
    if not typed.mention:
        return Heard(silent=True)
    if not typed.text.strip():
        return Heard(silent=True, greets=True)
    if {*typed.pieces} != {"?"}:
        return Heard(silent=True)
    return Heard(questions=(Asked("glossary", {"term": ""}) if typed.open_fact else Asked("help"),))

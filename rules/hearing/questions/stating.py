"""A change of an answer stated as a fact: "we have 6,000 labels now"; never where words only tell how things are."""

from collections.abc import Iterable, Sequence

from rules.catalog.asking import moods, phrases_in, small
from rules.facts import Value
from rules.hearing.evidence.evidence import Evidence, evidence
from rules.hearing.evidence.statements import is_about
from rules.hearing.evidence.upkeep import is_of_replies
from rules.hearing.questions.amending import BEGINS, OVER
from rules.hearing.questions.certain import is_remark
from rules.hearing.questions.cutting import Message, Sentence, stems_in
from rules.hearing.questions.kinds import LATER
from rules.hearing.questions.likeness import CHANGE, NOTHING, nearest, shares
from rules.hearing.questions.matching import hits, is_courtesy, stands
from rules.hearing.questions.pointing import fact_quoted
from rules.hearing.questions.retold import called, is_of_before
from rules.hearing.questions.scene import Scene, asked, clause_of
from rules.hearing.questions.shapes import is_undecided, opening
from rules.hearing.questions.slots import likeliest, moved
from rules.hearing.questions.supposing import supposes
from rules.hearing.questions.values_said import answer_to, changes, is_on_topic, plain_facts
from rules.hearing.values import Asked, Certainty, Line
from rules.hearing.words.pieces import pieces

_OPENS = small("not_stating")
_ORDERED_BY_NAME = "< so/and? please/kindly? $AMEND the/our/my/that .. answer/entry/count/figure/number please? >"
"""An order that calls an answer by its question's name; what it is now, another sentence says."""
_MAY_NOTE = tuple(
    f"can/could/would/will/may .. {words}" for words in ("$NOTE", "put/set/get/make .. right/straight/so/place/instead")
)
_LIKE_BESIDE = 0.8
"""From this share on a sentence states a change beside a question."""
_SHORT, _PLAIN = 20, 12
_STATED = 0.45
"""From this share on what gives an answer is stated, not supposed."""
_NOT_STATED = frozenset({"with", "without", "onli", "and", "but", "onc", "no"}) | small("asking")
"""Words with which a bare value is supposed, or asked about, and not stated."""
_BY_THE_WAY = 0.5
"""From this part on of how like news it is a sentence may change an answer."""
_HEADED = "< fix/correction/update/edit"
_PLAINLY = (
    "< fix",
    "now/today/yesterday/correction/update/since/actually",
    "no longer",
    "from .. on",
    "last/this week/month/quarter/morning/afternoon",
)
_RECANTED = (
    "i/we/he/she/they/colleague/somebody/someone/chap/guy/intern "
    "was/were/got it? wrong/mistaken/misinformed/off about/on/with/regarding"
)
_OURS = "we/our/us/i/my/it/they/their/them/everyone/everybody/nobody/legal/there/users/customers/people/answer/answers"
"""Who is told of beside a question; the rest of the world is an argument: "why no RAG? windows hold 1M tokens now"."""
_WISHED = "what i/we/he/she/they need/want/require/miss/lack"
"""What is wished for from the bot is no answer."""
_PASSING = 8
_LONG_ORDER = 6
_ORDER = 2
"""Words of "please amend", which says that something changes and not what."""
_GROWN = ("volume", "examples", "corpus")
"""Questions of which a sentence may say only that there is more or less; "managers see more pages than clerks"
answers another one."""
_BEFORE = phrases_in(moods()["was"])


def stated(message: Message, line: Line, asking: list[Sentence]) -> tuple[Asked, ...]:
    """The changes that the message states; beside a question only those that say so plainly."""
    asking = [one for one in asking if not is_note(one)]
    stating = [
        one
        for one in message.sentences
        if (not one.is_marked or is_note(one))
        and one not in asking
        and not supposes(clause_of(one, Scene(), is_alone=False))
        and (is_note(one) or not hits(one).has("then"))
    ]
    if not stating:
        return ()
    stating = [
        one
        for one in stating
        if not (((one.stems[0] in _OPENS or _is_wished(one)) and not is_note(one)) or _is_courtesy(one))
        if message.quoted or not is_remark(one) or _changes_by_the_way(one) or stands(_RECANTED, one.stems)
    ]
    is_said = any(
        hits(one).has("changed") or is_note(one) or is_like_change(one) or stands(_HEADED, one.stems) for one in stating
    )
    if corrected := _quoted_and_corrected(message, line, stating) or _named_and_corrected(line, stating):
        return corrected
    is_asking = bool(asking) or any(
        one.is_marked and not is_note(one) and not hits(one).has("changed") for one in message.sentences
    )
    if not is_said or (is_asking and not _is_plain(stating, line)):
        return ()
    told = [one for one in reversed(stating) if not _is_order(one) and not _is_of_before(one)]
    several = ((one, least) for least in (Certainty.OWN, Certainty.HERE) for one in told)
    found = next(filter(None, (_changes(one, line, least) for one, least in several)), {})
    about = fact_quoted(message.quotation)
    return asked("change_answer", changes=found) if found and about in {"", *found} else ()


def _quoted_and_corrected(message: Message, line: Line, stating: list[Sentence]) -> tuple[Asked, ...]:
    """The new answer to the question that is quoted, in what the sentences say of now."""
    about = fact_quoted(message.quotation)
    if not about:
        return ()
    told = [one for one in stating if not _is_order(one)]
    now = [text for one in told if (text := _without(one.text, (*_BEFORE, *OVER)))]
    new = [text for one in told if (text := _without(one.text, _BEFORE))]
    whole = " , ".join(one.text for one in told)
    texts = (" , ".join(now), " , ".join(new), *now, whole)  # where sentences differ, the answer is before its reason
    value = next(filter(None, (answer_to(about, text) for text in texts)), None)
    is_new = value is not None and value != line.said.get(about)
    return asked("change_answer", changes={about: value}) if is_new else ()


def _without(text: str, over: Iterable[str]) -> str:
    """A sentence without those of its parts that only tell of before."""
    parts = text.split(" , ")
    return " , ".join(part for part in parts if not stands(over, stems_in(part)))


def _named_and_corrected(line: Line, stating: list[Sentence]) -> tuple[Asked, ...]:
    """The new answer, told in a sentence of its own, to the question that an order, or the old answer's end, names.

    "It is 3,000 by now", where the number of examples is to be changed, or is wrong.
    """
    ordering = [one for one in stating if is_note(one) or _is_of_before(one) or stands(_ORDERED_BY_NAME, one.stems)]
    named = called([one.text for one in ordering])
    if len(named) != 1 or any(answer_to(named[0], one.text) for one in ordering):
        return ()
    value = answer_to(named[0], " , ".join(one.text for one in stating if one not in ordering))
    is_new = value is not None and value != line.said.get(named[0])
    return asked("change_answer", changes={named[0]: value}) if is_new else ()


def states(sentence: Sentence) -> bool:
    """Whether a sentence that asks nothing in so many words gives an answer as people state a change."""
    if not is_like_change(sentence, _STATED) or hits(sentence).has("then"):
        return False
    is_supposed = (
        supposes(clause_of(sentence, Scene(), is_alone=False)) or {opening(sentence), *sentence.stems[:1]} & _NOT_STATED
    )
    return not is_supposed and bool(plain_facts([sentence.text]) - LATER)


def likely_change(message: Message, line: Line) -> tuple[Asked, ...]:
    """The change that a message may state, by its likeness to others, where nothing says so plainly."""
    if not any(is_like_change(one) for one in message.sentences):
        return ()
    about = fact_quoted(message.quotation)
    for one in sorted(message.sentences, key=lambda each: not any(word[0].isdigit() for word in each.stems)):
        found = likeliest(one.text, one.stems, line.said) or {
            fact: value for fact, value in changes(one.text, line.said).items() if value != line.said.get(fact)
        }
        found = {fact: value for fact, value in found.items() if fact not in LATER or is_on_topic(fact, one.text)}
        if found and about in {"", *found}:
            return asked("what_if" if _is_wished(one) else "change_answer", changes=found)
    return ()


def moves(message: Message, line: Line) -> tuple[Asked, ...]:
    """What may hold where somebody says, or supposes, that there is more or less of something: to be offered."""
    for one in message.sentences:
        is_of_another = "than" in one.stems and bool(plain_facts([one.text]) - LATER - {*_GROWN})
        found = moved(one, line.said) if not (is_of_another or _is_wished(one)) else ()
        if found and hits(one).has_any(("supposes", "then")):
            return tuple(Asked("what_if", {"changes": each}) for each in found)
        if found and not any(each.is_marked for each in message.sentences):
            return tuple(Asked("change_answer", {"changes": each}) for each in found)
    return ()


def is_like_change(sentence: Sentence, least: float = 0.45) -> bool:
    """Whether a sentence is most like those that state a change."""
    first = nearest(sentence)
    return first.name == CHANGE and first.share >= least


def _changes_by_the_way(sentence: Sentence) -> bool:
    """Whether what is told like news of the day gives an answer: "we have 6,000 now, thanks to the interns"."""
    liked = shares(sentence)
    is_near = liked[CHANGE] >= _BY_THE_WAY * liked[NOTHING]
    return is_near and hits(sentence).has("changed") and bool(plain_facts([sentence.text]) - LATER)


def is_note(sentence: Sentence) -> bool:
    """Whether it asks for an answer to be written down anew: "could you note that we have 5,000 labels now?"."""
    is_ordered = stands(BEGINS, sentence.stems) and not hits(sentence).has("sure", "compare")
    return is_ordered or (stands(_MAY_NOTE, sentence.stems[:7]) and sentence.stems[0] in _OPENS)


def _is_wished(sentence: Sentence) -> bool:
    """Whether it says what somebody wishes or hopes for, or what may come: nothing has changed yet."""
    return stands(_WISHED, sentence.stems) or is_undecided(sentence)


def _is_of_before(sentence: Sentence) -> bool:
    """Whether it says no more than that an answer is not right any more."""
    return is_of_before(sentence.text) and not is_note(sentence)


def _is_courtesy(sentence: Sentence) -> bool:
    """Whether it is a short courtesy."""
    return len(sentence.stems) <= _PASSING and is_courtesy(sentence)


def _is_plain(stating: list[Sentence], line: Line) -> bool:
    """Whether what stands beside a question says a change plainly, in one short sentence."""
    return (
        len(stating) == 1
        and len(stating[0].stems) <= _SHORT
        and (stands(_PLAINLY, stating[0].stems) or is_like_change(stating[0], _LIKE_BESIDE))
        and bool(changes(stating[0].text, line.said, least=Certainty.OWN))
        and not hits(stating[0]).has("architecture")
        and (stands(_OURS, stating[0].stems) or _is_named(stating[0], line))
    )


def _is_named(sentence: Sentence, line: Line) -> bool:
    """Whether a change that it states is of a question whose matter it names."""
    found = changes(sentence.text, line.said)
    return hits(sentence).has("fact") or any(is_on_topic(fact, sentence.text) for fact in found)


def _is_order(sentence: Sentence) -> bool:
    """Whether it only asks for a change to be written down: "please amend", "please update the record"."""
    is_begun = sentence.stems[0] in {"pleas", "kind"}
    return " : " not in sentence.text and len(sentence.stems) <= (_LONG_ORDER if is_begun else _ORDER)


def _changes(sentence: Sentence, line: Line, least: Certainty) -> dict[str, Value]:
    """What it changes; words that name no question's matter (`HERE`) do so only in a short one that orders nothing."""
    parts = [each for part in sentence.text.split(" , ") for each in part.split(" : ")]
    new = [part for part in parts if not stands((*_BEFORE, *OVER), stems_in(part))]
    is_order = sentence.stems[0] in {"pleas", "kind"}
    least = least if len(sentence.stems) <= _PLAIN and not is_order else Certainty.OWN
    left = [part for part in parts if not stands(OVER, stems_in(part))]
    texts = (" , ".join(new or parts), " , ".join(left or parts))
    found = next(filter(None, (changes(text, line.said, least=least) for text in texts)), {})
    found = _told_themselves(found, parts)
    return {fact: value for fact, value in found.items() if value != line.said.get(fact)}


def _told_themselves(found: dict[str, Value], parts: Iterable[str]) -> dict[str, Value]:
    """Of several answers those whose parts of the sentence are about them: "labels agree now, redone last week"."""
    said = [(pieces(part), stems_in(part)) for part in parts] if len(found) > 1 else []
    whole = [word for _, stems in said for word in stems]
    told = {fact for fact in found for words, stems in said if is_about(fact, stems) or _is_counted(fact, words)}
    told -= {fact for fact in told if is_of_replies(fact, whole, 0)}  # "evals run all the time now, every night"
    return {fact: value for fact, value in found.items() if fact in told or not told}


def _is_counted(fact: str, words: Sequence[str]) -> bool:
    """Whether a number of a part of a sentence gives this answer."""
    return any(mark.is_number for mark in evidence(words, (fact,), None).get(fact, Evidence(fact)).marks)

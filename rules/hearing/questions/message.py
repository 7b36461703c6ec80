"""A message -> all that it asks: its clauses read one by one, and what they yield together.

"It is daily now. Who said weekly?" states one thing and asks another.
"""

from collections.abc import Iterator

from rules.catalog.asking import moods, phrases_in, small
from rules.hearing.questions.answers_asked import of_somebody
from rules.hearing.questions.certain import (
    is_elsewhere,
    is_only_told,
    is_plain_remark,
    is_told,
    says_nothing,
    split_weak,
    surely_says_nothing,
    wants_no_reply,
    wants_plainly,
    without_standing,
)
from rules.hearing.questions.challenging import scenarios
from rules.hearing.questions.clauses import clauses_of, cuts, part
from rules.hearing.questions.contradicting import told_otherwise, unmanned
from rules.hearing.questions.cutting import Message, Sentence, cut, is_asked_by_name, tells_of_somebody
from rules.hearing.questions.explaining import explained
from rules.hearing.questions.guessing import borne_out, doubted, guessed_last, weakly
from rules.hearing.questions.itself import ADDRESSED, heard_of_itself, of_itself
from rules.hearing.questions.kinds import NAMES
from rules.hearing.questions.leaning import again, passed_on, untagged
from rules.hearing.questions.likeness import CHANGE, OUTSIDE, nearest
from rules.hearing.questions.matching import hits, is_courtesy, stands
from rules.hearing.questions.offering import guessed, is_backed, is_like_outside, name_of, unlike
from rules.hearing.questions.parting import parted
from rules.hearing.questions.reacting import is_reaction, without_exclaimed
from rules.hearing.questions.retold import retold
from rules.hearing.questions.scene import Scene, clause_of, follow, scene_of
from rules.hearing.questions.settling import pointed, settled
from rules.hearing.questions.shapes import is_asking, is_order, is_wish, opening, opens_asking, promises
from rules.hearing.questions.stating import is_note, likely_change, moves, stated, states
from rules.hearing.questions.values_said import plain_facts
from rules.hearing.questions.when_open import asked_meanwhile, is_of_several
from rules.hearing.values import Asked, Line, QuestionReading

_STARTS = small("starts")
_UNADDRESSED = 14
"""Words of a message after the verdict that is heard without a mention."""
_SUPPOSING = small("supposing")
_BARE = 2
_FEW, _FEWEST = 14, 6
_LONG = 24
"""Words up to which a sentence may ask a second thing, of the outside world."""
_ALL = "everyone/everybody/folks/guys/all/both/team >"
"""Who is called at the end of what is said to everybody."""
_WHO_IS_IN = phrases_in(moods()["who_is_in"])
_BEGINNING = 2
_PLAIN = 8
"""Words of a question that is heard without a mention."""
_WHOSE = "< who is/are/will/would accountable/responsible/charge/in/be"
"""Who answers for what was just asked about is asked along with it, and nothing of the outside world."""
_SUPPOSES = ("what if", "suppose/supposing", "assume/assuming", "imagine")
_FIRST = 6
"""Words among which a supposition of its own begins."""
_WINS = frozenset({"would", "will", "doe", "is", "can", "could"})
"""A question that begins so after a supposition asks whether an architecture wins under it, and not what would do."""
_LIKELY = 0.4
"""Below this share of its likeliest question a line may as well ask for something that is not known here."""


def read_questions(line: Line) -> QuestionReading:
    """The questions of the line; with none in it nothing, with one that cannot be answered `unknown`."""
    message = passed_on(parted(untagged(cut(line.text))))
    is_elsewhere = tells_of_somebody(line.text) and not any(map(_is_of_it, message.sentences))
    if message.is_to_person or is_elsewhere or (not line.mention and is_asked_by_name(line.text)):
        return QuestionReading(is_for_others=True)
    if not message.sentences:
        terms = scene_of(message, line.said).terms if "?" in line.text else ()
        return QuestionReading(questions=tuple(Asked("glossary", {"term": term}) for term in terms[-1:]))
    if plain := explained(message, line) or of_itself(message, line):
        return QuestionReading(questions=plain)
    if line.open_fact is not None:
        return QuestionReading(questions=_back(message, line, line.open_fact))
    first = message.sentences[0]
    otherwise = of_somebody(first, line.said) if len(message.sentences) == 1 else ()
    otherwise = otherwise or scenarios(message, line) or told_otherwise(message, line) or unmanned(message, line)
    otherwise = otherwise or retold(message, line)
    if otherwise:
        return QuestionReading(questions=otherwise)
    moving = moves(message, line) if line.mention else ()
    return QuestionReading(offers=moving) if moving else _afterwards(message, line)


def _is_of_it(sentence: Sentence) -> bool:
    """Whether it speaks of the decision."""
    return hits(sentence).has("architecture") or stands("$VERDICT", sentence.stems)


def _afterwards(message: Message, line: Line) -> QuestionReading:  # noqa: PLR0911 - a list of cases
    """What a message after the verdict asks, states, or is offered."""
    found = without_standing(_questions(message, line), line.said)
    if (wants_no_reply(message) or surely_says_nothing(message)) and all(one.intent != CHANGE for one in found):
        return QuestionReading(is_for_others=True)
    is_let_be = any(map(_calls_all, message.sentences)) or all(map(is_plain_remark, message.sentences))
    is_let_be = is_let_be or is_only_told(message)
    if is_let_be and all(one.intent == "unknown" for one in found):
        found = ()
    is_nothing = is_reaction(message) or says_nothing(message) or is_only_told(message)
    if not found and (is_nothing or any(map(_calls_all, message.sentences))):
        return QuestionReading(is_for_others=True)
    full = tuple(one for one in borne_out(found, message) if one.intent != "what_if" or one.changes)
    plain, weak = split_weak(full, message)
    if (not plain and says_nothing(message)) or _is_by_the_way(plain, message):
        return QuestionReading(is_for_others=True)
    is_half_heard = _is_half_heard(plain, message)
    if not line.mention:
        is_short = sum(len(one.stems) for one in message.sentences) <= _UNADDRESSED
        return QuestionReading(questions=tuple(one for one in plain if is_short and one.intent not in ADDRESSED))
    if weak or is_half_heard:
        return QuestionReading(offers=weakly(plain, weak, message, line))
    if not plain or all(one.intent == "unknown" for one in plain):
        told, offers = guessed_last(message, line)
        new = () if is_like_outside(message.sentences[-1]) else likely_change(message, line)
        if new:
            return QuestionReading(offers=unlike((*new, *told, *offers)))
        if told or offers:
            is_faint = not told and not any(_is_likely(one) for one in message.sentences)
            return QuestionReading(questions=(Asked("unknown"),) if is_faint else told, offers=offers)
        return QuestionReading(questions=plain or (found and (Asked("unknown"),)) or ())
    offers = doubted(plain, message, line)
    return QuestionReading(questions=() if offers else plain, offers=offers)


def _is_by_the_way(plain: tuple[Asked, ...], message: Message) -> bool:
    """Whether what phrases hear stands in a sentence that is told, and like none that asks: "the proxy has expired"."""
    if len(message.sentences) > 1 or message.quoted or len(message.sentences[0].stems) < _FEWEST:
        return False
    (one,) = message.sentences
    named = hits(one).has_any(NAMES | {"supposes", "changed"})
    return bool(plain) and is_told(one) and not named and not any(is_backed(each, message) for each in plain)


def _is_half_heard(plain: tuple[Asked, ...], message: Message) -> bool:
    """Whether of several suppositions not every one has given an answer."""
    supposed = [len(one.changes) for one in plain if one.intent == "what_if"]
    opening = [one for one in message.sentences if stands(_SUPPOSES, one.stems[:_FIRST])]
    return 0 < sum(supposed) < len(opening)


def _is_likely(sentence: Sentence) -> bool:
    """Whether a sentence is like one question rather than any other."""
    first = nearest(sentence)
    return first.name != OUTSIDE and first.share >= _LIKELY


def _calls_all(sentence: Sentence) -> bool:
    """Whether a sentence asks who joins in, or ends by calling everybody; "after all" and "at all" call nobody."""
    if hits(sentence).has_any(("architecture", "term")):
        return False
    if stands(_WHO_IS_IN, sentence.stems):
        return True
    if hits(sentence).has("fact"):
        return False
    return stands(_ALL, sentence.stems) and not stands(
        "after/at/of/above/in/for/with/to/by/from/them/us/it the? all/team/both/folks >", sentence.stems
    )


def _back(message: Message, line: Line, open_fact: str) -> tuple[Asked, ...]:
    """What is asked while a question stands open; without a mention only what a word means, plainly asked."""
    scene = scene_of(message, line.said)
    found: dict[str, Asked] = {}
    for sentence in message.sentences:
        clause = clause_of(sentence, scene, is_alone=len(message.sentences) == 1)
        asked = heard_of_itself(sentence, open_fact) if line.mention else ()
        asked = asked or asked_meanwhile(clause, open_fact)
        is_plain = all(one.intent == "glossary" and one.slots["term"] for one in asked)
        is_plain = is_plain or is_of_several(clause, open_fact)
        if line.mention or (is_plain and len(sentence.stems) <= _PLAIN):
            found |= {_keyed(one): one for one in asked}
    return tuple(found.values())


def _questions(message: Message, line: Line) -> tuple[Asked, ...]:
    """What the sentences of the message ask or state, each once."""
    read = without_exclaimed(list(_read(message, line)))
    asking = _asking(read, message)
    change = stated(message, line, asking)
    if change:
        asking = [sentence for sentence in asking if not is_note(sentence)]
    said = [(sentence, one) for sentence, several in read if sentence in asking for one in several]
    is_why_not = any(one.intent == "why_not" for _, one in said)
    found = {
        _keyed(one): one for sentence, one in said if not (is_why_not and one.intent == "why" and _is_bare(sentence))
    }
    is_supposed = any(one.intent == "what_if" for one in found.values())
    if found and _has_outside(read):
        found[_keyed(Asked("unknown"))] = Asked("unknown")
    return settled((*(() if is_supposed else change), *(found.values() or pointed(message))), message, line.said)


def _is_bare(sentence: Sentence) -> bool:
    """Whether it is no more than a "why?"."""
    return len(sentence.stems) <= _BARE and not hits(sentence).has("architecture")


def _has_outside(read: list[tuple[Sentence, tuple[Asked, ...]]]) -> bool:
    """Whether a short question of the outside world stands beside one that is known."""
    marked = [(sentence, asked) for sentence, asked in read if sentence.is_marked]
    behind = (part(one, at, None) for one, _ in marked if len(one.stems) <= _LONG for at in cuts(one))
    if any(is_elsewhere(one) and not stands(_WHOSE, one.stems) for one in behind):
        return True
    if len(marked) < 2 or any(len(sentence.stems) > _FEW for sentence, _ in marked):
        return False
    return any(
        not asked
        and (
            is_elsewhere(sentence)
            or (opening(sentence) in _STARTS and len(sentence.stems) > 3 and _is_outside(sentence))
        )
        for sentence, asked in marked
    )


def _is_outside(sentence: Sentence) -> bool:
    """Whether it asks the world outside, and not the bot."""
    return is_like_outside(sentence) and not stands("you/it/this/that", sentence.stems)


def _asking(read: list[tuple[Sentence, tuple[Asked, ...]]], message: Message) -> list[Sentence]:
    """The sentences that ask: those with a question mark or an order, else those that ask inside, else a short one."""
    known = [
        (sentence, asked)
        for sentence, asked in read
        if asked and (sentence.is_marked or not (promises(sentence) or states(sentence)))
    ]
    kept = [
        sentence
        for sentence, asked in known
        if sentence.is_marked
        or is_order(sentence)
        or is_wish(sentence)
        or _supposes(sentence, asked)
        or opens_asking(sentence)
    ]
    if all(one.intent == "unknown" for sentence, asked in known if sentence in kept for one in asked):
        kept += [sentence for sentence, _ in known if not sentence.is_marked and is_asking(sentence)]
    words = sum(len(one.stems) for one in message.sentences)
    asked_in = [sentence for sentence, _ in known]
    is_stating = any(hits(one).has("changed") for one in message.sentences if one not in asked_in)
    is_short = len(message.sentences) == 1 or (words <= _FEW and not is_stating)
    if is_short and words <= _FEWEST:
        return [sentence for sentence, _ in known]
    if is_short or kept:
        return kept or [sentence for sentence, _ in known]
    return [sentence for sentence, asked in known if wants_plainly(sentence) in {name_of(one) for one in asked}]


def _keyed(one: Asked) -> str:
    """A question as text: the same one is asked once."""
    return f"{one.intent} {sorted(one.slots.items())!r}"


def _read(message: Message, line: Line) -> Iterator[tuple[Sentence, tuple[Asked, ...]]]:
    """Each sentence with what it asks, in the light of those before it."""
    scene = scene_of(message, line.said)
    is_alone = len(message.sentences) == 1
    before: tuple[Asked, ...] = ()
    for sentence in message.sentences:
        asked = tuple(one for clause in clauses_of(sentence, scene, is_alone=is_alone) for one in clause)
        asked = again(before, sentence) or asked or (() if is_alone else _told(sentence, scene))
        before = before if _repeats(before, asked, sentence) else asked
        yield sentence, before
        scene = follow(scene, sentence)


def _repeats(before: tuple[Asked, ...], asked: tuple[Asked, ...], sentence: Sentence) -> bool:
    """Whether a sentence only asks for the outcome of what was supposed before it: "... Would training win?"."""
    if hits(sentence).has("supposes") or {one.intent for one in before} != {"what_if"}:
        return False
    if {one.intent for one in asked} != {"what_if"}:
        return {one.intent for one in asked} == {"what_would_make"} and opening(sentence) in _WINS
    first, then = before[-1].changes, asked[-1].changes
    is_new = bool(plain_facts([sentence.text]))
    return bool(then) and then.keys() <= first.keys() and (then.items() <= first.items() or not is_new)


def _told(sentence: Sentence, scene: Scene) -> tuple[Asked, ...]:
    """What one of several sentences plainly asks by its likeness, where no phrase hears it."""
    clause = clause_of(sentence, scene, is_alone=False)
    is_heard = sentence.is_marked and not clause.hits.has("outside") and not is_courtesy(sentence)
    return guessed(clause)[0] if is_heard else ()


def _supposes(sentence: Sentence, asked: tuple[Asked, ...]) -> bool:
    """Whether a sentence begins with a supposition; what it leads to may be asked in the next one."""
    opens = hits(sentence).opens("supposes", _BEGINNING)
    return (opens or opening(sentence) in _SUPPOSING) and any(one.intent == "what_if" and one.changes for one in asked)

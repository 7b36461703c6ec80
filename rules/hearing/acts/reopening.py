"""The wish to answer a question again, and an answer that is said to be wrong without a new one.

People call the answer by its question's name, by what it says, or by what the question asks: "my hosting answer",
"weekly was wrong", "the one about who may see what", "the number of examples I gave".
"""

from collections.abc import Sequence
from itertools import pairwise

from rules.facts import FACTS, Value
from rules.hearing.acts.steering import is_given, named_facts
from rules.hearing.evidence.evidence import HERE, Evidence, Mark, evidence, thoughts_of
from rules.hearing.evidence.leaning import TALK, subjects
from rules.hearing.values import Control, Line, Word, each_in
from rules.hearing.words.patterns import COURTESIES
from rules.hearing.words.phrases import Place, names, phrases
from rules.hearing.words.pieces import BREAKS, stems_of

_FEW, _NEAR = 6, 1
_HOW_OFTEN = stems_of("hardly rarely seldom scarcely ever never always often barely do only sometimes")
_WRONG = frozenset({"wrong", "incorrect", "fals"})
_ABOUT = frozenset({"on", "about", "of", "regard", "for"})
_PLAINLY, _TWICE = 0.4, 2
"""From this share on, and from twice that of the next, words speak of one question."""
_AT_THE_END = frozenset({"again", "onc", "more", "pleas", ".", "?", "!", ",", "thank", "thanks"})
_PORTIONS = stems_of("some few several most many half couple")
"""With these before it a word calls a part of something wrong, and no answer: "some of the labels are wrong"."""
_VALUED = frozenset({"to", "from", "should", "be", "instead", ":"})
"""Behind these a line says what the answer is to be."""
_ANSWERS = frozenset(
    {"answer", "question", "put", "said", "gave", "enter", "pick", "chose", "select", "click", "choic", "one", "entri"}
)
_ANSWERS_ABOUT = {(answer, about) for answer in {*_ANSWERS, "bit"} for about in _ABOUT} - {
    ("one", "of"), ("bit", "of"), ("one", "for"), ("put", "on"), ("bit", "on"), ("bit", "for"),
}  # fmt: skip
_GIVING = stems_of("gave told said put entered typed wrote picked chose stated answered")
_GIVEN = {(who, gave) for who in ("i", "we") for gave in _GIVING}
"""Behind what somebody calls an answer of theirs: "the volume I gave you"."""
_WISHED = frozenset({"i", "we", "would", "like", "love", "prefer", "want", "wish", "could", "can", "may"})
"""Words of a wish, which are no value: "the labels one, I would like a second go"."""
_OURS = frozenset({"i", "we", "my", "our", "you", "answer", "to", *BREAKS})
_HOLDING = stems_of("said says thinks claims wanted wants got put")
"""How people tell what somebody else holds of an answer."""
_LIKING = {("would", wish) for wish in ("like", "love", "prefer", "want", "wish")}


def change(typed: Line, stems: Sequence[str]) -> Control | None:
    """An answer that is to be given again, or is said to be wrong, without a new value."""
    topic = _topic(typed, stems)
    told = _told_of(stems, topic)
    given = _given_in(typed, stems)
    named = told or named_facts(stems) or given
    verbs = [place for place in phrases("changing").places(stems) if not typed.pieces[place[0]].endswith("ed")]
    verbs = [place for place in verbs if not _is_predicate(stems, place, named)]
    wrong = [
        place
        for place in phrases("wrong").places(stems)
        if not _is_supposed(stems, place[0]) and not _PORTIONS & {*stems[: place[0]]}
    ]
    wrong += phrases("amiss").places(stems) if told else []
    wrong = wrong or _called_wrong(typed, stems, named)
    if phrases("adding").places(stems) or not (verbs or wrong) or (not typed.mention and _is_reported(stems)):
        return None
    facts = told or [fact for fact in named if fact != typed.open_fact] or named
    beside = any(
        0 <= start - end <= 2 for _, end in verbs for fact in facts for start, _ in names()[fact].places(stems)
    )
    if len(facts) != 1 or not (_ANSWERS & set(stems) or wrong or len(stems) <= 5 or beside or is_ordered(stems)):
        return None
    if not (typed.mention or beside or _ANSWERS & {*stems}) and _is_of_a_thing(facts[0], stems, wrong):
        return None
    weighed = evidence(typed.pieces, FACTS, None).get(facts[0], Evidence(facts[0]))
    called = [*names()[facts[0]].places(stems), *((n, n + 1) for n, word in enumerate(stems) if word == "one")]
    called += [(topic.start, topic.stop)] if told and not _VALUED & {*stems[topic.stop :]} else []
    called += _places_of(typed.said[facts[0]], weighed) if facts == given else []
    within = {n for start, end in called for n in range(start, end)} | {n for n, w in enumerate(stems) if w in _WISHED}
    said = [mark for mark in weighed.marks if not within.issuperset(range(mark.start, min(mark.end, len(stems))))]
    if any(mark.grade >= HERE and not mark.is_denied and not _within(mark, verbs + wrong) for mark in said):
        return None
    return Control(Word.CHANGE, facts[0])


def is_wish(stems: Sequence[str]) -> bool:
    """Whether it wishes what it begins with, and asks nothing: "would like to revise that"."""
    return stems[:2] in _LIKING


def is_ordered(stems: Sequence[str]) -> bool:
    """Whether it ends with the order to ask again: "speed needs a fix, bring it up again"."""
    return bool(phrases("reopening").places(stems))


def calls_an_answer(typed: Line, stems: Sequence[str]) -> bool:
    """Whether the line says of an answer or a question what it is about, and of one question only."""
    return bool(_told_of(stems, _topic(typed, stems)))


def _is_reported(stems: Sequence[str]) -> bool:
    """Whether colleagues tell each other what somebody holds: "tom is wrong about the volume", "she wants it changed".

    Who is wrong about something is no answer; who speaks for themselves wants their own answer changed.
    """
    saying = any(verb in _HOLDING and who not in _OURS for who, verb in pairwise(stems))
    mistaken = any(
        stems[end : end + 1] and stems[end] in _ABOUT and not _OURS & {*stems[max(start - 1, 0) : end]}
        for start, end in phrases("wrong").places(stems)
    )
    return saying or mistaken


def _topic(typed: Line, stems: Sequence[str]) -> range:
    """The words by which an answer is called: what it is about, or what stands before "I gave you"."""
    said = [start for kind in ("wrong", "amiss", "changing") for start, _ in phrases(kind).places(stems)]
    ends = len(stems) - next((n for n, word in enumerate(stems[::-1]) if word not in _AT_THE_END), 0)
    about = next((n + 1 for n in range(1, ends) if _is_about(typed, stems, n)), ends)
    if about < ends:
        stops = (n for n in range(about + 1, ends) if stems[n] in BREAKS or n in said or stems[n : n + 2] in _GIVEN)
        return range(about, next(stops, ends))
    given = next((n for n, pair in enumerate(pairwise(stems)) if pair in _GIVEN), 0)
    first = next((each.start for each in thoughts_of(stems) if given in each), 0)
    return range(first, given)


def _is_about(typed: Line, stems: Sequence[str], at: int) -> bool:
    """Whether here begins what an answer is about; "the answers about tariffs are wrong" tells how it fails."""
    is_of_the_model = typed.pieces[at - 1] == "answers" and stems[at - 2 : at - 1] not in {("my",), ("our",)}
    return (stems[at - 1], stems[at]) in _ANSWERS_ABOUT and not is_of_the_model


def _told_of(stems: Sequence[str], topic: range) -> list[str]:
    """The question of which a line says what it asks: "the one about who is allowed to see what"."""
    words = stems[topic.start : topic.stop]
    named = named_facts(words)
    if len(named) == 1:
        return named
    first, second = [*subjects(words)[:2], None, None][:2]
    if first is None or second is None or first.name == TALK or first.share < max(_PLAINLY, _TWICE * second.share):
        return []
    return [first.name]


def _given_in(typed: Line, stems: Sequence[str]) -> list[str]:
    """The question whose answer a short line names by its value, and nothing of the open one: "weekly isn't right"."""
    wrong = {at for start, end in phrases("wrong").places(stems) for at in range(start, end)}
    if len(stems) > _FEW or not wrong:
        return []
    open_fact = typed.open_fact or ""
    of_the_open = evidence(typed.pieces, {open_fact}, open_fact).get(open_fact, Evidence(open_fact)).marks
    if any(mark.grade >= HERE for mark in of_the_open):
        return []
    rest = [piece for at, piece in enumerate(typed.pieces) if at not in wrong]
    return [fact for fact in typed.said if fact != open_fact and is_given(typed, fact, rest)]


def _called_wrong(typed: Line, stems: Sequence[str], named: Sequence[str]) -> list[Place]:
    """Where the line is a name and the word for it: "stakes wrong"; of a label it tells how it fails."""
    is_all = any((0, len(stems) - 1) in names()[fact].places(stems) for fact in named)
    return [(len(stems) - 1, len(stems))] if is_all and stems[-1] in _WRONG and typed.open_fact != "failure" else []


def _is_of_a_thing(fact: str, stems: Sequence[str], wrong: Sequence[Place]) -> bool:
    """Whether what is called wrong is a thing of that name: "the labels on the printer rolls are wrong"."""
    between = [stems[end:start] for _, end in names()[fact].places(stems) for start, _ in wrong if end <= start]
    return bool(between) and all(len(words) > _NEAR for words in between)


def _is_predicate(stems: Sequence[str], verb: Place, named: Sequence[str]) -> bool:
    """Whether it tells what the question's matter does: "labels change weekly" asks for nothing."""
    after = stems[verb[1] : verb[1] + 1]
    goes_on = bool(after) and not {*after} <= COURTESIES | _AT_THE_END
    start = verb[0]
    while start and stems[start - 1] in _HOW_OFTEN:
        start -= 1
    goes_on = goes_on or start < verb[0]  # "labels hardly ever change"
    return goes_on and any(end == start for fact in named for _, end in names()[fact].places(stems))


def _is_supposed(stems: Sequence[str], at: int) -> bool:
    """Whether it stands under an "if": "if one is wrong we pay" says of no answer that it is."""
    thought = next(each for each in thoughts_of(stems) if at < each.stop)
    return "if" in stems[thought.start : at]


def _within(mark: Mark, places: Sequence[tuple[int, int]]) -> bool:
    return any(mark.start < end and start < mark.end for start, end in places)


def _places_of(said: Value, found: Evidence) -> list[Place]:
    """Where this answer is named."""
    return [(mark.start, mark.end) for mark in found.marks if each_in(said) & {*mark.values}]

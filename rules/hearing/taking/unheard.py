"""Statements of a line from which nothing was taken: each is written down as the answer that it is, or offered.

Several facts in one line are each taken up, and none is dropped without a word. A statement is written down where a
phrase that says enough by itself gives the value and all its words agree; where less is sure, it is offered.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from rules.facts import ALONE, FACTS, Value
from rules.hearing.acts.chatter import covers
from rules.hearing.acts.options import chosen
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.scales import PERCENT
from rules.hearing.evidence.evidence import HERE, HINT, OWN, Evidence, Mark, evidence
from rules.hearing.evidence.labeling import is_where_labels_are
from rules.hearing.evidence.leaning import TALK, leanings, share_of, subjects
from rules.hearing.evidence.statements import size_of, statements
from rules.hearing.evidence.upkeep import is_upkeep
from rules.hearing.evidence.weighing import BETWEEN, BOTH, SCALED
from rules.hearing.taking.beside import TELLING, Beside, is_remark, is_wish
from rules.hearing.taking.documents import is_of_documents, is_of_labels
from rules.hearing.taking.doubting import agrees, is_left
from rules.hearing.taking.reasons import by_the_way
from rules.hearing.taking.sides import KIN
from rules.hearing.values import Choice, Ear, Line, each_in
from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import MODEL
from rules.hearing.words.patterns import NEGATIONS

_LIKELY, _SURE, _SURER, _NEARLY_ALL = 0.5, 0.6, 0.8, 0.9
"""From these shares on a statement is about a question at all, surely enough for a few words, for a number, for any."""
_BY_PHRASES = {(OWN, True): 4.0, (OWN, False): 2.0, (HERE, True): 2.0, (HERE, False): 1.0, (HINT, False): 0.3}
_BY_NOTHING, _PLAINLY, _A_LITTLE, _HALF, _SURELY = 0.1, 2.0, 0.35, 0.45, 0.7
"""How much a phrase makes of the share of its question by its grade and by whether it is several words, and none."""
_TIMES, _FAR_MORE = 2.5, 8
"""So many times as likely as the next question, and as those that the line answers, it has to be."""
_LEAST, _WHOLE, _PHRASE = 2, 3, 3
"""Words of a statement, of one that says by itself what it is about, and of a phrase that does."""
_SOFT = frozenset({"lookup", "check", "action", "steadiness", "access"})
"""Questions whose words are said of other matters, too, where they are few."""
_NEVER = frozenset({"need", "failure"})
"""Questions of which any remark holds words: they are answered where they are asked."""
_RATED = frozenset({"volume", "latency"})
"""Questions whose unit says what a number counts, though not how many that are."""
_QUALITY = frozenset({"hygiene", "labels"})
"""Questions of how good something is, whose words are said of anything."""
_PARTS: Mapping[tuple[str, Value], Sequence[str]] = {
    **{(fact, "both"): both for fact, both in BOTH.items()},
    **{(fact, ends[2]): ends[:2] for fact, ends in BETWEEN.items()},
}
"""The values that one value holds both of."""
_LABELED = frozenset({"examples", "labels", "per_class"})
_SAID_OF = {"labels": _LABELED, "hygiene": frozenset({"source", "corpus", "freshness", "access", "hygiene"})}
"""Questions beside which such words are said of labels, and of data."""


def unheard(typed: Line, stems: Sequence[str], told: Mapping[str, Collection[Value]], ear: Ear) -> Beside:
    """What the statements say that hold nothing of what the line is taken to tell."""
    found, aside = Beside({}, []), by_the_way(stems)
    about = {typed.open_fact or "", *told}
    for said in unread(typed, stems, told):
        if not any(said.start in each for each in aside):
            more = _said(typed, stems, said, {*about, *found.saves}, ear)
            found.saves.update(more.saves)
            found.offers.extend(more.offers)
    return found


def _said(typed: Line, stems: Sequence[str], said: range, about: Collection[str], ear: Ear) -> Beside:
    """What a statement says of a question that none of these is, to be written down or to be offered."""
    words, pieces = stems[said.start : said.stop], typed.pieces[said.start : said.stop]
    scores, nothing = _scores(pieces, words), Beside({}, [])
    named = _named(scores, words, typed.open_fact or "", about)
    fact, share = _subject(words, about)
    fact = fact or named
    is_told = fact in {"", *about} or (fact in ALONE and fact in typed.said)
    is_of_it = _is_of_the_open(fact, typed.open_fact or "", words)
    is_of_it = is_of_it or (fact == "source" and is_where_labels_are(words, typed.open_fact))
    if is_told or is_of_it or not _is_of_something(fact, about, words) or size_of(words) < _LEAST:
        return nothing
    heard = ear(replace(typed, pieces=pieces, open_fact=fact, text=" ".join(pieces), mention=True), words)
    value = heard.saves.get(fact)
    is_place = chosen(replace(typed, pieces=pieces, open_fact=fact), words) is not None  # "the first one"
    if is_place or (fact, value, stems[said.start - 1]) == ("latency", "relaxed", "but"):
        return nothing  # "good, but it needs 9 seconds" tells how it fails
    if value is None:
        is_between = share >= _SURER and fact in _RATED and bool(quantities(words))  # "about 900 users a day"
        offers = [each for each in heard.offers if isinstance(each, Choice) and each.fact == fact]
        is_named = named == fact and (scores[fact] >= _PLAINLY or bool(topics()[fact] & {*words}))
        return Beside({}, offers if is_between or is_named else [])
    marks = [m for m in evidence(pieces, {fact}, fact).get(fact, Evidence(fact)).marks if _is_of(m, [value])]
    is_counted = any(mark.is_number for mark in marks)
    is_plain = _is_counted(fact, share, typed, pieces) if is_counted else _is_plain(fact, share, value, marks, words)
    if is_plain and share:
        return Beside({fact: value}, [])
    is_offered = named == fact or (is_plain is not None and share >= _SURE)
    return Beside({}, [Choice(fact, value)] if is_offered else [])


def _scores(pieces: Sequence[str], words: Sequence[str]) -> dict[str, float]:
    """How much speaks for each question being the one that a statement is about: its words, times their phrases."""
    said = evidence(pieces, FACTS, None)
    return {
        each.name: each.share * (_spoken(said[each.name]) if each.name in said else _BY_NOTHING)
        if each.name != TALK
        else each.share
        for each in subjects(words)
    }


def _spoken(said: Evidence) -> float:
    """How much more the plainest of its phrases makes of what words make likely."""
    plain = [(mark.grade, mark.size > 1 or mark.is_number) for mark in said.marks if not mark.is_denied]
    return max((_BY_PHRASES.get(each, _BY_NOTHING) for each in plain), default=_BY_NOTHING)


def _named(scores: Mapping[str, float], words: Sequence[str], open_fact: str, about: Collection[str]) -> str:
    """The question that phrases and words together name, far more than any other; "" where there is none."""
    ranked = sorted(scores, key=lambda fact: -scores[fact])
    if not ranked or ranked[0] == TALK or size_of(words) < _WHOLE or words[-1] == ":":
        return ""
    fact, share, others = ranked[0], share_of(ranked[0], words), [scores[each] for each in ranked[1:2]]
    others += [share_of(each, words) for each in about]
    is_clear = fact not in about and all(each * _TIMES <= scores[fact] for each in others)
    least = _A_LITTLE if fact == "failure" else _HALF
    is_said = scores[fact] >= _LIKELY and share >= least
    is_other = is_left(fact, open_fact, words) and _is_of_something(fact, about, words)
    is_by_the_way = (fact == "receipts" and is_wish(words)) or (is_remark(fact, words) and share < _SURELY)
    is_by_the_way = is_by_the_way or (fact == "model_size" and MODEL.isdisjoint(words))
    return fact if is_clear and is_said and is_other and not is_by_the_way else ""


def unread(typed: Line, stems: Sequence[str], told: Mapping[str, Collection[Value]]) -> Iterator[range]:
    """The statements that hold nothing of what is told."""
    found = evidence(typed.pieces, told.keys(), typed.open_fact)
    marks = [mark for fact, each in found.items() for mark in each.marks if _is_of(mark, told[fact])]
    for said in statements(stems):
        inside = [mark for mark in marks if mark.start < said.stop and said.start < mark.end]
        words = stems[said.start : said.stop]
        if said.start and size_of(words) >= _WHOLE and any(not topic.isdisjoint(words) for topic in topics().values()):
            inside = [mark for mark in inside if not NEGATIONS.issuperset(stems[mark.start : mark.end])]
            # "nobody labels anything" denies more than the answer before it
        if not inside:
            yield said


def _is_of(mark: Mark, values: Collection[Value]) -> bool:
    """Whether these words were taken for one of these values, or for a part of one that holds two others."""
    meant = {one for value in values for each in each_in(value) for one in (each, *_PARTS.get((mark.fact, each), ()))}
    return mark.grade >= HERE and (mark.is_denied or bool(meant & {*mark.values}))


def _is_of_the_open(fact: str, open_fact: str, words: Sequence[str]) -> bool:
    """Whether words of another question tell of the open one: how long it took, or what it has, of a failure."""
    is_kin = fact in KIN.get(open_fact, ()) and not topics()[fact] & {*words}
    is_kin = is_kin or is_upkeep(fact, words, open_fact)
    return is_kin or (open_fact == "failure" and fact in TELLING)


def _is_of_something(fact: str, about: Collection[str], words: Sequence[str]) -> bool:
    """Whether words that say how good something is name it, or stand beside what they can be said of."""
    if fact not in _QUALITY or _SAID_OF[fact] & {*about} or topics()[fact] & {*words}:
        return True
    return is_of_documents(words) if fact == "hygiene" else is_of_labels(words)


def _subject(words: Sequence[str], about: Collection[str]) -> tuple[str, float]:
    """The question that a statement is clearly about, and how likely; "" where there is none."""
    ranked = subjects(words)
    if size_of(words) < _LEAST or not ranked:
        return "", 0.0
    fact, share, others = ranked[0].name, ranked[0].share, [*ranked[1:]]
    if fact in _QUALITY:
        share = sum(each.share for each in ranked if each.name in _QUALITY)
        others = [each for each in others if each.name not in _QUALITY]
        fact = "labels" if _LABELED & {*about} and not topics()["hygiene"] & {*words} else fact
    elif fact == "stakes" and topics()[fact] & {*words}:  # "wrong answers cause rework" is how nothing fails
        others = [each for each in others if each.name != "failure"]
    is_clear = fact != TALK and share >= _LIKELY and all(each.share * _TIMES <= share for each in others[:1])
    alike = _QUALITY if fact in _QUALITY else {fact}
    is_left = all(share_of(each, words) * _FAR_MORE <= share for each in about if each not in alike)
    return (fact, share) if is_clear and is_left else ("", 0.0)


def _is_counted(fact: str, share: float, typed: Line, pieces: Sequence[str]) -> bool | None:
    """Whether a number says by its unit that it answers this question; None where it may count anything."""
    here, anywhere = (
        evidence(pieces, {fact}, each).get(fact, Evidence(fact)).marks for each in (typed.open_fact, None)
    )
    marks = here or [mark for mark in anywhere if mark.values != ("relaxed",)]  # "9 s a reply" is how it fails
    counted = [mark for mark in marks if mark.is_number and mark.grade >= HERE]
    return any(mark.grade == OWN for mark in counted) or share >= _SURER if counted else None


def _is_plain(fact: str, share: float, value: Value, marks: Sequence[Mark], words: Sequence[str]) -> bool | None:
    """Whether a phrase that says enough by itself gives the value, and all the words agree; None where little does."""
    likeliest, is_named = leanings(fact, words), bool(topics()[fact] & {*words})
    is_all = covers(words, range(len(words)), marks) and share >= _SURE
    if not likeliest or likeliest[0].name not in each_in(value) or _may_be_anything(fact, share, words):
        return None
    if not agrees(fact, value, words):
        return True if is_all and fact not in SCALED else None
    is_told = any(mark.grade == OWN or mark.size >= _PHRASE for mark in marks)
    if is_told or is_named or is_all or fact in named_facts(words):
        return True
    return False if size_of(words) >= _WHOLE and any(mark.size > 1 for mark in marks) else None


def _may_be_anything(fact: str, share: float, words: Sequence[str]) -> bool:
    """Whether such words are said of any matter, and these do not name their question's."""
    is_named = bool(topics()[fact] & {*words})
    if fact in _NEVER or (fact in _SOFT and size_of(words) < _WHOLE):
        return True
    if fact in _QUALITY:  # "quality is fine, but ..." goes on with what is not
        return words[-1] == "but" or bool(PERCENT & {*words})
    if fact == "receipts" and not is_named and is_wish(words):
        return True
    is_of_numbers = fact in {*SCALED, "model_size"} and not (is_named or MODEL & {*words})
    return share < _NEARLY_ALL and (is_of_numbers or is_remark(fact, words))

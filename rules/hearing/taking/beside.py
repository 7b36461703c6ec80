"""Answers that stand beside one to the open question, each in a thought of its own.

A thought is heard as if the question stood open that it names, or that all its words make likeliest. It is written down
where the words of the phrases give a value and all the words agree; where only its question is plain, it is offered.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rules.facts import ALONE, Value
from rules.hearing.acts.steering import named_facts
from rules.hearing.amounts.amounts import DOUBTFUL, amounts
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.scales import PER_DAY, RATES
from rules.hearing.evidence.evidence import JOINTS, Evidence, evidence, spoken_against, thoughts_of
from rules.hearing.evidence.labeling import SOME, is_of_others
from rules.hearing.evidence.leaning import TALK, leanings, share_of, subjects
from rules.hearing.evidence.upkeep import is_upkeep
from rules.hearing.evidence.weighing import SCALED
from rules.hearing.taking.doubting import agrees, goes_on, is_left
from rules.hearing.taking.reasons import by_the_way
from rules.hearing.values import Certainty, Choice, Ear, Line, each_in
from rules.hearing.words.lexicon import topics
from rules.hearing.words.nouns import MODEL
from rules.hearing.words.patterns import COURTESIES

_MOST = 0.5
"""From here on a question is likelier than all the others together."""
_NAME = 3
"""Words in which a thought may call its question by a name: "evals also none"."""
_NAMING = frozenset({":", "is", "are", "was", "were", "also", "wise", "exist", "run"})
"""Behind a name these say that it is one."""
_SAID_OF_ANYTHING = frozenset({"receipts", "definition", "evals", "need"})
"""Questions whose words stand in remarks of all kinds: a thought has to name their matter, or speak of nothing else."""
_WISHES = frozenset({"nice", "mandatori", "bonus", "option"})
"""These say of anything how much it is wanted, and nothing of showing sources unless that is named."""
_NEARLY_ALL = 0.9
_LEAST = 2
_WHOLE = 4
"""A thought of as many words says by itself what it is about ..."""
_NEARLY_SURE = 0.85
"""... if it is nearly sure what it means."""
_ALONE = 0.65
"""... and how likely about its question."""
_TOLD = 0.8
"""How likely a thought with a number has to be about its question."""
TELLING = frozenset({"latency", "corpus", "lookup"})
"""Questions whose words tell of a failure where one is asked for: "it took nine seconds", "it has all the numbers"."""
_OF_NUMBERS = frozenset({"latency", "volume", "model_size"})
"""Questions that a number answers only with its unit."""
_RATED = frozenset({*PER_DAY, *RATES, "traffic", "volum", "load"})
_COUNTED = frozenset({*SCALED, "corpus", "per_class", "model_size"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written down beside an answer, and what is offered."""

    saves: dict[str, Value]
    offers: list[Choice]


@dataclass(frozen=True, slots=True)
class _Subject:
    """The question that a thought answers; where it is not named, how likely."""

    fact: str
    share: float
    is_named: bool = False


def told_beside(typed: Line, stems: Sequence[str], taken: Collection[str], read: Collection[int], ear: Ear) -> Beside:
    """What the thoughts say that nothing was taken from yet; `taken` are the facts that the line answers already."""
    found, aside = Beside({}, []), by_the_way(stems)
    for number, thought in _gone_on(typed, stems, read):
        words = stems[thought.start : thought.stop]
        is_skipped = number in read or any(thought.start in each for each in aside)
        subject = None if is_skipped else _subject(words, typed.open_fact)
        if subject is None or subject.fact in {*taken, *found.saves}:
            continue
        fact = subject.fact
        if (fact in ALONE and fact in typed.said) or (typed.open_fact == "failure" and fact in TELLING):
            continue
        is_other = is_upkeep(fact, words, typed.open_fact) or is_of_others(fact, words, stems, typed.open_fact)
        if is_other or not _is_apart(typed, stems, thought, subject):
            continue
        pieces = typed.pieces[thought.start : thought.stop]
        heard = ear(replace(typed, pieces=pieces, open_fact=fact, text=" ".join(pieces), mention=True), words)
        value = heard.saves.get(fact) or _meant(subject, pieces, words)
        if (fact, value, stems[thought.start - 1]) == ("latency", "relaxed", "but"):
            continue  # "good, but it needs 9 seconds" tells how it fails
        said = evidence(typed.pieces, {fact}, fact).get(fact, Evidence(fact))
        if fact == "ops" and each_in(value) & spoken_against(said.marks):
            continue  # "we tried fine-tuning and failed"
        if value is not None and (subject.is_named or _is_counted(fact, words) or agrees(fact, value, words)):
            found.saves[fact] = value
        elif typed.mention and (heard.trouble is None or fact == typed.open_fact) and not _only_counts(subject, words):
            offers = [each for each in heard.offers if isinstance(each, Choice) and each.fact == fact]
            found.offers.extend(offers if value is None else [Choice(fact, value)])
    return found


def _is_apart(typed: Line, stems: Sequence[str], thought: range, subject: _Subject) -> bool:
    """Whether a thought answers its question: by its name, or as nearly all its words do, and counts nothing."""
    words = stems[thought.start : thought.stop]
    is_all = len(words) == len(stems)
    if subject.is_named or subject.fact == typed.open_fact:
        return (share_of(subject.fact, words) if is_all else subject.share) >= _MOST
    is_said_of_all = is_remark(subject.fact, words)
    if is_said_of_all and is_wish(words) and subject.fact == "receipts":
        return False
    is_told = is_left(subject.fact, typed.open_fact or "", words) and not (is_all and is_said_of_all)
    if is_told and _is_whole(words, subject):
        return True
    is_counting = any(each.high > 1 for each in quantities(words))
    if is_said_of_all and (is_all or subject.share < _NEARLY_ALL):
        return False
    return goes_on(subject.fact, typed.open_fact or "", words, stems) and not is_counting


def is_remark(fact: str, words: Sequence[str]) -> bool:
    """Whether the words may be said of anything, unless the rest of them leaves no doubt."""
    return fact in _SAID_OF_ANYTHING and not topics()[fact] & set(words)


def is_wish(words: Sequence[str]) -> bool:
    """Whether the words say how much something is wanted, and not what."""
    return bool(_WISHES & set(words)) or ("a", "must") in pairwise(words)


def _is_whole(words: Sequence[str], subject: _Subject) -> bool:
    """Whether a thought says by itself what it is about, and nearly surely what it means; a number means what it is."""
    if _is_counted(subject.fact, words):
        return subject.share >= _TOLD
    likeliest = leanings(subject.fact, words)
    is_sure = bool(likeliest) and likeliest[0].share >= _NEARLY_SURE
    return is_sure and subject.share >= _ALONE and _size(words) >= _WHOLE


def _meant(subject: _Subject, pieces: Sequence[str], words: Sequence[str]) -> Value:
    """The value that all the words of a thought mean, where they are nearly sure to answer this question."""
    likeliest = leanings(subject.fact, words)
    said = evidence(pieces, {subject.fact}, subject.fact).get(subject.fact)
    if likeliest and said is not None and likeliest[0].name in spoken_against(said.marks):
        return None
    is_sure = bool(likeliest) and min(subject.share, likeliest[0].share) >= _NEARLY_SURE
    if not is_sure or subject.is_named or _is_counted(subject.fact, words) or is_remark(subject.fact, words):
        return None
    return (likeliest[0].name,) if subject.fact in ALONE else likeliest[0].name


def _only_counts(subject: _Subject, words: Sequence[str]) -> bool:
    """Whether a number that says no value is all that makes a thought likely to be about its question.

    One that can be read in two ways does say a value, although not which: "within 2,5 seconds".
    """
    is_doubtful = any(map(DOUBTFUL.fullmatch, words))
    return not subject.is_named and _is_counted(subject.fact, words) and not is_doubtful


def _is_counted(fact: str, words: Sequence[str]) -> bool:
    """Whether a number answers it."""
    return fact in _COUNTED and any(each.high > 1 for each in quantities(words))


def _headed(stems: Sequence[str]) -> Iterator[tuple[int, range]]:
    """The thoughts by their numbers, each with the heading before it: "data quality: fair"."""
    thoughts = thoughts_of(stems)
    for number, thought in enumerate(thoughts):
        if number and stems[thought.start - 1] == ":":
            yield number, range(thoughts[number - 1].start, thought.stop)
        elif stems[thought.stop - 1] != ":":
            yield number, thought


def _gone_on(typed: Line, stems: Sequence[str], read: Collection[int]) -> list[tuple[int, range]]:
    """The thoughts, each with those behind it in its sentence that are about its question, too.

    "it prepares the refund, an agent presses the button" says what it does with both. A line that is all about one
    question is heard thought by thought.
    """
    headed, joined = list(_headed(stems)), list[tuple[int, range]]()
    about = [None if n in read else _subject(stems[t.start : t.stop], typed.open_fact) for n, t in headed]
    facts = [subject and subject.fact for subject in about]
    for at, (number, thought) in enumerate(headed):
        before = joined[-1][1] if joined else None
        if before and facts[at] and facts[at] == facts[at - 1] and stems[before.stop - 1] not in {".", ";"}:
            joined[-1] = (joined[-1][0], range(before.start, thought.stop))
        else:
            joined.append((number, thought))
    return joined if len(joined) > 1 else headed


def _size(words: Sequence[str]) -> int:
    return sum(word not in JOINTS | COURTESIES for word in words)


def _subject(words: Sequence[str], open_fact: str | None) -> _Subject | None:
    """The question that a thought answers: one that it names first, one that it counts for, or its words' likeliest."""
    if _size(words) < _LEAST or (words[0] in SOME and _size(words) == _LEAST):
        return None  # "some folders" says how many
    named = named_facts(words[:_NAME])
    if len(named) == 1 and _NAMING & set(words[1 : _NAME + 1]):
        return _Subject(named[0], 1.0, is_named=True)
    told = {each.fact for each in amounts(words, open_fact) if each.certainty >= Certainty.HERE}
    counted = {each.fact for each in amounts(words, None) if each.certainty >= Certainty.HERE and each.fact in told}
    if len(counted) == 1:
        return _Subject(counted.pop(), 1.0, is_named=True)
    ranked = subjects(words)
    is_rate = bool(ranked and ranked[0].name == "volume" and _RATED & {*words})
    if ranked and _is_counted(ranked[0].name, words) and ranked[0].name in _OF_NUMBERS - told and not is_rate:
        return None  # its number counts something else: letters are no requests, "9 seconds a reply" is no limit
    if ranked and ranked[0].name == "model_size" and not (MODEL & {*words} or quantities(words)):
        return None  # "not the biggest" may be said of anything
    return _Subject(ranked[0].name, ranked[0].share) if ranked and ranked[0].name != TALK else None

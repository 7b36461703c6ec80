"""What the phrases hear, held against what all the words of the line make likely: certainty is that both agree.

Phrases that the rest of the line speaks against are offered and not written down; of several that are offered, the one
that the whole line means is written down; words of a question that the line does not speak of are let go. Where no
phrase gives a value, one to the open question is written down by likelihood alone only if question and value are nearly
certain.
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.facts import ALONE, VALUES, Value
from rules.hearing.acts.chatter import covers, is_musing
from rules.hearing.amounts.numbers import quantities
from rules.hearing.amounts.scales import CHANGES, PERCENT
from rules.hearing.evidence.evidence import BARE, HERE, OWN, Mark
from rules.hearing.evidence.labeling import is_of_others
from rules.hearing.evidence.leaning import TALK, leanings, left_open, share_of, subjects
from rules.hearing.evidence.weighed import MOST_OFFERS, Weighed
from rules.hearing.evidence.weighing import INCLUDES, SCALED
from rules.hearing.words.lexicon import topics
from rules.hearing.words.likelihood import Likely
from rules.hearing.words.nouns import is_renewed
from rules.hearing.words.pieces import BREAKS, NAME, stems_of

_OPPOSED = 0.3
"""A value with less than this is asked about where another one is likelier: one such in four was wrong."""
_UNLIKELY = 0.1
"""A value beside others with less than this in each of its thoughts is but a word in them: five in six were wrong."""
_TWO, _HARDLY = 2, 0.02
"""Beside so many that were heard, a value with less than this share is none that may be meant."""
_FOR = 0.98
"""From this share on a value is meant that was heard among others."""
_SHORT = 9
"""Longer lines say what they mean."""
_SIDE, _SIDE_TOLD = 0.7, 0.03
"""From these shares on one side of an "or" means another value than its other side, and speaks of the question."""
_NO_SIDE = frozenset({"so", "similar", "someth", "els", "not", "whatev", "such", "like", "less", "more", "ani"})
_LEAST = 3
"""Words that a line has to have for this."""
_OF_NUMBERS = frozenset({*SCALED, "corpus", "per_class", "model_size", "labels", "definition"})
"""Questions that numbers answer."""
_COUNTS = frozenset({"ten", "dozen", "hundr", "hundred", "thousand", "million", "billion"})
_SUBJECT = 0.4
"""The least share of another question in the thought that answers it ..."""
_COUNTED = 0.025
"""The same where a number with a unit says it."""
_SUBJECT_ALONE = 0.6
"""... alone, or ..."""
_FRAGMENT = 0.06
"""A thought of a few words needs this share of the whole line besides."""
_BARELY_IN_ALL = 0.004
_MUCH_IN_ALL = 0.3
_IN_ALL = 0.01
"""... and in the whole line."""
_TALK = 0.6
_NOT_TALK = 0.1
_TOLD = 0.8
"""From this share on, in itself or with the line around it, a thought answers a question that it does not name ..."""
_LEFT = 0.025
"""... where no more than this is left to the open one."""
_ALIKE = (frozenset({"hygiene", "labels"}), frozenset({"freshness", "steadiness"}))
"""Questions that the same words answer, of different things: "some good, some sloppy", "cast in stone"."""
_CHANGING = CHANGES | stems_of("change update refresh modify revise edit renew amend rewrite shift")
"""These name neither matter: whatever changes may be meant."""
_LIMITING = stems_of("within must need has have should max")
"""With these it is said how long something may take, and not how long it takes."""
_AGREED = 0.5
"""From here on a value is likelier than all the others together."""
_OTHER_COUNT = 0.3
"""The same for a bare number ..."""
_NOT_COUNTED = 0.06
_STRAY_TOP = 0.5
_SURELY = 0.9
_SURE = 0.78
"""From this share on all the words of a line are about the open question, and from ..."""
_SURE_UNADDRESSED = 0.84
_SURE_VALUE = 0.93
"""... this share on they mean one value of it, whatever the phrases hear."""
_OPEN_ENDED = frozenset({"or", "?", NAME, "mayb", "perhap", "depend", "sometim", "might", "could", "wrong", "sure"})
_STRAY_HERE = 0.05
_STRAY_ALL = 0.1
_ABOUT = 0.5
"""From this share on a line that nobody is addressed in is about the open question."""
_ABOUT_IN_TALK = 0.9
"""The same where it sounds a little like talk."""
_STATED, _STATED_BY_NAME = (0.85, 0.01), (0.5, 0.02)
"""From the first share on, and up to the second of talk, it states something about a question that is not open."""


def doubted(
    found: Weighed, fact: str, marks: Sequence[Mark], stems: Sequence[str], thoughts: Sequence[range]
) -> Weighed:
    """What was heard for a question, surer or less sure by all that is said of it. Numbers speak for themselves."""
    found = _without_unlikely(found, fact, marks, stems, thoughts)
    told = sorted({mark.thought for mark in marks})
    words = [stems[at] for thought in told for at in thoughts[thought]]
    ranked = leanings(fact, words)
    if not ranked or any(mark.is_number for mark in marks) or quantities(words) or _COUNTS & set(words):
        return found
    shares = {each.name: each.share for each in ranked}
    best = ranked[0]
    is_denied = any(mark.is_denied and best.name in mark.values for mark in marks)
    if found.is_plain:
        is_said = is_denied or _is_a_thought(marks, stems, thoughts) or any(_is_spelt_out(mark) for mark in marks)
        is_opposed = best.name not in found.candidates and not is_said
        if is_opposed and max(shares[value] for value in found.candidates) < _OPPOSED:
            return Weighed(offers=(*found.candidates[: MOST_OFFERS - 1], best.name), weight=found.weight)
        return found
    is_meant = best.share >= _FOR and len(words) >= _LEAST and not (found.is_torn or is_denied)
    if best.name in found.offers and is_meant:
        return replace(found, value=(best.name,) if fact in ALONE else best.name, offers=())
    return found if found.is_torn else replace(found, offers=filled(found.offers, ranked))


def _without_unlikely(
    found: Weighed, fact: str, marks: Sequence[Mark], stems: Sequence[str], thoughts: Sequence[range]
) -> Weighed:
    """Of several values of a list those that a thought means by all its words: "premium table" is no format."""
    if not isinstance(found.value, tuple) or len(found.value) == 1:
        return found
    shares: dict[str, float] = {}
    for mark in marks:
        thought = thoughts[mark.thought]
        for each in leanings(fact, stems[thought.start : thought.stop]):
            if each.name in mark.values and not mark.is_denied:
                shares[each.name] = max(1.0 if mark.grade == OWN else each.share, shares.get(each.name, 0.0))
    likely = tuple(value for value in found.value if shares.get(value, 1.0) >= _UNLIKELY)
    return replace(found, value=likely) if likely else found


def settled(found: Weighed, fact: str, marks: Sequence[Mark], stems: Sequence[str]) -> Weighed:
    """What was heard for the open question; short words that fit several values leave open which."""
    is_long = sum(word not in BREAKS for word in stems) > _SHORT
    if is_long or found.is_torn or not found.candidates or any(mark.is_number for mark in marks):
        return found
    unclear = left_open(fact, stems)
    return Weighed(offers=unclear, weight=found.weight, is_torn=True) if unclear else found


def alternative(found: Weighed, fact: str, marks: Sequence[Mark], stems: Sequence[str]) -> Weighed:
    """What was heard on one side of an "or", offered beside what the words on its other side are likely to mean."""
    is_number = any(mark.is_number for mark in marks)
    if stems.count("or") != 1 or is_number or fact in {*SCALED, *ALONE} or not isinstance(found.value, str):
        return found
    at = stems.index("or")
    start = max((n + 1 for n in range(at - 1) if stems[n] in BREAKS), default=0)  # a mark right before it parts nothing
    end = next((n for n in range(at, len(stems)) if stems[n] in BREAKS), len(stems))
    heard = {mark.start < at for mark in marks if not mark.is_denied and found.value in mark.values}
    is_beside = all(start <= mark.start < end for mark in marks)
    other = stems[at + 1 : end] if heard == {True} else stems[start:at]
    likeliest = leanings(fact, other)
    is_other = bool(likeliest) and likeliest[0].name != found.value and likeliest[0].share >= _SIDE
    is_said = is_other and is_beside and share_of(fact, other) >= _SIDE_TOLD
    if len(heard) != 1 or not is_said or not 1 < len(other) <= _SHORT or _NO_SIDE & {*other[:2]}:
        return found
    return Weighed(offers=(found.value, likeliest[0].name), weight=found.weight, is_torn=True)


def _is_spelt_out(mark: Mark) -> bool:
    """Whether words mean the value that includes another one, so that the other's words speak not against it."""
    includes = mark.values == INCLUDES.get(mark.fact, ())[:1]
    return includes and mark.grade == OWN and mark.size > 1 and not mark.is_denied


def _is_a_thought(marks: Sequence[Mark], stems: Sequence[str], thoughts: Sequence[range]) -> bool:
    """Whether one of them is all that a thought says: that is an answer, whatever is said around it."""
    plain = [mark for mark in marks if mark.grade >= HERE and not mark.is_denied]
    return any(covers(stems, thoughts[mark.thought], [mark]) for mark in plain)


def filled(offers: Sequence[str], ranked: Sequence[Likely]) -> tuple[str, ...]:
    """The offers, with the likeliest others behind them while there is room."""
    if not offers:
        return ()
    likely = [each.name for each in ranked if len(offers) < _TWO or each.share >= _HARDLY]
    return tuple(dict.fromkeys([*offers, *likely]))[:MOST_OFFERS]


def is_spoken_of(mark: Mark, thought: range, stems: Sequence[str], open_fact: str | None) -> bool:
    """Whether the words around it speak of its question; a number says by its unit what it is about."""
    words = stems[thought.start : thought.stop]
    in_thought, in_all = share_of(mark.fact, words), share_of(mark.fact, stems)
    names_it = not topics()[mark.fact].isdisjoint(words)
    if is_stray(replace(mark, grade=BARE), thought, stems, _SURELY) or _tells_of_the_open(mark, words, open_fact):
        return False
    is_alike = open_fact is not None and mark.fact in alike(open_fact, stems)
    if is_alike or is_of_others(mark.fact, words, stems, open_fact):
        return False
    is_told, is_place = names_it or mark.is_number, mark.fact == "source" and in_thought >= _ABOUT  # "from our wiki"
    is_anew = mark.fact == "freshness" and mark.is_number and is_renewed(words)
    if is_anew or (mark.grade == OWN and (mark.is_number or is_place) and covers(stems, thought, [mark])):
        return True
    if open_fact is not None and not is_told and in_all < _IN_ALL and share_of(open_fact, words) > in_thought:
        return False
    if mark.grade == OWN and (names_it or (mark.is_number and in_thought >= _COUNTED)):
        return True
    is_fragment = len(thought) <= _LEAST + 1 < len(stems) and not names_it
    is_alone = in_thought >= _SUBJECT_ALONE and not is_fragment and (mark.grade == OWN or in_all >= _BARELY_IN_ALL)
    is_subject = in_thought >= _SUBJECT and in_all >= (_FRAGMENT if is_fragment else _IN_ALL)
    return in_all >= _MUCH_IN_ALL or is_alone or is_subject


def _tells_of_the_open(mark: Mark, words: Sequence[str], open_fact: str | None) -> bool:
    """Whether words of another question tell of a failure: who cannot wait, for one, unless it is said how long."""
    return (open_fact, mark.fact) == ("failure", "latency") and not mark.is_number and "need" not in words


def is_talk(stems: Sequence[str], *facts: str) -> bool:
    """Whether the words are what people say to each other, more likely than all answers together, these not among."""
    ranked = subjects(stems)
    is_said = bool(ranked) and ranked[0].name == TALK and ranked[0].share >= _TALK
    return is_said and all(share_of(fact, stems) < _NOT_TALK for fact in facts)


def alike(fact: str, words: Sequence[str]) -> set[str]:
    """The question that the same words answer, unless these words call its matter by a name."""
    alike = next((each for each in _ALIKE if fact in each), frozenset())
    return {each for each in alike if each == fact or not (topics()[each] - _CHANGING) & set(words)}


def leaves(open_fact: str, words: Sequence[str]) -> bool:
    """Whether words are nearly sure to be about another question: "any employee may see any document".

    How long it takes is also how it fails: "11 seconds till the reply is there".
    """
    ranked = subjects(words)
    is_short = sum(word not in BREAKS for word in words) < _LEAST
    is_other = (
        bool(ranked) and ranked[0].name not in {open_fact, TALK, *alike(open_fact, words)} and ranked[0].share >= _TOLD
    )
    is_other = is_other and ((open_fact, ranked[0].name) != ("failure", "latency") or bool(_LIMITING & set(words)))
    return is_other and not is_short and share_of(open_fact, words) <= _LEFT


def goes_on(fact: str, open_fact: str, words: Sequence[str], stems: Sequence[str]) -> bool:
    """Whether a thought of the line leaves the open question for this one: nearly all its words answer this one."""
    has_left = is_left(fact, open_fact, words) or bool(topics()[fact] & set(words))
    return has_left and max(share_of(fact, words), share_of(fact, stems)) >= _TOLD


def is_left(fact: str, open_fact: str, words: Sequence[str]) -> bool:
    """Whether hardly any of these words are about the open question, and the other one is not asked in the same way."""
    return share_of(open_fact, words) <= _LEFT and fact not in alike(open_fact, words)


def is_stray(mark: Mark, thought: range, stems: Sequence[str], least: float = _STRAY_TOP) -> bool:
    """Whether the words of a thought are about another question than the one that this mark of it answers."""
    words = stems[thought.start : thought.stop]
    ranked = subjects(words)
    if mark.grade == OWN or not ranked or sum(word not in BREAKS for word in words) <= _LEAST:
        return False
    is_other = ranked[0].name not in {mark.fact, TALK, *alike(mark.fact, words)} and ranked[0].share >= least
    return is_other and share_of(mark.fact, words) <= _STRAY_HERE and share_of(mark.fact, stems) <= _STRAY_ALL


def surely(fact: str, stems: Sequence[str], *, mention: bool) -> str:
    """The value that all the words of a line make nearly certain, its question with it; "" where there is none.

    Numbers, questions and second thoughts are left to the phrases.
    """
    is_counted = fact in _OF_NUMBERS or (fact == "hygiene" and bool(PERCENT & set(stems)))
    counts = is_counted and bool(quantities(stems) or _COUNTS & set(stems))
    if counts or _OPEN_ENDED & set(stems) or len(stems) <= _LEAST:
        return ""
    ranked = () if left_open(fact, stems) else leanings(fact, stems)
    is_sure = bool(ranked) and ranked[0].share >= _SURE_VALUE
    return ranked[0].name if is_sure and share_of(fact, stems) >= (_SURE if mention else _SURE_UNADDRESSED) else ""


def agrees(fact: str, value: Value, words: Sequence[str]) -> bool:
    """Whether the words agree with what the phrases hear; what lies within a scale is said by a number."""
    if fact in SCALED and value not in {VALUES[fact][0], VALUES[fact][-1]} and not quantities(words):
        return False
    ranked = leanings(fact, words)
    named = value if isinstance(value, tuple) else (str(value),)
    return bool(ranked) and ranked[0].name in named and ranked[0].share >= _AGREED


def counts_elsewhere(fact: str, stems: Sequence[str]) -> bool:
    """Whether a bare number more likely counts something of another question: "600 graded essays" are no requests."""
    ranked = subjects(stems)
    is_other = bool(ranked) and ranked[0].name not in {fact, TALK} and ranked[0].share >= _OTHER_COUNT
    return is_other and share_of(fact, stems) <= _NOT_COUNTED


def is_about(fact: str, stems: Sequence[str], sounds_like_talk: int) -> bool:
    """Whether a line that nobody is addressed in plainly is about this question."""
    return sounds_like_talk < 2 and share_of(fact, stems) >= (_ABOUT_IN_TALK if sounds_like_talk else _ABOUT)


def stated_elsewhere(open_fact: str, stems: Sequence[str]) -> str:
    """The other question that a line states something about which nobody is addressed in; "" where it may be talk."""
    ranked = subjects(stems)
    is_other = bool(ranked) and ranked[0].name not in {open_fact, TALK, *alike(open_fact, stems)}
    if len(stems) <= _LEAST or not is_other or is_musing(stems):
        return ""
    least, talk = _STATED if topics()[ranked[0].name].isdisjoint(stems) else _STATED_BY_NAME
    is_stated = ranked[0].share >= least and share_of(TALK, stems) <= talk
    return ranked[0].name if is_stated and share_of(open_fact, stems) <= _LEFT else ""

"""A sentence -> what its clauses ask: cut at "and" and the like only where both sides then ask something.

"Who said weekly, and why not tools" asks twice, "what speaks for RAG and what for tools" once.
"""

from collections.abc import Sequence

from rules.catalog.asking import small
from rules.hearing.questions.certain import is_elsewhere
from rules.hearing.questions.cutting import Sentence
from rules.hearing.questions.kinds import QUESTION_WORDS
from rules.hearing.questions.matching import hits, stands
from rules.hearing.questions.offering import is_like_outside
from rules.hearing.questions.readers import questions_of
from rules.hearing.questions.scene import Scene, asked, clause_of, follow
from rules.hearing.values import Asked
from rules.hearing.words.pieces import stem

_JOINS = frozenset({"and", "plus", "also", "but", ","})
_OPENERS = small("openers")


_LEADING = frozenset({"in", "for"})
_OF_WHICH = frozenset({"on", "at", "by", "from", "to", "with"})
"""These lead to a question of its own where more follows: "and on which day do we review it", but "and by whom"."""
_WHO_DOES, _FEW = frozenset({"we", "you", "i", "they", "it", "people", "users", "others", "not"}), 2
_WHOLE = 5
_LEAD = 4
"""Words over which what leads to a question is looked for: "and in one line why"."""
_MOST_CUTS = 12
"""So many places of a sentence are tried, of which ..."""
_MOST_CUT = 5
"""... so many have a question before them."""
_OTHER_HALF = "< what/which/how for/against/about"
_POINTING = 5
_BARE = 3
"""A "why" of fewer words only repeats the question before it."""
_UNKNOWN = asked("unknown")
_WHO, _WHOM = asked("who_answered", fact=""), 2
"""What "by whom" asks that stands alone."""


def clauses_of(
    sentence: Sentence, scene: Scene, *, is_alone: bool, is_part: bool = False, most: int = _MOST_CUT
) -> list[tuple[Asked, ...]]:
    """The questions of the sentence, clause by clause.

    At each cut all that follows is cut again, which doubles the time with each: it is looked at only behind what asks,
    and behind `most` of those at the most.
    """
    whole = questions_of(clause_of(sentence, scene, is_alone=is_alone, is_part=is_part))
    for at in cuts(sentence)[:_MOST_CUTS]:
        before, after = part(sentence, 0, at), part(sentence, at, None)
        first = questions_of(clause_of(before, scene, is_alone=False, is_part=True))
        if not first:
            continue
        if most == 0:
            break
        most -= 1
        rest = clauses_of(after, follow(scene, before), is_alone=False, is_part=True, most=most)
        told = [one for one in rest if one] or _outside(after)
        if whole and whole[0].intent == "compare" and stands(_OTHER_HALF, after.stems):
            break  # "what speaks for RAG and what for fine-tuning" asks one thing
        if first[0].intent == "why_not" and {one[0].intent for one in (whole, *told) if one} == {"what_would_make"}:
            break  # "tools instead of RAG, what would have to change" asks one thing
        if told and first == _UNKNOWN and told != [_UNKNOWN] and stands("they/it/that/those/this", after.stems):
            return told  # "why is everyone on about recall, what is it" asks what recall is
        if told and first == _WHO and len(before.words) <= _WHOM:
            return told  # "by whom and when will it be reviewed" asks one thing
        if first[0].intent == "why_not" and told == [asked("why")] and _only_points(after):
            return [first]
        if (
            told
            and not _echoes(first, told, whole, is_named=_names(before), is_told=_is_told(after))
            and _is_more(whole, first, told, is_joined=_is_joined(sentence, at))
        ):
            return [first, *told]
    return [whole] if whole else []


def _names(before: Sentence) -> bool:
    """Whether the first part says of what it asks: an architecture, or the decision."""
    return hits(before).has("architecture") or stands("$VERDICT", before.stems)


def _is_told(after: Sentence) -> bool:
    """Whether a second part says what it asks about, and does not only go on: "and what it lacks"."""
    return hits(after).has("architecture") or after.stems[0] not in {"what", "how"}


def _only_points(after: Sentence) -> bool:
    """Whether a "why" only repeats or points at what stands before it: "RAG, no training, why is that out?"."""
    return len(after.words) < _BARE or (len(after.words) <= _POINTING and stands("that/this/it", after.stems))


def _outside(after: Sentence) -> list[tuple[Asked, ...]]:
    """What a second part asks that speaks of nothing known here: "what is LoRA, and did we win last night?"."""
    return [_UNKNOWN] if after.is_marked and (is_elsewhere(after) or is_like_outside(after)) else []


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Whether "and" stands at the cut, and not a comma alone."""
    return sentence.text.split()[at - 1] in {"and", "plus", "also"}


def _is_more(
    whole: tuple[Asked, ...], first: tuple[Asked, ...], rest: list[tuple[Asked, ...]], *, is_joined: bool
) -> bool:
    """Whether the parts ask more than the whole: `unknown` does not count, nor does a supposition cut in two."""
    parts = [*first, *(each for several in rest for each in several)]
    if any(one.intent == "unknown" for one in parts):
        is_unheard = all(one.intent == "unknown" for one in whole)
        return any(one.intent != "unknown" for one in parts) and is_unheard
    is_cut_up = any(one.intent == "what_if" for one in whole) and not all(one.intent == "what_if" for one in parts)
    return is_joined or not (is_cut_up and first[0].intent == "what_if")


def _echoes(
    first: tuple[Asked, ...], rest: list[tuple[Asked, ...]], whole: tuple[Asked, ...], *, is_named: bool, is_told: bool
) -> bool:
    """Whether one part repeats the other ("when is it due and who does it"), or only leads to what the whole asks."""
    told = rest[0][0].intent if len(rest) == 1 else ""
    if first[0].intent == "compare" and told in {"why", "why_not"} and not is_told:
        return True  # "side by side, so that we see what each one gives and what it lacks"
    is_led = (
        bool(whole)
        and not first[0].slots.get("fact")
        and rest == [whole]
        and {one.intent for one in first} <= {"why", "what_if", "status_of_answers"}
    )
    is_led = is_led and not (first[0].intent == "why" and (is_named or whole[0].intent == "cost"))
    return (len(rest) == 1 and rest[0] == first) or (is_led and whole[0].intent in {"why_not", "cost"})


def cuts(sentence: Sentence) -> list[int]:
    """Where a clause may begin: places in the text's pieces, after a joining word and before an opening one."""
    pieces = sentence.text.split()
    return [
        at
        for at in range(2, len(pieces) - 1)
        if pieces[at - 1] in _JOINS
        and (
            pieces[at] in _OPENERS
            or (pieces[at] in _LEADING and QUESTION_WORDS & {*pieces[at + 2 : at + _LEAD]})
            or (pieces[at] in _OF_WHICH and pieces[at - 1] == "and" and _leads(pieces[at + 1 :]))
        )
        and pieces[at + 1] != ","
        and not (pieces[at] == "do" and _goes_on(pieces[at + 1 :]))
        and (at > 2 or pieces[at - 1] != ",")
    ]


def _goes_on(pieces: Sequence[str]) -> bool:
    """Whether a "do" behind a joining word begins no question, but goes on: "index the exports and do RAG"."""
    return pieces[0] not in _WHO_DOES and sum(piece[0].isalnum() for piece in pieces) <= _FEW


def _leads(pieces: Sequence[str]) -> bool:
    """Whether a question of its own stands behind a little word."""
    return pieces[0] in QUESTION_WORDS and sum(piece[0].isalnum() for piece in pieces) >= _WHOLE


def part(sentence: Sentence, start: int, end: int | None) -> Sentence:
    """The pieces [start, end) of a sentence, without what joins them to the rest."""
    pieces = sentence.text.split()[start:end]
    while pieces and pieces[-1] in _JOINS:
        pieces.pop()
    words = tuple(piece for piece in pieces if piece[0].isalnum())
    return Sentence(" ".join(pieces), words, tuple(stem(word) for word in words), sentence.is_marked)

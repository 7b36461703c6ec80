"""What a clause asks where all of its words say so plainly, and a phrase in it says something else.

A phrase stands in many sentences that ask something else; whole sentences that are surely like others go astray less.
"""

from rules.catalog.asking import small
from rules.hearing.questions.challenging import challenged, idle, told_as_so
from rules.hearing.questions.countering import done_without
from rules.hearing.questions.figures import figures
from rules.hearing.questions.kinds import QUESTION_WORDS
from rules.hearing.questions.likeness import CHANGE, NOTHING, OUTSIDE, likings
from rules.hearing.questions.offering import name_of, with_slots
from rules.hearing.questions.scene import Clause, asked
from rules.hearing.questions.shapes import opening
from rules.hearing.questions.supposing import is_own
from rules.hearing.values import Asked

_SURELY = 0.9
"""From this share on all the words together are right more often than one phrase."""
_MOSTLY, _HARDLY = 0.8, 0.03
"""The same where what the phrase says has next to no share."""
_SELDOM = 0.05
"""Up to this share a question of the outside world asks nothing that is known."""
_OF_ANYTHING = frozenset({"status_of_answers", "who_answered", "record", "help", "next", "review", "precedents"})
"""What is asked in words that people use of many other things."""
_FEWEST = 3
"""Fewer words are like too many examples."""
_ALONE = small("alone")
_POINTING = 5
"""So few words are about what they quote."""


def overruled(heard: tuple[Asked, ...], clause: Clause) -> tuple[Asked, ...]:
    """What the clause asks: what a phrase heard in it, or what it is surely like instead.

    So is a part of a question in which no phrase is heard: "why not tools, and what would get us there?".
    """
    liked = likings(clause.sentence)
    if not liked or not (heard or _asks_besides(clause)):
        return heard
    if _is_of_elsewhere(heard, clause):
        return asked("unknown")
    if len(clause.stems) < _FEWEST or liked[0].name in {NOTHING, CHANGE, OUTSIDE}:
        return heard
    if clause.scene.quoted and len(clause.stems) <= _POINTING:
        return heard
    if (
        _supposes_plainly(heard, clause)
        or _is_plain_why(heard, clause)
        or _denies(heard, clause, liked[0].name)
        or (liked[0].name in {"compare", "what_would_change"} and _are_words(heard))
        or _is_of_break_even(heard, clause)
        or _is_a_bill(heard)
        or (heard and heard in (challenged(clause), told_as_so(clause), idle(clause)))
    ):
        return heard
    names = {name_of(one) for one in heard}
    share = sum(one.share for one in liked if one.name in names)
    is_sure = liked[0].share >= _SURELY or (liked[0].share >= _MOSTLY and share <= _HARDLY)
    instead = with_slots(liked[0], clause) if is_sure and liked[0].name not in names else None
    is_echo = not heard and instead is not None and instead.slots.get("fact") == ""  # "..., and when was it given?"
    return heard if instead is None or is_echo else (instead,)


def _is_of_elsewhere(heard: tuple[Asked, ...], clause: Clause) -> bool:
    """Whether a phrase hears in a question of the outside world what it hardly can ask: "how much leave is left?"."""
    liked = likings(clause.sentence)
    share = sum(one.share for one in liked if one.name in {name_of(each) for each in heard})
    is_of_it = liked[0].name == OUTSIDE and liked[0].share >= _MOSTLY and share <= _SELDOM
    return is_of_it and clause.sentence.is_marked and {one.intent for one in heard} <= _OF_ANYTHING


def _supposes_plainly(heard: tuple[Asked, ...], clause: Clause) -> bool:
    """Whether it begins with a supposition and names what it supposes: "what if a mistake cost us money?"."""
    opens = clause.hits.opens("supposes")
    is_heard = opens and [one.intent for one in heard] == ["what_if"] and is_own(clause)
    return is_heard and not figures(clause.sentence.text)  # "what if one cost $5?" asks what all of them would


def _is_plain_why(heard: tuple[Asked, ...], clause: Clause) -> bool:
    """Whether it asks why of one architecture and denies nothing, or proposes to do without: "why rag then?"."""
    first = next(iter(clause.architectures), None)
    if [one.intent for one in heard] == ["why"] and done_without(clause.stems, clause.architectures):
        return True
    if first is None or [one.intent for one in heard] != ["why"] or clause.stems[: first.start][-1:] != ("why",):
        return False
    return _ALONE.issuperset(clause.stems[first.end :])


def _denies(heard: tuple[Asked, ...], clause: Clause, instead: str) -> bool:
    """Whether it asks why not in so many words, or of what was left out, which no reasons overrule."""
    is_said = clause.has("< and/but/so? why not/no") or not clause.architectures  # "You left out RAG. On what basis?"
    return instead == "why" and [one.intent for one in heard] == ["why_not"] and is_said


def _are_words(heard: tuple[Asked, ...]) -> bool:
    """Whether two words are told apart, which compares no architectures: "LoRA vs full fine-tuning"."""
    return len(heard) > 1


def _is_of_break_even(heard: tuple[Asked, ...], clause: Clause) -> bool:
    """Whether it asks for the break-even by that name, whatever it puts side by side: "BE of FT vs prompt"."""
    is_named = any(hit.name == "break-even" for hit in clause.terms)
    return is_named and any(one.slots.get("of") == "break_even" for one in heard)


def _is_a_bill(heard: tuple[Asked, ...]) -> bool:
    """Whether it asks what so many requests a day cost, whose number is supposed to be counted with: "the bill if"."""
    given = [one.slots.get("given") for one in heard if one.slots.get("of") == "architecture"]
    return any(isinstance(each, dict) and "requests_a_day" in each for each in given)


def _asks_besides(clause: Clause) -> bool:
    """Whether it is a question of its own behind another one in the same sentence."""
    is_behind = clause.is_part and clause.sentence.is_marked and bool(clause.scene.sentences)
    return is_behind and not clause.scene.is_supposing and opening(clause.sentence) in QUESTION_WORDS

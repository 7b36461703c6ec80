"""Questions while a question stands open: what it means, why it is asked, how to answer, how far it is.

A few lines. The question itself is told anew below them, with its reason and its options.
"""

from collections.abc import Iterator

from rules.casing import lower_first, upper_first
from rules.catalog.glossary import GLOSSARY
from rules.catalog.option_meanings import OPTION_MEANINGS
from rules.framework import Architecture, Question
from rules.hearing import Asked
from rules.possibilities import standing
from rules.telling.explaining import moves
from rules.telling.records import status_of_answers
from rules.telling.unknown import OUTSIDE
from rules.telling.values import Background, Told
from rules.telling.wording import in_words, listed, name, topic
from rules.telling.wording import to_go as left_to_go

_AT_ONCE = 12
"""So many answers are read at a glance, each in a few words."""
_MOVED = 3
"""So many changed answers say why a question is asked again."""
_LINES = 7
"""So many lines the options' meanings take at most: with the reason above them a message shows eight."""


def about_question(asked: Asked, background: Background) -> Told | None:  # noqa: PLR0911 - a list of cases
    """The answer about the open question; None where none is open or something else is asked."""
    if background.open_fact is None or background.open_fact not in background.framework.by_fact:
        return None
    question = background.framework.by_fact[background.open_fact]
    about = background.framework.by_fact.get(str(asked.slots.get("fact")), question)
    match asked.intent:
        case "why":
            return Told(asked, (*_again(background), about.why, _turns(about, background)))
        case "help":
            several = "Pick as many as apply." if question.is_list else "Pick one; “not sure” is an answer too."
            return Told(asked, (several, f"Or type it, for example “{question.example}”."))
        case "glossary" if asked.slots.get("term") not in GLOSSARY:
            return Told(asked, (about.why, *_choices(about)))
        case "status_of_answers" if not asked.slots.get("fact") and background.to_go is not None:
            return _how_far(asked, background, background.to_go)
        case "unknown":
            return Told(asked, (OUTSIDE, "You can ask why I ask, what a word means, or how many questions are left."))
        case _:
            return None


def _choices(question: Question) -> Iterator[str]:
    """What each option means, in a few lines; a scale that says all in its labels is only listed."""
    meanings = OPTION_MEANINGS.get(question.fact)
    if meanings is None:
        yield f"The choices: {listed((f'“{option.label}”' for option in question.options), 'or')}."
        return
    told = [f"“{option.label}”: {meanings[option.value]}." for option in question.options]
    in_a_line = -(-len(told) // _LINES)
    for start in range(0, len(told), in_a_line):
        yield " ".join(told[start : start + in_a_line])


def _again(background: Background) -> Iterator[str]:
    """Which answers changed since the verdict that stood: without them nothing would be asked again."""
    if background.pending:
        changed = listed(moves(background, background.pending[:_MOVED]))
        yield f"There was a verdict, and since then {changed}: so it is not settled any more."


def _turns(question: Question, background: Background) -> str:
    """What the answer does, beside those that were given: which options point to another architecture."""
    now, _ = standing(background.facts, background.framework)
    other: dict[Architecture, list[str]] = {}
    for option in question.options:
        value = (option.value,) if question.is_list else option.value
        then, _ = standing(background.facts.replaced(question.fact, value), background.framework)
        if then is not now:
            other.setdefault(then, []).append(f"“{option.said}”")
    if not other:
        return f"So far the verdict would be {name(now)}. This answer alone does not change that; with others it may."
    turns = "; ".join(f"with {listed(said, 'or')} it would be {name(then)}" for then, said in other.items())
    return f"So far the verdict would be {name(now)}; {turns}."


def _how_far(asked: Asked, background: Background, to_go: int) -> Told:
    """How many questions are left: those that can still change the verdict, and not all that the rulebook has."""
    count = len(background.facts.known())
    answered = f"{count} question{' is' if count == 1 else 's are'} answered; " if count else ""
    left = f"after this one {left_to_go(to_go)}" if to_go else "this is nearly all"
    whole = status_of_answers(asked, background)
    says = (upper_first(f"{answered}{left}."), "Only what can still change the verdict is asked.", *_so_far(background))
    return Told(asked, says, (*whole.says[:1], *whole.more))


def _so_far(background: Background) -> Iterator[str]:
    """What is answered, in one sentence; behind [Show more] alone it was not found."""
    known, rules = background.facts.known(), background.framework
    said = [f"{lower_first(topic(rules, fact))} “{in_words(rules, fact, known[fact])}”" for fact in known]
    if said:
        more = f" and {len(said) - _AT_ONCE} more" if len(said) > _AT_ONCE else ""
        yield f"Answered so far: {'; '.join(said[:_AT_ONCE])}{more}."

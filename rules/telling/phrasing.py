"""A question in few words, as it stands on a button or is given back: "Why not fine-tuning?"."""

from collections.abc import Mapping
from typing import cast

from rules.casing import lower_first
from rules.catalog.glossary import GLOSSARY
from rules.facts import Value
from rules.framework import Architecture, Framework
from rules.hearing import Asked
from rules.telling.values import Background
from rules.telling.wording import in_words, listed, name, topic

_PLAIN = {
    "what_would_change": "What would change it?",
    "next": "What to do next?",
    "how_sure": "How sure is it?",
    "precedents": "Who else did this?",
    "review": "When is the next review?",
    "record": "The decision record",
    "help": "What can I ask?",
    "nothing_done": "What if we do nothing?",
    "verdict": "What is the verdict?",
    "history": "What was it before?",
    "delivers": "How far does it go?",
    "about_bot": "About ftrag",
    "unknown": "Something else",
}
_COSTS = {
    "wrong_answers": "What do wrong answers cost?",
    "break_even": "When does it pay?",
    "architecture": "What does it cost?",
}


_LABEL = 75
"""Characters of a button, as Slack shows it."""


def as_label(asked: Asked, background: Background) -> str:
    """The question on a button: where it is too long in full, what is supposed alone, and no word broken off."""
    whole = question(asked, background)
    if len(whole) <= _LABEL or not asked.changes:
        return whole if len(whole) <= _LABEL else f"{whole[: _LABEL - 1].rpartition(' ')[0]}…"
    said = [f"“{in_words(background.framework, fact, value)}”" for fact, value in asked.changes.items()]
    short = f"What if {listed(said)}?" if asked.intent == "what_if" else f"Record {listed(said)}"
    several = f"What if these {len(said)} answers changed?" if asked.intent == "what_if" else "Record these answers"
    return short if len(short) <= _LABEL else several if len(said) > 1 else "What if that answer changed?"


def question(asked: Asked, background: Background) -> str:  # noqa: PLR0911 - a list of cases
    """The question as one would ask it shortly."""
    slots, framework = asked.slots, background.framework
    match asked.intent:
        case "why":
            return f"Why {name(background.verdict.verdict)}?"
        case "why_not":
            return f"Why not {name(str(slots['architecture']))}?"
        case "what_would_make":
            return f"What would make it {name(str(slots['architecture']))}?"
        case "what_if" | "change_answer":
            return _changes(asked, framework)
        case "compare":
            both = cast("tuple[str, ...]", slots["architectures"]) or tuple(Architecture)
            return (
                f"Compare {listed(name(one) for one in both)}" if len(both) < len(Architecture) else "Compare all five"
            )
        case "glossary":
            term = str(slots["term"])
            return f"What does “{GLOSSARY[term].written}” mean?" if term else "What does the question mean?"
        case "cost":
            return _COSTS[str(slots["of"])]
        case "who_answered" | "status_of_answers":
            return _answers(asked, framework)
        case intent:
            return _PLAIN[intent]


def _changes(asked: Asked, framework: Framework) -> str:
    changes = cast("Mapping[str, Value]", asked.slots["changes"])
    words = [(topic(framework, fact), in_words(framework, fact, value)) for fact, value in changes.items()]
    if asked.intent == "what_if":
        return f"What if {listed(f'“{about}” were answered with “{said}”' for about, said in words)}?"
    return f"Record {listed(f'{lower_first(about)}: {said}' for about, said in words)}"


def _answers(asked: Asked, framework: Framework) -> str:
    about = f"“{topic(framework, str(asked.slots['fact']))}”" if asked.slots["fact"] else ""
    if asked.intent == "who_answered":
        return f"Who answered {about}?" if about else "Who answered what?"
    return f"What was answered to {about}?" if about else "What was answered so far?"

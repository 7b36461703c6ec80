"""A question in few words, as it stands on a button or is given back: "Why not fine-tuning?"."""

from collections.abc import Mapping
from typing import cast

from rules.casing import lower_first
from rules.catalog.glossary import GLOSSARY
from rules.facts import Value
from rules.framework import Architecture
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
    "unknown": "Something else",
}
_COSTS = {
    "wrong_answers": "What do wrong answers cost?",
    "break_even": "When does it pay?",
    "architecture": "What does it cost?",
}


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
            changes = cast("Mapping[str, Value]", slots["changes"])
            told = listed(
                f"{lower_first(topic(framework, fact))}: {in_words(framework, fact, value)}"
                for fact, value in changes.items()
            )
            return f"What if {told}?" if asked.intent == "what_if" else f"Record {told}"
        case "compare":
            both = cast("tuple[str, ...]", slots["architectures"]) or tuple(Architecture)
            return (
                f"Compare {listed(name(one) for one in both)}" if len(both) < len(Architecture) else "Compare all five"
            )
        case "glossary":
            term = str(slots["term"])
            return f"What is {GLOSSARY[term].written}?" if term else "What does the question mean?"
        case "cost":
            return _COSTS[str(slots["of"])]
        case "who_answered" | "status_of_answers":
            fact = str(slots["fact"])
            about = lower_first(topic(framework, fact)) if fact else "everything"
            return f"Who answered {about}?" if asked.intent == "who_answered" else f"What was answered about {about}?"
        case intent:
            return _PLAIN[intent]

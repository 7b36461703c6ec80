"""What a typed question is about: one of those that can be answered, the architecture it names, what it supposes."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.dialogue import wording
from rules import Understood, understand
from rules.facts import Value
from rules.framework import Architecture, Framework

_CALLED: dict[str, Architecture] = {
    "prompting": Architecture.PROMPT,
    "prompt": Architecture.PROMPT,
    "prompts": Architecture.PROMPT,
    "few shot": Architecture.PROMPT,
    "tools": Architecture.TOOLS,
    "tool": Architecture.TOOLS,
    "function calling": Architecture.TOOLS,
    "apis": Architecture.TOOLS,
    "rag": Architecture.RAG,
    "retrieval": Architecture.RAG,
    "vector search": Architecture.RAG,
    "fine tuning": Architecture.FINE_TUNE,
    "fine tune": Architecture.FINE_TUNE,
    "fine tuned": Architecture.FINE_TUNE,
    "finetuning": Architecture.FINE_TUNE,
    "finetune": Architecture.FINE_TUNE,
    "tuning": Architecture.FINE_TUNE,
    "lora": Architecture.FINE_TUNE,
    "hybrid": Architecture.HYBRID,
}
_IF = r"what if|suppose|supposing|assuming|assume|what happens (if|when)|if we|if it|if our"
_WHY_NOT = r"\bwhy (not|no|isn t|is it not|don t we|can t we|wouldn t)\b|^(what about|how about)\b"
_WHY = r"^(but )?(why|how come|explain|how did you|what are the reasons|on what grounds)\b"
_TOPICS = (
    ("precedents", re.compile(r"\b(who else|precedents?|case stud(y|ies)|has anyone|other teams)\b")),
    ("compare", re.compile(r"\b(compare|comparison|side by side|versus|vs)\b")),
    ("flips", re.compile(r"\bwhat ((would|could|might|will) (change|flip|alter|move)|changes (it|this|that))\b")),
    ("what_if", re.compile(rf"^(and )?(but )?({_IF})\b")),
    ("why", re.compile(f"{_WHY_NOT}|{_WHY}")),
)
_INSTEAD = re.compile(r"\b(can|could|should) we\b|\binstead\b")
_LEAD = re.compile(
    rf"^(and |but )*({_IF})\b( (we|it|our|the|there))?( (only|just))?( (had|have|has|were|was|are|is|be))?\s"
)
_NUMBER = re.compile(r"\d|\b(one|two|three|four|five|ten|twenty|fifty|hundred|thousand|million)\b")
_CUES = {
    "corpus": re.compile(r"\b(page|token|document|article|book|file|word|prompt)"),
    "examples": re.compile(r"\b(example|sample|label|annotat)"),
    "volume": re.compile(r"\b(request|call|quer|user|message|question|traffic)"),
    "latency": re.compile(r"\b(ms|milli|second|latency|fast|quick|slow)"),
    "freshness": re.compile(r"\b(change|update|fresh|new|stale|refresh)"),
}
"""With a number in the words, these facts are only meant where the words name what is counted."""
_WORD = re.compile(r"[^a-z0-9]+")
_NEAR = 88


@dataclass(frozen=True)
class Asked:
    """A question as it was understood."""

    topic: str
    architecture: Architecture | None = None
    text: str = ""


def read(text: str) -> Asked | None:
    """Which of the questions that can be answered this is; None where it is none of them."""
    words = _WORD.sub(" ", text.lower()).strip()
    for topic, pattern in _TOPICS:
        if pattern.search(words):
            return Asked(topic, architecture_named(words), text)
    named = architecture_named(words) if _INSTEAD.search(words) else None
    return Asked("why", named, text) if named else None


def architecture_named(words: str) -> Architecture | None:
    """The architecture that these words name, small misspellings allowed."""
    for called, architecture in _CALLED.items():
        if re.search(rf"\b{called}\b", words):
            return architecture
    long = [word for word in words.split() if len(word) > 5]
    found = [process.extractOne(word, _CALLED.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR) for word in long]
    return next((_CALLED[hit[0]] for hit in found if hit), None)


def facts_meant(text: str, framework: Framework) -> dict[str, Value]:
    """Every fact that the words clearly give a value to."""
    words = text.lower()
    is_counted = _NUMBER.search(words) is not None
    meant: dict[str, Value] = {}
    for question in framework.questions:
        cue = _CUES.get(question.fact)
        if is_counted and cue and not cue.search(words):
            continue
        understood = understand(question, _LEAD.sub("", words))
        if isinstance(understood, Understood):
            meant[question.fact] = wording.valid(question, understood.values)
    return meant

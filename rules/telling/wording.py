"""The rules' words as they read in a sentence: architectures, answers, changes, lists."""

from collections.abc import Iterable, Mapping

from rules.catalog.architectures import NAMES
from rules.catalog.sources import in_brief_together
from rules.facts import Value
from rules.framework import Architecture, Framework

_FEW = 2
"""So many questions to go are few."""
NOTHING = "Nothing is answered yet"
"""Before the first answer nothing is called a verdict."""
NONE_PASSES = "none that meets your musts"
"""Where ways to answer lead that end without a verdict that passes."""


def name(architecture: Architecture | str) -> str:
    """How the architecture is called: "retrieval (RAG)"."""
    return NAMES[Architecture(architecture)]


def cited(source: str) -> str:
    """Sources in brief: the framework's statements by author, year and subject, a publication by title and address."""
    return "; ".join(in_brief_together(source.split("; ")))


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a list: "format, tone and safety"."""
    *first, end = [*words] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def in_words(framework: Framework, fact: str, value: Value) -> str:
    """The answer as it reads in a sentence; "not known" where there is none."""
    if value is None:
        return "not known"
    said = {option.value: option.said for option in framework.by_fact[fact].options}
    return listed(said[word] for word in ((value,) if isinstance(value, str) else value))


def topic(framework: Framework, fact: str) -> str:
    """The question's short name: "How often the truth changes"."""
    return framework.by_fact[fact].topic


def change(framework: Framework, changes: Mapping[str, Value], before: Mapping[str, Value]) -> str:
    """Changed answers in words: "“How often the truth changes” answered with “daily” instead of “weekly”"."""
    return _answered(framework, changes, before, "answered")


def condition(framework: Framework, changes: Mapping[str, Value], before: Mapping[str, Value]) -> str:
    """Changed answers after "if": "“Speed of answers” were answered with “within a second” instead of “no hurry”"."""
    return _answered(framework, changes, before, "were answered")


def _answered(framework: Framework, changes: Mapping[str, Value], before: Mapping[str, Value], verb: str) -> str:
    """Topics and answers are quoted: set bare into a sentence, "it depends on the person" is no part of it."""
    return listed(
        f"“{topic(framework, fact)}” {'' if place else f'{verb} '}with “{in_words(framework, fact, value)}”"
        f"{_instead_of(framework, fact, value, before.get(fact))}"
        for place, (fact, value) in enumerate(changes.items())
    )


def _instead_of(framework: Framework, fact: str, value: Value, before: Value) -> str:
    is_other = before is not None and before != value
    return f" instead of “{in_words(framework, fact, before)}”" if is_other else ""


def to_go(about: int, at_most: int | None = None) -> str:
    """How much of an interview is left: the likely number, and near the end the most, beside words where it is large.

    The estimate of the last questions moves by one and back while answers come, so it is no number there; the most
    falls with every answer, where "a few" alone was read seven times in a row. Where all of them likely come, it says
    so.
    """
    if at_most == 0:
        return "the last one"
    if at_most is not None and about >= at_most:
        return f"at most {at_most} to go"
    if about > _FEW:
        return f"about {about} to go"
    if at_most is not None and at_most <= _FEW:
        return f"at most {at_most} to go"
    if at_most is None:
        return "a few to go" if about else "nearly done"
    return f"a few to go, at most {at_most}" if about else f"nearly done, at most {at_most} more"

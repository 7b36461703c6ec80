"""How golden tasks, their runs and bars are called, wherever a line speaks of them."""

import re

from rules.numerals import FIGURES, NUMBER

TASK = r"golden[ -](?:tasks?|questions?|cases?|set)"
BAR = (
    r"(?:\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}(?![\d/]|\s*%)|\d{1,3}(?:\.\d+)?\s*(?:%|percent|per cent)"
    r"|every (?:single )?(?:run|time)|always|all (?:the )?(?:runs|time)|perfect|flawless)"
)
SAME = (
    r"(?:(?:with |at )?(?:the )?same bar(?: as (?:the )?(?:last|before|above|that|this|it|other)(?: (?:one|task))?"
    r"| again)?|(?:the )?bar as (?:before|above|(?:in |with )?the last(?: one| task)?)|bar (?:is )?the same)"
)
"""That a bar is the one of the task before."""
SAME_BAR = "the same"
"""What stands in place of such a bar, until it is known which one that is."""
RUNS = r"(?:\s+(?:of (?:the|its) )?(?:runs?|times?|tries|attempts?|cases?))?"
ALL = (
    r"(?:all the others|all of them|all|each of them|each one|each|both|everything|every one|the other two|the others"
    r"|the rest)"
)
QUOTES = "\"'“”‘’ .:,"
"""Marks around a name, which are none of it."""
MOST = 200
"""Characters of a line that orders something; what a task contains may be longer."""
_NAMES_THEM = re.compile(
    r"\W*(?:(?:ok|okay|and|also|please|so|add|new|another|one more|a|the|our|here are|here is)[,:\s]+)*"
    r"golden[ -]tasks?\b"
    r"|.*\b(?:rename|drop|remove|delete|scrap|take|call|add|strike|cross)\b.*\b(?:tasks?|test cases?)\b"
    r"|.*\bbar (?:of|for)\b.*\d",
    re.IGNORECASE | re.DOTALL,
)
_RUNS_SAID = re.compile(
    rf"(?<![\w.,-])(?P<some>{NUMBER})\s+(?P<of>of|out of|outta|from|in)\s+(?P<all>{NUMBER})\b(?![.,]?\d)",
    re.IGNORECASE,
)


def names_tasks(text: str) -> bool:
    """Whether the line says that it speaks of golden tasks: by a heading, by an order about one, of the bar of one."""
    return len(text) <= 2 * MOST and bool(_NAMES_THEM.match(text))


def in_figures(text: str) -> str:
    """The line with runs as they are counted: "nine out of ten" is "9 out of 10", "10 from 10" is "10 of 10"."""
    return _RUNS_SAID.sub(_figures, text)


def _figures(found: re.Match[str]) -> str:
    some, of, of_all = found["some"].casefold(), found["of"].casefold(), found["all"].casefold()
    passed, ran = FIGURES.get(some, some), FIGURES.get(of_all, of_all)
    is_spelled = some in FIGURES and of_all in FIGURES
    if int(passed) > int(ran) or (of == "in" and not is_spelled) or (passed, ran, of) == (some, of_all, "of"):
        return found[0]
    return f"{passed} {'out of' if of == 'out of' else 'of'} {ran}"

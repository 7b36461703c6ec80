"""What a line holds for a result of golden tasks: runs, a share, other numbers, or only the name of a shared file."""

import re
from dataclasses import dataclass

from rules.hearing.following.task_words import in_figures


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a line holds that may be a result. Whose it is, and how it went, is read where golden tasks are known."""

    has_runs: bool = False
    """How many of how many: "8 of 10", "8/10"."""
    is_share: bool = False
    """The line is a share and nothing else: "we are at 80%". Of how many runs it is, nobody can tell."""
    has_others: bool = False
    """There are numbers beside the runs."""


_RUNS = re.compile(r"\b\d{1,4}\s*(?:of|out of|/)\s*\d{1,4}\b", re.IGNORECASE)
_SHARE_ALONE = re.compile(
    r"\W*(?:(?:we|it)\s+)?(?:(?:are|is|were|was)\s+at\s+|passed\s+|got\s+|about\s+)*\d{1,3}(?:\.\d+)?\s*(?:%|percent)"
    r"(?:\s+(?:passed|pass|of (?:them|the tests|the tasks|the runs)|right|correct|green))*\W*",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_FILE = re.compile(
    r"(?:[\w’'.:#-]+\s+){0,5}(?:runs?|results?|evals?|evaluations?|reports?|scores?|tests?|numbers)[\s.!]*"
)


def read_numbers(text: str) -> Numbers:
    """What the numbers of the line are; nothing at all where it has none."""
    text = in_figures(text)
    return Numbers(
        has_runs=bool(_RUNS.search(text)),
        is_share=bool(_SHARE_ALONE.fullmatch(text)),
        has_others=bool(_DIGIT.search(_RUNS.sub(" ", text))),
    )


def names_file(text: str) -> bool:
    """Whether words beside a file only name it: "last night's run" supposes nothing, "weekly run" answers nothing."""
    return bool(_FILE.fullmatch(text.casefold().strip()))

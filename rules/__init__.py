"""The framework as a book of rules: pure, without clock, chance or I/O.

Facts -> next_question until nothing open matters -> decide -> plan. What people type is read by `rules.hearing`;
answers that do not fit together are named by `contradictions`. The rows stand in `rules/catalog/`.
"""

from rules.catalog import FRAMEWORK
from rules.contradictions import Contradiction, contradictions
from rules.decide import decide, decide_plainly
from rules.facts import Facts
from rules.framework import Framework, Question
from rules.interview import can_matter, most_left, next_question, questions_left, steadily_left, still_open, undecided
from rules.roadmap import Roadmap
from rules.roadmap_plan import plan
from rules.verdict import Verdict

__all__ = [
    "FRAMEWORK",
    "Contradiction",
    "Facts",
    "Framework",
    "Question",
    "Roadmap",
    "Verdict",
    "can_matter",
    "contradictions",
    "decide",
    "decide_plainly",
    "most_left",
    "next_question",
    "plan",
    "questions_left",
    "steadily_left",
    "still_open",
    "undecided",
]

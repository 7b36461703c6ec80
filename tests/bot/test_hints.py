"""Whatever the bot's messages tell people to type works as it stands there."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from bot.dialogue import Turn
from bot.replies import HeardReply
from rules.catalog import FRAMEWORK
from rules.hearing import hear, line
from storage.records import AssessmentState, ReviewState, TaskResult
from tests.bot.reviewed import FEATURE, OPEN
from tests.bot.typed_lines import typed
from tests.tables import each

ROOT = Path(__file__).parents[2]
CLOSED = OPEN.model_copy(update={"state": ReviewState.FINISHED})
_TELLS = re.compile(r"\b(?:[Tt]ype|[Ss]ay|[Ss]uch as|[Aa]sk|begin(?: the line)? with|put|for example)\b[^“”.]*“")
_QUOTED = re.compile(r"“([^”]+)”")
ELSEWHERE = {
    "continue": ("test_dialogue_steered", "ok im back, continue"),
    "not a secret": ("test_secrets_typed", "not a secret: "),
    "Support copilot": ("test_parse", "assess Support copilot"),
    "{title}: {typed}": ("test_behind_name", "Support copilot: weekly"),
    "{} 9 of 10 {}": ("test_typed_tasks", "9 of 10"),
    "I take the": ("test_typed_news", "I take the answer archive"),
    "the baseline is done": ("test_typed_roadmap", "the baseline is done"),
    "delete that": ("test_tasks_taken_back", "delete that"),
    "undo": ("test_tasks_taken_back", "undo"),
    "rename {} to {}": ("test_typed_tasks", "rename "),
    "remove golden task {}": ("test_typed_tasks_amended", "remove golden task Lock"),
    "ask the other questions": ("test_typed_plainly_asked", "ask the other questions"),
    "3 of 100 answers are wrong": ("test_reviewed_cost", "3 of 100 answers are wrong"),
    "the last one was a tool error": ("test_typed_log", "the last one was a tool error"),
    "reopen the review": ("test_typed_unsure", "reopen the review"),
}
"""What needs more than a line and a feature, with the file beside this one that types it, and what it types there."""


@cache
def hints() -> frozenset[str]:
    """Every quotation in a sentence of the bot that says what to type; {} where something is filled in."""
    files = (file for room in ("bot", "rules") for file in (ROOT / room).rglob("*.py"))
    texts = (said for file in files for said in strings(ast.parse(file.read_text(encoding="utf-8"))))
    return frozenset(found for said in texts for told in _TELLS.finditer(said) for found in of(said[told.start() :]))


def of(said: str) -> Iterator[str]:
    """The quotations of one sentence, each behind the one before it or a few words."""
    end = None
    for found in _QUOTED.finditer(said):
        if end is not None and (found.start() - end > 12 or "." in said[end : found.start()]):
            return
        end = found.end()
        yield found[1]


def strings(tree: ast.AST) -> Iterator[str]:
    """The texts of a module, docstrings aside; what an f-string fills in is {}."""
    nodes = list(ast.walk(tree))
    left_out = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    left_out |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if id(node) in left_out:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def logs(number: int) -> Callable[[Turn], bool]:
    return lambda turn: len(turn.failures) == number and not turn.assessments


def plans(turn: Turn) -> bool:
    return bool(turn.assessments) and turn.assessments[-1].schedule != FEATURE.schedule


def writes_a_task(turn: Turn) -> bool:
    return "refunds" in {task.name for task in turn.assessments[-1].golden_tasks}


def bars(turn: Turn) -> str:
    return turn.assessments[-1].bar


def marks(result: TaskResult) -> Callable[[Turn], bool]:
    return lambda turn: list(turn.reviews[-1].results.values()) == [result]


def answers(turn: Turn) -> bool:
    return turn.not_heard is None and bool(turn.says) and not any(isinstance(s.reply, HeardReply) for s in turn.says)


TASK = FEATURE.golden_tasks[0].name
ROWS = [
    ("failure:", "failure: the total was cut off", logs(1)),
    ("failures: …; …; …", "failures: cut off; wrong box for the phone; no answer at all", logs(3)),
    ("review on the 15th", "review on the 15th", plans),
    ("review on the 3rd", "review on the 3rd", plans),
    ("review on the first Monday at 10", "review on the first Monday at 10", plans),
    ("pause the reviews", "pause the reviews", plans),
    ("{name}: 8 of 10 passed", f"{TASK}: 8 of 10 passed", lambda turn: bool(turn.reviews[-1].runs)),
    ("{name}: 2 of 3 passed", f"{TASK}: 2 of 3 passed", lambda turn: bool(turn.reviews[-1].runs)),
    ("{numbers} passed", f"{TASK}: 10 of 10 passed", marks(TaskResult.PASS)),
    ("{numbers} failed", f"{TASK}: 10 of 10 failed", marks(TaskResult.FAIL)),
    ("golden tasks: refunds 9 of 10, escalation 8 of 10", None, writes_a_task),
    ("golden tasks: refunds 9 of 10, …", "golden tasks: refunds 9 of 10, parking 8 of 10", writes_a_task),
    ("golden task: refunds, must contain 30 days, 9 of 10", None, writes_a_task),
    (
        "bar of {}: 9 of 10",
        f"bar of {TASK}: 9 of 10",
        lambda turn: turn.assessments[-1].golden_tasks[0].bar == "9 of 10",
    ),
    ("{} of {} golden tasks have to pass", "2 of 3 golden tasks have to pass", lambda turn: bars(turn) == "2 of 3"),
    ("a wrong answer costs 40 euros", None, lambda turn: turn.assessments[-1].cost is not None),
    ("why not fine-tuning?", "why not fine-tuning?", answers),
    ("what if it changed monthly?", "what if it changed monthly?", answers),
]


@each(("hint", "text", "works"), ROWS)
def test_what_a_message_says_to_type_does_what_it_says(hint, text, works):
    assert works(typed(text or hint, FEATURE, OPEN))


def test_reviews_go_on_and_are_handed_over_by_the_words_that_are_told():
    paused = typed("pause the reviews", FEATURE, OPEN).assessments[-1]
    assert typed("resume the reviews", paused, OPEN).assessments[-1].schedule != paused.schedule

    handed = typed("hand it over to @someone", FEATURE, OPEN, people=("U7",)).assessments[-1]
    assert "U7" in handed.schedule.model_dump().values()


def test_no_message_says_to_type_what_is_not_tried():
    tried = {hint for hint, *_ in ROWS} | ELSEWHERE.keys()
    tried |= {"resume the reviews", "hand it over to", "hand it over to @{}", "{}"}  # the last is a question's example

    assert hints() - tried == set()
    assert tried - hints() == set()


def test_a_list_of_failures_counts_while_a_question_stands_open():
    asking = FEATURE.model_copy(
        update={"state": AssessmentState.INTERVIEWING, "asking": "stakes", "asked": ("stakes",)}
    )
    assert len(typed("failures: cut off; wrong box for the phone; no answer", asking, CLOSED).failures) == 3


@each("question", FRAMEWORK.questions)
def test_the_example_under_a_question_answers_it(question):
    heard = hear(line(question.example, question.fact, {}, mention=True))

    assert (list(heard.saves), heard.offers) == ([question.fact], ())


@each(("test", "types"), [*ELSEWHERE.values()])
def test_what_needs_more_than_a_line_is_typed_where_it_is_said_to_be(test, types):
    assert types in (Path(__file__).parent / f"{test}.py").read_text(encoding="utf-8")

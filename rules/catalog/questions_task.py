"""The questions about the task itself: what it takes to find, to do, to tell right from wrong, and to keep it so."""

from rules.conditions import either, has
from rules.framework import Lens, Option, Question

_LOOKUP = Question(
    "lookup", Lens.QUALITY,
    "If a colleague answered by hand, how would they find what they need?",
    "By topic, by a number, by filtering a table, or by reading it all: each takes another kind of search.",
    "How the answer is found",
    (
        Option("by_meaning", "By topic, in whatever words it stands", "by meaning",
               ("by meaning", "semantic search", "similar passages", "passages", "relevant passages", "by topic",
                "a paragraph somewhere", "reading the right page", "full text search")),
        Option("by_name", "By exact names, numbers or references", "by exact names",
               ("exact names", "by id", "identifiers", "ids", "order number", "part number", "article number",
                "cross references", "references", "exact match", "grep", "following links")),
        Option("by_filter", "By filtering or counting records", "by filtering records",
               ("filters", "filtering", "sql", "a query", "counting", "sums", "totals", "joins", "aggregates",
                "a report")),
        Option("whole", "Everything has to be read", "by reading everything",
               ("read everything", "all of it", "the whole document", "cover to cover", "patterns",
                "summaries of everything", "loopholes", "the whole picture", "end to end")),
    ),
    example="by order number",
)  # fmt: skip

_ACTION = Question(
    "action", Lens.OPERATIONS,
    "Does it only answer, or does it also act?",
    "A wrong answer can be read and thrown away. A wrong step in another system has to be undone.",
    "Answering or acting",
    (
        Option("answers", "It answers, drafts, labels or proposes", "it only answers",
               ("answers", "only answers", "drafts", "suggests", "proposes", "labels", "read only", "a person decides",
                "recommendations", "no changes", "human in the loop")),
        Option("acts", "It changes things in other systems", "it acts in other systems",
               ("acts", "takes action", "actions", "changes things", "writes to systems", "places orders", "refunds",
                "sends emails", "updates records", "books", "carries out steps", "an agent")),
    ),
    example="it drafts, a person sends",
)  # fmt: skip

_CHECK = Question(
    "check", Lens.QUALITY,
    "How can you tell a right answer from a wrong one?",
    "What can be calculated is calculated; what a program can check can train a model; the rest needs people.",
    "Telling right from wrong",
    (
        Option("computed", "A formula or query gives the answer", "a procedure computes it",
               ("computed", "calculator", "a calculation", "a formula", "a solver", "a query gives it", "sql",
                "an algorithm", "deterministic", "an interpreter")),
        Option("checkable", "A program can check it, as tests do", "a program can check it",
               ("checkable", "unit tests", "tests", "a simulator", "it compiles", "an answer key", "exact match",
                "a validator", "a reward", "schema check")),
        Option("judged", "Only people or a judging model can tell", "people have to judge it",
               ("judged", "people", "experts", "a reviewer", "human judgment", "llm as a judge", "a matter of taste",
                "subjective", "raters", "opinion", "a judging model")),
    ),
    example="our unit tests would tell",
)  # fmt: skip

_DEFINITION = Question(
    "definition", Lens.QUALITY,
    "Can you write down what good output is?",
    "What fits a written guide belongs in the prompt. What can only be shown has to be learned from examples.",
    "What good output is",
    (
        Option("written", "Yes, a guide or a policy says it", "written down",
               ("yes", "written", "a policy", "a guide", "guidelines", "guidelines say it", "a style guide", "rules",
                "clear classes", "a few clear categories", "a specification", "instructions")),
        Option("by_example", "No, it can only be shown by examples", "only shown by examples",
               ("no", "by example", "only by examples", "you know it when you see it", "house style", "subtle",
                "hundreds of classes", "tacit", "hard to describe", "a feel for it", "private notation")),
    ),
    example="our guidelines say it",
    moot=has("need", "facts"),
)  # fmt: skip

_PER_CLASS = Question(
    "per_class", Lens.QUALITY,
    "How many trusted examples are there for each kind of case (class)?",
    "In sorting and extracting, a small model trained on 20 examples a class beats a prompt; on fewer it loses.",
    "Examples for each class",
    (
        Option("under_20", "Fewer than 20 for some classes", "fewer than 20 a class",
               ("few", "a few each", "under 20", "less than 20", "fewer than twenty", "a handful each", "ten each",
                "rare classes", "uneven")),
        Option("over_20", "20 or more for each class", "20 or more a class",
               ("many", "over 20", "more than 20", "at least twenty", "dozens each", "hundreds each", "plenty each",
                "enough for each")),
    ),
    example="hundreds each",
    moot=either(has("need", "facts"), has("examples", "none")),
)  # fmt: skip

_STEADINESS = Question(
    "steadiness", Lens.OPERATIONS,
    "Does the behavior you want stay the same, or does it keep changing?",
    "A prompt is changed in minutes. A trained model has to be trained, tested and released again for each change.",
    "Steadiness of the behavior",
    (
        Option("stable", "It stays the same for months", "it holds",
               ("stable", "steady", "fixed", "holds", "hardly changes", "settled", "same for everyone",
                "the same for all customers")),
        Option("changing", "It changes often, or by customer", "it keeps changing",
               ("changing", "changes often", "every few weeks", "differs by customer", "per customer",
                "different for each customer", "still being worked out", "new rules all the time", "in flux",
                "customers configure it")),
    ),
    example="it differs by customer",
    moot=has("need", "facts"),
)  # fmt: skip

_MODEL_SIZE = Question(
    "model_size", Lens.OPERATIONS,
    "May any model do the work, or only a small one?",
    "Small: about 10 billion parameters, on one graphics card. Small models gain most from look-ups and training.",
    "Size of the model",
    (
        Option("any", "Any model, the largest too", "any model",
               ("any", "large", "the best one", "a frontier model", "gpt", "claude", "gemini", "no limit",
                "whatever works")),
        Option("small_only", "Only a small one", "only a small model",
               ("small", "only small", "an 8b model", "7b", "8b", "3b", "a small open model", "phi", "runs on one gpu",
                "on the phone")),
    ),
    example="it has to run on a phone",
)  # fmt: skip

TASK_QUESTIONS: tuple[Question, ...] = (
    _LOOKUP, _ACTION, _CHECK, _DEFINITION, _PER_CLASS, _STEADINESS, _MODEL_SIZE,
)  # fmt: skip

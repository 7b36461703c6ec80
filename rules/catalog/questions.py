"""The questions about freshness and receipts, and the list of all of them: how each fact is asked, and why.

An option carries the label on its button, how the answer reads in a sentence afterward, and the words people type.
"""

from rules.catalog.questions_operations import OPERATIONS_QUESTIONS
from rules.catalog.questions_quality import QUALITY_QUESTIONS
from rules.catalog.questions_task import TASK_QUESTIONS
from rules.conditions import both, has
from rules.facts import FACTS
from rules.framework import Lens, Option, Question

_NEED = Question(
    "need", Lens.QUALITY,
    "What do people mostly need from this feature?",
    "Facts are best fetched; behavior, such as format, tone or sorting, is best taught. This tells the two apart.",
    "What people need",
    (
        Option("facts", "Facts: correct information", "facts",
               ("information", "answers", "knowledge", "correct answers", "look things up", "data", "lookup",
                "search")),
        Option("behaviour", "Behavior: a task done a certain way", "behavior",
               ("behavior", "a task", "style", "form", "classification", "sorting", "extraction", "writing", "a skill",
                "summaries", "rewriting", "drafting", "coding")),
        Option("both", "Both, equally", "facts and behavior",
               ("facts and behavior", "facts and behaviour", "a mix", "mixed", "half and half", "equally",
                "both equally")),
    ),
    example="mostly facts",
)  # fmt: skip

_FRESHNESS = Question(
    "freshness", Lens.FRESHNESS,
    "How often does the truth behind the answers change?",
    "Facts that change weekly are fetched when someone asks; trained into a model they would soon be wrong.",
    "How often the truth changes",
    (
        Option("static", "Almost never", "almost never",
               ("never", "hardly ever", "does not change", "fixed", "constant", "stable", "timeless", "rarely")),
        Option("yearly", "Yearly", "yearly",
               ("once a year", "every year", "annually", "annual", "each year", "twice a year", "every few years")),
        Option("quarterly", "Quarterly", "quarterly",
               ("every quarter", "once a quarter", "every three months", "each quarter", "seasonally",
                "with each release")),
        Option("monthly", "Monthly", "monthly", ("once a month", "every month", "each month", "every few weeks")),
        Option("weekly", "Weekly", "weekly",
               ("once a week", "every week", "each week", "every few days", "several times a week", "twice a week")),
        Option("daily", "Daily", "daily", ("once a day", "every day", "each day", "overnight", "nightly",
                                           "every few hours")),
        Option("live", "All the time", "all the time",
               ("real time", "constantly", "continuously", "every minute", "every hour", "hourly", "by the minute",
                "instantly", "streaming", "always changing")),
    ),
    example="about once a week",
    moot=both(has("need", "behaviour"), has("source", "model"), has("failure", "classification")),
)  # fmt: skip

_SOURCE = Question(
    "source", Lens.FRESHNESS,
    "Where does the truth behind the answers live?",
    "Documents are searched, systems are asked, and general knowledge is already in the model.",
    "Where the truth lives",
    (
        Option("model", "General knowledge is enough", "general knowledge",
               ("the model", "common knowledge", "the model knows it", "nothing of our own", "world knowledge",
                "public knowledge",
                "in the request itself")),
        Option("documents", "In our documents", "your own documents",
               ("docs", "our own documents", "pdfs", "wiki", "confluence", "notion", "files", "web pages", "manuals",
                "policies", "contracts", "knowledge base", "help center", "sharepoint", "google drive", "articles")),
        Option("systems", "In databases, APIs or tickets", "live systems",
               ("database", "databases", "api", "apis", "sql", "tickets", "crm", "our systems", "salesforce",
                "jira",
                "data warehouse", "records", "backend", "live data")),
        Option("both", "In documents and systems", "documents and live systems",
               ("documents and systems", "docs and apis", "both of them", "documents and databases", "all of these")),
    ),
    example="our wiki and Jira",
)  # fmt: skip

_CORPUS = Question(
    "corpus", Lens.FRESHNESS,
    "How much information do the answers draw on?",
    "What fits one prompt, about 250 pages, is simply sent along with each question; more has to be searched.",
    "How much there is",
    (
        Option("prompt_sized", "Fits one prompt (up to about 250 pages)", "small enough for one prompt",
               ("small", "a little", "few pages", "a few pages", "a handful of documents", "fits in the prompt",
                "one document",
                "fits one prompt", "not much", "a short text")),
        Option("large", "More than one prompt holds", "more than one prompt holds",
               ("large", "a lot", "big", "huge", "thousands of documents", "thousands of pages",
                "too much for a prompt", "gigabytes",
                "millions of records", "does not fit", "too big")),
    ),
    example="about 3,000 pages",
    moot=has("source", "model"),
)  # fmt: skip

_RECEIPTS = Question(
    "receipts", Lens.RECEIPTS,
    "Must an answer show where it came from?",
    "What was looked up can be shown; a model alone cannot say where an answer came from.",
    "Showing sources",
    (
        Option("none", "No", "not needed", ("not needed", "never", "not required", "nobody asks", "unnecessary",
                                            "nope")),
        Option("helpful", "It would help", "helpful",
               ("nice to have", "would be nice", "optional", "sometimes", "preferably", "good to have", "if possible")),
        Option("required", "Yes, always", "required",
               ("yes", "must", "always", "citations", "mandatory", "needed", "with sources", "cite sources",
                "auditable")),
        Option("regulated", "Yes, by law or audit", "required by regulation",
               ("by law", "regulation", "legal requirement", "compliance", "audit", "auditors", "we are regulated",
                "regulator",
                "legally required")),
    ),
    example="auditors ask for it",
)  # fmt: skip

_ACCESS = Question(
    "access", Lens.RECEIPTS,
    "May everyone who uses it see all the information behind the answers?",
    "Rights are checked when a fact is looked up. What a model was trained on is there for everybody.",
    "Who may see it",
    (
        Option("everyone", "Yes, everyone may see everything", "everyone may see everything",
               ("yes", "all of it", "public", "no restrictions", "open to all", "anyone", "everybody", "no limits",
                "all users")),
        Option("per_user", "No, it depends on the person", "it depends on the person",
               ("no", "permissions", "per user", "by role", "restricted", "access control", "acl", "own data only",
                "per customer",
                "per tenant", "by team", "depends", "their own data", "not everyone")),
    ),
    example="it depends on the role",
)  # fmt: skip

_BY_FACT = {
    question.fact: question
    for question in (
        *(_NEED, _FRESHNESS, _SOURCE, _CORPUS, _RECEIPTS, _ACCESS),
        *(*QUALITY_QUESTIONS, *OPERATIONS_QUESTIONS, *TASK_QUESTIONS),
    )
}

QUESTIONS: tuple[Question, ...] = tuple(_BY_FACT[fact] for fact in FACTS)
"""One question a fact, in the order of the facts."""

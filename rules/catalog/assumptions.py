"""What the cost of wrong answers (F7) rests on where nobody gave a figure: every input with its range and its source.

A row is a published figure, or the band of an answer; where two figures are published they are the two ends. What no
publication says is ours, and the claim says so: "we assume", "is taken to". Error rates are what was measured side by
side in one publication, so that the architectures compare; they are no promise.
Upkeep by people and the evaluation that every architecture needs are not counted: no figure for them was found.
"""

from collections.abc import Iterator

from rules.assumptions import Assumption
from rules.catalog.cost_sources import COST_SOURCES
from rules.catalog.sources import SOURCES
from rules.conditions import ALWAYS, Condition, both, has
from rules.framework import Architecture, Source

_PROMPT, _TOOLS, _RAG, _TUNE, _HYBRID = Architecture
_Range = tuple[float, float, str, tuple[str, ...]]

ASSUMPTION_SOURCES: dict[str, Source] = {source.id: source for source in (*SOURCES, *COST_SOURCES)}
"""The sources that an assumption may cite, by id."""


def _shared(name: str, unit: str, *ranges: tuple[Condition, float, float, str, str]) -> Iterator[Assumption]:
    for when, low, high, claim, sources in ranges:
        yield Assumption(name, None, when, low, high, unit, claim, tuple(sources.split()))


def _each(name: str, unit: str, when: Condition, **ranges: _Range) -> Iterator[Assumption]:
    for architecture, (low, high, claim, sources) in ranges.items():
        yield Assumption(name, Architecture(architecture), when, low, high, unit, claim, sources)


_BEHAVIOUR = has("need", "behaviour")
_SYSTEMS = has("source", "systems")
_DOCUMENTS = has("source", "documents", "both")
_SMALL = both(_DOCUMENTS, has("corpus", "prompt_sized"))

_CHECKR = ("checkr-2024",)
_KNOWLEDGE = ("balaguer-2024", "ovadia-2023")
_GENES = ("genegpt-2024",)

_ERRORS = (
    *_each(
        "error_rate", "of all answers", _BEHAVIOUR,
        prompt=(0.12, 0.18, "A prompted GPT-4 sorted 88% of the easy and 82% of the hard records right.", _CHECKR),
        tools=(0.12, 0.18, "No side-by-side figure was found; it is taken to sort as a prompted model does.", _CHECKR),
        rag=(0.04, 0.21, "With retrieved examples 96% of the easy and 79% of the hard records were right.", _CHECKR),
        fine_tune=(0.03, 0.15, "A tuned small model sorted 97% of the easy and 85% of the hard records.", _CHECKR),
        hybrid=(0.03, 0.15, "No side-by-side figure was found; it is taken to sort as a tuned model does.", _CHECKR),
    ),
    *_each(
        "error_rate", "of all answers", _SYSTEMS,
        prompt=(0.84, 0.88, "Without calls GPT-3 scored 16% and ChatGPT 12% on questions that a database answers.",
               _GENES),
        tools=(0.17, 0.46, "With calls 83% were right there; over a knowledge graph of a company's database, 54%.",
               ("genegpt-2024", "dataworld-2023")),
        rag=(0.56, 0.56, "A model with web search scored 44% on questions that a database answers.", _GENES),
        fine_tune=(0.92, 0.96, "Two models trained on the domain scored 8% and 4% there.", _GENES),
        hybrid=(0.15, 0.21, "Small models tuned to call functions succeeded in 79% to 85%.", ("tinyagent-2024",)),
    ),
    *_each(
        "error_rate", "of all answers", _SMALL,
        prompt=(0.12, 0.20, "With everything in the prompt it is taken to do as well as retrieval or better.",
                ("self-route-2024", "balaguer-2024", "ovadia-2023")),
    ),
    *_each(
        "error_rate", "of all answers", _DOCUMENTS,
        prompt=(0.25, 0.52, "Unaided, GPT-4 answered 75% on farming, a 7B model 48% on current events.", _KNOWLEDGE),
        tools=(0.25, 0.52, "Calls do not read documents; it is taken to answer as a prompted model does.", _KNOWLEDGE),
        rag=(0.12, 0.20, "With retrieval the 7B model answered 87.5%; for GPT-4 we assume 80%, five points more.",
             _KNOWLEDGE),
        fine_tune=(0.19, 0.50, "Tuned on the documents the same two answered 81% and 50%.", _KNOWLEDGE),
        hybrid=(0.14, 0.17, "Tuned and with retrieval the same two answered 86% and 83%.", _KNOWLEDGE),
    ),
    *_each(
        "error_rate", "of all answers", ALWAYS,
        prompt=(0.12, 0.52, "The span of two settings: sorting, and questions on documents.", (*_CHECKR, *_KNOWLEDGE)),
        tools=(0.12, 0.52, "The span of two settings: sorting, and questions on documents.", (*_CHECKR, *_KNOWLEDGE)),
        rag=(0.04, 0.21, "The span of two settings: sorting, and questions on documents.", (*_CHECKR, *_KNOWLEDGE)),
        fine_tune=(0.03, 0.50, "The span of two settings: sorting, and questions on documents.",
                   (*_CHECKR, *_KNOWLEDGE)),
        hybrid=(0.03, 0.17, "The span of two settings: sorting, and questions on documents.", (*_CHECKR, *_KNOWLEDGE)),
    ),
)  # fmt: skip

_RUNNING = (
    *_each(
        "tokens_a_request", "tokens", _SMALL,
        prompt=(3_500, 14_500, "The prompt, and 10,000 to 100,000 tokens from the cache, at a tenth of the price.",
                ("anthropic-2024", "anthropic-prices")),
    ),
    *_each(
        "tokens_a_request", "tokens", ALWAYS,
        prompt=(2_500, 4_500, "We assume 1,000 to 3,000 of instructions, and 300 of an answer at five times the price.",
                ("anthropic-prices",)),
        tools=(5_000, 13_500, "We assume two to three rounds; the model reads everything again after each call.",
               ("anthropic-prices",)),
        rag=(6_500, 20_500, "We assume 5 to 20 passages of 800 tokens on top of the prompt.", ("anthropic-2024",)),
        fine_tune=(500, 900, "A fifth of the instructions, as in one product, and the answer.", ("indeed-2024",)),
        hybrid=(4_500, 16_900, "5 to 20 passages of 800 tokens, a fifth of the instructions, and the answer.",
                ("anthropic-2024", "indeed-2024")),
    ),
    *_shared(
        "price_of_a_million_tokens", "dollars",
        (ALWAYS, 0.10, 2.0, "From the smallest hosted model to a middle one.", "anthropic-prices"),
    ),
    *_shared(
        "price_of_a_million_tuned_tokens", "dollars",
        (ALWAYS, 0.07, 0.30, "An open model of 20 billion parameters, from input to output.", "fireworks-prices"),
    ),
    *_each(
        "hosting_a_month", "dollars", ALWAYS,
        prompt=(0, 0, "A hosted model is paid by the request.", ("anthropic-prices",)),
        tools=(0, 0, "The systems that are called are there already.", ("anthropic-prices",)),
        rag=(50, 500, "The least that a hosted vector store charges, by plan.", ("pinecone-prices",)),
        fine_tune=(730, 6_000, "One GPU around the clock: $1.00 to $8.22 an hour.", ("gpu-prices", "fireworks-prices")),
        hybrid=(780, 6_500, "One GPU and one vector store.", ("gpu-prices", "pinecone-prices")),
    ),
)  # fmt: skip

_BUILDING = (
    *_shared(
        "month_of_an_engineer", "dollars",
        (ALWAYS, 6_650, 17_600, "A twelfth of the wages of a software developer in the US, benefits not counted.",
         "bls-2024"),
    ),
    *_each(
        "engineer_months", "months of work", ALWAYS,
        prompt=(0.25, 1, "One product began at a hackathon, another took a month; we assume a week at least.",
                ("databricks-2023", "linkedin-2024")),
        tools=(1, 5, "One month to four fifths of what was wanted, four more to 95%; we assume one engineer.",
               ("linkedin-2024",)),
        rag=(1, 5, "One month to four fifths of what was wanted, four more to 95%; we assume one engineer.",
             ("linkedin-2024",)),
        fine_tune=(2, 5, "Two engineers took one month; we assume up to five months of work, as elsewhere.",
                   ("databricks-2023", "linkedin-2024")),
        hybrid=(3, 10, "Both halves, one after the other.", ("databricks-2023", "linkedin-2024")),
    ),
)  # fmt: skip

ASSUMPTIONS: tuple[Assumption, ...] = (
    *_shared(
        "requests_a_day", "requests",
        (has("volume", "under_1k"), 100, 1_000, "You answered under 1,000; a tenth of that is the lower end.",
         "own-answer"),
        (has("volume", "under_100k"), 1_000, 100_000, "You answered 1,000 to 100,000.", "own-answer"),
        (has("volume", "under_1m"), 100_000, 1_000_000, "You answered 100,000 to a million.", "own-answer"),
        (has("volume", "over_1m"), 1_000_000, 10_000_000, "You answered over a million; ten times that is the end.",
         "own-answer"),
        (ALWAYS, 100, 1_000_000, "Nobody said how many; this spans the first three bands.", "own-answer"),
    ),
    *_shared(
        "cost_of_a_wrong_answer", "dollars",
        (has("stakes", "annoyance"), 0.10, 8.01, "From one more look in self-service to one contact with a person.",
         "gartner-2019"),
        (has("stakes", "rework"), 6, 40, "A ticket at a service desk.", "hdi-tickets"),
        (has("stakes", "money"), 40, 480, "From an expensive ticket to what a tribunal awarded for one wrong answer.",
         "hdi-tickets moffatt-2024"),
        (has("stakes", "harm"), 1_750, 10_000, "Fines of lawyers for invented citations; harm to people costs more.",
         "metnews-2025"),
        (ALWAYS, 0.10, 480, "Nobody said what is at stake; this spans annoyance to money.",
         "gartner-2019 hdi-tickets moffatt-2024"),
    ),
    *_shared(
        "saved_by_a_right_answer", "dollars",
        (ALWAYS, 1.45, 7.91, "From what one company expected to gain by a conversation, to a contact that is spared.",
         "klarna-2024 gartner-2019"),
    ),
    *_ERRORS,
    *_RUNNING,
    *_BUILDING,
)  # fmt: skip
"""Every assumption; of several for one input the first counts whose condition is known to hold."""

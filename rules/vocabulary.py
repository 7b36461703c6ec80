"""The words of the facts: every value that an answer can have, in an order of more or less where there is one.

The names and values are the framework's own words and never change, so that stored answers stay valid.
"""

from enum import StrEnum


class Need(StrEnum):
    """What users mostly need from the feature."""

    FACTS = "facts"
    BEHAVIOUR = "behaviour"
    BOTH = "both"


class Freshness(StrEnum):
    """How often the truth behind the answers changes, slowest first."""

    STATIC = "static"
    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"
    LIVE = "live"


class Source(StrEnum):
    """Where the truth lives: general knowledge, own documents, live systems, or documents and systems."""

    MODEL = "model"
    DOCUMENTS = "documents"
    SYSTEMS = "systems"
    BOTH = "both"


class Corpus(StrEnum):
    """How much of it there is; `prompt_sized` fits one prompt, about 100,000 tokens or less."""

    PROMPT_SIZED = "prompt_sized"
    LARGE = "large"


class Hygiene(StrEnum):
    """The state of that data."""

    CLEAN = "clean"
    MIXED = "mixed"
    POOR = "poor"


class Receipts(StrEnum):
    """Whether an answer must show where it came from, weakest first."""

    NONE = "none"
    HELPFUL = "helpful"
    REQUIRED = "required"
    REGULATED = "regulated"


class Access(StrEnum):
    """Whether every user may see all of it."""

    EVERYONE = "everyone"
    PER_USER = "per_user"


class Failure(StrEnum):
    """How today's best prompt fails; `none_yet` stands alone."""

    FORMAT = "format"
    INVENTED_FACTS = "invented_facts"
    STALE_FACTS = "stale_facts"
    TONE = "tone"
    CLASSIFICATION = "classification"
    REFUSALS = "refusals"
    REASONING = "reasoning"
    TOOL_ERRORS = "tool_errors"
    SAFETY = "safety"
    CONTEXT_OVERLOAD = "context_overload"
    TOO_SLOW = "too_slow"
    TOO_COSTLY = "too_costly"
    NONE_YET = "none_yet"


class Examples(StrEnum):
    """Labeled, trusted examples of good output, fewest first."""

    NONE = "none"
    TENS = "tens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"


class Labels(StrEnum):
    """The quality of those labels."""

    CONSISTENT = "consistent"
    MIXED = "mixed"
    INCONSISTENT = "inconsistent"


class Evals(StrEnum):
    """How answers are evaluated today, least first."""

    NONE = "none"
    AD_HOC = "ad_hoc"
    GOLDEN_SET = "golden_set"
    CONTINUOUS = "continuous"


class Latency(StrEnum):
    """How fast an answer must be, strictest first."""

    UNDER_300MS = "under_300ms"
    UNDER_1S = "under_1s"
    UNDER_3S = "under_3s"
    RELAXED = "relaxed"


class Volume(StrEnum):
    """Requests a day, fewest first."""

    UNDER_1K = "under_1k"
    UNDER_100K = "under_100k"
    UNDER_1M = "under_1m"
    OVER_1M = "over_1m"


class Ops(StrEnum):
    """What the team can run today; `neither` stands alone."""

    SEARCH = "search"
    TRAINING = "training"
    NEITHER = "neither"


class Stakes(StrEnum):
    """What a wrong answer costs, least first."""

    ANNOYANCE = "annoyance"
    REWORK = "rework"
    MONEY = "money"
    HARM = "harm"


class Hosting(StrEnum):
    """Where the data may go, freest first."""

    ANY_API = "any_api"
    PRIVATE_CLOUD = "private_cloud"
    ON_PREMISES = "on_premises"
    ON_DEVICE = "on_device"


class Lookup(StrEnum):
    """How the piece that an answer needs is found; `whole`: it is not found, everything has to be read."""

    BY_MEANING = "by_meaning"
    BY_NAME = "by_name"
    BY_FILTER = "by_filter"
    WHOLE = "whole"


class Action(StrEnum):
    """Whether it only answers, or changes something in other systems."""

    ANSWERS = "answers"
    ACTS = "acts"


class Check(StrEnum):
    """How a right answer is told from a wrong one: a procedure computes it, a program checks it, or people judge it."""

    COMPUTED = "computed"
    CHECKABLE = "checkable"
    JUDGED = "judged"


class Definition(StrEnum):
    """Whether the wanted behavior can be said in words that fit a prompt, or only be shown."""

    WRITTEN = "written"
    BY_EXAMPLE = "by_example"


class PerClass(StrEnum):
    """Trusted examples for each class, for sorting and extraction."""

    UNDER_20 = "under_20"
    OVER_20 = "over_20"


class Steadiness(StrEnum):
    """Whether the wanted behavior holds, or changes often or by customer."""

    STABLE = "stable"
    CHANGING = "changing"


class ModelSize(StrEnum):
    """Whether any model may serve, or only a small one: about 10 billion parameters or less."""

    ANY = "any"
    SMALL_ONLY = "small_only"

"""The questions about operations: speed, volume, what the team can run, what a mistake costs, where data may go."""

from rules.framework import Lens, Option, Question

_LATENCY = Question(
    "latency", Lens.OPERATIONS,
    "How fast must an answer be?",
    "Every look-up and every long prompt costs time; a small model trained on your examples answers fastest.",
    "Speed of answers",
    (
        Option("under_300ms", "Instantly (under 0.3 s)", "under 0.3 seconds",
               ("instant", "instantly", "as you type", "immediately", "real time", "milliseconds", "no delay")),
        Option("under_1s", "Within a second", "within a second",
               ("one second", "a second", "under a second", "less than a second", "sub-second", "very fast")),
        Option("under_3s", "Within three seconds", "within three seconds",
               ("a few seconds", "three seconds", "couple of seconds", "2 seconds", "chat speed",
                "interactive")),
        Option("relaxed", "It can take longer", "no hurry",
               ("no hurry", "slow is fine", "minutes", "batch", "overnight", "background", "does not matter",
                "relaxed", "offline")),
    ),
    example="about two seconds",
)  # fmt: skip

_VOLUME = Question(
    "volume", Lens.OPERATIONS,
    "How many requests a day do you expect?",
    "A model trained on your examples needs a shorter, cheaper prompt. That only adds up with very many requests.",
    "Requests a day",
    (
        Option("under_1k", "Under 1,000", "under 1,000 a day", ("a few", "few", "hundreds", "dozens", "low",
                                                                "internal use")),
        Option("under_100k", "1,000 to 100,000", "up to 100,000 a day", ("thousands", "tens of thousands", "medium",
                                                                         "some")),
        Option("under_1m", "100,000 to 1 million", "up to a million a day", ("hundreds of thousands", "high", "a lot")),
        Option("over_1m", "Over 1 million", "over a million a day", ("millions", "very high", "web scale", "huge",
                                                                     "tens of millions")),
    ),
    example="about 5,000 a day",
)  # fmt: skip

_OPS = Question(
    "ops", Lens.OPERATIONS,
    "What can your team run today?",
    "Searching documents needs an index kept up to date, training needs tests and a way back. Someone has to own them.",
    "What the team can run",
    (
        Option("search", "Search: an index that somebody keeps up", "search",
               ("retrieval", "a search index", "elasticsearch", "vector database", "vector store", "rag",
                "opensearch", "embeddings",
                "indexing")),
        Option("training", "Training: versions, tests, a way back", "training",
               ("fine-tuning", "finetuning", "ml pipeline", "mlops", "model training", "machine learning team",
                "ml team",
                "data scientists", "train models")),
        Option("neither", "Neither yet", "neither search nor training",
               ("none", "nothing", "no", "neither", "not yet", "only prompts", "just an api key", "no ml team")),
    ),
    is_list=True,
    example="we run Elasticsearch",
)  # fmt: skip

_STAKES = Question(
    "stakes", Lens.OPERATIONS,
    "What does a wrong answer cost?",
    "The right choice has the least total cost of wrong answers, not the lowest bill.",
    "Cost of a wrong answer",
    (
        Option("annoyance", "Annoyance", "annoyance",
               ("nothing much", "little", "a shrug", "minor", "annoying", "low", "inconvenience", "hardly anything")),
        Option("rework", "Rework or a support ticket", "rework",
               ("time", "extra work", "support ticket", "tickets", "lost time", "corrections", "redo", "medium")),
        Option("money", "Money or a lost customer", "money",
               ("churn", "lost customers", "revenue", "refunds", "financial loss", "cost", "lost sales", "fines")),
        Option("harm", "Harm: legal, health or safety", "legal, health or safety harm",
               ("harm", "legal risk", "health", "safety", "lawsuit", "injury", "danger", "compliance breach",
                "discrimination", "high")),
    ),
    example="refunds we did not owe",
)  # fmt: skip

_HOSTING = Question(
    "hosting", Lens.OPERATIONS,
    "Where may the data go?",
    "The closer to you the data must stay, the smaller the model, and small models have to be taught more.",
    "Where the data may go",
    (
        Option("any_api", "Any provider's API", "any provider's API",
               ("anywhere", "api", "public cloud", "openai", "anthropic", "no limits", "saas", "any api",
                "any vendor")),
        Option("private_cloud", "Our own cloud account", "your own cloud account",
               ("private cloud", "our cloud", "vpc", "our tenant", "azure", "aws", "bedrock", "vertex", "gcp",
                "own account")),
        Option("on_premises", "Our own machines only", "your own machines only",
               ("on-prem", "on premises", "own servers", "our data center", "in house", "self-hosted", "air-gapped",
                "own hardware")),
        Option("on_device", "The person's device only", "the device only",
               ("phone", "laptop", "edge", "offline", "on device", "local device", "in the browser", "embedded")),
    ),
    example="our own cloud account",
)  # fmt: skip

OPERATIONS_QUESTIONS: tuple[Question, ...] = (_LATENCY, _VOLUME, _OPS, _STAKES, _HOSTING)

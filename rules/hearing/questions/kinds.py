"""Kinds of facts and of words that several readers tell apart, each in one place: "400 of them" is of a band."""

BANDS = ("examples", "volume", "corpus", "latency")
"""Facts whose values are bands of one number."""
NUMBERED = frozenset({*BANDS, "per_class", "labels", "model_size", "freshness"})
"""Facts that are answered in numbers."""
OF_WAYS = frozenset({"ops", "source", "lookup", "action", "need", "model_size", "definition", "check"})
"""Facts that the names of architectures seem to speak of."""
LATER = frozenset({"lookup", "action", "check", "definition", "per_class", "steadiness", "model_size"})
"""Facts that a word means only where no other is meant."""
NAMES = frozenset({"architecture", "term", "fact"})
"""What a sentence of the decision calls by name."""
QUESTION_WORDS = frozenset({"what", "which", "who", "whom", "whose", "when", "where", "why", "how"})
NOT = frozenset({"not", "no", "never", "hardly"})
LISTING = frozenset({",", ";", "and", "plus", "but"})
"""What stands between the things that people list."""

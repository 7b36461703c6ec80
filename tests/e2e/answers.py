"""Answers that interviews are held with."""

EIGHT: dict[str, str | list[str]] = {
    "need": "facts",
    "source": "documents",
    "access": "everyone",
    "corpus": "large",
    "receipts": "helpful",
    "lookup": "by_meaning",
    "ops": ["neither"],
    "latency": "under_3s",
}
"""A support copilot over documents: eight questions, and the verdict is settled."""
WISHES = ("Facts: correct information", "In our documents", "Weekly", "More than", "Yes, by law or audit")
"""Words on the buttons that a new user presses where one of them is offered."""

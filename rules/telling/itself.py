"""What the bot says of itself: from rows, whatever stands open."""

from rules.catalog.asking import itself
from rules.hearing import Asked
from rules.telling.values import Background, Told


def about_bot(asked: Asked, background: Background) -> Told:
    """The sentences of the topic, as they are so where a language model is set, and where none is."""
    row = itself()[str(asked.slots["topic"])]
    return Told(asked, row.with_model if background.uses_model else row.says)

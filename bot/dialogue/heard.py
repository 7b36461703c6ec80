"""What is said back to a typed line: the same sentences in Slack and on the command line."""

from collections.abc import Iterator

from rules.hearing import Asked, Heard
from rules.telling import Background, question, tell


def sentences(heard: Heard, background: Background) -> tuple[str, ...]:
    """The sentences that the person reads; none where the line is left alone."""
    return () if heard.silent else tuple(_sentences(heard, background))


def _sentences(heard: Heard, background: Background) -> Iterator[str]:
    if heard.control is not None:
        yield f"{heard.control.word.value.capitalize()}."
    if heard.saves and background.open_fact is None:
        yield from tell(Asked("change_answer", {"changes": heard.saves}), background).says
    for asked in heard.questions:
        yield from tell(asked, background).says
    for offer in heard.offers:
        yield f"Offered: {question(offer, background) if isinstance(offer, Asked) else offer.fact}."

"""What is said back to a typed line: the same sentences in Slack and on the command line."""

from collections.abc import Iterator

from rules.hearing import Asked, Heard


def sentences(heard: Heard) -> tuple[str, ...]:
    """The sentences that the person reads; none where the line is left alone."""
    return () if heard.silent else tuple(_sentences(heard))


def _sentences(heard: Heard) -> Iterator[str]:
    if heard.control is not None:
        yield f"{heard.control.word.value.capitalize()}."
    for question in heard.questions:
        yield f"Asked: {question.intent}."
    for offer in heard.offers:
        yield f"Offered: {offer.intent if isinstance(offer, Asked) else offer.fact}."

"""Lines as they are heard after the verdict."""

from rules.hearing import Heard, hear, line
from tests.rules.hearing.asked import SAID, key


def heard(text: str, **said) -> Heard:
    return hear(line(text, None, SAID | said, mention=True))


def asked(text: str, **said) -> list[tuple]:
    found = heard(text, **said)
    assert (found.offers, found.control) == ((), None)
    return sorted(key(each) for each in found.questions)

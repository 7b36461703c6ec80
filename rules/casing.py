"""The first letter of words that move: into the middle of a sentence, or to its beginning."""


def lower_first(text: str) -> str:
    """The text as it goes on in a sentence; an abbreviation such as JSON stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]

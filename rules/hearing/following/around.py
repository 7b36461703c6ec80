"""What stands around the words of a line and changes nothing of them: "ok, then please" before, "for now" behind."""

_BEFORE = "please|pls|plz|ok|okay|so|now|just|hey|hi"
_BEHIND = "please|pls|plz|now|then|thanks|thx|for now"
WISHES = r"then|also|thanks|let[’']?s|let us|i want to|i would like to|we want to|you can"
"""How somebody begins to say what is to be done; forms for `opening`."""
REACTIONS = "yes|great|can you|could you"
"""How somebody takes up what was said to them; likewise."""


def opening(*forms: str, mark: str = "") -> str:
    """The pattern of whatever may stand before what is said: the usual words and these, any of them again and again.

    `forms` are alternatives of regular expressions in folded letters; `mark` may stand behind each.
    """
    return rf"(?:(?:{'|'.join((_BEFORE, *forms))}){mark}\s+)*"


def tail(*forms: str, mark: str = "") -> str:
    """The pattern of whatever may stand behind what is said; `mark` may stand before each."""
    return rf"(?:{mark}\s+(?:{'|'.join((_BEHIND, *forms))}))*"


def plain(text: str) -> str:
    """The line folded, single-spaced and without the marks at its end, as a whole pattern is tried on it."""
    return " ".join(text.casefold().split()).rstrip(".!, ")

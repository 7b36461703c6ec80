"""What a line says of a verdict that stands: that one passes on what nobody asks any more, or how it has fared."""

import re

_PASSES = re.compile(
    r"(?:ok(?:ay)?|sorry|hm+|uh|please|well|i[’']?m|i am|we are|we[’']?re|honestly|[,.]|\s)*"
    r"(?:skip|pass|not (?:really |quite )?sure|unsure|no (?:idea|clue)|dunno|idk|(?:i|we) (?:do not|don[’']?t) know)"
    r"(?:[,\s]+(?:it|this|that|this one|that one|yet|please|sorry|either|really|this question))*[\s.!]*",
    re.IGNORECASE,
)
_FARES = re.compile(r"\b(?:stand|hold|status|still|good|track|going|we do\b|doing)", re.IGNORECASE)


def passes_on(text: str) -> bool:
    """Whether it only says what is said to a question that one cannot answer: "sorry, no idea"."""
    return bool(_PASSES.fullmatch(text))


def asks_how_it_stands(text: str) -> bool:
    """Whether a question may ask what has come of a verdict, and not only which it was: "does it still hold?"."""
    return bool(_FARES.search(text))

"""What a line says of a verdict that stands: that one passes on what nobody asks any more, or how it has fared."""

import re

_PASSES = re.compile(
    r"(?:ok(?:ay)?|sorry|hm+|uh|please|well|i[’']?m|i am|we are|we[’']?re|honestly|[,.]|\s)*"
    r"(?:skip|pass|not (?:really |quite )?sure|unsure|no (?:idea|clue)|dunno|idk|(?:i|we) (?:do not|don[’']?t) know)"
    r"(?:[,\s]+(?:it|this|that|this one|that one|yet|please|sorry|either|really|this question))*[\s.!]*",
    re.IGNORECASE,
)
_FARES = re.compile(r"\b(?:stand|hold|status|still|good|track|going|we do\b|doing)", re.IGNORECASE)


_COUNT = r"(?:\d{1,2}|few|last)\s+"
_QUESTIONS = (
    rf"(?:(?:the|your|those|all|all the|all of the)\s+)*(?:{_COUNT})?"
    rf"(?:(?:other|open|remaining|rest of the|missing|left)\s+)+(?:{_COUNT})?(?:questions?|ones|answers)?"
    r"|(?:the|those|all)\s+(?:other|others|rest)(?:\s+\d{1,2})?(?:\s+(?:of (?:the|your) questions|too))?"
    r"|(?:the\s+)?rest(?:\s+of (?:the|your) questions)?|more questions"
)
_BEFORE = (
    r"ok(?:ay)?|please|so|and|well|yes|now|then|can|could|would|will|you|we|i|want to|would like to|let[’']?s|let us"
    r"|also|still|just|go (?:on|ahead) and"
)
_BEHIND = r"too|as well|please|pls|now|then|anyway|also|for completeness|to be complete"
_WANTS_REST = re.compile(
    rf"(?:(?:{_BEFORE})[,\s]+)*"
    rf"(?:(?:ask|answer|do|finish|fill in|go through|give|show|take)\s+(?:(?:me|us|for)\s+)?(?:{_QUESTIONS})"
    r"|(?:keep|go on|continue) (?:asking|answering)|ask (?:me |us )?(?:on|more|away|everything(?: else)?))"
    rf"(?:\s*[,;–-]?\s*(?:{_BEHIND})|[,;.]\s.{{3,60}})*[\s?.!]*",
    re.IGNORECASE,
)


_GOES_ON = re.compile(
    r"(?:(?:ok(?:ay)?|so|well|and|please)[,\s]+)*"
    r"(?:what|which (?:questions?|ones))(?:[’']s| is| are| do you| would you)?\s+"
    r"(?:still\s+)?(?:ask(?: us| me)?|left to ask|want to know|open to ask)(?:\s+(?:now|still|yet|then))*[\s?.!]*",
    re.IGNORECASE,
)


def asks_what_is_left(text: str) -> bool:
    """Whether it asks which questions are still to come: "what do you still ask?"."""
    return bool(_GOES_ON.fullmatch(" ".join(text.split())))


def wants_the_rest(text: str) -> bool:
    """Whether it asks for the questions that can no longer change the verdict: "let's answer the other ones"."""
    return bool(_WANTS_REST.fullmatch(" ".join(text.split())))


def passes_on(text: str) -> bool:
    """Whether it only says what is said to a question that one cannot answer: "sorry, no idea"."""
    return bool(_PASSES.fullmatch(text))


def asks_how_it_stands(text: str) -> bool:
    """Whether a question may ask what has come of a verdict, and not only which it was: "does it still hold?"."""
    return bool(_FARES.search(text))

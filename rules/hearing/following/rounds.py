"""What a line says of a round in which each answers alone: who is left, or that somebody has finished."""

import re

_WHO = r"who(?:[’']s)?|whom|how (?:many|far)|(?:any|every|some)(?:one|body)|all|are (?:we|they|you all)|is it"
_FINISHED = (
    r"missing|left|finished|done|ready|through|waiting|outstanding|lacking|late|answered|answering|to answer|to go"
)
_ASKS_WHO = re.compile(rf"\b(?:{_WHO})\b.*\b(?:{_FINISHED})\b", re.IGNORECASE)
_IS_DONE = re.compile(
    r"\W*(?:(?:ok|okay|and|so)\W+)?(?:i|we)?[’']?\s*(?:am|are|m|re|have|ve)?\s*(?:all\s+)?(?:done|finished|ready|through)"
    r"(?:[\s,]+(?:now|here|too|with (?:it|mine|this)|answering|thanks))*\W*",
    re.IGNORECASE,
)


def asks_who_is_left(text: str) -> bool:
    """Whether the line asks who has not finished, or how many have: "is anybody still missing"."""
    return bool(_ASKS_WHO.search(text))


def says_done(text: str) -> bool:
    """Whether all that the line says is that somebody has finished: "ok, I'm done with mine"."""
    return bool(_IS_DONE.fullmatch(text))

"""What stands now, without what stood before: "on premises instead of the cloud", "not mixed but clean".

People name the old value beside the new one. Only the new one is meant.
"""

import re

_W = r"[^\s,:;?.!]+"
_END = r"(?=\s+(?:[,:;?]|and|plus|but|would|does|do|will|is|what|how|which|on top)(?:\s|$)|\s*$)"
_SAID = r"(?:said|put|had|was|were|told|wrote|entered|answered|stated|used)"
_ONCE = r"(?:before|previously|originally|formerly|earlier|up to now|until now|so far)"
_ONLY = r"(?! (?:only|just|merely|simply|solely)\b)"
_NOT = rf"(?:\b(?:instead of|rather than|in place of|as opposed to|in lieu of|and not)|, not{_ONLY})"
_PHRASES = (
    rf"{_NOT}\s+{_W}(?:\s+{_W}){{0,6}}?{_END}",
    rf"\b(?:not|never){_ONLY}\s+{_W}(?:\s+{_W}){{0,5}}?\s+,?\s*but(?: rather| instead)?\b",
    rf"\b(?:no longer|not any more|not anymore|not longer)\s+{_W}(?:\s+{_W}){{0,12}}?(?=\s+[,:;])",
    rf"\bnow\s+(?:and )?(?:not|from)\s+{_W}(?:\s+{_W}){{0,4}}?{_END}",
    rf"\b(?:used to|was|were|had)\s+{_W}(?:\s+{_W}){{0,5}}?\s+(?:{_ONCE}|back then|last time|, now|but now)\b",
    rf"\b(?:i|we|they|somebody|you)\s+{_SAID}\s+{_W}(?:\s+{_W}){{0,8}}?\s+{_ONCE}\b",
    rf"\b(?:have|had|has|got)\s+(?:us|me|it|this|that)\s+down\s+(?:for|as|at|with)\s+{_W}(?:\s+{_W}){{0,9}}?(?=\s+[,:;.]|\s*$)",
    rf"\b(?:swap|swapped|swapping|trade|exchange|exchanging|replace|replacing)\s+{_W}(?:\s+{_W}){{0,4}}?\s+(?:for|with|by)\b",
    rf"\b(?:relax|loosen|lower|raise|stretch|tighten|cut|extend)\s+(?:(?:the|our)\s+)?\d\S*(?:\s+{_W}){{0,2}}?\s+to\b",
    rf"\b{_ONCE}\s+,?\s*(?:i|we|it|they|somebody|you)\s+{_SAID}\b(?:\s+{_W}){{0,9}}?(?=\s+[,:;]|\s*$)",
)
_OF_THEM = re.compile(r"\bof (?:them|those|these)\b")
_OLD = tuple(re.compile(phrase) for phrase in _PHRASES)


def earlier(text: str) -> str:
    """What the text says is over: "i said weekly before"; "" where it says so of nothing."""
    return _parted(text)[0]


def current(text: str) -> str:
    """The text without the values that it says are over; the text itself where nothing would be left."""
    left = _parted(text)[1]
    left = " ".join(_OF_THEM.sub(" ", left).split()) if left != text else text
    return left if any(piece[0].isalnum() for piece in left.split()) else text


def _parted(text: str) -> tuple[str, str]:
    """What is over, and what is left of the text without it."""
    over: list[str] = []
    left = text
    for pattern in _OLD:
        over += (match[0] for match in pattern.finditer(left))
        left = pattern.sub(" ", left)
    return " ".join(over), left

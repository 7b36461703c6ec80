"""What a line says to an earlier answer that is held up ("still weekly?"): it holds, all of them do, or it does not."""

import re
from enum import StrEnum

from rules.hearing.following.around import plain


class Confirmed(StrEnum):
    """What is said of it."""

    THIS = "this"
    """It holds: "still so", "same as before"."""
    REST = "rest"
    """It holds, and all that is yet to be held up does: "keep the rest"."""
    OTHER = "other"
    """It does not hold, and what does is not said: "not any more"."""
    BEFORE = "before"
    """Nothing: it is asked who gave it, and when: "what did we say last time"."""


_YES = (
    r"yes|yeah|yep|yup|sure|ok|okay|right|correct|exactly|well|hm+|so|and|true|i think|i guess|i[’']d say|afaik"
    r"|of course"
)
_OPENING = rf"(?:(?:{_YES}|no|nope|please|just|let[’']?s|you can|we can)[,.!\s]+)*"
_THAT = r"(?:(?:it|this|that|these|those|they|the answer|that one|this one)(?:\s+(?:all|both))?)"
_BE = r"(?:(?:\s+(?:is|are|was|were|has|have|does|do)|[’']?s|[’']re|[’']s)?)"
_SAME = (
    r"(?:(?:exactly |pretty much |just )?(?:the )?same(?: (?:thing|answer))?"
    r"(?: (?:as (?:before|last (?:time|year|month)|then|always|ever|it was)|again|still|here))?"
    r"|(?:just )?(?:as|like) (?:before|last time|always|ever|it (?:was|is)"
    r"|they (?:were|are)|that)|so|unchanged|true|valid|right|correct|accurate|the case|fine|good)"
)
_HOLDS = r"(?:holds?|stands?|stays?|remains?|applies|apply|fits?|goes)"
_KEEP = r"(?:keep|leave|take over|confirm|carry over|accept)"
_ALL = (
    r"(?:(?:all|everything|all the|the)? ?(?:else|rest|others|other (?:ones|answers)|remaining(?: ones| answers)?)"
    r"(?: of (?:it|them))?|all(?: of (?:it|them|those))?(?: \d{1,2})?(?: answers)?|them all|everything"
    r"|the other \d{1,2})"
)
_AFTER = r"(?:\s*,?\s*(?:too|please|then|thanks|yes|here|there|for us|i think|now|all|really|actually|as well))*"
_THIS = (
    rf"(?:{_THAT}{_BE}\s+)?(?:(?:all |very much |yes )?still|yes still)(?:\s+(?:{_SAME}|{_HOLDS}(?:\s+{_SAME})?"
    r"|like that|is|it is|does|do|are|yes|that|this|as is))?"
    rf"|(?:{_THAT}{_BE}\s+)?{_SAME}"
    rf"|{_THAT}\s+{_HOLDS}(?:\s+{_SAME})?|{_HOLDS}(?:\s+{_SAME})?"
    rf"|{_KEEP}\s+{_THAT}(?:\s+(?:as (?:it|they) (?:is|was|were|are)|so|like that|{_SAME}))?"
    r"|(?:nothing|not?)(?:(?:\s+has|\s+have|[’']s)?\s+changed?s?)"
    r"(?:\s+(?:here|there|at all|about (?:it|that|this)|since))*"
    r"|(?:it|that|this)?\s*(?:has not|hasn[’']?t|did not|didn[’']?t) changed?|unchanged"
)
_REST = (
    rf"(?:{_KEEP}\s+{_ALL}|(?:and\s+)?{_ALL}{_BE}(?:\s+still)?)(?:\s+(?:{_SAME}|{_HOLDS}(?:\s+{_SAME})?))?"
    rf"|(?:the )?same for {_ALL}|nothing else(?:\s+has|[’']s)?\s+changed"
)
_REST_SAYS = re.compile(rf"\b(?:{_KEEP}|still|same|{_HOLDS}|unchanged|as|like|nothing)\b")
_OTHER = (
    r"(?:no|nope|nah)?[,.\s]*(?:something else|not any ?more|no longer|not so(?: any ?more)?|not true(?: any ?more)?"
    r"|(?:it|that|this)(?:\s+has|[’']s)?\s+changed(?: since)?|not (?:the same|right|correct)(?: any ?more)?"
    r"|(?:it|that|this)(?:\s+is|[’']s) (?:different|not (?:so|true|right|the case))(?: now| any ?more)?)|no|nope|nah"
)
_BEFORE = (
    r"(?:and |so |ok |wait )*(?!.*\b(?:changed?|since)\b)(?:what|who|when|which)\b.*"
    r"\b(?:last time|before|back then|in the (?:last|first|earlier|old|previous) (?:version|one|round)|earlier)"
    r"(?:\s+(?:here|for (?:this|it|that)(?: one)?|about (?:this|it|that)|on (?:this|it|that)))*"
)
_FORMS = (
    (Confirmed.REST, re.compile(rf"{_OPENING}(?:{_REST}){_AFTER}")),
    (Confirmed.THIS, re.compile(rf"{_OPENING}(?:{_THIS}){_AFTER}")),
    (Confirmed.OTHER, re.compile(rf"(?:(?:well|hm+|sorry)[,\s]+)*(?:{_OTHER}){_AFTER}")),
)
_AGREES = re.compile(rf"(?:(?:{_YES})[,.!\s]*)+{_AFTER}")
_ASKED = re.compile(_BEFORE)
_BARE = frozenset({"right", "correct", "true", "fine", "good", "same", "the same", "valid", "accurate"})
"""Alone these agree with whoever spoke last."""
_LONGEST = 80


def confirms(text: str, *, is_mention: bool) -> Confirmed | None:
    """What is said; None where it is anything else. What colleagues agree to among themselves is none of it."""
    said = plain(text)
    if len(said) > _LONGEST:
        return None
    if is_mention and _ASKED.fullmatch(said.rstrip("?")):
        return Confirmed.BEFORE
    if "?" in said:
        return None
    if _AGREES.fullmatch(said) or said in _BARE:
        return Confirmed.THIS if is_mention else None
    found = next((kind for kind, form in _FORMS if form.fullmatch(said)), None)
    is_named = found is not Confirmed.REST or _REST_SAYS.search(said)  # "the rest" alone says nothing of it
    return found if is_named else None


def says_as_before(text: str) -> bool:
    """Whether beside what it names it says that this was so before: "documents like before"."""
    return bool(
        re.search(r"\b(?:(?:like|as|same as) (?:before|last time|always|it was)|unchanged|still)\b", plain(text))
    )

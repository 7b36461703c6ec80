"""What a line asks of a review: why it says so, why its bar is that, where it is; or that its counts are wrong."""

import re
from enum import StrEnum


class About(StrEnum):
    """What is asked of a review, or said of it that only its form can hold."""

    OUTCOME = "outcome"
    """Why it says what it says: "why hold?"."""
    BAR = "bar"
    """Why so many golden tasks have to pass, or what that means for the few that there are."""
    LATE = "late"
    """Why it is late, or where it is."""
    COUNTS = "counts"
    """That there were more or fewer failures than it counts."""
    KEEP = "keep"
    """That what is asked again is to stay: the button of this name, in words."""


_HEARD_OF = r"(?:(?:[^\W\d_]+\s+(?:asked|wrote|asks|writes|wonders)|ok|okay|so|but|and|hm+|wait|hey)[,:\s]+)*"
_ADVICE = r"(?:hold|climb|step down|fix first|mend first)"
_FORMS = {
    About.OUTCOME: (
        rf"{_HEARD_OF}why\s+(?:(?:do(?:es)?|did|should|must|shall|would)\s+(?:we|it|you|the\s+(?:last\s+)?review|ftrag)\s+)?"
        rf"(?:(?:say|advise|conclude|recommend|tell us)s?\s+)?(?:to\s+|that\s+we\s+)?(?P<advice>{_ADVICE})"
        r"(?:\s+(?:it|now|still|at all|prompting|retrieval|rag|fine-tuning|and not (?:climb|step down|hold)))*"
    ),
    About.BAR: (
        rf"{_HEARD_OF}(?!.*\b(?:costs?|wrong|errors?|answers?)\b)"
        r"(?:(?:why|how come|what(?:[’']?s| is| does| do))\s(?:.*\s)?"
        r"(?P<bar>\d{1,3}\s*(?:of|out of|/)\s*100|\d{1,3}\s?%)(?:\W.*)?"
        r"|(?:why\s+is|what(?:[’']?s|\s+is|\s+does))\s+the\s+bar(?:\s+(?:so\s+(?:high|low)|mean|here|of the review))?)"
    ),
    About.LATE: (
        rf"{_HEARD_OF}(?:why\s+(?:is|was|did|does|has|are|isn[’']?t|hasn[’']?t)\s.*\breview\b.*"
        r"\b(?:late|overdue|delayed|missing|come|here|there|open|opened)\b.*"
        r"|where(?:[’']?s|\s+is)\s+(?:(?:the|our|this|that)\s+)?(?:[^\W\d_]+\s+)?review\b(?:\W.*)?)"
    ),
    About.COUNTS: (
        r"(?:(?:no|sorry|wait|actually|it (?:was|is)|it[’']?s|there (?:were|are)|we had)[,\s]+)*\d{1,4}\s+"
        r"(?:[a-z-]+\s+){0,2}(?:failures?|misses|errors)[,\s]+(?:and\s+)?(?:not|instead of|rather than)\s+\d{1,4}\b.*"
        r"|(?:the|these|your|our)\s+counts?\s+(?:of\s+(?:the\s+)?failures\s+)?(?:is|are|was|were|seems?|looks?)\s+(?:wrong|off|too).*"
    ),
    About.KEEP: (
        r"(?:no[,\s]+|ok[,\s]+|please\s+|just\s+)*(?:keep|leave)\s+(?:it|that|this)"
        r"(?:\s+(?:as it (?:is|was|stands)|so|please|then))*"
    ),
}
_ASKED = {about: re.compile(form, re.IGNORECASE) for about, form in _FORMS.items()}
_QUICK = re.compile(r"\b(?:why|how come|what|where|counts?|not|instead|rather|keep|leave)\b", re.IGNORECASE)


def may_ask(text: str) -> bool:
    """Whether the line may ask such a thing: a quick look, before it is looked up which reviews there are."""
    return len(text) <= 200 and bool(_QUICK.search(text)) and read_asked(text) is not None


def read_asked(text: str) -> tuple[About, str] | None:
    """What is asked, with the advice or the share of tasks that the line names; None where it is something else."""
    said = " ".join(text.split()).rstrip(" ?.!")
    found = next(((about, one) for about, form in _ASKED.items() if (one := form.fullmatch(said))), None)
    if found is None:
        return None
    named = found[1].groupdict()
    return found[0], (named.get("advice") or named.get("bar") or "").casefold()

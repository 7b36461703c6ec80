"""What a line asks of a review: why it says so, why its bar is that, where it is; or that its counts are wrong."""

import re
from enum import StrEnum

from rules.hearing.following.planned_words import MONTH, values


class About(StrEnum):
    """What is asked of a review, or said of it that only its form can hold."""

    OUTCOME = "outcome"
    """Why it says what it says: "why hold?"."""
    BAR = "bar"
    """Why so many golden tasks have to pass, or what that means for the few that there are."""
    LATE = "late"
    """Why it is late, or where it is."""
    MEANS = "means"
    """What the word of an outcome means: "what does hold mean"."""
    COUNTS = "counts"
    """That there were more or fewer failures than it counts."""
    PASSED = "passed"
    """Whether the golden tasks passed: "did we pass?"."""
    DECIDED = "decided"
    """What came of a review: "what did we decide in January?"."""
    TREND = "trend"
    """Whether it got better from one review to the next."""
    LEFT = "left"
    """What an open review still lacks: "are we done?", asked in its own thread."""
    TASK = "task"
    """The bar of one golden task."""
    KEEP = "keep"
    """That what is asked again is to stay: the button of this name, in words."""


_HEARD_OF = r"(?:(?:[^\W\d_]+\s+(?:asked|wrote|asks|writes|wonders)|ok|okay|so|but|and|hm+|wait|hey)[,:\s]+)*"
_ALL_TASKS = (
    r"(?:(?:all|each|every|any|some)\s+(?:of\s+)?)?(?:(?:the|our|these|those)\s+)?"
    r"(?:(?:two|three|four|five|six|\d)\s+)?(?:of\s+them|golden\s+tasks?|tasks|tests|evals?)"
)
_WHEN = (
    rf"(?:\s+(?:(?:in|for|of|from|at|by|with)\s+)?(?:(?:the|our|this|that|last|latest|first)\s+)*"
    rf"(?:{MONTH}(?:[’']?s)?(?:\s+review)?|review(?:\s+(?:of|for|from)\s+{MONTH})?|time|month|round)"
    r"|\s+(?:now|today|so far|yet|then|already|again|at all|pls|please))*"
)
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
    About.MEANS: (
        rf"{_HEARD_OF}what\s+(?:does|do you mean by|is meant by|is)\s+[“\"'‘]?(?P<advice>{_ADVICE})[”\"'’]?"
        r"(?:\s+(?:mean|means|here|exactly|even|now|for us|supposed to mean))*"
    ),
    About.COUNTS: (
        r"(?:(?:no|sorry|wait|actually|it (?:was|is)|it[’']?s|there (?:were|are)|we had)[,\s]+)*\d{1,4}\s+"
        r"(?:[a-z-]+\s+){0,2}(?:failures?|misses|errors)[,\s]+(?:and\s+)?(?:not|instead of|rather than)\s+\d{1,4}\b.*"
        r"|(?:the|these|your|our)\s+counts?\s+(?:of\s+(?:the\s+)?failures\s+)?(?:is|are|was|were|seems?|looks?)\s+(?:wrong|off|too).*"
    ),
    About.PASSED: (
        rf"{_HEARD_OF}(?:are\s+we\s+passing|is\s+(?:it|that)\s+a\s+pass"
        rf"|(?:did|do|have|has|does)\s+(?:we|it|they|everything|{_ALL_TASKS})\s+(?:all\s+)?"
        r"(?:pass(?:ed)?(?:\s+(?:all|the bar|them|it))?"
        r"|(?:made|make|met|meet|reach(?:ed)?|clear(?:ed)?)\s+(?:it|the bar))"
        rf"|how\s+(?:did|do|have|are)\s+{_ALL_TASKS}\s+(?:do|done|go|gone|doing|stand)"
        rf"|(?:which|how many)\s+(?:of\s+)?{_ALL_TASKS}\s+(?:have\s+)?(?:pass|fail)(?:ed)?){_WHEN}"
    ),
    About.DECIDED: (
        rf"{_HEARD_OF}(?:what\s+(?:did|have)\s+(?:we|you|it|the\s+review)\s+"
        r"(?:decide|conclude|say|end\s+with|settle on|find)d?"
        rf"(?=.*\b(?:{MONTH}(?:[’']?s)?|review)\b)"
        rf"|what\s+(?:came\s+(?:out\s+)?of|was\s+the\s+(?:outcome|result|conclusion)\s+of|came\s+out\s+in)"
        rf"(?=.*\b(?:{MONTH}(?:[’']?s)?|review)\b)){_WHEN}"
    ),
    About.TREND: (
        rf"{_HEARD_OF}(?:(?:did|does|has|have|is|are|do)\s+(?:it|that|we|things|the\s+(?:results|golden\s+tasks|answers|bot|feature))\s+"
        r"(?:(?:get|got|gotten|getting|become|becoming|do|doing|done|go|going)\s+)?(?:any\s+)?"
        r"(?:better|worse|improv(?:e|ed|ing))(?:\s+or\s+(?:worse|better|not))?(?:\s+since\s.{3,40}|\s+than\s+(?:before|last|in|at)\b.{0,30})?"
        rf"|how\s+(?:did|does|do)\s+(?:the\s+)?{MONTH}(?:[’']?s)?(?:\s+review)?\s+compare\s+(?:to|with)\s.{{3,40}}"
        rf"|(?:compare|compared)\s+(?:the\s+)?(?:reviews?\s+of\s+)?{MONTH}\s+(?:and|with|to)\s+{MONTH}"
        r"|(?:are\s+we|is\s+it)\s+improving)" + _WHEN
    ),
    About.LEFT: (
        rf"{_HEARD_OF}(?:(?:are|is|was)\s+(?:we|it|this|that|everything)\s+(?:all\s+)?"
        r"(?:done|through|finished|ready|complete|all|it|everything|enough)"
        r"|what(?:[’']?s|\s+is|\s+are)?\s+(?:still\s+)?(?:missing|left|open|outstanding|lacking|to\s+do)"
        r"|(?:is\s+)?(?:there\s+)?(?:anything|something)\s+(?:else\s+|still\s+)?(?:missing|left|open|to\s+do|needed)"
        r"|what\s+(?:do|must|should)\s+(?:we|i)\s+still\s+(?:(?:have|need)\s+to\s+)?(?:do|answer|give|say|fill in|run)"
        r"|how\s+far\s+are\s+we)"
        r"(?:\s+(?:here|now|then|yet|already|so far|(?:in|of|with|for)\s+(?:it|this|that|the review)))*"
        r"(?:\s+(?:before|until|to|so that|till)\s+(?:(?:we|i|it)\s+)?(?:can\s+)?(?:be\s+)?"
        r"(?:close|finish|end|complete|wrap|done|finished|closed)\w*(?:\s+(?:it|this|that|up|the review|off))*)?"
    ),
    About.TASK: (
        rf"{_HEARD_OF}(?:(?:what(?:[’']?s|\s+is|\s+was)|how\s+high\s+is|where[’']?s|where\s+is)\s+(?:(?:the|our)\s+)?"
        r"bar\s+(?:for|of|on|at|in)\s+(?:(?:the|our)\s+)?(?P<task>[^?,;:]{2,60}?)"
        r"|(?:what|which)\s+bar\s+(?:does|has|did)\s+(?:(?:the|our)\s+)?(?P<other>[^?,;:]{2,60}?)(?:\s+(?:have|need|got))?)"
        r"(?:\s+(?:again|now|then|please|pls|one|task))*"
    ),
    About.KEEP: (
        r"(?:no[,\s]+|ok[,\s]+|please\s+|just\s+)*(?:keep|leave)\s+(?:it|that|this)"
        r"(?:\s+(?:as it (?:is|was|stands)|so|please|then))*"
    ),
}
_ASKED = {about: re.compile(form, re.IGNORECASE) for about, form in _FORMS.items()}
_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b", re.IGNORECASE)
_QUICK = re.compile(
    r"\b(?:why|how|did|do|does|have|has|is|are|which|compared?|what|whats|wheres|where|was|anything|something|counts?|not|instead|rather|keep|leave)\b",
    re.IGNORECASE,
)


def may_ask(text: str) -> bool:
    """Whether the line may ask such a thing: a quick look, before it is looked up which reviews there are."""
    return len(text) <= 200 and bool(_QUICK.search(text)) and read_asked(text) is not None


def read_asked(text: str) -> tuple[About, str] | None:
    """What is asked, with the advice, the share, the task or the month that the line names; None where nothing is.

    A month is told by its number, "1" to "12".
    """
    said = " ".join(text.split()).rstrip(" ?.!")
    found = next(((about, one) for about, form in _ASKED.items() if (one := form.fullmatch(said))), None)
    if found is None:
        return None
    if found[0] in {About.PASSED, About.DECIDED}:
        month = _MONTH.search(said)
        return found[0], str(values(month)["starts"]) if month else ""
    named = found[1].groupdict()
    words = (named.get(key) for key in ("advice", "bar", "task", "other"))
    return found[0], next(filter(None, words), "").casefold()

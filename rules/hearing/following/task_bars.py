"""The bar of golden tasks, said any way: "the bar of X is 9 of 10", "make X 9 of 10", "9 of 10 is enough for X"."""

import re

from rules.hearing.following.around import REACTIONS, opening, tail
from rules.hearing.following.task_contents import HAS_TO, TaskSaid
from rules.hearing.following.task_words import ALL, BAR, QUOTES, RUNS, TASK

HOW = (
    r"(?:(?:has|have|needs?|ought|must|should|shall|can|to|is|are|at|least|minimum|min|pass(?:es)?|succeed|right|be|reach"
    r"|hit|get|its|the|an?|bars?|of|in|with|only|now)\b\s*|[:=<>≥→–-]+\s*)*"
)
"""How a bar is begun, behind the name of its task."""
_STRONG = re.compile(
    r"\b(?:to|needs?|must|should|shall|bars?|least|min(?:imum)?|enough|instead|rather|will do|fine|ok)\b|[>→≥]",
    re.IGNORECASE,
)
_BEHIND = (
    r"(?:[\s,]+(?:(?:has|have|needs?) to pass|must pass|to pass|pass(?:es)?|as (?:a|its|the|their) bar"
    r"|is (?:its|the) bar|is enough|will do|is ok|is fine|each|please|pls|then|now|thanks|for now|at least|instead"
    r"|rather))*"
)
_ALONE = re.compile(rf"[\s:,=–—-]*(?P<how>{HOW})(?P<bar>{BAR}){RUNS}(?P<behind>{_BEHIND})[\s.!]*", re.IGNORECASE)
_MORE_OF_ALL = rf"(?:the|our|them|one|three|four|five|\d(?!\s*(?:of|out|/|%))|{TASK}|tasks?)"
_EVERY = re.compile(rf"(?:{ALL}|every|they|they all)(?:\s+(?:of\s+)?{_MORE_OF_ALL})*", re.IGNORECASE)
_SET = r"(?:set|make|put|change|raise|lower|bring|move|take|turn|drop|get|have|push)"
_WAY = r"(?:(?:back|up|down|now|just|only)\s+)*"
_BECOMES = (
    rf"(?::|=|\s(?:(?:(?:should|must|can|could|may|has to|needs to)\s+)?(?:be|go|come|is|are)\s+)?{_WAY}(?:to|at)?)\s*"
)
_INSTEAD = r"(?:\s+(?:instead|rather|again))?"
_REASON = r"(?:(?:\s*[,;–-]\s*|\s+(?=because|since\b|as\b|so\b))[^?\d,;]{3,90})?"
"""Why it is so: "the actuary insists", "because it is new"."""
_FORMS = tuple(
    re.compile(opening(REACTIONS, "and", "then", "but", "no", mark=",?") + form + tail() + _REASON, re.IGNORECASE)
    for form in (
        (
            rf"(?:(?:{_SET}|the|a|our|its)\s+)*bars?\s+(?:for|of|on)\s+(?P<whose>.+?)\s*{_BECOMES}"
            rf"(?P<bar>{BAR}){RUNS}{_INSTEAD}"
        ),
        rf"{_SET}\s+(?P<whose>[^,;:?]+?)(?<!\bbar)\s+{_WAY}to\s+(?P<bar>{BAR}){RUNS}{_INSTEAD}",
        (
            r"(?:(?:let[’']?s|let us|we)\s+)?(?:make|do|say|take|let|set|put)\s+(?:(?P<whose>[^,;:?]+?)\s+)?"
            rf"(?:be\s+|at\s+)?(?=\d)(?P<bar>{BAR}){RUNS}{_INSTEAD}"
        ),
        (
            r"(?:(?:set|make|put|change|raise|lower)\s+)?(?!(?:the|its|our)\s+bar\b)(?P<whose>[^,;:]{2,60}?)(?:[’']s)?"
            rf"\s+bars?\s*{_BECOMES}(?P<bar>{BAR}){RUNS}{_INSTEAD}"
        ),
        (
            rf"(?P<whose>[^,;:]{{2,60}}?)\s+{HAS_TO}\s+(?:always\s+)?(?:pass|succeed)\s+(?:in\s+|at least\s+)?"
            rf"(?P<bar>{BAR}){RUNS}"
        ),
        (
            rf"(?P<whose>[^,;:]{{2,60}}?)\s+(?:(?:only|just)\s+)?(?:needs?|should (?:get|have)|{HAS_TO} (?:be|reach))"
            rf"\s+(?:only\s+|just\s+|at least\s+)?(?=\d|perfect|flawless)(?P<bar>{BAR}){RUNS}"
        ),
        (
            rf"(?:(?:(?:we|i)\s+(?:need|want|expect)|let[’']?s (?:do|say|have|take|make it)|make it|do|say|take)\s+"
            rf"|(?:a |the )?bar (?:of|is)\s+|at least\s+)?(?=\d)(?P<bar>{BAR}){RUNS}"
            r"(?:\s+(?:(?:is|as)\s+(?:the|a|its)\s+bar|(?:is|will be) (?:enough|fine|ok)|will do"
            r"|(?:must|have to|has to) pass))?"
            r"\s+(?:for|in|on)\s+(?P<whose>[^,;]+?)"
        ),
        (
            r"(?P<whose>[^,;:]{2,60}?)\s+(?:(?:should|must|can|could)\s+)?(?:have|has|gets?|needs?)\s+(?:an?\s+|the\s+)?"
            rf"bar\s+(?:of|at)?\s*(?P<bar>{BAR}){RUNS}"
        ),
        (
            r"(?:we|i)\s+(?:want|need|would like|[’']d like)\s+(?:the\s+)?(?P<whose>[^,;:]{2,60}?)\s+"
            rf"(?:at|to be|to have|with|to pass)\s+(?:at\s+)?(?=\d)(?P<bar>{BAR}){RUNS}"
        ),
        (
            rf"(?P<whose>[^,;:]{{2,60}}?)\s+(?:(?:should|must|can|may|shall)\s+)?(?:only\s+pass(?:es)?|pass(?:es)?\s+only)"
            rf"\s+(?:with|at|from|on|(?:if|when)\s+it\s+(?:is|has|gets|reaches))\s+(?P<bar>{BAR}){RUNS}"
        ),
        (
            r"for\s+(?P<whose>[^,;:?]{2,60}?),?\s+(?:(?:i|we)(?:[’']d|\s+would)?\s+(?:think|say|want|prefer)\s+)?(?=\d)"
            rf"(?P<bar>{BAR}){RUNS}\s+(?:is|would be|will be)\s+(?:better|right|fairer|safer|enough|fine|ok|needed)"
        ),
        rf"(?P<bar>{BAR}){RUNS}\s+(?P<whose>{ALL})",
        (
            rf"(?:(?:the|our|its|their)\s+)?bars?\s*(?:is|are|:|=|should be|of)?\s*(?P<bar>{BAR}){RUNS}"
            rf"(?:\s+(?:for\s+)?(?P<whose>{ALL}))?"
        ),
    )
)
_RUNS_FOR = re.compile(
    opening(REACTIONS, "and", "so", "we got", "we had", "it was", "that[’']?s", mark=",?")
    + rf"(?=\d)(?:{BAR}){RUNS}\s+(?:for|in|on)\s+[^,;?]+",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:it|that|this|them|(?:that|this|the last|the new)(?: one| task)?)", re.IGNORECASE)
"""How a line speaks of what was written down just now."""


def bar_alone(said: str, whose: str = "") -> TaskSaid | None:
    """The bar that is all that is said, "has to pass 9 of 10"; None where something else is."""
    alone = _ALONE.fullmatch(said)
    if alone is None:
        return None
    is_plain = bool(_STRONG.search(alone["how"] + alone["behind"]))
    return TaskSaid(whose, alone["bar"], is_plain=is_plain, is_of_all=is_all(whose) or "each" in alone["behind"])


def bar_of(said: str) -> TaskSaid | None:
    """The bar in a line that says whose it is, before it or behind; None where it says no bar."""
    found = next(filter(None, (form.fullmatch(said) for form in _FORMS)), None)
    if found is not None:
        whose = (found["whose"] or "").strip(QUOTES)
        is_none = is_all(whose) or bool(_THAT.fullmatch(whose))
        return TaskSaid("" if is_none else _bare(whose), found["bar"], is_of_all=is_all(whose))
    every = re.match(rf"(?P<whose>{_EVERY.pattern})(?P<rest>\s.+)", said, re.IGNORECASE)
    alone = _ALONE.fullmatch(every["rest"]) if every else None
    return TaskSaid(bar=alone["bar"], is_of_all=True) if alone else None


def may_be_result(said: str) -> bool:
    """Whether runs stand before a name with no word of a bar: where a review asks for results, they are one."""
    return bool(_RUNS_FOR.fullmatch(" ".join(said.split()))) and not _STRONG.search(said)


def is_all(whose: str) -> bool:
    """Whether these words name each of the golden tasks."""
    return bool(_EVERY.fullmatch(whose.strip()))


def _bare(whose: str) -> str:
    whose = re.sub(rf"^(?:the\s+|our\s+)?(?:{TASK}\s+)?", "", whose, flags=re.IGNORECASE)
    return re.sub(r"(?:\s+(?:one|task))?(?:[’']s)?(?:\s+bar)?$", "", whose, flags=re.IGNORECASE)

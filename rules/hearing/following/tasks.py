"""What a line says of golden tasks: their names in a list, the bar of one, what is asked in it and must be answered.

Whose it is stands in the words that name it; which task they mean is found out where the tasks are known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules.hearing.following.around import REACTIONS, opening, tail
from rules.hearing.following.task_words import ALL, BAR, MOST, QUOTES, RUNS, TASK


@dataclass(frozen=True, slots=True)
class TaskSaid:
    """What is said of one golden task."""

    whose: str = ""
    """How it is named, as it was typed; "" where it is not."""
    bar: str = ""
    """How many of its runs have to pass, as it was typed."""
    asked: str = ""
    """What is asked in it."""
    answer: str = ""
    """What a good answer must contain."""
    is_plain: bool = True
    """Whether runs under a name can only be its bar; "refund window 9 of 10" may be a result."""
    is_of_all: bool = False
    """Whether it is said of all of them."""


@dataclass(frozen=True, slots=True)
class NamedTasks:
    """Golden tasks are written down in a list."""

    tasks: tuple[TaskSaid, ...]
    """In their order, each with its name; at least one."""

    @property
    def names(self) -> tuple[str, ...]:
        """As they were typed."""
        return tuple(task.whose for task in self.tasks)


_LISTED = re.compile(
    r"(?:(?:we|i)(?:[’']?ve| have)?\s+(?:wrote|written|have|use|defined|chose|chosen|picked|collected|made)\s+)?"
    r"(?:(?:please\s+|pls\s+)?(?:add|save|note|keep|take|write down)\s+|(?:here|these|those|they)\s+are\s+)?"
    r"(?:(?:the|our|my|these|some|new|first|two|three|four|five|a|another|one more|\d)\s+)*"
    rf"{TASK}(?:\s+(?:are|is|so far|with (?:their )?bars?))*\s*[:=]\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"(?<!\d),|,(?!\d{3}\b)|[;\n•·]")
"""What parts names; "1,000" is one number."""
_BEFORE = re.compile(r"^(?:and\s+)?(?:[-*•·]\s+|\d{1,2}[.)]\s+)?")
"""What stands before a name of a list."""
_RESULT = re.compile(r"\b(?:passed|failed|passes|fails|scored|got)\b", re.IGNORECASE)
"""What came of a task, which is none."""
_HOW = (
    r"(?:(?:has|have|needs?|ought|must|should|shall|to|is|are|at|least|minimum|min|pass(?:es)?|succeed|right|be|reach|hit"
    r"|get|its|the|an?|bars?|of|in|with)\b\s*|[:=<>≥→–-]+\s*)*"
)
_STRONG = re.compile(
    r"\b(?:to|needs?|must|should|shall|bars?|least|min(?:imum)?|enough|will do|fine|ok)\b|[>→≥]", re.IGNORECASE
)
_BEHIND = (
    r"(?:[\s,]+(?:(?:has|have|needs?) to pass|must pass|to pass|pass(?:es)?|as (?:a|its|the|their) bar"
    r"|is (?:its|the) bar|is enough|will do|is ok|is fine|each|please|pls|then|now|thanks|for now|at least))*"
)
_BAR_ALONE = re.compile(rf"[\s:,=–—-]*(?P<how>{_HOW})(?P<bar>{BAR}){RUNS}(?P<behind>{_BEHIND})[\s.!]*", re.IGNORECASE)
_HAS_TO = r"(?:must|has to|have to|should|needs? to|shall)"
_MORE_OF_ALL = rf"(?:the|our|them|one|three|four|five|\d(?!\s*(?:of|out|/|%))|{TASK}|tasks?)"
_EVERY = re.compile(rf"(?:{ALL}|every|they|they all)(?:\s+(?:of\s+)?{_MORE_OF_ALL})*", re.IGNORECASE)
_BAR_OF = tuple(
    re.compile(opening(REACTIONS, "and", "then", mark=",?") + form + tail(), re.IGNORECASE)
    for form in (
        (
            r"(?:(?:set|make|put|change|raise|lower|the|a|our|its)\s+)*bars?\s+(?:for|of)\s+(?P<whose>.+?)\s*"
            rf"(?::|=|\bto\b|\bat\b|\bis\b|\bare\b|\bshould be\b|\bmust be\b|\s)\s*(?P<bar>{BAR}){RUNS}"
        ),
        rf"(?:raise|lower|set|put|change|move)\s+(?P<whose>.+?)\s+to\s+(?P<bar>{BAR}){RUNS}",
        (
            rf"(?P<whose>[^,;:]{{2,60}}?)\s+{_HAS_TO}\s+(?:always\s+)?(?:pass|succeed)\s+(?:in\s+|at least\s+)?"
            rf"(?P<bar>{BAR}){RUNS}"
        ),
        (
            rf"(?:(?:we|i)\s+(?:need|want|expect)\s+|(?:a |the )?bar (?:of|is)\s+|at least\s+)?"
            rf"(?=\d)(?P<bar>{BAR}){RUNS}"
            r"(?:\s+(?:(?:is|as)\s+(?:the|a|its)\s+bar|is (?:enough|fine|ok)|(?:must|have to|has to) pass))?"
            r"\s+(?:for|in|on)\s+(?P<whose>.+?)"
        ),
        rf"(?P<bar>{BAR}){RUNS}\s+(?P<whose>{ALL})",
        (
            rf"(?:(?:the|our|its|their)\s+)?bars?\s*(?:is|are|:|=|should be|of)?\s*(?P<bar>{BAR}){RUNS}"
            rf"(?:\s+(?:for\s+)?(?P<whose>{ALL}))?"
        ),
    )
)
_COLON = re.compile(r"^(?P<whose>[^:?]{2,80}?)\s*(?::|->|→|\s[-–—])\s+(?P<rest>.+)$", re.DOTALL)
_OF_TASK = re.compile(
    rf"^(?:for\s+|in\s+|on\s+)?(?:the\s+|our\s+|a\s+|another\s+|new\s+)*{TASK}\s*[,:]?\s*", re.IGNORECASE
)
_WHOEVER = (
    r"(?:(?:the|an?|some|our)\s+)?(?:user|customer|person|people|somebody|someone|client|employee|agent|visitor|he|she|they"
    r"|it|we)s?"
)
_ASKED = re.compile(
    r"^(?:and\s+)?(?:(?:is\s+|gets\s+|when\s+)?asked\s*[:=]?"
    rf"|{_WHOEVER}\s+(?:asks?|says?|writes?|types?|wants? to know|sends?)\s*[:=,]?"
    r"|(?:the\s+)?(?:question|input|q|prompt|ask)\s*(?:is\s+|[:=]\s*)|asks?\s*[:=]?)\s*",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^(?:with|by|in|at|on|about|for|from|when|without|after|during)\b", re.IGNORECASE)
_SAYS = r"(?:contains?|includes?|names?|gives?|says?|mentions?|have|has|states?|shows?|tells?|returns?|lists?|is|be)"
_GOOD = (
    r"(?:(?:and\s+)?(?:an?\s+|the\s+)?(?:good|right|correct|ideal|expected|proper|best)\s+(?:answer|reply|response|output)s?"
    rf"(?:\s+{_HAS_TO})?(?:\s+{_SAYS}\b)?\s*[:=]?|(?:and\s+)?(?:it\s+|(?:the\s+|an\s+)?answer\s+|reply\s+)?{_HAS_TO}\s+{_SAYS}\b\s*[:=]?"
    r"|(?:must contain|expected(?: answer| output)?|expect|(?:good )?answer|a|output)\s*[:=])"
)
_ANSWERED = re.compile(
    rf"(?:^|[\s,;.?!–—-]|->|→)\s*(?:(?P<good>{_GOOD})\s*|(?:and\s+)?(?:it\s+|(?:the\s+)?answer\s+)?{_HAS_TO}\s+"
    r"(?=(?!(?:always\s+|all\s+)?(?:pass|succeed|work|reach|hit|be right))\w))",
    re.IGNORECASE,
)
_WITH_BAR = re.compile(
    r"[\s,;.(–—-]+(?:and\s+)?(?:(?:the\s+|its\s+)?bar\s*(?:is|of|[:=])?\s*"
    r"|(?:has to|must|should|needs? to)\s+(?:pass|succeed)\s+|pass(?:es)?\s+(?:in\s+)?|at least\s+|needs?\s+|in\s+)*"
    rf"(?P<bar>{BAR}){RUNS}\)?[\s.!]*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)


def read_tasks(*said: str) -> NamedTasks | None:
    """The golden tasks that are listed, with what else stands beside each; None where none are, or results are told.

    `said` is the line in each form in which it is known; the first that lists any counts.
    """
    listed = next(filter(None, map(_LISTED.fullmatch, said)), None)
    if listed is None or _RESULT.search(listed["names"]):
        return None
    tasks = tuple(task for part in _parts(listed["names"]) if (task := _listed(part)).whose)
    is_count = len(tasks) == 1 and re.fullmatch(BAR, tasks[0].whose)
    return NamedTasks(tasks) if tasks and not is_count else None


def _parts(names: str) -> Iterator[str]:
    """The names apart: line by line where each says more than its name."""
    lines = [line for line in names.splitlines() if line.strip()]
    if any(_ANSWERED.search(line) for line in lines):
        yield from lines
    else:
        yield from _BETWEEN.split(names)


def _listed(part: str) -> TaskSaid:
    """One task of a list: its name, and what stands behind it."""
    said = _BEFORE.sub("", part.strip()).strip(" .")
    whose, rest = _headed(said, ())
    whole = _contents(rest) if whose else None
    if whole is not None:
        return replace(whole, whose=whose)
    bar = re.search(rf"[\s:,=(–—-]+(?:{_HOW})(?P<bar>{BAR}){RUNS}\)?$", said, re.IGNORECASE)
    return (
        TaskSaid(said[: bar.start()].strip(QUOTES), bar["bar"])
        if bar and said[: bar.start()].strip()
        else TaskSaid(said)
    )


def read_task(text: str, names: Sequence[str] = ()) -> TaskSaid | None:
    """What a line says of one golden task, or of all; None where it says nothing of any.

    `names`: those that stand already. With one of them in front no colon is needed.
    """
    said = _BEFORE.sub("", text.strip())
    whose, rest = _headed(said, names)
    is_known = whose.casefold() in {name.casefold() for name in names}
    found = _contents(rest) or (_contents_asked(rest) if is_known else None)
    is_whole = found is not None and bool(found.asked and found.answer and _ASKED.match(rest.lstrip(":=–—- ")))
    if found is not None and (is_known or is_whole):
        return TaskSaid(whose, found.bar, found.asked, found.answer)
    if "?" in said or len(said) > MOST:
        return None
    alone = _BAR_ALONE.fullmatch(rest) if whose or _BAR_ALONE.fullmatch(said) else None
    if alone is not None:
        is_plain = bool(_STRONG.search(alone["how"] + alone["behind"]))
        return TaskSaid(whose, alone["bar"], is_plain=is_plain, is_of_all=_is_all(whose) or "each" in alone["behind"])
    return _bar_of(" ".join(said.split()).rstrip(".!, "))


def read_bars(text: str, names: Sequence[str]) -> tuple[TaskSaid, ...]:
    """The bars of several tasks in one line, "refund window 9 of 10, fees 8 of 10"; none else.

    What one of them says plainly, "has to pass", is said of all.
    """
    said = [read_task(part, names) for part in _JOINED.split(text) if part.strip()] if len(text) <= MOST else []
    told = tuple(one for one in said if one is not None and one.whose and one.bar and not one.answer)
    is_plain = any(one.is_plain for one in told)
    return tuple(replace(one, is_plain=is_plain) for one in told) if len(told) == len(said) > 1 else ()


def _bar_of(said: str) -> TaskSaid | None:
    found = next(filter(None, (form.fullmatch(said) for form in _BAR_OF)), None)
    if found is not None:
        whose = (found["whose"] or "").strip(QUOTES)
        return TaskSaid("" if _is_all(whose) else _bare(whose), found["bar"], is_of_all=_is_all(whose))
    every = re.match(rf"(?P<whose>{_EVERY.pattern})(?P<rest>\s.+)", said, re.IGNORECASE)
    alone = _BAR_ALONE.fullmatch(every["rest"]) if every else None
    return TaskSaid(bar=alone["bar"], is_of_all=True) if alone else None


def _headed(said: str, names: Sequence[str]) -> tuple[str, str]:
    """How the line names a task at its beginning, and what follows."""
    bare = _OF_TASK.sub("", said)
    plain = re.sub(r"^(?:(?:for|in|on)\s+)?(?:the\s+)?[\"'“‘]?", "", bare, flags=re.IGNORECASE)
    for name in sorted(names, key=len, reverse=True):
        for line in (bare, plain):
            if line.casefold().startswith(name.casefold()) and not line[len(name) : len(name) + 1].isalnum():
                return line[: len(name)], line[len(name) :].lstrip("\"'”’ ,")
    found = _COLON.match(bare)
    is_asked = found is not None and (_ASKED.match(f"{found['whose']}: ") or _ANSWERED.match(f"{found['whose']}: "))
    return (found["whose"].strip(QUOTES), found["rest"]) if found and not is_asked else ("", bare)


def _contents(rest: str) -> TaskSaid | None:
    """What is asked and must be answered, with the bar where one stands at the end; None where neither is said."""
    said = rest.strip().lstrip(":=–—-, ")
    bar = _WITH_BAR.search(said)
    body = said[: bar.start()] if bar else said
    answered, asks = _ANSWERED.search(body), _ASKED.match(body)
    if answered is None and asks is None:
        return None
    asked, answer = (body[: answered.start()], body[answered.end() :]) if answered else (body, "")
    asked = asked.strip(" ,;.–—-")
    opened = _ASKED.match(asked)
    if opened and not _PREPOSITION.match(asked[opened.end() :]):
        asked = asked[opened.end() :]
    return TaskSaid(bar=bar["bar"] if bar else "", asked=asked.strip(QUOTES), answer=answer.strip(" ,;–—-").rstrip("."))


def _contents_asked(rest: str) -> TaskSaid | None:
    """A question, and what stands behind it: "how long can I return it? 30 days, with a link"."""
    said = rest.strip().lstrip(":=–—- ")
    bar = _WITH_BAR.search(said)
    asked, mark, answer = (said[: bar.start()] if bar else said).partition("?")
    answer = answer.strip(" ,;–—->→")
    return (
        TaskSaid(bar=bar["bar"] if bar else "", asked=f"{asked.strip(QUOTES)}?", answer=answer)
        if mark and answer
        else None
    )


def _bare(whose: str) -> str:
    return re.sub(rf"^(?:the\s+|our\s+)?(?:{TASK}\s+)?", "", whose, flags=re.IGNORECASE)


def _is_all(whose: str) -> bool:
    return bool(_EVERY.fullmatch(whose.strip()))

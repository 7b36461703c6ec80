"""What a line says of golden tasks: their names in a list, the bar of one, what is asked in it and must be answered.

Whose it is stands in the words that name it; which task they mean is found out where the tasks are known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.hearing.following.task_bars import HOW, bar_alone, bar_of
from rules.hearing.following.task_contents import (
    ASKED,
    ASKS,
    HAS_TO,
    TaskSaid,
    answered,
    contents,
    contents_asked,
    named_first,
    says_it_plainly,
    with_answer,
)
from rules.hearing.following.task_lines import as_written, quoted, read_arrows, without_bar
from rules.hearing.following.task_parts import Part, apart
from rules.hearing.following.task_words import BAR, MOST, QUOTES, RUNS, TASK


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
_SEVERAL = re.compile(r"golden[ -](?:tasks|questions|cases|set)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\d),|,(?!\d{3}\b)|[;\n•·]")
"""What parts names; "1,000" is one number."""
_BEFORE = re.compile(
    r"^(?:and\s+)?(?:[-*•·]\s+|\d{1,2}[.)]\s+|(?:first|second|third|fourth|last)(?:ly)?[,:]\s+)?", re.IGNORECASE
)
"""What stands before a name of a list."""
_RESULT = re.compile(r"\b(?:passed|failed|passes|fails|scored|got)\b", re.IGNORECASE)
"""What came of a task, which is none."""
_COLON = re.compile(r"^(?P<whose>[^:?]{2,80}?)\s*(?::|->|→|\s[-–—])\s+(?P<rest>.+)$", re.DOTALL)
_OF_TASK = re.compile(
    rf"^(?:for\s+|in\s+|on\s+)?(?:the\s+|our\s+|a\s+|another\s+|new\s+)*{TASK}\s*[,:]?\s*", re.IGNORECASE
)
_NAMED_WITH_BAR = re.compile(
    rf"(?P<whose>.+?)(?:\s+(?:one|task))?\s+(?:{HAS_TO}\s+(?:be|pass)|needs?|with a bar of)\s+(?:at\s+)?"
    rf"(?P<bar>{BAR}){RUNS}",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_TELLING = 4
"""Words from which on what stands before a good answer is what is asked, and no name alone."""
_SIGH = re.compile(
    r"^(?:(?:no+|nope|sorry|sry|actually|wait|hm+|oops|ok|okay|and|so|but|please|pls)\s*[,:.–—-]*\s+)*", re.IGNORECASE
)
_ANEW = re.compile(
    r"(?:the\s+|our\s+)?(?P<whose>[^,;:?]{2,60}?)\s+(?:one|task|question)\s+"
    r"(?:(?:is|should be|becomes|changes? to|will be)\s+(?:now|rather|instead)|now is|becomes|should now be)"
    r"\s*:\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"(?P<before>[^;?]{2,90}?)(?P<one>\s+(?:one|task|case|answer))?(?:,?\s+(?:a good answer|the answer|it))?\s+"
    rf"{HAS_TO}\s+(?P<more>also\s+)?(?:only\s+|always\s+|rather\s+)?"
    r"(?:contain|include|mention|name|say|cite|give|state|tell)s?:?\s+(?P<answer>.+)",
    re.IGNORECASE,
)
_BAR_AND = re.compile(rf"(?P<bar>.+{BAR}{RUNS})\s*,?(?:\s+and)?", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"^(?:[^,;:?]{2,30}:\s+)?(?:(?:for|in|on)\s+)?(?:the\s+|our\s+|a\s+)?", re.IGNORECASE)
"""What may stand before a task's name: "that vet line: foulbrood must ..."."""
_WHOEVER = (
    r"(?:users?|customers?|persons?|people|clients?|employees?|agents?|visitors?|he|she|they|it|we|i|you|who(?:ever)?)"
)
_ANYTHING = frozenset(
    {"answer", "answers", "bot", "reply", "replies", "every", "each", "all", "nobody", "a", "an", "this", "that"}
)
_BAR_HEADING = re.compile(r".+ bar|bars? (?:for|of|on) .+", re.IGNORECASE)
_LONGER = re.compile(
    rf"\s+(?!(?:bars?|tasks?|one|cases?|questions?|answers?|is|at|now|to|needs?|pass(?:es)?|{HAS_TO})\b|[^:]*\b{BAR})"
    r"[^\W_]+(?:\s+[^\W_]+){0,3}\s*:\s",
    re.IGNORECASE,
)
"""Behind a name that is only the beginning of another one: "late return" in "late return abroad: asked ..."."""
_SENTENCE_BEFORE = re.compile(r"^(?:[^:?\d]{0,120}?[.!]+\s+)+")
_REMARK = re.compile(r"[^:?\d]{0,120}")
"""What somebody says before a new task, and what says nothing of it: "here we go"."""


def read_tasks(*said: str) -> NamedTasks | None:
    """The golden tasks that are listed, with what else stands beside each; None where none are, or results are told.

    `said` is the line in each form in which it is known; the first that lists any counts.
    """
    listed = next(filter(None, map(_LISTED.fullmatch, map(as_written, said))), None)
    if listed is None:
        return None
    if arrows := read_arrows(listed["names"]):
        return NamedTasks(arrows)
    is_one = not _SEVERAL.search(listed.string[: listed.start("names")])
    whole = _whole(listed["names"], is_one=is_one)
    if whole:
        return NamedTasks(whole)
    if _RESULT.search(listed["names"]):
        return None
    names, bar = without_bar(listed["names"])
    tasks = tuple(task for part in _BETWEEN.split(names) if (task := _listed(part)).whose)
    tasks = tuple(replace(task, bar=task.bar or bar) for task in tasks)
    is_count = len(tasks) == 1 and re.fullmatch(BAR, tasks[0].whose)
    return NamedTasks(tasks) if tasks and not is_count else None


def _holds_answer(said: str, *, is_one: bool) -> bool:
    """Whether a part of a list says what must be answered, and is no name alone.

    `is_one`: whether what stands behind a question can be no other task.
    """
    if answered(named_first(with_answer(said))):
        return True
    told = contents_asked(said)
    return told is not None and (is_one or bool(told.bar))


def _whole(names: str, *, is_one: bool) -> tuple[TaskSaid, ...]:
    """The tasks of a list of which one at least says what must be answered; none where a part is no task."""
    found = apart(names, is_listed=True)
    if found is None or not any(_holds_answer(part.said, is_one=is_one or bool(found.bar)) for part in found.parts):
        return ()
    tasks = [_new(part) or _listed(part.said) for part in found.parts]
    return tuple(replace(one, bar=one.bar or found.bar) for one in tasks) if all(one.whose for one in tasks) else ()


def read_new(text: str, names: Sequence[str] = ()) -> tuple[TaskSaid, ...]:
    """The new golden tasks of a line that says so, "another task: ...", "and one for refunds: ..."; else none.

    What it says beside them of those that stand, `names`, is read with them. A remark before them is passed over.
    """
    found = apart(as_written(text, names))
    if found is None:
        return ()
    tasks = [_new(part) if part.is_new else _beside(part.said, names) for part in found.parts]
    first = 1 if tasks[0] is None and _REMARK.fullmatch(found.parts[0].said) else 0
    marked = [one and replace(one, is_new=part.is_new) for one, part in zip(tasks, found.parts, strict=True)]
    told = [one for one in marked[first:] if one is not None]
    is_read = len(told) == len(tasks) - first and any(one.answer for one in told)
    return tuple(replace(one, bar=one.bar or found.bar) for one in told) if is_read else ()


def _beside(said: str, names: Sequence[str]) -> TaskSaid | None:
    """What stands before a new task of one that is there already, behind a remark: "told you that already. 9 of 10"."""
    return read_task(said, names) or read_task(_SENTENCE_BEFORE.sub("", said), names)


def _new(part: Part) -> TaskSaid | None:
    """One task with what must be answered: under its name, or under what is asked where it has none."""
    said = _BEFORE.sub("", part.said.strip()).strip(" .")
    has_bar = part.is_golden or part.needs_bar
    full = with_answer(said) if has_bar else said
    whose, rest = _headed(named_first(full), ())
    whose = re.sub(r"\s+(?:one|task)$", "", whose, flags=re.IGNORECASE)
    found = _held(rest, is_golden=has_bar)
    if found is None or not (found.answer or (whose and found.asked)) or (part.needs_bar and not found.bar):
        return None
    found = replace(found, bar=found.bar or part.bar)
    if not (part.is_golden or says_it_plainly(part.said) or says_it_plainly(rest)):
        return None
    named = _NAMED_WITH_BAR.fullmatch(whose)
    if named:
        return replace(found, whose=named["whose"], bar=found.bar or named["bar"])
    name = whose or re.sub(r"^(?:if|whether)\s+", "", found.asked, flags=re.IGNORECASE).rstrip(" ?")
    is_asked = len(name.split()) >= _TELLING or full != said or any(form.match(whose or rest) for form in (ASKED, ASKS))
    asked = (found.asked if whose else "") or (whose or found.asked) * is_asked
    return replace(found, whose=name, asked=asked) if name else None


def _held(rest: str, *, is_golden: bool) -> TaskSaid | None:
    """What is asked and must be answered; what stands behind a golden task's question answers it."""
    found = contents(rest)
    if not is_golden or (found is not None and found.answer):
        return found
    asked = ASKED.match(rest)
    return contents_asked(rest[asked.end() :] if asked else rest) or found


def _listed(part: str) -> TaskSaid:
    """One task of a list: its name, and what stands behind it."""
    said = _BEFORE.sub("", part.strip()).strip(" .")
    whose, rest = _headed(said, ())
    whole = contents(rest) if whose else None
    if whole is not None:
        return replace(whole, whose=whose)
    bar = re.search(rf"[\s:,=(–—-]+(?:{HOW})(?P<bar>{BAR}){RUNS}\)?$", said, re.IGNORECASE)
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
    is_short = "?" not in said and len(said) <= MOST
    bar = bar_of(" ".join(said.split()).rstrip(".!, ")) if is_short else None
    found = None if bar else contents(rest) or ((contents_asked(rest) or quoted(rest)) if is_known else None)
    is_whole = found is not None and bool(found.asked and found.answer and ASKED.match(rest.lstrip(":=–—- ")))
    if found is not None and (is_known or is_whole):
        return TaskSaid(whose, found.bar, found.asked, found.answer)
    alone = bar_alone(rest, whose) if is_short and (whose or bar_alone(said)) else None
    is_heading = alone is not None and _BAR_HEADING.fullmatch(alone.whose) is not None  # "deposit bar: 10 of 10"
    return bar if bar and is_heading else alone or bar


def read_amended(text: str, names: Sequence[str]) -> TaskSaid | None:
    """What a line changes about one of the golden tasks that stand, `names`, called in short; None where it does not.

    "The oxalic one must also say 5 ml", "the bar of the oxalic one is 4 of 5, it should say 5 ml", "the third one is
    now: ...".
    """
    said = _SIGH.sub("", " ".join(text.split()))
    anew = _ANEW.fullmatch(said)
    told = contents(anew["rest"]) if anew else None
    if anew and told and told.answer:
        return replace(told, whose=anew["whose"].strip(QUOTES), is_anew=True)
    found, bar = _MUST.fullmatch(said) if "?" not in said else None, None
    if found is not None and (both := _BAR_AND.fullmatch(found["before"])):
        bar = bar_of(both["bar"])
        whose, is_named = (bar.whose, bool(bar.whose)) if bar else ("", False)
    elif found is not None:
        whose = _FIRST_WORDS.sub("", found["before"]).strip(QUOTES)
        is_named = bool(found["one"]) or _begins(whose, names)
    if found is None or not is_named:
        return None
    answer = found["answer"].strip(QUOTES + ";")
    return TaskSaid(whose, bar.bar if bar else "", answer=answer, is_more=bool(found["more"])) if answer else None


def _begins(whose: str, names: Sequence[str]) -> bool:
    """Whether a golden task's name begins so, and people are not called so as well."""
    words = whose.casefold().split()
    is_open = not words or re.fullmatch(_WHOEVER, words[0]) or words[0] in _ANYTHING
    return not is_open and any(name.casefold().split()[: len(words)] == words for name in names)


def read_bars(text: str, names: Sequence[str]) -> tuple[TaskSaid, ...]:
    """The bars of several tasks in one line, "refund window 9 of 10, fees 8 of 10"; none else.

    What one of them says plainly, "has to pass", is said of all.
    """
    said = [read_task(part, names) for part in _JOINED.split(text) if part.strip()] if len(text) <= MOST else []
    told = tuple(one for one in said if one is not None and one.whose and one.bar and not one.answer)
    is_plain = any(one.is_plain for one in told)
    return tuple(replace(one, is_plain=is_plain) for one in told) if len(told) == len(said) > 1 else ()


def _headed(said: str, names: Sequence[str]) -> tuple[str, str]:
    """How the line names a task at its beginning, and what follows."""
    bare = _OF_TASK.sub("", said)
    plain = re.sub(r"^(?:(?:for|in|on)\s+)?(?:the\s+)?[\"'“‘]?", "", bare, flags=re.IGNORECASE)
    for name in sorted(names, key=len, reverse=True):
        for line in (bare, plain):
            is_whole = not line[len(name) : len(name) + 1].isalnum() and not _LONGER.match(line[len(name) :])
            if line.casefold().startswith(name.casefold()) and is_whole:
                return line[: len(name)], line[len(name) :].lstrip("\"'”’ ,")
    first, mark, below = bare.partition("\n")
    if mark and ":" not in first and not answered(first):
        return first.strip(QUOTES), below
    found = _COLON.match(bare)
    if found is None:
        return "", bare
    before = f"{found['whose']}: "
    is_asked = (ASKED.match(before) or answered(before)) and not _NAMED_WITH_BAR.fullmatch(found["whose"])
    return ("", bare) if is_asked else (found["whose"].strip(QUOTES), found["rest"])

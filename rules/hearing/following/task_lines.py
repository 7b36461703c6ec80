"""Golden tasks as people type them in one line, written as they are read elsewhere.

Arrows are what must be answered, "late train -> 25% back"; so is what stands in parentheses behind a name; "add parking
too, must say 8 euros" is one more task.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from rules.hearing.following.task_contents import ASKED, HAS_TO, TaskSaid, answered
from rules.hearing.following.task_parts import FOR_EACH
from rules.hearing.following.task_words import BAR, QUOTES, RUNS

_ARROW = re.compile(r"\s*(?:->|→|=>|➔)\s*(?=\S)")
_BETWEEN = re.compile(r"(?<!\d),|,(?!\d{3}\b)|[;\n•·]|(?<=[^\W\d])\.\s+")
_ITS_BAR = re.compile(
    rf"[\s(]*(?:(?:its |the )?bar(?: is| of)?\s*|must pass\s+|at least\s+)?(?P<bar>{BAR}){RUNS}[\s).]*", re.IGNORECASE
)
_WITH_BAR = re.compile(
    rf"\s*[(–—-]\s*(?P<bar>{BAR}){RUNS}[\s).]*$|\s+(?:bar|at)\s+(?P<at>{BAR}){RUNS}[\s.]*$", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:and|or|with|plus|but)\b|[^a-z]+$", re.IGNORECASE)
"""What goes on about what must be answered: "and form L1", "8714 91"."""
_PARENTHESES = re.compile(r"(?P<name>[^\s(][^(),;:.?\n]{1,60}?)\s*\((?P<held>[^()]{4,300})\)")
_SAYS = r"(?:contain|include|mention|name|say|cite|give|state|tell|list|quote)s?"
_ADDED = re.compile(
    r"(?:(?:and|also|then|ok|okay|so|please|pls)[,:]?\s+)*(?P<how>add|plus)\s*:?\s+(?:(?:the|a|an|one for)\s+)?"
    r"(?P<name>[^,:;.?]{2,50}?)(?P<too>\s+(?:too|as well|also))?\s*(?P<mark>[,:])\s+"
    rf"(?P<rest>(?:[^;]*?[,.]\s+)?(?:(?:it|the answer)\s+)?{HAS_TO}\s+(?:also\s+)?{_SAYS}\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_HOLDS_BAR = re.compile(rf"\b{BAR}", re.IGNORECASE)
_FOR_ANOTHER = re.compile(
    r"(?:^|[.;,\n]\s*(?:and\s+)?)(?:for|in|on)\s+(?:the\s+)?(?P<name>[^:,.;?]{2,50}?)(?:\s+(?:one|task))?\s*:\s+",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^[\"'“‘](?P<asked>[^\"“”]+?)[\"'”’]\s*(?:,|and|->|→|=>|:)\s*(?P<answer>[^\s,:].*)$", re.IGNORECASE | re.DOTALL
)


def as_written(text: str, names: Sequence[str] = ()) -> str:
    """The line with "add X too, must say Y" as a golden task, and with what a parenthesis holds of one behind a colon.

    `names`: the golden tasks that stand; without any, only a bar shows that something added is one.
    """
    added = _ADDED.fullmatch(text.strip())
    is_task = added is not None and (_HOLDS_BAR.search(added["rest"]) or (names and added["too"]))
    if added is not None and is_task:
        is_answer = re.match(HAS_TO, added["rest"], re.IGNORECASE)
        text = f"golden task: {added['name']}{',' if is_answer else added['mark']} {added['rest']}"
    return _PARENTHESES.sub(_opened, text)


def _opened(found: re.Match[str]) -> str:
    """What is asked or must be answered of the name before it, without its parentheses; else as it was."""
    held = found["held"].strip()
    good = answered(held)
    is_answer = good is not None and not held[: good.start()].strip(" ,")
    mark = "," if is_answer else ":"
    return f"{found['name']}{mark} {held}" if is_answer or ASKED.match(held) else found[0]


def read_arrows(listed: str) -> tuple[TaskSaid, ...]:
    """The tasks of a list in which an arrow parts what is asked from what must be answered; none where a part has none.

    A number of runs behind one is its bar, behind "each" that of all.
    """
    body, bar = without_bar(listed)
    tasks, arrows = list[TaskSaid](), len(_ARROW.findall(body))
    for part in _BETWEEN.split(body):
        said = part.strip(" .,;-*")
        sides, own = _ARROW.split(said), _ITS_BAR.fullmatch(said)
        if own and tasks and not tasks[-1].bar:
            tasks[-1] = replace(tasks[-1], bar=own["bar"])
        elif len(sides) == 2 and all(side.strip(QUOTES) for side in sides) and not _is_said(sides[1]):
            tasks.append(_arrowed(*sides))
        elif tasks and arrows > 1 and _GOES_ON.match(said):
            tasks[-1] = replace(tasks[-1], answer=f"{tasks[-1].answer}, {said}")
        elif said and arrows > 1 and len(sides) == 1:
            tasks.append(TaskSaid(said))
        elif said:
            return ()
    return tuple(replace(one, bar=one.bar or bar) for one in tasks)


def _is_said(answer: str) -> bool:
    """Whether what stands behind an arrow says itself what it is: a bar, or "must name the form"."""
    return bool(_ITS_BAR.fullmatch(answer) or answered(answer))


def _arrowed(asked: str, answer: str) -> TaskSaid:
    bar = _WITH_BAR.search(answer)
    asked = re.sub(r"^(?:and\s+)?(?:\d{1,2}[.)]\s+)?", "", asked, flags=re.IGNORECASE).strip(QUOTES)
    good = (answer[: bar.start()] if bar else answer).strip(QUOTES + ";")
    return TaskSaid(asked, (bar["bar"] or bar["at"]) if bar else "", asked, good)


def without_bar(listed: str) -> tuple[str, str]:
    """A list without the bar that is said of each at its end, and that bar; "" where none is."""
    found = FOR_EACH.search(listed)
    if found is None or not found.start():
        return listed, ""
    return listed[: found.start()], found["bar"] or found["bare"]


def of_others(text: str, called: Callable[[str], str]) -> tuple[str, ...]:
    """The line cut before each golden task that it goes on about, "... . for the deposit: ...", under its full name.

    `called` gives that of the task that words name, "" where they name none. One part where it goes on about none.
    """
    cuts = [(found, name) for found in _FOR_ANOTHER.finditer(text) if found.start() and (name := called(found["name"]))]
    starts = [0, *(found.start() for found, _ in cuts)]
    heads = [("", 0), *((f"{name}: ", found.end() - found.start()) for found, name in cuts)]
    ends = [*starts[1:], len(text)]
    parts = zip(starts, ends, heads, strict=True)
    return tuple(f"{head}{text[start + skip : end].strip(' ,;')}" for start, end, (head, skip) in parts)


def quoted(rest: str) -> TaskSaid | None:
    """What is asked in quotation marks, and what stands behind it: "'steel bracket' and 8714 99"."""
    found = _QUOTED.match(rest.strip().lstrip(":=–—- "))
    return TaskSaid(asked=found["asked"].strip(), answer=found["answer"].strip(QUOTES)) if found else None

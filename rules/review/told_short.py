"""Runs told by how many passed alone, written out: "grand is 8" is "grand is 8 of 10" where its bar counts ten runs.

Only where each such number stands right behind words that name a golden task, or there is one for each of them.
"""

import re
from collections.abc import Iterator, Sequence

from rules.numerals import FIGURES, NUMBER
from rules.review.naming import NAME, named
from rules.review.told_list import CLAUSE, name_before, task_of
from rules.review.told_runs import COUNT, NO_RESULT

_BEHIND = r"(?:\s+(?:now|again|today|this time|only|sorry|sry|passed|instead|then|of them))*"
_BARE = re.compile(rf"(?P<head>.+?[\s:=–-])(?P<some>{NUMBER})(?P<behind>{_BEHIND})[\s!.:()]*")
_MAY_BE = re.compile(
    rf"(?<![\w.:/-])(?:{NUMBER}){_BEHIND}[\s!:()]*(?:[,;.]|$|\s(?:and|but|because|since)\b)", re.IGNORECASE
)
_FIRST = r"(?:(?:ok|okay|so|and|yes|hey|we ran (?:it|them)|ran them)[,:]?\s+)*"
_ALL = (
    r"(?:all|everything|each|every one|they|both)"
    r"(?:\s+(?:of\s+)?(?:them|the|our|two|three|four|five|six|\d|tasks|golden))*"
)
_IN_A_ROW = re.compile(
    rf"{_FIRST}(?:{_ALL}|(?:the\s+)?(?:results|scores|numbers|runs))(?P<passed>\s+passed)?"
    rf"(?:\s+(?:are|were|is|in order|today|again|now|came back|came))*\s*[,:–-]\s*"
    rf"(?P<row>{NUMBER}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+){NUMBER})+)[\s.!]*"
)
"""A number for each golden task, in their order: "all three passed, 10 10 and 8"."""
_BUT = re.compile(
    rf"{_FIRST}{_ALL}\s+(?:(?:is|are|were|was|got|at|has|have|had|passed|came back)\s+)*"
    rf"(?P<runs>{NUMBER}\s*(?:of|out of|/)\s*{NUMBER})\s*,?\s+"
    r"(?:except(?:\s+for)?|but(?:\s+(?:for|not))?|apart from|other than|only)\s+(?P<but>.{2,120})"
)
"""The same runs for all but for those that are named: "everything 10 of 10 except grand, 8"."""
_MOST = 300


def holds_bare(text: str) -> bool:
    """Whether a number stands in it as runs in short do: sooner seen than what it says."""
    return len(text) <= _MOST and bool(_MAY_BE.search(text))


def written_out(text: str, names: Sequence[Sequence[str]], of: Sequence[int | None]) -> str:
    """The line with each such number as so many of so many; as it is where it holds none.

    `of`: how many runs each golden task has, None where nobody knows.
    """
    folded = text.casefold().strip()
    if not holds_bare(folded) and not _BUT.fullmatch(folded):
        return text
    if "?" in text or NO_RESULT.search(folded):
        return text
    if (row := _row(folded, of)) or (row := _but(folded, names, of)):
        return row
    line, in_full = named(folded, names)
    parts = [*_parts(line)]
    said, left = [*parts], [*in_full]
    for at, part in enumerate(parts):
        own = [left.pop(0) for _ in range(part.count(NAME))]
        said[at] = _with_runs(part, own, names, of)
    if said == parts:
        return text
    full = iter(in_full)
    return re.sub(NAME, lambda _: names[next(full)][0].casefold(), "".join(said))


def _parts(line: str) -> Iterator[str]:
    """The line's clauses and what stands between them, in turns."""
    start = 0
    for cut in CLAUSE.finditer(line):
        yield line[start : cut.start()]
        yield cut[0]
        start = cut.end()
    yield line[start:]


def _with_runs(part: str, own: Sequence[int], names: Sequence[Sequence[str]], of: Sequence[int | None]) -> str:
    """The clause with its runs written out, where a number stands right behind one task."""
    found = _BARE.fullmatch(part) if len(own) < 2 and not COUNT.search(part) else None
    if found is None:
        return part
    task = own[0] if own else task_of(name_before(found["head"]), names)
    ran = of[task] if task is not None else None
    number = int(FIGURES.get(found["some"], found["some"]))
    is_its = bool(ran) and number <= (ran or 0) and (not own or not name_before(found["head"]).strip(f"{NAME} :"))
    return f"{found['head']}{number} of {ran}{found['behind']}" if is_its else part


def _row(line: str, of: Sequence[int | None]) -> str:
    """The results of a row in which each golden task has its number; "" where it is none."""
    found = _IN_A_ROW.fullmatch(line)
    row = [int(FIGURES.get(one, one)) for one in re.findall(NUMBER, found["row"])] if found else []
    if found is None or len(row) != len(of) or any(not ran or one > ran for one, ran in zip(row, of, strict=True)):
        return ""
    verdict = ", passed" if found["passed"] else ""
    return ", ".join(f"#{at} {one} of {ran}{verdict}" for at, (one, ran) in enumerate(zip(row, of, strict=True), 1))


def _but(line: str, names: Sequence[Sequence[str]], of: Sequence[int | None]) -> str:
    """The results where some are told apart from all the others; "" where it is not plain which."""
    found = _BUT.fullmatch(line)
    if found is None:
        return ""
    rest = written_out(re.sub(r",\s*(?=\d)", " ", found["but"]), names, of)
    told = [(clause, one) for clause in CLAUSE.split(rest) if (one := COUNT.search(clause))]
    apart = [task_of(name_before(clause[: one.start()]), names) for clause, one in told]
    if not apart or None in apart or len({*apart}) == len(names):
        return ""
    others = [f"#{at} {found['runs']}" for at in range(1, len(names) + 1) if at - 1 not in apart]
    return ", ".join([*others, rest])

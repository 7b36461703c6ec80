"""Several golden tasks in one line, cut apart: numbered, with semicolons, "and one for refunds: ...", by their name.

Each part says for itself what is asked and what must be answered; a bar behind the last may be that of each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.hearing.following.task_contents import HAS_TO, answered, is_row, is_set_apart
from rules.hearing.following.task_words import ALL, BAR, RUNS, SAME, SAME_BAR

_AND = r"(?:(?:and|then|also|plus|please|pls|ok|okay|so|ah)[,:]?\s+)*"
_ADD = r"(?:(?:add|note|save|write down|here is|here comes|(?:we|i) (?:also )?(?:have|need|want))\s+)?"
_NEW = r"(?:new|another|next|second|third|fourth|further|extra|additional|other|one more|more)"
_OPENER = (
    rf"{_AND}{_ADD}(?:(?:an?|one|the|our|my|two|three|four|five|\d)\s+)*"
    rf"(?:(?:{_NEW}\s+)*(?P<golden>golden[ -](?:tasks?|questions?|cases?|set)|gt\s?#?\d{{1,2}}\b)"
    r"|(?:(?<=add )|(?<=add a )|(?<=add the ))(?:test |eval )?tasks?(?=\s*:)"
    rf"|(?:{_NEW}\s+)+tasks?)"
    r"(?:\s+(?:are|is))?(?:\s*(?:#\s*|no\.?\s*|number\s+)?(?:\d{1,2}|one|two|three|four|five)(?=\s*[:.)–-]))?"
)
_ONE_MORE = (
    rf"{_AND}{_ADD}(?:(?:an?|the)\s+)?(?:another(?: one)?|one more|(?:next|second|third|fourth|fifth)(?: one)?)"
    r"(?:\s+(?:like|as) (?:that|it|this|the last(?: one)?))?"
)
"""How one more is begun right behind the last: "and another one, same bar: ..."."""
_FOR = rf"{_AND}{_ADD}(?:another(?: one)?|one(?: more)?|(?:an?|the)\s+{_NEW}(?:\s+one)?)\s+(?:is\s+)?for\s+(?:the\s+)?"
_WONDERS = r"(?:what|who|whose|how|when|where|which|why|can|may|is|are|do|does)\b"
_OPENS = re.compile(
    rf"(?:{_OPENER}(?:\s*[,(]?\s*(?P<same>{SAME})\)?)?(?:\s+(?:please|pls|then|now))*\s*[:;,=–—-]*\s*(?:for\s+(?=[^:]{{2,40}}:))?|{_FOR}(?=[^:;?]{{2,60}}:|[^:;?,]{{2,40}},\s{_WONDERS})"
    rf"|{_ONE_MORE}(?:\s*[,(]?\s*(?P<again>{SAME})\)?\s*[:,–-]\s*|(?P<loose>\s*:\s+)))",
    re.IGNORECASE,
)
_THE_ONE = re.compile(rf"{_AND}the\s+(?=[^:;?.]{{2,60}}\s(?:one|task)\b[^:;?.]{{0,40}}:)", re.IGNORECASE)
"""And what is said of one by its name, where nobody can tell whether it stands: "the drug register one: ..."."""
_NUMBER = re.compile(r"(?:(?<=[\s;,:])|^)\(?(\d{1,2}|[a-f])[.)]\s+(?=\S)")
_CUT = re.compile(r"(?<=[.;!])\s+|\n+|;\s*|,\s+(?=and\b)")
"""Where another task may begin."""
FOR_EACH = re.compile(
    rf"(?:^|[.;,\n]\s*|\s+)(?:and\s+)?(?:(?:{ALL}|all (?:two|three|four|five))"
    r"(?:\s+(?:of them|must|should|have to|has to|need to|needs?|pass|be|at|with|are|is|the|tasks?|has|have|bar|a))*"
    r"\s*[:=]?\s+"
    rf"(?P<bar>{BAR}){RUNS}"
    rf"|(?:(?:the\s+|with\s+)?bars?\s*(?:is|are|of|[:=])?\s*)?(?P<bare>{BAR}){RUNS}\s+"
    r"(?:each|for (?:both|each|all)(?: of them)?|both|all))"
    r"(?:[,;.!\s–-]+[^?\d:]{0,80})?$",
    re.IGNORECASE,
)
"""The bar of each, at the end of a line."""
_GOES_ON = re.compile(
    rf"[-*•·\s]*(?:(?:the\s+|its\s+)?bar\b|{BAR}"
    rf"|(?:and\s+)?(?:asked|question|q|a|answer|expected|(?:a )?good|it|{HAS_TO})\b)",
    re.IGNORECASE,
)
"""How a line of text goes on about the task before it."""
_QUESTION = re.compile(rf"(?:[^:?;]{{2,40}}:\s+|{_WONDERS})[^?]*\?\s*[^\s?][^?]*$", re.IGNORECASE | re.DOTALL)
"""A question with what stands behind it."""
_FEWEST = 2
_LETTERS = "abcdef"


@dataclass(frozen=True, slots=True)
class Part:
    """What a line says of one golden task."""

    said: str
    """Without the words that begin it."""
    is_new: bool
    """Whether it says that it is a task."""
    is_golden: bool = False
    """Whether it says so in full: "new task" may be any work."""
    bar: str = ""
    """What its opening words say of its bar."""
    needs_bar: bool = False
    """Whether only a bar shows that it is a task: "another one: ..." may be anything."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A line cut into its golden tasks, at least one of them said to be one."""

    parts: tuple[Part, ...]
    bar: str = ""
    """That of each, where the line says one for all."""


def apart(text: str, *, is_listed: bool = False) -> Apart | None:
    """The line cut apart; None where no part of it says that it is a golden task.

    `is_listed`: it stood behind a heading of golden tasks, so that each of its parts is one.
    """
    of_each = FOR_EACH.search(text)
    body = text[: of_each.start()] if of_each else text
    parts = tuple(_parts(body, is_listed=is_listed))
    bar = (of_each["bar"] or of_each["bare"]) if of_each else ""
    return Apart(parts, bar) if any(part.is_new for part in parts) else None


def _parts(body: str, *, is_listed: bool) -> Iterator[Part]:
    numbered = list(_numbered(body))
    if numbered:
        before = body[: numbered[0].start()].strip(" \n,;:")
        ends = [*(each.start() for each in numbered[1:]), len(body)]
        opened = _OPENS.match(before)
        is_new = is_listed or opened is not None
        if before and (opened is None or before[opened.end() :].strip(" ,;:.")):
            yield Part(before, is_new=False)
        is_golden = is_listed or _is_golden(opened)
        for each, end in zip(numbered, ends, strict=True):
            yield Part(body[each.end() : end].strip(" \n,;"), is_new, is_golden)
        return
    held: Part | None = None
    for piece, is_line in _pieces(body):
        opened = _OPENS.match(piece) or (_THE_ONE.match(piece) if held else None)
        begins = opened is not None or (is_line and not _GOES_ON.match(piece))
        begins = begins or (held is not None and _is_another(piece, held))
        if held is None or begins:
            if held is not None:
                yield held
            is_new = opened is not None or is_listed or (held is not None and held.is_new)
            is_golden = is_listed or _is_golden(opened) or (held is not None and held.is_golden)
            said = _headed(piece[opened.end() :]) if opened else piece
            words = opened.groupdict() if opened else {}
            bar = SAME_BAR if words.get("same") or words.get("again") else ""
            held = Part(said, is_new, is_golden, bar, needs_bar=bool(words.get("loose")))
        else:
            held = replace(held, said=f"{held.said} {piece}")
    if held is not None:
        yield held


def _headed(said: str) -> str:
    """The part with a colon behind its name also where a comma stands there: "the gym, when is it open"."""
    return re.sub(rf"^([^:;?,]{{2,40}}),(?=\s{_WONDERS})", r"\1:", said, flags=re.IGNORECASE)


def _is_golden(opened: re.Match[str] | None) -> bool:
    words = opened.groupdict() if opened else {}
    return bool(words.get("golden") or words.get("again"))


def _numbered(body: str) -> Iterator[re.Match[str]]:
    """The numbers that count tasks: 1, 2, ... or a, b, ..., at least two of them."""
    found, at = list[re.Match[str]](), 0
    for each in _NUMBER.finditer(body):
        if each[1] in {str(at + 1), _LETTERS[at : at + 1]}:
            found.append(each)
            at += 1
    yield from found if len(found) >= _FEWEST else ()


def _pieces(body: str) -> Iterator[tuple[str, bool]]:
    """The line in pieces, each with the mark behind it, and whether a line of text begins with it."""
    start, is_line = 0, True
    for cut in (*_CUT.finditer(body), None):
        end = cut.end() if cut else len(body)
        piece = body[start:end].strip()
        if piece.strip(" ;,."):
            yield piece, is_line
        start, is_line = end, cut is not None and "\n" in cut[0]


def _is_another(piece: str, held: Part) -> bool:
    """Whether a piece is a task of its own behind one that is whole."""
    if (_is_whole(piece) and answered(held.said) is not None) or (is_row(piece) and is_row(held.said)):
        return True
    return held.is_golden and bool(_QUESTION.match(piece) and _QUESTION.match(held.said))


def _is_whole(piece: str) -> bool:
    """Whether a piece says what is asked before what must be answered, so that it is a task of its own."""
    good = answered(piece)
    before = piece[: good.start()].strip(" ,;:.-–—>→") if good else ""
    return bool(before) and is_set_apart(piece) and not re.match(rf"(?:and|it|{HAS_TO}|bar)\b", before, re.IGNORECASE)

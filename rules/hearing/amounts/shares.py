"""The share of wrong answers as it is told: "4% wrong", "97% right", "from 100 mails are 6 wrong", "every 20th"."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from rules.hearing.amounts.passages import RIGHT, WRONG, Figure, Passage
from rules.hearing.amounts.scales import SECONDS
from rules.hearing.words.nouns import PEOPLE
from rules.hearing.words.pieces import BREAKS, stem, stems_of

PERCENTS = frozenset({"%", "percent", "pct"})
_OF = frozenset({"of", "in", "from", "per", "among"})
_EACH = frozenset({"everi", "each", "the", "a", "our", "all", "those", "about"})
_NEAR = 7
"""Words between the two numbers of a share."""
_THEM = frozenset({"them", "those", "these"})
_FEW = 10
_SAYS = WRONG | RIGHT | {"is", "are", "was", "were", "go", "time", "answer", "repli", "come"}
"""Behind so few of which others are counted: "two of the five vendors" are no answers, "2 of 5 are wrong" may be."""
_COUNTED = frozenset({"$", "€", "£", "dollar", "euro", "eur", "usd", "min", "minut", "hour", "h", *PERCENTS})
"""Behind a number these say that it counts no answers."""
_HAPPENS = stems_of("happens happen happened occurs occur occurred fails fail failed")
"""What is said of a wrong answer without a word for it: "it happens in 3 of 1000"."""
_TASKS = stems_of("task tasks test tests run runs")
"""What of these fails is no answer that anybody got."""
_ONCE = {(stem(word), joint) for word in ("once", "time") for joint in ("in", "everi", "per")}
_ORDINALS = frozenset({"th", "st", "nd", "rd"})
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
_NTH |= {"tenth": 10, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100}
_NTH |= {"tent": 10, "other": 2}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_BEHIND_PART = frozenset({"of", "the", "our", "all", "is", "are"})


def wrong_share(told: Passage) -> float | None:
    """The share of wrong answers, from 0 to 1 where it is one; None where none is told."""
    if (share := _percent(told)) is not None:
        return share
    return next((share for share in (_once(told), _of_so_many(told), _nth(told)) if share is not None), None)


def is_percent(told: Passage, figure: Figure) -> bool:
    """Whether a number is one of percent: "4%", "4 per cent"."""
    behind = told.stems[figure.end : figure.end + 2]
    return behind[:1] in {(each,) for each in PERCENTS} or behind == ("per", "cent")


def _percent(told: Passage) -> float | None:
    """A share in percent: the first that says what is wrong or right, else the first that is none of people."""
    shares = told.holding([each for each in told.figures if is_percent(told, each)])
    read = [(_is_right(told.clause(each)), each) for each in shares]
    is_right, found = next((one for one in read if one[0] is not None), (None, None))
    if found is None:
        found = next((each for each in shares if PEOPLE.isdisjoint(told.behind(each, 5))), None)
        is_right = bool(RIGHT & {*told.stems}) and not WRONG & {*told.stems}
    if found is None:
        return None
    share = found.middle / 100
    return round(1 - share, 6) if is_right and share <= 1 else share


def _is_right(words: frozenset[str]) -> bool | None:
    """Whether words speak of right answers, or of wrong ones; None where of neither."""
    if WRONG & words:
        return False
    is_said = RIGHT & words and not ({"right", "now"} <= words or {"put", "right"} <= words)
    return True if is_said else None


def _of_so_many(told: Passage) -> float | None:
    """A share as so many of so many: "6 of 100 are wrong", "of 100 mails 94 are right", "1 in 10"."""
    for some, many in permutations(told.figures, 2):
        if not (0 < some.low <= some.high < many.low and _is_of(told, some, many)):
            continue
        first, last = min(some.start, many.start), max(some.end, many.end)
        around = frozenset(told.stems[max(0, first - 4) : last + 4])
        is_right = _is_right(around)
        is_next = some.start < many.start == some.end + 1
        is_said = some.low == 1 or (_HAPPENS & around and _TASKS.isdisjoint(around))
        if is_right is None and not (is_next and is_said):
            continue
        share = round(some.middle / many.middle, 6)
        return round(1 - share, 6) if is_right else share
    return None


def _is_of(told: Passage, some: Figure, many: Figure) -> bool:
    """Whether the first number is counted among the second."""
    if any(_COUNTED & {*told.stems[each.end : each.end + 1]} or told.is_denied(each) for each in (some, many)):
        return False
    if many.high < _FEW and _SAYS.isdisjoint(told.behind(many, 1)) and told.behind(many, 1):
        return False
    if many.end <= some.start and _is_of_them(told, some):
        return True
    before = told.stems[max(0, many.start - 4) : many.start]
    while before and before[-1] in _EACH:
        before = before[:-1]
    first, last = min(some.end, many.end), max(some.start, many.start)
    between = told.stems[first:last]
    is_near = len(between) <= _NEAR and BREAKS.isdisjoint(between)
    return is_near and before[-1:] != () and before[-1] in _OF


def _is_of_them(told: Passage, some: Figure) -> bool:
    """Whether a number is of those told before: "of those 50 are wrong", "50 of them are wrong"."""
    before, behind = told.stems[max(0, some.start - 2) : some.start], told.stems[some.end : some.end + 2]
    return any(len(words) > 1 and words[0] == "of" and words[1] in _THEM for words in (before, behind))


def _once(told: Passage) -> float | None:
    """A share as one time in so many: "it happens once in 200"; none where times are counted, "once in 2 weeks"."""
    for many in told.figures:
        is_once = told.stems[max(0, many.start - 2) : many.start] in _ONCE
        if is_once and many.low >= _FEW and (_COUNTED | SECONDS.keys()).isdisjoint(told.behind(many, 1)):
            return 1 / many.middle
    return None


def _nth(told: Passage) -> float | None:
    """A share as each so many: "every 20th answer is wrong", "every tenth", "a third of them is wrong"."""
    if not WRONG & {*told.stems}:
        return None
    return next((1 / each for each in (*_ordinals(told), *_parts(told.stems)) if each > 1), None)


def _ordinals(told: Passage) -> Iterator[float]:
    for figure in told.figures:
        is_every = told.stems[max(0, figure.start - 1) : figure.start] in {("everi",), ("each",)}
        if is_every and _ORDINALS & {*told.stems[figure.end : figure.end + 1]}:
            yield figure.middle
    for at, word in enumerate(told.stems[1:], 1):
        if told.stems[at - 1] in {"everi", "each"} and word in _NTH:
            yield _NTH[word]


def _parts(stems: Sequence[str]) -> Iterator[int]:
    for at, word in enumerate(stems[:-1]):
        is_part = word == "half" or stems[at - 1 : at] in {("a",), ("one",)}
        if word in _PARTS and is_part and stems[at + 1] in _BEHIND_PART and WRONG & {*stems[at : at + 8]}:
            yield _PARTS[word]

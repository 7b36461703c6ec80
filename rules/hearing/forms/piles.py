"""What is counted while another question stands open: "9 years of bookings, 410.000" may be examples.

Where nothing was read for certain, the number says what it counts, and not the question that happens to stand open.
"""

from collections.abc import Sequence
from dataclasses import replace

from rules.hearing.amounts.loads import requests
from rules.hearing.amounts.numbers import Quantity
from rules.hearing.amounts.passages import Figure, Passage, passage
from rules.hearing.amounts.scales import EXAMPLES, PER_DAY, SECONDS, TOKENS, VOLUME, place
from rules.hearing.values import Choice, Heard, Line
from rules.hearing.words.nouns import HELD, KEPT, PEOPLE, PUBLIC
from rules.hearing.words.pieces import stems_of

_COUNTS = frozenset({"examples", "labels", "per_class", "volume", "corpus", "definition", "hygiene"})
"""Questions under which a number is read as their own."""
_PAST = KEPT | stems_of("historic historical previous earlier legacy finished completed")
_LONG_AGO = frozenset({"year", "month"})
_FEWEST = 50
"""Fewer things of the past are talked of one by one."""
_DATES = range(1900, 2041)
_NO_WORK = HELD | PEOPLE | PUBLIC | {"page"}


def of_what_is_counted(typed: Line, stems: Sequence[str], heard: Heard) -> Heard:
    """What was heard, with what a number counts offered in place of guesses: past work as examples, or requests."""
    if typed.open_fact in {None, *_COUNTS} or heard.trouble is None or not heard.offers or "?" in stems:
        return heard
    told = passage(typed.text)
    load = requests(told)
    spans = any(_LONG_AGO & {*told.behind(each, 1)} for each in told.figures)
    many = next((each for each in told.figures if _is_pile(told, each, is_long=spans)), None)
    if load is not None:
        return _offered(heard, "volume", Quantity(load.a_day, load.a_day, 0, 0))
    return heard if many is None else _offered(heard, "examples", Quantity(many.low, many.high, 0, 0))


def _offered(heard: Heard, fact: str, amount: Quantity) -> Heard:
    values = place({"volume": VOLUME, "examples": EXAMPLES}[fact], amount, 1.0)
    return replace(heard, offers=tuple(Choice(fact, value) for value in sorted(values)), trouble=None)


def _is_pile(told: Passage, figure: Figure, *, is_long: bool) -> bool:
    """Whether a number counts what was done before: said so behind it, or all that came together in a long time."""
    behind = told.behind(figure, 4)
    is_date = figure.low == figure.high and figure.low in _DATES and not behind
    if figure.low < _FEWEST or is_date or not _NO_WORK.isdisjoint(behind):
        return False
    is_alone = not behind and bool({",", ":"} & {*told.stems[max(0, figure.start - 1) : figure.start]})
    is_measured = bool(behind) and behind[0] in SECONDS.keys() | TOKENS.keys() | PER_DAY.keys()
    return not is_measured and (bool(_PAST & {*behind[:2]}) or (is_long and is_alone))

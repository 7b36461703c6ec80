"""Figures that a line about money brings along: requests a day, the share of wrong answers, what one of them costs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rules.catalog.currencies import CURRENCIES as KNOWN
from rules.hearing.amounts.loads import PERIODS, requests
from rules.hearing.amounts.passages import RIGHT, WRONG, passage
from rules.hearing.amounts.prices import CURRENCIES, HOURS, price
from rules.hearing.amounts.scales import REQUESTS
from rules.hearing.amounts.shares import PERCENTS, wrong_share
from rules.hearing.words.pieces import stems_of

_SUPPOSED = re.compile(r"\b(?:if|suppose|supposing|assume|assuming|imagine)\b[^,.;:?!]*\d", re.IGNORECASE)

_IN_CASE = re.compile(
    r"\b(?<!what )if (?:[^,.;:?!\d]{0,40}\b(?:is|are|was|gets?|goes|comes?)(?: \w+){0,2} wrong\b"
    r"|(?:an?|one|any|the) wrong \w+ (?:goes|is|gets|comes|slips|happens|leaves|reaches)\b)",
    re.IGNORECASE,
)
"""What happens now and then, and is not supposed: "if it gets one wrong"."""
_TIES = stems_of(
    "no not actually sorry wait rather instead make makes it is was are were that this the a an of in per each we do "
    "have get about roughly around approx circa say more like and but correction i mean meant now out to from only "
    "just at for one ones time times them rework cost costs us rate come comes go goes once every better then"
)
_UNITS = PERCENTS | CURRENCIES.keys() | PERIODS.keys() | HOURS.keys() | REQUESTS
_BARE = _TIES | _UNITS | WRONG | RIGHT | {*",.;!:-()/~@="}
"""Words of a line that tells figures and nothing else."""
_DOER = r"(?:we|i|you|they|anybody|anyone|somebody|someone|(?:the |our |my )?[^\W\d_]+)"
_TELLS = r"(?:tell|told|say|said|give|gave|given|mention(?:ed)?|state[d]?|type[d]?|enter(?:ed)?|note[d]?|record(?:ed)?)"
_FIGURE = (
    r"(?:how (?:many|much|often)|what"
    r"|(?:what|which|the|a) (?:\w+ )?(?:share|percentage|percent|part|rate|number|figure|cost|price))\b"
)
_TO = r"(?:you|it|down|in|of|about|for)"
_WRONG_ONES = r"\b(?:wrong|incorrect|mistakes?|errors?)\b"
_ASKS_TOLD = tuple(
    re.compile(rf"(?:(?:so|and|ok|okay|btw|hey|but|wait)[,:]? )*{form}")
    for form in (
        rf"(?:did|have|has|had) {_DOER}(?: (?:ever|already|once))* {_TELLS}(?: {_TO})* {_FIGURE}.*{_WRONG_ONES}.*",
        rf"what did {_DOER} (?:tell|say|give)(?: {_TO})* {_FIGURE}.*{_WRONG_ONES}.*",
        rf"{_FIGURE}.*{_WRONG_ONES}.* did {_DOER} (?:tell|say|give)(?: you)?",
    )
)
_OF_ELSE = re.compile(
    r"\b(?:data|documents?|docs|labels?|labell?ed|sources?|records?|pages?|entries|articles?|goes|tasks?|runs?|tests?"
    r"|if|why)\b"
)
"""What else may be wrong, or is only supposed."""
_OF_SHARE = re.compile(r"\b(?:how (?:many|much|often)|share|percent\w*|part|rate|number|figure)\b")
_OF_COST = re.compile(r"\b(?:costs?|price|money|euros?|dollars?)\b")
_MOST_ASKED = 120
"""Characters of a question for what was told."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text gives of requests_a_day, error_rate (a share) and cost_each, and how it was worked out."""

    given: Mapping[str, float] = field(default_factory=dict)
    worked: tuple[str, ...] = ()
    """Sums in words, where what was told is not what is counted with: "3,200 a month is about 105 a day"."""
    is_sure: bool = False
    """Whether the cost is said of a wrong answer, and may not be the price of anything."""
    is_work: bool = False
    """Whether the cost is paid for work that is done again."""


@lru_cache(maxsize=64)
def told(text: str) -> Figures:
    """The figures of a text, in whatever words they are told."""
    said = passage(text)
    if not said.figures and WRONG.isdisjoint(said.stems):
        return Figures()
    code = currency(text)
    load, share, one = requests(said), wrong_share(said), price(said, _sign(code))
    given = {
        **({"requests_a_day": load.a_day} if load else {}),
        **({"error_rate": share} if share is not None else {}),
        **({"cost_each": one.each} if one else {}),
    }
    worked = tuple(each.worked for each in (load, one) if each and each.worked)
    return Figures(given, worked, one is not None and one.is_sure, one is not None and one.is_work)


def figures(text: str) -> dict[str, float]:
    """What the text gives of requests_a_day, error_rate (a share) and cost_each, in the words of the question."""
    return dict(told(text).given)


def asked_told(text: str) -> str:
    """The figure of which it is asked whether somebody told it: "error_rate" or "cost_each"; "" where none is.

    "Did we tell you how many answers are wrong" asks for no estimate.
    """
    said = " ".join(text.casefold().replace("’", "'").split()).rstrip("?!. ")
    found = len(said) <= _MOST_ASKED and any(form.fullmatch(said) for form in _ASKS_TOLD)
    if not found or _OF_ELSE.search(said):
        return ""
    if _OF_COST.search(said):
        return "cost_each"
    return "error_rate" if _OF_SHARE.search(said) else ""


def is_bare(text: str) -> bool:
    """Whether the text is figures and what ties them together alone: "97 of 100 right", "no, make it 45 euros"."""
    said = passage(text)
    spans = {at for each in said.figures for at in range(each.start, each.end)}
    return bool(spans) and all(word in _BARE for at, word in enumerate(said.stems) if at not in spans)


def currency(text: str) -> str:
    """The code of the currency that the text names; "" where it names none."""
    return next((CURRENCIES[word] for word in passage(text).stems if word in CURRENCIES), "")


def _sign(code: str) -> str:
    sign = KNOWN[code].sign if code else ""
    return f"{sign} " if sign.isalpha() else sign


def supposes(text: str) -> bool:
    """Whether its figures are only supposed: "if we had 900 a day", not "what if it is wrong, we have 900 a day"."""
    return bool(_SUPPOSED.search(_IN_CASE.sub("then", text)))


def is_in_case(text: str) -> bool:
    """Whether its "if" only says when a wrong answer costs something: "if one is wrong a nurse spends 12 minutes"."""
    return bool(_IN_CASE.search(text))

"""What one wrong answer costs as it is told: "$12 each", "20 min at €45 an hour", "12 rework and a voucher of 30".

An hour's wage is no such price until the time that a wrong answer takes stands beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.hearing.amounts.passages import RIGHT, RUINED, WRONG, Figure, Passage
from rules.hearing.amounts.scales import PER
from rules.hearing.amounts.shares import is_percent
from rules.hearing.words.nouns import MONEY
from rules.hearing.words.pieces import stems_of

CURRENCIES = {
    "$": "USD", "€": "EUR", "£": "GBP", "dollar": "USD", "buck": "USD", "usd": "USD", "euro": "EUR", "eur": "EUR",
    "pound": "GBP", "quid": "GBP", "gbp": "GBP", "chf": "CHF", "franc": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK",
    "inr": "INR", "rupe": "INR", "jpy": "JPY", "yen": "JPY", "aud": "AUD", "cad": "CAD", "krona": "SEK", "zar": "ZAR",
}  # fmt: skip
"""Each word for a currency by its stem, with the code."""
_SIGNS = CURRENCIES.keys() | MONEY
_CENT = 0.01
HOURS = dict.fromkeys(stems_of("h hr hrs hour hours std"), 1.0) | dict.fromkeys(
    stems_of("min mins minute minutes"), 1 / 60
)
"""Times that somebody works, in hours."""
_AN_HOUR = frozenset(word for word, hours in HOURS.items() if hours == 1)
_JOINS = PER | {"the", "or", "one"}
"""Before a time these make a wage of an amount; "or" is how a slash is read."""
_NOT_TAKEN = frozenset({"within", "under", "everi", "last", "past", "in"})
_AGO = frozenset({"ago", "old", "befor", "late"})
_REPAIRS = stems_of(
    "fix fixes repair redo rework correct put take takes took taking need needs spend spends lose loses cost costs eat "
    "eats burn burns waste wastes clean check handle handles work for"
)
"""What is said of the time that a wrong answer takes."""
_REWORK = stems_of("rework redo fix repair")
COSTS = stems_of(
    "cost costs costing pay paid pays run ran claim fine penalty fee refund credit voucher charge loss lose loses gift "
    "goodwill compensation damage expense price rework"
)
"""What is paid for a wrong answer, or the paying itself."""
_AFTER_COST = stems_of(
    "us me them of is are was about around roughly maybe some like at each one to a the approx approximately ~ up "
    "typically usually on average costs cost say"
)
"""Words between a cost and its bare number: "costs us about 4k", "a voucher of 30"."""
_BEHIND_BARE = stems_of("each apiece a an per and for in all on total when if but or every plus to with rework maybe")
_NOT_EACH = stems_of(
    "day week month quarter year seat user license token million thousand k agent employee head model server gb call "
    "request annum yearly monthly weekly daily annually"
)
"""What has this price, and is no wrong answer: "30 euros a seat", "4,000 a month"."""
_OF_OTHERS = RIGHT | stems_of(
    "budget license licence subscription salary hosting server infrastructure save saves saving savings earn earns "
    "revenue token"
)
"""With these an amount is no cost of a wrong answer."""
_FOR = frozenset({"for", "to"})
_ALL_OF_THEM = stems_of("altogether together")
_LATELY, _SPANS = stems_of("last this whole per previous"), stems_of("year quarter")
"""With one of each an amount may be that of a whole time."""
_A_SINGLE_ONE = stems_of("single one")
_ARTICLES = stems_of("the a an our your their each every any one")
_WAS = stems_of("was were runs ran charge charged comes")
_ONES = stems_of("it this that they these those them we i you one case answer what say make single")
"""Of whom or what a cost is told without a name of its own."""
_EACH = frozenset({"each", "apiec", "piec", "time"})
_OF_WRONG = WRONG | _EACH | stems_of("fix repair redo rework correct clean right")
"""With one of these the time is what a wrong answer takes, and not what training took."""
_OF_WHAT = frozenset({"about", "on"})
"""Behind "wrong" these say that it is somebody who was."""
_AND = frozenset({"and", "plus", "with", "+"})
_APART = WRONG | RIGHT | stems_of("for when if while but or cost costs charge charges save saves")
"""Between two amounts these say that they are of two things: "a wrong mail costs 12 and a wrong call 30"."""


@dataclass(frozen=True, slots=True)
class Price:
    """What one wrong answer costs, and how that was worked out in words: "20 min at 45 an hour is 15"."""

    each: float
    worked: str = ""
    is_sure: bool = False
    """Whether it is said of a wrong answer, and may not be the price of anything."""
    is_work: bool = False
    """Whether it is paid for work that is done again, and no money that is lost."""


def price(told: Passage, sign: str) -> Price | None:
    """What a passage tells of the cost of one wrong answer, amounts in words with this sign; None where it does not."""
    wages = told.holding([each for each in told.figures if _is_wage(told, each)])
    work = _work(told) if len(wages) == 1 else None
    amounts = [each for each in told.figures if _is_amount(told, each) and not _is_wage(told, each)]
    amounts = told.holding(amounts)
    if work is not None:
        return _worked(told, wages[0], work, amounts, sign)
    sure = [each for each in amounts if _is_of_a_wrong_one(told, each)]
    first = next(iter(sure or amounts), None)
    if first is None or _is_torn(told, first, sure):
        return None
    parts = _parts(told, first, amounts)
    total = sum(_value(told, each) for each in parts)
    said = " and ".join(f"{sign}{_value(told, each):,.12g}" for each in parts)
    worked = f"{said} is {sign}{total:,.12g}" if len(parts) > 1 else ""
    is_work = not _REWORK.isdisjoint(told.clause(first))
    return Price(total, worked or _middle(told, first, sign), is_sure=bool(sure), is_work=is_work)


def _worked(told: Passage, wage: Figure, work: tuple[Figure, float], amounts: Sequence[Figure], sign: str) -> Price:
    """The time that a wrong answer takes, times what an hour of it costs, and what is paid besides."""
    took, unit = work
    hours, hourly = took.middle * unit, _value(told, wage)
    more = [each for each in amounts if told.sentence(each) == told.sentence(took) and _is_joined(told, took, each)]
    time = f"{took.middle:,.3g} min" if unit < 1 else f"{took.middle:,.3g} h"
    added = "".join(f" and {sign}{_value(told, each):,.12g}" for each in more)
    total = round(hours * hourly, 4) + sum(_value(told, each) for each in more)
    return Price(
        total,
        f"{time} at {sign}{hourly:,.12g} an hour{added} is {sign}{total:,.12g}",
        is_sure=not _OF_WRONG.isdisjoint(told.stems),
        is_work=True,
    )


def _middle(told: Passage, figure: Figure, sign: str) -> str:
    """What a range is counted as."""
    if figure.low == figure.high:
        return ""
    low, high = (f"{sign}{end:,.12g}" for end in (figure.low, figure.high))
    return f"{low} to {high} is counted as {sign}{_value(told, figure):,.12g}"


def _value(told: Passage, figure: Figure) -> float:
    is_cents = told.behind(figure, 1) == ("cent",)
    return round(figure.middle * (_CENT if is_cents else 1), 6)


def _is_marked(told: Passage, figure: Figure) -> bool:
    """Whether a currency stands beside a number."""
    before = figure.start - 1
    is_of_last = any(each.end == before for each in told.figures)  # "15 euro one wrong"
    is_ahead = before >= 0 and told.stems[before] in _SIGNS and not is_of_last
    return is_ahead or bool(_SIGNS & {*told.stems[figure.end : figure.end + 1]})


def _past_sign(told: Passage, figure: Figure) -> tuple[str, ...]:
    """The words behind an amount and its currency."""
    behind = told.behind(figure)
    return behind[1:] if _SIGNS & {*behind[:1]} else behind


def _is_wage(told: Passage, figure: Figure) -> bool:
    """Whether an amount is what an hour of somebody costs: "45 €/h", "at 200 an hour", "an hour costs us $60"."""
    if is_percent(told, figure) or _unit(told, figure) is not None:
        return False
    behind, ahead = _past_sign(told, figure), told.ahead(figure, 6)
    if _are_an_hour(behind[:2]) or behind[:1] == ("hourly",):
        is_said = _is_marked(told, figure) or bool((COSTS | {"at", "on", "rate", "earn", "wage"}) & {*ahead})
        return is_said or _is_beside_work(told)
    if ahead[-1:] == ("wage",):
        return _is_beside_work(told)
    is_first = all(each.end <= figure.start - len(ahead) for each in told.figures if each.end <= figure.start)
    is_ahead = is_first and ("hourly" in ahead or any(_are_an_hour(pair) for pair in pairwise(ahead)))
    return is_ahead and (_is_marked(told, figure) or _is_bare(told, figure))


def _is_beside_work(told: Passage) -> bool:
    """Whether the passage tells how long something is worked on again: "12 min rework, 38/h"."""
    return any(_REWORK & told.clause(each) for each in told.figures if _unit(told, each) is not None)


def _are_an_hour(words: tuple[str, ...]) -> bool:
    """Whether two words make a wage of an amount: "per hour", "an hour", "the hour"."""
    return len(words) > 1 and words[0] in _JOINS and words[1] in _AN_HOUR


def _unit(told: Passage, figure: Figure) -> float | None:
    """The hours of the time that a number counts; None where it counts none."""
    behind = told.stems[figure.end : figure.end + 2]
    return HOURS[behind[0]] if behind and behind[0] in HOURS else None


def _work(told: Passage) -> tuple[Figure, float] | None:
    """The time that a wrong answer takes somebody, and its unit in hours; None where it is not told, or twice."""
    times = [(each, unit) for each in told.figures if (unit := _unit(told, each)) and _may_be_work(told, each)]
    if len(times) > 1:
        times = [(each, unit) for each, unit in times if _REPAIRS & told.clause(each)]
    if len({round(each.middle * unit, 2) for each, unit in times}) == 1:
        return times[0]
    return None if times else _bare_hour(told)


def _bare_hour(told: Passage) -> tuple[Figure, float] | None:
    """The hour of "it takes an hour"; none where that only says what an hour costs."""
    for at in range(2, len(told.stems)):
        is_hour = told.stems[at] in _AN_HOUR and told.stems[at - 1] in {"a", "an"}
        if is_hour and told.stems[at - 2] in _REPAIRS | {"us", "about", "him", "her", "them"} - {"cost", "at"}:
            return Figure(1, 1, at - 1, at), 1.0
    return None


def _may_be_work(told: Passage, figure: Figure) -> bool:
    """Whether a time is no limit and no date: "within 5 minutes", "2 hours ago"."""
    behind = told.stems[figure.end + 1 : figure.end + 2]
    return _NOT_TAKEN.isdisjoint(told.ahead(figure, 1)) and _AGO.isdisjoint(behind)


def _is_amount(told: Passage, figure: Figure) -> bool:
    """Whether a number may be what a wrong answer costs."""
    behind = _past_sign(told, figure)
    if is_percent(told, figure) or (behind[:1] and behind[0] in _JOINS and _NOT_EACH & {*behind[1:2]}):
        return False
    if _NOT_EACH & {*behind[:1]} or _OF_OTHERS & _nearby(told, figure) or _is_total(told, figure):
        return False
    is_told = _is_marked(told, figure) or _is_bare(told, figure)
    return is_told and (not WRONG.isdisjoint(told.stems) or not _is_of_another(told, figure))


def _is_total(told: Passage, figure: Figure) -> bool:
    """Whether a number is all that was paid, or all of a year, and maybe not of one: "a fine, last year 9000 euros"."""
    words = told.clause(figure)
    if _EACH & _nearby(told, figure):  # "last year we paid 5 fines of 2k each"
        return False
    return bool(_ALL_OF_THEM & words) or (not _LATELY.isdisjoint(words) and not _SPANS.isdisjoint(words))


def _is_of_another(told: Passage, figure: Figure) -> bool:
    """Whether something else has this price: "9 euros for shipping", "the ticket was 89 euros"."""
    behind, ahead = _past_sign(told, figure), told.ahead(figure)
    if behind[:1] and behind[0] in _FOR:
        bought = next((word for word in behind[1:] if word not in _ARTICLES), "")
        if bought and bought not in _OF_WRONG | COSTS | RUINED:
            return True
    subject = ahead
    while subject and subject[-1] in _AFTER_COST | _WAS:
        subject = subject[:-1]
    return subject != ahead and bool(subject) and (COSTS | RUINED | _EACH | _ONES).isdisjoint(subject[-2:])


def _nearby(told: Passage, figure: Figure) -> frozenset[str]:
    """The words of an amount's own statement: its clause, from the last "and" before it to the next one behind it."""
    ahead, behind = told.ahead(figure, 12), told.behind(figure, 12)
    start = next((len(ahead) - at for at, word in enumerate(ahead[::-1]) if word in _AND), 0)
    end = next((at for at, word in enumerate(behind) if word in _AND), len(behind))
    return frozenset((*ahead[start:], *behind[:end]))


def _is_bare(told: Passage, figure: Figure) -> bool:
    """Whether a number without a currency stands where a cost is told: "each costs us 4k", "a voucher of 30"."""
    behind, ahead = told.behind(figure, 1), told.ahead(figure, 6)
    if behind and behind[0] not in _BEHIND_BARE | WRONG:
        return False
    while ahead and ahead[-1] in _AFTER_COST - COSTS:
        ahead = ahead[:-1]
    return bool(COSTS & {*ahead[-1:]}) or bool((WRONG | RUINED) & {*ahead[-2:-1]})


def _is_of_a_wrong_one(told: Passage, figure: Figure) -> bool:
    """Whether an amount is said of a wrong answer."""
    words, behind = told.clause(figure), _past_sign(told, figure)
    start, end = told.sentence(figure)
    if any(one in WRONG and other in _OF_WHAT for one, other in pairwise(told.stems[start:end])):
        return False
    if not (RUINED.isdisjoint(words) or WRONG.isdisjoint(told.stems)):
        return True
    if words >= _A_SINGLE_ONE:
        return True
    words |= frozenset(told.stems[start:end]) & WRONG if COSTS & words else frozenset()
    return bool(WRONG & words or _EACH & {*behind[:1]} or (_EACH & {*behind[:3]} and COSTS & words))


def _is_torn(told: Passage, first: Figure, sure: Sequence[Figure]) -> bool:
    """Whether one sentence tells what two kinds of wrong answers cost."""
    parts = _parts(told, first, sure) if sure else []
    return any(each not in parts and told.sentence(each) == told.sentence(first) for each in sure)


def _parts(told: Passage, first: Figure, amounts: Sequence[Figure]) -> list[Figure]:
    """The amounts that are paid together with this one: "12 euros of rework and a voucher of 30"."""
    here = [each for each in amounts if told.sentence(each) == told.sentence(first)]
    at = here.index(first)
    start = end = at
    while start and _is_joined(told, here[start - 1], here[start]):
        start -= 1
    while end + 1 < len(here) and _is_joined(told, here[end], here[end + 1]):
        end += 1
    return here[start : end + 1]


def _is_joined(told: Passage, first: Figure, second: Figure) -> bool:
    """Whether two amounts are parts of one: an "and" between them, and nothing that says otherwise."""
    between = {*told.stems[min(first.end, second.end) : max(first.start, second.start)]}
    return bool(_AND & between) and not _APART & between

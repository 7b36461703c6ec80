"""Amounts put on a fact's scale: "200k a day", "half a second", "2,500 labeled examples", "50k tokens".

A reader looks at the tokens and says which values the amount allows: None where no amount is said, several where it
lies between two values. It never rounds a doubt away.
"""

from collections.abc import Callable, Mapping, Sequence

from rules.understand.numbers import Quantity, quantities

Reader = Callable[[Sequence[str]], frozenset[str] | None]
Scale = tuple[tuple[float, str], ...]
"""Upper ends with their values, smallest first; the last end is infinite."""

_ENDLESS = float("inf")
_AFTER = 6
"""How many tokens after an amount its unit may stand: "200k incoming requests per day"."""
_AT_AN_END = 0.02
"""An amount said roughly that is this near to an end of the scale may belong to either side of it."""
_NOT_EXACT = 0.2
"""Pages and bytes say tokens only so well."""

VOLUME: Scale = ((1e3, "under_1k"), (1e5, "under_100k"), (1e6, "under_1m"), (_ENDLESS, "over_1m"))
LATENCY: Scale = ((0.3, "under_300ms"), (1.0, "under_1s"), (3.0, "under_3s"), (_ENDLESS, "relaxed"))
EXAMPLES: Scale = ((1.0, "none"), (1e2, "tens"), (1e3, "hundreds"), (1e4, "thousands"), (_ENDLESS, "tens_of_thousands"))
CORPUS: Scale = ((1e5, "prompt_sized"), (_ENDLESS, "large"))


def _units(*rows: tuple[float, str]) -> dict[str, float]:
    return {unit: factor for factor, names in rows for unit in names.split()}


_PER_DAY = _units(
    (86_400.0, "second seconds sec s qps rps tps"),
    (1_440.0, "minute minutes min rpm qpm"),
    (24.0, "hour hours hr h hourly rph"),
    (1.0, "day days d daily"),
    (1 / 7, "week weeks wk w weekly"),
    (1 / 30, "month months mo monthly"),
    (1 / 365, "year years yr yearly annually"),
)
_SECONDS = _units(
    (0.001, "ms msec msecs millisecond milliseconds millis"),
    (1.0, "s sec secs second seconds"),
    (60.0, "min mins minute minutes"),
    (3_600.0, "h hr hrs hour hours"),
    (86_400.0, "day days night overnight"),
)
_TOKENS_EACH = _units(
    (1.0, "token tokens tok"),
    (4 / 3, "word words"),
    (0.25, "character characters char chars"),
    (500.0, "page pages"),
    (25.0, "sentence sentences"),
    (130.0, "paragraph paragraphs"),
    (250.0, "kb kilobytes"),
    (250_000.0, "mb megabyte megabytes megs"),
    (250e6, "gb gigabyte gigabytes gigs"),
    (250e9, "tb terabyte terabytes"),
)
_EXACT_UNITS = frozenset({"token", "tokens", "tok"})
_DOCUMENTS = _units(
    (1.0, "document documents doc docs file files article articles pdf pdfs ticket tickets record records"),
    (1.0, "entry entries manual manuals contract contracts email emails policy policies"),
)
_DOCUMENT_TOKENS = (300.0, 20_000.0)
"""How small and how big one document usually is: a count of documents is clear only at its ends."""
_PEOPLE = _units((1.0, "user users person people customer customers agent agents seat seats employee employees"))
_UNTRUSTED = frozenset({"unlabeled", "unlabelled", "unannotated", "raw", "untrusted"})
_LABELED = frozenset({"labeled", "labelled", "label", "labels", "annotated", "trusted"})
_EACH = frozenset({"per", "each", "every"})


def volume(found: Sequence[str]) -> frozenset[str] | None:
    """Requests a day, from any rate; an amount without a unit is taken as a day's, since that is what was asked."""
    if any(found[at] in {*_EACH, "a"} and found[at + 1] in _PEOPLE for at in range(len(found) - 1)):
        return frozenset()
    values: set[str] = set()
    for amount in quantities(found):
        if found[amount.end : amount.end + 2] == ("/", "7"):  # "24/7" says when, not how much
            return None
        after = found[amount.end : amount.end + _AFTER]
        unit = _unit(after, _PER_DAY)
        if unit is None and any(token in _PEOPLE for token in after[:3]):
            return frozenset()
        values |= _place(VOLUME, amount, _PER_DAY.get(unit or "", 1.0))
    return frozenset(values) or None


def latency(found: Sequence[str]) -> frozenset[str] | None:
    """Seconds until the answer; an amount without a unit of time stays unread."""
    values: set[str] = set()
    for amount in quantities(found):
        unit = _unit(found[amount.end : amount.end + 2], _SECONDS)
        if unit is not None:
            values |= _place(LATENCY, amount, _SECONDS[unit], is_end_included=True)
    return frozenset(values) or None


def examples(found: Sequence[str]) -> frozenset[str] | None:
    """How many examples there are; unlabeled ones and counts per class are not what was asked."""
    amounts = quantities(found)
    if not amounts:
        return None
    values: set[str] = set()
    for amount in amounts:
        if _EACH & set(found[amount.end : amount.end + _AFTER]):
            return frozenset()
        values |= _place(EXAMPLES, amount, 1.0)
        if 0 < amount.low < 10:
            values |= {"none", "tens"}
    denied = any(found[at] in {"not", "no", "without"} and found[at + 1] in _LABELED for at in range(len(found) - 1))
    return frozenset(values | {"none"}) if denied or _UNTRUSTED & set(found) else frozenset(values)


def corpus(found: Sequence[str]) -> frozenset[str] | None:
    """How many tokens there are, from tokens, words, pages, bytes; from documents where their count leaves no doubt."""
    values: set[str] = set()
    for amount in quantities(found):
        after = found[amount.end : amount.end + 4]
        unit = _unit(after, _TOKENS_EACH)
        if unit is not None:
            doubt = _AT_AN_END if unit in _EXACT_UNITS else _NOT_EXACT
            values |= _place(CORPUS, amount, _TOKENS_EACH[unit], is_end_included=True, doubt=doubt)
        elif _unit(after, _DOCUMENTS) is not None:
            for tokens_each in _DOCUMENT_TOKENS:
                values |= _place(CORPUS, amount, tokens_each, is_end_included=True)
    return frozenset(values) or None


def _unit(after: Sequence[str], known: Mapping[str, float]) -> str | None:
    """The first unit among these tokens, up to the next amount."""
    for token in after:
        if token[0].isdigit():
            return None
        if token in known:
            return token
    return None


def _place(
    scale: Scale, amount: Quantity, factor: float, *, is_end_included: bool = False, doubt: float = _AT_AN_END
) -> set[str]:
    """The values that the amount allows on the scale; a rough amount near an end belongs to both sides of it."""
    nudge = {"<": 1 - 1e-9, ">": 1 + 1e-9}.get(amount.bound, 1.0)
    low, high = amount.low * factor * nudge, amount.high * factor * nudge
    values = {_value(scale, low, is_end_included), _value(scale, high, is_end_included)}
    is_end = is_end_included and not amount.is_about and any(abs(high - end) < 1e-6 * end for end, _ in scale[:-1])
    if not amount.bound and not is_end and (amount.is_about or doubt > _AT_AN_END):
        values |= {_value(scale, low * (1 - doubt), True), _value(scale, high * (1 + doubt), False)}
    return values


def _value(scale: Scale, amount: float, is_end_included: bool) -> str:
    return next(value for end, value in scale if amount < end or (is_end_included and amount <= end))


READERS: dict[str, Reader] = {"volume": volume, "latency": latency, "examples": examples, "corpus": corpus}

"""How much there is to read: "4,000 pages", "600 manuals", "2 GB"; the pages of a guide are not all."""

from collections.abc import Sequence

from rules.hearing.amounts import scales
from rules.hearing.amounts.scales import AT_AN_END, NOT_EXACT, TOKENS, Counted, place
from rules.hearing.values import Certainty
from rules.hearing.words.nouns import ALL, DOCUMENTS, FORGETTING, GUIDES, HELD, LABELED, MEMORY, RULES
from rules.hearing.words.pieces import BREAKS, stems_of

_MANY_PAGES = 200
"""Fewer pages than these may be a guide, or examples."""
_OF_ALL = frozenset({"corpus", "source", "hygiene", None})
"""Questions where a guide of so many pages may be all there is."""
_OF_WHAT_IS_WANTED = frozenset({"steadiness", "labels", "per_class", "examples", "check"})
_SHEET, _POLICIES = 10, RULES | GUIDES | stems_of("policy policies")
"""So many pages of these, at most, tell what is wanted."""
_EXACT = frozenset({"token", "tok"})
_DOCUMENT_TOKENS = (300.0, 20_000.0)
"""How small and how big one document usually is: a count of documents is clear only at its ends."""
_LAYOUTS = GUIDES | stems_of("template rubric checklist codebook minutes")
"""What is never all there is: how long it is, is told of it alone."""
_DEVICES = stems_of(
    "phone tablet scanner console switch laptop kiosk watch handheld headset device car camera printer pi robot"
)
_HAS = frozenset({"has", "have", "with", "onli"})
_FITTED = stems_of("model llm")
_LENGTHS = stems_of("sentence paragraph")
_GIGABYTES = stems_of("gb gigabyte gig")
"""Where a model's size is asked for, these are of a memory."""


def corpus(counted: Counted) -> tuple[str, set[str], Certainty] | None:
    """The values that an amount of pages, tokens, bytes or documents leaves open, where it tells of all there is."""
    near = counted.after[:3]
    is_part = counted.said in {("one",), ("a",), ("half",)} or counted.amount.high < 1
    counts_none = is_part and counted.open_fact != "corpus"
    counts_none = counts_none or scales.is_growth(counted) or counted.open_fact == "failure"
    if counts_none or FORGETTING & {*counted.before, *counted.after}:
        return None  # "with 80 pages it forgets the start" tells of a case, and not of all there is
    is_one = counted.before[-1:] in {("a",), ("an",), ("one",)}
    are_many = near[:1] in {("page",), ("word",)} and bool(set(near[1:2]) & DOCUMENTS) and not is_one
    unit = None if are_many else next((word for word in near if word in TOKENS), None)
    if unit is not None and ({"per", "each"} & set(near) or scales.is_of_one(counted)):
        return None
    is_memory = bool(MEMORY & {*counted.after[:4], *counted.before[-3:]}) or _is_of_a_device(counted, unit)
    if unit is not None and not (is_memory or (counted.open_fact == "model_size" and unit in _GIGABYTES)):
        doubt = AT_AN_END if unit in _EXACT else NOT_EXACT
        values = place(scales.CORPUS, counted.amount, TOKENS[unit], is_end_included=True, doubt=doubt)
        return None if _is_of_a_guide(counted, unit) else ("corpus", values, Certainty.OWN)
    is_of_them = counted.open_fact == "source" and counted.after[:2] == ("of", "them")
    is_held = bool(HELD & set(near[:1])) and counted.open_fact in {"freshness", "access", "lookup", None}
    is_of_all = is_held or bool(scales.STORES & {*counted.before})
    if (counted.open_fact in {"corpus", "hygiene", "source"} or is_of_all) and (is_of_them or set(near) & DOCUMENTS):
        values = {v for each in _DOCUMENT_TOKENS for v in place(scales.CORPUS, counted.amount, each)}
        if counted.open_fact == "corpus":
            return "corpus", values, Certainty.HERE
        return ("corpus", values, Certainty.OWN) if len(values) == 1 and not set(near) & scales.PER else None
    return None


def _is_of_a_device(counted: Counted, unit: str | None) -> bool:
    """Whether so many gigabytes are what a model has to fit into: "a model for the tablet, 4 GB"."""
    is_fitted = bool(_FITTED & {*counted.apposed} and _DEVICES & {*counted.apposed}) and not counted.before
    is_had = bool(_HAS & {*counted.before[-1:]} and _DEVICES & {*counted.before})
    return unit in _GIGABYTES and (is_had or is_fitted)


def _is_of_a_guide(counted: Counted, unit: str) -> bool:
    """Whether an amount of this unit says how long the instructions or the examples are."""
    near = counted.after[:3]
    is_called_one = bool((LABELED & {*near, *counted.before}) | (GUIDES & {*near}))
    is_subject = counted.open_fact not in _OF_ALL and bool(GUIDES & {*counted.before})
    is_subject = is_subject or (counted.open_fact in _OF_WHAT_IS_WANTED and bool(RULES & {*counted.before}))
    is_subject = is_subject or (counted.open_fact not in _OF_ALL and _is_sheet(counted, unit))
    is_short = unit != "page" or counted.amount.high < _MANY_PAGES
    is_subject = is_subject or (counted.open_fact != "corpus" and is_short and bool(_LAYOUTS & {*_told_of(counted)}))
    is_length = counted.open_fact != "corpus" and unit in _LENGTHS and not (ALL | DOCUMENTS) & {*counted.before}
    is_subject = is_subject or is_length  # "like us, two paragraphs" is how long an answer is
    is_few = counted.open_fact in {"examples", "volume"} and not ALL & {*counted.before}
    return counted.open_fact == "definition" or is_called_one or is_subject or (is_few and is_short)


def apposed(stems: Sequence[str], at: int) -> tuple[str, ...]:
    """The stems before the comma behind which a number stands, up to another mark; none where no comma is there."""
    start = max((n + 1 for n, word in enumerate(stems[: at - 1]) if word in BREAKS), default=0)
    return tuple(stems[start : at - 1]) if at and stems[at - 1] == "," else ()


def _told_of(counted: Counted) -> Sequence[str]:
    """The words of what a number is told of: before it, or before the comma behind which it stands."""
    return counted.before or counted.apposed


def _is_sheet(counted: Counted, unit: str) -> bool:
    """Whether so few pages are those of one set of rules: "a 2 page triage policy"."""
    is_one = counted.before[-1:] in {("a",), ("one",), ("the",), ("our",)}
    return is_one and unit == "page" and counted.amount.high <= _SHEET and bool(_POLICIES & {*counted.after[1:4]})

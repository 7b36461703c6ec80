"""Whether pages are those of a guide or of an example, and not all there is: "the guide is two pages"."""

from rules.hearing.nouns import ALL, GUIDES, LABELED
from rules.hearing.scales import Counted

_MANY_PAGES = 200
"""Fewer pages than these may be a guide, or examples."""
_OF_ALL = frozenset({"corpus", "source", "hygiene", None})
"""Questions where a guide of so many pages may be all there is."""


def is_of_a_guide(counted: Counted, unit: str) -> bool:
    """Whether an amount of this unit says how long the instructions or the examples are."""
    near = counted.after[:3]
    is_called_one = bool((LABELED & {*near, *counted.before}) | (GUIDES & {*near}))
    is_subject = counted.open_fact not in _OF_ALL and bool(GUIDES & {*counted.before})
    is_few = counted.open_fact in {"examples", "volume"} and not ALL & {*counted.before}
    is_short = unit != "page" or counted.amount.high < _MANY_PAGES
    return counted.open_fact == "definition" or is_called_one or is_subject or (is_few and is_short)

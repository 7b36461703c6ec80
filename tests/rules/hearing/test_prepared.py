"""What the first lines would wait for is made ahead of them: a table that is made while somebody waits blocks all."""

import inspect
import sys
from collections.abc import Callable
from typing import Any

from rules.facts import FACTS
from rules.hearing import hear, line, prepare

ROOMS = ("rules.hearing", "rules.catalog.phrases", "rules.catalog.asking")
LEARNED_FROM = {f"rules.catalog.phrases.{name}" for name in ("answers", "told", "unclear", "talk")}
MOST_KEPT = 500
"""The entries of the largest cache before anybody types; making the tables goes through thousands of words."""


def kept() -> dict[str, Callable[..., Any]]:
    """Everything in the ear's rooms that is made once and kept, by its name."""
    modules = [(name, module) for name, module in sys.modules.items() if name.startswith(ROOMS)]
    return {
        f"{name}.{key}": value
        for name, module in modules
        for key, value in vars(module).items()
        if hasattr(value, "cache_info") and value.__module__ == name
    }


def test_every_table_of_the_ear_is_made_before_the_first_line_is_heard():
    everything: Any = kept()
    for one in everything.values():
        one.cache_clear()
    found = {name: one for name, one in everything.items() if not inspect.signature(one).parameters}

    prepare()
    there = {name for name, one in found.items() if one.cache_info().currsize}
    kept_of = {name: one.cache_info().currsize for name, one in everything.items()}
    for fact in (*FACTS, None):
        for text in ("weekly, I guess", "zzyzx", "what does reranking mean?", "why not, if we had 5k tickets?"):
            hear(line(text, fact, {"need": "facts"}, mention=True))

    assert len(found) > 15
    assert there == found.keys() - LEARNED_FROM
    assert {name: one.cache_info().misses for name, one in found.items()} == {one: int(one in there) for one in found}
    assert {name for name, size in kept_of.items() if size > MOST_KEPT} == set()

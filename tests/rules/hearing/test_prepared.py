"""What the first lines would wait for is made ahead of them: a table that is made while somebody waits blocks all."""

import inspect
import sys
from collections.abc import Callable
from typing import Any

from rules.facts import FACTS
from rules.hearing import hear, line, prepare

ROOMS = ("rules.hearing", "rules.catalog.phrases", "rules.catalog.asking")


def tables() -> dict[str, Callable[[], Any]]:
    """Everything in the ear's rooms that is made once and takes nothing, by its name."""
    modules = [(name, module) for name, module in sys.modules.items() if name.startswith(ROOMS)]
    made = {
        f"{name}.{key}": value
        for name, module in modules
        for key, value in vars(module).items()
        if hasattr(value, "cache_info") and value.__module__ == name
    }
    return {name: value for name, value in made.items() if not inspect.signature(value).parameters}


def test_every_table_of_the_ear_is_made_before_the_first_line_is_heard():
    found: Any = tables()
    for one in found.values():
        one.cache_clear()

    prepare()
    there = {name for name, one in found.items() if one.cache_info().currsize}
    for fact in (*FACTS, None):
        for text in ("weekly, I guess", "zzyzx", "what does reranking mean?", "why not, if we had 5k tickets?"):
            hear(line(text, fact, {"need": "facts"}, mention=True))

    assert len(found) > 15
    assert there == found.keys()
    assert {name: one.cache_info().misses for name, one in found.items()} == dict.fromkeys(found, 1)

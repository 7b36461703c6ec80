"""Block Kit as Slack accepts it: `faults(blocks, surface)` says what Slack would refuse, in its words and pointers.

The checks run over plain dicts, because that is what crosses the wire. Views' tests call them too: a view that passes
here is one that Slack takes.

    checks    the small checks that everything is made of       objects   texts, options, confirmations
    elements  buttons, selects, inputs                           rich_text rich text
    blocks    the blocks everybody knows                         newer     plans, cards and the like
    data      tables and charts
"""

import secrets
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from bot.sandbox.blockkit.blocks import check_blocks
from bot.sandbox.blockkit.checks import Report
from bot.sandbox.blockkit.elements import ELEMENTS, is_interactive
from bot.sandbox.blockkit.view import check_view

__all__ = ["faults", "identify", "text_size", "view_faults"]

Json = dict[str, Any]


def faults(blocks: Any, surface: str = "message", root: str = "/blocks") -> list[str]:
    """What Slack would refuse in blocks on a surface (message, modal or home); nothing when all is well."""
    report = Report(surface)
    check_blocks(blocks, root, report)
    return report.faults


def view_faults(view: Any, type_: str | None = None) -> list[str]:
    """What Slack would refuse in a view; `type_` is what it has to be (modal or home), where that is known."""
    report = Report("modal")
    check_view(view, type_, report)
    return report.faults


def text_size(blocks: Any) -> int:
    """How many characters of text blocks hold, over all their text objects: what msg_blocks_too_long counts.

    The cells of data tables have a limit of their own, which is higher.
    """
    if isinstance(blocks, dict):
        if blocks.get("type") == "data_table":
            return 0
        own = len(blocks["text"]) if isinstance(blocks.get("text"), str) else 0
        return own + sum(text_size(value) for value in blocks.values() if isinstance(value, (dict, list)))
    return sum(text_size(item) for item in blocks) if isinstance(blocks, list) else 0


def identify(body: Any) -> Any:
    """A copy of blocks or of a view in which every block and control has an id, as Slack gives them."""
    named = deepcopy(body)
    for block in _all_blocks(named["blocks"] if isinstance(named, dict) else named):
        block.setdefault("block_id", secrets.token_urlsafe(4))
        for element in (block.get("element"), block.get("accessory"), *_inner(block)):
            if isinstance(element, dict) and is_interactive(element.get("type")):
                element.setdefault("action_id", secrets.token_urlsafe(4))
    return named


def _all_blocks(blocks: list[Json]) -> Iterator[Json]:
    for block in blocks:
        yield block
        yield from _all_blocks(block.get("child_blocks", []))


def _inner(block: Json) -> list[Any]:
    inside = block.get("elements") or block.get("actions") or []
    return [element for element in inside if isinstance(element, dict) and element.get("type") in ELEMENTS]

"""Rich text: sections, lists, quotes and preformatted text, and the pieces that they are made of."""

from typing import Any

from bot.sandbox.blockkit.checks import (
    Report,
    Shape,
    anything,
    boolean,
    by_type,
    integer,
    limited,
    list_of,
    one_of,
    string,
)
from bot.sandbox.limits import LIMITS

_MANY = 10_000
_STYLE = Shape(
    optional=dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight"), boolean)
    | {"client_highlight": boolean, "unlink": boolean},
    has_type=False,
)
_STYLED = {"style": _STYLE}
_PIECES = {
    "text": Shape({"text": string(_MANY * 10)}, _STYLED),
    "link": Shape({"url": limited("button.url")}, {**_STYLED, "text": string(_MANY), "unsafe": boolean}),
    "emoji": Shape({"name": string(255)}, {"unicode": string(255), "skin_tone": integer(1, 6), **_STYLED}),
    "user": Shape({"user_id": string(255)}, _STYLED),
    "usergroup": Shape({"usergroup_id": string(255)}, _STYLED),
    "channel": Shape({"channel_id": string(255)}, _STYLED),
    "team": Shape({"team_id": string(255)}, _STYLED),
    "broadcast": Shape({"range": one_of("here", "channel", "everyone")}, _STYLED),
    "date": Shape(
        {"timestamp": integer(0, 10**11), "format": string(255)},
        {**_STYLED, "url": limited("button.url"), "fallback": string(_MANY)},
    ),
    "color": Shape({"value": string(20)}, _STYLED),
}
_PIECE_LIST = list_of(by_type(_PIECES), _MANY, 0)
_SECTION = Shape({"elements": _PIECE_LIST})
_PARTS = {
    "rich_text_section": _SECTION,
    "rich_text_quote": Shape({"elements": _PIECE_LIST}, {"border": integer(0, LIMITS["rich_text_list.border"])}),
    "rich_text_preformatted": Shape(
        {"elements": list_of(by_type({name: _PIECES[name] for name in ("text", "link")}), _MANY, 0)},
        {"border": integer(0, LIMITS["rich_text_list.border"]), "language": string(255)},
    ),
    "rich_text_list": Shape(
        {"elements": list_of(by_type({"rich_text_section": _SECTION}), _MANY), "style": one_of("bullet", "ordered")},
        {
            "indent": integer(0, LIMITS["rich_text_list.indent"]),
            "offset": integer(0, _MANY),
            "border": integer(0, LIMITS["rich_text_list.border"]),
        },
    ),
}
RICH_TEXT = Shape({"elements": list_of(by_type(_PARTS), _MANY)}, {"block_id": anything})


def rich_text_object(value: Any, path: str, report: Report) -> None:
    """A rich_text block where another block carries one (a table cell, a task's details)."""
    by_type({"rich_text": RICH_TEXT})(value, path, report)

"""Which parts of a message are active: mentions that ping, links, and what Slack would make of plain words.

Tests use it to prove that text typed by people stays dead: `active(message)` of a message that quotes them lists only
what the bot itself put there. `message` is any dict with text, blocks or attachments: a Web API call's arguments, a
message of the workspace, a view.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_TOKEN = re.compile(r"<([^<>]*)>")
_BARE_URL = re.compile(r"(?<![<|\w/])(?:https?://|mailto:|www\.)[^\s<>|]+", re.IGNORECASE)
_BARE_DOMAIN = re.compile(
    r"(?<![\w@./<|-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|dev|app|co|eu|de|uk|invalid)\b", re.IGNORECASE
)
_BARE_NAME = re.compile(r"(?<![\w&;<!@])[@#][a-z0-9][\w-]*", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"!?\[[^\]]*\]\(([^)]*)\)")
_RICH = {
    "user": ("mention", "user_id"),
    "usergroup": ("group", "usergroup_id"),
    "channel": ("channel", "channel_id"),
    "broadcast": ("broadcast", "range"),
    "link": ("link", "url"),
    "date": ("date", "timestamp"),
}


class Active(NamedTuple):
    """One active part of a message.

    Its kind is mention, group, broadcast, channel, date, link, bracket (what stands between < and > and is none of
    those), or autolink (what Slack links by itself).
    """

    kind: str
    value: str
    where: str
    """A pointer into the message: /text, /blocks/0/text."""


def active(message: dict[str, Any], *, autolinks: bool = True) -> list[Active]:
    """Every active part of a message; without `autolinks`, only what was written as an active token."""
    names = message.get("link_names") in (True, 1, "1", "true") or message.get("parse") == "full"
    found: list[Active] = []
    if isinstance(message.get("text"), str) and "type" not in message:
        found += _in_mrkdwn(message["text"], "/text", loose=True, names=names)
    for part in ("blocks", "attachments", "view", "title"):
        found += _in_tree(message.get(part), f"/{part}")
    return [one for one in found if autolinks or one.kind != "autolink"]


def tokens(text: str) -> list[str]:
    """The active tokens of one mrkdwn text, as written between < and >."""
    return [one.value for one in _in_mrkdwn(text, "", loose=False)]


def _in_tree(value: Any, path: str) -> Iterator[Active]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_tree(item, f"{path}/{index}")
    if not isinstance(value, dict):
        return
    yield from _in_object(value, path)
    for name, inner in value.items():
        if isinstance(inner, (dict, list)):
            yield from _in_tree(inner, f"{path}/{name}")


def _in_object(value: dict[str, Any], path: str) -> Iterator[Active]:
    type_, text = value.get("type"), value.get("text")
    if type_ == "mrkdwn" and isinstance(text, str):
        yield from _in_mrkdwn(text, path, loose=value.get("verbatim") is not True)
    elif type_ == "markdown" and isinstance(text, str):
        yield from _in_mrkdwn(text, path, loose=True)
        yield from (Active("link", found[1], path) for found in _MARKDOWN_LINK.finditer(text))
    elif isinstance(type_, str) and type_ in _RICH and _RICH[type_][1] in value:
        kind, field = _RICH[type_]
        yield Active(kind, str(value[field]), path)
    elif type_ == "button" and value.get("url"):
        yield Active("link", str(value["url"]), path)
    elif type_ is None and isinstance(text, str) and path.startswith("/attachments"):
        yield from _in_mrkdwn(text, path, loose=True)


def _in_mrkdwn(text: str, path: str, *, loose: bool, names: bool = False) -> Iterator[Active]:
    """Tokens in angle brackets; and, where Slack parses loosely, bare addresses (and names, if it was asked to)."""
    for found in _TOKEN.finditer(text):
        if found[1]:
            yield Active(_kind(found[1]), found[1], path)
    if not loose:
        return
    rest = _TOKEN.sub(" ", text)
    patterns = [_BARE_URL, _BARE_DOMAIN, *([_BARE_NAME] if names else [])]
    for pattern in patterns:
        yield from (Active("autolink", found[0], path) for found in pattern.finditer(rest))


def _kind(token: str) -> str:
    if token.startswith("!subteam^"):
        return "group"
    if token.startswith("!date^"):
        return "date"
    kind = {"!": "broadcast", "@": "mention", "#": "channel"}.get(token[0])
    return kind or ("link" if _ADDRESS.match(token) else "bracket")

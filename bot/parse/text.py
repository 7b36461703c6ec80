"""The text of a message as a person typed it: Slack's entities made readable, its three escapes undone once."""

import re

from pydantic_core import to_json

_ENTITY = re.compile(r"<([^<>]*)>")
_RESOLVED = re.compile(r"<[@#][A-Z0-9]+(?:\|([^<>]*))?>")


def mentions(text: str, bot_user: str | None) -> bool:
    """Whether the text addresses the bot."""
    return bot_user is not None and re.search(rf"<@{re.escape(bot_user)}(\|[^<>]*)?>", text) is not None


def typed(text: str, bot_user: str | None) -> str:
    """What was typed, without the mention of the bot (the first mention where the bot's id is not known)."""
    if bot_user is None:
        text = re.sub(r"^\s*<@[^<>]*>", " ", text, count=1)
    else:
        text = re.sub(rf"<@{re.escape(bot_user)}(\|[^<>]*)?>", " ", text)
    return unescaped(_ENTITY.sub(_named, text)).strip(" \t\r\n:,")


def people(text: str, bot_user: str | None) -> tuple[str, ...]:
    """Who is mentioned, without the bot (the first one where the bot's id is not known), each once."""
    named = list(dict.fromkeys(re.findall(r"<@([A-Z0-9]+)(?:\|[^<>]*)?>", text)))
    return tuple(one for one in named if one != bot_user) if bot_user else tuple(named[1:])


def readable(text: str) -> str:
    """A message as people read it, for quoting: links by their label, everybody in it kept unnamed."""
    return unescaped(_ENTITY.sub(_readable, text)).strip()


def unescaped(text: str) -> str:
    """Slack's three escapes undone, once."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def spoken(text: str) -> str:
    """The words after a slash command: what Slack made of people and channels made readable, its escapes undone once.

    Anything else in angle brackets was typed like that and stays.
    """
    return unescaped(_RESOLVED.sub(lambda found: found.group(1) or "someone", text))


def _named(entity: re.Match[str]) -> str:
    """The same, with people marked as such: what is said to somebody else is heard as that."""
    found = _readable(entity)
    return f"@{found}" if entity.group(1).startswith("@") and not found.startswith("@") else found


def _readable(entity: re.Match[str]) -> str:
    """A link's label or address, a channel's name, a group's name; a person is "someone"."""
    target, _, label = entity.group(1).partition("|")
    if label:
        return label
    if target.startswith("@"):
        return "someone"
    return target.lstrip("!#")


def harmless(value: object) -> object:
    """A payload without lone surrogates, which neither a database nor UTF-8 can hold.

    Nearly all have none: whether that is so is asked first, in one pass without Python's own steps.
    """
    try:
        to_json(value)
    except ValueError:
        return _without_surrogates(value)
    return value


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    return value

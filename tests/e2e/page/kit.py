"""Small builders of Block Kit and of the page's messages, for the scenes and tests of the page."""

from typing import Any

Json = dict[str, Any]

ANA, BEN, CHEN, BOT = "U0ANA", "U0BEN", "U0CHEN", "U0FTRAG"
SUPPORT, SEARCH, GENERAL = "C0SUPPORT", "C0SEARCH", "C0GENERAL"
NAMES = {ANA: "Ana Petrov", BEN: "Ben Ortiz", CHEN: "Chen Li", BOT: "ftrag"}
NOW = 1795341780  # Sunday, November 22, 2026, 11:03 in Berlin


def ts(ago: int, micro: int = 100) -> str:
    """A message's name, so many seconds before now."""
    return f"{NOW - ago}.{micro:06d}"


def mrkdwn(text: str) -> Json:
    """A text object that is parsed (without links of its own making)."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain(text: str) -> Json:
    """A text object that is not parsed."""
    return {"type": "plain_text", "text": text, "emoji": True}


def section(block_id: str, text: str, **extra: Any) -> Json:
    """A section of mrkdwn."""
    return {"type": "section", "block_id": block_id, "text": mrkdwn(text), **extra}


def button(action_id: str, text: str, **extra: Any) -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain(text), "value": action_id, **extra}


def actions(block_id: str, *elements: Json) -> Json:
    """A row of elements."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def context(block_id: str, text: str) -> Json:
    """Small print."""
    return {"type": "context", "block_id": block_id, "elements": [mrkdwn(text)]}


def option(text: str, value: str | None = None, **extra: Any) -> Json:
    """One option of a select, of radio buttons or of checkboxes."""
    return {"text": plain(text), "value": value or text, **extra}


def entry(name: str, label: str, type_: str, *, optional: bool = False, hint: str = "", **element: Any) -> Json:
    """An input block; block and element share their name."""
    hinted = {"hint": plain(hint)} if hint else {}
    inner = {"type": type_, "action_id": name, **element}
    return {"type": "input", "block_id": name, "label": plain(label), "element": inner, "optional": optional, **hinted}


def modal(view_id: str, title: str, *blocks: Json, **extra: Any) -> Json:
    """A modal as the page is told of it."""
    return {
        "id": view_id,
        "type": "modal",
        "title": plain(title),
        "close": plain("Cancel"),
        "blocks": [*blocks],
        **extra,
    }


def message(stamp: str, user: str, text: str, blocks: list[Json] | None = None, **extra: Any) -> Json:
    """A message as the page is told of it."""
    return {
        "ts": stamp,
        "channel": SUPPORT,
        "user": user,
        "bot": user == BOT,
        "username": NAMES[user],
        "text": text,
        "blocks": blocks,
        "files": [],
        "subtype": None,
        "thread_ts": None,
        "reply_count": 0,
        "reply_users": [],
        "latest_reply": None,
        "edited": False,
        "ephemeral": False,
        **extra,
    }


def person(user: str, color: str, tz: str) -> Json:
    """A person, or the app's bot user."""
    real_name = NAMES[user]
    initials = "".join(word[0] for word in real_name.split()).upper()
    name = real_name.split()[0].lower()
    told = {"id": user, "name": name, "real_name": real_name, "initials": initials, "color": color, "tz": tz}
    return {**told, "is_bot": user == BOT}


def room(channel: str, name: str, members: list[str], **extra: Any) -> Json:
    """A channel as one person's page is told of it."""
    told = {"id": channel, "name": name, "topic": "", "members": members, "unread": 0, "im_with": None}
    return {**told, "is_im": False, "is_private": False, "bot_is_member": BOT in members, **extra}

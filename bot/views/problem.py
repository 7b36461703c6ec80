"""A row of what can go wrong, filled in with what it is about, as a message or inside a modal."""

from collections.abc import Mapping

from bot.ids import Act
from bot.replies import Problem, Trouble
from bot.views.architecture import NAME
from bot.views.beneath import beneath
from bot.views.blocks import Block, Message, actions, button, section
from bot.views.text import name, ours, person, quoted, typed
from bot.views.trouble_rows import ROWS


def problem(reply: Problem) -> Message:
    """The sentences for one trouble, with a button where there is one thing to press."""
    return beneath(section(*_told(reply)), _pressed(ROWS[reply.trouble].press))


def sentences(trouble: Trouble) -> tuple[str, str]:
    """The sentences for a trouble that names nothing, to stand inside a modal."""
    return _told(Problem(trouble=trouble))


def _told(reply: Problem) -> tuple[str, str]:
    row, words = ROWS[reply.trouble], _words(reply)
    return row.wrong.format_map(words), row.kept.format_map(words)


def _words(reply: Problem) -> Mapping[str, str | int]:
    """What the rows may name, each made safe for Slack."""
    return {
        "title": name(reply.name),
        "by": person(reply.by),
        "verdict": f": {NAME[reply.architecture]}" if reply.architecture else "",
        "length": reply.length,
        "limit": reply.limit,
        "option": quoted(reply.detail, 80),
        "typed": typed(reply.detail, 60),
        "words": f" Your words: {quoted(reply.detail, 400)}" if reply.detail else "",
        "reason": ours(reply.detail) or "no reason given",
    }


def _pressed(act: Act | None) -> Block | None:
    match act:
        case Act.STATUS:
            return actions(button("Show status", act, ""))
        case Act.START:
            return actions(button("Start", act, "", style="primary"))
        case Act.HELP:
            return actions(button("Show help", act, ""))
        case _:
            return None

"""Answers in sentences: short in the thread, whole in a modal."""

import re
from collections.abc import Sequence

from bot.ids import Act, Modal, block_id
from bot.replies import Changed, ToldAnswer, ToldControl, ToldModal
from bot.views.architecture import NAME
from bot.views.blocks import Block, Message, actions, button, context, message, modal, section
from bot.views.plan import owner_menu
from bot.views.question import still
from bot.views.text import link, name, ours, person
from rules.casing import upper_first
from rules.framework import Architecture

_MOST_LINES = 8
_MOST_CHANGES = 3
_MOST_OF_ALL = 40
"""Lines of a modal."""
_CONTROLS = {
    ToldControl.ADD_TASKS: ("Add golden tasks", Act.EDIT_TASKS),
    ToldControl.EDIT_TASKS: ("Edit golden tasks", Act.EDIT_TASKS),
    ToldControl.PLAN: ("Plan the monthly review", Act.PLAN_REVIEW),
    ToldControl.MOVE: ("Move the review", Act.PLAN_REVIEW),
    ToldControl.LOG: ("Log a failure", Act.LOG_FAILURE),
    ToldControl.ROADMAP: ("Roadmap", Act.ROADMAP_HERE),
    ToldControl.RECORD: ("Decision record", Act.EXPORT),
    ToldControl.CHANGE: ("Change this answer", Act.CHANGE),
}
_NOTHING = "There is nothing to tell."


def told(reply: ToldAnswer) -> Message:
    """The answer, what is behind it, and what was supposed."""
    first, *rest = _lines(reply.says[:_MOST_LINES], reply.people)
    makes = [_make(reply, one, place) for place, one in enumerate(reply.changes[:_MOST_CHANGES])]
    more = button("Show more", Act.SHOW_TOLD, reply.assessment_id, reply.asked) if reply.asked else None
    why = button("Why", Act.SHOW_MORE, reply.assessment_id, says="Why: the whole verdict") if reply.can_why else None
    figures = button("Give figures", Act.COST, reply.assessment_id) if reply.can_cost else None
    control = button(*_CONTROLS[reply.control], reply.assessment_id, *_fills(reply)) if reply.control else None
    is_planned = reply.control is ToldControl.MOVE
    return message(
        section(f"*{first}*", *rest, still(reply.verdict) if reply.verdict else ""),
        actions(why, figures, control, more, *makes),
        actions(owner_menu(), block=block_id("owner", reply.assessment_id, "told")) if is_planned else None,
        _nearest(reply.assessment_id, reply.nearest_to) if reply.nearest_to else None,
        context(_outside(reply) if reply.name else f"Asked by {person(reply.asked_by)}"),
    )


def _fills(reply: ToldAnswer) -> tuple[str, ...]:
    """What the value of the control holds behind its assessment."""
    return reply.fills if any(reply.fills) else ()


def _outside(reply: ToldAnswer) -> str:
    """What it is about, and where a change of it is said."""
    where = link(reply.link, "its thread") if reply.link else "its thread"
    return f"About *{name(reply.name)}*. Ask for more, or say what has changed, in {where}: everybody sees it there."


def _nearest(key: str, chosen: Architecture) -> Block | None:
    """The three questions that are asked most, as buttons."""
    return actions(
        button(f"Why {NAME[chosen]}?", Act.SUGGESTED, key, "why", str(chosen), tail="why"),
        button("What would change it?", Act.SUGGESTED, key, "flips", str(chosen), tail="flips"),
        button("Compare architectures", Act.SUGGESTED, key, "compare", str(chosen), tail="compare"),
    )


def _make(reply: ToldAnswer, one: Changed, place: int) -> Block:
    """Makes one supposed answer the real one."""
    label = "Make it so" if len(reply.changes) == 1 else f"Record: {one.after}"
    return button(
        label,
        Act.RECORD_CHANGE,
        reply.assessment_id,
        one.fact,
        one.value,
        says=f"{label}: {one.topic}, {one.after}" if len(reply.changes) == 1 else f"{label}, {one.topic}",
        tail=str(place),
    )


def whole(reply: ToldModal) -> Block:
    """The whole answer to read."""
    lines = _lines((*reply.says, *reply.more), reply.people)
    return modal(reply.title, [section(line) for line in lines[:_MOST_OF_ALL]], kind=Modal.READ)


def _lines(lines: Sequence[str], people: Sequence[str]) -> list[str]:
    """The lines that say something, people by name."""
    shown = [_with_names(upper_first(ours(line)), frozenset(people)) for line in lines]
    return [line for line in shown if line.strip()] or [_NOTHING]


def _with_names(line: str, people: frozenset[str]) -> str:
    return re.sub(r"\w+", lambda word: person(word[0]) if word[0] in people else word[0], line) if people else line

"""The blocks of 2025 and 2026: plans, cards, carousels, containers, alerts. Tables and charts stand in `data`."""

from typing import Any

from bot.sandbox.blockkit.checks import (
    Check,
    Report,
    Shape,
    anything,
    at_least_one,
    boolean,
    by_type,
    limited,
    list_of,
    one_of,
    string,
)
from bot.sandbox.blockkit.elements import ELEMENTS, IN_CONTEXT_ACTIONS, element
from bot.sandbox.blockkit.objects import plain, text
from bot.sandbox.blockkit.rich_text import rich_text_object
from bot.sandbox.limits import LIMITS

_IMAGE = by_type({"image": ELEMENTS["image"]})


def _never_pending(value: Any, path: str, report: Report) -> None:
    if value.get("status") == "pending":
        report.add("a task_card outside a plan may not be pending", f"{path}/status")


_TASK_FIELDS: dict[str, Check] = {
    "task_id": string(255),
    "title": string(3_000),
    "status": one_of("pending", "in_progress", "complete", "error"),
}
_TASK_MORE: dict[str, Check] = {
    "details": rich_text_object,
    "output": rich_text_object,
    "sources": list_of(by_type({"url": Shape({"url": limited("button.url"), "text": string(3_000)})}), 100, 0),
    "block_id": anything,
}
TASK_CARD = Shape(_TASK_FIELDS, _TASK_MORE, _never_pending)
PLAN = Shape(
    {"title": string(3_000)},
    {"tasks": list_of(by_type({"task_card": Shape(_TASK_FIELDS, _TASK_MORE)}), LIMITS["plan.tasks"], 0)},
)
CARD = Shape(
    optional={
        "hero_image": _IMAGE,
        "icon": _IMAGE,
        "title": text("card.title"),
        "subtitle": text("card.subtitle"),
        "body": text("card.body"),
        "actions": list_of(element(frozenset({"button"})), LIMITS["card.actions"]),
        "block_id": anything,
    },
    also=at_least_one("hero_image", "title", "actions", "body"),
)
CAROUSEL = Shape({"elements": list_of(by_type({"card": CARD}), LIMITS["carousel.cards"])})
ALERT = Shape(
    {"text": text("alert.text")}, {"level": one_of("default", "info", "warning", "error", "success")}
)  # fmt: skip
CONTEXT_ACTIONS = Shape({"elements": list_of(element(IN_CONTEXT_ACTIONS), LIMITS["context_actions.elements"])})
CONTAINER_FIELDS: dict[str, Check] = {
    "title": plain("container.title"),
    "rich_text_title": rich_text_object,
    "subtitle": plain("container.title"),
    "width": anything,
    "icon": _IMAGE,
    "is_collapsible": boolean,
    "default_collapsed": boolean,
    "has_header_divider": boolean,
}

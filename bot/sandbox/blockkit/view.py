"""Views: what Slack accepts as a modal and as a Home."""

import json
from typing import Any

from bot.sandbox.blockkit.blocks import check_blocks
from bot.sandbox.blockkit.checks import Check, Report, Shape, anything, boolean, string
from bot.sandbox.blockkit.objects import plain
from bot.sandbox.limits import LIMITS

_SHARED: dict[str, Check] = {
    "private_metadata": string(LIMITS["view.private_metadata"], 0),
    "callback_id": string(LIMITS["view.callback_id"], 0),
    "external_id": string(LIMITS["view.external_id"], 0),
}


def _submit_with_inputs(value: Any, path: str, report: Report) -> None:
    if report.count["input"] and value.get("submit") is None:
        report.add("submit is required when an input block is within the blocks array", f"{path}/submit")


_MODAL = Shape(
    {"title": plain("modal.title"), "blocks": check_blocks},
    {
        **_SHARED,
        "submit": plain("modal.submit"),
        "close": plain("modal.close"),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
        "title_image": anything,
    },
    _submit_with_inputs,
)
_HOME = Shape({"blocks": check_blocks}, _SHARED)


def check_view(view: Any, type_: str | None, report: Report) -> None:
    """Check a modal or a Home."""
    if not isinstance(view, dict):
        report.add("must provide an object", "/view")
        return
    given = view.get("type")
    if given not in ("modal", "home") or (type_ is not None and given != type_):
        report.add(f"unsupported type: {given}", "/view/type")
        return
    if len(json.dumps(view).encode()) > LIMITS["view.bytes"]:
        report.faults.append("view_too_large")
    report.surface = given
    (_MODAL if given == "modal" else _HOME)(view, "/view", report)

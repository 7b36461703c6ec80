"""The strictness table of views: what Slack refuses in a modal or a Home is refused here, with its words."""

from typing import Any

from bot.sandbox.blockkit import view_faults
from tests.sandbox.samples import cells, field, home, modal, plain, section
from tests.tables import each


@each(
    ("view", "expected"),
    [
        (modal(field(), title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(field(), submit=plain("x" * 25)), "must be less than 25 characters"),
        (modal(field(), close=plain("x" * 25)), "must be less than 25 characters"),
        (modal(field(), submit=None), "submit is required when an input block is within the blocks array"),
        (modal(*[{"type": "divider"}] * 101), "no more than 100 items allowed"),
        (modal(private_metadata="x" * 3001), "must be less than 3001 characters"),
        (modal(callback_id="x" * 256), "must be less than 256 characters"),
        (modal(external_id="x" * 256), "must be less than 256 characters"),
        (modal(id="V1"), "invalid additional property: id"),
        (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown"),
        (modal({"type": "table", "rows": cells(1, 1)}), "unsupported type: table"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
        ({"type": "dialog"}, "unsupported type: dialog"),
        (home({"type": "alert", "text": plain()}), "unsupported type: alert"),
        (home(submit=plain()), "invalid additional property: submit"),
        ([], "must provide an object"),
        (modal(*[section("x" * 3000) for _ in range(90)]), "view_too_large"),
    ],
)
def test_what_slack_refuses_in_a_view_is_named(view: Any, expected: str):
    found = view_faults(view)

    assert any(expected in fault for fault in found), found


@each(
    "view",
    [
        modal(field(), section(), {"type": "alert", "text": plain(), "level": "info"}, private_metadata="x" * 3000),
        modal(field({"type": "file_input", "max_files": 10}), title=plain("x" * 24)),
        home(*[section()] * 100, private_metadata=""),
    ],
)
def test_what_slack_takes_as_a_view_has_no_faults(view: dict[str, Any]):
    assert view_faults(view) == []


def test_a_view_of_the_wrong_kind_is_refused():
    assert view_faults(home(), "modal") == ["unsupported type: home [json-pointer:/view/type]"]

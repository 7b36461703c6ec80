"""One golden file for each visible state, each inside Slack's limits: a wrong one cannot be accepted unread."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from bot.ids import read_action, read_value
from bot.replies import Trouble
from bot.replies.base import BY_KIND
from bot.replies.base import MODALS as MODAL_KINDS
from bot.sandbox.blockkit import faults, view_faults
from bot.views import render, render_modal
from bot.views.problem import sentences
from tests.tables import each
from tests.views.controls import controls
from tests.views.examples import MODALS, REPLIES


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(JSONSnapshotExtension)


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_matches_its_golden(name: str, golden: SnapshotAssertion):
    shown = render(REPLIES[name])

    assert faults(shown.blocks) == []
    assert 0 < len(shown.text) <= 4_000
    assert len(json.dumps(shown.blocks)) < 10_000
    assert faults(shown.simple) == []
    simple = {"simple": shown.simple} if shown.simple else {}
    assert {"text": shown.text.split("\n"), "blocks": shown.blocks, **simple} == golden


@pytest.mark.parametrize("name", MODALS)
def test_a_modal_matches_its_golden(name: str, golden: SnapshotAssertion):
    view = render_modal(MODALS[name])

    assert view_faults(view, "modal") == []
    assert view == golden


def test_every_kind_of_reply_and_modal_has_an_example():
    assert {reply.kind for reply in REPLIES.values()} == set(BY_KIND)
    assert {modal.kind for modal in MODALS.values()} == set(MODAL_KINDS)


@each("name", REPLIES)
def test_every_control_is_one_that_the_bot_knows(name: str):
    for control in controls(render(REPLIES[name]).blocks):
        assert read_action(control["action_id"]) is not None
        values = [control["value"]] if "value" in control else []
        assert all(read_value(value, 4) is not None for value in values)


@each("name", REPLIES)
def test_the_text_says_everything_that_the_blocks_say(name: str):
    shown = render(REPLIES[name])

    for block in shown.blocks:
        for said in (block.get("text", {}).get("text"), *(e.get("text") for e in block.get("elements", ()))):
            if isinstance(said, str):
                assert said in shown.text
        for control in controls(block):
            label = control.get("text", {}).get("text", "")
            assert label in shown.text


def cells(block: dict) -> list[str]:
    """What a data table says, cell by cell; a channel as Slack's own text names it."""
    return [_words(cell) for row in block.get("rows", ()) for cell in row]


def _words(cell: dict) -> str:
    if cell["type"] != "rich_text":
        return cell["text"]
    return "".join(f"<#{piece['channel_id']}>" for part in cell["elements"] for piece in part["elements"])


@each("name", REPLIES)
def test_what_a_table_says_stands_in_the_text_and_in_the_plain_blocks(name: str):
    shown = render(REPLIES[name])
    plain = json.dumps(shown.simple, ensure_ascii=False)

    for block in (one for one in shown.blocks if one["type"] == "data_table"):
        for said in cells(block)[len(block["rows"][0]) :]:
            assert said in shown.text
            assert said in plain


@each("name", REPLIES)
def test_every_value_of_a_chart_stands_in_the_text(name: str):
    shown = render(REPLIES[name])

    for block in (one for one in shown.blocks if one["type"] == "data_visualization"):
        named = block["title"].startswith("Failures")
        for series in block["chart"]["series"] if named else ():
            for value in (point["value"] for point in series["data"] if point["value"]):
                assert f"{series['name'].lower()} {value:,}" in shown.text


@each("name", REPLIES)
def test_only_what_has_tables_or_charts_has_plain_blocks_beside_them(name: str):
    shown = render(REPLIES[name])
    has_data = any(block["type"] in {"data_table", "data_visualization"} for block in shown.blocks)

    assert bool(shown.simple) == has_data
    assert not any(block["type"] in {"data_table", "data_visualization"} for block in shown.simple)


@each("name", REPLIES)
def test_buttons_that_share_a_word_are_told_apart_by_a_screen_reader(name: str):
    spoken = [
        control.get("accessibility_label") or control["text"]["text"]
        for control in controls(render(REPLIES[name]).blocks)
        if control["type"] == "button"
    ]

    assert len(spoken) == len(set(spoken))


@each("name", REPLIES)
def test_a_message_speaks_calmly(name: str):
    text = render(REPLIES[name]).text

    assert "!" not in text.replace("<!date", "")
    assert "the user" not in text.lower()
    assert "  " not in text.replace("\n    ", "\n")
    assert ".." not in text


@each("trouble", Trouble)
def test_every_trouble_has_its_row_and_names_only_what_a_problem_holds(trouble: Trouble):
    wrong, kept = sentences(trouble)

    assert wrong.startswith("*")
    assert not set("{}") & set(wrong + kept)
    assert kept.endswith(".")


@each("shown", [*(render(reply).blocks for reply in REPLIES.values()), *map(render_modal, MODALS.values())])
def test_what_is_read_aloud_of_a_button_has_the_words_on_it(shown: object):
    for button in labeled(shown):
        assert button["text"]["text"].rstrip("….").casefold() in button["accessibility_label"].casefold()


def labeled(shown: object) -> Iterator[dict[str, Any]]:
    """The buttons that a screen reader calls by other words than those on them."""
    if isinstance(shown, dict) and "accessibility_label" in shown:
        yield shown
    for part in shown.values() if isinstance(shown, dict) else shown if isinstance(shown, list | tuple) else ():
        yield from labeled(part)


@each("name", [name for name in REPLIES if name.startswith("parent")])
def test_the_message_in_the_channel_says_nothing_twice(name: str):
    said = [one.strip("*_ .").casefold() for one in re.split(r"\n|(?<=[.?:]) | · ", render(REPLIES[name]).text)]

    assert sorted(one for one in set(said) if said.count(one) > 1 and " " in one) == []

"""Slack's limits, all in this one table: each with the page that says so, how it is known, and when that was checked.

A stand-in is only as right as its numbers. Known: "doc" is Slack's documentation, "sdk" what Slack's own SDK enforces,
"lib" another library's reading of the documentation, "seen" a limit that is not documented but was met by many.
"""

from typing import NamedTuple

CHECKED = "2026-11-22"
_DOCS = "https://docs.slack.dev/"
_BLOCKS = _DOCS + "reference/block-kit/blocks/"
_ELEMENTS = _DOCS + "reference/block-kit/block-elements/"
_OBJECTS = _DOCS + "reference/block-kit/composition-objects/"
_METHODS = _DOCS + "reference/methods/"


class Limit(NamedTuple):
    """One limit and where it comes from."""

    name: str
    value: int
    known: str
    page: str
    checked: str = CHECKED


TABLE = (
    Limit("message.blocks", 50, "doc", _DOCS + "reference/block-kit/blocks"),
    Limit("modal.blocks", 100, "doc", _DOCS + "reference/block-kit/blocks"),
    Limit("home.blocks", 100, "doc", _DOCS + "reference/block-kit/blocks"),
    Limit("message.characters", 10_000, "seen", "https://github.com/slackapi/bolt-js/issues/2867"),
    Limit("message.text", 40_000, "doc", _METHODS + "chat.postMessage"),
    Limit("update.text", 4_000, "doc", _METHODS + "chat.update"),
    Limit("message.attachments", 100, "doc", _METHODS + "chat.postMessage"),
    Limit("view.bytes", 250_000, "doc", _METHODS + "views.open"),
    Limit("view.stack", 3, "doc", _METHODS + "views.push"),
    Limit("modal.title", 24, "sdk", _DOCS + "reference/views/modal-views"),
    Limit("modal.submit", 24, "sdk", _DOCS + "reference/views/modal-views"),
    Limit("modal.close", 24, "sdk", _DOCS + "reference/views/modal-views"),
    Limit("view.private_metadata", 3_000, "sdk", _DOCS + "reference/views/modal-views"),
    Limit("view.callback_id", 255, "sdk", _DOCS + "reference/views/modal-views"),
    Limit("view.external_id", 255, "doc", _DOCS + "reference/views/modal-views"),
    Limit("block_id", 255, "sdk", _DOCS + "reference/block-kit/blocks"),
    Limit("action_id", 255, "sdk", _DOCS + "reference/block-kit/block-elements"),
    Limit("text", 3_000, "doc", _OBJECTS + "text-object"),
    Limit("section.text", 3_000, "sdk", _BLOCKS + "section-block"),
    Limit("section.fields", 10, "sdk", _BLOCKS + "section-block"),
    Limit("section.field", 2_000, "lib", _BLOCKS + "section-block"),
    Limit("header.text", 150, "sdk", _BLOCKS + "header-block"),
    Limit("context.elements", 10, "sdk", _BLOCKS + "context-block"),
    Limit("actions.elements", 25, "sdk", _BLOCKS + "actions-block"),
    Limit("input.label", 2_000, "sdk", _BLOCKS + "input-block"),
    Limit("input.hint", 2_000, "sdk", _BLOCKS + "input-block"),
    Limit("image.url", 3_000, "sdk", _BLOCKS + "image-block"),
    Limit("image.alt_text", 2_000, "sdk", _BLOCKS + "image-block"),
    Limit("image.title", 2_000, "sdk", _BLOCKS + "image-block"),
    Limit("button.text", 75, "sdk", _ELEMENTS + "button-element"),
    Limit("button.value", 2_000, "sdk", _ELEMENTS + "button-element"),
    Limit("button.url", 3_000, "sdk", _ELEMENTS + "button-element"),
    Limit("button.accessibility_label", 75, "sdk", _ELEMENTS + "button-element"),
    Limit("button.agent_prompt", 4_000, "sdk", _ELEMENTS + "button-element"),
    Limit("option.text", 75, "sdk", _OBJECTS + "option-object"),
    Limit("option.value", 150, "lib", _OBJECTS + "option-object"),
    Limit("option.description", 75, "sdk", _OBJECTS + "option-object"),
    Limit("option.url", 3_000, "doc", _OBJECTS + "option-object"),
    Limit("option_group.label", 75, "sdk", _OBJECTS + "option-group-object"),
    Limit("select.options", 100, "sdk", _ELEMENTS + "select-menu-element"),
    Limit("select.option_groups", 100, "sdk", _ELEMENTS + "select-menu-element"),
    Limit("placeholder", 150, "sdk", _ELEMENTS + "select-menu-element"),
    Limit("checkboxes.options", 10, "lib", _ELEMENTS + "checkboxes-element"),
    Limit("radio_buttons.options", 10, "lib", _ELEMENTS + "radio-button-group-element"),
    Limit("overflow.options", 5, "sdk", _ELEMENTS + "overflow-menu-element"),
    Limit("plain_text_input.length", 3_000, "lib", _ELEMENTS + "plain-text-input-element"),
    Limit("file_input.files", 10, "lib", _ELEMENTS + "file-input-element"),
    Limit("confirm.title", 100, "sdk", _OBJECTS + "confirmation-dialog-object"),
    Limit("confirm.text", 300, "sdk", _OBJECTS + "confirmation-dialog-object"),
    Limit("confirm.confirm", 30, "sdk", _OBJECTS + "confirmation-dialog-object"),
    Limit("confirm.deny", 30, "sdk", _OBJECTS + "confirmation-dialog-object"),
    Limit("rich_text_list.indent", 8, "lib", _BLOCKS + "rich-text-block"),
    Limit("rich_text_list.border", 1, "lib", _BLOCKS + "rich-text-block"),
    Limit("markdown.characters", 12_000, "sdk", _BLOCKS + "markdown-block"),
    Limit("table.rows", 100, "sdk", _BLOCKS + "table-block"),
    Limit("table.columns", 20, "sdk", _BLOCKS + "table-block"),
    Limit("table.per_message", 1, "doc", _BLOCKS + "table-block"),
    Limit("table.characters", 10_000, "seen", _BLOCKS + "table-block"),
    Limit("data_table.rows", 101, "doc", _BLOCKS + "data-table-block"),
    Limit("data_table.columns", 20, "doc", _BLOCKS + "data-table-block"),
    Limit("data_table.characters", 20_000, "doc", _BLOCKS + "data-table-block"),
    Limit("data_table.page", 100, "doc", _BLOCKS + "data-table-block"),
    Limit("plan.tasks", 50, "sdk", _BLOCKS + "plan-block"),
    Limit("card.title", 150, "sdk", _BLOCKS + "card-block"),
    Limit("card.subtitle", 150, "sdk", _BLOCKS + "card-block"),
    Limit("card.body", 200, "sdk", _BLOCKS + "card-block"),
    Limit("card.actions", 3, "sdk", _BLOCKS + "card-block"),
    Limit("carousel.cards", 10, "sdk", _BLOCKS + "carousel-block"),
    Limit("container.blocks", 10, "sdk", _BLOCKS + "container-block"),
    Limit("container.title", 150, "sdk", _BLOCKS + "container-block"),
    Limit("alert.text", 200, "lib", _BLOCKS + "alert-block"),
    Limit("context_actions.elements", 5, "sdk", _BLOCKS + "context-actions-block"),
    Limit("data_visualization.per_message", 2, "seen", "https://github.com/vercel/chat/pull/696", "2026-11-28"),
    Limit("data_visualization.title", 50, "doc", _BLOCKS + "data-visualization-block"),
    Limit("data_visualization.series", 6, "doc", _BLOCKS + "data-visualization-block"),
    Limit("data_visualization.points", 20, "lib", _BLOCKS + "data-visualization-block"),
    Limit("data_visualization.label", 20, "lib", _BLOCKS + "data-visualization-block"),
    Limit("data_visualization.axis", 50, "lib", _BLOCKS + "data-visualization-block", "2026-11-28"),
    Limit("trigger.seconds", 3, "doc", _DOCS + "interactivity/handling-user-interaction"),
    Limit("ack.seconds", 3, "doc", _DOCS + "interactivity/handling-user-interaction"),
    Limit("response_url.seconds", 1_800, "doc", _DOCS + "interactivity/handling-user-interaction"),
    Limit("response_url.uses", 5, "doc", _DOCS + "interactivity/handling-user-interaction"),
    Limit("history.page", 1_000, "doc", _METHODS + "conversations.history"),
    Limit("reactions.names", 23, "seen", _METHODS + "reactions.add"),
)

LIMITS = {limit.name: limit.value for limit in TABLE}
"""The numbers, by name."""

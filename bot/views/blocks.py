"""Block Kit as plain dicts, every one within Slack's limits by construction, and the full text twin of a message.

The limits stand here, each once. Whatever content a reply holds, `message` and `modal` give something Slack accepts.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.ids import Act, Modal, action_id, callback_id, value
from bot.views.explained import explained, explained_below
from bot.views.text import ELLIPSIS, at_a_word, cut, fitted, plain, size
from bot.views.twin import twin

Block = dict[str, Any]

SECTION = 3_000
CONTEXT = 1_000
HEADER = 150
BUTTON = 75
OPTION = 75
BUTTON_VALUE = 2_000
OPTION_VALUE = 150
CHECKBOXES = 10
MENU = 5
ACTIONS = 25
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 9_500
"""Over all blocks, as JSON: Slack refuses somewhere above 11,000, without saying where."""
VIEW_CHARACTERS = 200_000
TEXT = 4_000
TITLE = 24
CONFIRM_TEXT = 300
PRIVATE = 3_000
INPUT_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Message:
    """What Slack is told: the blocks, and in `text` the whole message again for those who listen to it."""

    text: str
    blocks: list[Block]
    simple: list[Block] = field(default_factory=list)
    """The same without tables and charts of Slack's own, for workspaces that refuse those; empty where it has none."""
    withdraws: bool = False
    """Whether the message that it edits is taken away: it stands anew further down."""


@dataclass(frozen=True, slots=True)
class Native:
    """Tables or charts of Slack's own (bot.views.data), and the plain blocks that say the same."""

    blocks: tuple[Block | None, ...]
    instead: tuple[Block | None, ...]


def mrkdwn(text: str) -> Block:
    """Text of ours with Slack's formatting; links only where we wrote them; a name that was cut ends its sentence."""
    return {"type": "mrkdwn", "text": text.replace(f"{ELLIPSIS}.", ELLIPSIS), "verbatim": True}


def plain_text(text: str, limit: int) -> Block:
    """Text that is shown as it stands; a dash where nothing visible was given, since Slack refuses empty text."""
    return {"type": "plain_text", "text": plain(text, limit) or "–", "emoji": False}


def section(*lines: str, accessory: Block | None = None, block: str = "") -> Block:
    """A paragraph of one or more lines, with at most one control beside it."""
    found: Block = {"type": "section", "text": mrkdwn(fitted("\n".join(line for line in lines if line), SECTION))}
    if accessory is not None:
        found["accessory"] = accessory
    return {**found, "block_id": block} if block else found


def bullets(title: str, items: Sequence[str], *, most: int = 8, more: str = "") -> Block | None:
    """A title and a list; what does not fit is counted in the last line, never dropped in silence."""
    if not items:
        return None
    shown: list[str] = []
    room = SECTION - size(title) - 100
    for item in items[:most]:
        line = f"• {fitted(item, 700)}"
        room -= size(line) + 1
        if room < 0:
            break
        shown.append(line)
    left = len(items) - len(shown)
    rest = [f"• {left} more{more}"] if left else []
    return section(title, *shown, *rest)


def context(*texts: str) -> Block:
    """Small gray lines."""
    return {"type": "context", "elements": [mrkdwn(fitted(text, CONTEXT)) for text in texts if text][:10]}


def header(text: str) -> Block:
    """A large plain line."""
    return {"type": "header", "text": plain_text(text, HEADER)}


def divider() -> Block:
    """A line across."""
    return {"type": "divider"}


def actions(*elements: Block | None, block: str = "") -> Block | None:
    """A row of controls; nothing where there is none."""
    buttons = [element for element in elements if element is not None]
    if not buttons:
        return None
    row: Block = {"type": "actions", "elements": buttons[:ACTIONS]}
    return {**row, "block_id": block} if block else row


def button(
    label: str, act: Act, *parts: str, tail: str = "", style: str = "", says: str = "", confirm: Block | None = None
) -> Block:
    """A button. `says` is what a screen reader says instead of the label, where several share a word.

    The label stands in it: whoever speaks to their computer says what they see (WCAG 2.5.3).
    """
    block: Block = {
        "type": "button",
        "text": plain_text(at_a_word(label, BUTTON), BUTTON),
        "action_id": action_id(act, tail)[:255],
        "value": cut(value(*parts), BUTTON_VALUE),
    }
    if style:
        block["style"] = style
    if says:
        block["accessibility_label"] = plain(says, BUTTON)
    if confirm is not None:
        block["confirm"] = confirm
    return block


def link_button(label: str, address: str, tail: str, says: str = "") -> Block:
    """A button that only opens an address."""
    found = button(label, Act.LINK, tail=tail, says=says)
    return {**found, "url": address[:3_000]}


def confirm(title: str, text: str, yes: str, no: str) -> Block:
    """Asks once more before something that cannot be taken back."""
    return {
        "title": plain_text(title, 100),
        "text": plain_text(text, CONFIRM_TEXT),
        "confirm": plain_text(yes, 30),
        "deny": plain_text(no, 30),
    }


def option(label: str, chosen: str, description: str = "") -> Block:
    """One option of a select or of checkboxes."""
    found: Block = {"text": plain_text(label, OPTION), "value": chosen[:OPTION_VALUE]}
    return {**found, "description": plain_text(description, OPTION)} if description else found


def select(placeholder: str, act: Act, options: Sequence[Block], chosen: str = "") -> Block:
    """A menu of which one option is taken at once."""
    block: Block = {
        "type": "static_select",
        "placeholder": plain_text(placeholder, 150),
        "action_id": action_id(act),
        "options": list(options[:100]),
    }
    initial = [one for one in block["options"] if one["value"] == chosen]
    return {**block, "initial_option": initial[0]} if initial else block


def menu(*choices: tuple[str, Act, tuple[str, ...]] | None) -> Block | None:
    """What stands behind the three dots: up to five controls with what each carries; nothing where there is none."""
    shown = [choice for choice in choices if choice is not None][:MENU]
    if not shown:
        return None
    options = [option(label, value(str(act), *parts)) for label, act, parts in shown]
    return {"type": "overflow", "action_id": action_id(Act.MENU), "options": options}


def checkboxes(act: Act, options: Sequence[Block], chosen: Iterable[str] = ()) -> Block:
    """Up to ten boxes."""
    block: Block = {"type": "checkboxes", "action_id": action_id(act), "options": list(options[:CHECKBOXES])}
    wanted = set(chosen)
    ticked = [one for one in block["options"] if one["value"] in wanted]
    return {**block, "initial_options": ticked} if ticked else block


def message(
    *blocks: Block | Native | None,
    most: int = MESSAGE_BLOCKS,
    characters: int = MESSAGE_CHARACTERS,
    below: bool = False,
) -> Message:
    """The blocks as a message within Slack's limits, with its text twin, and where need be without data blocks."""
    explain = explained_below if below else explained
    plain = explain(_flat(one.instead if isinstance(one, Native) else (one,) for one in blocks))
    simple = within(plain, most, characters)
    text = fitted(twin(simple), TEXT)
    has_data = any(isinstance(one, Native) for one in blocks)
    native = explain(_flat(one.blocks if isinstance(one, Native) else (one,) for one in blocks)) if has_data else []
    if not has_data or len(native) > most or _weight(native) > characters:
        return Message(text=text, blocks=simple)
    return Message(text=text, blocks=native, simple=simple)


def _flat(parts: Iterable[Iterable[Block | None]]) -> list[Block]:
    return [block for part in parts for block in part if block is not None]


def screen(*blocks: Block | Native | None) -> Message:
    """The blocks as the Home tab, which takes more than a message does."""
    return message(*blocks, most=VIEW_BLOCKS, characters=VIEW_CHARACTERS)


def modal(
    title: str,
    blocks: Iterable[Block | None],
    *,
    kind: Modal,
    submit: str = "",
    close: str = "Close",
    private: str = "",
) -> Block:
    """The blocks as a modal view within Slack's limits."""
    view: Block = {
        "type": "modal",
        "callback_id": callback_id(kind),
        "title": plain_text(title, TITLE),
        "close": plain_text(close, TITLE),
        "private_metadata": private[:PRIVATE],
        "blocks": within(explained(block for block in blocks if block is not None), VIEW_BLOCKS, VIEW_CHARACTERS),
    }
    return {**view, "submit": plain_text(submit, TITLE)} if submit else view


def within(blocks: list[Block], most: int, characters: int) -> list[Block]:
    """The blocks, with the longest texts cut and then the last texts before the controls left out, until all fits."""
    for longest in (1_500, 700, 300):
        if _weight(blocks) <= characters:
            break
        blocks = [_shortened(block, longest) for block in blocks]
    notice = context("There is more than Slack shows in one message.")
    kept, last = blocks[:-1], blocks[1:][-1:]
    while len(blocks) > most or _weight(blocks) > characters:
        kept = kept[: min(len(kept) - 1, most - 2)]
        blocks = [*kept, notice, *last]
        if len(blocks) <= 2:
            break
    return blocks


def _weight(blocks: list[Block]) -> int:
    return size(json.dumps(blocks, ensure_ascii=False))


def _shortened(block: Block, longest: int) -> Block:
    if block["type"] != "section" or "text" not in block:
        return block
    return {**block, "text": {**block["text"], "text": fitted(block["text"]["text"], longest)}}

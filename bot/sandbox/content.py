"""The content of a message that the app sends: read from arguments, and refused where Slack would refuse it."""

import json
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.blockkit import faults, identify, text_size
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import LIMITS
from bot.sandbox.records import Json
from bot.sandbox.workspace import Workspace

_DATA = frozenset({"data_table", "data_visualization"})


@dataclass
class Content:
    """What a message will show. None means that the argument was not given."""

    text: str | None = None
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    metadata: Json | None = None
    warnings: list[str] = field(default_factory=list)


def read_content(workspace: Workspace, args: Json, *, longest: int = LIMITS["message.text"]) -> Content:
    """Text, blocks, attachments and metadata out of a call's arguments."""
    content = Content(
        _text(args),
        _blocks(workspace, args),
        _list(args, "attachments", "invalid_attachments"),
        _metadata(args),
    )
    if not (content.text or content.blocks or content.attachments):
        raise SlackError("no_text")
    if len(content.attachments or []) > LIMITS["message.attachments"]:
        raise SlackError("too_many_attachments")
    if len(content.text or "") > longest:
        raise SlackError("msg_too_long")
    if not content.text:
        content.warnings.append("missing_text_in_message")
    return content


def as_json(value: Any, error: str) -> Any:
    """A value that may have come as JSON in a string."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise SlackError(error) from None


def invalid_blocks(found: list[str]) -> SlackError:
    """The answer to blocks with faults, with a pointer to each."""
    messages = [f"[ERROR] {fault}" for fault in found]
    return SlackError("invalid_blocks", errors=found, response_metadata={"messages": messages})


def _text(args: Json) -> str | None:
    text = args.get("text", args.get("markdown_text"))
    if text is not None and not isinstance(text, str):
        raise SlackError(
            "invalid_arguments", response_metadata={"messages": ["[ERROR] must provide a string [json-pointer:/text]"]}
        )
    return text


def _list(args: Json, name: str, error: str) -> list[Json] | None:
    value = as_json(args.get(name), error)
    if value is not None and not isinstance(value, list):
        raise SlackError(error)
    return value


def _blocks(workspace: Workspace, args: Json) -> list[Json] | None:
    blocks = _list(args, "blocks", "invalid_blocks_format")
    if not blocks:
        return blocks
    found = faults(blocks, "message") + missing_files(workspace, blocks) + _not_taken(workspace, blocks)
    if found:
        raise invalid_blocks(found)
    if text_size(blocks) > LIMITS["message.characters"]:
        raise SlackError("msg_blocks_too_long")
    named: list[Json] = identify(blocks)
    return named


def _not_taken(workspace: Workspace, blocks: list[Json]) -> list[str]:
    """Data blocks, where the workspace has none."""
    kinds = [block.get("type") for block in blocks if isinstance(block, dict)]
    return [
        f"unsupported type: {kind} [json-pointer:/blocks/{index}/type]"
        for index, kind in enumerate(kinds)
        if kind in _DATA and not workspace.takes_data_blocks
    ]


def missing_files(workspace: Workspace, blocks: list[Json]) -> list[str]:
    """Images that refer to a file which is not there, or is no image."""
    found = []
    for index, block in enumerate(blocks):
        for where, image in ((f"/blocks/{index}", block), (f"/blocks/{index}/accessory", block.get("accessory"))):
            reference = image.get("slack_file") if isinstance(image, dict) else None
            file = workspace.files.get(reference.get("id", "")) if isinstance(reference, dict) else None
            if reference and reference.get("id") and (file is None or not file.mimetype.startswith("image/")):
                found.append(f"invalid slack file [json-pointer:{where}/slack_file]")
    return found


def _metadata(args: Json) -> Json | None:
    metadata = as_json(args.get("metadata"), "invalid_metadata_format")
    if metadata is None:
        return None
    well_formed = isinstance(metadata, dict) and isinstance(metadata.get("event_type"), str)
    if not well_formed or not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    kept: Json = metadata
    return kept

#!/usr/bin/env bash
# One would guess: markdown-to-slack-blocks, which reads GitHub's Markdown and promises that "no text is dropped", shows a
# list of tasks with what is done and what is open, and keeps a line's end that Markdown asks for.
# What happens (markdown-to-slack-blocks 1.3.1): "- [x] measured" and "- [ ] asked legal" become two plain bullets; nothing
# tells the done from the open one, and blocks_to_markdown() gives "- measured", "- asked legal". A hard line break (two
# spaces or a backslash at the end) is dropped without a space in its place: "Right: 5" over "0 wrong" is "Right: 50 wrong"
# in a paragraph, in a list, in a quote and in prefer_section_blocks=False alike; a plain line's end stays.
# What to do: write the state of a task as a word, and lines that must stay apart as a list or paragraphs; or send Slack's
# own "markdown" block.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check markdown-to-slack-blocks==1.3.1
v/bin/python - <<'P'
from importlib.metadata import version

from markdown_to_slack_blocks import blocks_to_markdown, markdown_to_blocks

TASKS = "- [x] measured\n- [ ] asked legal"
LINES = {
    "two spaces": "Right: 5  \n0 wrong",
    "a backslash": "Right: 5\\\n0 wrong",
    "in a list": "- Right: 5  \n  0 wrong",
    "in a quotation": "> Right: 5  \n> 0 wrong",
}


def texts(part):
    """Every text in the blocks, as Slack shows them: one after the other."""
    if isinstance(part, list):
        return "".join(map(texts, part))
    if isinstance(part, dict):
        return part["text"] if isinstance(part.get("text"), str) else "".join(map(texts, part.values()))
    return ""


print("markdown-to-slack-blocks", version("markdown-to-slack-blocks"))
for options in ({}, {"prefer_section_blocks": False}):
    blocks = markdown_to_blocks(TASKS, options)
    items = [texts(item) for item in blocks[0]["elements"][0]["elements"]]
    print(options, items, repr(blocks_to_markdown(blocks)))
    assert items == ["measured", "asked legal"], "this has changed"
    assert blocks_to_markdown(blocks) == "- measured\n- asked legal", "this has changed"
    for name, markdown in LINES.items():
        said = texts(markdown_to_blocks(markdown, options))
        print(f"  {name}: {markdown!r} -> {said!r}")
        assert said == "Right: 50 wrong", "this has changed"
    assert texts(markdown_to_blocks("Right: 5\n0 wrong", options)) == "Right: 5\n0 wrong", "this has changed"
P

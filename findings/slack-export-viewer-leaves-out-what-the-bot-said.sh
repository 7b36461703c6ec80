#!/usr/bin/env bash
# One would guess: slack-export-viewer shows each message of a Slack export, a bot's too: "section" and "header" are the blocks
# that messages of apps are made of, and where blocks can't be shown there is `text`, which Slack asks apps to give for that. What
# somebody struck out is struck out.
# What happens (slack-export-viewer 3.5.0, --html-only): the text of a section and of a header is left out; only a section's
# fields are shown. A verdict posted as a header, a section and a context line is its context line, one that is a section alone is
# an empty message with a name and a time, and so are "markdown" and "table" blocks; `text` is not looked at once there are
# blocks. "We take RAG", struck out by the person who wrote it, is shown as if it stood, and 2 * 3 * 4 is 2 ** 3 ** 4, even in a
# piece of code. The page is whole otherwise and the exit code is 0; only the log has "Unknown block type". People's own messages,
# which are rich_text, come through.
# What to do: give a verdict's words in a rich_text block, too, where channels are archived; before a page is kept as a record,
# take `blocks` off the bot's messages in the export, so that `text` is shown; look at a page with a bot's message on it.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check slack-export-viewer==3.5.0
cat > archive.py <<'P'
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path


def rich(*pieces, kind="rich_text_section"):
    return {"type": "rich_text", "elements": [{"type": kind, "elements": list(pieces)}]}


def text(words, **style):
    return {"type": "text", "text": words, **({"style": style} if style else {})}


HEADER = {"type": "header", "text": {"type": "plain_text", "text": "Live tools"}}
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Prices change each hour."}}
CONTEXT = {"type": "context", "elements": [{"type": "mrkdwn", "text": "Asked by Ada"}]}
FIELDS = {"type": "section", "fields": [{"type": "mrkdwn", "text": "Cost: low"}]}
BOT = {"subtype": "bot_message", "bot_id": "B1", "username": "advisor"}
ADA = {"user": "U1"}
SEEN = [
    ("a plain message", ADA, None, "Live tools. Prices change each hour."),
    ("header, section, context", BOT, [HEADER, SECTION, CONTEXT], "Asked by Ada"),
    ("a section", BOT, [SECTION], ""),
    ("a section of fields", BOT, [FIELDS], "Cost: low"),
    ("a markdown block", BOT, [{"type": "markdown", "text": "**Live tools**"}], ""),
    ("a table", BOT, [{"type": "table", "rows": [[{"type": "raw_text", "text": "cost"}]]}], ""),
    ("typed", ADA, [rich(text("Live tools."))], "Live tools."),
    ("struck out", ADA, [rich(text("We take RAG", strike=True))], "We take RAG"),
    ("code", ADA, [rich(text("2 * 3 * 4"), kind="rich_text_preformatted")], "2 ** 3 ** 4"),
]


class Messages(HTMLParser):
    """What stands in each <div class="msg">, and the names of the tags in it."""

    def __init__(self):
        super().__init__()
        self.found, self.depth = [], 0

    def handle_starttag(self, tag, attributes):
        if self.depth:
            self.depth += tag == "div"
            self.found[-1][1].append(tag)
        elif tag == "div" and ("class", "msg") in attributes:
            self.depth = 1
            self.found.append(["", []])

    def handle_endtag(self, tag):
        self.depth -= bool(self.depth) and tag == "div"

    def handle_data(self, data):
        if self.depth:
            self.found[-1][0] += data


words = "Live tools. Prices change each hour."
messages = [
    {"type": "message", "text": words, "ts": f"{1793602800 + n}.000100", **whose, **({"blocks": blocks} if blocks else {})}
    for n, (_, whose, blocks, _) in enumerate(SEEN)
]
Path("export/general").mkdir(parents=True)
Path("export/general/2026-11-02.json").write_text(json.dumps(messages))
Path("export/users.json").write_text(json.dumps([{"id": "U1", "name": "ada", "profile": {"display_name": "ada"}}]))
channel = {"id": "C1", "name": "general", "members": ["U1"], "topic": {"value": ""}, "purpose": {"value": ""}}
Path("export/channels.json").write_text(json.dumps([channel]))

viewer = [f"{sys.prefix}/bin/slack-export-viewer", "-z", "export", "--html-only", "-o", "pages", "--no-browser"]
run = subprocess.run(viewer, capture_output=True, text=True)
print("slack-export-viewer", version("slack-export-viewer"), "ends with", run.returncode)
assert run.returncode == 0 and "Unknown block type" in run.stderr, "this has changed"
page = Messages()
page.feed(Path("pages/channel/general/index.html").read_text())
assert len(page.found) == len(SEEN), "this has changed"
for (name, _, _, seen), (shown, tags) in zip(SEEN, page.found):
    shown = re.sub(r"\s+", " ", shown).strip()
    print(f"{name:26} is shown as {shown!r}")
    assert shown == seen, "this has changed"
    assert not {"s", "del", "strike"} & set(tags), "this has changed"
P
v/bin/python archive.py

#!/usr/bin/env bash
# One would guess: slackify-markdown turns Markdown into Slack's mrkdwn that looks the same: a quotation of two lines stays
# one, and what a backslash keeps from being markup ("\*not bold\*") is not markup in Slack.
# What happens (slackify-markdown 0.2.4): "> " is put before the first line of each quoted paragraph only. In mrkdwn a
# quotation ends with its line, so the second line of what somebody said stands as the bot's own words. A backslash is
# dropped and the mark behind it is left bare: "\*not bold\*" becomes "*not bold*", which Slack shows bold, and "\_" and "\~"
# come to life likewise. "<", ">" and "&" are escaped in a text, but not inside of `code`.
# What to do: put "> " before every line of a quotation yourself, or use a rich_text block with rich_text_quote, where words
# are never markup; Slack's own "markdown" block reads Markdown without a converter.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check slackify-markdown==0.2.4 "markdown-it-py[linkify]==4.3.0"
v/bin/python - <<'P'
from importlib.metadata import version

from slackify_markdown import slackify_markdown

SEEN = {
    "Ana said:\n\n> We do not need RAG.\n> Prompting is enough.\n\nI agree.": "Ana said:\n\n> We do not need RAG.\nPrompting is enough.\n\nI agree.\n",
    r"\*not bold\* \_not italic\_ \~not struck\~": "*not bold* _not italic_ ~not struck~\n",
    "a < b, `a < b`": "a &lt; b, `a < b`\n",
}
print("slackify-markdown", version("slackify-markdown"))
for markdown, seen in SEEN.items():
    said = slackify_markdown(markdown)
    print(f"{markdown!r}\n  becomes {said!r}")
    assert said == seen, "this has changed"
P

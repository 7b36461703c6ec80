#!/usr/bin/env bash
# One would guess: a bot on the Chat SDK reads in message.text, "plain text content (all formatting stripped)", what somebody
# typed in Slack. Slack sends it as text and, in a rich_text block beside it, as what it shows; where the block holds one piece
# without a style, nothing was formatting.
# What happens (chat and @chat-adapter/slack 4.41.1, parseMessage of Slack's own events): the text is read as Markdown, which
# Slack does not speak, and then the marks are taken off. ">= 5000" becomes "= 5000" and ">5000" becomes "5000": Slack writes ">"
# as "&gt;", the adapter undoes that first, and a quotation has begun. "+ 20%" is "20%", "1) RAG" is "RAG", "# 2" is "2", and the
# whole answers "3." and "[1]: yes" are empty texts. "< 5", "-20%" and "3" come through, and so does a sign in the middle of a
# line. Only the first signs of a line go, so an answer loses what it was about and looks whole. Nothing is said.
# What to do: take the text out of message.raw.blocks, or message.raw.text with &lt; &gt; and &amp; undone; ask for numbers in a
# modal; try ">= 5000" and "3." in the tests of a bot that asks how many.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund chat@4.41.1 @chat-adapter/slack@4.41.1
for name in chat @chat-adapter/slack; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > hear.mjs <<'J'
import assert from "node:assert";
import { createSlackAdapter } from "@chat-adapter/slack";

const adapter = createSlackAdapter({ botToken: "xoxb-no-token", signingSecret: "no-secret", botUserId: "U0BOT" });

function event(typed) {
  const text = typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const section = { type: "rich_text_section", elements: [{ type: "text", text: typed }] };
  const whose = { type: "message", user: "U0ADA", team: "T0TEAM", channel: "C0TEAM", ts: "1793602800.000100" };
  return { ...whose, text, blocks: [{ type: "rich_text", elements: [section] }] };
}

const SEEN = {
  ">= 5000": "= 5000",
  ">5000": "5000",
  "+ 20%": "20%",
  "1) RAG": "RAG",
  "# 2": "2",
  "3.": "",
  "[1]: yes": "",
  "we have\n>= 5000": "we have\n\n= 5000",
  "< 5": "< 5",
  "-20%": "-20%",
  "3": "3",
  "we have >= 5000": "we have >= 5000",
};
for (const [typed, seen] of Object.entries(SEEN)) {
  const message = adapter.parseMessage(event(typed));
  const shown = message.raw.blocks[0].elements[0].elements[0].text;
  console.log(`typed and shown: ${JSON.stringify(shown).padEnd(20)} message.text: ${JSON.stringify(message.text)}`);
  assert.deepEqual([shown, message.text], [typed, seen], "this has changed");
}
J
node hear.mjs

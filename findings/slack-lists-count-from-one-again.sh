#!/usr/bin/env bash
# One would guess: what turns Markdown or HTML into Slack's form, ordered lists included, keeps the numbers: a list that begins
# with 3 does in Slack, too, and step 2 stays step 2 behind the block of code that belongs to step 1. CommonMark gives both
# lists the number they start with (<ol start="3">), and Slack's rich_text_list has "offset" for just that.
# What happens (@tryfabric/mack 1.2.1, markdown-to-slack-blocks 1.5.0, @clearfeed-ai/html-to-mrkdwn-ts 3.0.0; beside them
# @chat-adapter/slack 4.41.1 with chat 4.41.1, and slackify-markdown 5.0.0): the first three count every list from 1. An answer
# in two steps with a line of code between them has two steps 1, and "options 3 and 4" are options 1 and 2, so whoever writes
# "we take 3" in the thread takes what nobody sees. markdown-to-slack-blocks gives Slack no offset, and its own way back to
# Markdown has 1 and 2. The other two keep the numbers, in the same answer. Nothing is said, and a list in one piece is right.
# What to do: one of the latter two; or give options names or letters of their own ("Option 3: ..."), and keep code out of
# numbered lists; try a converter on a list that begins with 3.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tryfabric/mack@1.2.1 markdown-to-slack-blocks@1.5.0 @clearfeed-ai/html-to-mrkdwn-ts@3.0.0 \
    marked@15.0.12 chat@4.41.1 @chat-adapter/slack@4.41.1 slackify-markdown@5.0.0
for name in @tryfabric/mack markdown-to-slack-blocks @clearfeed-ai/html-to-mrkdwn-ts marked @chat-adapter/slack slackify-markdown; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > lists.mjs <<'J'
import assert from "node:assert";
import { SlackFormatConverter } from "@chat-adapter/slack";
import html from "@clearfeed-ai/html-to-mrkdwn-ts";
import { markdownToBlocks as mack } from "@tryfabric/mack";
import { blocksToMarkdown, markdownToBlocks } from "markdown-to-slack-blocks";
import { marked } from "marked";
import { slackifyMarkdown } from "slackify-markdown";

const STEPS = "1. Ask for the stock\n\n```\nGET /stock\n```\n\n2. Write it into the answer\n";
const OPTIONS = "3. Fine-tuning\n4. Hybrid\n";
const WHOLE = "1. Prompting\n2. Live tools\n";

// The numbers that stand before the points, in the order in which Slack would show them.
const numbers = (text) => [...text.matchAll(/^\s*(\d+)\.\s/gm)].map((found) => Number(found[1]));
const ofBlock = (block) => {
  if (block.type === "section") return numbers(block.text.text);
  return block.elements.filter((part) => part.style === "ordered").flatMap((list) => list.elements.map((_, each) => (list.offset ?? 0) + each + 1));
};
const TOOLS = {
  "CommonMark, as marked has it": (text) => [...marked.parse(text).matchAll(/<ol(?: start="(\d+)")?>(.*?)<\/ol>/gs)].flatMap(
    ([, start, inside]) => [...inside.matchAll(/<li>/g)].map((_, each) => Number(start ?? 1) + each),
  ),
  "@tryfabric/mack": async (text) => (await mack(text)).flatMap(ofBlock),
  "markdown-to-slack-blocks": (text) => markdownToBlocks(text).flatMap(ofBlock),
  "... and back to Markdown": (text) => numbers(blocksToMarkdown(markdownToBlocks(text))),
  "html-to-mrkdwn-ts, from marked": (text) => numbers((html.default ?? html)(marked.parse(text)).text),
  "@chat-adapter/slack": (text) => numbers(new SlackFormatConverter().renderPostable({ markdown: text })),
  "slackify-markdown": (text) => numbers(slackifyMarkdown(text)),
};
const KEEPS = [[1, 2], [3, 4], [1, 2]];
const LOSES = [[1, 1], [1, 2], [1, 2]];
const SEEN = [KEEPS, LOSES, LOSES, LOSES, LOSES, KEEPS, KEEPS];
for (const [each, [name, tool]] of Object.entries(TOOLS).entries()) {
  const found = await Promise.all([STEPS, OPTIONS, WHOLE].map(tool));
  console.log(`${name.padEnd(31)} two steps with code between: ${found[0]}; options 3 and 4: ${found[1]}; a whole list: ${found[2]}`);
  assert.deepEqual(found, SEEN[each], "this has changed");
}
J
node lists.mjs

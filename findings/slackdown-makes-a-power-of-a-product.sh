#!/usr/bin/env bash
# One would guess: slackToMarkdown of @bpinternal/slackdown ("converts Slack's not-quite-markdown markup language to CommonMark"), put
# before a model or an archive that reads Markdown, leaves alone what stands in `code`, since nothing is markup there, and a "_" or "*"
# in the middle of a word or number, which Slack shows as it is.
# What happens (@bpinternal/slackdown 0.1.0, which Botpress publishes for its own bots; beside it slack-message-parser 3.0.2 for what
# Slack has, and markdown-it 14.3.2 for what a reader of Markdown sees): such marks are rewritten wherever they stand, in code in one
# line as well. `2*3*4` is `2**3**4`, in Python 2 to the power of 81 in place of 24; `max_tokens_out` is `max*tokens*out`, a setting that
# nothing has; `1_000_000` is `1*000*000`, which is 0. Without code max_tokens_out and 1_000_000 lose their signs and get slanted
# letters, 2*3*4 is shown as 234, and a bare address https://e.org/a_b_c leads to another page. Code between ``` is kept, and so is what
# stands in <...>, so bold and links, which one would try, are right. Nothing is said.
# What to do: slack-message-parser, whose tree has code and text apart, and write the Markdown from that; or take `code` out before and
# put it back behind; keep a name with two "_" among the tests.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @bpinternal/slackdown@0.1.0 slack-message-parser@3.0.2 markdown-it@14.3.2
for name in @bpinternal/slackdown slack-message-parser markdown-it; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > show.mjs <<'J'
import assert from "node:assert/strict";
import { slackToMarkdown } from "@bpinternal/slackdown";
import MarkdownIt from "markdown-it";
import { NodeType, parse } from "slack-message-parser";

const SEEN = [
  // as Slack sends it, what Slack shows, the Markdown made of it, what a reader of that is shown
  ["`2*3*4`", "2*3*4", "`2**3**4`", "2**3**4"],
  ["`max_tokens_out`", "max_tokens_out", "`max*tokens*out`", "max*tokens*out"],
  ["`1_000_000`", "1_000_000", "`1*000*000`", "1*000*000"],
  ["2*3*4", "2*3*4", "2**3**4", "234"],
  ["max_tokens_out", "max_tokens_out", "max*tokens*out", "maxtokensout"],
  ["1_000_000", "1_000_000", "1*000*000", "1000000"],
  ["https://e.org/a_b_c", "https://e.org/a_b_c", "https://e.org/a*b*c", "https://e.org/abc"],
  ["```2*3*4```", "2*3*4", "```text\n2*3*4\n```", "2*3*4"],
  ["<https://e.org/a_b_c|a_b_c>", "a_b_c", "[a_b_c](https://e.org/a_b_c)", "a_b_c"],
  ["*take* _this_", "take this", "**take** *this*", "take this"],
];
const shownBySlack = (node) => node.text ?? (node.label ?? node.children).map(shownBySlack).join("");
const shownByMarkdown = (text) => new MarkdownIt().render(text).replace(/<[^>]*>/g, "").trim();
for (const [slack, right, seen, shown] of SEEN) {
  const markdown = slackToMarkdown(slack);
  console.log(`${slack}: Slack shows ${right}; as Markdown ${JSON.stringify(markdown)}, which shows ${shownByMarkdown(markdown)}`);
  assert.deepEqual([shownBySlack(parse(slack)), markdown, shownByMarkdown(markdown)], [right, seen, shown], "this has changed");
}
assert.equal(parse("`2*3*4`").children[0].type, NodeType.Code);
assert.deepEqual([2 * 3 * 4, 2 ** 3 ** 4, 1_000_000, 1 * 0o000 * 0o000], [24, 2 ** 81, 1000000, 0]);
J
node show.mjs

#!/usr/bin/env bash
# One would guess: a converter from Markdown to Slack's blocks that names "all inline elements" and lists as supported shows
# each word of the text, and a sign behind a backslash as that sign: "2\*3" is how one writes 2*3 and nothing is bold.
# What happens (@tryfabric/mack 1.2.1; beside it slackify-markdown 5.0.0): the backslash AND the sign go. "10\_000 requests" is
# posted as "10000 requests", "score \> 0.8" as "score  0.8", "-\-dry-run" with one dash, and a path has lost its "\". Texts
# that a careful bot escaped, or that a model wrote for Markdown, are changed where it matters most, in numbers and
# comparisons; "score > 0.8" without a backslash comes out whole. Of a list only the first paragraph of each item of the
# first level is left: items below it, a second paragraph, the code of a step are gone, and what is left looks complete.
# Two lines with a hard break between them are one word (the other library leaves a backslash there). Nothing is said.
# What to do: slackify-markdown, or Slack's own markdown block; if it must be mack, compare the letters and digits of what goes
# in with what comes out.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @tryfabric/mack@1.2.1 slackify-markdown@5.0.0
for name in @tryfabric/mack slackify-markdown; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > convert.mjs <<'J'
import assert from "node:assert";
import mack from "@tryfabric/mack";
import { slackifyMarkdown } from "slackify-markdown";

const SEEN = [
  ["5 \\* 3 = 15", "5  3 = 15", "5 * 3 = 15"],
  ["10\\_000 requests", "10000 requests", "10_000 requests"],
  ["score \\> 0.8", "score  0.8", "score &gt; 0.8"],
  ["a run with -\\-dry-run", "a run with -dry-run", "a run with --dry-run"],
  ["C:\\\\golden", "C:golden", "C:\\golden"],
  ["score > 0.8", "score &gt; 0.8", "score &gt; 0.8"],
  ["- refund\n  - not for gifts\n- contract", "• refund\n• contract", "•   refund\n    •   not for gifts\n•   contract"],
  ["1. ask\n\n   twice, if unsure\n2. answer", "1. ask\n2. answer", "1.  ask\n\n    twice, if unsure\n2.  answer"],
  ["- run\n\n  ```\n  make golden\n  ```\n- read", "• run\n• read", "•   run\n\n    ```\n    make golden\n    ```\n•   read"],
  ["verdict: RAG  \nreview: June", "verdict: RAGreview: June", "verdict: RAG\\\nreview: June"],
];
for (const [text, seen, other] of SEEN) {
  const blocks = await mack.markdownToBlocks(text);
  const found = blocks.map((block) => block.text.text).join("\n");
  const slackify = slackifyMarkdown(text).trim();
  console.log([text, `mack: ${found}`, `slackify-markdown: ${slackify}`].map((line) => JSON.stringify(line)).join("\n  "));
  assert.deepEqual([found, slackify], [seen, other], "this has changed");
}
J
node convert.mjs

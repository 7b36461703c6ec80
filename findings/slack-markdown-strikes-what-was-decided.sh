#!/usr/bin/env bash
# One would guess: a library that shows Slack's messages as HTML, for an archive of decisions or a page of reviews, strikes out
# and quotes what is struck out and quoted in Slack, and nothing more; a one-letter option or a number of one digit is no case of
# its own; Slack's text has "&gt;" for ">", as its API gives it.
# What happens (slack-markdown 0.3.0, slack-hawk-down 0.3.5; beside them @clearfeed-ai/slack-to-html 1.2.7): in slack-markdown a
# piece of one letter runs on to the next such mark. "~A~ is too dear, we take B, ~C~ is too late" strikes out all up to C, B
# with it, and of "~3~ 5 sources and ~2~ 4 reviewers" the 5 is struck out, too; "~10~ 20 sources and ~30~ 40 reviewers" is right.
# *5* and _n_ go likewise. "&gt; We take RAG" is no quotation to it, and people see "&gt;". slack-hawk-down begins a quotation at
# each ">", so "6000 > 5000, so we take RAG" ends in one; an answer of one word below a quotation, "No", becomes its second line;
# and "~5 seconds at ~2 dollars" has its seconds struck out. The words are all there, and nothing is said.
# What to do: @clearfeed-ai/slack-to-html's escapeForSlackWithMarkdown, or the rich_text block that Slack sends beside the text,
# where each style is written out; look at one message with two marks of one letter before an archive is kept.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund slack-markdown@0.3.0 slack-hawk-down@0.3.5 @clearfeed-ai/slack-to-html@1.2.7
cat > show.cjs <<'J'
const assert = require("node:assert");
const { readFileSync } = require("node:fs");
const other = require("@clearfeed-ai/slack-to-html");
const hawk = require("slack-hawk-down");
const { toHTML } = require("slack-markdown");

for (const name of ["slack-markdown", "slack-hawk-down", "@clearfeed-ai/slack-to-html"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const SHOWN = [toHTML, hawk.escapeForSlackWithMarkdown, other.escapeForSlackWithMarkdown];
const MARKS = {
  strike: /<del>(.*?)<\/del>|<(s|span) class="slack_strikethrough">(.*?)<\/\2>/gs,
  quote: /<blockquote[^>]*>(.*?)<\/blockquote>|<(span) class="slack_block">(.*?)<\/\2>/gs,
};
const marked = (html, mark) => [...html.matchAll(MARKS[mark])].map((found) => (found[1] ?? found[3]).trim());

const LETTERS = "~A~ is too dear, we take B, ~C~ is too late";
const DIGITS = "We need ~3~ 5 sources and ~2~ 4 reviewers";
const TWO_DIGITS = "We need ~10~ 20 sources and ~30~ 40 reviewers";
const ABOUT = "It takes ~5 seconds at ~2 dollars";
const ANSWERED = "&gt; Do we take RAG?\nNo";
const MORE = "We have 6000 &gt; 5000, so we take RAG";
const SEEN = [
  [LETTERS, "strike", ["A~ is too dear, we take B, ~C"], ["A", "C"], ["A", "C"]],
  [DIGITS, "strike", ["3~ 5 sources and ~2"], ["3", "2"], ["3", "2"]],
  [TWO_DIGITS, "strike", ["10", "30"], ["10", "30"], ["10", "30"]],
  [ABOUT, "strike", [], ["5 seconds at"], []],
  [ANSWERED, "quote", [], ["Do we take RAG?\nNo"], ["Do we take RAG?"]],
  [MORE, "quote", [], ["5000, so we take RAG"], []],
];
for (const [text, mark, ...seen] of SEEN) {
  const found = SHOWN.map((show) => marked(show(text), mark));
  console.log(`${JSON.stringify(text)}: ${mark} of ${found.map((pieces) => JSON.stringify(pieces)).join(" / ")}`);
  assert.deepEqual(found, seen, "this has changed");
}
console.log(`${JSON.stringify(ANSWERED)}: ${toHTML(ANSWERED)}`);
assert.equal(toHTML(ANSWERED), "&amp;gt; Do we take RAG?<br>No", "this has changed");
assert.equal(toHTML("*5* of *6*, _n_ and _k_"), "<strong>5* of *6</strong>, <em>n_ and _k</em>", "this has changed");
J
node show.cjs

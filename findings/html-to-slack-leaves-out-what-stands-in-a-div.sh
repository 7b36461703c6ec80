#!/usr/bin/env bash
# One would guess: what converts HTML for Slack (an answer of a help desk, a page of a wiki, a report) keeps the words; a tag
# that Slack has nothing for is left out, and its text stays, apart from the text beside it, as a browser shows it.
# What happens (html-to-slack 0.3.7, slackify-html 1.0.1; beside them @clearfeed-ai/html-to-mrkdwn-ts 3.0.0): html-to-slack
# drops each tag that it doesn't know WITH ITS TEXT. A text right in a <div> is gone, so what an editor writes, a <div> a line,
# is [], no block at all, and so is all in a <section> or <article>; a table between two paragraphs is gone, "Costs:" is
# followed by "So we take tools."; "$5 for 10<sup>6</sup> tokens" is "$5 for 10 tokens", a heading "Take <b>RAG</b>" is "Take".
# slackify-html keeps the text and loses what stands between: the cells 12 and 500 are "12500", two paragraphs "asked 10" and "5
# wrong" are "asked 105 wrong", list items likewise; 10<sup>6</sup> is 106. The third keeps words, cells and lines, and of the
# power it makes 106 as well. Nothing is said, neither by an error nor by a sign in the text.
# What to do: @clearfeed-ai/html-to-mrkdwn-ts, with ^ written in before each <sup>; compare the letters and digits of what goes
# in with what comes out, and refuse to post an empty list of blocks.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund html-to-slack@0.3.7 slackify-html@1.0.1 @clearfeed-ai/html-to-mrkdwn-ts@3.0.0
cat > convert.cjs <<'J'
const assert = require("node:assert");
const htmlToSlack = require("html-to-slack").default;
const slackifyHtml = require("slackify-html");
const mrkdwn = require("@clearfeed-ai/html-to-mrkdwn-ts").default;

for (const name of ["html-to-slack", "slackify-html", "@clearfeed-ai/html-to-mrkdwn-ts"]) {
  console.log(name, JSON.parse(require("node:fs").readFileSync(`node_modules/${name}/package.json`)).version);
}
function words(block) {
  if (typeof block.text === "string") return block.text;
  return [].concat(block.text ?? [], block.elements ?? []).map(words).join(block.type === "rich_text_list" ? "\n" : "");
}
const shown = (html) => htmlToSlack(html).map(words).join("").trim();

const TABLE = "<table><tr><td>RAG</td><td>12</td><td>500</td></tr><tr><td>tools</td><td>9</td><td>80</td></tr></table>";
const SEEN = [
  ["<p>Asked <b>legal</b>: 5 open</p>", "Asked legal: 5 open", "Asked *legal*: 5 open", "Asked *legal*: 5 open"],
  ["<p>asked 10</p><p>5 wrong</p>", "asked 10\n5 wrong", "asked 105 wrong", "asked 10\n5 wrong"],
  ["<ul><li>right: 5</li><li>0 open</li></ul>", "right: 5\n0 open", "right: 50 open", "• right: 5\n• 0 open"],
  ["<div><p>We take RAG.</p></div>", "We take RAG.", "We take RAG.", "We take RAG."],
  ["<div>We take RAG.</div><div>Review in May.</div>", "", "We take RAG.Review in May.", "We take RAG.\nReview in May."],
  ["<section><h2>Verdict</h2><p>RAG</p></section>", "", "VerdictRAG", "*Verdict*\n\nRAG"],
  ["<h2>Take <b>RAG</b></h2>", "Take", "Take *RAG*", "*Take RAG*"],
  [`<p>Costs:</p>${TABLE}<p>So we take tools.</p>`, "Costs:\nSo we take tools.", "Costs:RAG12500tools980So we take tools.",
    "Costs:\n\n| RAG   | 12 | 500 |\n| ----- | -- | --- |\n| tools | 9  | 80  |\n\nSo we take tools."],
  ["<p>$5 for 10<sup>6</sup> tokens</p>", "$5 for 10 tokens", "$5 for 106 tokens", "$5 for 106 tokens"],
];
for (const [html, ...seen] of SEEN) {
  const found = [shown(html), slackifyHtml(html), mrkdwn(html).text];
  console.log(html);
  ["html-to-slack", "slackify-html", "html-to-mrkdwn-ts"].forEach((name, place) => console.log(`  ${name} ${JSON.stringify(found[place])}`));
  assert.deepEqual(found, seen, "this has changed");
}
assert.deepEqual(htmlToSlack("<div>We take RAG.</div>"), [], "this has changed");
J
node convert.cjs

#!/usr/bin/env bash
# One would guess: llm-chunk ("super simple and easy-to-use text splitter") keeps two paragraphs apart, by a line end or a space at
# least, and maxLength is "number of maximum characters into chunk", give or take the word at its end.
# What happens (llm-chunk 0.0.1; beside it @langchain/textsplitters 1.0.2): by paragraphs, as it comes, each second paragraph is
# pasted onto the one before it without anything between them, so the first word of the one and the last of the other are one word.
# "The fee is 25", and in the next paragraph "30 days later it doubles", is "The fee is 2530 days later it doubles"; a heading
# "Refunds" over "Orders" is "RefundsOrders", which no search by words finds. It is right for every other border, and with
# splitter: "sentence". maxLength holds for one cut a paragraph: what is left goes to the next, and the last chunk has all the rest. Of
# a text of 20,000 characters in one paragraph (a transcript) with maxLength 1,000 the third chunk has 17,992; a model that
# embeds the first 512 tokens never sees most of it. No word is lost, and nothing is said.
# What to do: splitter: "sentence" and a look at the longest chunk, or @langchain/textsplitters; a test that each word of the
# document is a word of some chunk, and that no chunk is longer than what the model embeds.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund llm-chunk@0.0.1 @langchain/textsplitters@1.0.2 @langchain/core@1.4.0
cat > chunks.mjs <<'J'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import llmChunk from "llm-chunk";

for (const name of ["llm-chunk", "@langchain/textsplitters"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const words = (text) => text.split(/\s+/).filter(Boolean);
const other = (text, chunkSize) => new RecursiveCharacterTextSplitter({ chunkSize, chunkOverlap: 0 }).splitText(text);
const lostWords = (text, chunks) => {
  const there = new Set(chunks.flatMap(words));
  return words(text).filter((word) => !there.has(word));
};

const FEES = "The fee is 25\n\n30 days later it doubles.\n\nRefunds\n\nOrders are paid back in five days.";
const byParagraph = llmChunk.chunk(FEES);
console.log("by paragraph:", byParagraph, "lost words:", lostWords(FEES, byParagraph));
assert.deepEqual(byParagraph, ["The fee is 2530 days later it doubles.", "RefundsOrders are paid back in five days."], "this has changed");
assert.deepEqual(lostWords(FEES, byParagraph), ["25", "30", "Refunds", "Orders"], "this has changed");
for (const [name, chunks] of [["by sentence", llmChunk.chunk(FEES, { splitter: "sentence" })], ["langchain", await other(FEES, 40)]]) {
  console.log(`${name}:`, chunks);
  assert.deepEqual(lostWords(FEES, chunks), [], `${name} has changed`);
}

const TALK = Array.from({ length: 2500 }, (_, n) => `w${String(n).padStart(6, "0")}`).join(" "); // 7 letters and a space each
const lengths = llmChunk.chunk(TALK, { maxLength: 1000 }).map((chunk) => chunk.length);
const right = (await other(TALK, 1000)).map((chunk) => chunk.length);
console.log(`${TALK.length} characters, at most 1000 a chunk: llm-chunk ${lengths}; langchain ${right.length} chunks of up to ${Math.max(...right)}`);
assert.deepEqual(lengths, [1007, 1000, 17992], "this has changed");
assert.ok(Math.max(...right) <= 1000, "langchain has changed");
J
node chunks.mjs

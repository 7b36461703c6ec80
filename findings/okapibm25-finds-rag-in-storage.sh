#!/usr/bin/env bash
# One would guess: okapibm25 ("a strongly typed, well-tested implementation of the Okapi BM25 algorithm"), which takes documents
# and a list of query terms, counts how often a document has the TERM, as a bag of words does; and b: 0, the value that switches
# the length of documents off, does that.
# What happens (okapibm25 1.4.1; beside it minisearch 7.2.0 and BM25 by hand, both on whole words): a term is a regular
# expression looked for in the whole text, and a document has it if its letters stand anywhere. For "rag" a page on storage,
# fragments and paragraphs, without that word, is first, with nearly twice the score of the page on rag; for "ton" a page on
# buttons ties with the one on a ton; "v1.5" puts v105 above v1.5. Such hits go into the weight of the term as well, so a rare
# term becomes a common one (there a dot is a dot). b: 0 is taken for "not given", so 0.75 comes back, and a comparison of b's
# has two equal rows. Terms that stand in no other word are right. Nothing is said.
# What to do: minisearch, wink-bm25-text-search or another index that cuts texts into words; for b: 0 write 1e-9; try a search
# for a short word that is part of others.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund okapibm25@1.4.1 minisearch@7.2.0
for name in okapibm25 minisearch; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > rank.mjs <<'J'
import assert from "node:assert";
import MiniSearch from "minisearch";
import okapi from "okapibm25";

const BM25 = okapi.default;
const words = (text) => text.toLowerCase().split(/[^\w.]+/).filter(Boolean);

function byHand(documents, term, b) {
  const bags = documents.map(words);
  const mean = bags.reduce((sum, bag) => sum + bag.length, 0) / bags.length;
  const having = bags.filter((bag) => bag.includes(term)).length;
  const weight = Math.log((bags.length - having + 0.5) / (having + 0.5) + 1);
  return bags.map((bag) => {
    const often = bag.filter((each) => each === term).length;
    return (weight * often * 2.2) / (often + 1.2 * (1 - b + (b * bag.length) / mean));
  });
}

function found(documents, term) {
  const search = new MiniSearch({ fields: ["text"], tokenize: words });
  search.addAll(documents.map((text, id) => ({ id, text })));
  return search.search(term).map((hit) => hit.id);
}

const round = (numbers) => numbers.map((number) => Math.round(number * 100) / 100);
const PAGES = [
  "with rag the bot answers from our own pages",
  "storage: fragments of paragraphs are dragged to cold storage",
  "fine tuning changes the model",
  "a tool asks the live system",
];
const WEIGHTS = ["one ton of paper", "two red buttons here", "no bill today then"];
const VERSIONS = ["prompt v105 is retired", "prompt v1.5 is live", "prompt v2 is planned"];
const SEEN = [
  [PAGES, "rag", [0.63, 1.19, 0, 0], [1.1, 0, 0, 0], [0]],
  [WEIGHTS, "ton", [0.47, 0.47, 0], [0.98, 0, 0], [0]],
  [VERSIONS, "v1.5", [1.01, 0.92, 0], [0, 0.98, 0], [1]],
  [PAGES, "system", [0, 0, 0, 1.3], [0, 0, 0, 1.3], [3]],
];
for (const [documents, term, ...seen] of SEEN) {
  const scores = [round(BM25(documents, [term])), round(byHand(documents, term, 0.75)), found(documents, term)];
  console.log(`"${term}": okapibm25 ${scores[0].join(" ")}; by hand ${scores[1].join(" ")}; minisearch finds page ${scores[2]}`);
  assert.deepEqual(scores, seen, "this has changed");
}
const LENGTHS = ["cats sleep", "a long page that comes to cats after many other things, and goes on after them", "dogs"];
for (const [b, seen, right] of [[0.75, [0.65, 0.29, 0], [0.65, 0.29, 0]], [0, [0.65, 0.29, 0], [0.47, 0.47, 0]], [1e-9, [0.47, 0.47, 0], [0.47, 0.47, 0]]]) {
  const scores = [round(BM25(LENGTHS, ["cats"], { b })), round(byHand(LENGTHS, "cats", b))];
  console.log(`b: ${b}: okapibm25 ${scores[0].join(" ")}; by hand ${scores[1].join(" ")}`);
  assert.deepEqual(scores, [seen, right], "this has changed");
}
J
node rank.mjs

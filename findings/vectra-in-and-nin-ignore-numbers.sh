#!/usr/bin/env bash
# One would guess: vectra, a vector index in files with "Pinecone-compatible" filters, finds with {year: {$in: [2024, 2025]}}
# the articles of these years and with $nin those of all others; "In array (string or number)" says its type; and
# {team: {$nin: [...]}} leaves out the teams named, and no others.
# What happens (vectra 0.15.0, LocalIndex; beside it sift 17.1.4, which reads the same filters): $in with numbers finds
# nothing, and $nin with numbers leaves out nothing, so an index asked for all but two outdated years still answers from
# them; {year: 2024} and $ne are right. $nin with words leaves out every team whose name is a PART of a name in the list:
# with "business" go "us", "b" and the team with an empty name. Nothing is said.
# What to do: write {$or: [{year: 2024}, {year: 2025}]} for $in and {$and: [{year: {$ne: 2024}}, ...]} for $nin; try each
# filter on an article that it should not find.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund vectra@0.15.0 sift@17.1.4 node@22.20.0
for name in vectra sift; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > filters.mjs <<'J'
import assert from "node:assert";
import sift from "sift";
import { LocalIndex } from "vectra";

const ARTICLES = [
  { team: "us", year: 2024 },
  { team: "business", year: 2025 },
  { team: "b", year: 2026 },
  { team: "", year: 2026 },
  { team: "status", year: 2026 },
];
const index = new LocalIndex("articles");
await index.createIndex({ version: 1, metadata_config: { indexed: ["team", "year"] } });
for (const [place, article] of ARTICLES.entries()) {
  await index.insertItem({ id: article.team || "(none)", vector: [1, place / 10], metadata: article });
}

const ALL = "(none) b business status us";
const SEEN = [
  [{ year: 2024 }, "us", "us"],
  [{ year: { $ne: 2024 } }, "(none) b business status", "(none) b business status"],
  [{ year: { $in: [2024, 2025] } }, "", "business us"],
  [{ year: { $nin: [2024, 2025] } }, ALL, "(none) b status"],
  [{ team: { $in: ["business", "it"] } }, "business", "business"],
  [{ team: { $nin: ["business"] } }, "status", "(none) b status us"],
  [{ $or: [{ year: 2024 }, { year: 2025 }] }, "business us", "business us"],
  [{ $and: [{ year: { $ne: 2024 } }, { year: { $ne: 2025 } }] }, "(none) b status", "(none) b status"],
];
for (const [filter, seen, right] of SEEN) {
  const found = (await index.queryItems([1, 0], "", 9, filter)).map((each) => each.item.id).sort().join(" ");
  const wanted = ARTICLES.filter(sift(filter)).map((each) => each.team || "(none)").sort().join(" ");
  console.log(`${JSON.stringify(filter)}\n  vectra ${found || "nothing"}\n  sift   ${wanted}`);
  assert.deepEqual([found, wanted], [seen, right], "this has changed");
}
J
npx --no-install node filters.mjs

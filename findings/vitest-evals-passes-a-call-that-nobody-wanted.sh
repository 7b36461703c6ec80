#!/usr/bin/env bash
# One would guess: ToolCallJudge of vitest-evals (Sentry's), told that no tool is expected and that extra calls are not allowed, fails a
# bot that refunds all the same, as it does where one tool is expected; its fuzzy way, for arguments that may differ a little, does not
# take an empty text for an order's number, nor one order for another; a bot that gives what is wanted, to the letter, has 1.
# What happens (vitest-evals 0.16.1, the judges of vitest-evals/judges by themselves): an empty list of expected tools has 1 before anything
# is looked at ("No tool calls expected" is its reason), so a task whose point is that the bot must NOT act can't fail. The example in
# the judge's own docstring has allowExtra: false, an option that doesn't exist, and JavaScript lets it through: it is
# allowExtras. With params: "fuzzy" a text matches any text that it is a part of, and "" is a part of all, so the order's number left
# empty is right, and "4" is right for "48213"; numbers have a thousandth of themselves, at least 0.001, so order 48190 is order 48213
# and a price of $0.0009 a token is $0.0000025. With ordered: true and extras allowed, a search that was tried first with other words fails
# the run with 0. StructuredOutputJudge has 0 for {"error": "no such order"} where just that is wanted. Each is a plain score.
# What to do: expect(toolCalls(result)).toEqual([]) where nothing may be called; params: "strict", or fuzzyOptions: { substring: false,
# numericTolerance: 0 }; errorField: null; give each judge one run that must fail.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps vitest-evals@0.16.1
echo "vitest-evals $(node -p "JSON.parse(require('fs').readFileSync('node_modules/vitest-evals/package.json')).version")"
cat > judges.mjs <<'J'
import assert from "node:assert";
import { StructuredOutputJudge, ToolCallJudge } from "vitest-evals/judges";

const call = (name, args) => ({ name, arguments: args });
const refund = (order) => call("refund", { order });
const search = (words) => call("search", { words });
const NONE_EXTRA = { allowExtras: false };
const FUZZY = { params: "fuzzy" };
const SEEN = [
  ["nothing expected, nothing called", NONE_EXTRA, [], [], 1],
  ["nothing expected, a refund", NONE_EXTRA, [], [refund("48213")], 1],
  ["a search expected, a refund besides", NONE_EXTRA, [search("x")], [search("x"), refund("48213")], 0],
  ["the same with allowExtra, as in the docstring", { ordered: true, allowExtra: false }, [search("x")], [search("x"), refund("48213")], 1],
  ["another order, strict", {}, [refund("48213")], [refund("")], 0],
  ["an empty order, fuzzy", FUZZY, [refund("48213")], [refund("")], 1],
  ["order 4, fuzzy", FUZZY, [refund("48213")], [refund("4")], 1],
  ["order 48190 as a number, fuzzy", FUZZY, [refund(48213)], [refund(48190)], 1],
  ["a price of 0.0009, fuzzy", FUZZY, [call("bill", { price: 0.0000025 })], [call("bill", { price: 0.0009 })], 1],
  ["an empty order, fuzzy without substring", { params: "fuzzy", fuzzyOptions: { substring: false } }, [refund("48213")], [refund("")], 0],
  ["a first try, then what is wanted, in order", { ordered: true }, [search("fees")], [search("costs"), search("fees")], 0],
  ["the same without an order", {}, [search("fees")], [search("costs"), search("fees")], 1],
];
for (const [words, config, expectedTools, toolCalls, seen] of SEEN) {
  const { score, metadata } = await ToolCallJudge(config).assess({ input: "q", output: "a", expectedTools, toolCalls });
  console.log(`${words}: ${score} (${metadata.rationale})`);
  assert.equal(score, seen, "this has changed");
}
const wanted = { error: "no such order" };
for (const [config, seen] of [[{}, 0], [{ errorField: null }, 1]]) {
  const { score, metadata } = await StructuredOutputJudge(config).assess({ input: "q", output: wanted, expected: wanted });
  console.log(`${JSON.stringify(wanted)} wanted and given, ${JSON.stringify(config)}: ${score} (${metadata.rationale})`);
  assert.equal(score, seen, "this has changed");
}
J
node judges.mjs
grep -q "allowExtra: false" node_modules/vitest-evals/dist/judges/toolCallJudge.d.ts || { echo "this has changed"; exit 1; }

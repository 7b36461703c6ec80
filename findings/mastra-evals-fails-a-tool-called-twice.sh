#!/usr/bin/env bash
# One would guess: a scorer of Mastra that wants the tools search, refund, search gives 1 to a run that called them in this order,
# and its lenient mode, which allows calls in between, never fails what the strict one passes; a check by a pattern gives one
# answer one score, however often it is asked.
# What happens (@mastra/evals 1.10.2): createToolCallAccuracyScorerCode looks up where each wanted tool was called FIRST, so one
# that is wanted twice stands behind itself: lenient is 0 for the very run that was wanted, and strictMode is 1. checks.toolOrder gives 1
# to the same run. checks.matches(/refund/g) is 1, 0, 1, 0 for one answer asked four times, since the "g" remembers where it
# stopped, so every second right answer fails; with exact: true /yes|no/ takes "yes, but not yet" for yes. compareTrajectories has
# 0 for the wanted arguments in another order, and analyzeToolFailures 1 for a tool that failed at each of its three calls.
# Each of these is a plain score without a word.
# What to do: checks.toolOrder for an order; a pattern without "g", in (?:...) where it has a "|"; put arguments into one order
# first; count failed calls by checks.noToolErrors; run each scorer on the wanted run itself, which must have 1.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @mastra/evals@1.10.2 @mastra/core@1.71.0
cat > score.mjs <<'J'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { checks, createToolCallAccuracyScorerCode } from "@mastra/evals/scorers/prebuilt";
import * as utils from "@mastra/evals/scorers/utils";

for (const name of ["evals", "core"]) {
  console.log(`@mastra/${name}`, JSON.parse(readFileSync(`node_modules/@mastra/${name}/package.json`)).version);
}
const called = (tools, content = "done") =>
  utils.createAgentTestRun({
    inputMessages: [utils.createTestMessage({ id: "asked", role: "user", content: "Where is my money?" })],
    output: [
      utils.createTestMessage({
        id: "said",
        role: "assistant",
        content,
        toolInvocations: tools.map((toolName, at) =>
          utils.createToolInvocation({ toolCallId: `call ${at}`, toolName, args: {}, result: {}, state: "result" }),
        ),
      }),
    ],
  });

const ORDERS = [
  [["search", "refund"], ["search", "refund"], [1, 1, 1]],
  [["search", "refund"], ["search", "look", "refund"], [1, 0, 1]],
  [["search", "refund", "search"], ["search", "refund", "search"], [0, 1, 1]],
  [["search", "search"], ["search", "search"], [0, 1, 1]],
];
for (const [wanted, made, seen] of ORDERS) {
  const scorers = [
    createToolCallAccuracyScorerCode({ expectedToolOrder: wanted }),
    createToolCallAccuracyScorerCode({ expectedToolOrder: wanted, strictMode: true }),
    checks.toolOrder(wanted),
  ];
  const scores = [];
  for (const scorer of scorers) scores.push((await scorer.run(called(made))).score);
  console.log(`wanted ${wanted}, made ${made}: lenient ${scores[0]}, strict ${scores[1]}, checks.toolOrder ${scores[2]}`);
  assert.deepEqual(scores, seen, "this has changed");
}

const PATTERNS = [
  ["/refund/g", checks.matches(/refund/g), "a refund", [1, 0, 1, 0]],
  ["/refund/", checks.matches(/refund/), "a refund", [1, 1, 1, 1]],
  ["/yes|no/, exact", checks.matches(/yes|no/, { exact: true }), "yes, but not yet", [1, 1, 1, 1]],
  ["/(?:yes|no)/, exact", checks.matches(/(?:yes|no)/, { exact: true }), "yes, but not yet", [0, 0, 0, 0]],
];
for (const [name, scorer, answer, seen] of PATTERNS) {
  const scores = [];
  for (let asked = 0; asked < 4; asked++) scores.push((await scorer.run(called([], answer))).score);
  console.log(`${name} for "${answer}", four times: ${scores}`);
  assert.deepEqual(scores, seen, "this has changed");
}

const step = (more) => ({ stepType: "tool_call", name: "refund", ...more });
const [there, back] = [{ order: 7, all: true }, { all: true, order: 7 }];
const turned = utils.compareTrajectories({ steps: [step({ toolArgs: there })] }, { steps: [step({ toolArgs: back })] });
const same = utils.compareTrajectories({ steps: [step({ toolArgs: there })] }, { steps: [step({ toolArgs: there })] });
console.log(`wanted arguments: ${same.score}, in another order: ${turned.score}`);
assert.deepEqual([same.score, turned.score], [1, 0], "this has changed");
const failures = utils.analyzeToolFailures({ steps: Array(3).fill(step({ success: false })) });
const { eventuallySucceeded } = failures.patterns[0];
console.log(`a tool that failed three times of three: ${failures.score}, eventually succeeded: ${eventuallySucceeded}`);
assert.deepEqual([failures.score, eventuallySucceeded], [1, false], "this has changed");
J
node score.mjs

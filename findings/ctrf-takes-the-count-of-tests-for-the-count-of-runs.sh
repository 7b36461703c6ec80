#!/usr/bin/env bash
# One would guess: addInsights of ctrf, the "reference implementation" of the Common Test Report Format, which enriches a run's report by
# the runs before it, gives in averageRunDuration how long a run takes, like p95RunDuration beside it; it tells two tests apart that
# have one name in two suites, as its own generateTestId does; and a test's baseline is what the report given as baseline says of it.
# What happens (ctrf 0.3.0; beside it the durations by hand): the time of all runs is divided by the number of TESTS, not of runs. Three
# runs of 40 questions, twenty minutes each, are 90 seconds on average, beside a p95 of 1,200; with 80 questions, forty minutes each, it
# is 90 seconds as well, and ten such runs are 300: it grows with the history that is kept and never with the run. Whoever gates on it,
# or plans a nightly run by it, has a thirteenth of the truth. Tests are gathered by name alone: "answers" of the suite "refunds" that
# always fails, and "answers" of "orders" that never does, have a pass rate of 0.5 each. And where the baseline is a report that isn't
# among the runs before, main's last one, say, each test's baseline is 0, so a test that passed there and fails now has a pass rate that
# ROSE, by 0.5, while the run's own insights know that it fell. The report is valid by ctrf's own validate(), and nothing is said.
# What to do: sum stop - start of the summaries and divide by the runs yourself; put the suite into each name before the reports go in;
# put the baseline among the runs before as well.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ctrf@0.3.0
cat > runs.mjs <<'J'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { addInsights, calculateSummary, generateTestId, isValid } from "ctrf";

console.log("ctrf", JSON.parse(readFileSync("node_modules/ctrf/package.json")).version);
const SECOND = 1000;
function run(tests, number) {
  const start = Date.UTC(2026, 10, 1 + number);
  const stop = start + tests.reduce((sum, { duration }) => sum + duration, 0);
  const summary = { ...calculateSummary(tests), start, stop };
  return { reportFormat: "CTRF", specVersion: "0.0.0", results: { tool: { name: "questions" }, summary, tests } };
}
const test = (name, status, suite) => ({ name, status, duration: 30 * SECOND, ...(suite && { suite: [suite] }) });
const nightly = (questions, number) => run([...Array(questions)].map((_, n) => test(`question ${n + 1}`, "passed")), number);

for (const [runs, questions, seen] of [[3, 40, 90], [3, 80, 90], [10, 40, 300], [10, 80, 300], [2, 2, 60]]) {
  const reports = [...Array(runs)].map((_, n) => nightly(questions, n));
  const enriched = addInsights(reports.at(-1), reports.slice(0, -1));
  const { averageRunDuration, p95RunDuration, runsAnalyzed } = enriched.insights;
  const right = reports.reduce((sum, { results: { summary } }) => sum + summary.stop - summary.start, 0) / runs;
  const found = averageRunDuration.current / SECOND;
  console.log(`${runsAnalyzed} runs of ${questions} questions: ${found} seconds on average, p95 ${p95RunDuration.current / SECOND}; right is ${right / SECOND}`);
  assert.ok(isValid(enriched) && runsAnalyzed === runs && p95RunDuration.current === right, "this has changed");
  assert.equal(found, seen, "this has changed");
}

const suites = (number) => run([test("answers", "failed", "refunds"), test("answers", "passed", "orders")], number);
const [refunds, orders] = addInsights(suites(2), [suites(1), suites(0)]).results.tests;
const ids = [refunds, orders].map(({ name, suite }) => generateTestId({ name, suite }));
for (const { name, suite, status, insights } of [refunds, orders]) {
  console.log(`"${name}" of ${suite}, ${status} in 3 of 3 runs: pass rate ${insights.passRate.current}, in ${insights.executedInRuns} runs`);
  assert.equal(insights.passRate.current, 0.5, "this has changed");
}
assert.notEqual(ids[0], ids[1], "this has changed");

const before = run([test("refund after 30 days", "passed")], 0);
const main = addInsights(run([test("refund after 30 days", "passed")], 1));
const now = run([test("refund after 30 days", "failed")], 2);
for (const [words, history, seen] of [["apart", [before], { current: 0.5, baseline: 0, change: 0.5 }],
  ["among the runs before, too", [main, before], { current: 0.6667, baseline: 1, change: -0.3333 }]]) {
  const enriched = addInsights(now, history, { baseline: main });
  const [{ insights: { passRate } }] = enriched.results.tests;
  console.log(`baseline ${words}: the test's pass rate is ${JSON.stringify(passRate)}, the run's ${JSON.stringify(enriched.insights.passRate)}`);
  assert.deepEqual(passRate, seen, "this has changed");
  assert.ok(enriched.insights.passRate.change < 0 && isValid(enriched), "this has changed");
}
J
node runs.mjs

#!/usr/bin/env bash
# One would guess: what makes a JUnit file of the JSON of Cucumber.js has a failure for each scenario that Cucumber says has failed: a
# Before hook that throws (the judge is down), an After hook that throws (the result can't be saved), two step definitions that both
# fit a step, a step that nobody wrote. Cucumber ends with 1 for each of them, and its own junit formatter has a <failure>.
# What happens (cucumber-junit 1.7.1 and cucumber-junit-convert 2.1.1 from npm, on the JSON of @cucumber/cucumber 12.9.0; beside them
# its own junit formatter; all read with junitparser 5.0.3): of six scenarios five failed. cucumber-junit leaves hooks out: the scenario
# whose judge was down is skipped, the one whose result is lost passed; the one with two fitting steps passed, too, and the step that
# nobody wrote is skipped. One failure is left, and it ends with 0. --strict makes a failure of the step that nobody wrote, and of no
# other. cucumber-junit-convert has the hooks, and passes the last two. A run in which every scenario broke in its hook has not one
# failure in cucumber-junit's file, so a gate that looks at the file is green where nothing was judged. Nothing is said.
# What to do: --format junit of Cucumber itself, which needs no converter; or look at the exit code of cucumber-js and never at the file
# alone; keep a hook that throws among the tests of the gate.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @cucumber/cucumber@12.9.0 cucumber-junit@1.7.1 cucumber-junit-convert@2.1.1
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check junitparser==5.0.3
for name in @cucumber/cucumber cucumber-junit cucumber-junit-convert; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
mkdir features
cat > features/golden.feature <<'G'
Feature: Golden tasks

  Scenario: right
    Given the bot says "RAG"

  Scenario: wrong
    Given the bot says "tools"

  @judge
  Scenario: the judge is down
    Given the bot says "RAG"

  @save
  Scenario: the result is lost
    Given the bot says "RAG"

  Scenario: two steps fit
    Given two steps fit

  Scenario: no step fits
    Given nobody wrote this
G
cat > features/steps.js <<'J'
const assert = require("node:assert");
const { After, Before, Given } = require("@cucumber/cucumber");

Given("the bot says {string}", (answer) => assert.equal(answer, "RAG"));
Given("two steps fit", () => {});
Given(/^two steps (.*)$/, () => {});
Before({ tags: "@judge" }, () => { throw new Error("the judge is down"); });
After({ tags: "@save" }, () => { throw new Error("the result can't be saved"); });
J
code=0; npx --no-install cucumber-js --format json:run.json --format junit:own.xml >/dev/null 2>&1 || code=$?
[ "$code" = 1 ] || { echo "this has changed"; exit 1; }
code=0; npx --no-install cucumber-js --tags "@judge or @save" --format json:hooks.json >/dev/null 2>&1 || code=$?
[ "$code" = 1 ] || { echo "this has changed"; exit 1; }
npx --no-install cucumber-junit --strict < hooks.json > hooks.xml
npx --no-install cucumber-junit < run.json > lax.xml
npx --no-install cucumber-junit --strict < run.json > strict.xml
node -e 'require("cucumber-junit-convert").convert({ inputJsonFile: "run.json", outputXmlFile: "convert.xml" })'
v/bin/python - <<'P'
from collections.abc import Iterator

from junitparser import JUnitXml

NAMES = ["right", "wrong", "the judge is down", "the result is lost", "two steps fit", "no step fits"]
SEEN = {
    "own.xml": ["passed", "failed", "failed", "failed", "failed", "failed"],
    "lax.xml": ["passed", "failed", "skipped", "passed", "passed", "skipped"],
    "strict.xml": ["passed", "failed", "skipped", "passed", "passed", "failed"],
    "convert.xml": ["passed", "failed", "failed", "failed", "passed", "passed"],
    "hooks.xml": ["skipped", "passed"],
}
WORDS = {"Failure": "failed", "Error": "failed", "Skipped": "skipped"}


def cases(node) -> Iterator:
    for child in node:
        yield from [child] if type(child).__name__ == "TestCase" else cases(child)


for name, seen in SEEN.items():
    found = [WORDS[type(case.result[0]).__name__] if case.result else "passed" for case in cases(JUnitXml.fromfile(name))]
    names = NAMES[2:4] if name == "hooks.xml" else NAMES
    print(f"{name:12}", ", ".join(f"{scenario}: {verdict}" for scenario, verdict in zip(names, found, strict=True)))
    assert found == seen, "this has changed"
P

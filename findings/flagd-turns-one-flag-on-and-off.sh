#!/usr/bin/env bash
# One would guess: flagd's providers, which decide a feature flag in the process by one file of JSON Logic rules, give one
# answer for one file and one user, in Node as in Python; that is what the file is for. What a user lacks meets no rule.
# What happens (@openfeature/flagd-core 4.0.1 from npm, openfeature-provider-flagd 0.6.1 with openfeature-flagd-core 2.0.0 from
# PyPI; beside them json-logic-js 2.0.5, by the format's author): each has an engine of its own. For a user without a list of
# tasks, "all tasks are above 1" is true in Node and false in Python; without a plan, "plan > '9'" is false in Node and true
# in Python, where None is taken for the word "None". An empty text is missing in Python and there in Node; a yes is the
# number 1 (===) in Python; -5 % 3 is 1 there and -2 in Node. Both take a number that nobody gave for 0 ("errors == 0" is
# true, so a team that was never measured is without errors), which JSON Logic's own code does not. So a front end and a
# back end show one user two bots, and both give TARGETING_MATCH as the reason.
# What to do: ask first whether a value is there ("!!" or "missing") and give no empty texts; run each rule for a user
# who has none of its values, with each provider that reads the file.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check openfeature-provider-flagd==0.6.1 openfeature-flagd-core==2.0.0
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @openfeature/flagd-core@4.0.1 json-logic-js@2.0.5
cat > cases.json <<'C'
[["all tasks are above 1", {"all": [{"var": "tasks"}, {">": [{"var": ""}, 1]}]}, {}],
 ["all tasks are above 1", {"all": [{"var": "tasks"}, {">": [{"var": ""}, 1]}]}, {"tasks": [2, 3]}],
 ["the plan comes after 9", {">": [{"var": "plan"}, "9"]}, {}],
 ["the team is missing", {"!!": [{"missing": ["team"]}]}, {"team": ""}],
 ["the weight is exactly 1", {"===": [{"var": "weight"}, 1]}, {"weight": true}],
 ["the shift is 1 of three", {"==": [{"%": [{"var": "shift"}, 3]}, 1]}, {"shift": -5}],
 ["there are no errors", {"==": [{"var": "errors"}, 0]}, {}],
 ["there are no errors", {"==": [{"var": "errors"}, 0]}, {"errors": 2}]]
C
cat > node.mjs <<'J'
import { readFileSync, writeFileSync } from "node:fs";
import { FlagdCore } from "@openfeature/flagd-core";
import jsonLogic from "json-logic-js";

const cases = JSON.parse(readFileSync("cases.json"));
const flags = cases.map(([, rule], place) => [`flag-${place}`, {
  state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "off", targeting: { if: [rule, "on", "off"] },
}]);
writeFileSync("flags.json", JSON.stringify({ flags: Object.fromEntries(flags) }));
const core = new FlagdCore();
core.setConfigurations(readFileSync("flags.json", "utf8"));
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
writeFileSync("node.json", JSON.stringify(cases.map(([, rule, user], place) => {
  const said = core.resolveBooleanEvaluation(`flag-${place}`, false, { targetingKey: "ada", ...user }, quiet);
  return [said.value, said.reason, jsonLogic.truthy(jsonLogic.apply(rule, user))];
})));
for (const name of ["@openfeature/flagd-core", "json-logic-js"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
J
node node.mjs
v/bin/python - <<'P'
import json
from importlib.metadata import version

from openfeature import api
from openfeature.contrib.provider.flagd import FlagdProvider
from openfeature.contrib.provider.flagd.config import ResolverType
from openfeature.evaluation_context import EvaluationContext

print("openfeature-provider-flagd", version("openfeature-provider-flagd"))
SEEN = [
    (True, False, False),
    (True, True, True),
    (False, True, False),
    (False, True, True),
    (False, True, False),
    (False, True, False),
    (True, True, False),
    (False, False, False),
]
api.set_provider_and_wait(FlagdProvider(resolver_type=ResolverType.FILE, offline_flag_source_path="flags.json"))
client = api.get_client()
for place, ((words, _, user), (node, reason, reference)) in enumerate(zip(json.load(open("cases.json")), json.load(open("node.json")), strict=True)):
    said = client.get_boolean_details(f"flag-{place}", False, EvaluationContext("ada", user))
    print(f"{words} for {json.dumps(user):17}: Node {node}, Python {said.value}, json-logic-js {reference}")
    assert (node, said.value, reference) == SEEN[place], "this has changed"
    assert reason == str(said.reason.value) == "TARGETING_MATCH", "this has changed"
api.shutdown()
P

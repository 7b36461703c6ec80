#!/usr/bin/env bash
# One would guess: "regulated or large and slow" is "regulated, or else both large and slow" in a rule language as in every
# other: FEEL's grammar, the one of DMN tables, says that "and" binds tighter than "or", and C's signs && and || do, too.
# What happens (pySFeel 1.4.2 from PyPI, by which pyDMNrules evaluates its tables, and jexl 2.3.0 from npm; beside them feelin
# 8.2.0): both read from the left, "(regulated or large) and slow". A regulated team whose answers are fast gets false and the
# other row of the table; "large and slow or regulated" is right, and so is all that has parentheses. pySFeel's matches() is
# true only where the pattern stands at the BEGINNING of the text, where FEEL (by XPath) looks anywhere: a rule for questions
# with "refund" in them misses "a refund, please". Nothing is said.
# What to do: parentheses wherever "and" and "or" meet; ".*" before each pattern, which does no harm elsewhere; a test with a
# value that meets the first part of an "or" alone.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check pySFeel==1.4.2
npm init -y >/dev/null; npm install --silent --no-audit --no-fund jexl@2.3.0 feelin@8.2.0
cat > rules.json <<'C'
["true or false and false", "true or true and false", "false and false or true", "true or (true and false)",
 "matches(\"refund, please\", \"refund\")", "matches(\"a refund, please\", \"refund\")", "matches(\"a refund, please\", \".*refund\")"]
C
cat > node.mjs <<'J'
import { readFileSync, writeFileSync } from "node:fs";
import { evaluate } from "feelin";
import jexl from "jexl";

const rules = JSON.parse(readFileSync("rules.json"));
const signs = (rule) => rule.replaceAll(" or ", " || ").replaceAll(" and ", " && ");
writeFileSync("node.json", JSON.stringify(rules.map((rule) => [
  rule.startsWith("matches") ? null : jexl.evalSync(signs(rule)), evaluate(rule, {}).value,
])));
for (const name of ["jexl", "feelin"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
J
node node.mjs
v/bin/python - <<'P'
import json
from importlib.metadata import version

import pySFeel

print("pySFeel", version("pySFeel"))
parser = pySFeel.SFeelParser()
SEEN = [(False, True), (False, True), (True, True), (True, True), (True, True), (False, True), (True, True)]
for rule, (jexl, feelin), (seen, right) in zip(json.load(open("rules.json")), json.load(open("node.json")), SEEN, strict=True):
    status, found = parser.sFeelParse(rule)
    print(f"{rule:41} pySFeel {found!s:5}  feelin {feelin}" + ("" if jexl is None else f"  jexl {jexl}"))
    assert (status, found, feelin) == ({}, seen, right), "this has changed"
    assert jexl in (None, seen), "this has changed"
P

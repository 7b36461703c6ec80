#!/usr/bin/env bash
# One would guess: a rule in CEL, the Common Expression Language, means the same in each library: the standard has whole
# numbers apart from others, 7 / 2 is 3 (cut off towards 0), and "\n" in a text is a line end, "\"" a quotation mark.
# What happens (cel-js 0.8.2; beside it @marcbachmann/cel-js 8.0.0 and, from PyPI, cel-python 0.5.0): whole numbers are divided
# into fractions: "9500 / 1000 > 9" (nine whole thousands at most) holds in cel-js and not in the others; the week
# of a day, 20 / 7 == 2, and the quarter of a month, (5 - 1) / 3 + 1, come out wrong on most days, and right where nothing is
# left over, as in an example. A backslash in a text stays there with what follows it: "it\'s", "a\nb" and "é" written as
# \u00e9 equal nothing that people typed, so such a condition is never true, and a length counts the backslash. Nothing
# is said.
# What to do: @marcbachmann/cel-js, which wants BigInt for whole numbers; else hand the quotient over as a value, and texts with
# quotation marks, too; run each rule once in the library of the other side before it is shared.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check cel-python==0.5.0
npm init -y >/dev/null; npm install --silent --no-audit --no-fund cel-js@0.8.2 @marcbachmann/cel-js@8.0.0
cat > rules.json <<'C'
[["6 / 2 == 3", true], ["7 / 2 == 3", true], ["-7 / 2 == -3", true], ["9500 / 1000 > 9", false], ["20 / 7 == 2", true],
 ["(5 - 1) / 3 + 1 == 2", true], ["1 / 20 > 0", false], ["typed == 'it\\'s'", true], ["lines == 'a\\nb'", true],
 ["cafe == 'caf\\u00e9'", true], ["size('a\\nb') == 3", true]]
C
cat > facts.json <<'C'
{"typed": "it's", "lines": "a\nb", "cafe": "café"}
C
cat > node.mjs <<'J'
import { readFileSync, writeFileSync } from "node:fs";
import { evaluate as other } from "@marcbachmann/cel-js";
import { evaluate as celJs } from "cel-js";

const [rules, facts] = ["rules.json", "facts.json"].map((name) => JSON.parse(readFileSync(name)));
writeFileSync("node.json", JSON.stringify(rules.map(([rule]) => [celJs(rule, facts), other(rule, facts)])));
for (const name of ["cel-js", "@marcbachmann/cel-js"]) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
J
node node.mjs
v/bin/python - <<'P'
import json
from importlib.metadata import version

import celpy

print("cel-python", version("cel-python"))
rules, facts, node = (json.load(open(name)) for name in ("rules.json", "facts.json", "node.json"))
environment = celpy.Environment()
for (rule, right), (found, other) in zip(rules, node, strict=True):
    third = bool(environment.program(environment.compile(rule)).evaluate(celpy.json_to_cel(facts)))
    print(f"{rule:37} cel-js {found!s:5}  @marcbachmann/cel-js {other!s:5}  cel-python {third}")
    assert other == third == right, "this has changed"
    assert (found == right) == (rule == "6 / 2 == 3"), "this has changed"
P

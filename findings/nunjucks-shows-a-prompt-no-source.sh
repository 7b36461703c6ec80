#!/usr/bin/env bash
# One would guess: a prompt's template that a bot renders with Jinja2 in Python is rendered alike by Nunjucks ("heavily inspired by
# jinja2"), which evaluation tools in JavaScript take for prompts; what one of the two does not know, it refuses, as Nunjucks does
# with sources[:2]. So what was evaluated is what people will get.
# What happens (nunjucks 3.2.4; beside it Jinja2 3.1.6 and @huggingface/jinja 0.5.11): "for s in sources if s.score > 0.5"
# is read as one choice made before the loop, when there is no s: no source comes through, however good. An empty list counts as
# true, so "if sources" asks for an answer from sources where none was found, in place of saying so. selectattr("lang",
# "equalto", "en") forgets its test and keeps every language, and rejectattr drops every one. 1 < n < 3 holds for n = 5.
# {% set %} in a loop outlives it, so a flag that stays "no" in production is "yes" in the evaluation. A RAG prompt is thus
# evaluated without its sources, or with all of them, and the answers look like the model's fault. Nothing is said.
# What to do: choose and cut the sources in code and give the template what is left; ask for sources | length; or render with
# @huggingface/jinja, which has Python's result in each of these or refuses; compare the rendered prompts, not answers.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check Jinja2==3.1.6
npm init -y >/dev/null; npm install --silent --no-audit --no-fund nunjucks@3.2.4 @huggingface/jinja@0.5.11
cat > render.mjs <<'J'
import { readFileSync } from "node:fs";
import { Template } from "@huggingface/jinja";
import nunjucks from "nunjucks";

const plain = new nunjucks.Environment(null, { autoescape: false });
const tried = (render) => {
  try {
    return render();
  } catch {
    return "refused";
  }
};
const cases = JSON.parse(readFileSync("cases.json"));
const both = ([text, given]) => [tried(() => plain.renderString(text, given)), tried(() => new Template(text).render(given))];
console.log(JSON.stringify(cases.map(both)));
J
v/bin/python - <<'P'
import json
import subprocess
from importlib.metadata import version

import jinja2

print("Jinja2", version("Jinja2"))
for name in ("nunjucks", "@huggingface/jinja"):
    print(name, json.load(open(f"node_modules/{name}/package.json"))["version"])
FOUND = [
    {"text": "Refunds take five days.", "score": 0.9, "lang": "en"},
    {"text": "Erstattung in fünf Tagen.", "score": 0.8, "lang": "de"},
    {"text": "Our office is closed.", "score": 0.1, "lang": "en"},
]
GOOD = "{% for s in sources if s.score > 0.5 %}[{{ loop.index }}] {{ s.text }} {% else %}nothing{% endfor %}"
ASK = "{% if sources %}Answer from the sources only.{% else %}Say that you found nothing.{% endif %}"
LONG = "{% if sources | length %}Answer from the sources only.{% else %}Say that you found nothing.{% endif %}"
KEEP = "{{ sources | selectattr('lang', 'equalto', 'en') | list | length }} kept"
DROP = "{{ sources | rejectattr('lang', 'equalto', 'en') | list | length }} kept"
FEW = "{% if 1 < n < 3 %}few{% else %}many{% endif %}"
FLAG = "{% set sure = 'no' %}{% for s in sources %}{% if s.score > 0.5 %}{% set sure = 'yes' %}{% endif %}{% endfor %}sure: {{ sure }}"
CUT = "{% for s in sources[:2] %}{{ s.lang }} {% endfor %}"
SEEN = [  # the template, what it is given, what Nunjucks makes of it, whether the other library in JavaScript agrees with Python
    (GOOD, {"sources": FOUND}, "nothing", True),
    (ASK, {"sources": []}, "Answer from the sources only.", True),
    (ASK, {"sources": FOUND}, "Answer from the sources only.", True),
    (LONG, {"sources": []}, "Say that you found nothing.", True),
    (KEEP, {"sources": FOUND}, "3 kept", True),
    (DROP, {"sources": FOUND}, "0 kept", True),
    (FEW, {"n": 5}, "few", False),
    (FLAG, {"sources": FOUND}, "sure: yes", True),
    (CUT, {"sources": FOUND}, "refused", True),
]
PYTHON = ["[1] Refunds take five days. [2] Erstattung in fünf Tagen. ", "Say that you found nothing."]
PYTHON += ["Answer from the sources only.", "Say that you found nothing.", "2 kept", "1 kept", "many", "sure: no", "en de "]
with open("cases.json", "w") as file:
    json.dump([case[:2] for case in SEEN], file)
rendered = json.loads(subprocess.run(["node", "render.mjs"], check=True, capture_output=True, text=True).stdout)
for (text, given, seen, agrees), (nunjucks, other), right in zip(SEEN, rendered, PYTHON, strict=True):
    python = jinja2.Template(text).render(**given)
    third = "the same as Jinja2" if other == python else other
    print(f"{text[:48]:48}... Jinja2: {python!r}; Nunjucks: {nunjucks!r}; @huggingface/jinja: {third}")
    assert (python, nunjucks) == (right, seen), "this has changed"
    assert other == (python if agrees else "refused"), "this has changed"
P

#!/usr/bin/env bash
# One would guess: a verdict that a model has to write, declared once in pydantic and handed to Node as a JSON Schema, is refused there for
# what pydantic refuses: packages that make a Zod schema of a JSON Schema "at runtime" are there for it, or say which part of it they can't
# turn. The README of the first of them has "age: { type: 'number', minimum: 0 }" in its first example, and a pattern in its second.
# What happens (@dmitryrechkin/json-schema-to-zod 1.0.1, @n8n/json-schema-to-zod 1.16.0, @composio/json-schema-to-zod 0.3.3 from npm, on the
# schema of pydantic 2.14.4; beside them zod-from-json-schema 0.5.6): the first knows types, words to choose from and the number of items,
# and drops the rest: a score of 8 or -1 in 0 to 1, 9 stars of 5, "draft" where the schema has one word, a task's number that does not fit
# its pattern, a negative cost. It and n8n's take a $ref, which pydantic writes for every model and enum inside of another, for "anything":
# an approach that isn't among the three, page 0, an empty quotation, a text in place of a source. Of thirteen wrong verdicts the first passes
# ten, n8n's four. And a further key, which schema and pydantic allow, is refused by the first and by Composio's, so the right
# verdict with a note in it fails. Plain text, a list without items and a missing key are refused by all of them, so a short test passes.
# Nothing is said when the schema is made.
# What to do: zod-from-json-schema, which agrees with pydantic in each of these, or Ajv on the schema itself; let pydantic see the answer
# again; keep one wrong answer for each bound of the schema, and one right answer with a key more.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @dmitryrechkin/json-schema-to-zod@1.0.1 @n8n/json-schema-to-zod@1.16.0 \
  @composio/json-schema-to-zod@0.3.3 zod-from-json-schema@0.5.6 zod@3.25.76
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check pydantic==2.14.4
cat > declare.py <<'P'
import json
from enum import Enum
from pathlib import Path
from typing import Literal, Optional

from pydantic import VERSION, BaseModel, Field, ValidationError


class Approach(str, Enum):
    PROMPTING = "prompting"
    TOOLS = "tools"
    RAG = "RAG"


class Source(BaseModel):
    page: int = Field(ge=1)
    quote: str = Field(min_length=1)


class Verdict(BaseModel):
    kind: Literal["verdict"]
    approach: Approach
    score: float = Field(ge=0, le=1)
    stars: Literal[1, 2, 3, 4, 5]
    task: str = Field(pattern=r"^[A-Z]{2}-\d+$")
    sources: list[Source] = Field(min_length=1, max_length=5)
    cost: Optional[float] = Field(default=None, ge=0)


PAGE = {"page": 3, "quote": "Refunds take 30 days."}
RIGHT = {"kind": "verdict", "approach": "RAG", "score": 0.8, "stars": 4, "task": "RF-12", "sources": [PAGE], "cost": 0.0025}
CHANGES = {
    "as it should be": {},
    "without a cost": {"cost": None},
    "with a note": {"note": "ask legal"},
    "a score of 8": {"score": 8},
    "a score of -1": {"score": -1},
    "9 stars": {"stars": 9},
    "a draft": {"kind": "draft"},
    "no task's number": {"task": "refunds"},
    "a negative cost": {"cost": -1},
    "another approach": {"approach": "fine-tuning"},
    "page 0": {"sources": [{**PAGE, "page": 0}]},
    "an empty quotation": {"sources": [{**PAGE, "quote": ""}]},
    "a text as a source": {"sources": ["a page"]},
    "no source": {"sources": []},
    "six sources": {"sources": [PAGE] * 6},
    "a cost in words": {"cost": "free"},
}


def fits(answer):
    try:
        Verdict.model_validate(answer)
    except ValidationError:
        return False
    return True


answers = {name: {**RIGHT, **change} for name, change in CHANGES.items()}
Path("declared.json").write_text(json.dumps({
    "schema": Verdict.model_json_schema(), "answers": answers, "pydantic": {name: fits(each) for name, each in answers.items()},
}))
print("pydantic", VERSION)
P
v/bin/python declare.py
cat > read.cjs <<'J'
const assert = require("node:assert");
const { readFileSync } = require("node:fs");

const { schema, answers, pydantic } = JSON.parse(readFileSync("declared.json"));
const READERS = {
  "@dmitryrechkin/json-schema-to-zod": (read) => (each) => read.JSONSchemaToZod.convert(each),
  "@n8n/json-schema-to-zod": (read) => read.jsonSchemaToZod,
  "@composio/json-schema-to-zod": (read) => read.jsonSchemaToZod,
  "zod-from-json-schema": (read) => read.convertJsonSchemaToZod,
};
const BOUNDS = ["a score of 8", "a score of -1", "9 stars", "a draft", "no task's number", "a negative cost"];
const REFERENCES = ["another approach", "page 0", "an empty quotation", "a text as a source"];
const SEEN = {
  "@dmitryrechkin/json-schema-to-zod": { passed: [...BOUNDS, ...REFERENCES], refused: ["with a note"] },
  "@n8n/json-schema-to-zod": { passed: REFERENCES, refused: [] },
  "@composio/json-schema-to-zod": { passed: [], refused: ["with a note"] },
  "zod-from-json-schema": { passed: [], refused: [] },
};
const wrong = Object.keys(answers).filter((name) => !pydantic[name]);
console.log(`pydantic refuses ${wrong.length} of ${Object.keys(answers).length} verdicts:`, wrong.join(", "));
assert.strictEqual(wrong.length, 13);

async function look() {
  for (const [name, convert] of Object.entries(READERS)) {
    const zod = convert(await import(name).catch(() => require(name)) /* n8n's has CommonJS alone for Node */)(structuredClone(schema));
    const fits = (each) => zod.safeParse(answers[each]).success;
    const passed = wrong.filter(fits), refused = Object.keys(answers).filter((each) => pydantic[each] && !fits(each));
    console.log(`${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version}`);
    console.log(`  passes what is wrong: ${passed.join(", ") || "nothing"}; refuses what is right: ${refused.join(", ") || "nothing"}`);
    assert.deepStrictEqual({ passed, refused }, SEEN[name], "this has changed");
  }
}

look();
J
node read.cjs

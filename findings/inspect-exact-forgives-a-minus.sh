#!/usr/bin/env bash
# One would guess: inspect's exact() scorer, "an exact match score", tells "-5" from "5" and "C++" from "C", after it has
# evened out spaces, case and a full stop; match(location="exact") does too, since it "requires the output be exactly equal
# to the target".
# What happens (inspect-ai 0.3.285): both strip every punctuation mark from the ends, a minus, a percent sign, "#" and "++"
# among them. "-5", "5%" and ">5" are right where 5 is wanted, "C++" and "C#" where C is; exact() takes "1,5" for 15 as
# well. Usual match() takes any answer that ends alike, "not RAG" for RAG and "0.5" for 5. Each of these wrong answers
# has the value C, so the accuracy of such a bot is 1.0.
# What to do: for numbers use match(numeric=True), which keeps the sign and the percent sign; for names write a scorer of
# one line that compares what you mean. Read some of the answers that passed.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check inspect-ai==0.3.285
cat > e.py <<'R'
import asyncio
from importlib.metadata import version
from inspect_ai.model import ModelName, ModelOutput
from inspect_ai.scorer import Target, exact, match
from inspect_ai.solver import TaskState

ENDS = [("-5", "5"), ("5%", "5"), (">5", "5"), ("C++", "C"), ("C#", "C")]
SCORERS = {
    "exact()": (exact(), [*ENDS, ("1,5", "15")], "C"),
    'match(location="exact")': (match(location="exact"), ENDS, "C"),
    "match()": (match(), [*ENDS, ("not RAG", "RAG"), ("0.5", "5")], "C"),
    "match(numeric=True)": (match(numeric=True), [("-5", "5"), ("5%", "5"), ("0.5", "5")], "I"),
}


async def value(scorer, answer, wanted):
    said = ModelOutput.from_content("mockllm/model", answer)
    name = ModelName("mockllm/model")
    return (await scorer(TaskState(name, 1, 1, "?", [], output=said), Target(wanted))).value


print("inspect-ai", version("inspect-ai"))
for name, (scorer, pairs, seen) in SCORERS.items():
    values = [asyncio.run(value(scorer, answer, wanted)) for answer, wanted in pairs]
    print(name, *(f"{answer!r} for {wanted!r}: {each}" for (answer, wanted), each in zip(pairs, values, strict=True)), sep="\n  ")
    assert values == [seen] * len(pairs), "this has changed"
R
v/bin/python -W ignore e.py

#!/usr/bin/env bash
# One would guess: metrics of tool calls tell a bot that refunds once from one that refunds twice, and a call from the same
# call with one more argument; ToolCallAccuracy does what its own text says where a call is missing: "compares only the
# overlapping portion and applies coverage penalty".
# What happens (ragas 0.4.3): ToolCallF1 makes a set of the calls, so a refund made twice, or nine times, has 1.0, and so
# has one refund where two were wanted. ToolCallAccuracy sees that, but looks only at the arguments that the reference
# names: {"order": 1, "all_orders": True} has 1.0 for {"order": 1}, where F1 has 0.0. Two of three wanted calls, in
# order, have 0.0, not a part; with strict_order=False the two calls are paired in the order of their values, so one right
# and one wrong search have 0.0 where F1 has 0.5.
# What to do: compare the lists of calls yourself where a call has an effect (Counter of name and arguments); use both
# metrics, and take 1.0 of either alone for nothing.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check ragas==0.4.3 langchain-community==0.3.31
cat > e.py <<'R'
import asyncio
from importlib.metadata import version

from ragas.dataset_schema import MultiTurnSample
from ragas.messages import AIMessage, HumanMessage, ToolCall
from ragas.metrics import ToolCallAccuracy, ToolCallF1

print("ragas", version("ragas"))


def refund(**arguments):
    return ToolCall(name="refund", args=arguments)


def search(words):
    return ToolCall(name="search", args={"q": words})


ONE, MAIL, NOTE = refund(order=1), ToolCall(name="mail", args={}), ToolCall(name="note", args={})
SEEN = [
    ("refunded nine times, wanted once", [ONE] * 9, [ONE], 1.0, 0.0, 0.0),
    ("refunded once, wanted twice", [ONE], [ONE, ONE], 1.0, 0.0, 0.0),
    ("one argument more", [refund(order=1, all_orders=True)], [ONE], 0.0, 1.0, 1.0),
    ("two of three, in order", [ONE, MAIL], [ONE, MAIL, NOTE], 0.8, 0.0, 0.0),
    ("one of two searches right", [search("b"), search("c")], [search("a"), search("b")], 0.5, 0.0, 0.0),
]
METRICS = (ToolCallF1(), ToolCallAccuracy(), ToolCallAccuracy(strict_order=False))
for name, made, wanted, *seen in SEEN:
    turns = [HumanMessage(content="my order 1"), AIMessage(content="done", tool_calls=made)]
    sample = MultiTurnSample(user_input=turns, reference_tool_calls=wanted)
    found = [asyncio.run(metric.multi_turn_ascore(sample)) for metric in METRICS]
    print(f"{name:34} F1 {found[0]}  accuracy {found[1]}  accuracy in any order {found[2]}")
    assert found == seen, "this has changed"
R
RAGAS_DO_NOT_TRACK=true v/bin/python -W ignore e.py

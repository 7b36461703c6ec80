#!/usr/bin/env bash
# One would guess: of two settings of agentevals' trajectory match each means one thing. trajectory_match_mode="subset" allows
# no call beyond those of the reference; tool_args_match_mode="superset" wants every argument of the reference and allows
# others, and "subset" allows no argument beyond them, as its README has it, in whatever order the calls are compared.
# What happens (agentevals 0.0.9): "subset" of calls turns the arguments' mode around as well. With both set to "subset", to
# keep an agent within what it may do, a refund of order 1 with "all_orders": True added is True, and one that leaves out
# `limit` is False; with "strict" the same two are False and True. With "unordered" the arguments have to be equal under
# either mode. Nothing is said, and the score is a plain True.
# What to do: leave tool_args_match_mode at "exact", or give a function for each tool in tool_args_match_overrides that is
# the same from both sides; keep one call with an argument too many among the trajectories that must fail.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check agentevals==0.0.9 openevals==0.2.2
v/bin/python -W ignore - <<'P'
import json
from importlib.metadata import version

from agentevals.trajectory.match import create_trajectory_match_evaluator

WANTED = {"order": 1, "limit": 50}
MORE, LESS = {**WANTED, "all_orders": True}, {"order": 1}


def run(arguments):
    call = {"id": "1", "type": "function", "function": {"name": "refund", "arguments": json.dumps(arguments)}}
    return [
        {"role": "user", "content": "Refund order 1, at most 50."},
        {"role": "assistant", "content": "", "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "1", "content": "done"},
        {"role": "assistant", "content": "Done."},
    ]


def meant(mode, arguments):
    return set(arguments) <= set(WANTED) if mode == "subset" else set(arguments) >= set(WANTED)


SEEN = {
    ("strict", "subset"): (False, True),
    ("strict", "superset"): (True, False),
    ("superset", "subset"): (False, True),
    ("superset", "superset"): (True, False),
    ("unordered", "subset"): (False, False),
    ("unordered", "superset"): (False, False),
    ("subset", "subset"): (True, False),
    ("subset", "superset"): (False, True),
}
print("agentevals", version("agentevals"))
print(f"{'calls':10}{'arguments':11}one too many (meant)   one too few (meant)")
for (calls, mode), seen in SEEN.items():
    match = create_trajectory_match_evaluator(trajectory_match_mode=calls, tool_args_match_mode=mode)
    found = tuple(match(outputs=run(each), reference_outputs=run(WANTED))["score"] for each in (MORE, LESS))
    words = tuple(f"{score} ({meant(mode, each)})" for score, each in zip(found, (MORE, LESS)))
    print(f"{calls:10}{mode:11}{words[0]:23}{words[1]}")
    assert found == seen, ("this has changed", found)
P

#!/usr/bin/env bash
# One would guess: zen-engine, the rules engine of GoRules, decides by a table (hit policy first: the first row that holds) or raises: a
# cell that isn't in its language, an answer that can't be computed, a number that came as a text are errors, as the very same
# expressions are in its evaluate_expression and evaluate_unary_expression; validate() of the decision finds what can't be read.
# What happens (zen-engine 2.1.3 from PyPI): a row with an error in a cell does not hold, and a row that HOLDS and whose answer has an error
# is passed over, and the next one decides. For 5,000 requests of a team whose price is missing, the row "> 1000" with the answer "price
# * 2" gives way to the last one, "all others". Requests typed into a form, "5000", are no number, so the last row has them all; "=> 1000",
# the "-" that means "any" in DMN, an answer with a bracket too many, a variable with another name go the same way. validate() has no
# word on any of them, the trace names the row that was taken, and where no row is left the result is {}. validate_unary_expression, made
# for cells, refuses "> 1000" as it does "=> 1000". A comma is an "or", as the docs say, so "> 1,000" is "more than 1, or 0": it holds
# for 5 requests, "< 10,000" holds for neither 500 nor 5,000, and [1,000..9,000] for no number. Cells without a slip and numbers that are
# numbers are decided rightly.
# What to do: compile_unary_expression for each cell and compile_expression for each answer in CI, which raise; an expression node in
# front ("number(requests)"); a last row that answers "ask somebody" and names no approach.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check zen-engine==2.1.3
v/bin/python -W ignore - <<'P'
import json
from importlib.metadata import version

import zen

print("zen-engine", version("zen-engine"))


def decision(rows):
    """A table of one column: a cell on the requests, and an answer as an expression."""
    rules = [{"_id": str(number), "requests": cell, "answer": answer} for number, (cell, answer) in enumerate(rows)]
    table = {
        "hitPolicy": "first", "rules": rules,
        "inputs": [{"id": "requests", "name": "requests", "field": "requests"}],
        "outputs": [{"id": "answer", "name": "answer", "field": "answer"}],
    }
    nodes = [("in", "inputNode", {}), ("table", "decisionTableNode", table), ("out", "outputNode", {})]
    return zen.ZenEngine().create_decision(json.dumps({
        "nodes": [{"id": name, "name": name, "type": kind, "content": content} for name, kind, content in nodes],
        "edges": [{"id": f"{a}{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in (("in", "table"), ("table", "out"))],
    }))


def raises(evaluate, *given):
    try:
        evaluate(*given)
    except Exception:
        return True
    return False


def decided(cell, answer, facts, *more):
    found = decision([(cell, answer), *more])
    assert found.validate() is None, "this has changed"
    return found.evaluate(facts)["result"].get("answer")


OTHERS = ("", '"all others"')
for cell, requests, holds, error in (
    ("> 1000", 5000, True, False), ("> 1000", 50, False, False), ("[1000..9000]", 5000, True, False),
    ("> 1000", "5000", False, True), ("[1000..9000]", "5000", False, True),
    ("=> 1000", 5000, False, True), ("-", 5000, False, True), ("> limit", 5000, False, True),
    ("> 1,000", 5, True, False), ("> 1,000", 0, True, False), ("< 10,000", 500, False, False), ("< 10,000", 5000, False, False),
    ("[1,000..9,000]", 5000, False, True),
):
    found = decided(cell, '"RAG"', {"requests": requests}, OTHERS)
    alone = raises(zen.evaluate_unary_expression, cell, {"$": requests})
    print(f"{cell} for {requests!r}: {found}; the cell alone {'raises' if alone else 'is read'}")
    assert (found == "RAG", alone) == (holds, error) and found in ("RAG", "all others"), "this has changed"
for answer, facts, seen, error in (
    ("price * 2", {"requests": 5000, "price": 4}, 8, False),
    ("price * 2", {"requests": 5000}, "all others", True),
    ('"RAG")', {"requests": 5000}, "all others", True),
):
    found = decided("> 1000", answer, facts, OTHERS)
    alone = raises(zen.evaluate_expression, answer, facts)
    print(f"> 1000 with the answer {answer} for {facts}: {found}; the answer alone {'raises' if alone else 'is computed'}")
    assert (found, alone) == (seen, error), "this has changed"
nothing = decision([("> 1000", "price * 2")]).evaluate({"requests": 5000})["result"]
print("the same without another row:", nothing)
assert nothing == {}, "this has changed"
for compiles, text, error in (
    (zen.compile_unary_expression, "> 1000", False), (zen.compile_unary_expression, "=> 1000", True),
    (zen.compile_unary_expression, "-", True), (zen.compile_expression, '"RAG")', True),
):
    print(f"{compiles.__name__} of {text}: {'raises' if raises(compiles, text) else 'is read'}")
    assert raises(compiles, text) is error, "this has changed"
refused = {cell: zen.validate_unary_expression(cell) is not None for cell in ("> 1000", "=> 1000")}
print("refused by validate_unary_expression:", refused)
assert all(refused.values()), "this has changed"
P

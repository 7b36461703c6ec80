#!/usr/bin/env bash
# One would guess: the score column of a TREC run orders the documents; who has no equal scores need not know how a tool
# breaks ties, and two tools agree.
# What happens (pytrec_eval-terrier 0.5.11 and ir-measures 0.4.3 beside ranx 0.3.21): trec_eval keeps a score in single
# precision, about seven digits, so scores that differ behind them are equal, and the higher document id comes first,
# whatever the score and rank say. A right document at rank 1 of 0.99999999 against 0.99999998 (near copies in an
# embedding search), or of 20000001 against 20000000, has the reciprocal rank 0.5 there and 1.0 in ranx. Which of the two
# happens depends on how the documents are named. Nothing is said, and the Python objects handed over are doubles.
# What to do: write 1/rank, or the number of documents minus the rank, into the score column; never read a small change
# of a mean as progress before that.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pytrec_eval-terrier==0.5.11 ir-measures==0.4.3 ranx==0.3.21
printf 'near 0 d1 1\nbig 0 d1 1\nnamed 0 d2 1\nplain 0 d1 1\n' > qrels.txt
printf '%s\n' 'near Q0 d1 1 0.99999999 s' 'near Q0 d2 2 0.99999998 s' 'big Q0 d1 1 20000001 s' 'big Q0 d2 2 20000000 s' \
    'named Q0 d2 1 0.99999999 s' 'named Q0 d1 2 0.99999998 s' 'plain Q0 d1 1 0.9 s' 'plain Q0 d2 2 0.8 s' > run.txt
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import ir_measures
import pytrec_eval
from ranx import Qrels, Run, evaluate

for name in ("pytrec_eval-terrier", "ir-measures", "ranx"):
    print(name, version(name))
with open("qrels.txt") as qrels, open("run.txt") as run:
    right, ranked = pytrec_eval.parse_qrel(qrels), pytrec_eval.parse_run(run)
first = {key: found["recip_rank"] for key, found in pytrec_eval.RelevanceEvaluator(right, {"recip_rank"}).evaluate(ranked).items()}
pairs = ir_measures.read_trec_qrels("qrels.txt"), ir_measures.read_trec_run("run.txt")
second = {each.query_id: each.value for each in ir_measures.iter_calc([ir_measures.RR], *pairs)}
third = Run.from_file("run.txt", kind="trec")
evaluate(Qrels.from_file("qrels.txt", kind="trec"), third, "mrr")
third = {key: float(value) for key, value in third.scores["mrr"].items()}
for name, found in (("pytrec_eval", first), ("ir-measures", second), ("ranx", third)):
    print(f"{name:12}", {key: found[key] for key in ("near", "big", "named", "plain")})
assert first == second == {"near": 0.5, "big": 0.5, "named": 1.0, "plain": 1.0}, "this has changed"
assert third == {"near": 1.0, "big": 1.0, "named": 1.0, "plain": 1.0}, "this has changed"
P

#!/usr/bin/env bash
# One would guess: a question for which the qrels know no right document gets no value, NaN, or is left out of a table a
# question; a 0.0 means that the search missed.
# What happens (ir-measures 0.4.3, and pytrec_eval beneath it): such a question gets 0.0 in every measure, the same as a
# miss, and the mean counts it. The table a question also lists a question that the run lacks, with 0.0 as well: three
# different things are one number.
# What to do: keep the qrels beside the table; a question without a right document could not be judged.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check ir-measures==0.4.3
printf 'found 0 d1 1\nmissed 0 d2 1\nnothing 0 d3 0\nabsent 0 d4 1\n' > qrels.txt
printf 'found Q0 d1 1 0.9 s\nmissed Q0 d9 1 0.9 s\nnothing Q0 d3 1 0.9 s\n' > run.txt
v/bin/ir_measures qrels.txt run.txt R@5 RR --by_query | tee table.txt
v/bin/python - <<'P'
from importlib.metadata import version
print("ir-measures", version("ir-measures"))
lines = [line.split() for line in open("table.txt")]
for measure in ("R@5", "RR"):
    values = {question: float(value) for question, name, value in lines if name == measure}
    assert values == {"found": 1.0, "missed": 0.0, "nothing": 0.0, "absent": 0.0, "all": 0.25}, "this has changed"
P

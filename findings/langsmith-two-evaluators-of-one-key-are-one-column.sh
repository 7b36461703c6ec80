#!/usr/bin/env bash
# One would guess: two evaluators that both report under the key "correct" are two columns of the table, or an error, or
# the second is renamed; a row that one of them failed shows it.
# What happens (langsmith 0.15.1, evaluate without upload, to_pandas): the table has one column, feedback.correct, and
# the last evaluator's word is in it: the first one's False is gone without a warning. The result object itself holds
# both.
# What to do: give every evaluator a key of its own; do not take a table's "all True" for "all evaluators agree".
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check langsmith==0.15.1 pandas==3.0.0
cat > e.py <<'R'
import os, uuid, datetime
os.environ.update(LANGSMITH_TRACING="false", LANGSMITH_API_KEY="x", LANGSMITH_ENDPOINT="http://127.0.0.1:9")
import langsmith
from langsmith import Client, evaluate
from langsmith.schemas import Example
now = datetime.datetime.now(datetime.timezone.utc)
data = [Example(id=uuid.uuid4(), inputs={"q": "a"}, outputs={"a": "A"}, dataset_id=uuid.uuid4(), created_at=now)]
def strict(run, example): return {"key": "correct", "score": False}
def kind(run, example): return {"key": "correct", "score": True}
results = evaluate(lambda inputs: {"a": "A"}, data=data, evaluators=[strict, kind], upload_results=False, client=Client(), max_concurrency=0)
rows = list(results)
table = results.to_pandas()
inside = sorted(each.score for each in rows[0]["evaluation_results"]["results"])
print("langsmith", langsmith.__version__)
print("in the result:", inside, "in the table:", {name: table[name][0] for name in table if name.startswith("feedback")})
assert inside == [False, True] and [name for name in table if name.startswith("feedback")] == ["feedback.correct"], "changed"
assert bool(table["feedback.correct"][0]) is True, "changed"
R
v/bin/python -W ignore e.py 2>/dev/null

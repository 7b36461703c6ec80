#!/usr/bin/env bash
# One would guess: MAP, the mean average precision of a search, is a number from 0 to 1, of the ranks and what is relevant alone:
# neither the order of the table's rows nor how many passages ANOTHER question got plays a part.
# What happens (evidently 0.7.23 with pandas 2.3.3; beside it ir-measures 0.4.3): whether the passage at rank 3
# is relevant is read from the LAST ROW of the table among those of rank 1 to 3. Four passages from the best to the
# worst, the first and third relevant, have 0.83; the same rows from the worst to the best have 1.33. And where a question got
# fewer passages than another, its last one is counted again for each rank up to k: two questions, each with its only
# relevant passage on top, have 1.0 as long as each got eight; where one got that passage alone, MAP at 8 is 4.5. A search that
# gives up early looks better than one that goes on. MRR and the other measures of the same table are right.
# What to do: sort the rows of each question from its best passage to its worst and fill shorter lists up with irrelevant
# ones, or take ir-measures; put a bar on MRR rather than on MAP. A MAP above 1 is wrong; one below it may be wrong, too.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check evidently==0.7.23 pandas==2.3.3 ir-measures==0.4.3
DO_NOT_TRACK=1 HOME="$folder" v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import ir_measures
import pandas
from evidently import DataDefinition, Dataset, Recsys, Report
from evidently.metrics import MAP, MRR

for name in ("evidently", "ir-measures"):
    print(name, version(name))
COLUMNS = ["user_id", "item_id", "prediction", "target"]
DEFINITION = DataDefinition(ranking=[Recsys()])


def question(name, *relevant):
    return [(name, f"passage {rank}", 1 - rank / 10, target) for rank, target in enumerate(relevant, 1)]


def by_evidently(rows, k):
    data = Dataset.from_pandas(pandas.DataFrame(rows, columns=COLUMNS), data_definition=DEFINITION)
    found = Report([MAP(k=k), MRR(k=k)]).run(data, None).dict()["metrics"]
    return [round(float(list(metric["value"]["value"].values())[k - 1]), 2) for metric in found]


def by_ir_measures(rows, k):
    truth = [ir_measures.Qrel(user, item, target) for user, item, _, target in rows]
    run = [ir_measures.ScoredDoc(user, item, score) for user, item, score, _ in rows]
    found = ir_measures.calc_aggregate([ir_measures.AP @ k, ir_measures.RR @ k], truth, run)
    return [round(found[ir_measures.AP @ k], 2), round(found[ir_measures.RR @ k], 2)]


FOUR = question("q1", 1, 0, 1, 0)
LONG = question("q2", 1, 0, 0, 0, 0, 0, 0, 0)
SEEN = [
    ("best to worst", FOUR, 4, 0.83, [0.83, 1.0]),
    ("worst to best", FOUR[::-1], 4, 1.33, [0.83, 1.0]),
    ("two long lists", question("q1", 1, 0, 0, 0, 0, 0, 0, 0) + LONG, 8, 1.0, [1.0, 1.0]),
    ("a short one and a long one", question("q1", 1) + LONG, 8, 4.5, [1.0, 1.0]),
    ("its second is relevant", question("q1", 0, 1) + LONG, 8, 2.25, [0.75, 0.75]),
]
for words, rows, k, seen, right in SEEN:
    found, other = by_evidently(rows, k), by_ir_measures(rows, k)
    print(f"{words}: evidently MAP {found[0]} and MRR {found[1]}; ir-measures {other[0]} and {other[1]}")
    assert found == [seen, right[1]] and other == right, "this has changed"
P

#!/usr/bin/env bash
# One would guess: DocumentRetrievalEvaluator of Microsoft's azure-ai-evaluation takes marks on the scale that it is told of
# (ground_truth_label_min and _max), and fidelity, "how objectively good are all of the documents retrieved compared with all known good
# documents" (its docstring), is greater for a search that found the best passage than for one that found a poor one. A perfect search
# passes each bar that it is measured by.
# What happens (azure-ai-evaluation 1.18.10; beside it the formula by hand): the weights of the marks, 2 to the power of the mark and one
# more, less 1, are given out in the order of the ALPHABET, in which 10 stands behind 1 and before 2. Of a golden passage with 10 and a
# poor one with 2, a search that finds the golden one alone has a fidelity of 0.32, a "fail", and one that finds the poor one alone 0.68,
# a "pass"; right are 0.997 and 0.003. Nine of ten marks have the weight of another one. With 9 as the top mark all is right, and nDCG is
# right with both, so nobody looks. The bars as they come are 50 for top1_relevance and top3_max_relevance, which are marks, not
# percentages: the perfect search fails both, on the usual scale to 4 as well, and so it does total_retrieved_documents. Nothing is said.
# What to do: a scale that ends at 9 or below; bars of your own for each of these; look at one question by hand.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check azure-ai-evaluation==1.18.10
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from azure.ai.evaluation import DocumentRetrievalEvaluator

print("azure-ai-evaluation", version("azure-ai-evaluation"))


def measured(marks, found, top):
    truth = [{"document_id": name, "query_relevance_label": mark} for name, mark in marks.items()]
    passages = [{"document_id": name, "relevance_score": 0.9 - place / 10} for place, name in enumerate(found)]
    evaluator = DocumentRetrievalEvaluator(ground_truth_label_min=0, ground_truth_label_max=top)
    return evaluator(retrieval_ground_truth=truth, retrieved_documents=passages)["document_retrieval_properties"]


def by_hand(marks, found):
    return sum(2 ** (marks[name] + 1) - 1 for name in found) / sum(2 ** (mark + 1) - 1 for mark in marks.values())


SEEN = [
    (10, ["golden"], (0.318, "fail"), 0.997),
    (10, ["poor"], (0.682, "pass"), 0.003),
    (9, ["golden"], (0.993, "pass"), 0.993),
    (9, ["poor"], (0.007, "fail"), 0.007),
]
for top, found, seen, right in SEEN:
    marks = {"golden": top, "poor": 2}
    numbers = measured(marks, found, top)
    result = round(numbers["fidelity"], 3), numbers["fidelity_result"]
    print(f"golden {top}, poor 2, found {found}: fidelity {result[0]}, {result[1]}; by hand {by_hand(marks, found):.3f}; nDCG@3 {numbers['ndcg@3']:.3f}")
    assert result == seen and round(by_hand(marks, found), 3) == right, "this has changed"

perfect = measured({"golden": 4, "good": 3}, ["golden", "good"], 4)
FAILED = ["top1_relevance", "top3_max_relevance", "total_retrieved_documents"]
print("a perfect search, marks 4 and 3:", {name: (perfect[name], perfect[f"{name}_result"]) for name in ["ndcg@3", "fidelity", *FAILED]})
assert perfect["ndcg@3"] == perfect["fidelity"] == 1.0, "this has changed"
assert all(perfect[f"{name}_result"] == "fail" for name in FAILED), "this has changed"
P

"""What is not read is refused by its name, and what merely looks like results is not guessed at."""

import pytest

from bot.results.known import COLUMNS, KEYS
from bot.results.values import Refused
from tests.results.reading import lines, read
from tests.tables import each


@each(
    ("content", "title"),
    [
        ({"evals": [{"name": "a", "averageScore": 0, "status": "success"}]}, "an Evalite result"),
        ({"item_results": [], "run_evaluations": []}, "a Langfuse experiment"),
        ({"correct": {"true_count": 2, "true_fraction": 0.4}}, "a Weave evaluation"),
        ({"version": "2.1.0", "runs": [{"tool": {}, "results": []}]}, "a SARIF log"),
        ({"name": "x", "version": "1", "scripts": {}}, "a package.json"),
        ({"faithfulness": [{"query": "a", "passing": None, "feedback": None}]}, "LlamaIndex evaluations"),
        ({"a__a-1": {"patch_exists": True, "patch_successfully_applied": True}}, "a SWE-bench report"),
        ({"yes": {"precision": 1.0, "f1-score": 0.5}}, "a classification report"),
        ([{"uri": "a", "keyword": "Feature", "elements": []}], "a Cucumber report"),
        ([{"passing": False, "feedback": "?", "score": 0.0}], "LlamaIndex evaluations"),
        (lines({"spec": {"base_eval": "x"}}, {"run_id": 1, "event_id": 0, "data": {}}), "an OpenAI evals log"),
        (lines({"projectName": "a", "scores": {}}, {"projectName": "a"}), "a Braintrust summary"),
        (lines({"Action": "run", "Package": "x"}, {"Action": "pass"}), "a log of go test -json"),
        (lines({"messages": []}, {"messages": []}), "a set of examples for training"),
        ("<promptfoo><results/></promptfoo>", "promptfoo's XML"),
        ("<robot/>", "a Robot Framework output"),
        ("<assemblies/>", "an xUnit.net result"),
    ],
)
def test_a_file_of_a_tool_that_is_not_read_is_refused_by_its_name(content, title: str):
    with pytest.raises(Refused, match=f"^This is {title}.*which ftrag does not read: .+"):
        read(content)


@each("row", KEYS, ids=[row[0] for row in KEYS])
def test_a_document_is_known_by_the_names_at_its_top(row: tuple[str, str, str]):
    names, title, instead = row

    with pytest.raises(Refused) as refused:
        read(dict.fromkeys(names.split(" | "), 1))
    assert str(refused.value) == f"This is {title}, which ftrag does not read: {instead}."


@each("row", COLUMNS, ids=[row[0] for row in COLUMNS])
def test_a_table_and_json_rows_are_known_by_their_columns(row: tuple[str, str, str]):
    names, title, instead = row
    columns = [*names.split(" | "), "other"]

    for content in (",".join(columns) + "\n" + "x," * len(names.split(" | ")) + "x\n", [dict.fromkeys(columns, 1)]):
        with pytest.raises(Refused) as refused:
            read(content)
        assert str(refused.value) == f"This is {title}, which ftrag does not read: {instead}."


def test_a_table_that_merely_looks_like_results_is_not_guessed_at():
    for table in (
        "name,passed\na,true\n",
        "id,score\n1,0.5\n",
        "question,answer\na,b\n",
        "query,precision,recall\na,0.5,0.1\n",
        "user_input,response,notes\na,b,c\n",
        "id,Status,Score\n1,open,3\n",
        {"a": {"precision": 0.5, "recall": 1.0}, "b": {"precision": 0.1, "recall": 0.0}},
    ):
        with pytest.raises(Refused, match="No evaluation tool"):
            read(table)

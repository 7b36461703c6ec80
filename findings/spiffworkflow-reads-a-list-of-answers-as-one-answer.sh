#!/usr/bin/env bash
# One would guess: SpiffWorkflow ("a BPMN/DMN processor") reads a table from a DMN modeler as DMN has it: a cell with
# "weekly","daily" holds for either, not("weekly") for anything else; two rows that hold under the policy UNIQUE are an
# error; and what it cannot read, it refuses, as it does with [1..10] and true.
# What happens (SpiffWorkflow 3.2.0): cells are Python. "weekly","daily" is a tuple that no answer equals, not("weekly") is
# False: such rows never hold, the workflow completes, and no decision was made. UNIQUE takes the first row that holds
# without a look at the others; FIRST, PRIORITY, ANY, RULE ORDER and OUTPUT ORDER all give the first row alone. A cell that
# begins with an operator is pasted behind the input's expression without parentheses: with the input "requests or 0",
# the row "> 10" holds for 5 requests, and "requests if requests else 0" goes the same way. Nothing is said.
# What to do: one row an answer, or ? in ("weekly", "daily") and ? != "weekly" (that is Python, and works); parentheses
# around an input that is more than a name; test that each row can hold, and that exactly one does.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check SpiffWorkflow==3.2.0
v/bin/python -W ignore - <<'P'
from importlib.metadata import version
from xml.sax.saxutils import escape

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.camunda.parser import CamundaParser

PROCESS = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="n"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p" isExecutable="true">
<startEvent id="s"><outgoing>a</outgoing></startEvent><sequenceFlow id="a" sourceRef="s" targetRef="t"/>
<businessRuleTask id="t" camunda:decisionRef="choose"><incoming>a</incoming><outgoing>b</outgoing></businessRuleTask>
<sequenceFlow id="b" sourceRef="t" targetRef="e"/><endEvent id="e"><incoming>b</incoming></endEvent></process></definitions>"""


def table(rows, policy, given):
    written = "".join(
        f'<rule id="r{n}"><inputEntry id="i{n}"><text>{escape(cell)}</text></inputEntry>'
        f'<outputEntry id="o{n}"><text>"{way}"</text></outputEntry></rule>'
        for n, (cell, way) in enumerate(rows)
    )
    return (
        '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">'
        f'<decision id="choose" name="choose"><decisionTable id="t" hitPolicy="{policy}"><input id="in">'
        f'<inputExpression id="x"><text>{given}</text></inputExpression></input>'
        f'<output id="out" name="way" typeRef="string"/>{written}</decisionTable></decision></definitions>'
    )


def decided(rows, answer, policy="UNIQUE", given="answer"):
    parser = CamundaParser()
    parser.add_bpmn_xml(etree.fromstring(PROCESS))
    parser.add_dmn_xml(etree.fromstring(table(rows, policy, given)))
    workflow = BpmnWorkflow(parser.get_spec("p"), parser.get_subprocess_specs("p"))
    for task in workflow.get_tasks():
        task.data["answer"] = answer
    try:
        workflow.do_engine_steps()
    except Exception as error:
        return f"refused ({type(error).__name__})"
    assert workflow.is_completed()
    return workflow.last_task.data.get("way")


print("SpiffWorkflow", version("SpiffWorkflow"))
TWICE = [('"weekly"', "rag"), ('"weekly"', "tools")]
NUMBER = [("> 10", "rag"), ("<= 10", "prompt")]
SEEN = [
    ([('"weekly"', "rag")], "weekly", {}, "rag"),
    ([('"weekly","daily"', "rag")], "daily", {}, None),
    ([('"weekly","daily"', "rag")], "weekly", {}, None),
    ([('not("weekly")', "rag")], "daily", {}, None),
    ([('? in ("weekly", "daily")', "rag")], "daily", {}, "rag"),
    ([('? != "weekly"', "rag")], "daily", {}, "rag"),
    ([("[1..10]", "rag")], 5, {}, "refused (WorkflowTaskException)"),
    (TWICE, "weekly", {}, "rag"),
    (TWICE, "weekly", {"policy": "RULE ORDER"}, "rag"),
    (TWICE, "weekly", {"policy": "COLLECT"}, ["rag", "tools"]),
    (NUMBER, 5, {}, "prompt"),
    (NUMBER, 5, {"given": "answer or 0"}, "rag"),
    (NUMBER, 5, {"given": "answer if answer else 0"}, "rag"),
    (NUMBER, 5, {"given": "(answer or 0)"}, "prompt"),
]
for rows, answer, how, seen in SEEN:
    found = decided(rows, answer, **how)
    print(f"{rows} {how or ''} for {answer!r}: {found}")
    assert found == seen, "this has changed"
P

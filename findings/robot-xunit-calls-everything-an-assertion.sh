#!/usr/bin/env bash
# One would guess: in Robot Framework's xUnit file (robot --xunit), the type of a failure tells a check that failed from
# something that broke, as in other runners: AssertionError against ZeroDivisionError or ConnectionError; and a keyword
# that does not exist is an <error>.
# What happens (Robot Framework 7.5): every failure has type="AssertionError", whatever was raised, a missing keyword
# among them; errors="0" always. Only the message names the exception, and only if the keyword passes it on.
# What to do: never tell a broken bot or tool from a wrong answer by the type in this file; count a failure as a failure,
# or read output.xml.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check robotframework==7.5
cat > golden.robot <<'R'
*** Test Cases ***
Wrong Answer
    Should Be Equal    a    b
Bot Broke
    Evaluate    __import__('socket').create_connection(('127.0.0.1', 9), 1)
No Such Keyword
    This Keyword Does Not Exist
R
v/bin/robot --xunit x.xml golden.robot >/dev/null || true
v/bin/robot --version || true
cat x.xml
v/bin/python - <<'P'
import xml.etree.ElementTree as tree
root = tree.parse("x.xml").getroot()
types = {case.get("name"): case.find("failure").get("type") for case in root.iter("testcase")}
print(types, "errors =", root.get("errors"))
assert set(types.values()) == {"AssertionError"} and len(types) == 3 and root.get("errors") == "0", "this has changed"
P

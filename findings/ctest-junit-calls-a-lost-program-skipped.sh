#!/usr/bin/env bash
# One would guess: a test whose program does not exist is an error or failure in CTest's JUnit file, since ctest itself
# calls it "Not Run", lists it under "The following tests FAILED" and exits with a code that is not 0.
# What happens (CTest of cmake 4.1.2, ctest --output-junit): the lost program is a <skipped> with status="notrun", as one
# that was skipped on purpose; failures="2" counts the other two alone.
# What to do: read the message of a skip ("Unable to find executable"); do not call a run clean that has no failures
# before looking at its skips.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check cmake==4.1.2; export PATH="$PWD/v/bin:$PATH"
cat > CMakeLists.txt <<'R'
cmake_minimum_required(VERSION 3.21)
project(golden NONE)
enable_testing()
add_test(NAME refund COMMAND true)
add_test(NAME contract COMMAND false)
add_test(NAME slow COMMAND sleep 5)
set_tests_properties(slow PROPERTIES TIMEOUT 1)
add_test(NAME lost COMMAND /nowhere/judge)
R
cmake -S . -B b -G "Unix Makefiles" >/dev/null 2>&1
code=0; (cd b && ctest --output-junit "$PWD/../x.xml") > log.txt 2>&1 || code=$?
ctest --version | sed -n 1p; echo "ctest exits with $code"; sed -n '/FAILED/,$p' log.txt; grep -E '<testcase|<failure|<skipped' x.xml
code=$code python3 - <<'P'
import os, xml.etree.ElementTree as tree
cases = {case.get("name"): case for case in tree.parse("x.xml").getroot().iter("testcase")}
assert os.environ["code"] != "0", "this has changed"
assert cases["lost"].find("skipped") is not None and cases["lost"].find("failure") is None, "this has changed"
assert tree.parse("x.xml").getroot().get("failures") == "2", "this has changed"
P

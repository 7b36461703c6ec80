#!/usr/bin/env bash
# One would guess: `green` (unittest in parallel) runs what `python -m unittest` runs, and says what that says: a class
# whose setUpClass raised (an index that is missing) is an error, in the console, the exit code and the JUnit file; an
# expected failure that did not come (a closed gap) is a failure in the file, as pytest and nose2 have it.
# What happens (green 4.0.2): the class is nowhere: not on the console ("OK (passes=1)"), not in the file, and the exit
# code is 0, where unittest says "FAILED (errors=1)" and ends with 1. The unexpected success makes the exit code 1, but
# the file has no testcase for it, and its root has no counts that one could compare.
# What to do: a file of passes alone proves nothing here: ask how many golden tasks the set has and compare; run the set
# with `python -m xmlrunner` or pytest instead.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv venv; venv/bin/pip install -q green==4.0.2
cat > test_golden.py <<'P'
import unittest
class Golden(unittest.TestCase):
    def test_refund(self): self.assertEqual(14, 14)
class Searched(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("index missing")
    def test_contract(self): pass
P
cat > test_gap.py <<'P'
import unittest
class Gap(unittest.TestCase):
    @unittest.expectedFailure
    def test_closed_gap(self): pass
    def test_other(self): pass
P
venv/bin/green --version 2>&1 | head -1
own=0; venv/bin/python -m unittest test_golden 2> own.txt || own=$?
golden=0; venv/bin/green --junit-report golden.xml test_golden || golden=$?
gap=0; venv/bin/green --junit-report gap.xml test_gap > /dev/null 2>&1 || gap=$?
echo "exit codes: unittest $own ($(tail -1 own.txt)), green $golden, green with a closed gap $gap"
venv/bin/python - "$own" "$golden" "$gap" <<'P'
import sys, xml.etree.ElementTree as tree
def cases(name): return [(case.get("name"), [child.tag for child in case]) for case in tree.parse(name).iter("testcase")]
print(cases("golden.xml"), cases("gap.xml"), tree.parse("gap.xml").getroot().keys())
assert sys.argv[1:] == ["1", "0", "1"], "this has changed"
assert cases("golden.xml") == [("test_refund", [])] and cases("gap.xml") == [("test_other", [])], "this has changed"
P

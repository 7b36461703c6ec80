#!/usr/bin/env bash
# One would guess: a unittest method with three subTests, of which two fail, is one testcase in the JUnit file (as it is
# one of "Ran 2 tests"), or three; and `tests` counts the elements.
# What happens (unittest-xml-reporting 4.0.0, nose2 0.16.0, Python's own unittest): there is one element for each
# subTest that FAILED and none for the one that passed nor for the method itself. The two writers give the suite
# different numbers for the same run: nose2 says tests="2" beside three elements, so tests - failures is 0 although one
# test passed.
# What to do: count elements, not attributes; do not compute a pass rate from a file with subTests, since passes are
# missing; write one method a golden task.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check nose2==0.16.0 unittest-xml-reporting==4.0.0
cat > test_golden.py <<'R'
import unittest
class Golden(unittest.TestCase):
    def test_refund(self): pass
    def test_many(self):
        for number in range(3):
            with self.subTest(number=number): self.assertLess(number, 1)
R
printf '[unittest]\nplugins = nose2.plugins.junitxml\n[junit-xml]\nalways-on = True\n' > unittest.cfg
v/bin/python -m nose2 test_golden >/dev/null 2>&1 || true
v/bin/python -c "
import unittest, xmlrunner
unittest.main(module='test_golden', testRunner=xmlrunner.XMLTestRunner(output='x'), argv=['x'])" >/dev/null 2>&1 || true
v/bin/pip list --disable-pip-version-check 2>/dev/null | grep -iE 'nose2|unittest-xml'
v/bin/python - <<'P'
import glob, xml.etree.ElementTree as tree
names = {}
for path in ("nose2-junit.xml", *glob.glob("x/*.xml")):
    suite = next(tree.parse(path).getroot().iter("testsuite"))
    names[path] = sorted(case.get("name") for case in suite.iter("testcase"))
    print(path, "tests =", suite.get("tests"), "failures =", suite.get("failures"), names[path])
    assert names[path] == ["test_many (number=1)", "test_many (number=2)", "test_refund"], "this has changed"
    if path == "nose2-junit.xml":
        assert suite.get("tests") == "2" and suite.get("failures") == "2", "this has changed"
P

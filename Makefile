# Everything that needs doing has a target here; each makes or refreshes .venv itself.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Tests start dozens of processes: what one has compiled no other compiles again, even where a container forbids it.
export PYTHONDONTWRITEBYTECODE :=

# The lock names every package, so that nothing is left to resolve; all cores compile what pip would compile on one.
INSTALL = $(BIN)/pip install --quiet --require-hashes --no-deps --no-compile
COMPILE = { $(BIN)/python -m compileall -q -j 0 .venv/lib >/dev/null 2>&1 || true; }

# Several processes of the tests begin with the same modules: on a fresh clone each would compile them all.
PARTS = $(BIN)/python -m compileall -q -j 0 -x '/test_[^/]*$$' bot rules storage tests

.PHONY: run test check format lock bench soak clean help

help:  ## what each target does
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: .venv/.runtime  ## serve: the sandbox workspace on http://127.0.0.1:3000, or Slack where tokens are set
	@echo "Starting ftrag."
	@exec $(BIN)/python -m bot

test: .venv/.dev  ## format check, lint, types, import contracts and every test
	@$(BIN)/python -m tests.chromium
	@$(PARTS) || true
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@echo "Types and import contracts are checked beside the tests, and told after them."
	@{ $(BIN)/mypy; types=$$?; $(BIN)/lint-imports --no-cache && test $$types -eq 0; } >.beside.log 2>&1 & beside=$$!; \
	trap 'kill $$beside 2>/dev/null; rm -f .beside.log; exit 130' INT TERM; \
	$(BIN)/python -m pytest -n 3 --dist worksteal; tests=$$?; \
	wait $$beside; checked=$$?; cat .beside.log; rm -f .beside.log; \
	test $$tests -eq 0 && test $$checked -eq 0

check: .venv/.dev  ## the quick half of `test`: no browser, no PostgreSQL
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -m "not browser and not postgres and not slow"

format: .venv/.dev  ## rewrite the code in the house format
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock: .venv/.dev  ## write the lock files anew from pyproject.toml (needs uv)
	uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -o requirements.txt
	uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -c requirements.txt -o requirements-dev.txt

bench: .venv/.dev  ## speed, as ratios to a floor measured in the same run
	$(BIN)/python -m tests.bench

soak: .venv/.dev  ## the long proofs: many examples, many kills
	$(BIN)/python -m tests.soak

clean:  ## remove .venv and caches (never the data)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.venv/.runtime: requirements.txt
	@echo "Setting up .venv: the locked packages, about a minute, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(INSTALL) -r requirements.txt && $(COMPILE)
	@touch $@

.venv/.dev: requirements-dev.txt
	@echo "Setting up .venv for tests: the locked packages, about two minutes, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(INSTALL) -r requirements-dev.txt && $(COMPILE)
	@touch .venv/.runtime $@

# The one entry for people and CI. Needs Python 3.10 or newer, and make; everything else goes into .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: help demo test test-slow test-network test-all check generated docs bench clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml
	@echo "making $(VENV) (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "rail needs Python 3.10 or newer; name one: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

demo: $(STAMP)  ## check the example project against its declared use
	@cd examples/precinct-dashboard && echo '$$ cd examples/precinct-dashboard && rail check' && ../../$(BIN)/rail check --exit-zero

test: $(STAMP)  ## the tests (no network, under five minutes)
	$(BIN)/python -m pytest

test-slow: $(STAMP)  ## what takes longer: wheel from an empty folder, real pre-commit, dying registries, instruction counts, fuzzing
	$(BIN)/python -m pytest -m "slow and not network"

test-network: $(STAMP)  ## against the real package indexes
	$(BIN)/python -m pytest -m network

test-all:  ## the tests on every supported interpreter that this machine has
	@$(PYTHON) bench/interpreters.py

check: $(STAMP)  ## lint, types, layers, catalogue, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/rail catalogue lint
	$(BIN)/rail catalogue models --check
	$(BIN)/python -m tests.generated --check

generated: $(STAMP)  ## rewrite the generated files: schemas, hooks, reference pages
	$(BIN)/python -m tests.generated

$(VENV)/.docs-ready: $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs
	@touch $@

docs: $(VENV)/.docs-ready  ## build the documentation into build/site, and hold its links and requests to account
	$(BIN)/zensical build --strict --clean
	$(BIN)/python -m tests.docs.site build/site

bench: $(STAMP)  ## measure beside the peers (installs them into bench/.peers on first use)
	$(BIN)/python bench/run.py

clean:  ## remove what make made
	rm -rf $(VENV) .venv-3.* build dist rail/_data bench/.peers

# Everything here works in a fresh clone: it needs Python 3.11 or newer, make and git, and sets up `.venv` by itself.
SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin/python
PIP := $(BIN) -I -m pip --disable-pip-version-check --no-input

# Stamps: the environment as made, with what okrlint needs to run, with what its tests need too.
MADE := .venv/.made
RUNTIME := .venv/.runtime
DEV := .venv/.dev

# An environment knows its Python and its place. Made by another Python, or moved along with the
# checkout, it is made anew. (`_base_executable` looks through an environment that is active.)
IDENTIFY := $(PYTHON) -c 'import os, sys; print(sys._base_executable, sys.version.split()[0], os.getcwd())'
ifneq ($(shell cat $(MADE) 2>/dev/null),$(shell $(IDENTIFY) 2>/dev/null))
.PHONY: $(MADE)
endif

.PHONY: help setup report check test bench bars fuzz mutation docs format lock clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1@\2/p' Makefile | tr '@' '\t' | expand -t 16

setup: $(RUNTIME) ## Set up .venv with what okrlint needs to run

report: $(RUNTIME) ## Set up, lint okrs/ and write reports/
	$(BIN) -m okrlint check
	$(BIN) -m okrlint report

check: $(RUNTIME) ## Set up and lint okrs/
	$(BIN) -m okrlint check

test: $(DEV) ## Set up and run every test: ruff, mypy and the import contract are among them
	$(BIN) -m pytest --numprocesses=auto --dist=loadfile

bench: $(DEV) ## Set up, measure okrlint beside its peers and write docs/benchmarks.md
	$(PIP) install --quiet yamllint check-jsonschema 'ruamel.yaml[oldlibyaml]'
	$(BIN) -m tests.benchmarks

bars: $(DEV) ## Set up, run every promise at full size and write docs/trust.md
	$(BIN) -m tests.bars

fuzz: $(DEV) ## Set up and fuzz the reader, the fixes and the importers, ten minutes each
	$(PIP) install --quiet atheris
	for target in reader fixes importers; do $(BIN) -m tests.fuzz $$target -max_total_time=600 || exit 1; done

mutation: $(DEV) ## Set up, break a sample of the code and write docs/mutation.md
	$(PIP) install --quiet mutmut
	$(BIN) -m tests.mutation

docs: $(DEV) ## Set up and write what is generated: rule pages, the schema of the settings, the output that pages show
	$(BIN) -m okrlint rule --pages docs/rules
	$(BIN) -m tests.settings_schema
	$(BIN) -m tests.export_schema
	$(BIN) -m tests.model.scoring_page
	$(BIN) -m tests.docs_pages
	$(BIN) -m tests.themes_page

format: $(DEV) ## Set up and lay out the code as the tests want it
	$(BIN) -m ruff check --fix-only --quiet
	$(BIN) -m ruff format --quiet

# Versions and hashes for every Python and system that okrlint supports; no address, no path.
COMPILE := $(BIN) -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url

lock: $(RUNTIME) ## Raise every locked dependency to its newest release
	$(PIP) install --quiet uv
	$(COMPILE) --group build --output-file requirements.lock >/dev/null
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock >/dev/null

clean: ## Remove .venv and every cache
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find okrlint tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'okrlint needs Python 3.11 or newer; name one with: make PYTHON=python3.12' >&2; exit 1; }
	@echo 'Setting up .venv; the first time takes a minute'
	@base=$$($(PYTHON) -c 'import sys; print(sys._base_executable)') && "$$base" -m venv --clear .venv
	@$(IDENTIFY) > $@

# The project itself goes in without isolation: its build tool is locked like everything else.
$(RUNTIME): $(MADE) requirements.lock pyproject.toml
	@$(PIP) install --quiet --require-hashes --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.lock
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

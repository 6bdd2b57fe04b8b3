# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.bench-ready

.PHONY: demo test check eval fuzz bench docs clean help

help:
	@echo "make demo   check the example reports and write the dossier"
	@echo "make test   run the tests"
	@echo "make check  tests, types, linter, the rule of the rooms, the catalogue's linter"
	@echo "make eval   score the reader on annotated documents, and hold its floors"
	@echo "make fuzz   a minute of damaged files through every loader and the reader"
	@echo "make bench  measure the speed claims as ratios"
	@echo "make docs   write the generated pages of docs/"
	@echo "make clean  remove what these commands made"

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "inforce needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

$(BENCH_READY): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $@

demo: $(READY)
	$(BIN)/inforce check examples/reports/*.txt examples/reports/*.html --dossier demo-output/dossier.html

test: $(READY)
	$(BIN)/python -m pytest -n 2 -q

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/inforce catalogue lint
	$(MAKE) --no-print-directory test

eval: $(READY)
	$(BIN)/python -m eval

fuzz: $(READY)
	cd tests && ../$(BIN)/python -m fuzz 60 $(SEED)

bench: $(BENCH_READY)
	$(BIN)/python -m bench

docs: $(READY)
	$(BIN)/python -m docs.generate

clean:
	rm -rf $(VENV) demo-output build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# A day's commands: `make` alone lists them. Each works in .venv, which is made when it is first needed.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
FORM ?= .

.PHONY: help setup test form lint types words docs bench accuracy coverage figures release all

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

.venv/made: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(BIN)/python -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

setup: .venv/made ## the environment, with all that is needed to work on it

test: .venv/made ## all tests, two at a time
	$(BIN)/python -m pytest -n 2 --dist loadfile

form: .venv/made ## the fixture letters alone; of one: make form FORM=kyst
	$(BIN)/python -m pytest -q tests/test_letters.py $(if $(filter-out .,$(FORM)),-k "$(FORM)")

lint: .venv/made ## ruff: mistakes, style, layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/made ## mypy, strict
	$(BIN)/mypy

words: .venv/made ## what is printed, in bokmål and nynorsk: the files of words after the code
	$(BIN)/python scripts/words.py

docs: .venv/made ## the site, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: .venv/made ## how fast `parse` is, beside pdfplumber
	$(BIN)/python benchmarks/speed.py

accuracy: .venv/made ## how right the fixture letters are read, and what is wrong
	$(BIN)/python benchmarks/accuracy.py --mistakes --check

coverage: .venv/made ## which lines the tests reach, by room
	mkdir -p build
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --cov --cov-report=json; $(BIN)/python scripts/coverage_by_room.py

release: .venv/made ## tries a release, changes nothing; scripts/release.py --tag makes it
	$(BIN)/python scripts/release.py

figures: .venv/made ## long functions, comments, docstrings: the house in three figures
	$(BIN)/python scripts/figures.py

all: ## everything that must hold before a change goes in
	.ci/run

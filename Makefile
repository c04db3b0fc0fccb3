# Needs Python 3.11 or later, git and make. Another interpreter: make demo PYTHON=/path/to/python3.12
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet --constraint constraints.txt
PAIR := fixtures/stories/court-pension-fraud

# Models come from installed packages or folders; nothing is ever asked of a hub.
export HF_HUB_OFFLINE := 1

# One thread of arithmetic: figures come out the same on every machine, and cores are left for other work.
test check: export OMP_NUM_THREADS := 1

.PHONY: help demo test check format clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

demo: $(VENV)/.installed ## compare two fixture reports; the HTML page and the CSV go to out/
	@mkdir -p out
	@$(BIN)/discrepancy prepare
	@$(BIN)/discrepancy diff $(PAIR)/a.txt $(PAIR)/b.txt --exit-zero
	@$(BIN)/discrepancy diff $(PAIR)/a.txt $(PAIR)/b.txt --exit-zero --quiet --format html --output out/demo.html
	@$(BIN)/discrepancy diff $(PAIR)/a.txt $(PAIR)/b.txt --exit-zero --quiet --format csv --output out/demo.csv
	@echo "The same as a page: out/demo.html; as a table: out/demo.csv"

test: $(VENV)/.installed-dev ## the test suite
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev ## everything that must hold: style, types, accuracy floors, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m benchmarks.floors
	$(BIN)/python -m pytest

format: $(VENV)/.installed-dev ## bring the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove the environment and everything that can be made again
	rm -rf $(VENV) out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The stamps keep a second run from installing again; they are stale when what they were made from changes.
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one with PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) --editable '.[dev]'
	@touch $@

# Two targets do everything on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run
DEV_STAMP := $(VENV)/.dev
CASE ?= src/ariane/case/shipped/liver-biliopancreatic.yaml
JOBS ?= 2
DATA ?= build/workbench
PORT ?= 8321

.PHONY: demo serve docs test format types contracts tests soak mutation mutation-logic pins clean

demo: $(RUN_STAMP) ## Assess a shipped case: on the terminal, and as a self-contained page
	$(BIN)/ariane assess $(CASE)
	@mkdir -p build
	@$(BIN)/ariane assess $(CASE) --format html -o build/consultation.html

serve: $(RUN_STAMP) ## Open the workbench on this machine, with the shipped cases
	$(BIN)/ariane serve --data $(DATA) --port $(PORT)

docs: $(RUN_STAMP) ## The guideline as a reference site under build/site: open build/site/index.html
	@mkdir -p build
	$(BIN)/ariane guideline site build/site --cases tests/guideline/cases

test: format types contracts tests ## All that CI checks

format: $(DEV_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV_STAMP)
	$(BIN)/mypy

contracts: $(DEV_STAMP)
	$(BIN)/lint-imports --no-cache

tests: $(DEV_STAMP)
	$(BIN)/pytest -n $(JOBS)

soak: $(DEV_STAMP) ## A million random cases, compiled against walked
	$(BIN)/pytest -m soak -n $(JOBS)

mutation: $(DEV_STAMP) ## Every condition slightly wrong, against its cases; details of what the tests check
	$(BIN)/python tools/mutate_conditions.py

mutation-logic: $(DEV_STAMP) ## Mutants of the logic itself, with mutmut (half an hour); see docs/mutation.md
	$(BIN)/mutmut run
	$(BIN)/mutmut results

pins: $(DEV_STAMP) ## Renew the pinned dependencies (needs uv)
	cd requirements && for kind in run extra dev; do uv pip compile -q --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --upgrade $$kind.in -o $$kind.txt; done

clean:
	rm -rf $(VENV) build mutants .pytest_cache .mypy_cache .ruff_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src # Bytecode, also where the environment asks for none
	@touch $@

$(DEV_STAMP): requirements/dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: layouts
layouts: $(DEV_STAMP) ## Lay out the algorithms anew (needs Graphviz); the result is committed
	$(BIN)/python tools/lay_out_algorithms.py

.PHONY: origin-benchmark
origin-benchmark: $(DEV_STAMP) ## Retrain and measure the models of origin: make origin-benchmark ARIANE_DATA=DIR
	@test -n "$(ARIANE_DATA)" || { echo "give the folder of the data: make origin-benchmark ARIANE_DATA=DIR" >&2; exit 2; }
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/origin_dna.py "$(ARIANE_DATA)"
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/origin_rna.py "$(ARIANE_DATA)"
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/origin_ihc.py "$(ARIANE_DATA)"

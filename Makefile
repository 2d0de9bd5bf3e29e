# `make check` is the one habit: what it runs is what CI runs.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
FILES = digest tests benchmarks training

.PHONY: check format lint types tests coverage fix

check: format lint types tests

format:
	$(PYTHON) -m ruff format --check $(FILES)

lint:
	$(PYTHON) -m ruff check $(FILES)

types:
	$(PYTHON) -m mypy

tests:
	$(PYTHON) -m pytest -q -n auto

# The same tests, and no less of the lines than pyproject.toml says; it takes twice as long.
coverage:
	$(PYTHON) -m pytest -q -n auto --cov

fix:
	$(PYTHON) -m ruff check --fix $(FILES)
	$(PYTHON) -m ruff format $(FILES)

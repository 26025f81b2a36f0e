# Everything needs only Python 3.11; `make test` also looks for Chromium and PostgreSQL (see docs/testing.md).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The tests start many a process: each would compile every module anew.
export PYTHONDONTWRITEBYTECODE :=
# One more than two processors: many a test waits for a server, a browser or the clock.
AT_ONCE := -n 3 --dist worksteal

.PHONY: run test lint bench strings clean

# make run PORT=9000 DATA=~/another-search
run: $(VENV)/run.stamp
	$(BIN)/askwell $(if $(DATA),--data $(DATA)) up --demo $(if $(PORT),--port $(PORT))

test: $(VENV)/dev.stamp lint
	tools/system_packages
	$(BIN)/pytest $(AT_ONCE)
	$(BIN)/python tests/postgresql.py $(BIN)/pytest $(AT_ONCE)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	ASKWELL_DATA=$$(mktemp -d) $(BIN)/mypy src

bench: $(VENV)/dev.stamp
	$(BIN)/python bench/import_people.py 30000 --rounds 3
	$(BIN)/python bench/search.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/draft_speed.py
	$(BIN)/python bench/papers.py
	$(BIN)/python bench/coach_speed.py
	$(BIN)/python bench/rewrites.py questions
	$(BIN)/python bench/rewrites.py drafts
	$(BIN)/python bench/forecast_calibration.py
	$(BIN)/python bench/forecast_speed.py

strings: $(VENV)/dev.stamp
	$(BIN)/python tools/strings.py

$(VENV)/run.stamp: requirements/run.txt pyproject.toml $(wildcard src/askwell/locale/*/LC_MESSAGES/django.po)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --editable .
	touch $@

# Not compiled when installed: most of it is never imported, and what is gets compiled then.
$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/pip install --quiet --no-compile --require-hashes -r requirements/dev.txt
	touch $@

clean:
	rm -rf $(VENV) dist

# Everything a contributor or a build server does, in one word each. `make help` lists them.

SHELL := /bin/sh
BIN := .venv/bin
JOBS ?= 2
# options of `wederkerig demo`, such as DEMO="--poort 8123"
DEMO ?=
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup assets vertalingen vertaal system lint test test-all laws test-postgres test-browser \
	demo lees-voorbeelden docs bench corpus lock fmt clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: .venv/.installed assets vertalingen  ## make .venv with the pinned and hashed packages and this package in it

.venv/bin/pip:
	./tools/setup.sh

.venv/.locked: requirements/dev.txt | .venv/bin/pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.installed: .venv/.locked pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

vertalingen: .venv/.installed
	@$(BIN)/python -m tools.vertalingen

vertaal: .venv/.installed  ## collect the texts of the website into the English catalogue (docs/vertalen.md)
	@$(BIN)/python -m tools.vertaal
	@$(BIN)/python -m tools.vertalingen

assets: .venv/.installed  ## fetch styles and scripts from npm (as locked) into the static folder
	@$(BIN)/python -m tools.assets

system: .venv/.installed  ## look for the system packages the tests need; install them when root on Debian
	@./tools/system_packages.sh

lint: .venv/.installed  ## formatting, style, types and the import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: system lint test-all test-postgres test-browser  ## everything that has to be right before a change goes in

test-all: setup  ## all tests but those in a browser; the website on SQLite
	env -u DATABASE_URL $(BIN)/pytest -n $(JOBS) --dist worksteal -m "not e2e"

laws: setup  ## try the laws of consolidating, reading and writing on four times as many examples
	GRONDIG=1 $(BIN)/pytest -n $(JOBS) tests/consolidation tests/export tests/reading

test-postgres: setup  ## the tests of the website once more, on a PostgreSQL of their own
	./tools/postgres.sh $(BIN)/pytest -n $(JOBS) --dist worksteal tests/web

test-browser: setup  ## the website in a real browser; screenshots stand in build/schermafdrukken/
	env -u DATABASE_URL $(BIN)/pytest -n $(JOBS) --dist loadfile tests/e2e

VELDERMEER := voorbeelden/veldermeer
READ := build/voorbeelden
MERGED := $(READ)/veldermeer

demo: setup  ## start the website with the example municipalities in it, anew each time (Ctrl-C stops it)
	@$(BIN)/wederkerig demo $(DEMO)

lees-voorbeelden: .venv/.installed  ## read, check and merge the example documents; what is made stands in build/voorbeelden/
	@mkdir -p $(READ)
	$(BIN)/wederkerig lees voorbeelden/
	@# the examples hold mistakes on purpose, so exit code 1 (errors found) is what we want here
	$(BIN)/wederkerig controleer voorbeelden/ || [ $$? -eq 1 ]
	$(BIN)/wederkerig lees voorbeelden/ --xlsx $(READ)/werkboek.xlsx
	@printf '\n=== The year plan of 2026 merged into the agreements of Veldermeer ===\n\n'
	$(BIN)/wederkerig consolideer $(VELDERMEER)-meerjarige-prestatieafspraken-2025-2028.docx \
		$(VELDERMEER)-jaarplan-2026.docx \
		-o $(MERGED)-geconsolideerd.docx -o $(MERGED)-geconsolideerd.html \
		--renvooi $(MERGED)-wijzigingen.docx --renvooi $(MERGED)-wijzigingen.html \
		--geschiedenis $(MERGED)-geschiedenis.json
	@printf '\n=== The same document on a day before and on a day after ===\n\n'
	$(BIN)/wederkerig versie $(MERGED)-geschiedenis.json --op 30-6-2025
	@# a PDF needs Pango; where that is missing the command says so, and the rest goes on
	$(BIN)/wederkerig versie $(MERGED)-geschiedenis.json --op 30-6-2026 -o $(MERGED)-geconsolideerd.pdf || [ $$? -eq 2 ]
	@printf '\nOpen $(MERGED)-wijzigingen.docx in Word or LibreOffice to see the tracked changes.\n'

docs: .venv/.installed  ## write docs/opdrachten.md anew from the command line itself
	$(BIN)/python -m tools.docs

bench: .venv/.installed  ## measure speed and memory, with the floor in the same run
	$(BIN)/python -m benchmarks

corpus: .venv/.installed  ## read all documents at hand with this tree and the last release; print what was gained and lost
	$(BIN)/python -m tools.corpus

lock: .venv/.installed  ## resolve the dependencies anew (needs uv on the path) into requirements/
	./tools/lock.sh

fmt: .venv/.installed  ## format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## remove everything that can be made again
	rm -rf .venv node_modules demo dist build benchmarks/out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf src/wederkerig/web/vormgeving/static/vendor
	find src -name '*.mo' -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Everything a contributor or a build server does, in one word each. `make help` lists them.

SHELL := /bin/sh
BIN := .venv/bin
JOBS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup system test lint check-docs demo docs bench corpus lock fmt clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/.installed  ## make .venv with the pinned and hashed packages and this package in it

.venv/bin/python:
	./tools/setup.sh

.venv/.locked: requirements/dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.installed: .venv/.locked pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

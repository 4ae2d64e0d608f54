# `make help` lists what there is. Every target sets up what it needs by itself.

PYTHON := .venv/bin/python
WORKERS ?= 3
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check format translations lock shots bench bench-start study soak package \
        package-test package-smoke installer-test weights clean setup-run setup-test setup-package

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: setup-run ## open the desk on a demo database (without a display: walk through it off-screen)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    $(PYTHON) -m desktop demo; \
	else \
	    QT_QPA_PLATFORM=offscreen $(PYTHON) -m desktop demo --walk; \
	fi

test: check ## run every check and every test
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS) $(PYTEST_ARGS)

check: setup-test ## style, types, import rules and translations, without the tests
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) scripts/translations.py check

format: setup-test ## put the code into its standard form
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

translations: setup-test ## read new texts into the .ts files and compile them
	$(PYTHON) scripts/translations.py update

shots: setup-test ## write a picture of every page and step to build/shots
	QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/shots.py

bench: setup-test ## measure speed
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -m bench -s --timeout 0 tests/bench

study: setup-test ## simulate services and count how often the frequency's intervals are right
	$(PYTHON) scripts/frequency_study.py

soak: setup-test ## let the desk run for long and watch what grows
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -m soak -s --timeout 0

LOCK := $(PYTHON) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade)

lock: setup-test ## compile the lock files from pyproject.toml (UPGRADE=1: newest versions)
	$(LOCK) --extra install --output-file requirements/run.txt
	$(LOCK) --extra install --extra dev --constraint requirements/run.txt \
	    --output-file requirements/dev.txt

package: setup-package ## build what is installed without Python, into dist/ (on Linux: .deb, tar.gz)
	$(PYTHON) -m scripts.package all

package-test: setup-package ## install the .deb in a bare Debian and use it there (as root)
	@[ -n "$$(ls dist/*.deb 2>/dev/null)" ] || $(MAKE) package
	$(PYTHON) -m scripts.package test

package-smoke: setup-package ## unpack the portable archive and use it here, without a display
	@[ -n "$$(ls dist/*.tar.gz 2>/dev/null)" ] || $(MAKE) package
	$(PYTHON) -m scripts.package smoke

installer-test: setup-package ## install, update and remove a stand-in under Wine by the installer of Windows
	$(PYTHON) -m scripts.package installer

weights: setup-package ## tell what each part of the built program weighs
	$(PYTHON) -m scripts.package weights

bench-start: setup-package ## measure the built program's start beside an empty window
	$(PYTHON) -m scripts.package start

clean: ## remove everything that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	    .hypothesis *.egg-info resources/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup-run:
	@python3 scripts/setup.py run

setup-test:
	@python3 scripts/setup.py test

setup-package:
	@python3 scripts/setup.py package

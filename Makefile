# Each target sets up what it needs first: the Python environment in .venv and, on Linux, the libraries of the system.
# A set-up that is done already takes a tenth of a second and needs no network.
#
#   make run             Steady, from this folder            make run ARGS='breathe --minutes 2'
#   make test            the quick tests                     make test ARGS='-k pause'
#   make test-core       the core's tests, without Qt
#   make test-long       the tests that take minutes
#   make check           lint, format, types, architecture
#   make bench           each benchmark, against its reference

PYTHON ?= python3
ARGS ?=

prepare = $(PYTHON) packaging/setup
python = .venv/bin/python
offscreen = QT_QPA_PLATFORM=offscreen
# The quick tests on each core, and no more than four: each is a whole Qt.
workers = -n logical --maxprocesses 4 --dist worksteal
benchmarks = $(addprefix benchmarks/,startup.py library.py handover.py cost.py pacing.py progress.py sound.py kills.py)

.PHONY: run test test-core test-long check bench

run:
	@$(prepare) run
	@.venv/bin/steady $(ARGS)

test:
	@$(prepare) test
	@$(offscreen) $(python) -m pytest -m 'not long' $(workers) $(ARGS)

test-core:
	@$(prepare) core
	@PYTHONPATH=src .venv-core/bin/python -m pytest -m 'not long' tests/core $(ARGS)

test-long:
	@$(prepare) test
	@$(offscreen) $(python) -m pytest -m long $(ARGS)

check:
	@$(prepare) check
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@$(python) -m mypy
	@$(python) .venv/bin/lint-imports

bench:
	@$(prepare) bench
	@set -e; for each in $(benchmarks); do echo "== $$each"; $(python) "$$each" $(ARGS); done

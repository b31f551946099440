# What each target does is said in CONTRIBUTING.md. On a machine without make, README.md gives the same steps.
PYTHON ?= python3
BIN := .venv/bin
ROOMS := app.py bot dialogs scheduler services storage guidance domain demo benchmarks tests tools
# A check that passes says nothing.
quiet = said=$$($(1) 2>&1) || { printf '%s\n' "$$said"; exit 1; }
LOCKED := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --no-strip-extras --generate-hashes --no-header --quiet $(UPGRADE)

.PHONY: run setup setup-dev test lint types imports format bench faults coverage lock clean

run: setup
	@$(BIN)/python app.py demo $(if $(PORT),--port $(PORT))

setup:
	@$(PYTHON) tools/setup.py

setup-dev:
	@$(PYTHON) tools/setup.py --dev

test: setup-dev lint types imports
	@browser=$$($(BIN)/python tools/browser.py) && NMO_TEST_BROWSER="$$browser" $(BIN)/python -m pytest --no-header -n 2 --dist worksteal

lint: setup-dev
	@$(call quiet,$(BIN)/ruff check --output-format concise .)
	@$(call quiet,$(BIN)/ruff format --check .)
	@$(call quiet,$(BIN)/codespell)
	@$(call quiet,$(BIN)/deptry --no-ansi .)

types: setup-dev
	@$(call quiet,$(BIN)/mypy $(ROOMS))

imports: setup-dev
	@$(call quiet,$(BIN)/lint-imports --no-logo)

format: setup-dev
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: setup-dev
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements/bench.lock
	@$(BIN)/python -m benchmarks

faults: setup-dev
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement requirements/bench.lock
	@$(BIN)/python -m benchmarks breach-kills sending-kills transfer-kills order-life

coverage: setup-dev
	@browser=$$($(BIN)/python tools/browser.py) && NMO_TEST_BROWSER="$$browser" $(BIN)/python -m pytest --no-header -n 2 --dist worksteal --cov
	@$(BIN)/coverage report --include='domain/breaches/*,dialogs/breach*.py' --fail-under=100

# Keeps the locked versions that still fit; UPGRADE=--upgrade takes the newest, UPGRADE="--upgrade-package NAME" the newest of one.
lock: setup-dev
	@$(LOCKED) --output-file requirements/runtime.lock
	@$(LOCKED) --group dev --constraint requirements/runtime.lock --output-file requirements/dev.lock
	@$(LOCKED) --group bench --constraint requirements/dev.lock --output-file requirements/bench.lock
	@$(BIN)/uv pip compile --group node --universal --python-version 3.11 --generate-hashes --no-header --quiet $(UPGRADE) --output-file requirements/node.lock
	@$(BIN)/python tools/from_npm.py --lock

clean:
	@rm -rf .venv bot/web/vendor tests/bot/teams/vendor .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

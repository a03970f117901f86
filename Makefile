# What there is to do with this checkout. `make demo` and `make test` set up everything they need but Swift and Python.

PYTHON ?= python3
SWIFT ?= swift
VENV := .venv
BIN := $(VENV)/bin
CODES := $(CURDIR)/.build-codes
JOBS ?= 2
JUNIT ?=
FUZZ ?= 1250000
FUZZ_SEED ?= 1
SWEEP ?= 100
SWEEP_LIBRARY ?=

.PHONY: all build demo test test-swift test-python fuzz sweep lint format bench farhost farhost-down wheel clean

all: build

# The environment has the package installed in editable form; the engine is rebuilt by `make build` alone.
$(VENV)/.made: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet hatchling 'cloudpickle>=3' 'pytest>=8' 'pytest-xdist>=3' 'ruff==0.14.*' mypy build auditwheel
	touch $@

build: $(VENV)/.made
	$(BIN)/python hatch_build.py

# Installed without building once more: the hook would do the same.
$(VENV)/.installed: $(VENV)/.made | build
	PYTELEPORT_PREBUILT=1 $(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	touch $@

# The interpreter that hops by ssh is one whose minor version the far host has; it gets the package from the environment.
demo: build $(VENV)/.installed
	$(BIN)/python examples/demo.py
	@far=$$($(BIN)/python tests/interpreters.py near-of-far); \
	if [ -n "$$far" ]; then \
	    packages=$$($(BIN)/python -c 'import cloudpickle, os; print(os.path.dirname(os.path.dirname(cloudpickle.__file__)))'); \
	    PYTHONPATH=python:$$packages "$$far" examples/demo.py ssh -F .farhost/ssh_config farhost; \
	else echo "the far host is down (tests/farhost/up brings it up): no demo by ssh"; fi

test: test-swift test-python

test-swift: $(VENV)/.made
	rm -rf $(CODES) && mkdir -p $(CODES)
	$(BIN)/python tests/interpreters.py run Tools/stdlib-codes.py $(CODES)
	PYTELEPORT_STDLIB_CODES=$(CODES) $(SWIFT) test --scratch-path .build-test

test-python: build $(VENV)/.installed
	$(BIN)/python -m pytest -q -n $(JOBS) $(PYTEST_ARGS)

# FUZZ damaged inputs for each of the eight releases: decoders may refuse them, and must not trap.
fuzz: $(VENV)/.made
	rm -rf $(CODES) && mkdir -p $(CODES)
	$(BIN)/python tests/interpreters.py run Tools/stdlib-codes.py $(CODES)
	PYTELEPORT_STDLIB_CODES=$(CODES) PYTELEPORT_FUZZ_COUNT=$(FUZZ) PYTELEPORT_FUZZ_SEED=$(FUZZ_SEED) \
	    $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter FuzzTests

# Moves what others wrote from SWEEP boundaries of each program; SWEEP_LIBRARY see Tools/sweep/run.
sweep: build $(VENV)/.installed
	$(BIN)/python Tools/sweep/run --limit $(SWEEP) --jobs $(JOBS) $(if $(SWEEP_LIBRARY),--library $(SWEEP_LIBRARY))

lint: $(VENV)/.made
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTELEPORT_PYTHONS= $(BIN)/python tests/interpreters.py check-tables

format: $(VENV)/.made
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel: $(VENV)/.made
	rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

bench: build $(VENV)/.installed
	$(BIN)/python benchmarks/run.py

farhost:
	tests/farhost/up

farhost-down:
	tests/farhost/down

clean:
	rm -rf .build .build-* build dist $(VENV) python/pyteleport/*.abi3.so python/pyteleport/_bin
	find python tests -name __pycache__ -prune -exec rm -rf {} +

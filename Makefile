# `make run` and `make test` set everything up themselves, in .venv.
.PHONY: help run test test-all fuzz soak bench bundle docs lint format types clean
.DEFAULT_GOAL := help

FILE = examples/apple_tax.json
ARGS =
SECONDS = 60
MINUTES = 10
TORCH = torch==2.13.0

BIN = .venv/bin
PYTEST = QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile
GET_TORCH = $(BIN)/python -c 'import torch' 2>/dev/null || $(BIN)/python -m pip install -qq --no-input $(TORCH) 2>/dev/null
export PYTHON

help:
	@echo 'make run [FILE=graph.json]   open the editor (without a display: draw the graph and print its passes)'
	@echo 'make test [ARGS="-k name"]   run the tests'
	@echo 'make test-all                the same with the slow ones, compared with PyTorch if it can be had'
	@echo 'make fuzz [SECONDS=60]       spoil files and look for what goes wrong; findings go to fuzz_findings/'
	@echo 'make soak [MINUTES=10]       use the window at random and watch its memory'
	@echo 'make bench                   measure speed against the budgets'
	@echo 'make bundle                  build a folder that runs without Python: dist/gradcanvas'
	@echo 'make docs                    write the pages of docs/ that follow from declarations'
	@echo 'make lint                    check style, import rules and types'
	@echo 'make format                  rewrite the sources in the house style'
	@echo 'make types                   check types only'
	@echo 'make clean                   remove caches and build products; .venv stays'

run:
	@.ci/venv run
	@if $(BIN)/python -m gui.display; then \
	    $(BIN)/python .ci/qt_libraries.py --window && exec $(BIN)/gradcanvas "$(FILE)"; \
	else \
	    picture=$$(basename "$(FILE)" .json).png; export QT_QPA_PLATFORM=offscreen; \
	    echo "No display here, so instead of the editor: a picture of $(FILE) and its passes."; \
	    $(BIN)/python .ci/qt_libraries.py && $(BIN)/gradcanvas "$(FILE)" --screenshot "$$picture" && \
	    echo "$(CURDIR)/$$picture" && exec $(BIN)/gradcanvas steps "$(FILE)"; \
	fi

test:
	@.ci/venv test
	@$(BIN)/python .ci/qt_libraries.py
	@$(PYTEST) $(ARGS)

test-all:
	@.ci/venv test
	@$(BIN)/python .ci/qt_libraries.py
	@$(GET_TORCH) || echo 'PyTorch cannot be installed here: the comparisons with it are skipped.'
	@$(PYTEST) -m '' $(ARGS)

fuzz:
	@.ci/venv test
	@$(BIN)/python -m tests.fuzz.guided $(SECONDS)

soak:
	@.ci/venv test
	@$(BIN)/python .ci/qt_libraries.py
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.soak $(MINUTES)

bench:
	@.ci/venv run
	@$(GET_TORCH) || true
	@.ci/venv bench
	@$(BIN)/python .ci/qt_libraries.py
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

bundle:
	@.ci/venv bundle
	@$(BIN)/python .ci/qt_libraries.py
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/bundle packaging/gradcanvas.spec
	@dist/gradcanvas/gradcanvas --self-test
	@du -sh dist/gradcanvas

docs:
	@.ci/venv run
	@$(BIN)/python .ci/qt_libraries.py
	@$(BIN)/python docs/build.py
	@$(BIN)/python docs/pictures.py 2>/dev/null
	@$(BIN)/gradcanvas examples/apple_tax.json --theme light --language en --screenshot docs/images/apple_tax.png

lint:
	@.ci/venv dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

format:
	@.ci/venv dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types:
	@.ci/venv dev
	@$(BIN)/mypy

clean:
	@rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage apple_tax.png
	@find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

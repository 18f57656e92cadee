# Every target sets up .venv first, which takes a moment the first time and nothing afterwards.

.PHONY: help setup run demo test unit check coverage bench screenshots docs translations format

help:  ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup:  ## make .venv with everything that is needed
	@packaging/setup.sh

run: setup  ## open the console with an agent in it
	@.venv/bin/python app

demo: setup  ## train a model, predict with it and take a picture, without a screen
	@PATH="$(CURDIR)/.venv/bin:$$PATH" CNET_DEMO_END="python packaging/picture.py demo.png" \
	  bash examples/demo.sh

test: setup unit  ## run the tests: the quick ones on every core, then what must have the machine for itself
	@.venv/bin/python -m pytest -m integration --durations 20 --durations-min 5

unit: export PYTHONDONTWRITEBYTECODE =  # each of its processes would compile everything again
unit: setup  ## run the tests that start no agents, services or windows, in less than a minute
	@.venv/bin/python -m pytest -m "not integration" -n auto --dist loadfile

check: setup  ## check formatting, lint, types and who imports whom
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

coverage: setup  ## hold the pure parts at full coverage by their own tests
	@.venv/bin/python -m pytest -q tests/agent/model tests/agent/wire tests/agent/client/test_mirror.py \
	  --cov=cnet_agent.model --cov=cnet_agent.wire --cov=cnet_agent.client.mirror \
	  --cov-report=term-missing:skip-covered --cov-fail-under=100

format: setup  ## put the code into shape
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: setup  ## measure against peers and limits; WHAT=launching for one of them
	@.venv/bin/python benchmarks $(WHAT)

screenshots: setup  ## render the console's pages into docs/screenshots
	@.venv/bin/python docs/screenshots/render.py

docs: setup  ## write the pages of docs/ that are made from the code
	.venv/bin/python -m cnet_agent.config.document > docs/configuration.md
	.venv/bin/python docs/files.py
	.venv/bin/python -m cnet_agent.server.document > docs/api.md

LANGUAGES = resources/cnet_resources/translations
translations: setup  ## bring the .ts files up to date with the code, and compile what is in them
	.venv/bin/pyside6-lupdate -locations none -no-obsolete -extensions py app ui \
	  -ts $(LANGUAGES)/zh_CN.ts $(LANGUAGES)/zh_TW.ts
	.venv/bin/python packaging/agent_messages.py $(LANGUAGES)
	for language in zh_CN zh_TW; do .venv/bin/pyside6-lrelease $(LANGUAGES)/$$language.ts \
	  $(LANGUAGES)/presets_$$language.ts $(LANGUAGES)/agent_$$language.ts -qm $(LANGUAGES)/$$language.qm || exit 1; done

# The one entrance for people and machines. Every target makes the environment first; a second time that costs nothing.

PYTHON ?= python3
BOOTSTRAP := $(PYTHON) packaging/bootstrap.py
VENV_PYTHON := .venv/bin/python
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.PHONY: help run test check forms leesbaarheid bench lock test-kluis torture install have-python

help: ## deze lijst
	@echo "SVP Desktop. Gebruik: make WAT"
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'
	@echo
	@echo "Zonder make (Windows): py packaging\\\\bootstrap.py run, en zo ook test en check."

run: have-python ## het programma openen; zonder beeldscherm een rondgang, met beelden en brieven in build/demo
	@$(BOOTSTRAP) run $(ARGS)

test: have-python ## alle tests, ongeveer vier minuten; een deel: make test ARGS="tests/unit"
	@$(BOOTSTRAP) test $(ARGS)

check: have-python ## opmaak, fouten, typen en de lagen van de code
	@$(BOOTSTRAP) check

forms: install ## forms/*.ui omzetten naar svp_desktop/ui/forms/ui_*.py
	@$(VENV_PYTHON) packaging/forms.py

leesbaarheid: install ## hoe moeilijk elke tekst is; de tabel komt ook in docs/leesbaarheid.md
	@$(VENV_PYTHON) packaging/leesbaarheid.py

bench: install ## snelheid meten; een deel: make bench ROWS=1,4; uitkomst ook in build/bench.json
	@env -u PYTHONDONTWRITEBYTECODE QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) tests/bench/bench.py $(if $(ROWS),--rows $(ROWS))

lock: install build/lock-tool/bin/uv ## packaging/requirements.txt opnieuw maken uit pyproject.toml (vraagt internet)
	UV_CUSTOM_COMPILE_COMMAND="make lock" build/lock-tool/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--python-version 3.11 --extra dev --output-file packaging/requirements.txt $(ARGS) pyproject.toml

test-kluis: install ## alle tests van de kluis, met elke beschadiging; elke uitkomst op een regel
	@SVP_FUZZ=all QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest tests/kluis $(ARGS)

torture: have-python ## trage bewijzen: stroom weg, hard afbreken, schijf vol; een deel: make torture ARGS="--parts kills"
	@$(BOOTSTRAP) torture $(ARGS)

install: have-python ## de omgeving in .venv maken of bijwerken
	@$(BOOTSTRAP) install

have-python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3 ontbreekt. Op Debian en Ubuntu: sudo apt-get install python3"; exit 2; }

build/lock-tool/bin/uv:
	@$(VENV_PYTHON) -m venv build/lock-tool
	@build/lock-tool/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)

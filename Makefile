# `make` alone lists what there is. Needs git, make and Python 3.11 or newer; all else is fetched into .venv and the caches.
PYTHON ?= python3
RUN := .venv/bin/python -P -m
COMPILE := .venv/bin/uv pip compile --quiet pyproject.toml
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup setup-dev demo check test soak bench-load bench-graphql bench-derive bench-pages fix lock lock-neo4j clean
.DEFAULT_GOAL := help

help: ## This list
	@awk -F ' *## ' '/^[a-z0-9-]+:.*## / { sub(/:.*/, "", $$1); printf "make %-13s %s\n", $$1, $$2 }' Makefile

setup: ## The virtual environment .venv with the pinned packages and the command claimgraph
	@PYTHON='$(PYTHON)' sh .ci/setup requirements.txt

setup-dev: ## The same, with what checks and tests need
	@PYTHON='$(PYTHON)' sh .ci/setup requirements-dev.txt

demo: setup ## Everything: Neo4j, the Kherson corpus, the board, GraphQL and Neo4j Browser, until Ctrl-C
	@exec .venv/bin/claimgraph demo

check: setup-dev ## Linters and types, in seconds
	@$(RUN) ruff check
	@$(RUN) ruff format --check
	@$(RUN) mypy
	@.venv/bin/lint-imports --no-cache --no-logo
	@sh .ci/lint-cypher

test: check ## The checks, then every test against a real Neo4j that the tests start
	@$(RUN) pytest $(ARGS)

soak: setup-dev ## The same checks at length: rules, histories, fifty kills, queries, broken requests, overload (hours)
	@SEEDS=4000 HISTORIES=60 KILLS=50 QUERIES=5000 FUZZ=10000 OVERLOAD=600 OUTAGES=2 $(RUN) pytest tests/rules tests/graph \
		tests/oracle/test_generated.py tests/api/test_fuzz.py tests/local/test_overload.py $(ARGS)

bench-load: setup-dev ## What a load costs beside Neo4j's importer and LOAD CSV: 200,000 claims; ARGS=--million for a million
	@$(RUN) claimgraph.bench.load $(ARGS)

bench-graphql: setup-dev ## The endpoint beside @neo4j/graphql, Strawberry and the bare driver: 200,000 claims (needs Node)
	@$(RUN) claimgraph.bench.graphql $(ARGS)

bench-derive: setup-dev ## What deriving costs beside loading: 200,000 claims, one issue of 100,000, a merge
	@$(RUN) claimgraph.bench.derive $(ARGS)

bench-pages: setup-dev ## When a board's first content stands on the screen, beside a static file (needs chromium)
	@$(RUN) claimgraph.bench.pages $(ARGS)

fix: setup-dev ## Repair what the linters can repair
	@$(RUN) ruff check --fix
	@$(RUN) ruff format

lock: setup-dev ## Pin the newest packages that pyproject.toml allows
	@$(COMPILE) --upgrade --output-file requirements.txt
	@$(COMPILE) --upgrade --extra dev --constraint requirements.txt --output-file requirements-dev.txt

lock-neo4j: setup ## Write the list of Neo4j's artifacts anew from graph/local/pom.xml (needs mvn)
	@$(RUN) claimgraph.graph.local.lock

clean: ## Remove what make made here; the caches and the data of the local Neo4j stay
	@rm -rf .venv node_modules dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

"""GraphQL over HTTP as its public audit suite has it: every check, on the service as it is served."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from claimgraph.tests.local.test_serve import served, settings

__all__ = ["settings"]
ROOT = Path(__file__).parents[2]
CHECKS = 61
pytestmark = pytest.mark.skipif(
    os.environ.get("CI") != "true" and not (shutil.which("node") and (ROOT / "node_modules" / "graphql-http").is_dir()),
    reason="the audit needs Node and its packages; CI has them",
)


def test_the_audit(settings: dict[str, str]) -> None:
    """None fails, and none warns."""
    with served(settings | {"CLAIMGRAPH_GRAPHIQL": "false"}, []) as client:
        command = ["node", "tests/api/audit.mjs", str(client.base_url.join("/graphql"))]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each for each in told if each["status"] != "ok"] == []
    assert len(told) == CHECKS

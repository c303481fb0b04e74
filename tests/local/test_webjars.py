"""GraphiQL's jars: in the lock beside Neo4j's, fetched with them or alone, read without being unpacked."""

from pathlib import Path

import pytest

from claimgraph.graph.errors import LocalServerError
from claimgraph.graph.local.artifacts import locked_artifacts, server_artifacts, webjars
from claimgraph.graph.local.cache import fetch_artifacts, fetch_webjars
from claimgraph.graph.local.webjars import graphiql_files
from claimgraph.graph.progress import Silent
from claimgraph.tests.local.repositories import repository_of

NAMES = {"graphiql-2.4.7.jar", "react-18.3.1.jar", "react-dom-18.3.1.jar"}
FILES = {"graphiql.min.css", "graphiql.min.js", "react.production.min.js", "react-dom.production.min.js"}


def without_webjars(cache: Path) -> Path:
    """The folder of jars in that cache, less GraphiQL's."""
    folder = cache / "neo4j"
    for name in NAMES:
        (folder / name).unlink()
    return folder


def test_the_lock_has_graphiql_and_nothing_it_depends_on() -> None:
    """Three WebJars are locked: what they depend on stands in their bundles already."""
    assert {artifact.file_name for artifact in webjars()} == NAMES
    assert len(server_artifacts()) == len(locked_artifacts()) - len(NAMES)


async def test_neo4j_has_no_webjar_on_its_class_path(full_cache: Path, nowhere: str) -> None:
    """What Neo4j is started with is all of the cache but GraphiQL."""
    jars = await fetch_artifacts(full_cache / "neo4j", nowhere, Silent())
    assert {path.name for path in (full_cache / "neo4j").iterdir()} - {path.name for path in jars} == NAMES


async def test_graphiql_is_fetched_together_with_neo4j(full_cache: Path, jars: list[Path]) -> None:
    """Who fetches Neo4j has GraphiQL too."""
    folder = without_webjars(full_cache)
    (folder / jars[0].name).unlink()
    with repository_of(jars[0].parent) as (address, asked):
        await fetch_artifacts(folder, address, Silent())
    assert sorted(asked) == sorted([jars[0].name, *NAMES])
    assert graphiql_files(full_cache).keys() == FILES


async def test_a_complete_neo4j_does_not_wait_for_graphiql(full_cache: Path, nowhere: str) -> None:
    """Where only GraphiQL is missing, as after an upgrade without a network, Neo4j starts all the same."""
    await fetch_artifacts(without_webjars(full_cache), nowhere, Silent())


async def test_graphiql_alone(tmp_path: Path, jars: list[Path]) -> None:
    """Who has a Neo4j elsewhere fetches three files, once."""
    with repository_of(jars[0].parent) as (address, asked):
        for _ in range(2):
            await fetch_webjars(tmp_path / "neo4j", address, Silent())
    assert sorted(asked) == sorted(NAMES)
    assert graphiql_files(tmp_path).keys() == FILES


async def test_no_network_is_one_sentence(tmp_path: Path, nowhere: str) -> None:
    """Without a network it is GraphiQL that is said to be missing, and where it could come from."""
    with pytest.raises(LocalServerError, match=r"GraphiQL cannot be fetched: .*CLAIMGRAPH_MAVEN_MIRROR") as caught:
        await fetch_webjars(tmp_path / "neo4j", nowhere, Silent())
    assert "\n" not in str(caught.value)


async def test_a_torn_jar_has_no_files_until_it_is_fetched_again(full_cache: Path, jars: list[Path]) -> None:
    """A jar with other content than the lock's is never read."""
    assert graphiql_files(full_cache).keys() == FILES
    jar = full_cache / "neo4j" / "react-18.3.1.jar"
    content = jar.read_bytes()
    jar.unlink()
    assert graphiql_files(full_cache) == {}
    jar.write_bytes(content[:-1])
    assert graphiql_files(full_cache) == {}
    with repository_of(jars[0].parent) as (address, asked):
        await fetch_webjars(full_cache / "neo4j", address, Silent())
    assert asked == ["react-18.3.1.jar"]
    assert graphiql_files(full_cache).keys() == FILES


@pytest.mark.usefixtures("jars")
def test_the_files_are_the_production_builds(full_cache: Path) -> None:
    """They are what browsers are meant to run, and ask no other machine for a font or a picture."""
    found = graphiql_files(full_cache)
    assert b"react-dom.production.min.js" in found["react-dom.production.min.js"][:200]
    assert b"GraphiQL" in found["graphiql.min.js"]
    assert b"url(http" not in found["graphiql.min.css"]
    assert b"@import" not in found["graphiql.min.css"]

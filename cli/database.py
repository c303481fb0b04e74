"""Which database the commands use: the server that the settings name, or the local one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ..graph.browser.connect import browser_settings
from ..graph.errors import Unavailable
from ..graph.local.server import LocalNeo4j
from ..graph.store import Store
from ..settings import Settings


def local_neo4j(settings: Settings, guide: str | None = None) -> LocalNeo4j:
    """The local Neo4j that these settings describe; nothing is started by asking for it.

    `guide` is the address of a guide that its Browser opens when it connects.
    """
    return LocalNeo4j(
        settings.home,
        cache=settings.cache,
        maven_mirror=settings.maven_mirror,
        bolt_port=settings.bolt_port,
        http_port=settings.http_port,
        heap=settings.heap,
        page_cache=settings.page_cache,
        settings=browser_settings(guide),
    )


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Store]:
    """The database, found answering. Raises Unavailable with what would help."""
    async with store_of(settings) as store:
        await store.read("RETURN 1", {}, timeout=settings.request_timeout)
        yield store


def store_of(settings: Settings) -> Store:
    """The database, not yet asked anything. Raises Unavailable where no Neo4j runs here and none is named."""
    if settings.neo4j_uri is not None:
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        return Store.open(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)
    running = local_neo4j(settings).running()
    if running is None:
        raise Unavailable(
            "no Neo4j is running here; start one with `claimgraph up`, or name one with CLAIMGRAPH_NEO4J_URI"
        )
    return Store.open(running.bolt_uri, running.user, running.password, settings.neo4j_database)


def with_browser(settings: Settings) -> Settings:
    """The settings with the Neo4j Browser of the local server, where they name no other."""
    if settings.browser_url is not None or settings.neo4j_uri is not None:
        return settings
    running = local_neo4j(settings).running()
    return settings.model_copy(update={"browser_url": running.browser_uri}) if running else settings

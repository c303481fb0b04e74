"""The folder of jars that all local servers share: Neo4j's, and GraphiQL's for browsers."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from filelock import AsyncFileLock

from ..progress import Progress
from .artifacts import Artifact, locked_artifacts, missing_artifacts, server_artifacts, webjars


async def fetch_artifacts(folder: Path, mirror: str | None, progress: Progress) -> list[Path]:
    """Where each of Neo4j's jars lies in `folder`, complete; if any is missing or torn, all that is missing is fetched.

    All 137 MB are hashed each time, in a tenth of a second; no network is touched when nothing of Neo4j is missing:
    GraphiQL comes with it, but for want of GraphiQL no start may fail.
    Raises LocalServerError when the repository does not give an artifact, OSError when the disk takes none.
    """
    needed = server_artifacts()
    if await asyncio.to_thread(missing_artifacts, needed, folder):
        await _fetch("Neo4j", locked_artifacts(), folder, mirror, progress)
    return [folder / artifact.file_name for artifact in needed]


async def fetch_webjars(folder: Path, mirror: str | None, progress: Progress) -> None:
    """Bring GraphiQL's jars alone into `folder`, for who has a Neo4j elsewhere; raises as `fetch_artifacts` does."""
    if await asyncio.to_thread(missing_artifacts, webjars(), folder):
        await _fetch("GraphiQL", webjars(), folder, mirror, progress)


async def _fetch(
    name: str, artifacts: Sequence[Artifact], folder: Path, mirror: str | None, progress: Progress
) -> None:
    from .download import download  # noqa: PLC0415 - it takes 0.2 s to import; most starts need it not

    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    async with AsyncFileLock(folder / "fetch.lock"):
        await download(name, missing_artifacts(artifacts, folder), folder, mirror, progress)

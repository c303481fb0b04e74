"""The folder of Neo4j's jars that all local servers share."""

import asyncio
from pathlib import Path

from filelock import AsyncFileLock

from ..progress import Progress
from .artifacts import locked_artifacts, missing_artifacts


async def fetch_artifacts(folder: Path, mirror: str | None, progress: Progress) -> list[Path]:
    """Where each artifact lies in `folder`, complete; what is missing or torn there is fetched.

    All 137 MB are hashed each time, in a tenth of a second; no network is touched when nothing is missing.
    Raises LocalServerError when the repository does not give an artifact, OSError when the disk takes none.
    """
    if await asyncio.to_thread(missing_artifacts, folder):
        from .download import download  # noqa: PLC0415 - it takes 0.2 s to import; most starts need it not

        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        async with AsyncFileLock(folder / "fetch.lock"):
            await download(missing_artifacts(folder), folder, mirror, progress)
    return [folder / artifact.file_name for artifact in locked_artifacts()]

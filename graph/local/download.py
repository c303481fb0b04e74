"""Artifacts from a Maven repository into the cache: many at a time, moved there when complete.

jgo knows the repository's address; its own download opens two connections a file and takes ten times as long.
"""

import asyncio
import hashlib
import shutil
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

import requests
from jgo.maven import MavenContext
from requests.adapters import HTTPAdapter

from ..errors import LocalServerError
from ..progress import Progress
from .artifacts import Artifact

AT_ONCE = 16
ATTEMPTS = 3
TIMEOUT = 20
"""Seconds to wait for a connection, and for the next piece of a file."""
PIECE = 1 << 16


class _StoppedError(Exception):
    """Another download failed, or somebody pressed Ctrl-C."""


async def download(
    name: str, artifacts: Sequence[Artifact], folder: Path, mirror: str | None, progress: Progress
) -> None:
    """Put what `name` is made of into a folder that no other process downloads into, replacing what is torn.

    Raises LocalServerError when the repository does not give an artifact, OSError when the disk takes none.
    """
    if not artifacts:
        return
    partial = _emptied(folder / "partial")
    with _Repository(name, mirror) as repository, progress.task(f"Fetching {name}", len(artifacts), "files") as task:
        outcomes = _fetch_all(artifacts, lambda artifact: repository.fetch(artifact, partial, folder))
        for _ in artifacts:
            if problem := await outcomes.get():
                raise problem
            task.advance()
    _emptied(partial).rmdir()


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _fetch_all(artifacts: Sequence[Artifact], fetch: Callable[[Artifact], None]) -> asyncio.Queue[Exception | None]:
    """What comes of each download. Its threads keep nobody waiting: not Ctrl-C, not the end of the program."""
    loop = asyncio.get_running_loop()
    outcomes: asyncio.Queue[Exception | None] = asyncio.Queue()
    waiting = deque(artifacts)

    def work() -> None:
        with suppress(IndexError, RuntimeError):  # nothing waits any more; or the loop has ended meanwhile
            while True:
                artifact, outcome = waiting.popleft(), None
                try:
                    fetch(artifact)
                except Exception as error:  # noqa: BLE001 - raised again where the outcome is awaited
                    outcome = error
                loop.call_soon_threadsafe(outcomes.put_nowait, outcome)

    for _ in range(AT_ONCE):
        Thread(target=work, daemon=True).start()
    return outcomes


class _Repository:
    """A Maven repository and the connections to it, until all is there, one download fails or is given up."""

    def __init__(self, name: str, mirror: str | None) -> None:
        self._name = name
        (self._address,) = [mirror.rstrip("/")] if mirror else MavenContext().remote_repos.values()
        self._session = requests.Session()
        self._session.mount(self._address, HTTPAdapter(pool_maxsize=AT_ONCE))
        self._stopped = Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._session.close()

    def fetch(self, artifact: Artifact, partial: Path, folder: Path) -> None:
        """Bring the artifact into `folder`, by way of `partial`."""
        path = partial / artifact.file_name
        problem = ""
        for _ in range(ATTEMPTS):
            if self._stopped.is_set():
                raise _StoppedError
            problem = self._receive(artifact, path)
            if not problem:
                path.replace(folder / artifact.file_name)
                return
        raise LocalServerError(
            f"{self._name} cannot be fetched: {self._address} {problem}, asked for {artifact};"
            " it is needed this once, from there or from the repository that CLAIMGRAPH_MAVEN_MIRROR names"
        )

    def _receive(self, artifact: Artifact, path: Path) -> str:
        """What the repository did wrong; nothing when the artifact lies at `path`."""
        group = artifact.group.replace(".", "/")
        address = f"{self._address}/{group}/{artifact.name}/{artifact.version}/{artifact.file_name}"
        digest = hashlib.sha256()
        try:
            with self._session.get(address, stream=True, timeout=TIMEOUT) as answer, path.open("wb") as file:
                if not answer.ok:
                    return f"answers {answer.status_code} {answer.reason}"
                for piece in answer.iter_content(PIECE):
                    if self._stopped.is_set():
                        raise _StoppedError
                    digest.update(piece)
                    file.write(piece)
        except requests.RequestException as error:
            return f"does not answer ({type(error).__name__})"
        return "" if digest.hexdigest() == artifact.sha256 else "sends other content than the lock names"

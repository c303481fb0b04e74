"""Files for browsers, read out of the WebJars in the cache; nothing is unpacked, and no network touched."""

from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZipFile

from .artifacts import jar_folder, missing_artifacts, webjars

_WANTED: Final = {
    "graphiql": ("graphiql.min.css", "graphiql.min.js"),
    "react": ("umd/react.production.min.js",),
    "react-dom": ("umd/react-dom.production.min.js",),
}
"""The files that GraphiQL needs, by the jar that has them."""


def graphiql_files(cache: Path) -> dict[str, bytes]:
    """GraphiQL's scripts and style sheet by their file names; none when a jar is missing or torn.

    Raises OSError when the cache cannot be read.
    """
    folder = jar_folder(cache)
    if missing_artifacts(webjars(), folder):
        return {}
    found: dict[str, bytes] = {}
    for artifact in webjars():
        with ZipFile(folder / artifact.file_name) as files:
            for path in _WANTED[artifact.name]:
                inside = f"META-INF/resources/webjars/{artifact.name}/{artifact.version}/{path}"
                found[PurePosixPath(path).name] = files.read(inside)
    return found

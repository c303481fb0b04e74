"""The jars that make Neo4j, and GraphiQL for browsers: which ones, and with what sha256."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Self

LOCK = "artifacts.lock"
POM = "pom.xml"
WEBJARS = "org.webjars.npm"
"""The group of the jars that hold files for browsers."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One jar of one exact content, for example "neo4j-5.26.30.jar of org.neo4j, sha256 0cc1…"."""

    group: str
    name: str
    version: str
    classifier: str
    sha256: str

    @classmethod
    def parse(cls, line: str) -> Self:
        """The artifact of a line of the lock: `sha256  group:name:version[:classifier]`."""
        sha256, coordinate = line.split()
        group, name, version, *classifier = coordinate.split(":")
        return cls(group, name, version, classifier[0] if classifier else "", sha256)

    def __str__(self) -> str:
        parts = (self.group, self.name, self.version, self.classifier)
        return ":".join(part for part in parts if part)

    @property
    def file_name(self) -> str:
        """`name-version[-classifier].jar`, its name in a repository and in the cache."""
        return "-".join(part for part in (self.name, self.version, self.classifier) if part) + ".jar"

    @property
    def is_webjar(self) -> bool:
        """Whether it is for browsers, and nothing for Neo4j's class path."""
        return self.group == WEBJARS

    def is_in(self, path: Path) -> bool:
        """Whether that file has this artifact's content: all of it and nothing else."""
        try:
            return sha256_of(path) == self.sha256
        except (FileNotFoundError, NotADirectoryError):
            return False


def sha256_of(path: Path) -> str:
    """The sha256 of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def locked_artifacts() -> tuple[Artifact, ...]:
    """The artifacts of the committed lock, in its order."""
    lines = files(__package__).joinpath(LOCK).read_text(encoding="utf-8").splitlines()
    return tuple(Artifact.parse(line) for line in lines if not line.startswith("#"))


def server_artifacts() -> list[Artifact]:
    """Neo4j's own, all of which it needs on its class path."""
    return [artifact for artifact in locked_artifacts() if not artifact.is_webjar]


def webjars() -> list[Artifact]:
    """Those with files for browsers: GraphiQL and what it runs on."""
    return [artifact for artifact in locked_artifacts() if artifact.is_webjar]


def missing_artifacts(artifacts: Iterable[Artifact], folder: Path) -> list[Artifact]:
    """Those of the artifacts that are not in `folder`, or torn there."""
    return [artifact for artifact in artifacts if not artifact.is_in(folder / artifact.file_name)]


def jar_folder(cache: Path) -> Path:
    """The folder of the jars in a cache that a setting names."""
    return cache.expanduser().resolve() / "neo4j"

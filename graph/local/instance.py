"""What one local Neo4j keeps on disk: its folder, password, configuration, log, and which process runs it."""

import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import LocalServerError

LOG_LINES = 15

SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.default_advertised_address": "127.0.0.1",
    "server.https.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
    "db.tx_log.rotation.retention_policy": "1 files",
    "db.tx_log.rotation.size": "64m",
    # Without these two an empty database takes 517 MB of disk, and a stopped server ten seconds to end.
    "db.tx_log.preallocate": "false",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
}


@dataclass(frozen=True, slots=True)
class Process:
    """The Java that was started last, for example "process 4711, Bolt at port 7687, HTTP at 7474"."""

    pid: int
    bolt_port: int
    http_port: int


@dataclass(frozen=True, slots=True)
class Instance:
    """The folder of one local Neo4j, which only its owner can look into."""

    folder: Path

    @property
    def lock_file(self) -> Path:
        """Held while the server is being started or stopped."""
        return self.folder / "up.lock"

    @property
    def process_file(self) -> Path:
        """What `process` reads."""
        return self.folder / "process.json"

    @property
    def password_file(self) -> Path:
        """The generated password, one line."""
        return self.folder / "password"

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf."""
        return self.folder / "conf"

    @property
    def log(self) -> Path:
        """What Java and Neo4j say since the last start."""
        return self.folder / "logs" / "console.log"

    @property
    def has_database(self) -> bool:
        """Whether Neo4j has made its databases: from then on the password stands there."""
        return (self.folder / "data" / "databases" / "system").exists()

    def prepare(self) -> None:
        """Make the folders."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self.configuration.mkdir(exist_ok=True)
        self.log.parent.mkdir(exist_ok=True)

    def configure(self, settings: Mapping[str, str]) -> None:
        """Write neo4j.conf anew: what every local Neo4j has, and these settings."""
        lines = [f"{name}={value}\n" for name, value in (SETTINGS | dict(settings)).items()]
        (self.configuration / "neo4j.conf").write_text("".join(lines), encoding="utf-8")

    def password(self) -> str:
        """The password; generated where there is none and no database that knows another."""
        try:
            if known := self.password_file.read_text(encoding="utf-8").strip():
                return known
        except FileNotFoundError:
            pass
        if self.has_database:
            raise LocalServerError(
                f"{self.password_file} is gone, and the database beside it needs the password in it;"
                f" put it back, or delete {self.folder} to begin with an empty database"
            )
        password = secrets.token_hex(10)
        new = self.password_file.with_suffix(".new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password + "\n")
        new.replace(self.password_file)
        return password

    def process(self) -> Process | None:
        """The process that was started last, if any; it may have ended."""
        try:
            return Process(**json.loads(self.process_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def has_said(self, words: str) -> bool:
        """Whether the log has these words anywhere: what went wrong first may stand above long traces of the rest."""
        try:
            return words in self.log.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return False

    def last_words(self) -> str:
        """The end of the log, each line indented."""
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            lines = []
        return "".join(f"\n  {line}" for line in lines[-LOG_LINES:])

    def size(self) -> int:
        """Bytes that the data takes on disk."""
        total = 0
        for path in (self.folder / "data").rglob("*"):
            with contextlib.suppress(FileNotFoundError):  # a running server removes files of its own
                total += path.stat().st_size
        return total

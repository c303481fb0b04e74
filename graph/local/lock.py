"""Writes artifacts.lock anew from pom.xml, with `mvn`: `make lock-neo4j`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from .artifacts import LOCK, POM, Artifact, sha256_of

HERE = Path(__file__).parent
GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"


def lock_text(repository: Path, pom: Path) -> str:
    """The lock of all jars in a folder that is laid out as a Maven repository."""
    artifacts = sorted((_artifact(jar, repository) for jar in repository.rglob("*.jar")), key=str)
    lines = [f"{artifact.sha256}  {artifact}" for artifact in artifacts]
    return "\n".join([f"# {sha256_of(pom)}  {POM}, from which `make lock-neo4j` makes this file", *lines, ""])


def _artifact(jar: Path, repository: Path) -> Artifact:
    *group, name, version, file = jar.relative_to(repository).parts
    classifier = file.removeprefix(f"{name}-{version}").removesuffix(".jar").removeprefix("-")
    return Artifact(".".join(group), name, version, classifier, sha256_of(jar))


def main() -> None:
    """Resolve pom.xml with Maven and write the lock beside it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mvn", "--batch-mode", "--quiet", "--file", str(HERE / POM), GOAL]
        options = ["-DincludeScope=runtime", "-Dmdep.useRepositoryLayout=true", f"-DoutputDirectory={folder}"]
        try:
            subprocess.run([*command, *options], check=True)  # noqa: S603 - nothing in it comes from outside
        except FileNotFoundError:
            sys.exit(f"error: there is no mvn here, and only it can resolve {POM} (apt-get install maven)")
        except subprocess.CalledProcessError as error:
            sys.exit(f"error: mvn could not resolve {POM}, for the reason above (exit {error.returncode})")
        text = lock_text(Path(folder), HERE / POM)
    (HERE / LOCK).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{LOCK}: {text.count(chr(10)) - 1} artifacts\n")


if __name__ == "__main__":
    main()

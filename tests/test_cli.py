"""The command line's frame: help for everything, documented commands, errors without tracebacks."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
import typer.core
import typer.main

from claimgraph import __version__, cli
from claimgraph.graph.errors import ClaimgraphError, InvalidInput, Unavailable

ROOT = Path(__file__).resolve().parents[1]


def commands() -> dict[str, typer.core.TyperCommand]:
    """The commands by name, as typer makes them."""
    group = typer.main.get_command(cli.app)
    assert isinstance(group, typer.core.TyperGroup)
    return {name: command for name, command in group.commands.items() if isinstance(command, typer.core.TyperCommand)}


COMMANDS = commands()


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The outcome of `claimgraph WORDS`, in a process of its own."""
    command = [sys.executable, "-P", "-m", "claimgraph", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    """Each command says what it does in one sentence, and each of its options has a help text."""
    command = COMMANDS[name]
    assert command.help
    assert command.help.splitlines()[0].endswith(".")
    without = [parameter.name for parameter in command.params if not getattr(parameter, "help", None)]
    assert without == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_mentions_every_command(name: str) -> None:
    """Each command has a line in the README's table of commands."""
    assert f"| `claimgraph {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_version() -> None:
    """`claimgraph --version` prints the version."""
    assert run("--version").stdout == f"claimgraph {__version__}\n"


def test_no_command_prints_the_help() -> None:
    """`claimgraph` alone lists the commands."""
    assert "Usage: claimgraph" in run().stdout + run().stderr


def test_an_unknown_command_is_a_short_error() -> None:
    """A command that does not exist is refused with exit code 2 and no traceback."""
    done = run("lode")
    assert done.returncode == 2
    assert "No such command 'lode'" in done.stderr
    assert "Traceback" not in done.stderr


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int | str | None:
    """The exit code of the command line when a command of it raises an error."""
    app = typer.Typer(pretty_exceptions_enable=False)

    @app.command()
    def failing() -> None:
        raise error

    monkeypatch.setattr(cli, "app", app)
    monkeypatch.setattr(sys, "argv", ["claimgraph"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    return caught.value.code


@pytest.mark.parametrize(("kind", "code"), [(ClaimgraphError, 1), (InvalidInput, 2), (Unavailable, 4)])
def test_an_expected_error_is_said_on_stderr(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: type[ClaimgraphError],
    code: int,
) -> None:
    """An expected error prints each of its sentences after `error:` and ends with its own exit code."""
    assert fail_with(monkeypatch, kind("this is wrong\nand this")) == code
    assert capsys.readouterr() == ("", "error: this is wrong\nerror: and this\n")


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends a command with the exit code that shells expect, and prints no traceback."""
    assert fail_with(monkeypatch, KeyboardInterrupt()) == 130
    assert "Traceback" not in capsys.readouterr().err

"""Help, version and shell completion."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from commands import Ran, digest, process
from typer.main import get_command
from typer.testing import CliRunner

from digest import __version__
from digest.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

    from typer.core import TyperCommand

COMMANDS = (
    *("build", "summarize", "dates", "actors", "stories", "timeline", "diff", "explain"),
    "verify",
)
BASH = {"_DIGEST_COMPLETE": "complete_bash"}


def commands() -> dict[str, TyperCommand]:
    """The commands as Typer made them, by name."""
    found: dict[str, TyperCommand] = vars(get_command(app))["commands"]
    return found


def help_of(*command: str) -> str:
    result = CliRunner().invoke(app, [*command, "--help"], terminal_width=100)
    assert result.exit_code == 0
    return result.stdout


def test_the_commands_are_these() -> None:
    listed = re.findall(r"^  (\w+)  +\S", help_of().partition("Commands:")[2], re.MULTILINE)
    assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_help_mentions_every_option_and_says_something_of_it(name: str) -> None:
    command = commands()[name]
    named = {option for parameter in command.params for option in parameter.opts}
    shown = help_of(name)
    assert {option for option in named if option.startswith("-") and option not in shown} == set()
    assert all(vars(parameter)["help"] for parameter in command.params)


def test_help_names_the_exit_codes() -> None:
    text = " ".join(help_of().split())
    assert (
        "0 done, 1 something does not hold, 2 usage or settings, 3 sources, 4 templates, "
        "5 output, 130 interrupted."
    ) in text


def test_no_command_at_all_is_a_wish_for_help(tmp_path: Path) -> None:
    assert digest(folder=tmp_path) == digest("--help", folder=tmp_path)
    assert digest(folder=tmp_path).out.startswith("Usage: digest [OPTIONS] COMMAND")


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    assert digest("--version", folder=tmp_path) == Ran(0, f"digest {__version__}\n", "")
    assert version("digest") == __version__


def with_shell(folder: Path, option: str, *, rich: bool) -> Ran:
    """Run at home in a folder; shellingham falls back on SHELL where it finds no shell."""
    environment = {"SHELL": "/bin/bash", "HOME": str(folder)}
    if rich:
        return digest(option, folder=folder, environment=environment)
    # Typer heeds it when it is imported.
    return process(option, folder=folder, environment={**environment, "TYPER_USE_RICH": "0"})


@pytest.mark.parametrize("rich", [True, False])
def test_completion_is_shown_for_the_shell_in_use(tmp_path: Path, rich: bool) -> None:
    ran = with_shell(tmp_path, "--show-completion", rich=rich)
    assert (ran.code, ran.err) == (0, "")
    assert "_DIGEST_COMPLETE=complete_" in ran.out


@pytest.mark.parametrize("rich", [True, False])
def test_completion_is_installed_at_home(tmp_path: Path, rich: bool) -> None:
    ran = with_shell(tmp_path, "--install-completion", rich=rich)
    assert (ran.code, ran.err) == (0, "")
    assert "completion installed" in ran.out
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any("digest" in path.read_text() for path in written)


@pytest.mark.parametrize(
    ("words", "completed"),
    [("digest s", {"stories", "summarize"}), ("digest build --sin", {"--since"})],
)
def test_commands_and_options_are_completed(
    tmp_path: Path, words: str, completed: set[str]
) -> None:
    environment = {**BASH, "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    ran = digest(folder=tmp_path, environment=environment)
    assert set(ran.out.split()) == completed

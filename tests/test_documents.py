"""README and docs: they tell of every command, option and field, and lead somewhere."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from commands import ROOT
from typer.main import get_command

from digest.cli.app import app
from digest.settings import known_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typer.core import TyperCommand

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
BY_NAME: dict[str, TyperCommand] = vars(get_command(app))["commands"]
# All but this print JSON Lines.
PRINTING = sorted(set(BY_NAME) - {"build"})


def options_of(name: str) -> set[str]:
    """All spellings of a command's options."""
    return {
        option
        for parameter in BY_NAME[name].params
        for option in (*parameter.opts, *parameter.secondary_opts)
        if option.startswith("-")
    }


def told_options(name: str) -> set[str]:
    """The options that the table tells of a command."""
    rows = re.findall(r"^\| (`-[^|]*) \| ([^|]*) \|", COMMANDS, re.MULTILINE)
    told: set[str] = set()
    before = ""
    for options, commands in rows:
        named = before if commands == "the same" else commands
        before = named
        if tells_of(named, name):
            told.update(re.findall(r"`(-[^`]*)`", options))
    return told


def tells_of(cell: str, name: str) -> bool:
    """Whether a cell, of names or of all but some, means a command."""
    names = re.findall(r"`(\w+)`", cell.partition(";")[0])
    return name not in names if cell.startswith("all") else name in names


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_the_page_of_commands_tells_of_each_commands_options_and_no_others(name: str) -> None:
    assert told_options(name) == options_of(name) - {"--help"}


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_the_readme_shows_every_command(name: str) -> None:
    assert re.search(rf"(digest |: |, ){name}\b", README)


@pytest.mark.parametrize("name", PRINTING)
def test_the_page_of_json_tells_of_every_command_that_prints_it(name: str) -> None:
    assert re.search(rf"^\| `{name}[` ]", JSON, re.MULTILINE)


def test_what_the_readme_sets_are_settings() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    keys = {str(key) for key in known_keys()}
    table = tomllib.loads(block)
    shown = {
        f"{name}.{key}" if isinstance(value, dict) and name != "topics" else name
        for name, value in table.items()
        for key in (value if isinstance(value, dict) else (name,))
    }
    assert shown - keys == set()


def test_the_readme_has_two_commands_that_are_run() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert [block.count("\n") for block in blocks] == [1, 1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_their_sections(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", text)
    missing = [
        f"{path}#{section}"
        for path, section in links
        if not leads(page.parent / path if path else page, section)
    ]
    assert missing == []


def leads(target: Path, section: str) -> bool:
    if not section:
        return target.exists()
    headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return section in [re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings]


def test_contributing_names_files_that_are_there() -> None:
    """But for the example of a language that is still to be made."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`(\w+/[\w/]+\.\w+)`", text)
    missing = {name for name in named if not any(found(name))}
    assert missing == {"language/german/calendar.py"}


def found(name: str) -> Iterator[bool]:
    return ((folder / name).exists() for folder in (ROOT, ROOT / "digest"))

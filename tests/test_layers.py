"""Which room may lean on which: read out of the imports, wherever in a module they stand."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from typing import TYPE_CHECKING, TypeGuard

from commands import ENVIRONMENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STAGES = (
    *("text", "clustering", "storylines", "ranking", "summarising", "dates", "entities"),
    *("relations", "annotating", "timelines", "explaining"),
)
ENDS = {"reading", "rendering", "output", "verifying", "cli", "settings", "notes", "building"}
FILES = sorted((ROOT / "digest").rglob("*.py"))
# What only the command line may know: by call, and by name of an attribute.
CLOCK = {"now", "today", "utcnow", "getenv", "getlocale", "tzset"}
WORLD = {"environ", "argv", "stdin", "stdout", "stderr"}
# What Jinja, trafilatura and htmldate bring along.
BROUGHT = {"markupsafe", "lxml", "dateutil"}
# What runs the stages, one after the other and from day to day.
WAYS = ("pipeline",)
EXTRAS = ("html", "spacy")
# Insides of packages that other packages import past the face. The list may only grow shorter.
INSIDES = {
    ("cli", "digest.rendering.cleaning"),
    ("cli", "digest.rendering.date_format"),
    ("cli", "digest.rendering.spans"),
    ("verifying", "digest.rendering.cleaning"),
    ("verifying", "digest.rendering.documents"),
    ("verifying", "digest.rendering.markdown_escape"),
}
# Packages without a face, which would load all that is in them: their modules are their faces.
FACELESS = {"api", "language", "pipeline"}
HEAVY = {"numpy", "scipy", "nltk", "sumy", "jinja2", "markdown", "trafilatura", "htmldate", "rich"}


class _Text(ast.Constant):
    value: str


def room_of(file: Path) -> str:
    """The first name below the package: a folder or a module."""
    return file.relative_to(ROOT / "digest").parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """The full names of all modules that a file imports, and of what it takes out of them.

    Those of `import_module` and `files` count as far as they are written out.
    """
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("import_module", "files"):
            yield from (part.value for part in ast.walk(node) if _is_text(part))


def _is_text(node: ast.AST) -> TypeGuard[_Text]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def rooms_used(file: Path) -> set[str]:
    names = (name.split(".") for name in imports(file))
    return {parts[1] for parts in names if parts[0] == "digest" and len(parts) > 1}


def offences(rooms: tuple[str, ...], forbidden: set[str]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)} imports {room}"
        for file in FILES
        if room_of(file) in rooms
        for room in sorted(rooms_used(file) & forbidden)
    ]


def rows_of_the_table() -> list[list[str]]:
    """The packages and modules of each row of the table in CONTRIBUTING, from the lowest up."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    rows = (re.findall(r"`(?:digest/)?(\w+)(?:/|\.py)`", cell) for cell in cells)
    rooms = {room_of(file) for file in FILES}
    return [named for row in rows if (named := [name for name in row if name in rooms])]


def test_the_table_names_everything_once() -> None:
    rooms = {room_of(file) for file in FILES} - {"__init__", "__main__"}
    assert sorted(chain.from_iterable(rows_of_the_table())) == sorted(rooms)


def test_no_import_runs_upwards() -> None:
    """Of rows in the table; what stands in one row may import each other."""
    heights = {name: row for row, names in enumerate(rows_of_the_table()) for name in names}
    top = len(heights)
    upwards = [
        f"{file.relative_to(ROOT)} imports {used}"
        for file in FILES
        for used in sorted(rooms_used(file) & heights.keys())
        if heights[used] > heights.get(room_of(file), top)
    ]
    assert upwards == []


def insides_used(file: Path) -> Iterator[str]:
    """The modules within other packages that a file imports past their face."""
    for name in imports(file):
        parts = name.split(".")
        if parts[0] == "digest" and len(parts) > 2 and parts[1] not in {room_of(file), *FACELESS}:
            inside = ROOT.joinpath(*parts[:3])
            is_module = inside.is_dir() or inside.with_suffix(".py").exists()
            if is_module and (len(parts) > 3 or parts[2] not in names_of_face(parts[1])):
                yield ".".join(parts[:3])


@cache
def names_of_face(package: str) -> set[str]:
    """What the face of a package imports, which may have the name of a module in it."""
    return {name.rpartition(".")[2] for name in imports(ROOT / "digest" / package / "__init__.py")}


def test_packages_know_each_other_by_the_face() -> None:
    """An exception that is gone must be taken off the list."""
    assert {(room_of(file), name) for file in FILES for name in insides_used(file)} == INSIDES


def test_every_room_is_looked_into() -> None:
    assert {*STAGES, "pipeline", "cli", "reading", "model"} <= {room_of(file) for file in FILES}


def test_nothing_leans_on_the_command_line() -> None:
    others = {room_of(file) for file in FILES} - {"cli", "__main__"}
    assert offences(tuple(others), {"cli"}) == []


def test_stages_lean_on_no_reader_renderer_writer_or_setting() -> None:
    assert offences(STAGES, ENDS | {*WAYS}) == []


def test_the_pipeline_leans_on_no_reader_renderer_or_writer() -> None:
    assert set(WAYS) <= {room_of(file) for file in FILES}
    assert offences(WAYS, ENDS - {"settings"}) == []


def test_values_and_errors_lean_on_nothing() -> None:
    rooms = {room_of(file) for file in FILES}
    assert offences(("model",), rooms - {"model"}) + offences(("errors",), rooms) == []


def test_reading_and_rendering_lean_on_no_stage() -> None:
    assert offences(("reading", "rendering", "output"), set(STAGES) - {"text"}) == []


def test_rooms_lean_on_each_other_in_no_circle() -> None:
    uses: dict[str, set[str]] = {}
    for file in FILES:
        uses.setdefault(room_of(file), set()).update(rooms_used(file) - {room_of(file)})
    assert list(TopologicalSorter(uses).static_order()) != []


def test_the_command_line_alone_knows_clock_environment_and_streams() -> None:
    known = [
        f"{file.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for file in FILES
        if room_of(file) != "cli"
        for node in ast.walk(ast.parse(file.read_bytes()))
        if _is_worldly(node)
    ]
    assert known == []


def _is_worldly(node: ast.AST) -> TypeGuard[ast.expr]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in CLOCK
    return isinstance(node, ast.Attribute) and node.attr in WORLD


def declared() -> set[str]:
    """The packages that pyproject.toml names for the base install and its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = chain(
        project["dependencies"], *(project["optional-dependencies"][one] for one in EXTRAS)
    )
    names = (re.split(r"[^\w-]", requirement)[0] for requirement in needed)
    return {name.replace("-", "_") for name in names} - {"tzdata"}


def test_every_dependency_has_a_job_and_every_import_is_declared() -> None:
    imported = {name.split(".")[0] for file in FILES for name in imports(file)}
    others = imported - sys.stdlib_module_names - {"digest"} - BROUGHT
    assert others == declared()


def test_the_command_line_starts_without_heavy_libraries() -> None:
    modules = "digest.cli.app, digest.settings, digest.errors"
    code = f"import sys, {modules}; print(*sorted({HEAVY!r} & sys.modules.keys()))"
    environment = {**ENVIRONMENT, "TYPER_USE_RICH": "0"}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert ran.stdout.split() == []

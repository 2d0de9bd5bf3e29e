"""Modules of entities and relations lean on each other in one direction, and hold no state."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from commands import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(
    path
    for package in ("entities", "relations", "language")
    for path in (ROOT / "digest" / package).rglob("*.py")
)


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """Modules that a file imports from, for its types too."""
    nodes = ast.walk(ast.parse(path.read_bytes()))
    return {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_modules_lean_on_each_other_in_no_circle() -> None:
    uses = {module(path): imported(path) for path in FILES}
    order = list(TopologicalSorter(uses).static_order())
    assert order.index("digest.entities.names") < order.index("digest.entities")


def test_no_module_of_entities_keeps_what_it_has_read() -> None:
    """The gazetteer and the model are handed on: nothing at the top of a module is cached."""
    cached = [
        f"{module(path)}.{node.name}"
        for path in FILES
        if "entities" in path.parts
        for node in ast.parse(path.read_bytes()).body
        if isinstance(node, ast.FunctionDef) and node.decorator_list
    ]
    assert cached == []

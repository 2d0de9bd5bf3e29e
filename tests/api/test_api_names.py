"""Names of the library: all of them, each from its home, loaded when they are used."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from itertools import chain

import pytest
from commands import ENVIRONMENT, ROOT
from test_layers import HEAVY

import digest

FACE = ROOT / "digest" / "__init__.py"
PUBLIC = set(digest.__all__) - {"__version__"}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def for_type_checkers() -> dict[str, str]:
    """The home of each name, as type checkers are told it."""
    return {
        alias.name: str(node.module)
        for node in ast.walk(ast.parse(FACE.read_bytes()))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("digest.")
        for alias in node.names
    }


def test_type_checkers_and_interpreters_know_the_same_homes() -> None:
    homes: dict[str, tuple[str, ...]] = vars(digest)["_HOMES"]
    known = {name: home for home, names in homes.items() for name in names}
    assert known == for_type_checkers()


def test_every_name_has_a_home() -> None:
    assert set(for_type_checkers()) == PUBLIC


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_name_is_documented_where_it_lives(name: str) -> None:
    value = getattr(digest, name)
    assert value.__module__.startswith(for_type_checkers()[name])
    assert value.__doc__


@pytest.mark.parametrize(
    "name", sorted(name for name in PUBLIC if for_type_checkers()[name].startswith("digest.api"))
)
def test_every_function_shows_its_use(name: str) -> None:
    assert ">>> " in (getattr(digest, name).__doc__ or "")


def test_another_name_is_none() -> None:
    with pytest.raises(AttributeError, match="module 'digest' has no attribute 'builds'"):
        getattr(digest, "builds")  # noqa: B009  # a type checker would refuse it


def test_names_are_listed() -> None:
    assert dir(digest) == digest.__all__


def test_to_import_the_package_loads_nothing_else() -> None:
    code = (
        "import sys; from digest import Article, Settings, DigestError, read; "
        f"print(*sorted({HEAVY!r} & sys.modules.keys()))"
    )
    bare = "import sys, digest; print(*sorted(n for n in sys.modules if n.startswith('digest.')))"
    told = [
        subprocess.run(
            [sys.executable, "-c", one], env=ENVIRONMENT, capture_output=True, check=True
        ).stdout.split()
        for one in (code, bare)
    ]
    assert told == [[], []]


def test_the_readme_lists_all_names_and_no_others() -> None:
    section = README.partition("## As a library")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    values = re.findall(r"^Values: (.*)$", section, re.MULTILINE)
    listed = list(chain.from_iterable(re.findall(r"`(\w+)", cell) for cell in (*rows, *values)))
    assert sorted(listed) == sorted(PUBLIC)


def test_the_readme_example_runs(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder with the seeds, by its own blocks of Python in their order."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(folder)
    section = README.partition("## As a library")[2].partition("\n## ")[0]
    (block,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102  # our own
    assert (folder / "site" / "index.html").is_file()

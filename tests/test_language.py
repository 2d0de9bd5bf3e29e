"""English words stand in `language/` alone: no other package names a weekday or lists words."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from commands import ENVIRONMENT, ROOT

from digest.language import ENGLISH
from digest.language.english.calendar import NAMES, SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = ROOT / "digest"
# What a reader or a user is told is English by design: pages, help, messages.
TELLING = ("language", "rendering", "cli")
# A list of words or cues, or an expression of them, has so many English words in a row.
FEWEST_LISTED = 5
# Words that a list of cues or function words has; `may` and `march` are among them.
KNOWN = (
    ENGLISH.stop_words
    | (ENGLISH.eligibility.pronouns | ENGLISH.eligibility.verbs if ENGLISH.eligibility else set())
    | {name.lower() for name in NAMES}
)
# Not `may`, `mar`, `sun` and `sat`, which are words of other kinds as well.
CALENDAR = re.compile(
    rf"\b(?:{'|'.join(sorted(NAMES - {'May', 'March'}))}|(?:Mon|Tues|Wednes|Thurs|Satur)\b"
    rf"|(?:{'|'.join(SHORT_MONTHS[:2])})\b[ |]+(?:{'|'.join(SHORT_MONTHS[1:3])})\b)"
)
# In a list or an expression only these stand between two words: no sentence for a reader does so.
APART = re.compile(r"(?:\\[sb]|[|,()?:\"'\s\[\]]|\(\?[:!=])*")
WORD = re.compile(r"(?<!\\)\b[A-Za-z]+(?:['’][a-z]+)?")
# Messages that are put together before an error takes them.
ALLOWED = {
    ("reading/fields.py", "set aside it is not"),
    ("settings/sections.py", "must name at least one"),
    ("verifying/checking.py", "is not shown on this"),
}


def modules() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).parts[0] not in TELLING:
            yield path


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The strings of a module, without docstrings and what errors say."""
    told = {id(node) for parent in ast.walk(tree) for node in _told(parent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def _told(node: ast.AST) -> Iterator[ast.AST]:
    """What is said to a reader of the code or of an error's message."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Raise):
        yield from ast.walk(node)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Error", "Finding")):
        yield from ast.walk(node)
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("reason", "message"):
        yield from ast.walk(node)


def english_in(text: str) -> Iterator[str]:
    """Names of the calendar, and runs of so many listed words, each run once."""
    yield from (found[0] for found in CALENDAR.finditer(text))
    run: list[str] = []
    end = 0
    for word in WORD.finditer(text):
        is_listed = word[0].lower() in KNOWN and (len(word[0]) > 1 or word[0] in "aAI")
        if not (is_listed and APART.fullmatch(text, end, word.start())):
            run = []
        if is_listed:
            run.append(word[0])
        if len(run) == FEWEST_LISTED:
            yield " ".join(run)
        end = word.end()


def findings(path: Path) -> set[tuple[str, str]]:
    """What a module holds of English, each with the module's path below the package."""
    module = path.relative_to(PACKAGE).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {(module, words) for node in literals(tree) for words in english_in(str(node.value))}


def test_no_other_package_holds_english() -> None:
    assert {found for path in modules() for found in findings(path)} == ALLOWED


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tuesday", ["Tuesday"]),
        (
            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
            ["Mon", "Tues", "Wednes", "Thurs", "Satur"],
        ),
        ("Jan Feb Mar Apr", ["Jan Feb"]),
        ("a an the this that these", ["a an the this that"]),
        (r"(?:he|she|they)\s(?:said|says|told)\b", ["he she they said says"]),
        ("holds no digest of that day", []),
        ("Sun Mar May march sat", []),
    ],
)
def test_the_guard_finds_lists_and_expressions(text: str, found: list[str]) -> None:
    assert sorted(english_in(text)) == sorted(found)


def test_the_guard_passes_over_docstrings_and_errors() -> None:
    code = '"""On Monday."""\nraise ValueError("not on Tuesday")\nDAY = "Friday"'
    assert [node.value for node in literals(ast.parse(code))] == ["Friday"]


def test_the_guard_reads_english_itself_as_english() -> None:
    tables = sorted((PACKAGE / "language" / "english").glob("*.py"))
    assert len([path for path in tables if findings(path)]) > len(tables) // 2


def test_stemming_loads_no_statistics_and_leaves_nltk_to_be_imported() -> None:
    code = (
        "import sys; from digest.language import ENGLISH; stem = ENGLISH.stem('harbours');"
        "loaded = sorted({'nltk', 'scipy.stats'} & sys.modules.keys());"
        "from nltk.stem import SnowballStemmer;"
        "print(stem, loaded, SnowballStemmer('english').stem('harbours'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, check=True, text=True
    )
    assert ran.stdout.split() == ["harbour", "[]", "harbour"]

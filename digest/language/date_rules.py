"""Rules of temporal expressions as a language states them, without what resolves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a rule that has a meaning: what it looks like, and its code for the resolvers.

    It is made of words, or of a shape (an expression without groups), or of both. A piece that
    is a trigger is so telling that text without any trigger is not looked at further; its shape
    begins with a figure.
    """

    words: Mapping[str, str]
    shape: str = ""
    read: Callable[[str], str] = str
    trigger: bool = False

    def code(self, said: str) -> str:
        """Return what the resolvers are told for the text of this piece."""
        words = " ".join(said.split())
        for form in (words, words[:1].lower() + words[1:]):
            if form in self.words:
                return self.words[form]
        return self.read(words)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One row of a table.

    `pattern` is a regular expression in which `{day}` is the piece of that name, `{until:day}`
    the same piece under another name, a blank any one or two blanks, and a word in lower case
    may begin with a capital. No repetition is unbounded, and no group but `(?:`. `resolver` is
    the name of a function of digest.dates.resolvers, which finds `value` among the pieces if the
    row has one. `example` shows the expression in square brackets, and `expected` its type, value
    and mod in an article of 15 July 2020, a Wednesday. `trigger` lists words of which one is
    always there, for a pattern without a piece that is a trigger. A rule that is `earnings` holds
    only in news of a company's results.
    """

    pattern: str
    resolver: str
    example: str
    expected: str
    trigger: str = ""
    earnings: bool = False
    value: str = ""


@dataclass(frozen=True, slots=True)
class Cues:
    """Expressions for what tells past from future, and what the whole article is.

    `cue` finds the cues in the text before, as groups `strong`, `weak` and `past`; `after` is a
    future that follows, `owning` a possessive. `year`, `ancient` and `weekday` are counted to tell
    whether an article tells history. News of a company's results speaks of each of `earnings`.
    """

    cue: str
    after: str
    owning: str
    year: str
    ancient: str
    weekday: str
    earnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DateRules:
    """Temporal expressions of a language; of two rules that match the first row wins."""

    pieces: Mapping[str, Piece]
    rules: tuple[Rule, ...]
    cues: Cues

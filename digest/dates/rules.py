"""What a language's table of dates is made of, and what a rule's resolver is given and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from digest.model import DateType

Lean = Literal["strong", "weak", "past", "none"]
Pieces = Mapping[str, str]


class Named(NamedTuple):
    """A date as exact as it was named; years before Christ are negative."""

    year: int
    month: int | None = None
    day: int | None = None


class Value(NamedTuple):
    """A TIMEX3 type, value (`""`: it can't be resolved) and mod (`""`: none)."""

    type: DateType
    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is resolved against.

    `written` is the document creation time, `lean` what the words before the expression say of
    its direction, `named` the last date named before it, and `quarter` the last quarter named
    (year and number), `longer` whether results of months or of a year were spoken of since.
    `owning` is whether a possessive 's follows, `narrative` whether the
    article tells history.
    """

    written: date
    lean: Lean = "none"
    named: Named | None = None
    quarter: Named | None = None
    longer: bool = False
    owning: bool = False
    narrative: bool = False

    @property
    def today(self) -> Named:
        """The day of writing, as a date named."""
        return Named(self.written.year, self.written.month, self.written.day)

    @property
    def focus(self) -> Named:
        """The last date named, or else the day of writing."""
        return self.named or self.today


# None: these words mean no time after all.
Resolver = Callable[[Pieces, Scene], Value | None]


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
        """What the resolvers are told for the text of this piece."""
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
    may begin with a capital. No repetition is unbounded, and no group but `(?:`. `example` shows
    the expression in square brackets, and `expected` its type, value and mod in an article of
    15 July 2020, a Wednesday. `trigger` lists words of which one is always there, for a pattern
    without a piece that is a trigger. A rule that is `earnings` holds only in news of a company's
    results.
    """

    pattern: str
    resolve: Resolver
    example: str
    expected: str
    trigger: str = ""
    earnings: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """What speaks of direction before an expression, and what is said of the whole article.

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
class Language:
    """All that is known of how a language speaks of time; of two rules the first row wins."""

    pieces: Mapping[str, Piece]
    rules: tuple[Rule, ...]
    cues: Cues

"""What a tagger of dates got right and wrong, by TempEval-3's measures and by kinds of expression.

A found expression matches one of the gold standard when they share a character (relaxed), or have
the same two ends (strict); matches are one to one, those that share most characters first. Values
are compared in the relaxed matches: value F1 is relaxed F1 times the share of equal values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import DateMention

    Fault = Literal["missed", "invented", "value", "span"]

FAULTS: tuple[Fault, ...] = ("missed", "invented", "value", "span")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
# The first pattern that is found in `type value : text`, in small letters, names the kind.
KINDS: tuple[tuple[str, str], ...] = (
    ("set", "^set "),
    ("now, recently, soon", r"_ref |\b(now|current|currently|recent|recently|soon)$"),
    ("duration", r"^duration |^\w+ p[\dxt]"),
    ("time of day", r"^time |^\w+ \S*t(\d|mo|af|ev|ni|mi)"),
    ("decade or century", r"^\w+ \d{2,3} |\b\d0s\b|century|centuries|decade"),
    ("quarter or half", r"-[qh][\dx] |quarter|\bhalf\b"),
    ("weekday", "(mon|tues|wednes|thurs|fri|satur|sun)day"),
    ("month and day", rf"{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}}(st|nd|rd|th)?( of)? {_MONTH}"),
    ("holiday", "christmas|easter|thanksgiving|new year|ramadan|holiday|halloween|eve$"),
    ("month", rf"\b{_MONTH}"),
    ("season", "spring|summer|autumn|fall$|winter"),
    ("relative unit", r"\b(today|yesterday|tomorrow|(day|week|weekend|month|year)s?)\b"),
    ("year", r" : .*(\b\d{4}\b|'\d\d\b|\b\d\d$)"),
    ("other", ""),
)


class Counts(NamedTuple):
    """How many expressions are gold, were found, match (relaxed, strict), and match in value."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sums."""
        return Counts(*map(sum, zip(self, other, strict=True)))

    @property
    def relaxed_f1(self) -> float:
        """Harmonic mean of precision and recall, where a shared character is enough."""
        return 2 * self.relaxed / max(self.gold + self.found, 1)

    @property
    def strict_f1(self) -> float:
        """Harmonic mean of precision and recall of exact spans."""
        return 2 * self.strict / max(self.gold + self.found, 1)

    @property
    def value_f1(self) -> float:
        """Relaxed F1 times the share of equal values among the matches."""
        return self.relaxed_f1 * self.value / max(self.relaxed, 1)


class Match(NamedTuple):
    """A gold expression and what was found for it; one of them is missing in a fault."""

    gold: DateMention | None
    found: DateMention | None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, if anything."""
        if self.found is None:
            return ("missed",)
        if self.gold is None:
            return ("invented",)
        value: tuple[Fault, ...] = ("value",) if self.gold.value != self.found.value else ()
        return value if _span(self.gold) == _span(self.found) else (*value, "span")

    @property
    def kind(self) -> str:
        """The kind of the gold expression, or of the one that was invented."""
        mention = self.gold or self.found
        if mention is None:
            raise ValueError("a match is of one expression at least")
        shown = f"{mention.type} {mention.value} : {mention.text}".lower()
        return next(name for name, pattern in KINDS if re.search(pattern, shown))

    def __str__(self) -> str:
        gold, found = (
            f"{one.text!r} {one.value or '-'}" if one else "-" for one in (self.gold, self.found)
        )
        return f"{'+'.join(self.faults):12}{self.kind:20}{gold:50} | {found}"


def matches(gold: Sequence[DateMention], found: Sequence[DateMention]) -> list[Match]:
    """Pairs in the order of the gold expressions, those left over alone, the invented ones last."""
    shared = sorted(
        (-overlap, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (overlap := min(one.end, other.end) - max(one.start, other.start)) > 0
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in shared:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    paired = [Match(one, found[partner[i]] if i in partner else None) for i, one in enumerate(gold)]
    return paired + [Match(None, other) for j, other in enumerate(found) if j not in taken]


def counts(pairs: Sequence[Match]) -> Counts:
    """The counts of an article's pairs."""
    both = [pair.faults for pair in pairs if pair.gold and pair.found]
    return Counts(
        sum(pair.gold is not None for pair in pairs),
        sum(pair.found is not None for pair in pairs),
        len(both),
        sum("span" not in faults for faults in both),
        sum("value" not in faults for faults in both),
    )


def _span(mention: DateMention) -> tuple[int, int]:
    return mention.start, mention.end

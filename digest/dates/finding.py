"""Temporal expressions in an article, found in one pass and resolved in reading order.

Types and values are those of TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from digest.dates import values
from digest.dates.compiling import Hit, finder, rule_expression
from digest.dates.context import Context, Value
from digest.dates.direction import direction_cues
from digest.dates.genre import NEWS, genre_of
from digest.dates.resolvers import BY_DATES_BEFORE, BY_DIRECTION, BY_GENRE, RESOLVERS
from digest.language import ENGLISH
from digest.model import DateMention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from digest.dates.context import Pieces
    from digest.dates.genre import Genre
    from digest.language import Language
    from digest.language.date_rules import DateRules, Rule

# A date stays in focus for so many characters, unless the article tells history or of results.
FOCUS_REACH = 600
# Months and years, of which results are told as well as of quarters.
_LONGER = re.compile(r"P\d+M|P1Y")
_FIXED = frozenset(("year", "ancient"))


class RuleMatch(NamedTuple):
    """A rule's match, where its sentence begins and ends, and whether it was asked for."""

    hit: Hit
    start: int
    end: int
    asked: bool


class ResolvedDate(NamedTuple):
    """A mention, the rule that read it, its pieces, and what it was resolved against."""

    mention: DateMention
    rule: Rule
    pieces: Pieces
    context: Context


def find_dates(
    text: str,
    written: date,
    sentences: Sequence[tuple[int, int]],
    asked: Collection[int] | None = None,
    language: Language = ENGLISH,
) -> tuple[DateMention, ...]:
    """Return the temporal expressions of an article's sentences, in order, none overlapping.

    `written` is the document creation time; `sentences` are character spans of `text` in order,
    and so are the mentions'. Given the positions that are `asked` for, only their sentences'
    mentions, which are the same as if all were. What can't be resolved has the value `""`. There
    are none in a language without rules of dates.

    >>> from datetime import date
    >>> find_dates("They met on Monday.", date(2020, 7, 15), [(0, 19)])
    (DateMention(start=12, end=18, text='Monday', type='DATE', value='2020-07-13', mod=''),)
    """
    if not language.dates:
        return ()
    dates = read_dates(text, written, sentences, language.dates, asked)
    return tuple(resolved.mention for resolved in dates)


def read_dates(
    text: str,
    written: date,
    sentences: Sequence[tuple[int, int]],
    table: DateRules,
    asked: Collection[int] | None = None,
) -> Iterator[ResolvedDate]:
    """Return the temporal expressions of an article's sentences, each with the rule that read it.

    Where one depends on the dates before it, the sentences before that were not asked for are
    read too.
    """
    article = _SearchedArticle(text, sentences, table)
    seen = article.matches(sorted(range(len(sentences)) if asked is None else asked), asked=True)
    rules = {candidate.hit.rule for candidate in seen}
    if not rules:
        return
    genre = NEWS
    if any(rule.earnings or RESOLVERS[rule.resolver] in BY_GENRE for rule in rules):
        genre = genre_of(text, written, table.cues)
    if asked is not None:
        seen = article.looking_back(seen, set(asked), FOCUS_REACH if genre == NEWS else len(text))
    for asked_for, resolved in _resolved(text, seen, written, genre, table):
        if asked_for:
            yield resolved


class _SearchedArticle(NamedTuple):
    """An article's sentences, to be searched as far as is needed."""

    text: str
    sentences: Sequence[tuple[int, int]]
    table: DateRules

    def matches(self, positions: Sequence[int], *, asked: bool) -> list[RuleMatch]:
        """Return what the rules match in the sentences of some positions."""
        hits = finder(self.table).hits
        if len(positions) == len(self.sentences):
            found = hits(self.text, self.sentences)
            return [RuleMatch(hit, *self.sentences[number], asked) for hit, number in found]
        return [
            RuleMatch(hit, *self.sentences[position], asked)
            for position in positions
            for hit, _ in hits(self.text, [self.sentences[position]])
        ]

    def looking_back(self, seen: list[RuleMatch], asked: set[int], reach: int) -> list[RuleMatch]:
        """With the sentences in reach before an expression that depends on the dates before it."""
        backs = [candidate for candidate in seen if _depends_on_before(candidate.hit.rule)]
        low = 0 if reach >= len(self.text) else _reached(backs, reach, len(self.text))
        for position in range(max(asked), -1, -1):
            if position not in asked and self.sentences[position][1] > low:
                added = self.matches([position], asked=False)
                seen = seen + added
                backs = [one for one in added if _depends_on_before(one.hit.rule)]
                low = min(low, _reached(backs, reach, low))
        return sorted(seen, key=lambda candidate: candidate.hit.start)


def _depends_on_before(rule: Rule) -> bool:
    return RESOLVERS[rule.resolver] in BY_DATES_BEFORE


def _reached(backs: Iterable[RuleMatch], reach: int, low: int) -> int:
    return min((candidate.hit.start - reach for candidate in backs), default=low)


def _resolved(
    text: str, candidates: Iterable[RuleMatch], written: date, genre: Genre, table: DateRules
) -> Iterator[tuple[bool, ResolvedDate]]:
    context, named_end = Context(written, narrative=genre.narrative), 0
    for seen in candidates:
        rule = seen.hit.rule
        if rule.earnings and not genre.earnings:
            continue
        if genre == NEWS and seen.hit.start - named_end > FOCUS_REACH:
            context = replace(context, named=None)
        pieces = rule_expression(rule, table).codes(text, seen.hit.start, seen.end)
        within = _with_direction(context, text, seen, pieces, table)
        value = RESOLVERS[rule.resolver](pieces, within)
        if value is not None:
            mention = _mention(text, seen.hit, value, pieces)
            context, named_end = _following(context, mention, rule), mention.end
            yield seen.asked, ResolvedDate(mention, rule, pieces, within)


def _with_direction(
    context: Context, text: str, seen: RuleMatch, pieces: Pieces, table: DateRules
) -> Context:
    if RESOLVERS[seen.hit.rule.resolver] not in BY_DIRECTION or pieces.keys() & _FIXED:
        return context
    cues = direction_cues(table.cues)
    direction = cues.direction(text, seen.start, seen.hit.start, seen.hit.end)
    return replace(context, direction=direction, owning=cues.owns(text, seen.hit.end))


def _mention(text: str, hit: Hit, value: Value, pieces: Pieces) -> DateMention:
    mod = value.mod or pieces.get("edge") or pieces.get("about") or ""
    said = text[hit.start : hit.end]
    return DateMention(hit.start, hit.end, said, value.type, value.value, mod)


def _following(context: Context, mention: DateMention, rule: Rule) -> Context:
    named = values.named_in(mention.value)
    if _LONGER.fullmatch(mention.value):
        return replace(context, longer=True)
    if named is None:
        return context
    if "-Q" in mention.value and rule.resolver != "year_ago_quarter":
        return replace(context, named=named, quarter=named, longer=False)
    return replace(context, named=named)

"""Sources, read again and held against the claims."""

from __future__ import annotations

from itertools import groupby
from os.path import isfile
from typing import TYPE_CHECKING

from digest.verifying.claims import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from digest.model import Article
    from digest.reading import Reading
    from digest.verifying.claims import Claim

    Read = Callable[[Sequence[str]], Reading]

_STDIN = "-"
_FAR = 60  # characters after which a difference might be cut off
_CONTEXT = 20  # characters that are then shown before it


def broken_by_place(claims: Iterable[Claim], read: Read) -> Iterator[tuple[Claim, str]]:
    """Find the claims that don't hold where the build read their articles, each with the reason.

    Every source is read once.
    """
    ordered = sorted(claims, key=lambda claim: claim.origin)
    for path, group in groupby(ordered, key=lambda claim: claim.origin.path):
        by_line, absence = _by_line(path, read)
        for claim in group:
            reason = _difference(claim, by_line.get(claim.origin.line, absence))
            if reason:
                yield claim, reason


def broken_by_id(
    claims: Iterable[Claim], read: Read, sources: Sequence[str]
) -> Iterator[tuple[Claim, str]]:
    """Find the claims that don't hold in the articles of the same id in these sources, and why."""
    articles = {article.id: article for article in read(sources).articles}
    absence = "the sources have no article of its id"
    for claim in claims:
        reason = _difference(claim, articles.get(claim.article, absence))
        if reason:
            yield claim, reason


def _by_line(path: str, read: Read) -> tuple[Mapping[int, Article | str], str]:
    """Read a source by line, an article or why there is none; and why there is none elsewhere."""
    if path == _STDIN:
        return {}, "its source was standard input: name sources that hold it"
    if not isfile(path):  # noqa: PTH113 - false, not an error, where a path is too long
        return {}, "its source is not there"
    reading = read([path])
    by_line: dict[int, Article | str] = {
        problem.line or 1: f"its source can't be read there: {cut(problem.reason)}"
        for problem in reading.problems
    }
    by_line |= {article.origin.line: article for article in reading.articles}
    return by_line, "its source has no article on that line"


def _difference(claim: Claim, article: Article | str) -> str:
    """Give the reason why a claim doesn't hold, or nothing; a text is why there is no article."""
    if isinstance(article, str):
        return article
    size = len(article.text)
    if not 0 <= claim.start < claim.end <= size:
        return f"characters {claim.start} to {claim.end} are none of its article's {size}"
    actual = article.text[claim.start : claim.end]
    if actual == claim.text:
        return ""
    return f"its source reads “{cut(_from_difference(actual, claim.text))}” there"


def _from_difference(actual: str, claimed: str) -> str:
    """Cut the words before a difference that is far off."""
    pairs = enumerate(zip(actual, claimed, strict=False))
    same = next((place for place, (theirs, ours) in pairs if theirs != ours), 0)
    return actual if same < _FAR else f"…{actual[same - _CONTEXT :]}"

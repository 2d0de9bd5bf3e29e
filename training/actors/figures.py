"""Precision and recall by set and kind, as the scorer of the sets counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.entities.recognition.linear_model import unpacked
from digest.entities.recognition.recogniser import make_recogniser

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    import numpy as np
    from numpy.typing import NDArray

    from digest.entities import Gazetteer
    from training.actors.gold import Marked

Found = set[tuple[str, int, int, str]]
KINDS = ("person", "organisation", "place")


def report(
    articles: Sequence[Marked],
    arrays: Mapping[str, NDArray[np.generic]],
    gazetteer: Gazetteer,
) -> str:
    """Tabulate F1: typed, untyped and by kind; the marks are the sets' own."""
    recogniser = make_recogniser(unpacked(arrays, gazetteer.cues, check=True), gazetteer)
    found = recogniser.names([(a.text, a.sentences) for a in articles])
    lines = ["| set | names | typed | untyped | person | organisation | place |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]  # fmt: skip
    for name in dict.fromkeys(article.set for article in articles):
        ours: Found = set()
        theirs: Found = set()
        for article, names in zip(articles, found, strict=True):
            if article.set == name:
                ours |= {(article.id, n.start, n.end, n.kind) for n in names}
                theirs |= {(article.id, *mark) for mark in article.marks}
        figures = [f1(ours, theirs), f1({n[:3] for n in ours}, {n[:3] for n in theirs})]
        figures += [f1(_of(ours, kind), _of(theirs, kind)) for kind in KINDS]
        cells = " | ".join(f"{figure:.3f}" for figure in figures)
        lines.append(f"| {name} | {len(theirs):,} | {cells} |")
    return "\n".join(lines)


def f1(ours: AbstractSet[object], theirs: AbstractSet[object]) -> float:
    """Harmonic mean of precision and recall."""
    both = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / both if both else 0.0


def _of(found: Found, kind: str) -> Found:
    return {name for name in found if name[3] == kind}

"""Whether a digest says a thing twice, and whether its sentences can stand alone.

    python benchmarks/published.py --data DIR

Builds a digest of the articles of DIR/stories/news_cluster, all of one day, and counts the pairs
of published sentences whose words have a cosine above 0.8, within stories and within the digest,
and the stories told in brief, as none of their sentences stands alone.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from corpus import FIRST_DAY, dated_anew, real_articles

from digest.model import Edition
from digest.pipeline.day import advance
from digest.pipeline.history import History
from digest.pipeline.resources import resources
from digest.settings import Settings
from digest.summarising import broken_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Sentence

ALIKE = 0.8


def alike(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """How many pairs there are, and how many of them have a cosine above ALIKE."""
    bags = [Counter(re.findall(r"\w+", one.text.lower())) for one in sentences]
    column = {word: place for place, word in enumerate(dict.fromkeys(chain.from_iterable(bags)))}
    counts = np.zeros((len(bags), len(column)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            counts[row, column[word]] = count
    counts /= np.linalg.norm(counts, axis=1, keepdims=True)
    near = np.triu(counts @ counts.T, 1) > ALIKE
    return len(bags) * (len(bags) - 1) // 2, int(near.sum())


def told(data: Path) -> list[list[Sentence]]:
    """The sentences of each story in a digest of one day."""
    articles = real_articles(data, ("stories/news_cluster",))
    if not articles:
        sys.exit(f"{data}: no stories/news_cluster/articles.jsonl")
    edition = Edition(FIRST_DAY, tuple(dated_anew(articles, len(articles))))
    _, made = advance(History(), edition, resources(Settings()))
    return [[cited.sentence for cited in entry.sentences] for entry in made.digest.entries]


def main() -> None:
    """Build and count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    given = parser.parse_args()
    stories = told(given.data)
    sentences = list(chain.from_iterable(stories))
    print(f"{len(stories)} stories, {len(sentences)} sentences\n")
    print(f"{'pairs':20}{'all':>9}{'alike':>7}")
    within = np.sum([alike(story) for story in stories], axis=0).tolist()
    for name, (pairs, near) in (
        ("within stories", within),
        ("within the digest", alike(sentences)),
    ):
        print(f"{name:20}{pairs:9}{near:7}")
    print(f"\n{sum(not story for story in stories)} stories in brief")
    print(f"{sum(bool(broken_rule(one)) for one in sentences)} sentences that break a rule")


if __name__ == "__main__":
    main()

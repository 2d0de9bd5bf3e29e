"""Make the background table: in how many texts of everyday English each stem occurs.

    python training/background.py --data ../shared/data

Reads the freely licensed sets named in SETS below DIR and writes digest/clustering/background.tsv:
first the number of texts, then one stem and its count a line. Counts of 1 are left out. The table
holds counts only, none of the texts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

from digest.clustering import BACKGROUND
from digest.model import Article, Origin
from digest.text import NO_TERM, analyse

# All are licensed for reuse; digest/clustering/BACKGROUND.md names authors and licences.
SETS = (
    "actors/gum",
    "actors/meantime",
    "actors/redocred",
    "actors/uner-ewt",
    "actors/uner-pud",
    "actors/wikigold",
    "dates/wikiwars",
)
ANY_DAY = date(2000, 1, 1)


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    folder: Path = parser.parse_args().data
    articles = [article for name in SETS for article in read(folder / name / "articles.jsonl")]
    counts = count(articles)
    rows = sorted((-number, stem) for stem, number in counts.items() if number > 1)
    lines = [str(len(articles)), *(f"{stem}\t{-number}" for number, stem in rows)]
    BACKGROUND.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> list[Article]:
    """The texts of one set."""
    with path.open(encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file]
    return [Article(str(row["id"]), row["text"], ANY_DAY, Origin(str(path))) for row in rows]


def count(articles: list[Article]) -> Counter[str]:
    """In how many of the articles each stem occurs."""
    corpus = analyse(articles)
    counts: Counter[str] = Counter()
    for text in corpus.texts:
        terms = np.unique(corpus.lexicon.term_of[text.words])
        counts.update(corpus.lexicon.names[term] for term in terms if term != NO_TERM)
    return counts


if __name__ == "__main__":
    main()

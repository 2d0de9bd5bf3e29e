"""How well, how evenly and how fast articles become stories, and what finds reprints best.

    python benchmarks/stories.py --data DIR [--articles N]

DIR holds the folder stories, each set with articles.jsonl and gold.jsonl. Without it, only speed
and reprints are measured, on made articles; with it, speed on the real ones of its folders too.
Agreement is B-cubed F1 (Bagga & Baldwin 1998), with the background that ships, with none, and
with the word frequencies of `wordfreq` where that is installed.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations, product
from math import expm1
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import numpy as np
from corpus import articles_of, dated_anew, real_articles, rows
from made_news import made_articles

from digest.clustering import (
    LEAST_SIMILARITY,
    Background,
    background,
    group,
    term_frequencies,
    tf_idf_alone,
)
from digest.clustering.near_duplicates import LEAST_OVERLAP, overlaps
from digest.language import ENGLISH
from digest.model import Edition
from digest.pipeline.calendar import Period, by_day, in_order
from digest.pipeline.day import counted
from digest.pipeline.queries import linked_days
from digest.pipeline.resources import resources
from digest.settings import Settings
from digest.storylines import WINDOW_DAYS
from digest.text import Corpus, analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digest.model import Article
    from digest.text import IntArray

    Answer = Mapping[str, str]
    Pairs = set[tuple[int, int]]
    Way = Callable[[Background, float, Corpus], dict[str, str]]

SIZES = (20, 60, 200)
DRAWS = 6
THRESHOLDS = (0.20, 0.22, LEAST_SIMILARITY, 0.26, 0.28)
DENSITIES = (100, 500, 2_000)
WINDOWS = (2, WINDOW_DAYS)
# News is about so long.
TEXT_WORDS = 400
SHINGLE_WORDS = 5
PERMUTATIONS = 128


def b_cubed(found: Answer, meant: Answer) -> float:
    """F1 of B-cubed precision and recall over the articles of `meant`."""
    shares = [_shares(one, other, meant) for one, other in ((found, meant), (meant, found))]
    return 2 * shares[0] * shares[1] / sum(shares)


def _shares(groups: Answer, other: Answer, names: Iterable[str]) -> float:
    """The mean share of an article's group that is with it in the other grouping too."""
    members: dict[str, list[str]] = {}
    for name in names:
        members.setdefault(groups[name], []).append(name)
    shares = [
        sum(other[one] == other[name] for one in together) / len(together)
        for together in members.values()
        for name in together
    ]
    return sum(shares) / len(shares)


def read_set(folder: Path) -> tuple[list[Article], dict[str, str]]:
    """A set's articles in their order, and the event of each."""
    events = {row["article"]: row["event"] for row in rows(folder / "gold.jsonl")}
    return in_order(articles_of(folder), UTC), events


def backgrounds() -> dict[str, Background]:
    """What says how common a word is beside the articles themselves."""
    own = background()
    found = {"own": own, "none": Background(0, {})}
    return found | ({"wordfreq": by_wordfreq(own.texts)} if find_spec("wordfreq") else {})


def by_wordfreq(texts: int) -> Background:
    """In how many of so many texts of 400 words each stem would occur by its frequency."""
    library = import_module("wordfreq")
    shares = Counter[str]()
    for word, share in library.get_frequency_dict("en", wordlist="small").items():
        shares[ENGLISH.stem(word)] += share
    counts = {name: round(-texts * expm1(-share * TEXT_WORDS)) for name, share in shares.items()}
    return Background(texts, counts)


def grouped_at_once(table: Background, least: float, corpus: Corpus) -> dict[str, str]:
    """The story of each article, where all days are grouped as if they were one."""
    common = table.commonness(corpus.lexicon.names)
    stories = group(corpus, tf_idf_alone(term_frequencies(corpus), common), UTC, least=least)
    return {article.id: story.id for story in stories for article in story.articles}


def linked_by_day(
    table: Background, least: float, corpus: Corpus, window_days: int = WINDOW_DAYS
) -> dict[str, str]:
    """The storyline of each article."""
    chosen = replace(
        resources(Settings()), background=table, least_similarity=least, window_days=window_days
    )
    days = by_day([text.article for text in corpus.texts], UTC, Period())
    editions = [Edition(day, articles) for day, articles in days.items()]
    lines = linked_days(counted(editions, corpus), chosen).storylines
    return {
        article.id: line.id
        for line in lines
        for story in line.stories
        for article in story.articles
    }


WAYS: dict[str, Way] = {"by day": linked_by_day, "at once": grouped_at_once}


def agreement(folder: Path, tables: Mapping[str, Background]) -> None:
    """Print F1 by threshold, for the whole set and for random parts of it."""
    articles, events = read_set(folder)
    corpus = analyse(articles)
    rng = random.Random(1)
    for size in (len(articles), *(size for size in SIZES if size < len(articles))):
        draws = [
            sorted(rng.sample(range(len(articles)), size))
            for _ in range(DRAWS if size < len(articles) else 1)
        ]
        for (name, way), (table, common) in product(WAYS.items(), tables.items()):
            answers = [partial(way, common, least) for least in THRESHOLDS]
            scores = (
                f"{np.mean([_score(corpus, rows, events, answer) for rows in draws]):.3f}"
                for answer in answers
            )
            print(f"{folder.name:14}{size:6} {name:8} {table:10}", *scores)


def _score(
    corpus: Corpus,
    rows: Sequence[int],
    events: Answer,
    answer: Callable[[Corpus], Answer],
) -> float:
    part = Corpus(corpus.lexicon, tuple(corpus.texts[row] for row in rows))
    meant = {text.article.id: events[text.article.id] for text in part.texts}
    return b_cubed(answer(part), meant)


def speed(articles: list[Article], per_day: int, windows: Sequence[int]) -> list[float]:
    """How many articles are grouped and linked in a second of processor time, by window of days.

    Their words are split already.
    """
    corpus = analyse(in_order(dated_anew(articles, per_day), UTC))
    return [_rate(corpus, window_days) for window_days in windows]


def _rate(corpus: Corpus, window_days: int) -> float:
    start = process_time()
    linked_by_day(background(), LEAST_SIMILARITY, corpus, window_days)
    return len(corpus.texts) / (process_time() - start)


def speeds(data: Path | None, count: int) -> None:
    """Print articles a second by density and window, of real articles and of made ones.

    A few are grouped before, so that loading a library is not counted.
    """
    few = analyse(made_articles(24))
    linked_by_day(background(), LEAST_SIMILARITY, few)
    windows = "".join(f"{f'{days} days':>12}" for days in WINDOWS)
    print(f"{'kind':6}{'articles':>9}{'per day':>9}{'days':>6}{windows}")
    if data and (real := real_articles(data)):
        _print_speed("real", real, DENSITIES)
    _print_speed("made", made_articles(count), (*DENSITIES, count))


def _print_speed(kind: str, articles: list[Article], densities: Iterable[int]) -> None:
    for per_day in densities:
        days = math.ceil(len(articles) / per_day)
        rates = "".join(f"{rate:12.0f}" for rate in speed(articles, per_day, WINDOWS))
        print(f"{kind:6}{len(articles):9}{per_day:9}{days:6}{rates}")


def copies(count: int) -> list[IntArray]:
    """Made articles as word codes; of every third there is a copy that lost a third of its end."""
    articles = made_articles(count)
    corpus = analyse(articles)
    texts = [text.words for text in corpus.texts]
    return texts + [words[: len(words) * 2 // 3] for words in texts[::3]]


def exact(texts: Sequence[IntArray]) -> Pairs:
    """Our own: every pair's overlap, by a sparse product."""
    found = np.argwhere(np.triu(overlaps(texts), 1) >= LEAST_OVERLAP)
    return {(int(one), int(other)) for one, other in found}


def _shingled(words: IntArray) -> list[str]:
    codes = words.tolist()
    return [
        " ".join(map(str, codes[at : at + SHINGLE_WORDS]))
        for at in range(len(codes) - SHINGLE_WORDS + 1)
    ]


def by_datasketch(texts: Sequence[IntArray]) -> Pairs:
    """MinHash and LSH of `datasketch`."""
    library = import_module("datasketch")
    index = library.MinHashLSH(threshold=LEAST_OVERLAP, num_perm=PERMUTATIONS)
    pairs: Pairs = set()
    for row, words in enumerate(texts):
        sketch = library.MinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([shingle.encode() for shingle in _shingled(words)])
        pairs |= {(int(other), row) for other in index.query(sketch)}
        index.insert(str(row), sketch)
    return pairs


def by_rensa(texts: Sequence[IntArray]) -> Pairs:
    """R-MinHash of `rensa`, each pair compared."""
    library = import_module("rensa")
    sketches = []
    for words in texts:
        sketch = library.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(_shingled(words))
        sketches.append(sketch)
    return {
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if sketches[one].jaccard(sketches[other]) >= LEAST_OVERLAP
    }


def reprints(count: int) -> None:
    """Print which share of the copies each way finds, how much else, and in what time."""
    texts = copies(count)
    meant = {(row * 3, count + row) for row in range(len(texts) - count)}
    ways = {"own": exact, "datasketch": by_datasketch, "rensa": by_rensa}
    for name, way in ways.items():
        if name != "own" and find_spec(name) is None:
            print(f"{name:12}not installed")
            continue
        start = process_time()
        found = way(texts)
        seconds = process_time() - start
        recall, others = len(found & meant) / len(meant), len(found - meant)
        print(f"{name:12}recall {recall:.3f}  others {others:4}  {seconds:.3f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, metavar="DIR")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    given = parser.parse_args()
    if given.data:
        thresholds = (f"{least:5.2f}" for least in THRESHOLDS)
        print(f"{'set':14}{'size':>6} {'days':8} {'background':10}", *thresholds)
        tables = backgrounds()
        for path in sorted(given.data.glob("stories/*/gold.jsonl")):
            agreement(path.parent, tables)
        print()
    speeds(given.data, given.articles)
    print()
    reprints(max(given.articles // 10, 6))


if __name__ == "__main__":
    main()

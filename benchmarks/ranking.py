"""TextRank of `digest` against sumy's on the same words, and its cost on very many sentences.

    python benchmarks/ranking.py [--data DIR] [--sizes N ...]

Documents are runs of sentences as a story tells them: of the seeds, story after story, or of the
articles below DIR/timelines, where each folder is one topic. They begin at places drawn with a
fixed seed; where more sentences are asked for than there are, they come round again. Stop words
are gone and words are stemmed before either begins.

Times are wall time for one document, the mean over some documents, and the best of many runs for
ours, of 3 for sumy's up to 500 sentences, of 1 beyond. Peak memory is that of a process that does
nothing but read the sentences and rank them, interpreter and libraries included. The walk by cosine
is set beside that of 2004 in processor time.
"""

from __future__ import annotations

import argparse
import math
import random
import subprocess
import sys
import time
from datetime import UTC
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from beside_sumy import rated_by_sumy
from corpus import real_articles

from digest.pipeline.queries import day_stories
from digest.pipeline.resources import resources
from digest.ranking import (
    RankingBatch,
    cosine_textrank_many,
    sentence_vectors,
    textrank,
    textrank_many,
    uniform_teleport,
)
from digest.reading import read
from digest.settings import Settings
from digest.text import NO_TERM, analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.model import Article
    from digest.text import FloatArray

    Document = list[list[str]]
    Rank = Callable[[Document], FloatArray]

SEEDS = Path(__file__).parents[1] / "seeds"
MEMORY = Path(__file__).with_name("ranking_memory.py")
SIZES = [20, 100, 500, 2_000]
LARGE = [10_000, 100_000]
# So many sentences make a size's documents, but at least one.
SENTENCES_TIMED = 1_000
# sumy's time grows with the square of the sentences: beyond this many, one run has to do.
REPEATED_UP_TO = 500
OUR_RUNS = 20
LARGE_RUNS = 3
# Sentences of an article where they are linked by cosine, which asks for articles.
ARTICLE_SENTENCES = 30


class Timed(NamedTuple):
    """Mean seconds for a document in the best of some runs, and the scores of all documents."""

    seconds: float
    scores: FloatArray


def timed(rank: Rank, documents: Sequence[Document], runs: int) -> Timed:
    """Rank the documents so many times."""
    shortest = math.inf
    for _ in range(runs):
        begun = time.perf_counter()
        scores = [rank(document) for document in documents]
        shortest = min(shortest, time.perf_counter() - begun)
    return Timed(shortest / len(documents), np.concatenate(scores))


def words_of(articles: Sequence[Article]) -> Document:
    """The stems of each sentence that has any."""
    corpus = analyse(articles)
    found = []
    for text in corpus.texts:
        terms = corpus.lexicon.term_of[text.words]
        for piece in np.split(terms, text.bounds[1:-1]):
            names = [corpus.lexicon.names[term] for term in piece[piece != NO_TERM]]
            if names:
                found.append(names)
    return found


def all_sentences(data: Path | None) -> Document:
    """The sentences of the articles below DIR/timelines, or of the seeds, topic after topic."""
    if data:
        articles = real_articles(data, ("timelines/*",))
    else:
        seeds = sorted(read([str(SEEDS)], zone=UTC).articles, key=lambda one: one.day(UTC))
        told = day_stories(seeds, resources(Settings()))
        articles = [article for one in told for article in one.story.articles]
    return words_of(articles) or sys.exit(f"{data}: no timelines/*/articles.jsonl")


def documents_of(sentences: Document, size: int) -> list[Document]:
    """Runs of so many sentences, each sentence a list of its own."""
    rng = random.Random(1)
    starts = [rng.randrange(len(sentences)) for _ in range(max(1, SENTENCES_TIMED // size))]
    return [
        [list(sentences[number % len(sentences)]) for number in range(start, start + size)]
        for start in starts
    ]


def peak_megabytes(document: Document) -> float:
    """Peak resident memory of a process that reads and ranks the document."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sentences.txt"
        path.write_text("".join(" ".join(words) + "\n" for words in document), encoding="utf-8")
        command = [sys.executable, str(MEMORY), str(path)]
        return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def compare(sentences: Document, sizes: Sequence[int]) -> None:
    """Print the table against sumy."""
    print(f"{'sentences':>9}{'sumy s':>12}{'ours s':>12}{'ratio':>9}{'difference':>13}")
    for size in sizes:
        documents = documents_of(sentences, size)
        theirs = timed(rated_by_sumy, documents, 3 if size <= REPEATED_UP_TO else 1)
        ours = timed(textrank, documents, OUR_RUNS)
        ratio = theirs.seconds / ours.seconds
        difference = np.max(np.abs(ours.scores - theirs.scores) / theirs.scores)
        times = f"{theirs.seconds:12.5f}{ours.seconds:12.5f}"
        print(f"{size:9}{times}{ratio:9.1f}{difference:13.1e}", flush=True)


def grow(sentences: Document, few: int, many: int) -> None:
    """Print the time of two large sizes, how it grows, and the memory of the larger."""
    print(f"\n{'sentences':>9}{'ours s':>12}")
    times = []
    for size in (few, many):
        times.append(timed(textrank, documents_of(sentences, size), LARGE_RUNS).seconds)
        print(f"{size:9}{times[-1]:12.5f}", flush=True)
    exponent = math.log(times[1] / times[0]) / math.log(many / few)
    print(f"\nexponent {exponent:.3f}")
    print(f"cosine over overlap {cosine_over_overlap(documents_of(sentences, many)[0]):.2f}")
    print(f"peak memory {peak_megabytes(documents_of(sentences, many)[0]):.0f} MB")


def cosine_over_overlap(document: Document) -> float:
    """Processor time of the walk by cosine, with its vectors, over that of 2004; both on codes."""
    code = {
        word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(document)))
    }
    terms = np.array([code[word] for words in document for word in words])
    lengths, sizes = np.array(list(map(len, document))), np.array([len(document)])
    articles = np.arange(len(document)) // ARTICLE_SENTENCES
    seconds = {"cosine": math.inf, "overlap": math.inf}
    for _ in range(LARGE_RUNS):
        begun = time.process_time()
        textrank_many(terms, lengths, sizes)
        between = time.process_time()
        found = sentence_vectors(terms, lengths, sizes)
        cosine_textrank_many(RankingBatch(found, articles, sizes, uniform_teleport(sizes)))
        ended = time.process_time()
        seconds["overlap"] = min(seconds["overlap"], between - begun)
        seconds["cosine"] = min(seconds["cosine"], ended - between)
    return seconds["cosine"] / seconds["overlap"]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, metavar="DIR", help="else the seeds")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--large", type=int, nargs=2, default=LARGE, metavar="N")
    given = parser.parse_args()
    sentences = all_sentences(given.data)
    print(f"{len(sentences)} sentences, {sum(map(len, sentences)) / len(sentences):.1f} words each")
    compare(sentences, given.sizes)
    grow(sentences, *given.large)


if __name__ == "__main__":
    main()

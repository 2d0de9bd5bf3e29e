"""Summaries of days of news against what timelines tell of them.

    python benchmarks/summaries.py --data DIR [--days 1] [--words 100]

A set is a run of days of a reference timeline below DIR/timelines: the articles published on these
days and the next, where there are at least 3, and what the timeline says of these days. Every
system gives whole sentences, the best first, as many as the words have room for. `R2` is ROUGE-2
recall with stems; stop words count. `over as it comes` is its mean over that of sumy's TextRank.

`as it comes` has neither stop words nor stems, as sumy's TextRank has none unless told. `rules`
are those of sentences that can stand alone. The oracle knows the reference: it takes the sentence
that adds most to its recall for each word, and tells how much an extract could reach.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, repeat
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from beside_sumy import SumyWords, rated_by_sumy
from corpus import real_articles
from nltk.stem.porter import PorterStemmer
from sumy.summarizers.lex_rank import LexRankSummarizer

from digest.language.english.words import WORD
from digest.model import Story
from digest.ranking import passages, ranker_named
from digest.summarising import Length, broken_rule, select
from digest.text import NO_TERM, analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.model import Article, Sentence
    from digest.ranking import Passages
    from digest.text import FloatArray, Lexicon

    # What a system says of a set, within so many words.
    System = Callable[["NewsSet", int], str]

FEWEST_ARTICLES = 3
# Shorter words are not stemmed by ROUGE.
UNSTEMMED = 3


@dataclass(frozen=True, slots=True, eq=False)
class NewsSet:
    """Articles, and what a timeline tells of their days."""

    topic: str
    story: Passages
    lexicon: Lexicon
    reference: str

    def sentences(self) -> list[Sentence]:
        """All sentences, article after article."""
        return [self.story.sentence(index) for index in range(len(self.story.lengths))]


_stem = cache(PorterStemmer(PorterStemmer.ORIGINAL_ALGORITHM).stem)


def bigrams(text: str) -> Counter[tuple[str, str]]:
    """Pairs of words as ROUGE-1.5.5 counts them."""
    from re import findall

    found = findall("[a-z0-9]+", text.lower())
    return Counter(pairwise(_stem(word) if len(word) > UNSTEMMED else word for word in found))


def recall(summary: str, reference: str) -> float:
    """ROUGE-2 recall."""
    wanted = bigrams(reference)
    return (wanted & bigrams(summary)).total() / max(wanted.total(), 1)


def filled(sentences: Iterable[str], words: int) -> str:
    """The sentences in their order that the words have room for; the first fits always."""
    taken: list[str] = []
    room = words
    for sentence in sentences:
        size = len(sentence.split())
        if size <= room or not taken:
            taken.append(sentence)
            room -= size
    return " ".join(taken)


def by_scores(news: NewsSet, scores: FloatArray, words: int) -> str:
    """The best sentences, as sumy takes them."""
    order = np.argsort(-scores, kind="stable").tolist()
    return filled((news.story.sentence(index).text for index in order), words)


def as_it_comes(news: NewsSet, words: int) -> str:
    """sumy's TextRank on bare words."""
    lowered = [[word.lower() for word in WORD.findall(one.text)] for one in news.sentences()]
    return by_scores(news, rated_by_sumy(lowered), words)


def with_stop_words(news: NewsSet, words: int) -> str:
    """sumy's TextRank on stems without stop words."""
    return by_scores(news, rated_by_sumy(terms(news)), words)


def lexrank(news: NewsSet, words: int) -> str:
    """sumy's LexRank on stems without stop words."""
    stems = [SumyWords(each) for each in terms(news)]
    document = SumyWords([word for one in stems for word in one.words], stems)
    scores = np.zeros(len(stems))

    def note(infos: Sequence[object]) -> Sequence[object]:
        for info in infos:
            scores[info.order] = info.rating  # type: ignore[attr-defined]
        return infos

    LexRankSummarizer()(document, note)
    return by_scores(news, scores.round(9), words)


def terms(news: NewsSet) -> list[list[str]]:
    """The stems of each sentence without stop words."""
    codes = news.lexicon.term_of[news.story.words]
    pieces = np.split(codes, news.story.ends[:-1])
    return [[news.lexicon.names[term] for term in piece[piece != NO_TERM]] for piece in pieces]


def lead(news: NewsSet, words: int) -> str:
    """The beginning of the newest article."""
    return filled((news.story.sentence(i).text for i in newest(news.story)), words)


def newest(story: Passages) -> list[int]:
    """The sentences of the newest article."""
    days = [article.published.isoformat() for article in story.story.articles]
    return np.flatnonzero(story.articles == days.index(max(days))).tolist()


def oracle(news: NewsSet, words: int) -> str:
    """Sentence by sentence what adds most to the recall for each word."""
    wanted = bigrams(news.reference)
    left = [(one.text, len(one.text.split())) for one in news.sentences()]
    taken: list[str] = []
    room = words
    while left:
        gains = [(wanted & bigrams(text)).total() / max(size, 1) for text, size in left]
        best = int(np.argmax(gains))
        text, size = left[best]
        if gains[best] == 0:
            break
        taken.append(text)
        room -= size
        wanted = wanted - bigrams(text)
        left = [(text, size) for text, size in left if size <= room]
    return " ".join(taken)


def no_rule(_: Sentence) -> str:
    """Any sentence will do."""
    return ""


def ours(similarity: str, *, rules: bool) -> System:
    """`digest` by one similarity."""

    def summary(news: NewsSet, words: int) -> str:
        (scores,) = ranker_named("textrank", similarity)([news.story], news.lexicon)
        rule_of = broken_rule if rules else no_rule
        made = select(news.story, scores, Length("words", words), rule_of)
        return " ".join(one.sentence.text for one in made.sentences)

    return summary


SYSTEMS: dict[str, System] = {
    "sumy's TextRank as it comes": as_it_comes,
    "sumy's TextRank, stop words": with_stop_words,
    "sumy's LexRank, stop words": lexrank,
    "lead of the newest article": lead,
    "oracle": oracle,
    "overlap, no rules": ours("overlap", rules=False),
    "overlap": ours("overlap", rules=True),
    "cosine, no rules": ours("cosine", rules=False),
    "cosine": ours("cosine", rules=True),
}


def references(path: Path, days: int) -> dict[tuple[int, int], str]:
    """What the timelines of a topic tell, by number of timeline and of run of so many days."""
    told: dict[tuple[int, int], list[str]] = {}
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    for number, line in enumerate(lines):
        for entry in json.loads(line)["entries"]:
            run = date.fromisoformat(entry["date"][:10]).toordinal() // days
            told.setdefault((number, run), []).extend(
                each if isinstance(each, str) else each["text"] for each in entry["sentences"]
            )
    return {key: " ".join(texts) for key, texts in sorted(told.items())}


def news_sets(data: Path, days: int) -> list[NewsSet]:
    """The sets of all topics."""
    found = []
    for path in sorted(data.glob("timelines/*/timelines.jsonl")):
        articles = real_articles(data, (f"timelines/{path.parent.name}",))
        for (_, run), reference in references(path, days).items():
            first = date.fromordinal(run * days)
            last = first + timedelta(days=days)
            told = [one for one in articles if first <= one.published <= last]
            if len(told) >= FEWEST_ARTICLES:
                found.append(news_set(path.parent.name, told, reference))
    return found


def news_set(topic: str, articles: Sequence[Article], reference: str) -> NewsSet:
    """The articles as one story."""
    corpus = analyse(articles)
    story = Story("all", articles[0].published, tuple(articles), ())
    return NewsSet(topic, passages(story, corpus.texts, corpus.lexicon), corpus.lexicon, reference)


def recall_of(news: NewsSet, name: str, words: int) -> float:
    """What a system recalls of a set."""
    return recall(SYSTEMS[name](news, words), news.reference)


def recalls(sets: Sequence[NewsSet], names: Sequence[str], words: int) -> Iterator[FloatArray]:
    """What each of the systems in turn recalls of every set, by as many processes as can work."""
    workers = min(cpu_count() or 1, len(sets))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for name in names:
            found = pool.map(recall_of, sets, repeat(name), repeat(words))
            yield np.fromiter(found, dtype=np.float64)


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--days", type=int, default=1, metavar="N", help="days of a set")
    parser.add_argument("--words", type=int, default=100, metavar="N", help="of a summary")
    given = parser.parse_args()
    sets = news_sets(given.data, given.days) or sys.exit(f"{given.data}: no timelines")
    sizes = [len(news.story.lengths) for news in sets]
    print(f"{len(sets)} sets, {np.mean(sizes):.0f} sentences each, {given.words} words")
    topics = sorted({news.topic for news in sets})
    short = [topic.replace("_", " ")[:9] for topic in topics]
    print(f"{'R2':30}{'mean':>8}{'ratio':>8}" + "".join(f"{name:>10}" for name in short))
    base = 0.0
    for name, scores in zip(SYSTEMS, recalls(sets, list(SYSTEMS), given.words), strict=True):
        base = base or float(scores.mean())
        each = [scores[[news.topic == topic for news in sets]].mean() for topic in topics]
        cells = "".join(f"{score:10.3f}" for score in each)
        print(f"{name:30}{scores.mean():8.4f}{scores.mean() / base:8.2f}{cells}", flush=True)


if __name__ == "__main__":
    main()

"""`digest.dates` against other taggers of dates on the same articles: quality, then speed.

    python benchmarks/dates.py --data DIR [--articles N] [--sets NAME ...] [--look]

Quality is TempEval-3's on the sets of DIR/dates that have a gold standard. Each is parted by the
checksum of an article's id into `dev`, whose errors `--look` prints, and `held`, which is only
scored. The other taggers are dateparser, recognizers-text-date-time (which wants `emoji<2`),
datefinder and timefhuman: each takes part where it is installed.

Speed is processor time in this one process, on N of the full articles of DIR/stories/news_cluster,
taken at even distances. All are warmed up, then take turns in 3 rounds, of which the best counts;
who needs longer than 5 seconds has one. Ours includes the splitting into sentences. The last lines
take already split sentences that hold no date, then those that hold one.
"""

from __future__ import annotations

import argparse
import sys
import time
import zlib
from collections import Counter
from datetime import datetime
from functools import partial, reduce
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus import FIRST_DAY, real_articles, rows
from date_errors import FAULTS, KINDS, Counts, Match, counts, matches
from date_taggers import OURS, Named, installed

from digest.dates import find_dates
from digest.model import DateMention
from digest.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HALVES = ("dev", "held")
ARTICLES_TIMED = 40
ROUNDS = 3
SLOW = 5.0


class Told(NamedTuple):
    """An article of a set: its id and text, when it was written, and its gold expressions."""

    id: str
    text: str
    written: datetime
    gold: tuple[DateMention, ...]

    @property
    def half(self) -> str:
        """The same on every machine and in every run."""
        return HALVES[zlib.crc32(self.id.encode()) % 2]


class Scored(NamedTuple):
    """An article, and the pairs of its gold expressions and those found."""

    article: Told
    pairs: list[Match]


def read_set(folder: Path) -> list[Told]:
    """The articles of a set with their gold expressions."""
    gold: dict[str, list[DateMention]] = {}
    for row in rows(folder / "gold.jsonl"):
        span, read = (row["start"], row["end"], row["text"]), (row["type"], row["value"])
        gold.setdefault(row["article"], []).append(DateMention(*span, *read, row["mod"] or ""))
    return [
        Told(row["id"], row["text"], _moment(row), tuple(gold.get(row["id"], ())))
        for row in rows(folder / "articles.jsonl")
    ]


def _moment(row: dict[str, Any]) -> datetime:
    """The start of the article's day; one without a date gets one."""
    return datetime.fromisoformat((row.get("published") or FIRST_DAY.isoformat())[:10])


def scored(tagger: Named, articles: Sequence[Told]) -> list[Scored]:
    """What a tagger found in each article, beside the gold standard."""
    return [Scored(one, matches(one.gold, tagger.tag(one.text, one.written))) for one in articles]


def total(found: Sequence[Scored]) -> Counts:
    """The counts of all the articles together."""
    return reduce(Counts.plus, (counts(one.pairs) for one in found), Counts())


def tell_quality(name: str, taggers: Sequence[Named], articles: Sequence[Told]) -> list[Scored]:
    """Print every tagger's row for the two halves and the whole; gives what ours found."""
    ours: list[Scored] = []
    for tagger in taggers:
        found = scored(tagger, articles)
        ours = ours or found
        for half in (*HALVES, "all"):
            sums = total([one for one in found if half in (one.article.half, "all")])
            numbers = f"{sums.gold:6}{sums.found:7}"
            f1s = f"{sums.relaxed_f1:9.3f}{sums.strict_f1:8.3f}{sums.value_f1:8.3f}"
            print(f"{name:12}{tagger.name:36}{half:6}{numbers}{f1s}", flush=True)
    return ours


def tell_faults(name: str, found: Sequence[Scored]) -> None:
    """Print how many expressions of each kind there are, and what is wrong with ours."""
    pairs = list(chain.from_iterable(one.pairs for one in found))
    gold = Counter(pair.kind for pair in pairs if pair.gold)
    wrong = Counter((pair.kind, fault) for pair in pairs for fault in pair.faults)
    print(f"\n{name + ': wrong in ' + OURS:32}{'gold':>6}" + "".join(f"{f:>10}" for f in FAULTS))
    for kind, _ in KINDS:
        cells = "".join(f"{wrong[kind, fault]:10}" for fault in FAULTS)
        print(f"{kind:32}{gold[kind]:6}{cells}")
    sums = "".join(f"{sum(f in pair.faults for pair in pairs):10}" for f in FAULTS)
    print(f"{'all':32}{sum(gold.values()):6}{sums}", flush=True)


def look(name: str, found: Sequence[Scored]) -> None:
    """Print the errors in the half that may be looked at."""
    print(f"\n{name}: errors in {HALVES[0]}")
    for article, pairs in found:
        for pair in pairs:
            if article.half == HALVES[0] and pair.faults:
                print(f"{article.id:18}{pair}")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    begun = time.process_time()
    work()
    return max(time.process_time() - begun, 1e-9)


def tag_all(tagger: Named, articles: Sequence[Told]) -> None:
    """Tag every article, and keep nothing."""
    for one in articles:
        tagger.tag(one.text, one.written)


def best_seconds(taggers: Sequence[Named], articles: Sequence[Told]) -> list[float]:
    """Each tagger's best round over the articles; they take turns, the slow only once."""
    best = [float("inf")] * len(taggers)
    for tagger in taggers:
        tagger.tag(articles[0].text, articles[0].written)
    for number in range(ROUNDS):
        for place, tagger in enumerate(taggers):
            if number == 0 or best[place] < SLOW:
                best[place] = min(best[place], seconds(partial(tag_all, tagger, articles)))
    return best


def tell_speed(taggers: Sequence[Named], articles: Sequence[Told]) -> None:
    """Print articles and characters per second on the same articles, and ours over theirs."""
    characters = sum(len(one.text) for one in articles)
    print(f"\n{len(articles)} full articles, {characters:,} characters")
    print(f"{'tagger':36}{'articles/s':>12}{'characters/s':>14}{'ours/theirs':>13}")
    best = best_seconds(taggers, articles)
    for tagger, taken in zip(taggers, best, strict=True):
        rates = f"{len(articles) / taken:12.1f}{characters / taken:14.0f}"
        print(f"{tagger.name:36}{rates}{taken / best[0]:13.1f}", flush=True)


def tell_dateless(articles: Sequence[Told]) -> None:
    """Print what our tagger takes for sentences that hold no date, beside those that hold one."""
    without, holding = [], []
    for one in articles:
        spans = sentence_spans(one.text)
        found = find_dates(one.text, one.written.date(), spans)
        full = [span for span in spans if any(span[0] <= m.start < span[1] for m in found)]
        holding.append((one, full))
        without.append((one, [span for span in spans if span not in full]))
    for name, asked in (("without a date", without), ("with a date", holding)):

        def work(asked: Sequence[tuple[Told, list[tuple[int, int]]]] = asked) -> None:
            for one, spans in asked:
                find_dates(one.text, one.written.date(), spans)

        characters = sum(end - start for _, spans in asked for start, end in spans)
        best = min(seconds(work) for _ in range(ROUNDS))
        nanoseconds = 1e9 * best / max(characters, 1)
        sentences = sum(len(spans) for _, spans in asked)
        print(f"{sentences} sentences {name}: {nanoseconds:.1f} ns a character", flush=True)


def timed_articles(data: Path) -> list[Told]:
    """The full articles to time on."""
    articles = real_articles(data, ("stories/news_cluster",))
    if not articles:
        sys.exit(f"{data}: no stories/news_cluster/articles.jsonl")
    return [
        Told(one.id, one.text, datetime.fromisoformat(one.published.isoformat()), ())
        for one in articles
    ]


def gold_sets(data: Path, names: Sequence[str] | None) -> dict[str, list[Told]]:
    """The sets that have a gold standard, or those of them that are named."""
    folders = [path.parent for path in sorted(data.glob("dates/*/gold.jsonl"))]
    asked = [folder for folder in folders if names is None or folder.name in names]
    if not asked:
        sys.exit(f"{data}: no such dates/*/gold.jsonl")
    return {folder.name: read_set(folder) for folder in asked}


def main() -> None:
    """Score, time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--articles", type=int, default=ARTICLES_TIMED, metavar="N")
    parser.add_argument("--sets", nargs="+", metavar="NAME", help="else all that have gold")
    parser.add_argument("--look", action="store_true", help=f"print the errors in {HALVES[0]}")
    given = parser.parse_args()
    sets, timed = gold_sets(given.data, given.sets), timed_articles(given.data)
    taggers = installed()
    header = f"{'gold':>6}{'found':>7}{'relaxed':>9}{'strict':>8}{'value':>8}"
    print(f"{'set':12}{'tagger':36}{'half':6}{header}")
    ours = {name: tell_quality(name, taggers, articles) for name, articles in sets.items()}
    for name, found in ours.items():
        tell_faults(name, found)
    tell_speed(taggers, timed[:: max(1, len(timed) // given.articles)][: given.articles])
    tell_speed(taggers[:1], timed)
    tell_dateless(timed)
    if given.look:
        for name, found in ours.items():
            look(name, found)


if __name__ == "__main__":
    main()

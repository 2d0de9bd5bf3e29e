"""Three sentence splitters: the boundaries they find in the gold passages, and their speed.

    python benchmarks/sentences.py [--data DIR]

The gold passages stand in tests/text/sentences.txt. sentencex and Punkt get one paragraph at a
time, as neither is made for blank lines. `in line` counts only the passages without a line break,
where no rule about lines plays a part. Speed, by processor time, is the best of three runs over
the texts of all articles.jsonl below DIR, or over the gold passages, repeated.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.language import ENGLISH
from digest.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Splitter = Callable[[str], list[tuple[int, int]]]

GOLD = Path(__file__).parents[1] / "tests" / "text" / "sentences.txt"
BLANK_LINE = re.compile(r"\n\s*\n")


class Passage(NamedTuple):
    """A gold passage: dev or held, its text, and where each sentence but the first begins."""

    half: str
    text: str
    boundaries: frozenset[int]


class Score(NamedTuple):
    """Boundaries found rightly, found at all, and to be found."""

    right: int
    found: int
    gold: int

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * self.right / max(self.found + self.gold, 1)
        return f"{100 * precision:6.1f}{100 * recall:6.1f}{100 * f1:6.1f}"


def read_gold(path: Path) -> list[Passage]:
    """The passages of the gold file, where a stroke stands before each sentence but the first."""
    blocks = re.split(r"^== (dev|held): .*\n", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_passage(*pair) for pair in zip(blocks[::2], blocks[1::2], strict=True)]


def _passage(half: str, body: str) -> Passage:
    pieces = body.strip("\n").split("|")
    # A heading's blank line is a boundary that needs no stroke.
    starts = [sum(map(len, pieces[:count])) for count in range(1, len(pieces))]
    text = "".join(pieces)
    blank = [match.end() for match in BLANK_LINE.finditer(text)]
    return Passage(half, text, frozenset(starts + blank))


def punkt() -> Splitter:
    """NLTK's Punkt with our own lists of abbreviations and openers."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    initialisms = ("u.s", "u.k", "u.n", "e.u", "d.c", "n.y", "n.j", "a.m", "p.m")
    rules = ENGLISH.boundaries
    known = rules.titles | rules.before_numbers | rules.within_names
    # The words that are also a whole sentence or its end would cost more than they gain.
    parameters.abbrev_types = {word.lower() for word in known} - {"no", "miss"} | {*initialisms}
    parameters.sent_starters = {word.lower() for word in rules.openers}
    tokenizer = PunktSentenceTokenizer(parameters)
    return by_paragraph(lambda text: list(tokenizer.span_tokenize(text)))


def sentencex() -> Splitter:
    """The splitter of PyPI's sentencex, which has to be installed."""
    try:
        from sentencex import get_sentence_boundaries
    except ImportError:
        sys.exit("sentencex is not installed: pip install sentencex")

    def spans(text: str) -> list[tuple[int, int]]:
        found = get_sentence_boundaries("en", text)
        return [(each["start_index"], each["end_index"]) for each in found]

    return by_paragraph(spans)


def by_paragraph(spans: Splitter) -> Splitter:
    """The splitter, given each paragraph by itself."""

    def split(text: str) -> list[tuple[int, int]]:
        breaks = [match.span() for match in BLANK_LINE.finditer(text)]
        firsts = [0, *(end for _, end in breaks)]
        lasts = [*(start for start, _ in breaks), len(text)]
        return [
            (first + start, first + end)
            for first, last in zip(firsts, lasts, strict=True)
            for start, end in spans(text[first:last])
        ]

    return split


def score(split: Splitter, passages: Iterable[Passage]) -> Score:
    """How many boundaries of the passages the splitter finds."""
    pairs = [(boundaries(text, split(text)), gold) for _, text, gold in passages]
    return Score(
        sum(len(found & gold) for found, gold in pairs),
        sum(len(found) for found, _ in pairs),
        sum(len(gold) for _, gold in pairs),
    )


def boundaries(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Where each sentence but the first begins, whatever blanks the spans hold."""
    starts = [
        end - len(text[start:end].lstrip()) for start, end in spans if text[start:end].strip()
    ]
    return frozenset(starts[1:])


def megabytes_per_second(split: Splitter, texts: Sequence[str]) -> float:
    """Of UTF-8 and processor time, in the best of three runs."""
    size = sum(len(text.encode()) for text in texts)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        for text in texts:
            split(text)
        best = min(best, time.process_time() - begun)
    return size / best / 1e6


def read_texts(folder: Path) -> list[str]:
    """The texts of all articles.jsonl below the folder."""
    return [
        json.loads(line)["text"]
        for path in sorted(folder.rglob("articles.jsonl"))
        for line in path.open(encoding="utf-8", newline="\n")
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, metavar="DIR")
    folder = parser.parse_args().data
    gold = read_gold(GOLD)
    texts = read_texts(folder) if folder else ["\n\n".join(each.text for each in gold)] * 20
    parts = {
        "all": gold,
        "dev": [each for each in gold if each.half == "dev"],
        "held": [each for each in gold if each.half == "held"],
        "in line": [each for each in gold if "\n" not in each.text],
    }
    counts = ", ".join(
        f"{name} {len(part)} passages {sum(len(each.boundaries) + 1 for each in part)} sentences"
        for name, part in parts.items()
    )
    splitters = {"sentencex": sentencex(), "punkt": punkt(), "own": sentence_spans}
    print(counts, "\n\nprecision, recall and F1 of boundaries, in percent")
    print(f"{'':10}" + "".join(f"{name:^20}" for name in parts) + "    MB/s")
    for name, split in splitters.items():
        scores = "".join(f"{score(split, part)!s:20}" for part in parts.values())
        print(f"{name:10}{scores}{megabytes_per_second(split, texts):8.1f}", flush=True)


if __name__ == "__main__":
    main()

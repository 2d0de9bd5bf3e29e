"""Actors: how good the finding is by set and kind, how fast the whole chain is, and its size.

    python benchmarks/actors.py --data DIR [--model FILE]

DIR holds the folders actors and stories/news_cluster. The model that ships was trained on all the
sets, so that it can't be measured on them: FILE is one that was trained without a fold of them, by
`python -m training.actors --data DIR/actors --hold-out 0 --to FILE`, which takes about half an
hour. Without it, only speed and size are told. Speed is the processor time of names, roles and
merging, the words being split already, for stories of three articles; the second run is warm.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from corpus import real_articles

from digest.entities import find_actors_of, load_gazetteer, load_naming
from digest.entities.recognition.tokens import token_table
from digest.text import analyse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import Text

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "digest" / "language" / "english" / "entities"
ARTICLES_A_STORY = 3
NEEDED_TOKENS = 100_000
MOST_BYTES = 5_000_000


def told_quality(folder: Path, model: Path, held_out: int) -> None:
    """Print F1 by set and kind of a model on the fold that it was not trained on."""
    # The checkout's own training rooms, which no installed digest has.
    sys.path.append(str(ROOT))
    from training.actors.figures import report
    from training.actors.gold import SETS, fold, read_set

    marked = [article for name in SETS for article in read_set(folder / name)]
    with np.load(model) as arrays:
        held = [article for article in marked if fold(article.id) == held_out]
        print(report(held, dict(arrays), load_gazetteer()))


def told_speed(texts: Sequence[Text]) -> None:
    """Print how many tokens a second the whole chain reads, cold and warm."""
    starts = range(0, len(texts), ARTICLES_A_STORY)
    stories = [texts[start : start + ARTICLES_A_STORY] for start in starts]
    page = token_table([(text.article.text, text.sentences.tolist()) for text in texts])
    tokens = int((page.ends > page.starts).sum())
    print(f"\n{len(texts)} articles, {tokens:,} tokens")
    naming = load_naming()
    for name in ("cold", "warm"):
        begun = time.process_time()
        find_actors_of(stories, naming)
        rate = tokens / (time.process_time() - begun)
        print(f"{name:6}{rate:12,.0f} tokens a second{NEEDED_TOKENS:12,} needed")


def told_size() -> None:
    """Print the bytes that the install gets."""
    model = (SHIPPED / "model.npz").stat().st_size
    tables = sum(path.stat().st_size for path in SHIPPED.glob("*.t*"))
    print(f"\nmodel {model:,} bytes, tables {tables:,}, of at most {MOST_BYTES:,}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--model", type=Path, metavar="FILE", help="trained without --fold")
    parser.add_argument("--fold", type=int, default=0, metavar="N")
    given = parser.parse_args()
    if given.model:
        told_quality(given.data / "actors", given.model, given.fold)
    articles = real_articles(given.data, ("stories/news_cluster",))
    told_speed(analyse(articles).texts)
    told_size()


if __name__ == "__main__":
    main()

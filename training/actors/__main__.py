"""Make the model that finds actors, and measure it on articles that it was not trained on.

    python -m training.actors --data DIR

Reads the freely licensed sets below DIR and writes digest/language/english/entities/model.npz, with
the fingerprint of the tables that it was trained on. `--hold-out N` leaves fold N of five out of
training, writes to `--to` and prints the figures on that fold.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from digest.entities import load_gazetteer
from digest.entities.recognition.linear_model import MODEL
from training.actors import build, figures
from training.actors.gold import SETS, Lists, consistent, fold, read_set
from training.actors.headlines import with_headline
from training.actors.names import countries, demonyms

SHIPPED = Path(__file__).parents[2] / "digest" / "language" / Path(MODEL)


def main() -> None:
    """Train, write and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--to", type=Path, default=SHIPPED, metavar="FILE")
    parser.add_argument("--hold-out", type=int, default=None, metavar="FOLD")
    parser.add_argument("--orders", type=int, default=3)
    given = parser.parse_args()
    articles = [article for name in SETS for article in read_set(given.data / name)]
    held = [a for a in articles if fold(a.id) == given.hold_out]
    gazetteer = load_gazetteer()
    lists = Lists(countries(), demonyms(), gazetteer.cues)
    marked = [consistent(a, lists) for a in articles if fold(a.id) != given.hold_out]
    marked = [with_headline(article) for article in marked]
    arrays = build.model_arrays(marked, gazetteer.cues, given.orders)
    given.to.parent.mkdir(parents=True, exist_ok=True)
    with given.to.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    print(f"{given.to}: {given.to.stat().st_size:,} bytes, {len(arrays['buckets']):,} features")
    if held:
        print(figures.report(held, arrays, gazetteer))


if __name__ == "__main__":
    main()

"""Articles to measure with: real ones below a folder, or made ones."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from digest.model import Article, Origin

# Sets of shared development data with running news or encyclopedia text.
REAL_SETS = ("timelines/*", "stories/*", "actors/redocred", "actors/uner-ewt", "actors/gum")
FIRST_DAY = date(2020, 6, 1)
# Undated articles are spread over this many days, as a folder of some weeks would be.
DAYS = 60


def real_articles(folder: Path) -> list[Article]:
    """Every article of REAL_SETS; one without a date gets one in turn."""
    paths = [path for name in REAL_SETS for path in sorted(folder.glob(f"{name}/articles.jsonl"))]
    return [article for path in paths for article in _read(path)]


def _read(path: Path) -> list[Article]:
    with path.open(encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    dates = {row.get("published") for row in rows}
    articles = []
    for number, row in enumerate(rows):
        day = FIRST_DAY + timedelta(days=number % DAYS)
        if row.get("published") and len(dates) > 1:
            day = date.fromisoformat(row["published"][:10])
        articles.append(
            Article(
                f"{path.parent.name}-{row['id']}-{number}",
                row["text"],
                day,
                Origin(path.as_posix(), number + 1),
                title=row.get("title") or "",
                source=row.get("source") or path.parent.name,
            )
        )
    return articles


def made_articles(count: int, seed: int = 1) -> list[Article]:
    """Articles of made words in Zipf's proportions, five to a story, forty to a day."""
    rng = random.Random(seed)
    words = [_word(rng) for _ in range(20_000)]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
    articles = []
    for number in range(count):
        if number % 5 == 0:
            topic = rng.sample(words, 30)
        sentences = [_sentence(rng, words, weights, topic) for _ in range(25)]
        day = FIRST_DAY + timedelta(days=number // 40)
        text = " ".join(sentences)
        articles.append(Article(f"made-{number}", text, day, Origin("made", number + 1)))
    return articles


def _word(rng: random.Random) -> str:
    syllables = [
        rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(1, 4))
    ]
    return "".join(syllables) + rng.choice(["", "s", "n", "r", "ing", "ed"])


def _sentence(rng: random.Random, words: list[str], weights: list[float], topic: list[str]) -> str:
    chosen = rng.choices(words, cum_weights=weights, k=rng.randint(8, 25))
    for _ in range(3):
        chosen[rng.randrange(1, len(chosen))] = rng.choice(topic)
    if rng.random() < 0.3:
        chosen[rng.randrange(1, len(chosen))] = rng.choice(topic).capitalize()
    if rng.random() < 0.2:
        chosen.append("on " + rng.choice(["Monday", "Tuesday", "June 3", "July 14", "Friday"]))
    return " ".join([chosen[0].capitalize(), *chosen[1:]]) + "."


def write_jsonl(articles: list[Article], path: Path) -> None:
    """The articles as JSON Lines that `digest` and the baseline both read."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for article in articles:
            row = {
                "id": article.id,
                "title": article.title,
                "text": article.text,
                "published": article.published.isoformat(),
                "source": article.source,
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

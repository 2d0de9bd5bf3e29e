"""Articles to measure with: real ones below a folder, dated anew or not, as a file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from digest.model import Article, Origin

if TYPE_CHECKING:
    from pathlib import Path

# Sets of shared development data with running news or encyclopedia text.
REAL_SETS = ("timelines/*", "stories/*", "actors/redocred", "actors/uner-ewt", "actors/gum")
FIRST_DAY = date(2020, 6, 1)
# Undated articles are spread over this many days, as a folder of some weeks would be.
DAYS = 60


def real_articles(folder: Path, sets: tuple[str, ...] = REAL_SETS) -> list[Article]:
    """Every article of the sets; one without a date gets one in turn."""
    paths = [path for name in sets for path in sorted(folder.glob(f"{name}/articles.jsonl"))]
    return [article for path in paths for article in _read(path)]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON Lines."""
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(line) for line in file if line.strip()]


def articles_of(folder: Path) -> list[Article]:
    """The articles of a set as they stand, by their own ids and dates."""
    path = folder / "articles.jsonl"
    return [
        Article(
            str(row["id"]),
            row["text"],
            date.fromisoformat(row["published"][:10]),
            Origin(path.as_posix(), number),
            title=row.get("title") or "",
        )
        for number, row in enumerate(rows(path), start=1)
    ]


def _read(path: Path) -> list[Article]:
    found = rows(path)
    dates = {row.get("published") for row in found}
    articles = []
    for number, row in enumerate(found):
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


def dated_anew(articles: list[Article], per_day: int) -> list[Article]:
    """The articles in the order of their dates (of equals as they stand), so many to a day."""
    in_order = sorted(articles, key=lambda article: article.published.isoformat())
    return [
        replace(article, published=FIRST_DAY + timedelta(days=number // per_day))
        for number, article in enumerate(in_order)
    ]


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

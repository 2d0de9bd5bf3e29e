"""Pages of a day's digest, its line for the index, and its stories told in brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.rendering.index import DayLine

if TYPE_CHECKING:
    from digest.model import Digest, Page, Story
    from digest.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class DayPages:
    """Pages of a day, its line for the index, and the stories of which no sentence is published."""

    line: DayLine
    pages: tuple[Page, ...]
    untold: tuple[Story, ...]


def day_pages(renderer: Renderer, digest: Digest) -> DayPages:
    """Render a day's digest in the formats of the renderer."""
    untold = tuple(entry.story for entry in digest.entries if not entry.sentences)
    return DayPages(day_line(digest), renderer.digest_pages(digest), untold)


def day_line(digest: Digest) -> DayLine:
    """Sum up a digest for the index."""
    articles = [article for entry in digest.entries for article in entry.story.articles]
    outlets = {article.outlet for article in articles}
    # As on the pages, what is told in brief comes last.
    ordered = sorted(digest.entries, key=lambda entry: not entry.sentences)
    headlines = tuple(entry.headline for entry in ordered)
    return DayLine(digest.day, headlines, len(articles), len(outlets))

"""A daily digest of dated news articles, every sentence of which can be checked.

    >>> import digest
    >>> from datetime import date
    >>> text = "Ministers of both states met in Delhi on Friday. But why? They agreed to talk."
    >>> article = digest.Article("wire-1", text, date(2020, 9, 5), digest.Origin("wire"))
    >>> (day,) = digest.build([article])
    >>> [cited.sentence.text for cited in day.entries[0].sentences]
    ['Ministers of both states met in Delhi on Friday.']

All names below are loaded at their first use, so that to import the package takes no time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.api.articles import cluster, find_actors, summarize, timeline
    from digest.api.days import build
    from digest.api.outputs import verify
    from digest.api.pages import render, write
    from digest.api.sources import read
    from digest.api.texts import find_dates, split_sentences, textrank
    from digest.errors import (
        DigestError,
        OutputError,
        SettingsError,
        SourceError,
        TemplateError,
    )
    from digest.model import (
        Action,
        Actor,
        ActorMention,
        Article,
        CitedSentence,
        Continuation,
        DateMention,
        DayStory,
        Digest,
        Entry,
        FormerReport,
        Novelty,
        Origin,
        Page,
        RankedSentence,
        Sentence,
        Story,
    )
    from digest.reading import Reading
    from digest.settings import Settings
    from digest.timelines import TimelineDay
    from digest.verifying import Finding, Verification

__version__ = "0.1.0"

__all__ = [
    "Action",
    "Actor",
    "ActorMention",
    "Article",
    "CitedSentence",
    "Continuation",
    "DateMention",
    "DayStory",
    "Digest",
    "DigestError",
    "Entry",
    "Finding",
    "FormerReport",
    "Novelty",
    "Origin",
    "OutputError",
    "Page",
    "RankedSentence",
    "Reading",
    "Sentence",
    "Settings",
    "SettingsError",
    "SourceError",
    "Story",
    "TemplateError",
    "TimelineDay",
    "Verification",
    "__version__",
    "build",
    "cluster",
    "find_actors",
    "find_dates",
    "read",
    "render",
    "split_sentences",
    "summarize",
    "textrank",
    "timeline",
    "verify",
    "write",
]

_HOMES = {
    "digest.api.articles": ("cluster", "find_actors", "summarize", "timeline"),
    "digest.api.days": ("build",),
    "digest.api.outputs": ("verify",),
    "digest.api.pages": ("render", "write"),
    "digest.api.sources": ("read",),
    "digest.api.texts": ("find_dates", "split_sentences", "textrank"),
    "digest.errors": (
        *("DigestError", "OutputError", "SettingsError", "SourceError", "TemplateError"),
    ),
    "digest.model": (
        *("Action", "Actor", "ActorMention", "Article", "CitedSentence", "Continuation"),
        *(
            "DateMention",
            "DayStory",
            "Digest",
            "Entry",
            "FormerReport",
            "Novelty",
            "Origin",
            "Page",
        ),
        *("RankedSentence", "Sentence", "Story"),
    ),
    "digest.reading": ("Reading",),
    "digest.settings": ("Settings",),
    "digest.timelines": ("TimelineDay",),
    "digest.verifying": ("Finding", "Verification"),
}

# Type checkers would take it for a home of any name.
if not TYPE_CHECKING:

    def __getattr__(name):  # noqa: ANN001, ANN202
        """Load a public name from its home; AttributeError for any other."""
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(home), name)
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__

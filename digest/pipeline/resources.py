"""Resources: all that the stages need beside the articles, made once from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from digest.annotating import topic
from digest.clustering import background
from digest.entities import Naming, finder_named, load_gazetteer, names_of, overrides
from digest.ranking import query_ranker_named, ranker_named, with_lead_fallback
from digest.settings import zone_named
from digest.summarising import Length

if TYPE_CHECKING:
    from datetime import tzinfo

    from digest.annotating import Topic
    from digest.clustering import Background
    from digest.entities import Overrides
    from digest.ranking import Ranker
    from digest.settings import Ranking, Settings


@dataclass(frozen=True, slots=True)
class Resources:
    """Resources of the stages: no stage reads a file, a clock or a setting itself."""

    zone: tzinfo
    background: Background
    least_similarity: float
    window_days: int
    follow: bool
    ranker: Ranker
    headline_leads: bool
    length: Length
    length_by_weight: bool
    naming: Naming
    topics: tuple[Topic, ...]


def resources(settings: Settings) -> Resources:
    """Make the resources that the settings name."""
    summary = settings.summary
    by_words = summary.words > 0
    length = Length("words", summary.words) if by_words else Length("sentences", summary.sentences)
    gazetteer, by = load_gazetteer(), _overrides(settings)
    known = partial(names_of, by=by, gazetteer=gazetteer)
    finder = finder_named(settings.actors.backend, settings.actors.model, gazetteer)
    topics = (topic(one.name, one.words, known) for one in settings.topics)
    return Resources(
        zone=zone_named(settings.tz),
        background=background(),
        least_similarity=settings.grouping.least_similarity,
        window_days=settings.grouping.window_days,
        follow=settings.grouping.follow,
        ranker=with_lead_fallback(_ranker(settings.ranking)),
        headline_leads=settings.ranking.headline,
        length=length,
        length_by_weight=summary.by_weight,
        naming=Naming(finder, gazetteer, by),
        topics=tuple(topics),
    )


def _ranker(ranking: Ranking) -> Ranker:
    if ranking.headline:
        return query_ranker_named(ranking.ranker, ranking.similarity, by="headline")
    return ranker_named(ranking.ranker, ranking.similarity)


def _overrides(settings: Settings) -> Overrides:
    actors = settings.actors
    return overrides(
        aliases=actors.aliases,
        names=actors.names,
        exclude=actors.exclude,
        capitals=actors.capitals,
        demonyms=actors.demonyms,
    )

"""Why an article, a story or a sentence stands where it does, in the digest of its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.explaining import begins, may_hold
from digest.grouping import group, is_story_id
from digest.model import Edition
from digest.period import Period, by_day
from digest.pipeline import nearness_of, part_of, ranked_days, story_reasons
from digest.text import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.choices import Choices
    from digest.model import Article, ArticleReasons, SentenceReasons, StoryReasons


def explained(
    articles: Sequence[Article], chosen: Choices, what: str
) -> Iterator[ArticleReasons | StoryReasons | SentenceReasons]:
    """Why the article, the story or the sentences that `what` names are where they are, or not.

    It is the id of an article or of a day's story, or else the beginning of sentences. The
    articles are those of whole days.
    """
    editions = [Edition(day, told) for day, told in by_day(articles, chosen.zone, Period()).items()]
    for edition in editions:
        for article in edition.articles:
            if article.id == what:
                yield nearness_of([edition], ranked_days([edition], chosen))[0].reasons(article)
                return
    day = _day_of_story(editions, chosen, what)
    asked = [day] if day else [one for one in editions if _may_tell(one, what)]
    for why in story_reasons(asked, ranked_days(asked, chosen), chosen) if asked else ():
        if day and why.story.id == what:
            yield why
        elif not day:
            yield from (one for one in why.sentences if begins(one.sentence, what))


def _may_tell(edition: Edition, what: str) -> bool:
    return any(may_hold(article, what) for article in edition.articles)


def _day_of_story(editions: Sequence[Edition], chosen: Choices, story: str) -> Edition | None:
    """The day whose digest tells the story of that id, if there is one."""
    if not is_story_id(story):
        return None
    articles = [article for edition in editions for article in edition.articles]
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    common = chosen.background.commonness(corpus.lexicon)
    for edition in editions:
        told = group(
            part_of(corpus, edition, texts), common, chosen.zone, least=chosen.least_similarity
        )
        if any(one.id == story for one in told):
            return edition
    return None

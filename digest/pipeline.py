"""The whole way, stage by stage.

    sources ─read→ Article ─group→ Story ─rank, select→ Summary ─annotate→ Entry
            → Digest ─render→ Page ─write→ out/

`read` (digest.reading) and `write` (digest.writing) stand at the ends; what is between them is
here, and is a function of its arguments alone. A day's digest depends on that day's articles only,
so days can be made in any order and by any number of workers. The other functions stop on the way,
for those who want one stage alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.actors import find_actors
from digest.annotating import annotate, story_label
from digest.dates import find_dates
from digest.grouping import group
from digest.model import ActorMention, Article, DateMention, Digest, Story, Summary
from digest.ranking import passages
from digest.summarising import select
from digest.text import analyse, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digest.choices import Choices


def day_digest(day: date, articles: Sequence[Article], note: str, chosen: Choices) -> Digest:
    """The digest of one day's articles, which stand in their set order."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    stories = group(corpus, chosen.background, chosen.zone, least=chosen.least_similarity)
    gathered = [passages(story, [texts[a.id] for a in story.articles]) for story in stories]
    scores = chosen.ranker(gathered, corpus.lexicon)
    summaries = [
        select(story, ratings, corpus.lexicon, chosen.length)
        for story, ratings in zip(gathered, scores, strict=True)
    ]
    entries = [annotate(summary, texts, corpus.lexicon, chosen.zone) for summary in summaries]
    return Digest(day, tuple(entries), note)


def summary(articles: Sequence[Article], chosen: Choices) -> Summary:
    """One summary of all the articles, taken as one story in their order."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    story = Story("all", articles[0].day(chosen.zone), tuple(articles), ())
    gathered = passages(story, corpus.texts)
    (scores,) = chosen.ranker([gathered], corpus.lexicon)
    return select(gathered, scores, corpus.lexicon, chosen.length)


def stories(articles: Sequence[Article], chosen: Choices) -> Iterator[tuple[Story, str]]:
    """The stories over all the days, each with its label; the articles stand in their order."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    texts = {text.article.id: text for text in corpus.texts}
    for story in group(
        corpus,
        chosen.background,
        chosen.zone,
        least=chosen.least_similarity,
        window_days=chosen.window_days,
    ):
        yield story, story_label(story, texts, corpus.lexicon)


def dates(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[DateMention, ...]]]:
    """Each article with the dates it mentions."""
    for article in articles:
        spans = sentence_spans(article.text)
        yield article, find_dates(article.text, article.day(chosen.zone), spans)


def actors(
    articles: Sequence[Article], chosen: Choices
) -> Iterator[tuple[Article, tuple[ActorMention, ...]]]:
    """Each article with the actors it mentions, named alike in all."""
    corpus = analyse(articles, chosen.stop_words, chosen.stem)
    return zip(articles, find_actors(corpus.texts, corpus.lexicon), strict=True)

"""Reasons that `digest explain` gives, as lines for people and as objects of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.cli.telling import counted, printed
from digest.rendering.spans import nine_digits, selection_fields, sentence_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import (
        ArticleReasons,
        Neighbour,
        SentenceReasons,
        Story,
        StoryReasons,
    )

# So many terms name a story; the JSON has them all.
NAMING_TERMS = 6
ARTICLE = "article {article}: {title}\n    {day}, in {story}"
STORY = "{story}\n    {day}, {count}"
SPAN = "{text}\n    {article} {start}-{end}"
SENTENCE = f"{SPAN}, {{day}}, in story {{story}}"
PARTS = "    score {score:.4f}, worth {mmr_score:.4f} when its turn came: {became}"
BROKEN_RULE = "    does not stand alone: {broken_rule}"
MOST_SIMILAR = "    {max_similarity:.2f} like a chosen one: {text}\n        {article} {start}-{end}"
SIMILARITY = "    {similarity:.2f} similar {to}"


def reason_row(why: ArticleReasons | StoryReasons | SentenceReasons) -> dict[str, object]:
    """Give the reasons as an object of JSON; `kind` tells what they are of."""
    from digest.model import ArticleReasons, StoryReasons

    if isinstance(why, ArticleReasons):
        return _article(why)
    return _story(why) if isinstance(why, StoryReasons) else _sentence(why)


def _article(why: ArticleReasons) -> dict[str, object]:
    return {
        "kind": "article",
        "article": why.article.id,
        "day": why.story.day.isoformat(),
        "story": why.story.id,
        "similarity": why.similarity,
        "other_story": why.nearest_other.id if why.nearest_other else None,
        "other_similarity": why.other_similarity,
        "least_similarity": why.least_similarity,
        "neighbours": [
            {"article": one.article.id, "story": one.story.id, "cosine": one.cosine}
            for one in why.neighbours
        ],
    }


def _story(why: StoryReasons) -> dict[str, object]:
    members = zip(why.story.articles, why.centrality, strict=True)
    return {
        "kind": "story",
        "story": why.story.id,
        "day": why.story.day.isoformat(),
        "terms": list(why.story.terms),
        "similarity": why.similarity,
        "articles": [{"article": one.id, "similarity": central} for one, central in members],
        "sentences": [_sentence(one) for one in why.sentences],
    }


def _sentence(why: SentenceReasons) -> dict[str, object]:
    return {
        "kind": "sentence",
        **sentence_span(why.sentence),
        "day": why.story.day.isoformat(),
        "story": why.story.id,
        "score": nine_digits(why.score),
        "chosen": why.chosen,
        **selection_fields(why),
        "most_similar": sentence_span(why.most_similar) if why.most_similar else None,
    }


def reason_lines(why: ArticleReasons | StoryReasons | SentenceReasons) -> Iterator[str]:
    """Yield the reasons as lines for people."""
    from digest.model import ArticleReasons, StoryReasons

    if isinstance(why, ArticleReasons):
        yield from _article_lines(why)
    elif isinstance(why, StoryReasons):
        yield from _story_lines(why)
    else:
        row = {
            **sentence_span(why.sentence),
            "day": why.story.day.isoformat(),
            "story": why.story.id,
        }
        yield printed(SENTENCE, row)
        yield from _parts(why)


def _article_lines(why: ArticleReasons) -> Iterator[str]:
    row = {
        "article": why.article.id,
        "title": why.article.title or "without a title",
        "day": why.story.day.isoformat(),
        "story": _named(why.story),
    }
    yield printed(ARTICLE, row)
    if why.similarity is None:
        yield "    the only article of its story"
    else:
        yield _similar(why.similarity, "to the others of its story, on average")
    if why.nearest_other and why.other_similarity is not None:
        yield _similar(why.other_similarity, f"to the nearest other: {_named(why.nearest_other)}")
    yield f"    two groups of articles are one story from {why.least_similarity:.2f} on"
    for one in why.neighbours:
        yield _similar(one.cosine, f"to {_neighbour(one, why.story)}")


def _neighbour(one: Neighbour, story: Story) -> str:
    place = "in its story" if one.story.id == story.id else f"in {_named(one.story)}"
    return f"{one.article.id} {one.article.title} ({place})"


def _story_lines(why: StoryReasons) -> Iterator[str]:
    row = {
        "story": _named(why.story),
        "day": why.story.day.isoformat(),
        "count": counted(len(why.story.articles), "article"),
    }
    yield printed(STORY, row)
    if why.similarity is not None:
        yield _similar(why.similarity, "to each other, on average")
    for article, central in zip(why.story.articles, why.centrality, strict=True):
        if central is not None:
            yield _similar(central, f"to the others: {article.id} {article.title}")
    if not any(one.chosen for one in why.sentences):
        yield "    told in brief: no sentence stands alone"
    for one in why.sentences:
        yield printed(SPAN, sentence_span(one.sentence))
        yield from _parts(one)


def _parts(why: SentenceReasons) -> Iterator[str]:
    became = "chosen" if why.chosen else f"left out, {why.rejection_reason}"
    form = PARTS if why.had_turn else PARTS.replace(" when its turn came", "")
    yield printed(form, {"score": why.score, "mmr_score": why.mmr_score, "became": became})
    if why.broken_rule and why.broken_rule != why.rejection_reason:
        yield printed(BROKEN_RULE, {"broken_rule": why.broken_rule})
    if why.source_cited:
        yield "    its source is cited already"
    if why.most_similar:
        yield printed(
            MOST_SIMILAR, {**sentence_span(why.most_similar), "max_similarity": why.max_similarity}
        )


def _named(story: Story) -> str:
    return f"story {story.id} ({', '.join(story.terms[:NAMING_TERMS])})"


def _similar(similarity: float, to: str) -> str:
    return printed(SIMILARITY, {"similarity": similarity, "to": to})

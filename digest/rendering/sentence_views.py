"""Sentence views: a published sentence, cut at the dates and actors that it mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.rendering.cleaning import clean, link_to_text, one_line
from digest.rendering.date_format import html_datetime, timex_in_words
from digest.rendering.views import ActorView, DateView, Part, SentenceView
from digest.text import own_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import ActorMention, CitedSentence, DateMention
    from digest.rendering.views import ArticleView

    _Mention = tuple[DateMention | ActorMention, DateView | ActorView]

# Blanks around an empty line, after something: the gap between two paragraphs.
_GAP = re.compile(r"\S[^\S\n]*\n[^\S\n]*\n")


def sentence_view(
    anchor: str, cited: CitedSentence, article: ArticleView, *, told_before: bool
) -> SentenceView:
    """Make the view of a published sentence, cut at what it mentions."""
    sentence = cited.sentence
    whole = sentence.article.text
    # A dateline stays in the span, but is not shown.
    begin = own_start(sentence)
    text = one_line(whole[begin : sentence.end])
    dates = [date_view(mention) for mention in cited.dates]
    actors = [_actor(mention) for mention in cited.actors]
    mentions: list[_Mention] = [
        *zip(cited.dates, dates, strict=True),
        *zip(cited.actors, actors, strict=True),
    ]
    return SentenceView(
        anchor=anchor,
        text=text,
        parts=tuple(_parts(whole, begin, sentence.end, mentions)),
        article=article,
        paragraph=1 + len(_GAP.findall(whole, 0, sentence.start)),
        number=sentence.position + 1,
        start=sentence.start,
        end=sentence.end,
        link=link_to_text(article.url, text) if article.url else "",
        # That “now” is now needs no words.
        dates=tuple(dict.fromkeys(date for date in dates if not date.value.endswith("_REF"))),
        actors=tuple({(actor.name, actor.kind): actor for actor in actors}.values()),
        told_before=told_before,
    )


def date_view(mention: DateMention) -> DateView:
    """Make the view of a date: its phrase, and how it reads resolved."""
    return DateView(
        phrase=one_line(mention.text),
        reading=one_line(timex_in_words(mention.value, mention.type, mention.mod)),
        value=one_line(mention.value),
        type=mention.type,
        mod=mention.mod,
        datetime=html_datetime(mention.value),
    )


def _actor(mention: ActorMention) -> ActorView:
    return ActorView(one_line(mention.text), one_line(mention.actor), mention.kind)


def _parts(text: str, start: int, end: int, mentions: list[_Mention]) -> Iterator[Part]:
    """Cut a sentence at its mentions; where two overlap, the earlier, then the longer, counts."""
    offset = start
    for mention, view in sorted(mentions, key=lambda pair: (pair[0].start, -pair[0].end)):
        if mention.start < offset or mention.end > end:
            continue
        if mention.start > offset:
            yield Part(clean(text[offset : mention.start]))
        phrase = clean(text[mention.start : mention.end])
        if isinstance(view, DateView):
            yield Part(phrase, date=view)
        else:
            yield Part(phrase, actor=view)
        offset = mention.end
    if offset < end:
        yield Part(clean(text[offset:end]))

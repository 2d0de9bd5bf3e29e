"""JSON fields of spans, sentences and reasons: one form for digest.json and for JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from digest.model import Article, DateMention, Sentence, SentenceReasons


class Quoted(Protocol):
    """Span of an article's text with its words: a sentence, a mention or a role."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        ...

    @property
    def text(self) -> str:
        """Words of the span, verbatim."""
        ...


def span_fields(span: Quoted) -> dict[str, object]:
    """Give a span's offsets, in characters of its article's text, and its words."""
    return {"start": span.start, "end": span.end, "text": span.text}


def article_span(article: Article, span: Quoted) -> dict[str, object]:
    """Give a span with the id of its article."""
    return {"article": article.id, **span_fields(span)}


def sentence_span(sentence: Sentence) -> dict[str, object]:
    """Give a sentence's article, offsets and words."""
    return article_span(sentence.article, sentence)


def sentence_place(sentence: Sentence) -> dict[str, object]:
    """Give a sentence's article, position there (from 0) and offsets, without its words."""
    return {
        "article": sentence.article.id,
        "position": sentence.position,
        "start": sentence.start,
        "end": sentence.end,
    }


def date_fields(mention: DateMention) -> dict[str, object]:
    """Give a date mention's span and its TIMEX3 type, value and mod."""
    fields = {"type": mention.type, "value": mention.value, "mod": mention.mod}
    return {**span_fields(mention), **fields}


def selection_fields(reasons: SentenceReasons) -> dict[str, object]:
    """Give why a sentence was selected or rejected, but for the sentence most similar to it."""
    return {
        "mmr_score": nine_digits(reasons.mmr_score),
        "max_similarity": nine_digits(reasons.max_similarity),
        "source_cited": reasons.source_cited,
        "rejection_reason": reasons.rejection_reason,
        "broken_rule": reasons.broken_rule,
    }


def nine_digits(value: float) -> float:
    """Round to nine significant digits, which every processor gives alike; the last need not be.

    >>> nine_digits(0.12345678949)
    0.123456789
    """
    return float(f"{value:.9g}")

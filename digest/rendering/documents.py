"""Digests as JSON documents with all spans, scores and ids; `schema.json` describes the form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from digest.rendering.spans import (
    date_fields,
    nine_digits,
    selection_fields,
    sentence_place,
    span_fields,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.model import (
        Action,
        Actor,
        ActorMention,
        Article,
        CitedSentence,
        Continuation,
        Digest,
        Entry,
        Reprint,
        SentenceReasons,
        StoryReasons,
    )
    from digest.rendering.views import Site

SCHEMA = "digest/2"


def digest_document(digest: Digest, site: Site) -> bytes:
    """Encode a digest as JSON in UTF-8; strangers' texts are verbatim."""
    return encoded(
        {
            "schema": SCHEMA,
            "day": digest.day.isoformat(),
            "zone": site.zone_name,
            "built": site.built.isoformat() if site.built else None,
            "note": digest.note,
            "stories": [_story(entry) for entry in digest.entries],
        }
    )


def encoded(document: dict[str, object]) -> bytes:
    """Encode JSON on one line, its keys in the order given; half surrogates escaped.

    With line breaks it would be written by Python instead of C, at five times the time.
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode("utf-8", errors="backslashreplace")


def _story(entry: Entry) -> dict[str, object]:
    reasons = entry.reasons.sentences if entry.reasons else ()
    why = {(each.sentence.article.id, each.sentence.position): each for each in reasons}
    story: dict[str, object] = {
        "id": entry.story.id,
        "headline": entry.headline,
        "headline_article": entry.headline_of.id if entry.headline_of else None,
        "label": entry.label,
        "terms": list(entry.story.terms),
        "topics": list(entry.topics),
        **_storyline(entry.continuation),
        "sentences": [_sentence(cited, why) for cited in entry.sentences],
        "actors": [_actor(actor) for actor in entry.actors],
        "actions": [_action(action) for action in entry.actions],
        "articles": [_article(article) for article in entry.story.articles],
        "reprints": [_reprint(reprint) for reprint in entry.story.reprints],
    }
    return {**story, "explanation": _story_reasons(entry.reasons)} if entry.reasons else story


def _storyline(continuation: Continuation | None) -> dict[str, object]:
    """Fields of what a story continues and tells anew; none where former days are not followed."""
    if not continuation:
        return {}
    former, novelty = continuation.former, continuation.novelty
    return {
        "storyline": {
            "id": continuation.storyline,
            "opened": continuation.opened.isoformat(),
            "days": continuation.days,
            "trend": continuation.trend,
            "former": former and {"day": former.day.isoformat(), "headline": former.headline},
            "new": {
                "sentences": [sentence_place(cited.sentence) for cited in novelty.sentences],
                "dates": [mention.value for mention in novelty.dates],
                "actors": list(novelty.actors),
                "figures": list(novelty.figures),
            },
        }
    }


def _story_reasons(reasons: StoryReasons) -> dict[str, object]:
    rejected = (each for each in reasons.sentences if each.had_turn and not each.chosen)
    return {
        "similarity": reasons.similarity,
        "centrality": list(reasons.centrality),
        "rejected": [{**sentence_place(each.sentence), **_selection(each)} for each in rejected],
    }


def _selection(reasons: SentenceReasons) -> dict[str, object]:
    most_similar = sentence_place(reasons.most_similar) if reasons.most_similar else None
    return {**selection_fields(reasons), "most_similar": most_similar}


def _reprint(reprint: Reprint) -> dict[str, object]:
    return {
        "article": reprint.article.id,
        "of": reprint.of.id,
        "overlap": nine_digits(reprint.overlap),
        "agency": reprint.agency,
    }


def _sentence(
    cited: CitedSentence, why: Mapping[tuple[str, int], SentenceReasons]
) -> dict[str, object]:
    sentence = cited.sentence
    fields: dict[str, object] = {
        **sentence_place(sentence),
        "text": sentence.text,
        "score": nine_digits(cited.score),
        "dates": [date_fields(mention) for mention in cited.dates],
        "actors": [_actor_mention(mention) for mention in cited.actors],
    }
    reasons = why.get((sentence.article.id, sentence.position))
    return {**fields, "explanation": _selection(reasons)} if reasons else fields


def _actor_mention(mention: ActorMention) -> dict[str, object]:
    return {
        **span_fields(mention),
        "kind": mention.kind,
        "actor": mention.actor,
        "id": mention.id,
        "role": span_fields(mention.role) if mention.role else None,
    }


def _actor(actor: Actor) -> dict[str, object]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "mentions": actor.mentions,
        "role": actor.role,
        "salience": actor.salience,
    }


def _action(action: Action) -> dict[str, object]:
    return {
        "article": action.sentence.article.id,
        "position": action.sentence.position,
        "subject": _actor_mention(action.subject),
        "verb": {
            "start": action.verb.start,
            "end": action.verb.end,
            "text": action.words,
            "lemma": action.lemma,
            "passive": action.passive,
        },
        "object": _actor_mention(action.object) if action.object else None,
    }


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "published": article.published.isoformat(),
        "path": article.origin.path,
        "line": article.origin.line,
    }

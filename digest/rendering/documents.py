"""A digest as JSON: all of its spans, scores and ids, in the form that `schema.json` describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.model import (
        Action,
        Actor,
        ActorMention,
        Article,
        CitedSentence,
        Continuation,
        DateMention,
        Digest,
        Entry,
        Reprint,
        Role,
        Sentence,
        SentenceReasons,
        StoryReasons,
    )
    from digest.rendering.views import Site

SCHEMA = "digest/1"


def digest_document(digest: Digest, site: Site) -> bytes:
    """The digest as a JSON document in UTF-8; strangers' texts stand in it verbatim."""
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
    """JSON on one line, its keys in the order given; half surrogates escaped.

    With line breaks it would be written by Python instead of C, at five times the time.
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode("utf-8", errors="backslashreplace")


def _story(entry: Entry) -> dict[str, object]:
    reasons = entry.reasons.sentences if entry.reasons else ()
    why = {(one.sentence.article.id, one.sentence.position): one for one in reasons}
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
    """What a story continues and tells anew, where former days are followed."""
    if not continuation:
        return {}
    former, news = continuation.former, continuation.news
    return {
        "storyline": {
            "id": continuation.line,
            "opened": continuation.opened.isoformat(),
            "days": continuation.days,
            "trend": continuation.trend,
            "former": former and {"day": former.day.isoformat(), "headline": former.headline},
            "new": {
                "sentences": [_place(cited.sentence) for cited in news.sentences],
                "dates": [mention.value for mention in news.dates],
                "actors": list(news.actors),
                "figures": list(news.figures),
            },
        }
    }


def _story_reasons(reasons: StoryReasons) -> dict[str, object]:
    had_turn = (one for one in reasons.sentences if one.had_turn and not one.chosen)
    return {
        "similarity": reasons.similarity,
        "centrality": list(reasons.centrality),
        "passed_over": [{**_place(one.sentence), **_parts(one)} for one in had_turn],
    }


def _parts(reasons: SentenceReasons) -> dict[str, object]:
    return {
        "worth": float(f"{reasons.worth:.9g}"),
        "likeness": float(f"{reasons.likeness:.9g}"),
        "like": _place(reasons.like) if reasons.like else None,
        "source_cited": reasons.is_cited,
        "reason": reasons.reason,
        "fault": reasons.fault,
    }


def _place(sentence: Sentence) -> dict[str, object]:
    return {
        "article": sentence.article.id,
        "position": sentence.position,
        "start": sentence.start,
        "end": sentence.end,
    }


def _reprint(reprint: Reprint) -> dict[str, object]:
    return {
        "article": reprint.article.id,
        "of": reprint.of.id,
        "overlap": float(f"{reprint.overlap:.9g}"),
        "agency": reprint.agency,
    }


def _sentence(
    cited: CitedSentence, why: Mapping[tuple[str, int], SentenceReasons]
) -> dict[str, object]:
    sentence = cited.sentence
    told: dict[str, object] = {
        **_place(sentence),
        "text": sentence.text,
        # Nine digits are the same on every processor; the last ones of a float need not be.
        "score": float(f"{cited.score:.9g}"),
        "dates": [_date_mention(mention) for mention in cited.dates],
        "actors": [_actor_mention(mention) for mention in cited.actors],
    }
    reasons = why.get((sentence.article.id, sentence.position))
    return {**told, "explanation": _parts(reasons)} if reasons else told


def _date_mention(mention: DateMention) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
    }


def _actor_mention(mention: ActorMention) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "actor": mention.actor,
        "id": mention.id,
        "role": _role(mention.role) if mention.role else None,
    }


def _role(role: Role) -> dict[str, object]:
    return {"start": role.start, "end": role.end, "text": role.text}


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

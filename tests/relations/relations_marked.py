"""Sentences whose names are marked, and what is told in them as plain text.

`[Ana Ruiz] met <Velo> in {Riga}`: a person, an organisation and a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from making import DAY, article, corpus

from digest.dates import find_dates
from digest.entities import load_gazetteer
from digest.entities.roles import with_roles
from digest.model import ActorMention, CitedSentence
from digest.relations import find_actions

if TYPE_CHECKING:
    from digest.model import Action, ActorKind

KINDS: Final[dict[str, ActorKind]] = {"[": "person", "<": "organisation", "{": "place"}
OFFICES: Final = load_gazetteer().offices
MARK: Final = re.compile(r"([\[<{])([^\]>}]*)[\]>}]")


def cited(passage: str) -> tuple[CitedSentence, ...]:
    """The sentences of a passage, with their dates, and the marked names as actors."""
    mentions = []
    text, last = "", 0
    for mark in MARK.finditer(passage):
        text += passage[last : mark.start()]
        mentions.append(
            ActorMention(len(text), len(text) + len(mark[2]), mark[2], KINDS[mark[1]], mark[2])
        )
        text += mark[2]
        last = mark.end()
    (read,) = corpus(article(text + passage[last:])).texts
    spans = read.sentences.tolist()
    dates = find_dates(read.article.text, DAY, spans)
    actors = with_roles(read, mentions, OFFICES)
    return tuple(
        CitedSentence(
            read.sentence(position),
            1.0,
            tuple(one for one in dates if start <= one.start and one.end <= end),
            tuple(one for one in actors if start <= one.start and one.end <= end),
        )
        for position, (start, end) in enumerate(spans)
    )


def actions(passage: str) -> tuple[Action, ...]:
    """The actions in a passage."""
    return find_actions(cited(passage))


def told(passage: str) -> list[str]:
    """Each action as subject, verb and object, parted by bars."""
    return [
        " | ".join([one.subject.actor, one.words, *([one.object.actor] if one.object else [])])
        for one in actions(passage)
    ]

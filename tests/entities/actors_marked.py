"""Passages whose names are marked, so that merging can be tested without a finder.

`[Ana Ruiz] of the <Harbour Agency> in {Riga}`: a person, an organisation and a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from making import article, corpus
from shipped import GAZETTEER

from digest.entities.coreference.merging import merge_names
from digest.entities.names import Name, plain
from digest.entities.overrides import NONE

if TYPE_CHECKING:
    from digest.entities import Overrides
    from digest.model import ActorKind

KINDS: Final[dict[str, ActorKind]] = {"[": "person", "<": "organisation", "{": "place"}
MARK: Final = re.compile(r"([\[<{])([^\]>}]*)[\]>}]")


def unmarked(passage: str) -> tuple[str, tuple[Name, ...]]:
    """The text without marks, and its names."""
    names = []
    text, last = "", 0
    for mark in MARK.finditer(passage):
        text += passage[last : mark.start()]
        name = mark[2]
        names.append(Name(len(text), len(text) + len(name), plain(name), KINDS[mark[1]]))
        text += name
        last = mark.end()
    return text + passage[last:], tuple(names)


def merged(*passages: str, by: Overrides = NONE) -> list[list[str]]:
    """The actors of the marked names, passage by passage."""
    read = [unmarked(passage) for passage in passages]
    made = corpus(*(article(text, f"a{i}") for i, (text, _) in enumerate(read)))
    found = merge_names(made.texts, [names for _, names in read], GAZETTEER, by)
    return [[mention.actor for mention in of] for of in found]

"""Actors: who an article is about. Names are found, then merged into one actor each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.actors.finding import find_names
from digest.actors.merging import merge_names
from digest.actors.rulings import NONE, Rulings, rulings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import ActorMention
    from digest.text import Lexicon, Text

__all__ = ["Rulings", "find_actors", "rulings"]


def find_actors(
    texts: Sequence[Text], lexicon: Lexicon, by: Rulings = NONE
) -> tuple[tuple[ActorMention, ...], ...]:
    """The actors that the articles of one story mention, aligned with the texts.

    Each article's mentions are in order and don't overlap; an actor has the same canonical name
    in all of them, and the name that the editor's rulings say.
    """
    return merge_names(texts, find_names(texts, lexicon), by)

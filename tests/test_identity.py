"""An actor's id is the same wherever the actor goes by its name."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digest.model import Actor, ActorKind, ActorMention, actor_id

KINDS: tuple[ActorKind, ...] = ("person", "organisation", "place")


def test_an_actor_and_its_mentions_have_one_id() -> None:
    mention = ActorMention(0, 4, "Orr’s", "person", "Zoë Orr-Vrba Jr.")
    actor = Actor("Zoë Orr-Vrba Jr.", "person", 1)
    assert [mention.id, actor.id] == ["person-zoe-orr-vrba-jr"] * 2


def test_names_of_other_scripts_keep_their_letters() -> None:
    assert [actor_id("place", name) for name in ("Łódź", "北京", "!?")] == [
        "place-łodz",
        "place-北京",
        "place-213f",
    ]


@given(st.sampled_from(KINDS), st.text(min_size=1))
def test_an_id_is_fit_for_paths_links_and_selectors(kind: ActorKind, name: str) -> None:
    assert re.fullmatch(r"(person|organisation|place)(-\w+)+", actor_id(kind, name))

"""The names of two news stories, told in other words."""

from __future__ import annotations

from actors_found import found

TALKS = (
    "Rajnath Singh, the Indian defence minister, flew to Moscow for the parade, but he will not"
    " see the Chinese defence minister there. The Narendra Modi government ordered a lockdown in"
    " March. Troops of the Chinese People’s Liberation Army (PLA) had crossed the line in Ladakh,"
    " and New Delhi asked Beijing to call the PLA back from the Galwan valley. Lt Gen Harinder"
    " Singh spoke with his counterpart for hours. On Tuesday Singh met Yury Borisov in Moscow."
)
SUMMIT = (
    "General Sergei Shoigu told Singh that Russia stands by India. External affairs minister S"
    " Jaishankar will travel later for the Shanghai Cooperation Organisation (SCO) meeting."
    " General Bipin Rawat warned China and Pakistan. The two navies will hold the Indra Naval"
    " Exercises off the Strait of Malacca. The Centre said nothing, and the GOC was silent."
)


def named(text: str) -> set[tuple[str, str]]:
    """The names found in a text, with their kinds."""
    return {(actor, kind) for _, kind, actor in found(text)}


def test_the_talks_name_these() -> None:
    assert named(TALKS) == {
        ("Rajnath Singh", "person"),
        ("Moscow", "place"),
        ("Narendra Modi", "person"),
        ("People's Liberation Army", "organisation"),
        ("Ladakh", "place"),
        ("New Delhi", "place"),
        ("Beijing", "place"),
        ("Galwan", "place"),
        ("Harinder Singh", "person"),
        ("Yury Borisov", "person"),
    }


def test_the_summit_names_these() -> None:
    assert named(SUMMIT) == {
        ("Sergei Shoigu", "person"),
        ("Singh", "person"),
        ("Russia", "place"),
        ("India", "place"),
        ("S Jaishankar", "person"),
        ("Shanghai Cooperation Organisation", "organisation"),
        ("Bipin Rawat", "person"),
        ("China", "place"),
        ("Pakistan", "place"),
        ("Strait of Malacca", "place"),
    }

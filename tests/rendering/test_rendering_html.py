"""What the web page makes of a digest, and what nothing can make of the page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering_samples import (
    BRIDGE,
    DAY,
    SAMPLE,
    SCHOOL,
    cite,
    date_of,
    make,
    pages,
    plain_digest,
    story_of,
)

from digest.model import Action, Actor, ActorMention, Digest, Entry, Origin, Span
from digest.rendering.cleaning import clean, link

if TYPE_CHECKING:
    from digest.model import CitedSentence
    from digest.rendering import Renderer

HTML = make("html")
NASTY = st.text(
    st.sampled_from("<>&\"'`=/ a!-{}%#\\\n\t\x00\x85\u202e\ud800;scriptx:()"), max_size=40
)


class Elements(HTMLParser):
    """Tags with their attributes in order, and the text of each blockquote."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.quotes: list[str] = []
        self.quoting = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "blockquote":
            self.quoting = True
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        self.quoting = self.quoting and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self.quoting:
            self.quotes[-1] += data

    def attributes(self, name: str) -> list[str]:
        return [str(attributes[name]) for _, attributes in self.tags if name in attributes]


def parsed(digest: Digest, renderer: Renderer = HTML) -> Elements:
    return Elements(pages(digest, renderer)["index.html"].decode())


def test_a_sentence_reads_as_it_stands() -> None:
    quotes = [quote.strip("\n") for quote in parsed(SAMPLE).quotes]
    assert quotes == [cited.sentence.text for entry in SAMPLE.entries for cited in entry.sentences]


def test_stories_stand_in_the_first_of_their_sections_in_the_order_of_the_settings() -> None:
    told = [replace(SAMPLE.entries[1], story=story_of(number, SCHOOL)) for number in range(4)]
    topics = ("Schools", "Coast & sea", "Transport")
    own = (("Coast & sea", "Transport"), ("Schools",), ("Transport",), ("Schools",))
    entries = tuple(replace(one, topics=of) for one, of in zip(told, own, strict=True))
    page = pages(Digest(DAY, entries, topics=topics), HTML)["index.html"].decode()
    found = re.findall(
        r'<h2 class="section"><bdi>(.*?)</bdi>|<article class="story" id="(.*?)"', page
    )
    assert ["".join(one) for one in found] == [
        *("Schools", "story-1", "story-2"),
        *("Coast &amp; sea", "story-3"),
        *("Transport", "story-4"),
    ]


def test_every_inner_link_has_its_target() -> None:
    page = parsed(SAMPLE)
    inner = {href.removeprefix("#") for href in page.attributes("href") if href.startswith("#")}
    assert inner - set(page.attributes("id")) == set()


def test_no_id_comes_twice() -> None:
    ids = parsed(SAMPLE).attributes("id")
    assert len(ids) == len(set(ids))


def test_dates_that_html_knows_are_time_elements() -> None:
    times = [attributes["datetime"] for tag, attributes in parsed(SAMPLE).tags if tag == "time"]
    phrases_and_readings = ["2020-09-07", "2020-09-03"] * 2
    assert times[1:5] == phrases_and_readings


def test_the_resolved_date_is_visible() -> None:
    assert ">7 Sep 2020</time>" in pages(SAMPLE, HTML)["index.html"].decode()


def test_of_overlapping_mentions_the_earlier_and_longer_is_marked() -> None:
    """The place within the organisation's name has no mark of its own."""
    titles = parsed(SAMPLE).attributes("title")
    assert titles == [
        "Harbour Office of Northport",
        "Ada Lindqvist",
        "Ada Lindqvist",
        "Ferry Union",
        "Tom Reed",
        "Ada Lindqvist",
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8))
def test_whatever_overlaps_the_sentence_reads_as_it_stands(spans: list[tuple[int, int]]) -> None:
    actors = tuple(
        ActorMention(start, start + length, BRIDGE.text[start : start + length], "place", "X")
        for start, length in spans
    )
    text = BRIDGE.text[3:70]
    cited = cite(BRIDGE, 0, text, (date_of(BRIDGE, "Monday", "DATE", "2020-09-07"),), actors)
    digest = Digest(DAY, (replace(SAMPLE.entries[0], sentences=(cited,), actions=()),))
    assert [quote.strip("\n") for quote in parsed(digest).quotes] == [text]


@settings(deadline=None)
@given(NASTY, NASTY, NASTY, NASTY)
def test_no_text_of_a_stranger_becomes_markup(
    text: str, title: str, outlet: str, name: str
) -> None:
    """The elements and their attributes' names are those of a page of harmless texts."""

    def skeleton(
        text: str, title: str, outlet: str, name: str
    ) -> list[tuple[str, tuple[str, ...]]]:
        digest = plain_digest(f"text{text}", title=f"t{title}", url=f"https://x.example/{title}")
        entry = digest.entries[0]
        article = replace(
            entry.story.articles[0],
            source=f"o{outlet}",
            origin=Origin(f"p{name}"),
            language=f"de{name}",
        )
        cited = replace(
            entry.sentences[0], sentence=replace(entry.sentences[0].sentence, article=article)
        )
        entry = replace(
            entry,
            story=replace(entry.story, id=name, articles=(article,)),
            label=f"l{name}",
            sentences=(cited,),
            actors=(Actor(f"n{name}", "person", 1, f"r{outlet}"),),
            actions=(_action(cited, f"n{name}"),),
        )
        page = parsed(replace(digest, entries=(entry,)))
        return [(tag, tuple(sorted(set(attrs) - {"lang"}))) for tag, attrs in page.tags]

    assert skeleton(text, title, outlet, name) == skeleton("a", "a", "a", "a")


def _action(cited: CitedSentence, name: str) -> Action:
    """Between two actors of that name, with the whole sentence for its verb."""
    sentence = cited.sentence
    actor = ActorMention(sentence.start, sentence.end, sentence.text, "person", name)
    return Action(sentence, actor, Span(sentence.start, sentence.end), "do", actor)


def test_an_action_leads_to_its_sentence() -> None:
    """In the passive the object stands first; who only says something is not listed."""
    html = pages(SAMPLE)["index.html"].decode()
    assert re.findall(r'<li><a href="(#sentence[^"]*)">(.*)</a></li>', html) == [
        (
            "#sentence-1-4",
            "<bdi>Ada Lindqvist</bdi> <bdi>was thanked by</bdi> <bdi>Ferry Union</bdi>",
        ),
        ("#sentence-1-4", "<bdi>Ada Lindqvist</bdi> <bdi>met</bdi> <bdi>Tom Reed</bdi>"),
    ]


def test_what_two_sentences_tell_alike_is_listed_once() -> None:
    entry = SAMPLE.entries[0]
    twice = Digest(DAY, (replace(entry, actions=entry.actions * 2),))
    assert pages(twice)["index.html"].count(b"was thanked by</bdi>") == 1


def test_template_syntax_in_an_article_stays_text() -> None:
    page = parsed(plain_digest("{{ 7*7 }} {% include 'x' %} {# c #}"))
    assert page.quotes == ["\n{{ 7*7 }} {% include 'x' %} {# c #}\n"]


def test_the_page_forbids_scripts_and_loads_nothing_from_elsewhere() -> None:
    page = parsed(SAMPLE)
    loaded = [attrs["href"] for tag, attrs in page.tags if tag == "link"]
    foreign = [tag for tag, _ in page.tags if tag in {"script", "style", "img", "iframe", "object"}]
    policy = next(c for c in page.attributes("content") if "default-src" in c)
    assert (loaded, foreign) == (["data:,", "../../../assets/digest.css"], [])
    assert policy.startswith("default-src 'none'; style-src 'self'")


def test_control_and_direction_characters_are_not_shown() -> None:
    page = parsed(plain_digest("a\x00b\x1bc\x9bd\u202ee\u2066f\ud800g"))
    assert page.quotes == ["\na\ufffdb\ufffdc\ufffddef\ufffdg\n"]


def test_links_of_other_formats_are_those_asked_for() -> None:
    page = parsed(SAMPLE, make("html", "json"))
    assert [href for href in page.attributes("href") if href.startswith("digest.")] == [
        "digest.json"
    ]


@pytest.mark.parametrize(
    ("url", "encoded"),
    [
        ("https://x.example/a?b=1&c=%20#d", "https://x.example/a?b=1&c=%20#d"),
        ('https://x.example/"><b>', "https://x.example/%22%3E%3Cb%3E"),
        ("https://x.example/\u202e\n\ud800", "https://x.example/%E2%80%AE%0A?"),
    ],
)
def test_an_address_is_encoded_where_it_could_end_its_attribute(url: str, encoded: str) -> None:
    assert link(url) == encoded


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_time_is_shown_in_the_zone_of_the_digest() -> None:
    page = parsed(SAMPLE, make("html", zone="Asia/Kolkata"))
    assert "2020-09-03T13:00:00+05:30" in page.attributes("datetime")


def test_stories_need_no_sentences_and_no_actors() -> None:
    bare = Entry(SAMPLE.entries[0].story, "H", BRIDGE, "", (), ())
    tags = chain.from_iterable(parsed(Digest(DAY, (bare,))).tags)
    assert "figure" not in list(tags)

"""Invented digests, put together by hand, and how to render them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from digest.model import (
    FORMATS,
    Action,
    Actor,
    ActorKind,
    ActorMention,
    Article,
    CitedSentence,
    Continuation,
    DateMention,
    DateType,
    Digest,
    Entry,
    FormerReport,
    Novelty,
    Origin,
    Reprint,
    Role,
    Sentence,
    Span,
    Story,
)
from digest.rendering import renderer

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Format
    from digest.rendering import Renderer

DAY = date(2020, 9, 3)


def make(  # noqa: PLR0913 - as the renderer's
    *formats: Format,
    templates: Path | None = None,
    title: str = "The Daily Digest",
    sender: str = "",
    recipients: tuple[str, ...] = (),
    zone: str = "UTC",
    built: datetime | None = None,
) -> Renderer:
    return renderer(
        formats=formats or FORMATS,
        templates=templates,
        title=title,
        sender=sender,
        recipients=recipients,
        zone=ZoneInfo(zone),
        zone_name=zone,
        built=built,
    )


def pages(digest: Digest, renderer: Renderer | None = None) -> dict[str, bytes]:
    """Content by file name."""
    return {page.path.name: page.content for page in (renderer or make()).digest_pages(digest)}


def date_of(
    article: Article, phrase: str, kind: DateType, value: str, mod: str = ""
) -> DateMention:
    start = article.text.index(phrase)
    return DateMention(start, start + len(phrase), phrase, kind, value, mod)


def actor_of(
    article: Article, phrase: str, kind: ActorKind, name: str, role: str = ""
) -> ActorMention:
    start = article.text.index(phrase)
    beside = article.text.index(role)
    told = Role(beside, beside + len(role), role) if role else None
    return ActorMention(start, start + len(phrase), phrase, kind, name, told)


def act_of(  # noqa: PLR0913 - an action's own parts
    cited: CitedSentence,
    subject: ActorMention,
    words: str,
    lemma: str,
    object_: ActorMention | None = None,
    *,
    passive: bool = False,
) -> Action:
    start = cited.sentence.article.text.index(words, cited.sentence.start)
    span = Span(start, start + len(words))
    return Action(cited.sentence, subject, span, lemma, object_, passive)


def cite(
    article: Article,
    position: int,
    text: str,
    dates: tuple[DateMention, ...] = (),
    actors: tuple[ActorMention, ...] = (),
) -> CitedSentence:
    start = article.text.index(text)
    sentence = Sentence(article, position, start, start + len(text))
    return CitedSentence(sentence, 0.1234567890123, dates, actors)


def story_of(
    entry_number: int,
    *articles: Article,
    terms: tuple[str, ...] = ("bridge",),
    reprints: tuple[Reprint, ...] = (),
) -> Story:
    return Story(f"story-of-{entry_number}", DAY, articles, terms, reprints)


def plain_digest(text: str, title: str = "A title", note: str = "", url: str = "") -> Digest:
    """One story of one article of one sentence, which is all of its text."""
    article = Article("a-1", text, DAY, Origin("news/a.txt"), title=title, source="Post", url=url)
    cited = CitedSentence(Sentence(article, 0, 0, len(text)), 1.0, (), ())
    entry = Entry(story_of(1, article), title, article, "bridge", (cited,), ())
    return Digest(DAY, (entry,), note)


BRIDGE = Article(
    "harbour-1",
    "The harbour bridge will close on Monday for repairs, the Harbour Office of Northport said on"
    " Thursday.\n\nInspectors found worn cables in early August. The work should take three weeks"
    " and ends, if the weather holds, between September 28 and October 2.\n\nFerries will run every"
    " half hour, Mayor Ada Lindqvist said. Lindqvist was thanked by the Ferry Union and met Tom Reed.",
    datetime(2020, 9, 3, 7, 30, tzinfo=UTC),
    Origin("news/harbour.txt"),
    title="Harbour bridge to close for three weeks",
    source="Northport Courier",
    url="https://courier.example/2020/09/bridge?id=7&view=full",
)
FERRY = Article(
    "wire:42",
    "NORTHPORT – Ferry crews asked on Thursday for more boats.\nLindqvist promised two, and a"
    " decision\non a third by September 10.",
    DAY,
    Origin("wire/2020-09.jsonl", 42),
    title="Crews want more boats",
    source="Coast Wire",
)
SCHOOL = Article(
    "schule",
    "Die Schule am Markt öffnet am 7. September wieder. Rektorin Vera Brandt lädt ein.",
    DAY,
    Origin("post/schule.html"),
    source="",
    language="de",
    url="https://post.example/schule",
)

LINDQVIST = actor_of(BRIDGE, "Ada Lindqvist", "person", "Ada Lindqvist", "Mayor")
THANKED_AT = BRIDGE.text.rindex("Lindqvist")
AGAIN = ActorMention(THANKED_AT, THANKED_AT + 9, "Lindqvist", "person", "Ada Lindqvist")
UNION = actor_of(BRIDGE, "Ferry Union", "organisation", "Ferry Union")
REED = actor_of(BRIDGE, "Tom Reed", "person", "Tom Reed")
SAID = cite(
    BRIDGE, 3, "Ferries will run every half hour, Mayor Ada Lindqvist said.", actors=(LINDQVIST,)
)
THANKED = cite(
    BRIDGE,
    4,
    "Lindqvist was thanked by the Ferry Union and met Tom Reed.",
    actors=(AGAIN, UNION, REED),
)

SAMPLE = Digest(
    DAY,
    (
        Entry(
            story_of(
                1,
                BRIDGE,
                FERRY,
                terms=("bridge", "ferry", "northport"),
                reprints=(Reprint(FERRY, BRIDGE, 0.62, "Coast Wire"),),
            ),
            "Harbour bridge to close for three weeks",
            BRIDGE,
            "bridge, ferry, Northport",
            (
                cite(
                    BRIDGE,
                    0,
                    "The harbour bridge will close on Monday for repairs, the Harbour Office of"
                    " Northport said on Thursday.",
                    (
                        date_of(BRIDGE, "Monday", "DATE", "2020-09-07"),
                        date_of(BRIDGE, "Thursday", "DATE", "2020-09-03"),
                    ),
                    (
                        actor_of(
                            BRIDGE,
                            "Harbour Office of Northport",
                            "organisation",
                            "Harbour Office of Northport",
                        ),
                        actor_of(BRIDGE, "Northport", "place", "Northport"),
                    ),
                ),
                cite(
                    BRIDGE,
                    2,
                    "The work should take three weeks and ends, if the weather holds, between"
                    " September 28 and October 2.",
                    (
                        date_of(BRIDGE, "three weeks", "DURATION", "P3W"),
                        date_of(
                            BRIDGE,
                            "between September 28 and October 2",
                            "DATE",
                            "2020-09-28/2020-10-02",
                        ),
                    ),
                ),
                SAID,
                THANKED,
                cite(
                    FERRY,
                    1,
                    "Lindqvist promised two, and a decision\non a third by September 10.",
                    (date_of(FERRY, "by September 10", "DATE", "2020-09-10", "ON_OR_BEFORE"),),
                    (actor_of(FERRY, "Lindqvist", "person", "Ada Lindqvist"),),
                ),
            ),
            (
                Actor("Northport", "place", 4, "", 2.5),
                Actor("Ada Lindqvist", "person", 3, "Mayor", 1.25),
                Actor("Harbour Office of Northport", "organisation", 1, "", 1.0),
                Actor("Ferry Union", "organisation", 1, "", 0.5),
                Actor("Tom Reed", "person", 1, "", 0.5),
            ),
            (
                act_of(SAID, LINDQVIST, "said", "say"),
                act_of(THANKED, UNION, "was thanked by", "thank", AGAIN, passive=True),
                act_of(THANKED, AGAIN, "met", "meet", REED),
            ),
            topics=("Transport", "Coast & sea"),
        ),
        Entry(
            story_of(2, SCHOOL, terms=()),
            "Die Schule am Markt öffnet am 7. September wieder",
            SCHOOL,
            "",
            (
                cite(
                    SCHOOL,
                    0,
                    "Die Schule am Markt öffnet am 7. September wieder.",
                    (date_of(SCHOOL, "am 7. September", "DATE", "2020-09-07"),),
                ),
            ),
            (),
        ),
    ),
    note="A quiet day.\n\n- One **bridge**\n- One [school](https://post.example/)\n",
)
EMPTY = Digest(date(2020, 9, 4), ())

MONDAY = date_of(BRIDGE, "Monday", "DATE", "2020-09-07")
THURSDAY = date_of(BRIDGE, "Thursday", "DATE", "2020-09-03")
TOLD_AGAIN = cite(BRIDGE, 2, "Inspectors found worn cables in early August.", (), ())
CONTINUED = Digest(
    DAY,
    (
        Entry(
            story_of(1, BRIDGE),
            "Harbour bridge to close for three weeks",
            BRIDGE,
            "bridge",
            (SAID, TOLD_AGAIN),
            (),
            continuation=Continuation(
                "0123456789ab",
                date(2020, 8, 31),
                3,
                "fading",
                FormerReport(date(2020, 9, 1), "Is the *bridge* <b>safe</b>?"),
                Novelty((SAID,), (MONDAY, THURSDAY), ("Ada Lindqvist",), ("$3 million",)),
            ),
        ),
    ),
)
# Two stories in brief: one has a title and an actor with a role, the other neither.
BRIEF = Digest(
    DAY,
    (
        Entry(
            story_of(3, FERRY, SCHOOL),
            "Crews want <more> boats",
            FERRY,
            "ferry, Northport",
            (),
            (
                Actor("Ada Lindqvist", "person", 2, "Mayor", 1.0),
                Actor("Northport", "place", 1, "", 0.5),
            ),
            topics=("Coast & sea",),
        ),
        SAMPLE.entries[1],
        Entry(story_of(4, SCHOOL), "Schule, Markt", None, "Schule, Markt", (), ()),
    ),
)

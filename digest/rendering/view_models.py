"""View models of a digest: the values of `views`, which the templates show."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from digest.language import language_of
from digest.model import ActorKind
from digest.rendering.cleaning import clean, language_tag, link, one_line
from digest.rendering.date_format import (
    html_datetime,
    long_day,
    short_day,
    short_moment,
)
from digest.rendering.sentence_views import date_view, sentence_view
from digest.rendering.views import (
    ActionView,
    ArticleView,
    Cast,
    CastMember,
    DigestView,
    FormerView,
    SentenceView,
    StoryView,
)
from digest.text import dateline_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, tzinfo

    from markupsafe import Markup

    from digest.model import (
        Action,
        Actor,
        Article,
        Continuation,
        Digest,
        Entry,
    )

_OPENING_CHARACTERS = 60


def digest_view(digest: Digest, note_html: Markup | None, zone: tzinfo) -> DigestView:
    """Make the view of a day."""
    ordered = _in_sections(digest)
    openings = _openings(ordered)
    outlets = _outlets(digest)
    stories = tuple(
        _story(number, entry, openings.get(entry.story.id, ""), outlets, zone)
        for number, entry in enumerate(ordered, start=1)
    )
    return DigestView(
        day=digest.day.isoformat(),
        short_day=short_day(digest.day),
        long_day=long_day(digest.day),
        note=clean(digest.note).strip(),
        note_html=note_html,
        stories=tuple(story for story in stories if story.sentences),
        briefs=tuple(story for story in stories if not story.sentences),
        articles=sum(len(story.articles) for story in stories),
        outlets=len(outlets),
    )


def _outlets(digest: Digest) -> dict[str, str]:
    """Shown names of a day's outlets; two of one name are told apart by their paths."""
    articles = [article for entry in digest.entries for article in entry.story.articles]
    names = {article.outlet: one_line(article.outlet_name) or "-" for article in articles}
    uses = Counter(names.values())
    return {key: one_line(key) or name if uses[name] > 1 else name for key, name in names.items()}


def _in_sections(digest: Digest) -> list[Entry]:
    """Sort by section, of several the first; stories in brief last. Ties keep their order."""
    rank = {name: number for number, name in enumerate(digest.topics)}

    def section(entry: Entry) -> tuple[bool, int]:
        return not entry.sentences, min((rank.get(topic, 0) for topic in entry.topics), default=0)

    return sorted(digest.entries, key=section)


def _openings(ordered: Iterable[Entry]) -> dict[str, str]:
    """Map the story that opens each section to its name."""
    in_full = (entry for entry in ordered if entry.sentences and entry.topics)
    opened: dict[str, str] = {}
    for entry in in_full:
        opened.setdefault(entry.topics[0], entry.story.id)
    return {story: name for name, story in opened.items()}


def _story(
    number: int, entry: Entry, section: str, outlets: Mapping[str, str], zone: tzinfo
) -> StoryView:
    articles = {
        article.id: _article((number, position), article, entry, outlets[article.outlet], zone)
        for position, article in enumerate(entry.story.articles, start=1)
    }
    return StoryView(
        number=number,
        anchor=f"story-{number}",
        headline=one_line(entry.headline),
        # A headline that is the label says it all.
        label=one_line(entry.label) if entry.headline_of else "",
        also=tuple(map(one_line, entry.topics[1:])),
        section=one_line(section),
        outlets=tuple(dict.fromkeys(article.outlet for article in articles.values())),
        reprints=len(entry.story.reprints),
        former=_former(entry.continuation, entry.story.day) if entry.continuation else None,
        sentences=tuple(_sentences(number, entry, articles)),
        casts=tuple(_casts(entry.actors)),
        actions=tuple(_actions(number, entry)),
        articles=tuple(articles.values()),
    )


def _former(continuation: Continuation, day: date) -> FormerView | None:
    former, novelty = continuation.former, continuation.novelty
    if not former:
        return None
    # That something happened today, or this year, is in every day's news.
    mentions = (mention for mention in novelty.dates if not _lies_in(day, mention.value))
    dates = (date_view(mention).reading for mention in mentions)
    return FormerView(
        opened=short_day(continuation.opened),
        days=continuation.days,
        trend=continuation.trend,
        day=short_day(former.day),
        headline=one_line(former.headline),
        dates=tuple(dict.fromkeys(dates)),
        actors=tuple(map(one_line, novelty.actors)),
        figures=tuple(map(one_line, novelty.figures)),
    )


def _lies_in(day: date, value: str) -> bool:
    """Tell whether a TIMEX3 value names the day itself, its week, month, year or decade."""
    year, week, _ = day.isocalendar()
    return value == f"{year}-W{week:02}" or day.isoformat().startswith(value.removesuffix("X"))


def _sentences(
    story: int, entry: Entry, articles: Mapping[str, ArticleView]
) -> Iterator[SentenceView]:
    novel = entry.continuation.novelty.sentences if entry.continuation else entry.sentences
    new = {(cited.sentence.article.id, cited.sentence.position) for cited in novel}
    for position, cited in enumerate(entry.sentences, start=1):
        sentence = cited.sentence
        yield sentence_view(
            f"sentence-{story}-{position}",
            cited,
            articles[sentence.article.id],
            told_before=(sentence.article.id, sentence.position) not in new,
        )


def _article(
    place: tuple[int, int], article: Article, entry: Entry, outlet: str, zone: tzinfo
) -> ArticleView:
    story, number = place
    published = article.published
    if isinstance(published, datetime):
        published = published.astimezone(zone)
    origin = article.origin
    return ArticleView(
        number=number,
        anchor=f"article-{story}-{number}",
        title=one_line(article.title) or _opening(article),
        outlet=outlet,
        published=short_moment(published),
        published_datetime=_machine_moment(published),
        origin=one_line(str(origin)),
        url=link(article.url),
        language=language_tag(article.language),
        gives_headline=entry.headline_of is not None and article.id == entry.headline_of.id,
    )


def _opening(article: Article) -> str:
    """Cut the first words of an article without a title, which name it for a reader."""
    text = article.text
    own = dateline_length(text[: 4 * _OPENING_CHARACTERS], language_of(article.language))
    words = one_line(text[own : own + 4 * _OPENING_CHARACTERS])
    if len(words) <= _OPENING_CHARACTERS:
        return words
    return words[:_OPENING_CHARACTERS].rsplit(" ", 1)[0] + "…"


def _machine_moment(published: date) -> str:
    if isinstance(published, datetime):
        return html_datetime(published.isoformat(timespec="seconds"))
    return published.isoformat()


def _casts(actors: Iterable[Actor]) -> Iterator[Cast]:
    listed = tuple(actors)
    for kind in get_args(ActorKind):
        members = tuple(
            CastMember(one_line(actor.name), one_line(actor.role))
            for actor in listed
            if actor.kind == kind
        )
        if members:
            yield Cast(kind, members)


def _actions(story: int, entry: Entry) -> Iterator[ActionView]:
    """List what is done to somebody; what several sentences tell alike only once."""
    numbers = {
        (cited.sentence.article.id, cited.sentence.position): number
        for number, cited in enumerate(entry.sentences, start=1)
    }
    listed: set[tuple[str, str, str]] = set()
    for action in entry.actions:
        words = _action_words(action)
        if words and words not in listed:
            listed.add(words)
            number = numbers[action.sentence.article.id, action.sentence.position]
            yield ActionView(*words, f"sentence-{story}-{number}", number)


def _action_words(action: Action) -> tuple[str, str, str] | None:
    if not action.object:
        return None
    names = one_line(action.subject.actor), one_line(action.object.actor)
    first, second = reversed(names) if action.passive else names
    return first, one_line(action.words), second

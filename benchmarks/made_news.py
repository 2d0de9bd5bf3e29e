"""Made articles that look like news to whoever only counts: for those without a folder of news.

Real function words are about half of all words, in Zipf's proportions. The other words are made of
syllables and follow the law of Zipf and Mandelbrot into a tail so long that more articles bring
more words. Each story has words, people, places and a body of its own; nothing means anything.
"""

from __future__ import annotations

import random
from datetime import timedelta
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from corpus import FIRST_DAY

from digest.model import Article, Origin

ARTICLES_A_DAY = 100
MOST_OF_A_STORY = 8


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


FUNCTION_WORDS = _listed(
    """
    the of to and a in that for is on was with he it as by at be his from have but has are not
    were they which an this who had their or been will one its we more would after about she
    than when there up all out her some what you him other also over into if them no could
    before new first two can last so only most may now since between many while our because
    during where then under both such three do those through these should against how any
    each being until very
    """
)
_FUNCTION_WEIGHTS = tuple(accumulate(1 / (rank + 2.7) for rank in range(len(FUNCTION_WORDS))))
# The function words take the law's first ranks: the other words begin here.
_FIRST_RANK = 100
_LEMMAS = 100_000
_STEEPNESS = 1.6
_ENDINGS = ("", "", "", "", "s", "s", "ed", "ing", "ly")
_SYLLABLES = tuple(first + vowel for first in "bdfgklmnprstvwz" for vowel in "aeiou")
# Telling words are neither among the commonest nor among those that hardly anybody uses.
_TELLING_RANKS = (300, 20_000)

_GIVEN_NAMES = _listed(
    """
    Anna Boris Carla David Elena Frank Grace Hassan Irene James Karen Luis Maria Nadia Oliver
    Peter Rachel Samir Teresa Viktor Wei Yusuf
    """
)
_PLACES = _listed(
    """
    Argentina Austria Brazil Canada Chile China Egypt France Germany Ghana India Iraq Italy
    Japan Kenya Mexico Norway Peru Poland Russia Spain Sweden Turkey Berlin Cairo Chicago
    Delhi Geneva Lagos London Madrid Moscow Paris Rome Seoul Sydney Tokyo Warsaw
    """
)
_BODIES = ("Agency", "Bank", "Commission", "Council", "Group", "Ministry", "Party", "University")
_TITLES = ("Mr", "Ms", "Dr", "Gen", "President", "Minister")
_OUTLETS = ("Evening Bell", "Gazette", "Morning Star Wire", "Observer", "Post", "Tribune")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


class _Plot(NamedTuple):
    """What the articles of one story share."""

    words: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]


class _Teller(NamedTuple):
    """A story as one article tells it: some of the story's words, at a source of chance."""

    rng: random.Random
    plot: _Plot
    words: tuple[str, ...]


def made_articles(count: int, seed: int = 1, per_day: int = ARTICLES_A_DAY) -> list[Article]:
    """So many articles in stories of one to eight, so many to a day, the same for each seed.

    An article's id begins with its story's number and a stroke.
    """
    rng = random.Random(seed)
    articles: list[Article] = []
    story = 0
    while len(articles) < count:
        plot = _plot(rng)
        size = rng.randint(1, MOST_OF_A_STORY)
        for _ in range(min(size, count - len(articles))):
            articles.append(_article(rng, plot, story, len(articles), per_day))
        story += 1
    return articles


def intended_stories(articles: list[Article]) -> int:
    """How many stories the days of made articles have."""
    return len({(article.published, article.id.partition("-")[0]) for article in articles})


def _plot(rng: random.Random) -> _Plot:
    words = tuple(_word(rng, *_TELLING_RANKS) for _ in range(45))
    people = tuple((rng.choice(_GIVEN_NAMES), _surname(rng)) for _ in range(rng.randint(3, 7)))
    places = tuple(rng.sample(_PLACES, 3))
    bodies = tuple(f"{_surname(rng)} {rng.choice(_BODIES)}" for _ in range(2))
    return _Plot(words, people, places, bodies)


def _article(rng: random.Random, plot: _Plot, story: int, number: int, per_day: int) -> Article:
    teller = _Teller(rng, plot, tuple(rng.sample(plot.words, 30)))
    text = "\n\n".join(_paragraphs(teller, rng.randint(15, 30)))
    day = FIRST_DAY + timedelta(days=number // per_day)
    return Article(
        f"{story}-{number}",
        text,
        day,
        Origin("made", number + 1),
        title=_headline(teller),
        source=rng.choice(_OUTLETS),
    )


def _paragraphs(teller: _Teller, sentences: int) -> list[str]:
    """So many sentences, one to three to a paragraph."""
    told = [_sentence(teller) for _ in range(sentences)]
    paragraphs = []
    while told:
        size = teller.rng.randint(1, 3)
        paragraphs.append(" ".join(told[:size]))
        told = told[size:]
    return paragraphs


def _headline(teller: _Teller) -> str:
    words = [*teller.rng.sample(teller.words, 3), "in", teller.rng.choice(teller.plot.places)]
    return " ".join([_surname_in(teller), *words])


def _sentence(teller: _Teller) -> str:
    """8 to 35 words; one in four has a date, one in seven is somebody's words."""
    rng = teller.rng
    length = rng.randint(8, 35)
    words = rng.choices(FUNCTION_WORDS, cum_weights=_FUNCTION_WEIGHTS, k=length)
    for place in range(length):
        words[place] = _at(teller, rng.random(), words[place])
    if rng.random() < 0.25:
        words.append(_moment(rng))
    words[0] = words[0][0].upper() + words[0][1:]
    told = " ".join(words)
    if rng.random() < 0.15:
        return f"“{told},” {rng.choice(('said', 'says'))} {_person(teller)}."
    return f"{told}."


def _at(teller: _Teller, chance: float, function_word: str) -> str:
    """A word or a name, each with its share of the chances."""
    if chance < 0.50:
        return function_word
    if chance < 0.86:
        return _word(teller.rng, _FIRST_RANK, _LEMMAS)
    if chance < 0.90:
        return teller.rng.choice(teller.words)
    if chance < 0.93:
        return _word(teller.rng, _FIRST_RANK, _LEMMAS) + ","
    if chance < 0.945:
        return f"{teller.rng.randint(2, 9_999):,}"
    return _name(teller, chance)


def _name(teller: _Teller, chance: float) -> str:
    if chance < 0.97:
        return _person(teller)
    if chance < 0.99:
        return teller.rng.choice(teller.plot.places)
    return "the " + teller.rng.choice(teller.plot.bodies)


def _person(teller: _Teller) -> str:
    """Somebody by full name, by title and surname, or most often by surname alone."""
    given, surname = teller.rng.choice(teller.plot.people)
    chance = teller.rng.random()
    if chance < 0.35:
        return f"{given} {surname}"
    if chance < 0.45:
        return f"{teller.rng.choice(_TITLES)} {surname}"
    return surname


def _surname_in(teller: _Teller) -> str:
    return teller.rng.choice(teller.plot.people)[1]


def _moment(rng: random.Random) -> str:
    """A date as news names it."""
    month, year = rng.choice(_MONTHS), rng.randint(1990, 2020)
    return rng.choice(
        (
            f"on {rng.choice(_WEEKDAYS)}",
            f"on {rng.choice(_WEEKDAYS)}",
            f"on {month} {rng.randint(1, 28)}",
            f"in {month} {year}",
            f"in {year}",
            "last week",
            "early next month",
            f"{rng.randint(2, 12)} days ago",
        )
    )


def _word(rng: random.Random, first: int, last: int) -> str:
    """A made word whose rank lies between the two, by the inverse of the law's distribution."""
    power = 1 - _STEEPNESS
    low, high = first**power, last**power
    rank = int((low + rng.random() * (high - low)) ** (1 / power))
    return _lemma(rank) + rng.choice(_ENDINGS)


def _surname(rng: random.Random) -> str:
    return _lemma(rng.randrange(_LEMMAS, 2 * _LEMMAS)).capitalize() + rng.choice(("n", "s", "v"))


@cache
def _lemma(rank: int) -> str:
    """The word of a rank: the common ones are shorter, and neighbours don't look alike."""
    base = len(_SYLLABLES)
    # A multiplier without a common divisor gives each number its own remainder.
    size = 2 if rank < 5_000 else 3
    number = rank * 161_803 % base**size
    syllables = []
    for _ in range(size):
        number, digit = divmod(number, base)
        syllables.append(_SYLLABLES[digit])
    return "".join(syllables)

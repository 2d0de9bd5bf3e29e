"""Topics by words and actors: a story belongs to each whose words its ledes speak of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from digest.language import language_of
from digest.text import NO_TERM, named_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.language import Language
    from digest.model import Actor
    from digest.text import Lexicon, Text

# A lede says what an article is about: its title and so many sentences.
LEDE_SENTENCES = 3
# Of the actors of a story so many, the most salient, tell what it is about.
MAIN_ACTORS = 5
# The topic of a story that belongs to no other, where there are any.
OTHER = "Other"


class Topic(NamedTuple):
    """A name, and what tells of it: phrases, and actors' names in lower case."""

    name: str
    phrases: tuple[str, ...]
    names: frozenset[str]


def topic(
    name: str,
    words: Sequence[str],
    names_of: Callable[[str], Iterable[str]],
) -> Topic:
    """Return a topic by words, phrases or actors; stop words in a phrase don't count.

    `names_of` tells by which canonical names an actor of a spelling may go.
    """
    names = (name for spelling in words for name in names_of(spelling))
    return Topic(name, tuple(words), frozenset(map(str.lower, names)))


def section_names(topics: Sequence[Topic]) -> tuple[str, ...]:
    """The names of the sections of a digest, OTHER last; none where there are no topics."""
    return (*(one.name for one in topics), OTHER) if topics else ()


def topics_of(
    salient: Sequence[Actor], texts: Sequence[Text], lexicon: Lexicon, topics: Sequence[Topic]
) -> tuple[str, ...]:
    """Names of the topics that a story belongs to, in their order; OTHER if to none of them.

    It belongs to a topic if one of the topic's phrases stands in the ledes of at least half of its
    articles (`texts`), or is the name of one of its main actors, the first of the `salient`.
    Without topics there is no name.
    """
    if not topics:
        return ()
    ledes = [(_lede(text, lexicon), language_of(text.article.language)) for text in texts]
    actors = {actor.name.lower() for actor in salient[:MAIN_ACTORS]}
    found = (one.name for one in topics if one.names & actors or _speak_of(ledes, one))
    return tuple(found) or (OTHER,)


def _lede(text: Text, lexicon: Lexicon) -> str:
    """The stems of the title and the first sentences, parted and framed by blanks."""
    body = text.words[: text.bounds[min(LEDE_SENTENCES, len(text.bounds) - 1)]]
    parts = (lexicon.term_of[words] for words in (text.title, body))
    told = (" ".join(lexicon.names[term] for term in part if term != NO_TERM) for part in parts)
    return f" {' | '.join(told)} "


def _speak_of(ledes: Sequence[tuple[str, Language]], topic: Topic) -> bool:
    stems = {language: _stems(topic.phrases, language) for language in {of for _, of in ledes}}
    speaking = sum(any(phrase in lede for phrase in stems[of]) for lede, of in ledes)
    return speaking * 2 >= len(ledes) and speaking > 0


@cache
def _stems(phrases: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the phrases of a topic as their stems in a language, parted and framed by blanks."""
    stems = (
        [
            named_in(language.stem(word), language)
            for word in language.tokenize(" ".join(phrase.lower().split()))
            if word not in language.stop_words
        ]
        for phrase in phrases
    )
    return tuple(f" {' '.join(phrase)} " for phrase in stems if phrase)

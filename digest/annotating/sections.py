"""Sections of a digest: topics by words and actors, to which stories belong by their ledes."""

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

# An article's lede is its title and so many sentences.
LEDE_SENTENCES = 3
# So many of the actors of a story, the most salient, decide on its topics.
MAIN_ACTORS = 5
# Topic of a story that belongs to no other, where there are any.
OTHER = "Other"


class Topic(NamedTuple):
    """Topic by its name, phrases, and actors' names in lower case."""

    name: str
    phrases: tuple[str, ...]
    names: frozenset[str]


def topic(
    name: str,
    words: Sequence[str],
    names_of: Callable[[str], Iterable[str]],
) -> Topic:
    """Make a topic of words, phrases or actors; stop words in a phrase don't count.

    `names_of` gives the canonical names that a spelling of an actor may mean.
    """
    names = (name for spelling in words for name in names_of(spelling))
    return Topic(name, tuple(words), frozenset(map(str.lower, names)))


def section_names(topics: Sequence[Topic]) -> tuple[str, ...]:
    """List the names of a digest's sections, OTHER last; none where there are no topics."""
    return (*(section.name for section in topics), OTHER) if topics else ()


def topics_of(
    salient: Sequence[Actor], texts: Sequence[Text], lexicon: Lexicon, topics: Sequence[Topic]
) -> tuple[str, ...]:
    """List the topics that a story belongs to by name, in their order; OTHER if to none of them.

    It belongs to a topic if one of the topic's phrases is in the ledes of at least half of its
    articles (`texts`), or is the name of one of its main actors, the first of the `salient`.
    Without topics there is no name.
    """
    if not topics:
        return ()
    ledes = [(_lede(text, lexicon), language_of(text.article.language)) for text in texts]
    actors = {actor.name.lower() for actor in salient[:MAIN_ACTORS]}
    names = (of.name for of in topics if of.names & actors or _speak_of(ledes, of))
    return tuple(names) or (OTHER,)


def _lede(text: Text, lexicon: Lexicon) -> str:
    """Join the stems of the title and the first sentences, parted and framed by blanks."""
    body = text.words[: text.bounds[min(LEDE_SENTENCES, len(text.bounds) - 1)]]
    parts = (lexicon.term_of[words] for words in (text.title, body))
    stems = (" ".join(lexicon.names[term] for term in part if term != NO_TERM) for part in parts)
    return f" {' | '.join(stems)} "


def _speak_of(ledes: Sequence[tuple[str, Language]], topic: Topic) -> bool:
    stems = {language: _stems(topic.phrases, language) for language in {of for _, of in ledes}}
    speaking = sum(any(phrase in lede for phrase in stems[of]) for lede, of in ledes)
    return speaking * 2 >= len(ledes) and speaking > 0


@cache
def _stems(phrases: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Stem the phrases of a topic in a language; stems are parted and framed by blanks."""
    stems = (
        [
            named_in(language.stem(word), language)
            for word in language.tokenize(" ".join(phrase.lower().split()))
            if word not in language.stop_words
        ]
        for phrase in phrases
    )
    return tuple(f" {' '.join(phrase)} " for phrase in stems if phrase)

"""Names by an installed spaCy pipeline, in place of our own finder."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from digest.entities.bits import GIVEN, TITLE
from digest.entities.names import Name, plain
from digest.entities.tables import load_tables
from digest.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.entities.backends import Finder
    from digest.model import ActorKind
    from digest.text import Text

# OntoNotes' labels, and those of the pipelines that were trained on WikiNER or CoNLL. Nationalities
# and parties (NORP) are no actors: our own finder leaves adjectives out too.
KINDS: Final[dict[str, ActorKind]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
# Components that only cost time here.
_NEEDLESS: Final = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "textcat")
_WORD: Final = re.compile(r"[^\W_][\w-]*\.?\s+")
_THE: Final = re.compile(r"[Tt]he\s+")
_OWNING: Final = re.compile(r"\s*['’]s?\Z")


class Entity(Protocol):
    """A named entity in a spaCy document."""

    start_char: int
    end_char: int
    label_: str


class Document(Protocol):
    """What a pipeline makes of a text."""

    @property
    def ents(self) -> Sequence[Entity]:
        """Its named entities, in order and without overlap."""


class Pipeline(Protocol):
    """What is used of a spaCy pipeline."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Document]:
        """Read some texts, in their order."""


def spacy_finder(model: str) -> Finder:
    """A finder that asks the spaCy pipeline of that name or path.

    Raises SettingsError, which says the command to run, where spaCy or the pipeline is missing.
    """
    pipeline = _loaded(model)

    def find(texts: Sequence[Text]) -> tuple[tuple[Name, ...], ...]:
        return tuple(_names(text, pipeline) for text in texts)

    return find


@cache
def _loaded(model: str) -> Pipeline:
    try:
        import spacy
    except ImportError as error:
        command = f"pip install spacy && python -m spacy download {model}"
        raise SettingsError("backend", f"spaCy is not installed; run: {command}") from error
    try:
        pipeline = spacy.load(model, exclude=_NEEDLESS)
    except OSError as error:
        reason = f"no such spaCy pipeline; run: python -m spacy download {model}"
        raise SettingsError(f"model: {model}", reason) from error
    except Exception as error:
        # A pipeline is code of its own, and fails in ways of its own.
        raise SettingsError(f"model: {model}", f"spaCy can't load it: {error}") from error
    if not any("doc.ents" in pipeline.get_pipe_meta(one).assigns for one in pipeline.pipe_names):
        raise SettingsError(f"model: {model}", "finds no names: it has no component for entities")
    found: Pipeline = pipeline
    return found


def _names(text: Text, pipeline: Pipeline) -> tuple[Name, ...]:
    """The names in a text's sentences, each read by itself: the others cost nothing."""
    article = text.article.text
    bounds: list[tuple[int, int]] = text.sentences.tolist()
    documents = pipeline.pipe(article[start:end] for start, end in bounds)
    return tuple(
        name
        for (offset, _), document in zip(bounds, documents, strict=True)
        for entity in document.ents
        if entity.label_ in KINDS
        for name in _name(article, entity, offset)
    )


def _name(article: str, entity: Entity, offset: int) -> Iterator[Name]:
    """The entity without title, article and possessive, if anything is left that begins a name."""
    start, end = entity.start_char + offset, entity.end_char + offset
    kind = KINDS[entity.label_]
    end = start + len(_OWNING.sub("", article[start:end]).rstrip())
    start = _untitled(article, start, end) if kind == "person" else _past_the(article, start, end)
    if article[start : start + 1].isalnum() and start < end:
        yield Name(start, end, plain(article[start:end]), kind)


def _past_the(article: str, start: int, end: int) -> int:
    found = _THE.match(article, start, end)
    return found.end() if found else start


def _untitled(article: str, start: int, end: int) -> int:
    bits = load_tables().bits
    while word := _WORD.match(article, start, end):
        known = bits.get(word[0].strip().removesuffix("."), 0)
        if not known & TITLE or known & GIVEN:
            break
        start = word.end()
    return start

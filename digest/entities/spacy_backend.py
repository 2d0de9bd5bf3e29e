"""Names by an installed spaCy pipeline, in place of the model that ships."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from digest.entities.cues import Cue
from digest.entities.names import Name, plain
from digest.errors import SettingsError
from digest.language.english.entities.words import ARTICLE_OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Finder
    from digest.model import ActorKind
    from digest.text import Text

# OntoNotes' labels, and those of the pipelines that were trained on WikiNER or CoNLL. Nationalities
# and parties (NORP) are no actors: the model that ships leaves adjectives out too.
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
_THE: Final = re.compile(ARTICLE_OPENING)
_OWNING: Final = re.compile(r"\s*['’]s?\Z")


class Entity(Protocol):
    """A named entity in a spaCy document."""

    start_char: int
    end_char: int
    label_: str


class Document(Protocol):
    """A text as a pipeline has read it."""

    @property
    def ents(self) -> Sequence[Entity]:
        """Named entities, in order and without overlap."""


class Pipeline(Protocol):
    """A spaCy pipeline, as far as it is used here."""

    def pipe(self, texts: Iterable[str]) -> Iterator[Document]:
        """Read some texts, in their order."""


def spacy_finder(model: str, gazetteer: Gazetteer) -> Finder:
    """Make a finder of the spaCy pipeline of that name or path.

    Raises SettingsError, which says the command to run, where spaCy or the pipeline is missing.
    """
    return partial(_find, _loaded(model), gazetteer.cues)


def _find(
    pipeline: Pipeline, cues: Mapping[str, int], texts: Sequence[Text]
) -> tuple[tuple[Name, ...], ...]:
    return tuple(_names(text, pipeline, cues) for text in texts)


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
    if not any("doc.ents" in pipeline.get_pipe_meta(name).assigns for name in pipeline.pipe_names):
        raise SettingsError(f"model: {model}", "finds no names: it has no component for entities")
    loaded: Pipeline = pipeline
    return loaded


def _names(text: Text, pipeline: Pipeline, cues: Mapping[str, int]) -> tuple[Name, ...]:
    """Names in a text's sentences, each read by itself: the others cost nothing."""
    article = text.article.text
    bounds: list[tuple[int, int]] = text.sentences.tolist()
    documents = pipeline.pipe(article[start:end] for start, end in bounds)
    return tuple(
        name
        for (offset, _), document in zip(bounds, documents, strict=True)
        for entity in document.ents
        if entity.label_ in KINDS
        for name in _name(article, entity, offset, cues)
    )


def _name(article: str, entity: Entity, offset: int, cues: Mapping[str, int]) -> Iterator[Name]:
    """Cut title, article and possessive off an entity; it is none if nothing is left."""
    start, end = entity.start_char + offset, entity.end_char + offset
    kind = KINDS[entity.label_]
    end = start + len(_OWNING.sub("", article[start:end]).rstrip())
    start = (
        _untitled(article, start, end, cues) if kind == "person" else _past_the(article, start, end)
    )
    if article[start : start + 1].isalnum() and start < end:
        yield Name(start, end, plain(article[start:end]), kind)


def _past_the(article: str, start: int, end: int) -> int:
    the = _THE.match(article, start, end)
    return the.end() if the else start


def _untitled(article: str, start: int, end: int, cues: Mapping[str, int]) -> int:
    while word := _WORD.match(article, start, end):
        cue = cues.get(word[0].strip().removesuffix("."), 0)
        if not cue & Cue.TITLE or cue & Cue.GIVEN:
            break
        start = word.end()
    return start

"""Shapes and features of each distinct word by itself: affixes, cues, lexicon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from digest.entities.recognition.lexicon import HashArray, buckets, hashes
from digest.language.english.entities.words import OWNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.entities.recognition.lexicon import Lexicon
    from digest.text import IntArray

# Shapes of words.
OTHER, SMALL, CAPITALISED, SHOUTED, INITIAL, MIXED, NUMBER, MODEL, PAD, POSSESSIVE = range(10)
_ACRONYM: Final = re.compile(r"[A-Z](?:\.?[A-Z]){1,6}\.?s?")
_LETTERS: Final = 32
WIDEST: Final = 2
OFFSETS: Final = (-2, -1, 0, 1, 2)
_SALT: Final = 100


class Words(NamedTuple):
    """Attributes of each word by code, in whole numbers.

    `lower` is the hash of its lower case, `capital` 1 where it begins with a capital; `initial` is
    the number of its first letter, and `acronym` that of all its letters, 0 where it is none.
    """

    lower: IntArray
    shape: IntArray
    flags: IntArray
    cues: IntArray
    cluster: IntArray
    case: IntArray
    capital: IntArray
    initial: IntArray
    acronym: IntArray


class WordFeatures(NamedTuple):
    """Buckets of all words' features as seen from an offset, and where each word's begin."""

    buckets: HashArray
    bounds: IntArray


def shape_class(word: str) -> int:  # noqa: PLR0911  # a line for each
    """Classify the shape of a word by its capitals and digits."""
    first = word[0]
    if word == "\n":
        return PAD
    if not first.isalnum():
        return POSSESSIVE if word in OWNS else OTHER
    if first.isdigit():
        return NUMBER if not any(map(str.isalpha, word)) else MODEL
    if not first.isupper():
        return SMALL if word.islower() else MIXED
    if len(word) == 1 or (len(word) == 2 and word[1] == "."):  # noqa: PLR2004
        return INITIAL
    if any(map(str.isdigit, word)):
        return MODEL
    if word.isupper():
        return SHOUTED
    return CAPITALISED if word[1:].islower() else MIXED


def word_shape(word: str) -> str:
    """Letters of a word as their classes, a run of one class as one.

    >>> word_shape("McDonald's")
    "XxXx'x"
    """
    classes = "".join(
        "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word[:24]
    )
    return re.sub(r"(.)\1+", r"\1", classes)


def acronym_number(word: str) -> int:
    """Letters of an acronym as digits, the last one lowest; 0 where it is none."""
    if len(word) > 9 or not _ACRONYM.fullmatch(word):  # noqa: PLR2004
        return 0
    number = 0
    for letter in word:
        if "A" <= letter <= "Z":
            number = number * _LETTERS + ord(letter) - 64
    return number


def _features(  # noqa: PLR0913, PLR0917  # an attribute each
    word: str, flags: int, cues: int, cluster: int, case: int, shape: int
) -> tuple[list[str], list[str], list[str]]:
    """Features of a word as the token itself, as one beside it, and as one two away."""
    lower = word.lower()
    far = [f"l={lower}", f"s={shape}", f"g={flags}", f"c={cluster >> 16 & 255}"]
    near = [
        *far,
        f"a={cluster & 1023}",
        f"b={cluster >> 10 & 63}",
        f"t={cues}",
        f"x={lower[-3:]}{shape}",
        f"k={case}{shape}",
    ]
    own = [
        *near,
        f"w={word}",
        f"S={word_shape(word)}",
        f"n={min(len(word), 12)}{shape}",
        *(f"p={word[:count]}" for count in (1, 2, 3, 4)),
        *(f"x{count}={lower[-count:]}" for count in (1, 2, 3, 4)),
    ]
    bit = 1
    while bit <= flags:
        if flags & bit:
            near.append(f"f={bit}")
            own += (f"f={bit}", f"f={bit}{shape}")
        bit <<= 1
    bit = 1
    while bit <= cues:
        if cues & bit:
            near.append(f"u={bit}")
            own.append(f"u={bit}")
        bit <<= 1
    return own, near, far


def look_up(words: Sequence[str], lexicon: Lexicon) -> Words:
    """Look up distinct words."""
    size = len(words)
    lower = hashes(word.lower() for word in words)
    shape = np.fromiter(map(shape_class, words), np.int64, size)
    upper = np.fromiter((word[0].isupper() for word in words), np.int64, size)
    named = np.isin(shape, (CAPITALISED, SHOUTED, INITIAL, MIXED, MODEL)) & (upper > 0)
    return Words(
        lower.astype(np.int64),
        shape,
        lexicon.names.words.of(lower),
        np.fromiter((lexicon.cues.get(word, 0) for word in words), np.int64, size),
        lexicon.clusters.of(lower),
        lexicon.cases.of(lower),
        (named | (shape == MIXED)).astype(np.int64),
        np.fromiter((ord(w[0]) - 64 if "A" <= w[0] <= "Z" else 0 for w in words), np.int64, size),
        np.fromiter(map(acronym_number, words), np.int64, size),
    )


def word_features(spelt: Sequence[str], words: Words) -> dict[int, WordFeatures]:
    """Features of words by the offset from which they are seen."""
    rows = zip(
        spelt, words.flags.tolist(), words.cues.tolist(), words.cluster.tolist(),
        words.case.tolist(), words.shape.tolist(), strict=True,
    )  # fmt: skip
    groups = [_features(*row) for row in rows]
    by_offset = {}
    for distance in range(WIDEST + 1):
        values = hashes(feature for group in groups for feature in group[distance])
        sizes = [len(group[distance]) for group in groups]
        bounds = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        for offset in {distance, -distance}:
            by_offset[offset] = WordFeatures(buckets(values, _SALT + offset), bounds)
    return by_offset

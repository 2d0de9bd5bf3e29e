"""Clusters of words, and their usual case, by the free text itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from digest.entities.recognition.lexicon import Flags, made_flags

if TYPE_CHECKING:
    from digest.entities.recognition.tokens import TokenTable
    from digest.text import FloatArray, IntArray

_FEWEST_ARTICLES = 3
_WINDOW = 2
_DIMENSIONS = 80


def _documents(page: TokenTable, codes: IntArray) -> Counter[int]:
    pairs = np.unique((page.article << 32) + codes)
    return Counter((pairs & 0xFFFFFFFF).tolist())


def clusters(page: TokenTable) -> Flags:
    """Three clusters of each frequent word, by the words around it (Levy & Goldberg 2014)."""
    lowered = ["0" if w[0].isdigit() else w.lower() for w in page.words]
    code = {word: i for i, word in enumerate(dict.fromkeys(lowered))}
    codes = np.array([code[word] for word in lowered])[page.codes]
    documents = _documents(page, codes)
    names = list(code)
    kept = sorted(c for c, n in documents.items() if n >= _FEWEST_ARTICLES and names[c] != "\n")
    number = np.full(len(code), -1)
    number[kept] = np.arange(len(kept))
    dense = number[codes]
    vectors = _vectors(dense, len(kept))
    flags: dict[int, int] = defaultdict(int)
    for count, shift in ((800, 0), (48, 10), (200, 16)):
        for word, cluster in zip(kept, _k_means(vectors, count).tolist(), strict=True):
            flags[crc32(names[word].encode())] |= (cluster + 1) << shift
    return made_flags(flags)


def _vectors(dense: IntArray, size: int) -> FloatArray:
    sides = []
    for step in range(1, _WINDOW + 1):
        one, other = dense[:-step], dense[step:]
        good = (one >= 0) & (other >= 0)
        ones = np.ones(int(good.sum()))
        sides.append(sparse.coo_matrix((ones, (one[good], other[good])), (size, size)))
        sides.append(sparse.coo_matrix((ones, (other[good], one[good])), (size, size)))
    counts = sparse.hstack([sides[0], sides[1], sides[2] + sides[3]]).tocsr()
    row = np.asarray(counts.sum(axis=1)).ravel()
    column = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    coo = counts.tocoo()
    pmi = np.log(coo.data * column.sum() / (np.maximum(row[coo.row], 1) * column[coo.col]))
    positive = sparse.csr_matrix((np.maximum(pmi, 0), (coo.row, coo.col)), counts.shape)
    left: FloatArray
    left, values, _ = svds(positive, k=_DIMENSIONS, v0=np.ones(min(positive.shape)))
    vectors = left * np.sqrt(values)
    unit: FloatArray = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def _k_means(vectors: FloatArray, count: int, rounds: int = 15) -> IntArray:
    generator = np.random.default_rng(7)
    centres: FloatArray = vectors[generator.choice(len(vectors), count, replace=False)]
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(rounds):
        nearest = np.argmax(vectors @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.maximum(norms, 1e-9), centres)
    return nearest


def cases(page: TokenTable) -> Flags:
    """Usual case of each word away from openings: small, capitalised, shouted, in bins."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    documents: dict[str, set[int]] = defaultdict(set)
    opening = np.zeros(len(page.codes), dtype=np.bool_)
    opening[page.first[page.first < page.last]] = True
    opening |= page.opens_line
    for code, article, opens in zip(
        page.codes.tolist(), page.article.tolist(), opening.tolist(), strict=True
    ):
        word = page.words[code]
        if opens or not word[0].isalpha():
            continue
        lower = word.lower()
        kind = 0 if word == lower else 2 if word.isupper() and len(word) > 1 else 1
        counts[lower][kind] += 1
        documents[lower].add(article)
    return made_flags(
        {
            crc32(word.encode()): case_of(*count)
            for word, count in counts.items()
            if len(documents[word]) > 1
        }
    )


def case_of(small: int, capital: int, shouted: int) -> int:
    """A bin from 1: the share of capitals, and how often the word was seen."""
    total = small + capital + shouted
    share = (capital + shouted) / total
    part = next(i for i, most in enumerate((0.02, 0.2, 0.5, 0.8, 0.98, 1)) if share <= most)
    often = 0 if total < 4 else 1 if total < 20 else 2
    upper = 1 if shouted > capital and share > 0.5 else 0
    return 1 + part + 6 * often + 18 * upper

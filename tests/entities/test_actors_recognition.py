"""The steps of recognition, each by itself."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from actors_found import found
from hypothesis import given
from hypothesis import strategies as st
from shipped import GAZETTEER, MODEL

from digest.entities.recognition.boundary_repair import trimmed
from digest.entities.recognition.consistency import consistent
from digest.entities.recognition.document_features import (
    ACRONYM,
    AFTER_TITLE,
    SEEN_SMALL,
    capital_runs,
    evidence,
    linked_runs,
)
from digest.entities.recognition.features import openings
from digest.entities.recognition.lexicon import Flags, hashed_names, hashes, longest_matches
from digest.entities.recognition.linear_model import MODEL as SHIPPED
from digest.entities.recognition.linear_model import Vocabulary, packed, unpacked
from digest.entities.recognition.recogniser import label_scores, make_recogniser
from digest.entities.recognition.tokens import MARGIN, TokenTable, token_table
from digest.entities.recognition.truecasing import truecased
from digest.entities.recognition.viterbi import (
    FORBIDDEN,
    LABELS,
    ORGANISATION,
    PERSON,
    PLACE,
    NameSpan,
    spans,
    stretches,
    viterbi,
)
from digest.entities.recognition.word_shape import (
    Words,
    acronym_number,
    look_up,
    shape_class,
    word_shape,
)
from digest.language.tables import table


def page_of(*texts: str) -> TokenTable:
    """Each text as an article of one sentence."""
    return token_table([(text, [(0, len(text))]) for text in texts])


def words_of(page: TokenTable) -> Words:
    return look_up(page.words, MODEL.lexicon)


def tokens(text: str) -> list[str]:
    page = page_of(text)
    return [page.words[code] for code in page.codes[MARGIN:-MARGIN].tolist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. army", ["The", "U.S.", "army"]),
        ("J. R. Ruiz left.", ["J.", "R.", "Ruiz", "left", "."]),
        ("Mr. Ruiz’s well-known O'Dowd", ["Mr.", "Ruiz", "’s", "well-known", "O'Dowd"]),
        ("AT&T, 1,990.5 (SCO)", ["AT&T", ",", "1,990.5", "(", "SCO", ")"]),
    ],
)
def test_tokens_keep_what_belongs_together(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.lists(st.text(min_size=1), max_size=3))
def test_tokens_lead_back_to_their_text(texts: list[str]) -> None:
    page = page_of(*texts)
    inside = np.concatenate([np.zeros(0, dtype=np.int64), *map(np.arange, page.first, page.last)])
    spelt = [page.words[code] for code in page.codes[inside.astype(np.int64)].tolist()]
    assert spelt == [
        texts[page.article[i]][page.starts[i] : page.ends[i]] for i in inside.astype(int)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MAYOR RUIZ OPENS BRIDGE", ["mayor", "Ruiz", "opens", "bridge"]),
        ("UN AND US TALK", ["UN", "and", "US", "talk"]),
    ],
)
def test_a_line_in_capitals_is_spelt_as_the_article_spells_it(
    line: str, expected: list[str]
) -> None:
    text = f"{line}\nRuiz, the mayor, opens a bridge. The UN and the US talk."
    page, shouting = truecased(
        token_table([(text, [(0, len(line)), (len(line) + 1, len(text))])]), MODEL.lexicon
    )
    spelt = [page.words[code] for code in page.codes[page.first[0] : page.last[0]].tolist()]
    assert (spelt, shouting.tolist()) == (expected, [1, 0])


def test_a_dateline_is_spelt_as_places_are() -> None:
    page, shouting = truecased(page_of("LONDON (Wire) The pier fell."), MODEL.lexicon)
    assert (page.words[page.codes[MARGIN]], shouting.tolist()) == ("London", [2])


@pytest.mark.parametrize(
    ("word", "expected"), [("McDonald's", "XxXx'x"), ("U.S.", "X.X."), ("S-400", "X-d")]
)
def test_a_word_shape_joins_letters_of_one_class(word: str, expected: str) -> None:
    assert word_shape(word) == expected


def test_each_shape_is_told_apart() -> None:
    words = ("\n", ",", "’s", "of", "Ana", "SCO", "J.", "iPhone", "75th", "747", "F-16")
    assert len({shape_class(word) for word in words}) == len(words) - 1  # 75th and F-16 are models


def test_an_acronym_is_a_number_of_its_letters() -> None:
    assert [acronym_number(word) for word in ("AB", "A.B.", "Ab", "a")] == [34, 34, 0, 0]


def test_known_names_of_several_words_are_matched_at_their_longest() -> None:
    known = hashed_names({("new", "york"): 1, ("new", "york", "bay"): 1})
    page = page_of("in New York Bay and New York")
    words = words_of(page)
    lower = words.lower[page.codes].astype(np.uint32)
    found = longest_matches(known, lower, words.capital[page.codes])
    assert found[MARGIN:-MARGIN].tolist() == [0, 17, 18, 18, 0, 17, 18]


def test_flags_of_what_is_unknown_are_none() -> None:
    known = Flags(hashes(["ana"]), np.array([4]))
    assert known.of(hashes(["ruiz", "ana"])).tolist() == [0, 4]


def test_runs_end_where_capitals_end_unless_links_join_them() -> None:
    page = page_of("the Bank of Peru said")
    words = words_of(page)
    inside = [
        runs.inside[MARGIN:-MARGIN].tolist()
        for runs in (capital_runs(page, words), linked_runs(page, words))
    ]
    assert inside == [[False, True, False, True, False], [False, True, True, True, False]]


def test_an_article_tells_of_its_words_but_not_of_anothers() -> None:
    page = page_of(
        "Mr Reed met the Nordic Fish Council", "NFC and Reed", "The NFC: Nordic Fish Council"
    )
    words = words_of(page)
    telling = evidence(page, words, linked_runs(page, words), openings(page, words))
    said = {
        (int(article), page.words[code]): int(bits)
        for article, code, bits in zip(page.article, page.codes, telling, strict=True)
    }
    assert [
        said[0, "Reed"] & AFTER_TITLE > 0,
        said[1, "Reed"] & AFTER_TITLE > 0,
        said[1, "NFC"] & ACRONYM > 0,
        said[2, "NFC"] & ACRONYM > 0,
        said[0, "the"] & SEEN_SMALL > 0,
    ] == [True, False, False, True, True]


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=3),
    st.integers(0, 1000),
)
def test_the_best_path_is_the_best_of_all(lengths: list[int], seed: int) -> None:
    generator = np.random.default_rng(seed)
    last = np.cumsum(lengths)
    first = last - np.array(lengths)
    scores = generator.integers(-50, 50, (int(last[-1]), len(LABELS)))
    moves = generator.integers(-50, 50, (len(LABELS), len(LABELS)))
    labels = viterbi(scores, moves, first, last)

    def worth(path: tuple[int, ...], start: int) -> int:
        steps = sum(int(moves[a, b]) for a, b in pairwise(path))
        entry = FORBIDDEN if path and path[0] in (2, 4, 6) else 0
        return steps + entry + sum(int(scores[start + i, label]) for i, label in enumerate(path))

    for start, end in zip(first.tolist(), last.tolist(), strict=True):
        best = max(worth(path, start) for path in product(range(len(LABELS)), repeat=end - start))
        assert worth(tuple(labels[start:end].tolist()), start) == best


def test_stretches_tell_the_labels_that_sentences_tell() -> None:
    page = page_of(
        "Then on Monday Ana Ruiz of the Bank of Peru, who is in Lima, left it to Otto.", "so"
    )
    words, around = Vocabulary(MODEL).of(page.words)
    none = np.zeros(2, dtype=np.int64)
    scores = label_scores(page, words, around, none, MODEL)
    whole = viterbi(scores, MODEL.moves, page.first, page.last)
    parts = viterbi(scores, MODEL.moves, *stretches(scores, page.ends > page.starts))
    assert (parts.tolist(), int((whole > 0).sum()) > 0) == (whole.tolist(), True)


def test_labels_tell_spans() -> None:
    labels = np.array([0, 1, 2, 1, 0, 3, 4, 4, 5])
    assert spans(labels) == [
        NameSpan(1, 2, PERSON),
        NameSpan(3, 3, PERSON),
        NameSpan(5, 7, ORGANISATION),
        NameSpan(8, 8, PLACE),
    ]


def test_a_surname_is_the_person_of_its_full_name_and_repeats_are_filled_in() -> None:
    page = page_of("Ana Riga left Riga and Ana Riga")
    first = MARGIN
    scores = np.zeros((len(page.codes), len(LABELS)), dtype=np.int64)
    scores[first : first + 2, 1:3] = 9
    scores[first + 3, 5] = 9
    alone = np.zeros(len(page.codes), dtype=np.bool_)
    found = [NameSpan(first, first + 1, PERSON), NameSpan(first + 3, first + 3, PLACE)]
    assert consistent(page, found, scores, alone, GAZETTEER) == [
        NameSpan(first, first + 1, PERSON),
        NameSpan(first + 3, first + 3, PERSON),
        NameSpan(first + 5, first + 6, PERSON),
    ]


def test_titles_are_cut_and_what_is_no_name_is_dropped() -> None:
    page = page_of("General Ana Ruiz on Monday praised Blue Exercises")
    at = MARGIN
    found = [
        NameSpan(at, at + 2, PERSON),
        NameSpan(at + 4, at + 4, PLACE),
        NameSpan(at + 6, at + 7, ORGANISATION),
    ]
    assert list(trimmed(page, words_of(page), found, GAZETTEER.cues)) == [
        NameSpan(at + 1, at + 2, PERSON)
    ]


def test_a_packed_model_is_the_same_unpacked() -> None:
    model = MODEL
    buckets = np.flatnonzero(model.rows)
    weights = model.weights[1:].astype(np.int64)
    arrays = packed(model.lexicon, buckets, weights, model.moves)
    again = unpacked(arrays, GAZETTEER.cues, check=True)
    assert (
        np.array_equal(again.rows, model.rows),
        np.array_equal(again.weights, model.weights),
        np.array_equal(again.moves, model.moves),
        np.array_equal(again.lexicon.cases.flags, model.lexicon.cases.flags),
    ) == (True, True, True, True)


def test_a_warm_vocabulary_tells_what_a_cold_one_tells() -> None:
    warm, cold = make_recogniser(MODEL, GAZETTEER), make_recogniser(MODEL, GAZETTEER)
    text = "Ana Ruiz met the Bank of Peru in Lima."
    passages = [(text, [(0, len(text))])]
    warm.names([("Lima, Peru and others", [(0, 21)])])
    assert warm.names(passages) == cold.names(passages)


def test_the_file_of_weights_is_small() -> None:
    assert len(table(SHIPPED).read_bytes()) < 2_000_000


def test_names_are_found_in_a_headline_as_in_the_text() -> None:
    text = "MAYOR LENA BRANDT OPENS BRIDGE IN RIGA\n\nMayor Lena Brandt opened it in Riga."
    assert [name for name, _, _ in found(text)] == ["LENA BRANDT", "RIGA", "Lena Brandt", "Riga"]

"""Rankers by name."""

from __future__ import annotations

import pytest
from making import DAY, article, corpus
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import null_stemmer
from sumy.summarizers.luhn import LuhnSummarizer

from digest.errors import UnknownNameError
from digest.model import Story
from digest.ranking import RANKERS, Passages, passages, ranker_named, textrank
from digest.text import NO_TERM, Lexicon

TEXTS = (
    "The port of Beirut exploded. Rescue teams searched the port for survivors. Aid was sent.",
    "Rescue teams from France reached the port of Beirut. Many survivors lost homes. Aid was sent.",
)


def story() -> tuple[Passages, Lexicon]:
    made = corpus(*(article(text, name) for name, text in zip("ab", TEXTS, strict=True)))
    articles = tuple(text.article for text in made.texts)
    return passages(Story("s", DAY, articles, ()), made.texts, made.lexicon), made.lexicon


def terms() -> list[list[str]]:
    gathered, lexicon = story()
    found = []
    for length, end in zip(gathered.lengths, gathered.ends, strict=True):
        codes = lexicon.term_of[gathered.words[end - length : end]]
        found.append([lexicon.names[code] for code in codes if code != NO_TERM])
    return found


def test_textrank_by_overlap_ranks_stems_without_stop_words() -> None:
    gathered, lexicon = story()
    scores = ranker_named("textrank", "overlap")([gathered], lexicon)[0]
    assert scores == pytest.approx(textrank(terms()), rel=1e-12)


def test_lead_puts_openings_first() -> None:
    """Each article's first sentence scores 1, its second a half, its third a third."""
    gathered, lexicon = story()
    scores = ranker_named("lead")([gathered], lexicon)[0]
    assert scores.tolist() == [1, 1 / 2, 1 / 3, 1, 1 / 2, 1 / 3]


@pytest.mark.parametrize("name", sorted(RANKERS))
def test_every_ranker_scores_every_sentence(name: str) -> None:
    """One score for each sentence, not all alike, the repeated sentence included."""
    gathered, lexicon = story()
    scores = ranker_named(name)([gathered], lexicon)[0]
    assert (len(scores), len(set(scores.tolist())) > 1) == (6, True)


def test_sumys_scores_are_its_own() -> None:
    """Luhn's ratings on our words are those that sumy gives to a document of the same words."""

    class Tokenizer:
        def to_words(self, sentence: str) -> list[str]:
            return sentence.split()

    sentences = [Sentence(" ".join(words), Tokenizer()) for words in terms()]
    document = ObjectDocumentModel([Paragraph(sentences)])
    summarizer = LuhnSummarizer(null_stemmer)
    significant = summarizer._get_significant_words(document.words)  # noqa: SLF001
    expected = [summarizer.rate_sentence(sentence, significant) for sentence in sentences]
    gathered, lexicon = story()
    scores = ranker_named("luhn")([gathered], lexicon)[0]
    assert scores == pytest.approx(expected, rel=1e-8)


def test_unknown_ranker_lists_the_known() -> None:
    with pytest.raises(UnknownNameError) as caught:
        ranker_named("textrnk")
    known = "kl, lead, lexrank, lsa, luhn, reduction, sumbasic, textrank"
    expected = f'textrnk: no such ranker (did you mean "textrank"?); known: {known}'
    assert str(caught.value) == expected

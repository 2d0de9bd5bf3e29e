"""Languages: the one that a tag names, and what the stages make of articles in each."""

from __future__ import annotations

import pytest
from language_samples import CHINESE, GERMAN, HINDI, RUSSIAN, SAMPLES, Sample
from making import DAY, article, corpus

from digest.dates import find_dates
from digest.language import ENGLISH, Language, language_of
from digest.model import Article, Digest, Edition
from digest.pipeline.day import advance
from digest.pipeline.history import History
from digest.pipeline.queries import actors, dates, summary, timeline
from digest.pipeline.resources import resources
from digest.settings import Settings, Summary
from digest.summarising import broken_rule
from digest.text import NO_TERM, analyse, query_terms, sentence_spans
from digest.timelines import Extent

RESOURCES = resources(Settings())
# The same news told by another outlet in English.
ENGLISH_NEWS = (
    "A fire destroyed three warehouses in the harbour of Altmark on Monday. "
    "Firefighters under Maria Keller put out the flames in the morning."
)


def told(sample: Sample, name: str = "a") -> Article:
    return article(sample.text, name, title=sample.title, language=sample.language)


def digest(*articles: Article) -> Digest:
    _, result = advance(History(), Edition(DAY, articles), RESOURCES)
    return result.digest


def language_name(sample: Sample) -> str:
    return sample.language


every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=language_name)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        *(("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("English", "en"), ("de-AT", "de")),
        *(("German", "de"), ("zh-Hans", "zh"), ("nb", "nb"), ("norwegian", "nb"), ("tlh", "tlh")),
        *(("", "und"), ("?", "und")),
    ],
)
def test_tags_name_languages(tag: str, code: str) -> None:
    assert language_of(tag).code == code


def test_english_is_one_bundle_by_whatever_tag() -> None:
    assert {language_of(tag) for tag in ("en", "en-GB", "EN-us", "english")} == {ENGLISH}


@every_sample
def test_sentences_end_as_the_script_ends_them(sample: Sample) -> None:
    spans = sentence_spans(sample.text, language_of(sample.language))
    assert tuple(sample.text[start:end] for start, end in spans) == sample.sentences


@every_sample
def test_lead_sentences_tell_the_story(sample: Sample) -> None:
    (entry,) = digest(told(sample)).entries
    shown = [cited.sentence.text for cited in entry.sentences]
    assert shown == list(sample.sentences[: RESOURCES.length.amount - 1])


@every_sample
def test_other_languages_have_no_dates_actors_or_actions(sample: Sample) -> None:
    (entry,) = digest(told(sample)).entries
    mentions = [(cited.dates, cited.actors) for cited in entry.sentences]
    assert (set(mentions), entry.actors, entry.actions) == ({((), ())}, (), ())


@every_sample
def test_the_stages_alone_find_no_dates_and_no_actors(sample: Sample) -> None:
    one = told(sample)
    assert [*dates([one], RESOURCES), *actors([one], RESOURCES)] == [(one, ()), (one, ())]


def test_an_english_date_in_another_language_is_none() -> None:
    text = "They met on Monday."
    assert find_dates(text, DAY, [(0, len(text))], language=language_of("de")) == ()


def test_no_rule_of_english_refuses_a_sentence_of_another_language() -> None:
    made = corpus(article("Und er?", language="de"))
    assert broken_rule(made.texts[0].sentence(0)) == ""


@every_sample
def test_the_headline_is_the_title_and_the_label_is_told(sample: Sample) -> None:
    (entry,) = digest(told(sample)).entries
    assert (entry.headline, bool(entry.label)) == (sample.title, True)


@pytest.mark.parametrize(
    ("sample", "label"),
    [
        (GERMAN, "Hafen, Altmark, Brand, Feuer"),
        (HINDI, "आग, बंदरगाह, में, लगने"),
        (CHINESE, "旧港, 火灾, 发生, 一在"),
    ],
    ids=["de", "hi", "zh"],
)
def test_labels_are_single_words_and_names(sample: Sample, label: str) -> None:
    (entry,) = digest(told(sample)).entries
    assert entry.label == label


def test_two_articles_of_one_language_make_a_story() -> None:
    """Their inflected words have one stem."""
    other = GERMAN.text.replace("Lagerhallen", "Lagerhalle").replace("Flammen", "Flamme")
    first, second = told(GERMAN, "a"), article(other, "b", title="Feuer", language="de")
    (entry,) = digest(first, second).entries
    assert {one.id for one in entry.story.articles} == {"a", "b"}


def test_two_chinese_articles_make_a_story_by_pairs_of_characters() -> None:
    other = "警方星期二说，旧港的仓库在大火中被烧毁。" + CHINESE.text
    second = article(other, "b", title="旧港仓库大火", language="zh")
    (entry,) = digest(told(CHINESE, "a"), second).entries
    assert {one.id for one in entry.story.articles} == {"a", "b"}


def test_stories_of_two_languages_stay_apart() -> None:
    english = article(ENGLISH_NEWS, "b", title="Fire in the harbour of Altmark")
    stories = [entry.story.articles for entry in digest(told(GERMAN), english).entries]
    assert sorted(tuple(one.id for one in articles) for articles in stories) == [("a",), ("b",)]


def test_a_label_in_english_is_the_same_beside_another_language() -> None:
    english = article(ENGLISH_NEWS, "b", title="Altmark, Brand, Hafen")
    labels = {entry.label for entry in digest(told(GERMAN), english).entries}
    assert {entry.label for entry in digest(english).entries} < labels


def terms_of(made_of: Article, *others: Article) -> list[str]:
    """The names of an article's terms, where it is analysed with others."""
    made = corpus(*others, made_of)
    terms = made.lexicon.term_of[made.texts[-1].words]
    return [made.lexicon.names[term] for term in terms if term != NO_TERM]


@every_sample
def test_an_article_has_the_same_terms_whatever_stands_beside_it(sample: Sample) -> None:
    others = [told(other, f"b{number}") for number, other in enumerate(SAMPLES)]
    others += [article(ENGLISH_NEWS, "c"), article("Die Kinder.", "d")]
    assert terms_of(told(sample), *others) == terms_of(told(sample))


def test_english_terms_are_bare_stems_beside_other_languages() -> None:
    english = article("The die was cast.", "b")
    assert terms_of(english, article("Die Würfel fallen.", "a", language="de")) == ["die", "cast"]


def test_terms_of_others_bear_their_language() -> None:
    assert terms_of(article("Die Häfen brannten.", language="de")) == ["haf@de", "brannt@de"]


def test_words_of_hindi_keep_their_marks() -> None:
    made = corpus(told(HINDI))
    assert made.lexicon.words[:4] == ("सोमवार", "को", "पुराने", "बंदरगाह")


def test_chinese_words_are_pairs_of_characters() -> None:
    made = corpus(article("旧港NATO火灾。", language="zh"))
    assert made.lexicon.words == ("旧港", "NATO", "火灾")


def test_a_query_finds_the_terms_of_each_language() -> None:
    made = analyse([told(GERMAN), article(ENGLISH_NEWS, "b")])
    names = [made.lexicon.names[term] for term in query_terms("Hafen harbour", made.lexicon)]
    assert names == ["haf@de", "harbour"]


def test_a_query_ranks_sentences_of_another_language() -> None:
    made, is_near = summary([told(RUSSIAN)], RESOURCES, "причина")
    assert (made.sentences[-1].sentence.text, is_near) == (RUSSIAN.sentences[-1], True)


def test_a_timeline_tells_the_day_of_an_article_by_its_opening() -> None:
    (day,) = timeline([told(GERMAN)], RESOURCES, Extent(1, 1))
    assert day.sentences[0].text in GERMAN.sentences


def test_a_timeline_by_a_query_tells_what_each_language_says() -> None:
    articles = [told(GERMAN, "a"), told(RUSSIAN, "b"), article(ENGLISH_NEWS, "c")]
    (day,) = timeline(articles, RESOURCES, Extent(1, 5), "Feuer")
    assert {one.article.id for one in day.sentences} == {"a"}


def test_lengths_in_words_are_characters_where_no_blanks_part_words() -> None:
    chosen = resources(Settings(summary=Summary(words=25)))
    made, _ = summary([told(CHINESE)], chosen)
    assert [ranked.sentence.text for ranked in made.sentences] == [CHINESE.sentences[0]]


@pytest.mark.parametrize(("code", "length"), [("zh", 7), ("ja", 7), ("ko", 2), ("en", 2)])
def test_length_has_a_unit_by_language(code: str, length: int) -> None:
    assert language_of(code).length("旧港 发生火灾。") == length


def test_languages_without_lists_have_no_stop_words_and_whole_words_for_stems() -> None:
    unknown: Language = language_of("tlh")
    assert (unknown.stop_words, unknown.stem("harbours")) == (frozenset(), "harbours")

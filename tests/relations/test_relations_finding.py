"""Who did what to whom: what is explicit, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_marked import actions, cited, told

from digest.relations import find_actions

TOLD = {
    "[Ruiz] met [Reed].": "Ruiz | met | Reed",
    "Defence minister [Ana Ruiz] met the Chinese minister [Li Wan] in {Riga}.": (
        "Ana Ruiz | met | Li Wan"
    ),
    "[Ana Ruiz], the defence minister, met [Reed] in {Riga}.": "Ana Ruiz | met | Reed",
    "The minister, [Ana Ruiz], met [Reed].": "Ana Ruiz | met | Reed",
    "[Ruiz] on Monday also met with [Reed].": "Ruiz | met with | Reed",
    "[Ruiz] met on Monday with [Reed] again.": "Ruiz | met on Monday with | Reed",
    "On Monday [Ruiz] told <Velo> that it was late.": "Ruiz | told | Velo",
    "<Velo> has accused {Freedonia} of theft.": "Velo | accused | Freedonia",
    "{Freedonia} is urging {Sylvania} to wait.": "Freedonia | is urging | Sylvania",
    "{Freedonia} has been urging {Sylvania} to wait.": "Freedonia | has been urging | Sylvania",
    "“It is late,” [Ruiz] told Mr [Reed].": "Ruiz | told | Reed",
    "[Ruiz] told <Velo>'s [Tom Reed] so.": "Ruiz | told | Tom Reed",
    "[Ruiz] told her old friend [Tom Reed] so.": "Ruiz | told | Tom Reed",
    "[Ruiz], who met [Reed] in May, left.": "Ruiz | met | Reed",
    "The Freedonian newspaper <Harbour Post> sued [Reed].": "Harbour Post | sued | Reed",
    "[Ruiz] and [Lang] met [Reed].": "Lang | met | Reed",
    "[Ruiz] and [Lang] met in {Riga}.": "Ruiz | met | Lang",
    "They left when {Freedonia} invaded {Sylvania} in May.": "Freedonia | invaded | Sylvania",
    "The {Freedonia} team beat {Sylvania} 3-1.": "",
    "{Freedonia} beat {Sylvania} 3-1.": "Freedonia | beat | Sylvania",
    "{Freedonia} imposed new sanctions on <Velo> today.": "Freedonia | imposed new sanctions on | Velo",
    "[Ruiz] was arrested by <Harbour Police> on Monday.": "Harbour Police | was arrested by | Ruiz",
    "[Ruiz] has been arrested on Monday by the <Harbour Police>.": (
        "Harbour Police | has been arrested on Monday by | Ruiz"
    ),
    "[Ruiz] said it was late.": "Ruiz | said",
    "“It is late,” said [Ruiz].": "Ruiz | said",
    "[Ruiz] warned that it was late.": "Ruiz | warned",
    "[Ruiz] warned {Freedonia} against it.": "Ruiz | warned | Freedonia",
}
LEFT_OUT = (
    "According to rumours, [Tesla] bought [Ford].",
    "[Tesla] allegedly bought [Ford].",
    "[Ruiz] did not meet [Reed].",
    "[Ruiz] never met [Reed].",
    "[Ruiz] will meet [Reed].",
    "[Ruiz] may have met [Reed].",
    "[Ruiz] reportedly met [Reed].",
    "[Ruiz] refused to meet [Reed].",
    "If [Ruiz] met [Reed], it was late.",
    "Nobody knows whether [Ruiz] met [Reed].",
    "He denied that [Ruiz] met [Reed].",
    "[Ruiz] met [Reed]?",
    "“[Ruiz] met [Reed],” he was told.",
    "A spokesman for [Ruiz] met [Reed].",
    "The governments of {Freedonia} and {Sylvania} accused <Velo>.",
    "[Ruiz]'s brother met [Reed].",
    "[Ruiz] aides met [Reed].",
    "[Ruiz] met [Reed]'s brother.",
    "[Ruiz] met [Reed] aides.",
    "[Ruiz] warned {Freedonia} would wait.",
    "[Ruiz] met a friend of [Reed].",
    "[Ruiz], after a long day, met [Reed].",
    "[Ruiz] left the room and met [Reed].",
    "The man [Ruiz] arrested told [Reed] so.",
    "[Ruiz] was arrested by {Freedonia} troops.",
    "[Ruiz] was arrested by the river.",
    "[Ruiz] would have been arrested by <Harbour Police>.",
    "[Ruiz], arrested by <Harbour Police>, left.",
    "[Ruiz] met [Ruiz].",
    "[Ruiz] arrested {Sylvania}.",
    "The anti-[Ruiz] camp accused [Reed].",
    "[Ruiz] announced a new plan.",
)


@pytest.mark.parametrize(("passage", "expected"), TOLD.items())
def test_what_a_sentence_says_outright_is_told(passage: str, expected: str) -> None:
    assert told(passage) == ([expected] if expected else [])


@pytest.mark.parametrize("passage", LEFT_OUT)
def test_what_is_unsure_is_left_out(passage: str) -> None:
    assert told(passage) == []


def test_an_action_leads_to_its_sentence_and_its_words() -> None:
    """Spans are the article's: the second sentence begins at 9."""
    (action,) = actions("It rains. In May, [Ruiz] was freed by <Velo>.")
    text = action.sentence.article.text
    assert (action.sentence.position, action.lemma, action.passive) == (1, "free", True)
    assert [text[span.start : span.end] for span in (action.subject, action.verb)] == [
        "Velo",
        "was freed by",
    ]
    assert action.object is not None
    assert text[action.object.start : action.object.end] == "Ruiz"


def test_actions_stand_in_the_order_of_their_sentences() -> None:
    passage = "[Ruiz] met [Reed]. [Reed] told [Ruiz] so. {Freedonia} sued [Reed]."
    assert told(passage) == ["Ruiz | met | Reed", "Reed | told | Ruiz", "Freedonia | sued | Reed"]


@pytest.mark.usefixtures("bound")
@pytest.mark.parametrize("bound", [5.0], indirect=True)
@pytest.mark.parametrize(
    "passage",
    [
        "[A] and " * 4_000 + "[B] met [C].",
        "[A] met <B> " * 4_000,
        "“[A] told [B] " * 4_000,
        "x" * 200_000 + " [A] met [B].",
        "on Monday " * 4_000 + "[A] met [B].",
        "[A]" + " " * 100_000 + "met [B].",
    ],
)
def test_however_long_a_sentence_is_it_takes_little_time(passage: str) -> None:
    (sentence, *_) = cited(passage)
    find_actions([sentence])


WORDS = (
    "[Ruiz] [Reed] <Velo> {Riga} met told said was been has by with who on Monday "
    "arrested accused of not talks held president and the , . ? “ ” ’s 's ( \" "
)
PIECES = st.sampled_from([*WORDS.split(), "\n", "\x00"])


@given(st.lists(PIECES, min_size=2, max_size=25))
def test_whatever_the_words_spans_are_exact_and_in_their_sentence(pieces: list[str]) -> None:
    sentences = cited("So. " + " ".join(pieces))
    for action in find_actions(sentences):
        sentence = action.sentence
        assert sentence.start <= action.verb.start < action.verb.end <= sentence.end
        words = sentence.article.text[action.verb.start : action.verb.end]
        assert words == words.strip()
        for mention in filter(None, (action.subject, action.object)):
            assert sentence.start <= mention.start < mention.end <= sentence.end
            assert mention.end <= action.verb.start or mention.start >= action.verb.end

"""The table of verbs and their forms."""

from __future__ import annotations

from digest.language.english.relations.verbs import verb_forms


def test_regular_and_irregular_verbs_have_their_forms() -> None:
    """A form of both tenses is a verb of each; what has no like passive has none."""
    forms = verb_forms()
    assert {
        form: sorted(forms[form])
        for form in ("accused", "accuses", "accusing", "shook", "shaken", "met", "banned", "told")
    } == {
        "accused": ["finite", "participle", "passive"],
        "accuses": ["finite"],
        "accusing": ["progressive"],
        "shook": ["finite"],
        "shaken": ["participle"],
        "met": ["finite", "participle"],
        "banned": ["finite", "participle", "passive"],
        "told": ["finite", "participle", "passive"],
    }


def test_the_longest_frame_goes_first() -> None:
    assert verb_forms()["met"]["finite"].frames == ("up with", "with", "")


def test_no_form_is_of_two_verbs() -> None:
    """`found` and `ground` would be: the last one read would hide the other."""
    lemmas: dict[str, set[str]] = {}
    for form, verbs in verb_forms().items():
        lemmas.setdefault(form, set()).update(verb.lemma for verb in verbs.values())
    assert {form: of for form, of in lemmas.items() if len(of) > 1} == {}

"""Merging persons: short forms to full names, never across different given names."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_MOST_COMPARED: Final = 50  # persons of one family name
_GENERATIONS: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "Junior", "Senior"})


def person_names(articles: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """For each article of a story, the canonical name of each form of a person's name there.

    >>> person_names([["Ada Lovelace", "Lovelace"], ["Lovelace"]])
    [{'Ada Lovelace': 'Ada Lovelace', 'Lovelace': 'Ada Lovelace'}, {'Lovelace': 'Ada Lovelace'}]
    """
    forms = Counter(form for article in articles for form in article)
    full = _full_names(forms)
    longer = _longer_names(full.values())
    in_story = _ranked(forms, full)
    return [_names_in(Counter(article), full, longer, in_story) for article in articles]


def _names_in(
    forms: Counter[str],
    full: Mapping[str, str],
    longer: Mapping[str, Sequence[str]],
    in_story: Mapping[str, int],
) -> dict[str, str]:
    """Short forms mean the person named most often in the article, or else in the story."""
    here = _ranked(forms, full)
    names = {}
    for form in forms:
        fits = longer.get(form, ())
        near = [name for name in fits if name in here]
        ranks = here if near else in_story
        names[form] = full.get(form) or min(near or fits, key=ranks.__getitem__, default=form)
    return names


def _ranked(forms: Counter[str], full: Mapping[str, str]) -> dict[str, int]:
    """The persons' ranks: those named most often in full first, then those first mentioned."""
    counts: Counter[str] = Counter()
    for form, count in forms.items():
        if form in full:
            counts[full[form]] += count
    return {name: rank for rank, (name, _) in enumerate(counts.most_common())}


def _full_names(forms: Counter[str]) -> dict[str, str]:
    """The canonical name of each full form: the most used, then the longest, then by letters."""
    canonical: dict[str, str] = {}
    by_surname: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    full = [form for form in forms if " " in form and form[0].isupper()]
    for form in sorted(full, key=lambda form: (-forms[form], -len(form), form)):
        parts = _parts(form)
        known = by_surname[parts[-1]]
        compared = known[:_MOST_COMPARED]
        same = next((name for name, other in compared if _agree(parts, other)), None)
        if same is None:
            known.append((form, parts))
        canonical[form] = same or form
    return {form: canonical[form] for form in full}


def _parts(name: str) -> list[str]:
    words = [word for word in name.split() if word not in _GENERATIONS]
    return [word.strip(".") for word in words] or [name]


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names with one surname may be one person's: given names and initials agree."""
    given = zip(one[:-1], other[:-1], strict=False)
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in given)


def _longer_names(full: Collection[str]) -> dict[str, list[str]]:
    """The persons whose names end in each short form, or where there are none begin with it."""
    ends: dict[str, list[str]] = defaultdict(list)
    starts: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(full):
        parts = _parts(name)
        for count in range(1, len(parts)):
            ends[" ".join(parts[-count:])].append(name)
            starts[" ".join(parts[:count])].append(name)
    return {**starts, **ends}

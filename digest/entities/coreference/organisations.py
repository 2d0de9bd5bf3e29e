"""Organisations and places: canonical names within an article, and across articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.entities.coreference.short_forms import (
    declared_acronyms,
    formed_acronyms,
    longest_keys,
    name_key,
)
from digest.entities.names import is_acronym

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.entities.coreference.cooccurrence import Cooccurrence
    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Key, Name
    from digest.model import ActorKind

KINDS: Final[tuple[ActorKind, ...]] = ("organisation", "place")
Form = tuple["ActorKind", str]
Body = tuple["ActorKind", "Key"]


class Expansion(NamedTuple):
    """A form as its article uses it: its own key, and the key of the name that it is short for.

    `full` is what it is spelled out as, `canonical` the name that this body always has, or `""`;
    `declared` is whether the article itself spells it out, in brackets.
    """

    key: Key
    root: Key
    full: str
    canonical: str
    declared: bool


Expansions = Mapping[Form, Expansion]


def expansions(article: str, names: Sequence[Name], gazetteer: Gazetteer) -> dict[Form, Expansion]:
    """Read each form of an organisation's or a place's name within one article."""
    bodies = [name for name in names if name.kind != "person"]
    forms = dict.fromkeys((name.kind, name.text) for name in bodies)
    declared = dict(declared_acronyms(article, bodies))
    full = {
        (kind, text): gazetteer.canonical_name(kind, declared.get(text, text))
        for kind, text in forms
    }
    keys = {form: name_key(form[0], text, gazetteer) for form, text in full.items()}
    formed = formed_acronyms({form[1]: keys[form] for form in forms if full[form] == form[1]})
    by_form: dict[Form, Expansion] = {}
    for kind in KINDS:
        of_kind = {form: formed.get(form[1], key) for form, key in keys.items() if form[0] == kind}
        if not of_kind:
            continue
        longest = longest_keys(kind, set(of_kind.values()), gazetteer)
        always = gazetteer.organisations if kind == "organisation" else gazetteer.states
        for form, key in of_kind.items():
            text = form[1]
            is_declared = text in declared
            own = name_key(kind, text, gazetteer) if is_declared or key != keys[form] else key
            canonical = always.get(longest[key], "")
            if not canonical and full[form] != declared.get(text, text):
                canonical = full[form]
            by_form[form] = Expansion(own, longest[key], full[form], canonical, is_declared)
    return by_form


def organisation_names(
    articles: Sequence[Expansions],
    counts: Sequence[Mapping[Form, int]],
    shared: Cooccurrence,
    gazetteer: Gazetteer,
) -> list[dict[Form, str]]:
    """For each article, the canonical name of each form of an organisation or a place.

    It is the name it always has, or the full form that most articles use, then the one used most,
    then an organisation's longest or a place's shortest, then the first by letters.
    """
    joined = _joined(articles, shared, gazetteer) if len(articles) > 1 else {}
    bodies = [
        {
            form: (form[0], joined.get((at, form[0], expansion.root), expansion.root))
            for form, expansion in article.items()
        }
        for at, article in enumerate(articles)
    ]
    names = _canonical(articles, bodies, counts, gazetteer)
    return [{form: names[body] for form, body in article.items()} for article in bodies]


def _joined(
    articles: Sequence[Expansions], shared: Cooccurrence, gazetteer: Gazetteer
) -> dict[tuple[int, ActorKind, Key], Key]:
    """Longer keys of other articles that an article's key is short for."""
    spelt_out: dict[Body, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    places: dict[Body, list[int]] = defaultdict(list)
    declared: set[Body] = set()
    for at, article in enumerate(articles):
        for (kind, _), expansion in article.items():
            places[kind, expansion.root].append(at)
            if expansion.root != expansion.key:
                spelt_out[kind, expansion.key][expansion.root].append(at)
                if expansion.declared:
                    declared.add((kind, expansion.key))
    longest = {
        kind: longest_keys(kind, {key for of, key in places if of == kind}, gazetteer)
        for kind in KINDS
    }
    joined = {}
    for at, article in enumerate(articles):
        for (kind, form), expansion in article.items():
            body = kind, expansion.root
            roots = spelt_out.get(body, {})
            if len(roots) == 1:
                ((root, where),) = roots.items()
                unclear = is_acronym(form) or _is_generic(expansion.root, gazetteer)
                sure = body in declared or not unclear
            elif not roots and not expansion.canonical:
                root = longest[kind][expansion.root]
                where, sure = places[kind, root], False
            else:
                continue
            if root != expansion.root and (sure or shared.most_shared(at, where)):
                joined[at, kind, expansion.root] = root
    return joined


def _is_generic(key: Key, gazetteer: Gazetteer) -> bool:
    """Test whether a key says no more than what kind of body it is: Court, Senate, Ministry."""
    return key in gazetteer.bodies or all(
        word in gazetteer.organisation_words or word in gazetteer.place_words for word in key
    )


def _drops_class(form: Form, expansion: Expansion) -> bool:
    """Test whether a place is called by the shorter form: Tulsa and Tulsa City."""
    return form[0] == "place" and expansion.root[: len(expansion.key)] == expansion.key


def _is_telling_word(form: Form, expansion: Expansion, gazetteer: Gazetteer) -> bool:
    """Test whether an organisation is called by the telling word that a longer name ends in: Velo.

    With a place before it the longer name is a club's: Riga Velos.
    """
    key, root = expansion.key, expansion.root
    if form[0] == "place" or len(key) > 1 or root[-1:] != key:
        return False
    if root[:-1] in gazetteer.places:
        return False
    return not is_acronym(form[1]) and not _is_generic(key, gazetteer)


def _preference(body: Body, text: str) -> int:
    """Of names used alike, an organisation's longest comes first, and a place's shortest."""
    return len(text) if body[0] == "place" else -len(text)


def _canonical(
    articles: Sequence[Expansions],
    bodies: Sequence[Mapping[Form, Body]],
    counts: Sequence[Mapping[Form, int]],
    gazetteer: Gazetteer,
) -> dict[Body, str]:
    used: dict[tuple[Body, str], tuple[int, int]] = {}
    names: dict[Body, str] = {}
    full: dict[Body, str] = {}
    in_full: Counter[Body] = Counter()
    for article, body_of, count in zip(articles, bodies, counts, strict=True):
        for form, expansion in article.items():
            in_full[body_of[form]] += count[form] * (expansion.key == body_of[form][1])
    for article, body_of, count in zip(articles, bodies, counts, strict=True):
        for form, expansion in article.items():
            body = body_of[form]
            if expansion.canonical and expansion.root == body[1]:
                names[body] = min(expansion.canonical, names.get(body, expansion.canonical))
            elif (
                expansion.key == body[1]
                or _drops_class(form, expansion)
                or (in_full[body] == 1 and _is_telling_word(form, expansion, gazetteer))
            ):
                of_articles, times = used.get((body, form[1]), (0, 0))
                used[body, form[1]] = of_articles - 1, times - count[form]
            else:
                full[body] = min(expansion.full, full.get(body, expansion.full))
    for body, text in sorted(used, key=lambda use: (used[use], _preference(*use), use[1])):
        names.setdefault(body, text)
    return {**full, **names}

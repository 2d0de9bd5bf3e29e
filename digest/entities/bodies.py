"""Organisations and places: which names mean the same within an article, and across them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.entities.acronyms import declared, formed
from digest.entities.keys import name_key
from digest.entities.names import is_acronym
from digest.entities.shorter import roots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.entities.company import Company
    from digest.entities.known import Known
    from digest.entities.names import Key, Name
    from digest.model import ActorKind

KINDS: Final[tuple[ActorKind, ...]] = ("organisation", "place")
Form = tuple["ActorKind", str]
Body = tuple["ActorKind", "Key"]


class Meant(NamedTuple):
    """What a form means in its article: its own key, and that of the name it is short for.

    `full` is what it is spelled out as, `settled` the name that what it means always has, or `""`;
    `sure` is whether the article itself spells it out, in brackets.
    """

    key: Key
    root: Key
    full: str
    settled: str
    sure: bool


def meant_in(article: str, names: Sequence[Name], known: Known) -> dict[Form, Meant]:
    """What each form of an organisation's or a place's name means in an article."""
    bodies = [name for name in names if name.kind != "person"]
    forms = dict.fromkeys((name.kind, name.text) for name in bodies)
    said = dict(declared(article, bodies))
    full = {(kind, text): known.meaning(kind, said.get(text, text)) for kind, text in forms}
    keys = {form: name_key(form[0], text, known) for form, text in full.items()}
    made = formed({text: keys[kind, text] for kind, text in forms if full[kind, text] == text})
    found: dict[Form, Meant] = {}
    for kind in KINDS:
        here = {form: made.get(form[1], key) for form, key in keys.items() if form[0] == kind}
        if not here:
            continue
        longest = roots(kind, set(here.values()), known)
        for form, key in here.items():
            text = form[1]
            sure = text in said
            own = name_key(kind, text, known) if sure or key != keys[form] else key
            root = longest[key]
            settled = (known.settled if kind == "organisation" else known.states).get(root)
            if not settled:
                settled = full[form] if full[form] != said.get(text, text) else ""
            found[form] = Meant(own, root, full[form], settled, sure)
    return found


def body_names(
    meant: Sequence[Mapping[Form, Meant]],
    counts: Sequence[Mapping[Form, int]],
    company: Company,
    known: Known,
) -> list[dict[Form, str]]:
    """For each article, the canonical name of each form of an organisation or a place.

    It is the name it always has, or the full form that most articles use, then the one used most,
    then an organisation's longest or a place's shortest, then the first by letters.
    """
    joined = _joined(meant, company, known) if len(meant) > 1 else {}
    bodies = [
        {form: (form[0], joined.get((at, form[0], one.root), one.root)) for form, one in of.items()}
        for at, of in enumerate(meant)
    ]
    names = _canonical(meant, bodies, counts, known)
    return [{form: names[body] for form, body in of.items()} for of in bodies]


def _joined(
    meant: Sequence[Mapping[Form, Meant]], company: Company, known: Known
) -> dict[tuple[int, ActorKind, Key], Key]:
    """The longer keys of other articles that an article's key is short for."""
    spelt: dict[Body, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    stand: dict[Body, list[int]] = defaultdict(list)
    sure: set[Body] = set()
    for at, of in enumerate(meant):
        for (kind, _), one in of.items():
            stand[kind, one.root].append(at)
            if one.root != one.key:
                spelt[kind, one.key][one.root].append(at)
                if one.sure:
                    sure.add((kind, one.key))
    longest = {kind: roots(kind, {key for of, key in stand if of == kind}, known) for kind in KINDS}
    found = {}
    for at, of in enumerate(meant):
        for (kind, form), one in of.items():
            body = kind, one.root
            told = spelt.get(body, {})
            if len(told) == 1:
                ((root, where),) = told.items()
                telling = body in sure or not (is_acronym(form) or _generic(one.root, known))
            elif not told and not one.settled:
                root = longest[kind][one.root]
                where, telling = stand[kind, root], False
            else:
                continue
            if root != one.root and (telling or company.shared(at, where)):
                found[at, kind, one.root] = root
    return found


def _generic(key: Key, known: Known) -> bool:
    """Whether a key says no more than what kind of body it is: Court, Senate, Ministry."""
    return key in known.bodies or all(
        word in known.organisation_words or word in known.place_words for word in key
    )


def _goes_without(form: Form, one: Meant) -> bool:
    """Whether a place is called by the shorter form: Tulsa and Tulsa City."""
    return form[0] == "place" and one.root[: len(one.key)] == one.key


def _plain(form: Form, one: Meant, known: Known) -> bool:
    """Whether an organisation is called by the telling word that a longer name ends in: Velo.

    With a place before it the longer name is a club's: Riga Velos.
    """
    if form[0] == "place" or len(one.key) > 1 or one.root[-1:] != one.key:
        return False
    if one.root[:-1] in known.placed:
        return False
    return not is_acronym(form[1]) and not _generic(one.key, known)


def _preferred(body: Body, text: str) -> int:
    """Of names used alike, an organisation's longest comes first, and a place's shortest."""
    return len(text) if body[0] == "place" else -len(text)


def _canonical(
    meant: Sequence[Mapping[Form, Meant]],
    bodies: Sequence[Mapping[Form, Body]],
    counts: Sequence[Mapping[Form, int]],
    known: Known,
) -> dict[Body, str]:
    used: dict[tuple[Body, str], tuple[int, int]] = {}
    names: dict[Body, str] = {}
    spelt: dict[Body, str] = {}
    spelt_out: Counter[Body] = Counter()
    for of, body_of, count in zip(meant, bodies, counts, strict=True):
        for form, one in of.items():
            spelt_out[body_of[form]] += count[form] * (one.key == body_of[form][1])
    for of, body_of, count in zip(meant, bodies, counts, strict=True):
        for form, one in of.items():
            body = body_of[form]
            if one.settled and one.root == body[1]:
                names[body] = min(one.settled, names.get(body, one.settled))
            elif (
                one.key == body[1]
                or _goes_without(form, one)
                or (spelt_out[body] == 1 and _plain(form, one, known))
            ):
                articles, times = used.get((body, form[1]), (0, 0))
                used[body, form[1]] = articles - 1, times - count[form]
            else:
                spelt[body] = min(one.full, spelt.get(body, one.full))
    order = sorted(used, key=lambda u: (used[u], _preferred(*u), u[1]))
    for body, text in order:
        names.setdefault(body, text)
    return {**spelt, **names}

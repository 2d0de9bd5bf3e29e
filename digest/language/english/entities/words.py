"""Small lists of English words by which names, roles and acts are recognised.

Those marked as trained feed the features of the shipped model: a change asks for new training.
"""

from __future__ import annotations

from typing import Final

# Names in running text.
LINKS: Final = ("of", "the", "for", "and", "&", "de", "la", "del", "du", "von", "van", "der", "al",
                "bin", "di", "da", "le", "'s", "’s")  # fmt: skip  # trained
SHORT_TITLES: Final = "Mr|Mrs|Ms|Dr|St|Mt|Ft|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Rev|Prof|Hon"
ARTICLE: Final = "the"
ARTICLE_OPENING: Final = r"[Tt]he\s+"
OF: Final = "of"
OWNS: Final = frozenset({"'s", "’s"})
DESCRIBES_NAME: Final = r".+-(?:based|headquartered|born|backed|owned|listed|bred)"
CONTRACTION: Final = r".*['’](?:ll|re|ve|m|d|t)"
ACRONYM_OPENINGS: Final = frozenset({" (", " (the ", " [", ", or "})

# Names of persons.
GENERATIONS: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
GOES_ON: Final = frozenset({"of", "for", "and", "the", "&"})
PAIRING: Final = frozenset({"and", "&"})

# Names of organisations and places.
SPELLINGS: Final = {
    "organization": "organisation",
    "organizations": "organisations",
    "defense": "defence",
    "center": "centre",
    "harbor": "harbour",
    "labor": "labour",
    "program": "programme",
    "theater": "theatre",
    "&": "and",
    "st": "saint",
    "mt": "mount",
}
CITY_OF: Final = ("city", "of")
GOVERNMENT: Final = "government"
CONJUNCTION: Final = "and"
PART_OF: Final = frozenset({"of", "for", "at", "in", "and", "the", "to", "on"})
CITY: Final = "city"
# A place may go without these; a station, a dam or a county is another place than its town.
PLACE_CLASSES: Final = frozenset(
    {"city", "island", "islands", "archipelago", "river", "ocean", "mountains", "square", "palace"}
    | {"avenue", "boulevard"}
)

# Capitals that act for their states.
LOCATION_BEFORE: Final = (
    r"\b(?:in|of|from|near|at|to|outside|around|across|for|with|through|over)\s+$"
)
BEFORE_ACTING: Final = (
    "(?:has|have|had|will|would|also|again|now|then|later|repeatedly|never|not|already)"
)

# Roles beside persons' names.
APPOSITION: Final = (
    r",\s+(?:\d{1,3},\s+)?(?P<the>(?:the|an?|its|their|his|her|our)\s+)?"  # , 61, the minister
)
NOT_LISTED: Final = r"\s*(?:,(?!\s+(?:and|or)\b)|\.\W*\Z|\Z)"
ROLE_OF: Final = frozenset({"of", "for"})
ROLE_TAILS: Final = frozenset({"of", "for", "at", "to", "in", "with", "on"})
ENDS_ROLE: Final = frozenset({("at", "a"), ("at", "an"), ("with", "a"), ("with", "an")})
ON: Final = "on"
# Someone else is meant: through a representative.
THROUGH: Final = frozenset({"through", "by", "via", "from", "with", "to", "for", "as"})
DETERMINERS: Final = frozenset({"a", "an", "his", "her"})
# Before a people's adjective in a role: former Japanese prime minister.
TENURES: Final = frozenset(
    {"acting", "ex", "former", "incoming", "interim", "longtime", "outgoing", "retired", "senior"}
    | {"then", "top", "veteran", "and"}
)
FORMER_PREFIX: Final = "ex-"
HARDLY_ROLES: Final = frozenset({"counterpart"})  # no role without a word that tells whose
LOCATIVES: Final = frozenset({"in", "at", "near", "outside", "around", "across", "told"})

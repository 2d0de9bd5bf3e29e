"""English as a whole, the one language that has everything."""

from __future__ import annotations

import re
from typing import Final

from digest.language.base import Language
from digest.language.english.boundaries import BOUNDARIES
from digest.language.english.calendar import NAMES
from digest.language.english.datelines import DATELINES
from digest.language.english.dates import DATE_RULES
from digest.language.english.eligibility import ELIGIBILITY
from digest.language.english.figures import FIGURES
from digest.language.english.labels import LABELS
from digest.language.english.words import DATING, NAME_BEGINNING, WORD
from digest.language.stemming import stemmer, stop_words

ENGLISH: Final = Language(
    code="en",
    stop_words=stop_words("en"),
    stem=stemmer("en"),
    tokenize=re.compile(WORD.pattern + r"|\n").findall,
    length_unit="words",
    boundaries=BOUNDARIES,
    has_entities=True,
    datelines=DATELINES,
    eligibility=ELIGIBILITY,
    dates=DATE_RULES,
    labels=LABELS,
    figures=FIGURES,
    calendar=NAMES,
    dating=DATING,
    name_beginning=NAME_BEGINNING,
)

"""Languages by their tags."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from digest.language.english.bundle import ENGLISH
from digest.language.neutral import neutral
from digest.language.stemming import NAMES

if TYPE_CHECKING:
    from digest.language.base import Language

_PRIMARY: Final = re.compile(r"[a-z]*")
_CODES: Final = {name: code for code, name in reversed(NAMES.items())} | {"eng": "en"}
_FULL: Final = {"en": ENGLISH}


@cache
def language_of(tag: str) -> Language:
    """Return the language of a BCP 47 tag or an English name, in whatever case.

    A language without a bundle gets a neutral one.

    >>> language_of("en-GB").code, language_of("German").code, language_of("zh-Hans").code
    ('en', 'de', 'zh')
    """
    primary = _PRIMARY.match(tag.strip().lower())
    code = primary[0] if primary else ""
    code = _CODES.get(code, code) or "und"
    return _FULL.get(code) or neutral(code)

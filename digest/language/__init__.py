"""Languages: each a bundle of words, rules and tables. English has all, others what is general."""

from digest.language.base import Language
from digest.language.choosing import language_of
from digest.language.english.bundle import ENGLISH

__all__ = ["ENGLISH", "Language", "language_of"]

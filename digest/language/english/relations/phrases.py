"""Patterns of the words between an actor and a verb, and around them, in a sentence that is sure.

The expressions read a sentence whose dates are masked, each character by `MASK`.
"""

from __future__ import annotations

import re
from typing import Final

from digest.language.tables import entries

MASK: Final = "\x00"


def _listed(name: str) -> str:
    """Entries of a table as alternatives, the longest first."""
    listed = set(entries(f"english/relations/{name}.txt"))
    return "|".join(map(re.escape, sorted(listed, key=lambda entry: (-len(entry), entry))))


_ADVERB = rf"(?:{_listed('adverbs')})\b"
_DATE = rf"(?:(?:on|in|at|late|early|earlier|last|during|by|since)\s+){{0,2}}{MASK}+"
_FILLER = rf"(?:\s+(?:{_ADVERB}|{_DATE})){{0,4}}"
_FOLLOWING = rf"(?:{_listed('following')})\b"
_ADDRESS = r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\b\.?)"

# From an actor to its verb: `has on Monday accused`, `was later arrested`.
VERB: Final = re.compile(
    rf"(?P<who>,\s+who)?{_FILLER}"
    rf"(?:\s+(?P<have>has|have|had){_FILLER}(?:\s+(?P<been>been)(?!\w))?"
    rf"|\s+(?P<be>is|are|was|were)(?:\s+(?P<being>being)(?!\w))?)?"
    rf"{_FILLER}\s+(?P<verb>[a-z]+)(?![\w’'-])"
)
# From a verb to its object, after the words of its frame.
FILLED: Final = re.compile(_FILLER)
AGENT: Final = re.compile(rf"{_FILLER}\s+by(?=\s)")
OBJECT: Final = re.compile(
    rf"\s+(?:(?:the|its|his|her|their|a|an|rival|fellow|neighbouring|neighboring)\s+)?"
    rf"(?:{_ADDRESS}\s+)?"
)
# Before a person's name within its phrase: `his old friend Keller`.
DESCRIBED: Final = re.compile(r"(?:[a-z][a-z-]*\s+){1,3}")
# Before the noun of a frame: `imposed new sanctions on`.
DESCRIBING: Final = re.compile(r"\s(?:an?\s)?([a-z][a-z-]{0,20}\s)")
OWNER: Final = re.compile(r"['’]s\s+")
# After an actor that ends its phrase: `met Keller on`, not `met Keller aides`.
ENDS_PHRASE: Final = re.compile(
    rf"\s*(?:[.,;:)\]–—]|\Z|[”\"]|\(|{MASK})|\s+(?:{_FOLLOWING}|{_ADVERB}|{_DATE})"
)
SCORE: Final = re.compile(r"\s+\d")
OF: Final = re.compile(r"\s+of\b")
# After a verb of saying other than `said` where it does say something.
SAYING: Final = re.compile(rf"{_FILLER}(?:\s+that\b|\s*[,:]|\s+[“\"]|\s*\.\W*\Z)")
# Before an actor: what belongs to its phrase, and what may precede that.
LEAD: Final = re.compile(rf"(?:\b(?:[Tt]he|[Aa]n?)\s+)?(?:{_ADDRESS}\s+)?\Z")
OPENED: Final = re.compile(
    rf"(?:\A\W*|(?:[,;:–—)]|[,?!.]['’]|\s--?|[”\"]|{MASK})\s*"
    r"|\b(?:as|when|while|after|since|because|but|where|although|though|before|said|says"
    r"|(?:said|says|added|announced|confirmed|reported) that)\s+)\Z",
    re.IGNORECASE,
)
# The last words before an actor, and those that no phrase goes over.
WORDS: Final = re.compile(r"(?:[\w.&’'-]+\s+){1,6}\Z")
_CLOSED: Final = re.compile(
    rf"(?:{_FOLLOWING}|{_listed('auxiliaries')})|\w+(?:ing|ed)|.*[^\w.&’'-].*", re.IGNORECASE
)
_ARTICLES: Final = frozenset({"the", "a", "an"})
WITH_ANOTHER: Final = re.compile(r"\s+and\s+\Z")
SAID_BY: Final = re.compile(r"[,?!”\"’]\s*(?P<verb>said|says|added|adds|explained|replied)\s+\Z")


def describes(words: str) -> bool:
    """Test whether words can precede a name in its own phrase, where they name who it is.

    >>> describes("the national team physician"), describes("a spokesman for"), describes("accused")
    (True, False, False)
    """
    first, *others = words.split() or [""]
    described = others if first.lower() in _ARTICLES and others else [first, *others]
    return not any(map(_CLOSED.fullmatch, described))


# What is told as hearsay is not told as done.
UNSURE: Final = re.compile(
    r"\b(?:according to|allegedly|reportedly|purportedly|supposedly|apparently|unconfirmed"
    r"|rumou?r(?:s|ed)?)\b",
    re.IGNORECASE,
)
QUESTION: Final = re.compile(r"\?[\s”\"’)]*\Z")

"""The English words that tell what a number counts."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With these a number's own words are over.
NO_NOUNS: Final = _words(
    """
    a about across after afterwards again against ago all along also although always among an and
    another around as at away back be because been before behind being besides between both but by
    came can come could did died do does down downwards during each either else ever every for from
    gave get gives go goes got had has have he her here hers his how i if in instead into is it its
    just later leaves less made makes may me means might my near needs neither never no nor not now
    nowadays of off on once one only onto or our ours out over overseas per perhaps plus rather
    regardless remains said saw say says seems she should shows since so some sometimes soon still
    such takes than that the their theirs them then there they this though through till to today
    together told tomorrow too took tonight towards under until up upon upwards us versus very
    wants was we well went were what when where whereas whether which while who whose why will with
    within without would yesterday yet you your yours
    """
)
# Plural without an s.
MANY: Final = _words(
    """
    aircraft bacteria cattle children crew feet fish geese men mice people personnel police sheep
    staff teeth women
    """
)
MEASURES: Final = _words("cm ft ha kg km kph lb mm mph sq tonne ton yd")
# What has become of those that are counted; it may stand for their noun or before it.
STATES: Final = _words(
    """
    arrested confirmed dead detained displaced homeless hospitalised hospitalized hurt infected
    injured killed missing reported suspected wounded
    """
)
# One of these alone says how somebody knows, not what is counted.
KNOWN_HOW: Final = _words("confirmed reported suspected")
BETWEEN: Final = _words("additional further more new other others")
NO_NOUN_ENDINGS: Final = ("ed", "ing", "ly")
SINGULAR_ENDINGS: Final = ("ss", "us", "is")

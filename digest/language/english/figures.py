"""English words that tell what a number counts."""

from __future__ import annotations

from typing import Final

from digest.language.base import FigureWords, words

# With these a number's own words are over.
_NO_NOUNS = words(
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
_MANY = words(
    """
    aircraft bacteria cattle children crew feet fish geese men mice people personnel police sheep
    staff teeth women
    """
)
_MEASURES = words("cm ft ha kg km kph lb mm mph sq tonne ton yd")
# What has become of those that are counted; it may stand for their noun or before it.
_STATES = words(
    """
    arrested confirmed dead detained displaced homeless hospitalised hospitalized hurt infected
    injured killed missing reported suspected wounded
    """
)
# One of these alone says how somebody knows, not what is counted.
_KNOWN_HOW = words("confirmed reported suspected")
_BETWEEN = words("additional further more new other others")
_NO_NOUN_ENDINGS = ("ed", "ing", "ly")
_SINGULAR_ENDINGS = ("ss", "us", "is")

FIGURES: Final = FigureWords(
    unit=r"per\scent|percent|hundred|thousand|million|billion|trillion|bn|m",
    units={"per cent": "%", "percent": "%", "million": "m", "billion": "bn"},
    no_nouns=_NO_NOUNS,
    plurals=_MANY,
    measures=_MEASURES,
    states=_STATES,
    evidence=_KNOWN_HOW,
    between=_BETWEEN,
    no_noun_endings=_NO_NOUN_ENDINGS,
    singular_endings=_SINGULAR_ENDINGS,
)

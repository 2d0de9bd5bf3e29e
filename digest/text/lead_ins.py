"""Where a sentence's own words begin: behind its dateline, a byline or a photo's credit."""

from __future__ import annotations

import re

_AGENCY = (
    r"AAP|AFP|ANI|ANSA|AP|APA|Agence France-Presse|Associated Press|BBC|Bloomberg|CBS|CNBC|CNN|"
    r"DPA|dpa|EFE|IANS|Interfax|ITAR-TASS|Kyodo|NBC|PA|PTI|Reuters|RIA Novosti|TASS|"
    r"The Associated Press|UPI|Xinhua"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?,?)?"
_DASH = r"(?:\s*(?:[—–]|--)\s*|\s+-\s+)"
_BY_AGENCY = rf"\((?:{_AGENCY})(?: [A-Z]\w+)?\)"
_PLACE_IN_CAPITALS = r"(?:[A-Z]{3}|[A-Z]{2}[A-Z]? [A-Z]{3})[A-Z.,’' /-]{0,50}"
_STATE = r"(?:,? [A-Z][\w.]{1,12}(?: [A-Z][\w.]{1,12})?)?"
# What is left begins like a sentence: `NATO — the alliance — met` has no dateline.
_BEGINS = r"(?=[\"'“‘(]{0,2}[A-Z\d$£€])"
# A place in capitals needs no agency, one in small letters does.
_DATELINE = re.compile(
    rf"(?:{_PLACE_IN_CAPITALS}{_STATE}{_DAY}\s?(?:\([^()]{{2,40}}\))?"
    rf"|(?:[A-Z][\w.,’'/ -]{{1,40}}?{_DAY} ?)?{_BY_AGENCY}){_DASH}{_BEGINS}"
)
# A byline or a page's heading before a dateline that names its agency.
_HEADED_DATELINE = re.compile(rf"[^()]{{1,150}}{_BY_AGENCY}{_DASH}{_BEGINS}")
_CREDIT = re.compile(
    r"(?:Photo|Photograph|Picture|Image)s?: [^:]{2,60}?\\?/\s?"
    rf"(?:{_AGENCY}|EPA|Getty|Rex|Corbis|Alamy|Press Association|Demotix)"
    rf"(?: Images| Features| Photo)? {_BEGINS}"
)
# The moment of publication as a page prints it, after its heading or alone.
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_STAMP = re.compile(
    rf"(?:[^.!?\n]{{1,250}} )?{_WEEKDAY},? (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}},?) "
    rf"\d{{4}}[;,]? \d{{1,2}}[.:]\d{{2}} ?(?:[AaPp][Mm]|[A-Z]{{3,4}})(?: [A-Z]{{2,3}}T)? {_BEGINS}"
)
_AGENCY_ALONE = re.compile(rf"{_BY_AGENCY} {_BEGINS}")
_LEAD_INS = (_CREDIT, _DATELINE, _AGENCY_ALONE, _HEADED_DATELINE)


def lead_in_length(sentence: str) -> int:
    """How many characters stand before a sentence's own words; 0 for most sentences.

    >>> lead_in_length("BEIRUT, Aug 4 (Wire) - The port burned.")
    23
    >>> lead_in_length("Photo: A. Name/Getty Images The port burned.")
    28
    >>> lead_in_length("Friday 7 August 2020 12.30 BST The port burned.")
    31
    >>> lead_in_length("The port burned.")
    0
    """
    stamp = _STAMP.match(sentence)
    start = stamp.end() if stamp else 0
    found = (pattern.match(sentence, start) for pattern in _LEAD_INS)
    return next((match.end() for match in found if match), start)

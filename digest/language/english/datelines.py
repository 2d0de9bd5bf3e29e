"""English datelines, bylines, photo credits and times of publication before a sentence."""

from __future__ import annotations

import re
from typing import Final

from digest.language.base import Datelines
from digest.language.english.calendar import ANY_WEEKDAY, MONTH

_AGENCY = (
    r"AAP|AFP|ANI|ANSA|AP|APA|Agence France-Presse|Associated Press|BBC|Bloomberg|CBS|CNBC|CNN|"
    r"DPA|dpa|EFE|IANS|Interfax|ITAR-TASS|Kyodo|NBC|PA|PTI|Reuters|RIA Novosti|TASS|"
    r"The Associated Press|UPI|Xinhua"
)
_DAY = rf"(?:,? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?,?)?"
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
_STAMP = re.compile(
    rf"(?:[^.!?\n]{{1,250}} )?{ANY_WEEKDAY},? (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}},?) "
    rf"\d{{4}}[;,]? \d{{1,2}}[.:]\d{{2}} ?(?:[AaPp][Mm]|[A-Z]{{3,4}})(?: [A-Z]{{2,3}}T)? {_BEGINS}"
)
_AGENCY_ALONE = re.compile(rf"{_BY_AGENCY} {_BEGINS}")
DATELINES: Final = Datelines(
    stamp=_STAMP, lead_ins=(_CREDIT, _DATELINE, _AGENCY_ALONE, _HEADED_DATELINE)
)

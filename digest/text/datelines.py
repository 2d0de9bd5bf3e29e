"""Where a sentence's own words begin: behind the place, the day and the agency it was filed by."""

from __future__ import annotations

import re

_AGENCY = (
    r"AAP|AFP|ANI|ANSA|AP|APA|Agence France-Presse|Associated Press|BBC|Bloomberg|CBS|CNBC|CNN|"
    r"DPA|dpa|EFE|IANS|Interfax|ITAR-TASS|Kyodo|NBC|PA|PTI|Reuters|RIA Novosti|TASS|"
    r"The Associated Press|UPI|Xinhua"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?,?)?"
_DASH = r"\s*(?:[—–]|--)\s*|\s+-\s+"
# A place in capitals needs no agency, one in small letters does.
_PLACE_IN_CAPITALS = r"[A-Z]{3}[A-Z.,’' /-]{0,50}|[A-Z]{2}[A-Z]? [A-Z]{3}[A-Z.,’' /-]{0,50}"
_STATE = r"(?:,? [A-Z][\w.]{1,12})?"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE_IN_CAPITALS}){_STATE}{_DAY}\s?(?:\([^()]{{2,40}}\))?"
    rf"|(?:[A-Z][\w.,’'/ -]{{1,40}}?{_DAY} ?)?\((?:{_AGENCY})(?: [A-Z]\w+)?\))"
    rf"(?:{_DASH})"
    # What is left begins like a sentence: `NATO — the alliance — met` has no dateline.
    r"(?=[\"'“‘(]{0,2}[A-Z\d$£€])"
)


def dateline_length(sentence: str) -> int:
    """How many characters of a sentence are its dateline; 0 where it has none.

    >>> dateline_length("BEIRUT, Aug 4 (Wire) - The port burned.")
    23
    >>> dateline_length("The port burned.")
    0
    """
    found = _DATELINE.match(sentence)
    return found.end() if found else 0

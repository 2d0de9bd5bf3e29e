"""English word tokens, and what stands before days and names."""

from __future__ import annotations

import re
from typing import Final

# A word goes on over an inner hyphen or apostrophe, but not into a possessive 's; over the marks
# inside a number (1,990.5); and over the stops of an initialism (U.S.). The order is for speed.
WORD: Final = re.compile(
    r"\w+(?:"
    r"[-'’]\b(?!s\b)\w+"
    r"|[,:/.]\b(?:(?<=\d.)\d+|(?<=\b[A-Z]\.)(?:[A-Z]\.)*[A-Z]\b\.?)"
    r")*"
)
# What stands before a day that dates a thing (`the April 20 blast`, `the lessons of May 8`), or
# from which another time is counted (`since April 20`).
DATING: Final = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|of|by|since|until|till|after|before|from|following|than)"
    r"|['’]s)\s+$",
    re.IGNORECASE,
)
# What stands before a name is the beginning of a longer one, as `Gulf of` before `Mexico`.
NAME_BEGINNING: Final = re.compile(
    r"\b(?!(?:A|After|And|As|At|Before|But|By|For|From|If|In|On|Since|The|To|When|While|With)\b)"
    r"[A-Z][\w.'’-]*\s(?:of\s|the\s|de\s)*$"
)

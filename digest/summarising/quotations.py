"""Quotations within a sentence: their marks, whether they close, and the words outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = re.compile(r"[“”«»\"]|``|''")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|``.*?''")
_SINGLE_CLOSES = re.compile(r"['’](?=$|[\s,.;:!?)\]”\"—–])")
_SINGLE_QUOTED = re.compile(r"(?:^|(?<=[\s(\[—–-]))[‘'`](?=\w).+?[’'](?=$|[\s,.;:!?)\]—–])")


def quotes_close(text: str) -> bool:
    """Test whether every quotation that opens is closed, and none that doesn't."""
    inside = False
    for _, opens in quotation_marks(text):
        if opens == inside:
            return False
        inside = opens
    return not inside


def quotation_marks(text: str) -> Iterator[tuple[int, bool]]:
    """Yield each mark's offset and whether it opens, which for a straight one its sides decide."""
    inside = False
    for match in _QUOTES.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        if mark == '"':
            blank_before = start == 0 or text[start - 1] in " \n\t([—–-‘'"
            blank_after = end == len(text) or text[end].isspace()
            if not blank_before and text[start - 1].isdigit() and not inside:
                continue  # inches
            inside = not inside if blank_before == blank_after else blank_before
        else:
            inside = mark in ("“", "«", "``")
        yield start, inside


def single_quotes_close(text: str, opening: re.Pattern[str]) -> bool:
    """Test the same of single marks; `opening` tells those that open from apostrophes."""
    if "'" not in text and "‘" not in text and "’" not in text:
        return True
    opens = [match.start() for match in opening.finditer(text)]
    closes = [match.start() for match in _SINGLE_CLOSES.finditer(text)]
    if opens and not any(close > opens[-1] for close in closes):
        return False
    stops = [close for close in closes if close and text[close - 1] in ",.!?"]
    return not stops or bool(opens and opens[0] < stops[0])


def unquoted(text: str) -> str:
    """Put a pair of marks in the place of each quotation."""
    return _SINGLE_QUOTED.sub("“”", QUOTED.sub("“”", text))

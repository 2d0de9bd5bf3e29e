"""Languages without a bundle of their own: what holds in any of them, by script.

They have no rules of eligibility, dates or actors. Stop words and stems are there where sumy and
NLTK have them. Where no blanks part words, each two characters side by side are a word: news
tells the same by the same pairs (Nie, Gao, Zhang & Zhou 2000).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.language.base import Boundaries, Language, words
from digest.language.stemming import stemmer, stop_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# No blanks stand between their words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
UNSPACED: Final = words("zh yue wuu ja th lo km my")
_UNSPACED_SCRIPTS: Final = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
# Where Unicode has the scripts that are written today.
_MARKED: Final = range(0x300, 0x20000)
_WIDE_STOPS: Final = "。\uff01\uff1f\uff61"

BOUNDARIES: Final = Boundaries(
    opening="\"'`“‘«„([¿¡‚‹「『《〈（【〔",
    # Latin, Greek and Cyrillic share theirs; then Arabic, Urdu, Devanagari, Armenian, Ethiopic,
    # Khmer and Burmese.
    stops=".!?…؟۔।॥։።។။" + _WIDE_STOPS,
    wide=_WIDE_STOPS,
    quotes="\"'”’»›」』",
    brackets=")]）】》〉〕",
    # Before names, in more than one language.
    titles=words("Dr Prof St Mr Mrs Ms Hr Fr Sr Sra Dipl Ing bzw vgl ca Nr No art Art Abs"),
    ordinals=True,
)
# Their quotations open below the line („…“) or point inwards (»…«).
_LOW_QUOTED: Final = words("bg cs da de et is lt lv sk sl")
_LOW_BOUNDARIES: Final = replace(BOUNDARIES, quotes=BOUNDARIES.quotes + "“‘«‹")


@cache
def neutral(code: str) -> Language:
    """Return a language by its primary subtag, of which nothing is known but its script."""
    unspaced = code in UNSPACED
    return Language(
        code=code,
        stop_words=stop_words(code),
        stem=stemmer(code),
        tokenize=_paired() if unspaced else _word_or_line_end().findall,
        length_unit="characters" if unspaced else "words",
        boundaries=_LOW_BOUNDARIES if code in _LOW_QUOTED else BOUNDARIES,
    )


@cache
def _word_or_line_end() -> re.Pattern[str]:
    letter = rf"[\w{_marks()}]"
    return re.compile(rf"\w{letter}*(?:(?:-|(?<=\d)[,:/.](?=\d)){letter}+)*|\n")


@cache
def _marks() -> str:
    """Return a class of the marks that belong to the letter before: vowels of Hindi, for one."""
    marks = [c for c in _MARKED if unicodedata.category(chr(c)) in ("Mn", "Mc")]
    joiners = r"\u200c\u200d"
    starts = [marks[0], *(after for before, after in pairwise(marks) if after - before > 1)]
    ends = [*(before for before, after in pairwise(marks) if after - before > 1), marks[-1]]
    ranges = (f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))
    return joiners + "".join(ranges)


def _paired() -> Callable[[str], list[str]]:
    """Return a function that cuts runs of a script without blanks into pairs of characters."""
    marks = _marks()
    unspaced = rf"[{_UNSPACED_SCRIPTS}]"
    run = re.compile(
        rf"(?:{unspaced}[{marks}]*)+|(?:(?!{unspaced})\w[{marks}]*)+(?:[,:/.](?=\d)\d+)*|\n"
    )
    is_run = re.compile(unspaced).match
    character = re.compile(rf"[^{marks}][{marks}]*").findall

    def pairs(found: str) -> Iterator[str]:
        characters = character(found) if is_run(found) else [found]
        if len(characters) == 1:
            yield found
        for one, other in pairwise(characters):
            yield one + other

    return lambda text: [pair for found in run.findall(text) for pair in pairs(found)]

"""Sentence boundaries with exact character spans.

One expression finds each place where a sentence may end: a run of stops with the marks that close
after it, or the end of a line. A few cheap looks at the words on both sides decide. Each look
reaches a bounded number of characters, so that any text takes linear time.
"""

from __future__ import annotations

import re
from itertools import pairwise


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What follows is a name or a number: never the end of a sentence.
TITLES = _words(
    """
    Mr Mrs Ms Mx Dr Drs Prof Profs Rev Fr Msgr Hon Rt Messrs Mme Mlle Shri Smt Mt Ft Gen Gens Lt
    Col Maj Capt Cpt Cmdr Cdr Adm Brig Sgt Cpl Pvt Ldr Supt Insp Det Pres Gov Govs Sen Sens Rep
    Reps Sec Amb Atty Cllr Const vs v e.g i.e cf viz sic approx c ca
    """
)
# The end of a sentence unless a number follows.
BEFORE_NUMBERS = _words(
    """
    No Nos no nos p pp vol vols Vol Art Fig Figs Ch Sect pop Rs Re Tk Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec
    """
)
# The end of a sentence only before a word that opens sentences and no names. So are initials
# (`George W.`) and initialisms (`U.S.`).
WITHIN_NAMES = _words(
    """
    Inc Corp Co Cos Ltd Bros Plc plc Pty Jr Sr Esq Ph.D al ft St Ave Blvd Rd Hwy Sq Dept Univ
    Assn Intl Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo
    Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
    """
)
# A lone letter after one of these is no initial.
LETTERED = _words("War Group Type Class Grade Plan Annex Exhibit Part Phase vitamin hepatitis")
MARKED_NAMES = _words("Yahoo Yum Jeopardy Oklahoma Joomla")
OPENERS = _words(
    """
    The A An This That These Those He She It They We You I His Her Its Their Our My Your There
    Here But And Or Nor So Yet Then Now Also If When While Where What Who Why How Which As At By
    For From In On Of To With Without After Before Since Until Once Because Although Though
    However Meanwhile Moreover Even Only Not No Nobody None Nothing Neither Both Each Every Many
    Most Some Several Any Another Others Earlier Later About Against Among Between Despite
    During Following Instead Nearly Perhaps Unlike Yes Is Are Was Were Did Does Could Would
    Should Has Have Had
    """
)
# A glued `word.Word` that ends so is an address.
DOMAINS = _words("Com Org Net Edu Gov Info Biz Co Uk Js")

_WIDE_STOPS = "。\uff01\uff1f"  # Chinese and Japanese: no blank follows
_STOPS = ".!?…।؟" + _WIDE_STOPS
_BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_OPEN_QUOTES = ("“", "‘", '"', "'", "«", "(", "[")
_QUOTES = "\"'”’»"
_LEADS = "\"'`“‘«„([¿¡"
# The first class stands alone, so that the engine skips to it; possessive, so that nothing is
# tried twice. The empty group marks where the stops, and what closes after them, end.
_AFTER_STOPS = rf"[{_STOPS}]*+[{_QUOTES})\]]*+(?:\[\d{{1,3}}\])*+"  # [1] is a footnote
_CANDIDATE = re.compile(rf"[{_STOPS}{_BREAKS}](?:(?<=[{_STOPS}]){_AFTER_STOPS})?+()\s*+")
_LEAD = rf"[{re.escape(_LEADS)}]*"
_DOTS = r"(?:(?:…|\.\.\.)[\])]?\s?)?"
_OPENING = re.compile(rf"(?:[-–—*•]{{1,2}}\s)?{_LEAD}{_DOTS}{_LEAD}([$€£¥₹#@]?)")
_SMALL_NAME = re.compile(r"[a-z]{1,3}-?[A-Z]")  # iPhone, al-Qaida
# Before a small letter, one stop after a word too long for an abbreviation that nobody listed.
_SMALL_START = re.compile(r"(?<=[a-z]{5})\.\s+[^\W\d_]")
_FIRST_WORD = re.compile(rf"{_LEAD}(\w{{1,12}})(?![\w.])")
_ITEM = re.compile(r"(?:[-*•‣▪◦·]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+\S")
_NAME = rf"(?:(?:[A-Z]|{'|'.join(sorted(TITLES))})\.|[A-Z][\w’'-]{{0,30}})"
_SPEAKER = re.compile(
    rf"({_NAME})(?: {_NAME}){{0,3}} "
    r"(?:said|says|asked|asks|told|tells|added|cried|shouted|wrote|writes|tweeted|wondered)\b"
)
_OF_HOUR = re.compile(
    r"\(?(?:[A-Z]{1,4}T\b|\d)|(?:UTC|Eastern|Central|Pacific)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d"
    r"|(?:[A-Z]\w{1,15} ){1,3}[Tt]ime\b"
)
_GLUED = re.compile(rf"{_LEAD}([A-Z][a-z]{{1,20}}|[AI])(?=[\s,;:’'!?…]|\.(?:\s|\Z)|\Z)")
_GLUABLE = re.compile(r"[\w’'-]*(?:[a-z][a-z]|\d%?)[)’]?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_WORD_BREAK = re.compile(r"[\s\-–—/]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_KNOWN = TITLES | WITHIN_NAMES | BEFORE_NUMBERS | MARKED_NAMES
_LONGEST = 7  # abbreviation, but for some
_MOST_DIGITS = 3  # of an item's number, or of one parted from its decimals by a blank
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence in characters, in order, without the blanks around it.

    Every character that is not blank lies in exactly one span.

    >>> sentence_spans("Lt. Gen. Roy left. “Why?” she asked.")
    [(0, 18), (19, 36)]
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for match in _CANDIDATE.finditer(text, start):
        stop, end, after = match.start(), match.end(1), match.end()
        if after == len(text):
            break
        if text[stop] not in _STOPS:
            end = stop
        if _parts(text, start, stop, end, after):
            spans.append((start, end if end > stop else start + len(text[start:end].rstrip())))
            start = after
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return spans


def _parts(text: str, start: int, stop: int, end: int, after: int) -> bool:
    """Whether a sentence from `start` ends at `end`, where its stops begin at `stop`.

    `after` is the next character that is not blank. At the end of a line `stop` is `end`.
    """
    gap = text[end:after]
    breaks = 0 if gap == " " else len(f"{gap}.".splitlines()) - 1
    if breaks > 1 or (breaks and _ITEM.match(text, after)):
        return True
    if end > stop:
        verdict = _stops_end(text, start, stop, end, after)
        if verdict is not None:
            return verdict
    return breaks > 0 and _line_ends(text, end, after)


def _stops_end(text: str, start: int, stop: int, end: int, after: int) -> bool | None:
    """Whether the stops end the sentence; None if only the end of the line could."""
    if text[stop] in _WIDE_STOPS:
        return True
    if end == after:
        return _is_glued(text, start, stop, end)
    if not text[after].isupper() and not _opens(text, after):
        return _SMALL_START.match(text, stop) is not None or None
    if text[stop] == "." and text[stop + 1] not in _STOPS:
        return _full_stop_ends(text, start, stop, end, after)
    return _mark_ends(text, start, stop, end, after)


def _full_stop_ends(text: str, start: int, stop: int, end: int, after: int) -> bool | None:
    if stop - start > _LONGEST and text[stop - _LONGEST : stop].isalpha():
        return True
    word = _word_before(text, start, stop)
    number = word.isdecimal() and len(word) <= _MOST_DIGITS
    if stop - start == len(word) and (number or len(word) == 1):
        return False  # an item's number
    if word in TITLES or word.rpartition(".")[2] in TITLES:
        return False
    if word in BEFORE_NUMBERS or number:
        return not text[after].isdecimal()
    if word in ("a.m", "p.m"):
        return not _OF_HOUR.match(text, after)
    return _name_ends(text, word, stop, end, after)


def _name_ends(text: str, word: str, stop: int, end: int, after: int) -> bool | None:
    """Whether a sentence ends with the word if it is one that occurs within names, else True."""
    if word in WITHIN_NAMES:
        ends = text[after] in '“"'
    elif _INITIALS.fullmatch(word):
        ends = not LETTERED.isdisjoint(text[max(0, stop - 15) : stop].split()[-2:-1])
    else:
        return True
    return ends or text[end - 1] in _QUOTES or _opener_follows(text, after) or None


def _mark_ends(text: str, start: int, stop: int, end: int, after: int) -> bool:
    if stop == start or text[max(start, stop - 2) : stop].lstrip() in _OPEN_QUOTES:
        return False  # a sentence or quotation begins with its dots
    if text[stop - 1] in "([" and text[end - 1] in ")]":
        return False  # (!), […]
    if text[stop] in ".…":
        word = _FIRST_WORD.match(text, after)
        return not word or word[1] != _word_before(text, start, stop)  # “I… I forget”
    if text[end - 1] in _QUOTES:
        speaker = _SPEAKER.match(text, after)
        return not speaker or speaker[1] in OPENERS - {"I"}
    return _word_before(text, start, stop) not in MARKED_NAMES or _opener_follows(text, after)


def _is_glued(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a sentence begins right at `end`: not so in an address or a name with stops."""
    follower = _GLUED.match(text, end)
    if not follower or follower[1] in DOMAINS:
        return False
    if end - stop > 1:
        return text[end - 1] not in _STOPS
    words = text[max(start, stop - 40) : stop].split()
    word = words[-1].lstrip(_LEADS) if words else ""
    return word not in _KNOWN and bool(_GLUABLE.fullmatch(word))


def _opens(text: str, after: int) -> bool:
    """Whether what begins at `after` can begin a sentence."""
    opening = _OPENING.match(text, after)
    at = opening.end() if opening else after
    first = text[at : at + 1]
    marked = bool(opening and opening[1]) or not first.islower()
    return (first.isalnum() and marked) or bool(_SMALL_NAME.match(text, at))


def _opener_follows(text: str, after: int) -> bool:
    word = _FIRST_WORD.match(text, after)
    return word is not None and word[1] in OPENERS


def _word_before(text: str, start: int, stop: int) -> str:
    words = _WORD_BREAK.split(text[max(start, stop - 12) : stop].rstrip())
    return words[-1].lstrip(_LEADS + "$£€")


def _line_ends(text: str, end: int, after: int) -> bool:
    """Whether the line before `end`, though it has no stop, ends its sentence."""
    small = text[after].islower() and not _SMALL_NAME.match(text, after)
    if small or text[max(0, end - 20) : end].rstrip().endswith(","):
        return False
    if "\n" in text[max(0, end - _NARROWEST_WRAP) : end]:
        return True
    above = _BLANK_LINE.split(text[max(0, end - 4 * _WIDEST_WRAP) : end].strip())[-1]
    below = _BLANK_LINE.split(text[after : after + 4 * _WIDEST_WRAP].strip())[0]
    return not _is_wrapped(above.splitlines()[-2:], below.splitlines()[:3])


def _is_wrapped(above: list[str], below: list[str]) -> bool:
    """Whether the next word would not have fitted into the last line above, nor in one more."""
    lines = [line.strip() for line in above + below]
    here = len(above) - 1
    width = max(map(len, lines))
    if width > _WIDEST_WRAP or len(lines[here]) < _NARROWEST_WRAP:
        return False
    full = [len(line) + 1 + len(after.partition(" ")[0]) > width for line, after in pairwise(lines)]
    return full[here] and (
        full[:here] == [True]
        or any(full[here + 1 : here + 2])
        or lines[here + 1].endswith(tuple(_STOPS + _QUOTES))
    )

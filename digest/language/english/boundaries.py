"""English abbreviations and openings, by which sentence boundaries are told."""

from __future__ import annotations

import re
from typing import Final

from digest.language.base import Boundaries, words
from digest.language.english.calendar import MONTH, SHORT_MONTHS, WEEKDAY

# What follows is a name or a number: never the end of a sentence.
_TITLES = words(
    """
    Mr Mrs Ms Mx Dr Drs Prof Profs Rev Fr Msgr Hon Rt Messrs Mme Mlle Shri Smt Mt Ft Gen Gens Lt
    Col Maj Capt Cpt Cmdr Cdr Adm Brig Sgt Cpl Pvt Ldr Supt Insp Det Pres Gov Govs Sen Sens Rep
    Reps Sec Amb Atty Cllr Const vs v e.g i.e cf viz sic approx c ca
    """
)
# The end of a sentence unless a number follows.
_BEFORE_NUMBERS = words(
    """
    No Nos no nos p pp vol vols Vol Art Fig Figs Ch Sect pop Rs Re Tk Sept
    """
) | (set(SHORT_MONTHS) - {"May"})
# The end of a sentence only before a word that opens sentences and no names. So are initials
# (`George W.`) and initialisms (`U.S.`).
_WITHIN_NAMES = words(
    """
    Inc Corp Co Cos Ltd Bros Plc plc Pty Jr Sr Esq Ph.D al ft St Ave Blvd Rd Hwy Sq Dept Univ
    Assn Intl Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo
    Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
    """
)
# A lone letter after one of these is no initial.
_LETTERED = words("War Group Type Class Grade Plan Annex Exhibit Part Phase vitamin hepatitis")
_MARKED_NAMES = words("Yahoo Yum Jeopardy Oklahoma Joomla")
_OPENERS = words(
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
_DOMAINS = words("Com Org Net Edu Gov Info Biz Co Uk Js")

_NAME = rf"(?:(?:[A-Z]|{'|'.join(sorted(_TITLES))})\.|[A-Z][\w’'-]{{0,30}})"
_SPEAKER = re.compile(
    rf"({_NAME})(?: {_NAME}){{0,3}} "
    r"(?:said|says|asked|asks|told|tells|added|cried|shouted|wrote|writes|tweeted|wondered)\b"
)
_OF_HOUR = re.compile(
    r"\(?(?:[A-Z]{1,4}T\b|\d)|(?:UTC|Eastern|Central|Pacific)\b"
    rf"|{WEEKDAY}\b"
    rf"|{MONTH} \d"
    r"|(?:[A-Z]\w{1,15} ){1,3}[Tt]ime\b"
)

BOUNDARIES: Final = Boundaries(
    opening="\"'`“‘«„([¿¡",
    stops=".!?…।؟。\uff01\uff1f",
    wide="。\uff01\uff1f",
    quotes="\"'”’»",
    brackets=")]",
    titles=_TITLES,
    before_numbers=_BEFORE_NUMBERS,
    within_names=_WITHIN_NAMES,
    lettered=_LETTERED,
    marked_names=_MARKED_NAMES,
    openers=_OPENERS,
    domains=_DOMAINS,
    half_days=words("a.m p.m"),
    speaker=_SPEAKER,
    of_hour=_OF_HOUR,
)

"""English words that say in which direction an expression lies, and what an article is about."""

from __future__ import annotations

from digest.language.date_rules import Cues
from digest.language.english.calendar import WEEKDAY

_ADVERBS = r"(?:\s(?:not|also|now|then|still|likely|probably|only|have|be|been|being))?"
_GROUP = rf"{_ADVERBS}{_ADVERBS}(?:\s[a-z]{{2,14}}(?:ed|en|ld|nt)\b)?(?:\s[a-z]{{2,14}}ed\b)?"
_IRREGULAR = (
    "was|were|had|did|said|told|made|took|came|went|got|gave|met|held|began|became|saw|found|left|"
    "lost|led|won|ran|fell|rose|grew|kept|brought|sent|spent|built|broke|spoke|wrote|drove|shot|"
    "struck|hit|sold|bought|paid|laid|stood|thought|taught|caught|fought|sought|felt|dealt|heard|"
    "knew|threw|flew|drew|chose|rode|shook|swore|tore|wore|beat|fled|sank|sang|swept|slid|withdrew|"
    "overtook|undertook|underwent|unveiled|put|cut|quit|gone|done|seen|taken|given|been|killed"
)
_NOT_VERBS = "hundred|indeed|need|speed|seed|feed|breed|exceed|proceed|succeed|embed|naked|sacred"
_NOT_INFINITIVES = (
    r"the|an?|his|her|its|their|our|my|your|this|that|these|those|all|some|any|more|less|nearly|"
    r"about|around|almost|just|two|three|four|five|six|seven|eight|nine|ten|one|[a-z]{1,12}ing|"
    r"court|parliament|police|power|prison|hospital|school|work|war|people|reporters|journalists|"
    r"earth|date|death|them|him|me|us|it|which|whom|what|people|members|such|other|both|each"
)

CUES = Cues(
    cue=(
        rf"(?P<strong>\b(?:will|shall|won['’]t)\b{_GROUP}|['’]ll\b{_GROUP}"
        r"|\b(?:until|postponed|upcoming)\b"
        r"|\b(?:scheduled|slated|due|plan|plans|planned|expected)\b(?:\sto\s(?:be\s)?[a-z]{2,14})?"
        r"|\b(?:is|are|['’]s|['’]re)\sto\s(?:be\s)?[a-z]{2,14}|\bset\s(?:for|to)\b(?:\s[a-z]{2,14})?"
        r"|\bas\s(?:soon|early)\sas\b)"
        rf"|(?P<weak>\b(?:would|could|should|may|might|must|can)\b{_GROUP}"
        r"|\b(?:expects?|planning|going\sto|hop(?:es|ing)\sto|deadline|(?:was|were)\sto)\b"
        rf"|\bto\s(?!(?:{_NOT_INFINITIVES})\b)(?:be\s[a-z]{{2,14}}|[a-z]{{2,14}})\b)"
        rf"|(?P<past>\b(?:{_IRREGULAR})\b|['’]d\b|\b(?!(?:{_NOT_VERBS})\b)[a-z]{{2,14}}ed\b)"
    ),
    after=r"[^.;:!?]{0,25}?(?:\bwill\b|['’]ll\b)",
    owning=r"['’]s?(?!\w)",
    year=r"(?:1[4-9]|20)\d\d(?<![\w$£€.,-].{4})(?![\w%]|[.,]\d)",
    ancient=r"\d\s(?:BC|B\.C\.)",
    weekday=WEEKDAY + r"\b",
    earnings=(r"quarter\b", r"\b(?:[Pp]rofits?|[Ss]ales|[Rr]evenues?|[Ll]oss|[Ee]arnings)\b"),
)

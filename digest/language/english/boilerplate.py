"""English boilerplate: links, credits, captions, comments, times of printing."""

from __future__ import annotations

import re
from typing import Final

from digest.language.base import Boilerplate

_NAME = r"[A-Z][\w.'’-]+"
_OPENS = re.compile(
    rf"""
    (?:read|see|watch|listen|hear)\s(?:more|also|next|now|live|here|our|the\s(?:full|latest|video))\b
    |also\sread\b|click\b|sign\sup\b|subscribe\b|follow\s(?:us|our|@|the\slatest)
    |share\s(?:this|on|via)\b|related:|more\son\b|more:|watch:|video:|live:|play\svideo
    |live\s(?:coverage|stream|updates|video)\s(?:from|of|on)\b
    |(?:file\s)?(?:photos?|photographs?|pictures?|images?)(?:\s(?:by|credits?|sources?|captions?|copyright)\b|\s?[:/])
    |file\s(?:photo|picture|image)\b|file\s?[-—–]|credit:|sources?:|caption:
    |(?:additional\s)?(?:reporting|editing|writing|compiled|translated|edited|written)\sby\b
    |with\s(?:additional\s)?(?:reporting|contributions|files)\b
    |(?:last\s|first\s)?(?:updated|published|posted|modified)\s?(?:at|on|:|\d)
    |copyright\b|©|advertisement\b|sponsored\b|editor['’]s\snote|correction:|clarification:
    |for\smore\s(?:information|on|news|details|stories)\b|to\s(?:read|see|comment|subscribe)\b.{{0,40}}\b(?:click|visit)\b
    |contact\s(?:us|the\swriter)\b|e-?mail:|tel:|have\syour\ssay|skip\sto\b|this\scontent\b
    |(?:the\s)?(?:writer|author)\sis\b|(?:the\s)?(?:opinions|views)\sexpressed\b|(?:a\s)?(?:frame\sgrab|illustration:)|\d+\s?/\s?\d+\s
    |\([^)]*\b(?:press|images|photo|getty|reuters|afp|epa)\)
    |for\s(?:the\slatest\s|more\s|all\sthe\s)?updates\b|for\sthe\slatest\b
    |for\s(?:a|all|full|our|the)\b.{{0,40}}\bclick\b|to\sfind\sout\smore\b|explore\s(?:all|more|our|the)\b
    |to\s(?:find|hear|learn|listen|pause|play|view|watch)\b.{{0,60}}\bclick\b|(?:afp|ap|epa|reuters)\s?\\?/
    |at\s\d{{1,2}}[:.]\d{{2}}\b.{{0,60}}\bwrote:|\d{{1,2}}[.:]\d{{2}}\s?[-–]\s?\d
    |(?:send|e-?mail|tell|tweet)\s(?:us|your)\b|send\sa\b
    |(?-i:By\s(?:{_NAME}\s){{2,3}}(?:[\w,]+\s){{0,3}}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter)\b)
    |(?-i:By\s(?:{_NAME}\s){{1,3}}(?:[A-Z]{{3,}}\b|and\s{_NAME}\s{_NAME}\b|[|—–-]\s|{_NAME},\s|{_NAME}$))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HOLDS = re.compile(
    r"""
    all\srights\sreserved|getty\simages|click\shere|sign\sup\s(?:for|to)\s(?:our|the)\b|read\smore\b
    |our\s(?:daily\s|weekly\s|free\s)?(?:newsletters?|app|podcast)\b|©|\bcopyright\s(?:\(c\)|\d{4})
    |\b(?-i:(?:Reporting|Editing|Writing|reporting|editing|writing)\sby\s[A-Z])
    |\b(?:ap|file|afp|reuters|epa)\sphoto\b|photo(?:graph)?(?::|\scredit|\sby\b)
    |/(?:ap|afp|reuters|epa|getty)\b|\b(?:epa|afp|ap)/|via\s(?:reuters|ap|getty)\b
    |terms\sof\s(?:use|service)|privacy\spolicy|cookie\spolicy
    |this\s(?:article|story|page|report|post)\s(?:was|has|is|will|originally|first)\b
    |contributed\sto\sthis\s(?:report|story|article)|external\s(?:internet\s)?(?:(?:web\s?)?sites|links)
    |follow\s.{0,40}\bon\s(?:twitter|facebook|instagram|x)\b|@\w+\son\stwitter
    |you['’]ll\sbe\snotified\b|\bcomments?\s(?:are|is|have\sbeen)\s(?:posted|closed|moderated)\b
    |if\syou\shave\s(?:a|any)\s(?:comment|question|tip|stor|photo)|\bvisit\sour\b|\b(?:presenter|producer)s?\\?/
    |(?-i:\((?:l|r|c|left|right|centre|center|top|above|below|bottom|pictured[^)]{0,100})\))
    |\bpictured\s(?:above|below|left|right|here)\b|\bframe\sgrab\b
    |(?-i:\bContinue\sreading\b|\w\s(?:Image|Advertisement)\s[A-Z][a-z])
    |enable\sjavascript|your\sbrowser|https?://|www\.|\w@\w+\.\w|scroll\sdown|\s\|\s
    """,
    re.IGNORECASE | re.VERBOSE,
)
# When a page was published, or from when to when something is on.
_MOMENT = re.compile(
    r"\d{4}[;,]?\s\d{1,2}[.:]\d{2}\b|\d[.:]\d{2}\s?[ap]\.?m\.?\s?[-–]\s?\d", re.IGNORECASE
)
# Each alternative of _HOLDS holds one of these.
_SIGNS = (
    *("all rights", "getty", "click here", "sign up", "read more", "newsletter", "our app"),
    *("our daily", "our weekly", "our free", "podcast", "©", "copyright"),
    *("reporting by", "editing by", "writing by", "photo", "/ap", "/afp", "/reuters", "/epa"),
    *("epa/", "afp/", "ap/", "via reuters", "via ap", "via getty", "terms of", "policy"),
    *("this article", "this story", "this page", "this report", "this post", "contributed"),
    *("external", "follow ", "@", "javascript", "browser", "continue reading", " image "),
    *(" advertisement ", "http", "www.", "scroll", " | ", "notified", "comment", "if you have"),
    *("visit our", "presenter", "producer", "(l)", "(r)", "(c)", "left)", "right)", "(cent"),
    *("(top)", "(above)", "(below)", "(bottom)", "(pictured", "pictured ", "frame grab"),
)

BOILERPLATE: Final = Boilerplate(opens=_OPENS, holds=_HOLDS, moment=_MOMENT, signs=_SIGNS)

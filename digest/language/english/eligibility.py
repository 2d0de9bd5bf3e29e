"""English sentences that do not stand alone: the expressions that find them."""

from __future__ import annotations

import re
from typing import Final

from digest.language.base import Eligibility
from digest.language.english.boilerplate import BOILERPLATE
from digest.language.english.eligibility_words import (
    BEFORE_NAMES,
    CLAUSE_OPENERS,
    CONNECTIVES,
    NO_NAMES,
    PHRASES,
    PRONOUNS,
    RELATIVES,
    SAYING,
    VERB_ENDINGS,
    VERBS,
)

_SAYS = "|".join(sorted(SAYING))
_WHO = r"(?:he|she|they|it)"
_ADVERB = r"(?:\w+ly\s|also\s|then\s|later\s|once\s|had\s|has\s)?"
# `…,” he said`, `…, she added`, `…” said he.`
_BARE_SAYING = re.compile(
    rf"[,”\"'’?!;:—–-]\s*(?:{_WHO}\s{_ADVERB}(?:{_SAYS})\b(?!\s{_WHO}\b)|(?:{_SAYS})\s{_WHO}(?=[.,;]))",
    re.IGNORECASE,
)
# What counts or tells the time from something said before.
_POINTS_BACK = re.compile(
    r"""
    the\s(?:two|three|four|five|six|seven|pair|duo|trio|former|latter)(?![\w-])
    |the\s(?:m[ae]n|wom[ae]n|boys?|girls?|couple)\s(?:also|are|could|did|died|had|has|have|is|said
    |told|was|were|will|would)\b
    |(?:all|both|few|four|many|most|one|several|some|three|two)\s(?:also|are|could|did|had|has|have
    |is|said|was|were|will|would)\b
    |\w+\sof\s(?:them\b|these\b|which\b|whom\b|those\s(?!in\b|that\b|who\b|with\b|\w+ed\b))
    |(?:[\w-]+\s){0,3}(?:moments?|minutes?|hours?|days?|nights?|weeks?|months?|years?)
    \s(?:(?:after|before)\sthat\b|afterwards?\b|later\b|earlier\b)
    |(?:soon|shortly)\s(?:afterwards?|after,|before,|thereafter)
    |the\s(?:next|following|previous)\s(?:moment|minute|hour|day|night|morning|evening|week|month|year)\b
    |(?:earlier|later)\s(?:on\b|that\b|in\sthe\s(?:day|night|week|month|year|game|match)\b)
    |at\sthe\stime,
    |(?:even\s)?(?:less|more|most)\s\w+ly,
    """,
    re.VERBOSE,
)
# A time that was told before, so early that this sentence can't have told it.
_THEN = re.compile(r"(?:[a-z'’-]+ ){1,7}(?:until|since|by|before) then\b")
_SUBJECT = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
# A person who speaks for himself; what belongs to everybody needs nobody who tells of it.
_FIRST_PERSON = re.compile(
    r"\b(?<![’'.-])(?:[Ll]et['’]s\b|I(?:ve|m)\b|I(?=\s[a-z]|['’](?:m|ve|d|ll)\b)|(?:m[ey]|myself|we|us|ours|ourselves)(?![\w-])"
    r"|our\s(?!(?:\w+\s){0,2}(?:galaxy|Milky|moon|nation|planet|skies|sky|solar|species|sun"
    r"|universe|world)))"
)
# `War I broke out` and `Elizabeth I was` are no persons who speak, in `Now I saw` one does.
_NUMBERED = re.compile(
    r"\b(?!(?:Although|And|As|Because|Before|But|Here|How|If|Maybe|Now|Once|Perhaps|Since|So|Still|Sure"
    r"|That|Then|There|Though|Today|Until|What|When|Where|While|Why|Yes|Yesterday)\s)[A-Z]\w*\s$"
)
# Who speaks, in a conversation as it was written down: `MAYOR: Well, …`.
_SPEAKER = re.compile(r"(?=[A-Z.'’-]{3})(?:[A-Z][A-Z.'’-]+\s?){1,3}:\s(?=\S)")
# No more than a name and what is told of it beside: `The harbour, which was closed.`
_BESIDE = re.compile(r"((?:[^\s,:;]+\s){0,5}[^\s,:;]+),\s(?:who|whose|whom|which)\s[^,:;–—]+$")
# Words that open a sentence, in the midst of one: what stands before has no stop, as a heading.
_OPENER = re.compile(
    r"(?<=[\w’'%)])\s(?:(?:After|Although|As|Because|But|Despite|He|If|She|Since|The|There|These"
    r"|They|This|Though|When|While)|(A|An|All|At|Both|By|For|From|Her|Here|His|How|In|It|Its|Many"
    r"|More|Most|No|Now|On|Our|Some|That|Their|Those|To|What|Where|Why|With|You|Your))\s[a-z]"
)
# Before these some openers are names: `type A influenza`, `a No vote`, `Man In the …`.
_HEADING = re.compile(r"(?:[A-Z\d][A-Z\d’'&.,-]+\s){3,}(?:[A-Z]\s)?[A-Z][a-z]|([A-Z]{2,})\s\1\b")
# So many words may stand before a pronoun that opens in all but name: `On Friday he …`.
_INTRODUCTION_WORDS = 4
# `There's a fire` has a verb, `the town's fire` might.
_SHORT_VERB = re.compile(r"['’]s\s")
_SINGLE_OPENS = re.compile(
    r"(?:^|(?<=[\s(\[“\"—–-]))['‘](?=\w)(?!\d\d|em\b|til\b|tis\b|twas\b|cause\b)"
)

ELIGIBILITY: Final = Eligibility(
    pronouns=PRONOUNS,
    connectives=CONNECTIVES,
    clause_openers=CLAUSE_OPENERS,
    relatives=RELATIVES,
    phrases=PHRASES,
    points_back=_POINTS_BACK,
    then=_THEN,
    subject=_SUBJECT,
    no_names=NO_NAMES,
    attribution=_BARE_SAYING,
    first_person=_FIRST_PERSON,
    numbered=_NUMBERED,
    speaker=_SPEAKER,
    heading=_HEADING,
    opener=_OPENER,
    before_names=BEFORE_NAMES,
    verbs=VERBS,
    verb_endings=VERB_ENDINGS,
    aside=_BESIDE,
    short_verb=_SHORT_VERB,
    single_opens=_SINGLE_OPENS,
    boilerplate=BOILERPLATE,
)

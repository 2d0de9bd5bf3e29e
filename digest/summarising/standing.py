"""Which sentences a reader can take on their own, without what stood before them.

Each rule is a name and a test that tells whether a sentence breaks it. They look at the words as
they would be shown, without dateline or byline; only `inside a quotation` looks at what stands
around.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.model import Sentence
from digest.summarising.furniture import is_furniture
from digest.summarising.quoting import (
    QUOTED,
    quotation_marks,
    quotes_close,
    single_quotes_close,
    unquoted,
)
from digest.summarising.standing_words import (
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
from digest.text import lead_in_length, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.model import Article

FEWEST_WORDS = 8
MOST_WORDS = 50
# No 50 words take more, and the expressions below need not look at a megabyte of quotes.
MOST_CHARACTERS = 1000
# The share of capitals among what is not blank from which a sentence is a heading.
MOST_CAPITALS = 0.5
# A quotation left open farther back than this is taken for a slip.
LOOK_BACK = 1500

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CAPITAL = re.compile("[A-Z]")
# A sentence's stop and what closes after it have no more characters than this.
_LONGEST_END = 12
_ENDS = re.compile(r"(?<!\.\.)[.!?][\"'”’»)\]]*$")
_BRACKETS = re.compile(r"[()\[\]{}]")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_OPENS_SMALL = re.compile(r"[\"'“‘«(\[]*(?![a-z]{1,3}-?[A-Z])[^\W\d_]")
_BULLET = re.compile(r"[*•·▪►>|\\,;–—-]")
_PARAGRAPH_END = re.compile(r"[.!?:][\"'”’»)\]]*\s*\n")
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


def fault(sentence: Sentence) -> str:
    """The first rule that a sentence breaks, by name; empty where it stands alone."""
    text = shown_text(sentence)
    for name, breaks in RULES.items():
        if breaks(text):
            return name
    return INSIDE_QUOTATION if _inside_quotation(sentence) else ""


def faults(articles: Iterable[Article]) -> tuple[str, ...]:
    """The first rule that each faulty sentence of some articles breaks, in the order of reading."""
    sentences = (
        Sentence(article, position, start, end)
        for article in articles
        for position, (start, end) in enumerate(sentence_spans(article.text))
    )
    return tuple(filter(None, map(fault, sentences)))


def stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence breaks none of the rules."""
    return not fault(sentence)


def shown_text(sentence: Sentence) -> str:
    """A sentence as a reader gets to see it: without dateline or byline, on one line."""
    text = sentence.text
    return " ".join(text[lead_in_length(text) :].split())


def _ill_sized(text: str) -> bool:
    fits = len(text) <= MOST_CHARACTERS and FEWEST_WORDS <= len(text.split()) <= MOST_WORDS
    return not fits


def _is_fragment(text: str) -> bool:
    """No full stop, a small letter or a bullet to begin with, or mostly capitals."""
    opening = _OPENS_SMALL.match(text)
    small = opening is not None and text[opening.end() - 1].islower()
    capitals = len(_CAPITAL.findall(text))
    shouted = capitals > MOST_CAPITALS * (len(text) - text.count(" "))
    return (
        small
        or shouted
        or _BULLET.match(text) is not None
        or not _ENDS.search(text[-_LONGEST_END:])
    )


def _has_hanging_opening(text: str) -> bool:
    speaker = _SPEAKER.match(text)
    return _hangs(text) or (speaker is not None and _hangs(text[speaker.end() :]))


def _hangs(text: str) -> bool:
    words = _WORD.findall(text[:120])
    first = words[0].lower().replace("’", "'") if words else ""
    lowered = " ".join(text[:60].lower().lstrip("\"'“‘«([ …").split())
    if first in PRONOUNS or lowered.startswith(PHRASES) or _POINTS_BACK.match(lowered):
        return True
    if _THEN.match(lowered):
        return True
    if first in CONNECTIVES and (first not in CLAUSE_OPENERS or "," not in text):
        return True
    if first in RELATIVES:
        return "?" not in text
    return _introduces_pronoun(text)


def _introduces_pronoun(text: str) -> bool:
    """Whether `he`, `she` or `they` is the subject after a few words that name nobody."""
    head = text.partition(",")
    for piece in (text, head[2].lstrip()):
        subject = _SUBJECT.search(piece)
        before = piece[: subject.start()].split() if subject else []
        near = subject and len(before) <= (_INTRODUCTION_WORDS if piece is text else 0)
        if subject and near:
            return not _names_somebody(text[: text.find(piece) + subject.start()])
    return False


def _names_somebody(text: str) -> bool:
    words = _WORD.findall(text)
    return any(word[0].isupper() and word.lower() not in NO_NAMES for word in words[1:])


def _has_bare_attribution(text: str) -> bool:
    return _BARE_SAYING.search(text) is not None


def _is_unbalanced(text: str) -> bool:
    return not (quotes_close(text) and single_quotes_close(text) and _brackets_close(text))


def _brackets_close(text: str) -> bool:
    opened: list[str] = []
    for bracket in _BRACKETS.findall(text):
        if bracket not in _PAIRS:
            opened.append(bracket)
        elif not opened or opened.pop() != _PAIRS[bracket]:
            return False
    return not opened


def _lacks_verb(text: str) -> bool:
    """Whether there is no verb, but for those of a relative clause that the sentence ends with."""
    beside = _BESIDE.match(text)
    text = beside[1] if beside and not _SHORT_VERB.search(beside[1]) else text
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return not any(word in VERBS or word.endswith(VERB_ENDINGS) for word in words)


def _asks(text: str) -> bool:
    return "?" in text and "?" in QUOTED.sub("", text)


def _runs_on(text: str) -> bool:
    """Whether a heading or a caption stands before the sentence, without a stop."""
    if _HEADING.match(text):
        return True
    if not _OPENER.search(text):
        return False
    bare = unquoted(text)
    return any(_follows_heading(bare, opener) for opener in _OPENER.finditer(bare))


def _follows_heading(text: str, opener: re.Match[str]) -> bool:
    """Whether an opener is none of a name: some are, as in `type A` or `Man In the Moon`."""
    before = text[: opener.start()].rsplit(None, 1)[-1].lstrip("\"'“‘([")
    return not opener[1] or (before[:1].islower() and before not in BEFORE_NAMES)


def _has_first_person(text: str) -> bool:
    """Whether somebody speaks for himself outside of quotations, so that nobody tells who."""
    if not _FIRST_PERSON.search(text):
        return False
    bare = unquoted(text)
    return any(
        found[0] != "I" or not _NUMBERED.search(bare[: found.start()])
        for found in _FIRST_PERSON.finditer(bare)
    )


def _is_all_quotation(text: str) -> bool:
    """Whether nobody is named as the one who said it."""
    return text[0] in '"“«`' and len(_WORD.findall(QUOTED.sub("", text))) <= 1


def _inside_quotation(sentence: Sentence) -> bool:
    """Whether a quotation is open where the sentence begins.

    It is if the mark before opens, and either no paragraph ended since or the mark after closes:
    where it goes on in the next paragraph, that opens with a mark of its own.
    """
    text, start = sentence.article.text, sentence.start
    before = text[max(0, start - LOOK_BACK) : start]
    marks = list(quotation_marks(before))
    if not marks or not marks[-1][1]:
        return False
    ended = _PARAGRAPH_END.search(before, marks[-1][0]) is not None
    after = next(quotation_marks(text[sentence.end : sentence.end + LOOK_BACK]), None)
    return not ended or (after is not None and not after[1])


INSIDE_QUOTATION = "inside a quotation"
# In an order that asks the cheap questions, and those that most sentences fail, first.
RULES: dict[str, Callable[[str], bool]] = {
    "too short or too long": _ill_sized,
    "no whole sentence": _is_fragment,
    "opening that hangs": _has_hanging_opening,
    "a question": _asks,
    "quotes or brackets left open": _is_unbalanced,
    "quotation without its speaker": _is_all_quotation,
    "attribution to a pronoun": _has_bare_attribution,
    "first person without a speaker": _has_first_person,
    "boilerplate": is_furniture,
    "runs on from a heading": _runs_on,
    "no verb": _lacks_verb,
}

"""Eligibility: sentences that a reader can take on their own, without what came before them.

Each rule is a name and a test for sentences that break it. They look at the words as they would be
shown, without dateline or byline; only `inside a quotation` looks at the text around.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.language import language_of
from digest.model import Sentence
from digest.summarising.boilerplate import is_boilerplate
from digest.summarising.quotations import (
    QUOTED,
    quotation_marks,
    quotes_close,
    single_quotes_close,
    unquoted,
)
from digest.text import own_text, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.language.base import Eligibility
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
# So many words may stand before a pronoun that opens in all but name: `On Friday he …`.
_INTRODUCTION_WORDS = 4


def broken_rule(sentence: Sentence) -> str:
    """Name the first rule that a sentence breaks; empty where it is eligible.

    In a language without such rules every sentence is.
    """
    eligibility = language_of(sentence.article.language).eligibility
    if not eligibility:
        return ""
    text = own_text(sentence)
    for name, breaks in RULES.items():
        if breaks(text, eligibility):
            return name
    return INSIDE_QUOTATION if _inside_quotation(sentence) else ""


def broken_rules(articles: Iterable[Article]) -> tuple[str, ...]:
    """Name the first broken rule of each ineligible sentence of some articles, in reading order."""
    sentences = (
        Sentence(article, position, start, end)
        for article in articles
        for position, (start, end) in enumerate(
            sentence_spans(article.text, language_of(article.language))
        )
    )
    return tuple(filter(None, map(broken_rule, sentences)))


def is_eligible(sentence: Sentence) -> bool:
    """Test whether a sentence breaks none of the rules."""
    return not broken_rule(sentence)


def _ill_sized(text: str, _: Eligibility) -> bool:
    fits = len(text) <= MOST_CHARACTERS and FEWEST_WORDS <= len(text.split()) <= MOST_WORDS
    return not fits


def _is_fragment(text: str, _: Eligibility) -> bool:
    """Test for no full stop, a small letter or bullet to begin with, or mostly capitals."""
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


def _has_hanging_opening(text: str, rules: Eligibility) -> bool:
    speaker = rules.speaker.match(text)
    return _hangs(text, rules) or (speaker is not None and _hangs(text[speaker.end() :], rules))


def _hangs(text: str, rules: Eligibility) -> bool:
    words = _WORD.findall(text[:120])
    first = words[0].lower().replace("’", "'") if words else ""
    lowered = " ".join(text[:60].lower().lstrip("\"'“‘«([ …").split())
    if first in rules.pronouns or lowered.startswith(rules.phrases):
        return True
    if rules.points_back.match(lowered) or rules.then.match(lowered):
        return True
    if first in rules.connectives and (first not in rules.clause_openers or "," not in text):
        return True
    if first in rules.relatives:
        return "?" not in text
    return _introduces_pronoun(text, rules)


def _introduces_pronoun(text: str, rules: Eligibility) -> bool:
    """Test whether `he`, `she` or `they` is the subject after a few words that name nobody."""
    head = text.partition(",")
    for piece in (text, head[2].lstrip()):
        subject = rules.subject.search(piece)
        before = piece[: subject.start()].split() if subject else []
        near = subject and len(before) <= (_INTRODUCTION_WORDS if piece is text else 0)
        if subject and near:
            return not _names_somebody(text[: text.find(piece) + subject.start()], rules)
    return False


def _names_somebody(text: str, rules: Eligibility) -> bool:
    words = _WORD.findall(text)
    return any(word[0].isupper() and word.lower() not in rules.no_names for word in words[1:])


def _has_bare_attribution(text: str, rules: Eligibility) -> bool:
    return rules.attribution.search(text) is not None


def _is_unbalanced(text: str, rules: Eligibility) -> bool:
    return not (
        quotes_close(text)
        and single_quotes_close(text, rules.single_opens)
        and _brackets_close(text)
    )


def _brackets_close(text: str) -> bool:
    opened: list[str] = []
    for bracket in _BRACKETS.findall(text):
        if bracket not in _PAIRS:
            opened.append(bracket)
        elif not opened or opened.pop() != _PAIRS[bracket]:
            return False
    return not opened


def _lacks_verb(text: str, rules: Eligibility) -> bool:
    """Test for no verb, but for those of a relative clause that the sentence ends with."""
    aside = rules.aside.match(text)
    text = aside[1] if aside and not rules.short_verb.search(aside[1]) else text
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return not any(word in rules.verbs or word.endswith(rules.verb_endings) for word in words)


def _asks(text: str, _: Eligibility) -> bool:
    return "?" in text and "?" in QUOTED.sub("", text)


def _runs_on(text: str, rules: Eligibility) -> bool:
    """Test for a heading or caption before the sentence, without a stop."""
    if rules.heading.match(text):
        return True
    if not rules.opener.search(text):
        return False
    bare = unquoted(text)
    return any(_follows_heading(bare, opener, rules) for opener in rules.opener.finditer(bare))


def _follows_heading(text: str, opener: re.Match[str], rules: Eligibility) -> bool:
    """Test whether an opener is none of a name: some are, as in `type A` or `Man In the Moon`."""
    before = text[: opener.start()].rsplit(None, 1)[-1].lstrip("\"'“‘([")
    return not opener[1] or (before[:1].islower() and before not in rules.before_names)


def _has_first_person(text: str, rules: Eligibility) -> bool:
    """Test for a first person outside of quotations, of whom nobody says who it is."""
    if not rules.first_person.search(text):
        return False
    bare = unquoted(text)
    return any(
        pronoun[0] != "I" or not rules.numbered.search(bare[: pronoun.start()])
        for pronoun in rules.first_person.finditer(bare)
    )


def _is_all_quotation(text: str, _: Eligibility) -> bool:
    """Test for a quotation without anybody named who said it."""
    return text[0] in '"“«`' and len(_WORD.findall(QUOTED.sub("", text))) <= 1


def _inside_quotation(sentence: Sentence) -> bool:
    """Test whether a quotation is open where the sentence begins.

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


def _is_boilerplate(text: str, rules: Eligibility) -> bool:
    return is_boilerplate(text, rules.boilerplate)


INSIDE_QUOTATION = "inside a quotation"
# In an order that asks the cheap questions, and those that most sentences fail, first.
RULES: dict[str, Callable[[str, Eligibility], bool]] = {
    "too short or too long": _ill_sized,
    "no whole sentence": _is_fragment,
    "opening that hangs": _has_hanging_opening,
    "a question": _asks,
    "quotes or brackets left open": _is_unbalanced,
    "quotation without its speaker": _is_all_quotation,
    "attribution to a pronoun": _has_bare_attribution,
    "first person without a speaker": _has_first_person,
    "boilerplate": _is_boilerplate,
    "runs on from a heading": _runs_on,
    "no verb": _lacks_verb,
}

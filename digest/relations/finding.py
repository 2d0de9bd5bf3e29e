"""Who did what to whom: read from patterns that are explicit in one sentence.

A subject that opens its clause, a verb of the table right after it, an object right after that:
only adverbs and dates may stand between, and roles and articles beside the names. A passive with
its agent is turned round. Whatever is negated, only possible, asked or quoted has other words
there, or marks of its own, and is left out; so is a name that belongs to a longer phrase.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from digest.model import Action, Span
from digest.relations.phrases import (
    AGENT,
    ENDS_PHRASE,
    FILLED,
    QUESTION,
    SAID_BY,
    SAYING,
    UNSURE,
    VERB,
    describes,
)
from digest.relations.sentence import (
    REACH,
    Read,
    after_phrase,
    ends_phrase,
    joined_before,
    opens_clause,
    phrase_at,
    phrase_start,
    read_sentence,
)
from digest.relations.verbs import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import ActorMention, CitedSentence
    from digest.relations.verbs import Tense, Verb

_DESCRIBING: Final = re.compile(r"\s(?:an?\s)?([a-z][a-z-]{0,20}\s)")


def find_actions(sentences: Sequence[CitedSentence]) -> tuple[Action, ...]:
    """The actions that the sentences tell of, in the order of their sentences and verbs."""
    return tuple(action for cited in sentences if cited.actors for action in _actions(cited))


def _actions(cited: CitedSentence) -> Iterator[Action]:
    read = read_sentence(cited)
    if QUESTION.search(read.text) or UNSURE.search(read.text):
        return
    for mention in sorted(cited.actors, key=lambda one: (one.start, one.end)):
        action = _told(read, mention) or _said_by(read, mention)
        if action:
            yield action


def _told(read: Read, subject: ActorMention) -> Action | None:
    """The action whose verb follows the mention."""
    found = VERB.match(read.text, after_phrase(read, subject))
    verbs = verb_forms().get(found["verb"]) if found else None
    if not found or not verbs or (found["who"] and subject.kind != "person"):
        return None
    tense = _tense(found)
    verb = verbs.get(tense)
    if not verb or not opens_clause(read, subject):
        return None
    return (_suffered if tense == "passive" else _done)(read, subject, found, verb)


def _tense(found: re.Match[str]) -> Tense:
    progressive = found["verb"].endswith("ing")
    if found["be"]:
        return "progressive" if progressive and not found["being"] else "passive"
    if found["have"]:
        if not found["been"]:
            return "participle"
        return "progressive" if progressive else "passive"
    return "finite"


def _done(read: Read, subject: ActorMention, found: re.Match[str], verb: Verb) -> Action | None:
    for frame in verb.frames:
        end = _framed(read.text, found.end("verb"), frame)
        object_ = _object(read, end, verb) if end else None
        if object_ and object_.actor != subject.actor:
            span = Span(_verb_start(found) + read.offset, end + read.offset)
            return Action(read.cited.sentence, subject, span, verb.lemma, object_)
    if "each" in verb.notes and ENDS_PHRASE.match(read.text, found.end("verb")):
        return _done_together(read, subject, found, verb)
    if verb.says and (verb.lemma == "say" or SAYING.match(read.text, found.end("verb"))):
        span = Span(_verb_start(found) + read.offset, found.end("verb") + read.offset)
        return Action(read.cited.sentence, subject, span, verb.lemma)
    return None


def _verb_start(found: re.Match[str]) -> int:
    """Where the verb's phrase begins: with what makes a passive or *is urging* of it."""
    if found["be"]:
        return found.start("be")
    return found.start("have" if found["been"] else "verb")


def _done_together(
    read: Read, subject: ActorMention, found: re.Match[str], verb: Verb
) -> Action | None:
    """What two actors do to each other: `Keller and Reed met`."""
    other = joined_before(read, phrase_start(read, subject))
    if not other or other.actor == subject.actor or subject.kind not in verb.objects:
        return None
    if found["be"] or joined_before(read, phrase_start(read, other)):
        return None
    span = Span(found.start("verb") + read.offset, found.end("verb") + read.offset)
    return Action(read.cited.sentence, other, span, verb.lemma, subject)


def _framed(text: str, at: int, frame: str) -> int:
    """Where the verb's phrase ends with the words of a frame; 0 where they don't stand there."""
    if not frame:
        return at
    filled = FILLED.match(text, at)
    for start in (at, filled.end() if filled else at):
        for skipped in (0, _described(text, start) if " " in frame else 0):
            begin = start + 1 + skipped
            if text[start : start + 1].isspace() and text.startswith(f"{frame} ", begin):
                return begin + len(frame)
    return 0


def _described(text: str, at: int) -> int:
    """The length of a word that describes the noun of a frame: *new* sanctions on."""
    word = _DESCRIBING.match(text, at)
    return len(word[0]) - 1 if word and describes(word[1]) else 0


def _suffered(read: Read, patient: ActorMention, found: re.Match[str], verb: Verb) -> Action | None:
    agent = AGENT.match(read.text, found.end("verb"))
    if not agent or patient.kind not in verb.objects:
        return None
    subject = phrase_at(read, agent.end())
    if not subject or subject.actor == patient.actor or not ends_phrase(read, subject, verb):
        return None
    span = Span(_verb_start(found) + read.offset, agent.end() + read.offset)
    return Action(read.cited.sentence, subject, span, verb.lemma, patient, passive=True)


def _object(read: Read, at: int, verb: Verb) -> ActorMention | None:
    filled = FILLED.match(read.text, at)
    mention = phrase_at(read, at) or (phrase_at(read, filled.end()) if filled else None)
    sure = mention and mention.kind in verb.objects and ends_phrase(read, mention, verb)
    return mention if sure else None


def _said_by(read: Read, mention: ActorMention) -> Action | None:
    """The saying whose verb stands before the mention: `“No,” said Keller`."""
    start = phrase_start(read, mention)
    found = SAID_BY.search(read.text, max(0, start - REACH), start)
    verb = verb_forms()[found["verb"]].get("finite") if found else None
    if not found or not verb or not ends_phrase(read, mention, verb):
        return None
    span = Span(found.start("verb") + read.offset, found.end("verb") + read.offset)
    return Action(read.cited.sentence, mention, span, verb.lemma)

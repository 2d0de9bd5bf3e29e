"""Who did what to whom: read from patterns that are explicit in one sentence.

A subject that opens its clause, a verb of the table right after it, an object right after that:
only adverbs and dates may stand between, and roles and articles beside the names. A passive with
its agent is turned round. Whatever is negated, only possible, asked or quoted has other words
there, or marks of its own, and is left out; so is a name that belongs to a longer phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.actions.phrases import (
    AGENT,
    ENDS_PHRASE,
    FILLED,
    LEAD,
    MASK,
    OBJECT,
    OF,
    OPENED,
    QUESTION,
    SAID_BY,
    SAYING,
    SCORE,
    VERB,
    WITH_ANOTHER,
)
from digest.actions.verbs import verb_forms
from digest.model import Action, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from digest.actions.verbs import Tense, Verb
    from digest.model import ActorMention, CitedSentence


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A sentence as it is read: its dates masked, and the mentions by where their phrases begin.

    All offsets are the sentence's own. `ends` has the mentions by where their names end.
    """

    cited: CitedSentence
    text: str
    begins: Mapping[int, ActorMention]
    ends: Mapping[int, ActorMention]

    @property
    def offset(self) -> int:
        return self.cited.sentence.start


def find_actions(sentences: Sequence[CitedSentence]) -> tuple[Action, ...]:
    """The actions that the sentences tell of, in the order of their sentences and verbs."""
    return tuple(action for cited in sentences if cited.actors for action in _actions(cited))


def _actions(cited: CitedSentence) -> Iterator[Action]:
    text = _masked(cited)
    if QUESTION.search(text):
        return
    offset = cited.sentence.start
    read = _Read(
        cited,
        text,
        {_begin(mention) - offset: mention for mention in cited.actors}
        | {mention.start - offset: mention for mention in cited.actors},
        {mention.end - offset: mention for mention in cited.actors},
    )
    for mention in sorted(cited.actors, key=lambda one: (one.start, one.end)):
        action = _told(read, mention) or _said_by(read, mention)
        if action:
            yield action


def _masked(cited: CitedSentence) -> str:
    text = cited.sentence.text
    for mention in cited.dates:
        start, end = mention.start - cited.sentence.start, mention.end - cited.sentence.start
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _begin(mention: ActorMention) -> int:
    """Where the phrase of a mention begins: with its role, if that stands before the name."""
    role = mention.role
    return role.start if role and role.start < mention.start else mention.start


def _told(read: _Read, subject: ActorMention) -> Action | None:
    """The action whose verb follows the mention."""
    found = VERB.match(read.text, _after(read, subject))
    if not found or not _opens_clause(read, subject):
        return None
    if found["who"] and subject.kind != "person":
        return None
    verbs = verb_forms().get(found["verb"])
    if not verbs:
        return None
    tense = _tense(found)
    if tense == "passive":
        return _suffered(read, subject, found, verbs.get("participle"))
    verb = verbs.get(tense)
    return _done(read, subject, found, verb) if verb else None


def _tense(found: re.Match[str]) -> Tense | str:
    progressive = found["verb"].endswith("ing")
    if found["be"]:
        return "progressive" if progressive and not found["being"] else "passive"
    if found["have"]:
        if not found["been"]:
            return "participle"
        return "progressive" if progressive else "passive"
    return "finite"


def _done(
    read: _Read, subject: ActorMention, found: re.Match[str], verb: Verb
) -> Action | None:
    for frame in verb.frames:
        end = _framed(read.text, found.end("verb"), frame)
        object_ = _object(read, end, verb) if end else None
        if object_ and object_.actor != subject.actor:
            span = Span(found.start("verb") + read.offset, end + read.offset)
            return Action(read.cited.sentence, subject, span, verb.lemma, object_)
    if verb.says and (verb.lemma == "say" or SAYING.match(read.text, found.end("verb"))):
        span = Span(found.start("verb") + read.offset, found.end("verb") + read.offset)
        return Action(read.cited.sentence, subject, span, verb.lemma)
    return None


def _framed(text: str, at: int, frame: str) -> int:
    """Where the verb's phrase ends with the words of a frame; 0 where they don't stand there."""
    if not frame:
        return at
    for start in (at, FILLED.match(text, at).end()):  # type: ignore[union-attr]  # it may be empty
        words = text[start + 1 : start + 1 + len(frame)]
        if text[start : start + 1] == " " and words == frame:
            return start + 1 + len(frame)
    return 0


def _suffered(
    read: _Read, patient: ActorMention, found: re.Match[str], verb: Verb | None
) -> Action | None:
    agent = AGENT.match(read.text, found.end("verb"))
    if not verb or not verb.turns or not agent or patient.kind not in verb.objects:
        return None
    subject = _at(read, agent.end())
    if not subject or subject.actor == patient.actor or not _ends_phrase(read, subject, verb):
        return None
    auxiliary = found.start("be") if found["be"] else found.start("have")
    span = Span(auxiliary + read.offset, agent.end() + read.offset)
    return Action(read.cited.sentence, subject, span, verb.lemma, patient, passive=True)


def _object(read: _Read, at: int, verb: Verb) -> ActorMention | None:
    filled = FILLED.match(read.text, at)
    mention = _at(read, at) or (_at(read, filled.end()) if filled else None)
    sure = mention and mention.kind in verb.objects and _ends_phrase(read, mention, verb)
    return mention if sure else None


def _at(read: _Read, at: int) -> ActorMention | None:
    """The mention whose phrase begins after a blank, an article and a form of address."""
    lead = OBJECT.match(read.text, at)
    return read.begins.get(lead.end()) if lead else None


def _ends_phrase(read: _Read, mention: ActorMention, verb: Verb) -> bool:
    """Whether the phrase of a mention ends with it: no noun follows that it belongs to."""
    end = mention.end - read.offset
    return bool(
        ENDS_PHRASE.match(read.text, end)
        or ("of" in verb.notes and OF.match(read.text, end))
        or ("score" in verb.notes and SCORE.match(read.text, end))
    )


def _after(read: _Read, mention: ActorMention) -> int:
    """Where the words after a mention begin, past a role in an apposition and its comma."""
    role, end = mention.role, mention.end
    if role and role.start > mention.end:
        end = role.end
    elif not role or "," not in read.text[role.end - read.offset : mention.start - read.offset]:
        return end - read.offset
    at = end - read.offset
    return at + (read.text[at : at + 1] == ",")


def _opens_clause(read: _Read, mention: ActorMention) -> bool:
    """Whether a mention's phrase stands where the subject of a clause does, outside quotations."""
    start = _begin(mention) - read.offset
    before = read.text[:start]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return False
    before = before[: LEAD.search(before).start()]  # type: ignore[union-attr]  # it may be empty
    if OPENED.search(before):
        return True
    joined = WITH_ANOTHER.search(before)
    other = read.ends.get(joined.start()) if joined else None
    return other is not None and _opens_clause(read, other)


def _said_by(read: _Read, mention: ActorMention) -> Action | None:
    """The saying whose verb stands before the mention: `“No,” said Keller`."""
    before = read.text[: _begin(mention) - read.offset]
    found = SAID_BY.search(before, 0, LEAD.search(before).start())  # type: ignore[union-attr]
    verb = verb_forms()[found["verb"]].get("finite") if found else None
    if not found or not verb or not _ends_phrase(read, mention, verb):
        return None
    span = Span(found.start("verb") + read.offset, found.end("verb") + read.offset)
    return Action(read.cited.sentence, mention, span, verb.lemma)

"""Who did what to whom: read from patterns that are explicit in one sentence.

A subject that opens its clause, a verb of the table right after it, an object right after that:
only adverbs and dates may stand between, and roles and articles beside the names. A passive with
its agent is turned round. Whatever is negated, only possible, asked or quoted has other words
there, or marks of its own, and is left out; so is a name that belongs to a longer phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.actions.phrases import (
    AGENT,
    DESCRIBED,
    ENDS_PHRASE,
    FILLED,
    LEAD,
    MASK,
    OBJECT,
    OF,
    OPENED,
    OWNER,
    QUESTION,
    SAID_BY,
    SAYING,
    SCORE,
    VERB,
    WITH_ANOTHER,
    WORDS,
    describes,
)
from digest.actions.verbs import verb_forms
from digest.model import Action, Span

if TYPE_CHECKING:
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
    verb = verbs.get(tense)
    if not verb:
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


def _done(read: _Read, subject: ActorMention, found: re.Match[str], verb: Verb) -> Action | None:
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
    read: _Read, subject: ActorMention, found: re.Match[str], verb: Verb
) -> Action | None:
    """What two actors do to each other: `Keller and Reed met`."""
    start = _begin(subject) - read.offset
    other = _joined(read, read.text[: LEAD.search(read.text, 0, start).start()])  # type: ignore[union-attr]
    if not other or other.actor == subject.actor or subject.kind not in verb.objects:
        return None
    if found["be"] or _joined(read, read.text[: _begin(other) - read.offset]):
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
    word = re.compile(r"\s(?:a\s)?([a-z][a-z-]*\s)").match(text, at)
    return len(word[0]) - 1 if word and describes(word[1]) else 0


def _suffered(
    read: _Read, patient: ActorMention, found: re.Match[str], verb: Verb
) -> Action | None:
    agent = AGENT.match(read.text, found.end("verb"))
    if not agent or patient.kind not in verb.objects:
        return None
    subject = _at(read, agent.end())
    if not subject or subject.actor == patient.actor or not _ends_phrase(read, subject, verb):
        return None
    span = Span(_verb_start(found) + read.offset, agent.end() + read.offset)
    return Action(read.cited.sentence, subject, span, verb.lemma, patient, passive=True)


def _object(read: _Read, at: int, verb: Verb) -> ActorMention | None:
    filled = FILLED.match(read.text, at)
    mention = _at(read, at) or (_at(read, filled.end()) if filled else None)
    sure = mention and mention.kind in verb.objects and _ends_phrase(read, mention, verb)
    return mention if sure else None


def _at(read: _Read, at: int) -> ActorMention | None:
    """The mention whose phrase begins after a blank, an article and a form of address.

    Before a person's name may also stand whose it is, or what.
    """
    lead = OBJECT.match(read.text, at)
    if not lead:
        return None
    mention = read.begins.get(lead.end())
    if mention:
        owner = OWNER.match(read.text, mention.end - read.offset)
        owned = read.begins.get(owner.end()) if owner else None
        return owned if owned and owned.kind == "person" else mention
    described = DESCRIBED.match(read.text, lead.end())
    if not described or not describes(described[0]):
        return None
    mention = read.begins.get(described.end())
    return mention if mention and mention.kind == "person" else None


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
    other = _joined(read, before)
    if other:
        return _opens_clause(read, other)
    return mention.kind != "place" and _is_described(before)


def _joined(read: _Read, before: str) -> ActorMention | None:
    """The mention that an `and` at the end joins to the next."""
    joined = WITH_ANOTHER.search(before)
    return read.ends.get(joined.start()) if joined else None


def _is_described(before: str) -> bool:
    """Whether a clause opens before the last few words, which only say who the name is of."""
    words = WORDS.search(before)
    if not words:
        return False
    starts = [words.start(), *(words.start() + gap.end() for gap in re.finditer(r"\s+", words[0]))]
    return any(OPENED.search(before[:start]) and describes(before[start:]) for start in starts[:-1])


def _said_by(read: _Read, mention: ActorMention) -> Action | None:
    """The saying whose verb stands before the mention: `“No,” said Keller`."""
    before = read.text[: _begin(mention) - read.offset]
    found = SAID_BY.search(before, 0, LEAD.search(before).start())  # type: ignore[union-attr]
    verb = verb_forms()[found["verb"]].get("finite") if found else None
    if not found or not verb or not _ends_phrase(read, mention, verb):
        return None
    span = Span(found.start("verb") + read.offset, found.end("verb") + read.offset)
    return Action(read.cited.sentence, mention, span, verb.lemma)

"""Relations of actors, read from patterns that are explicit in one sentence.

A subject that opens its clause, a verb of the table right after it, an object right after that:
only adverbs and dates may be between, and roles and articles beside the names. A passive with its
agent is turned round. Whatever is negated, only possible, asked or quoted has other words there, or
marks of its own, and is left out; so is a name that belongs to a longer phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.language.english.relations.phrases import (
    AGENT,
    DESCRIBING,
    ENDS_PHRASE,
    FILLED,
    QUESTION,
    SAID_BY,
    SAYING,
    UNSURE,
    VERB,
    describes,
)
from digest.language.english.relations.verbs import EACH, PROGRESSIVE, SAY, verb_forms
from digest.model import Action, Span
from digest.relations.sentence import (
    REACH,
    after_phrase,
    ends_phrase,
    joined_before,
    mask_sentence,
    opens_clause,
    phrase_at,
    phrase_start,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from digest.language.english.relations.verbs import Tense, Verb, VerbForms
    from digest.model import ActorMention, CitedSentence
    from digest.relations.sentence import MaskedSentence


class Relation(NamedTuple):
    """A verb between two actors, or a saying of one; offsets are the sentence's own."""

    subject: ActorMention
    verb: Verb
    start: int
    end: int
    object: ActorMention | None = None
    passive: bool = False

    def action(self, sentence: MaskedSentence) -> Action:
        """Relation with its place in the article."""
        span = Span(self.start + sentence.offset, self.end + sentence.offset)
        return Action(
            sentence.cited.sentence,
            self.subject,
            span,
            self.verb.lemma,
            self.object,
            passive=self.passive,
        )


def find_actions(sentences: Sequence[CitedSentence]) -> tuple[Action, ...]:
    """Find the relations that sentences tell of, in the order of their sentences and subjects."""
    verbs = verb_forms()
    return tuple(action for cited in sentences if cited.actors for action in _actions(cited, verbs))


def _actions(cited: CitedSentence, verbs: VerbForms) -> Iterator[Action]:
    sentence = mask_sentence(cited)
    if QUESTION.search(sentence.text) or UNSURE.search(sentence.text):
        return
    for mention in sorted(cited.actors, key=lambda actor: (actor.start, actor.end)):
        relation = _of_subject(sentence, mention, verbs) or _said_by(sentence, mention, verbs)
        if relation:
            yield relation.action(sentence)


def _of_subject(
    sentence: MaskedSentence, mention: ActorMention, verbs: VerbForms
) -> Relation | None:
    """Relation whose verb follows the mention."""
    phrase = VERB.match(sentence.text, after_phrase(sentence, mention))
    tenses = verbs.get(phrase["verb"]) if phrase else None
    if not phrase or not tenses or (phrase["who"] and mention.kind != "person"):
        return None
    tense = _tense(phrase)
    verb = tenses.get(tense)
    if not verb or not opens_clause(sentence, mention):
        return None
    return (_passive if tense == "passive" else _active)(sentence, mention, phrase, verb)


def _tense(phrase: re.Match[str]) -> Tense:
    progressive = phrase["verb"].endswith(PROGRESSIVE)
    if phrase["be"]:
        return "progressive" if progressive and not phrase["being"] else "passive"
    if phrase["have"]:
        if not phrase["been"]:
            return "participle"
        return "progressive" if progressive else "passive"
    return "finite"


def _active(
    sentence: MaskedSentence, subject: ActorMention, phrase: re.Match[str], verb: Verb
) -> Relation | None:
    for frame in verb.frames:
        end = _framed(sentence.text, phrase.end("verb"), frame)
        object_ = _object(sentence, end, verb) if end else None
        if object_ and object_.actor != subject.actor:
            return Relation(subject, verb, _verb_start(phrase), end, object_)
    if EACH in verb.notes and ENDS_PHRASE.match(sentence.text, phrase.end("verb")):
        return _reciprocal(sentence, subject, phrase, verb)
    if verb.says and (verb.lemma == SAY or SAYING.match(sentence.text, phrase.end("verb"))):
        return Relation(subject, verb, _verb_start(phrase), phrase.end("verb"))
    return None


def _verb_start(phrase: re.Match[str]) -> int:
    """Start of the verb's phrase: with the auxiliary of a passive or of *is urging*."""
    if phrase["be"]:
        return phrase.start("be")
    return phrase.start("have" if phrase["been"] else "verb")


def _reciprocal(
    sentence: MaskedSentence, mention: ActorMention, phrase: re.Match[str], verb: Verb
) -> Relation | None:
    """Relation of two subjects to each other: `Keller and Reed met`."""
    other = joined_before(sentence, phrase_start(sentence, mention))
    if not other or other.actor == mention.actor or mention.kind not in verb.objects:
        return None
    if phrase["be"] or joined_before(sentence, phrase_start(sentence, other)):
        return None
    return Relation(other, verb, phrase.start("verb"), phrase.end("verb"), mention)


def _framed(text: str, at: int, frame: str) -> int:
    """End of the verb's phrase with the words of a frame; 0 where it has others."""
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
    """Length of a word that describes the noun of a frame: *new* sanctions on."""
    word = DESCRIBING.match(text, at)
    return len(word[0]) - 1 if word and describes(word[1]) else 0


def _passive(
    sentence: MaskedSentence, object_: ActorMention, phrase: re.Match[str], verb: Verb
) -> Relation | None:
    agent = AGENT.match(sentence.text, phrase.end("verb"))
    if not agent or object_.kind not in verb.objects:
        return None
    subject = phrase_at(sentence, agent.end())
    if not subject or subject.actor == object_.actor or not ends_phrase(sentence, subject, verb):
        return None
    return Relation(subject, verb, _verb_start(phrase), agent.end(), object_, passive=True)


def _object(sentence: MaskedSentence, at: int, verb: Verb) -> ActorMention | None:
    filled = FILLED.match(sentence.text, at)
    mention = phrase_at(sentence, at) or (phrase_at(sentence, filled.end()) if filled else None)
    sure = mention and mention.kind in verb.objects and ends_phrase(sentence, mention, verb)
    return mention if sure else None


def _said_by(sentence: MaskedSentence, mention: ActorMention, verbs: VerbForms) -> Relation | None:
    """Saying whose verb precedes the mention: `“No,” said Keller`."""
    start = phrase_start(sentence, mention)
    phrase = SAID_BY.search(sentence.text, max(0, start - REACH), start)
    verb = verbs[phrase["verb"]].get("finite") if phrase else None
    if not phrase or not verb or not ends_phrase(sentence, mention, verb):
        return None
    return Relation(mention, verb, phrase.start("verb"), phrase.end("verb"))

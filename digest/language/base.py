"""Languages as frozen values: words, expressions and tables that the stages are handed.

A stage asks `language_of(article.language)` and reads what it needs; a field that is None says
that the language has no such rules, and the stage then leaves out what it would do by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from digest.language.date_rules import DateRules

    Words = frozenset[str]


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that blanks part."""
    return frozenset(listed.split())


@dataclass(frozen=True, slots=True, eq=False)
class Boundaries:
    """Rules of sentence boundaries.

    A sentence may begin with marks of `opening`. `stops` end one, those of them that are `wide`
    without a blank behind; `quotes` and `brackets` may close after them. No sentence ends after
    one of `titles`, nor after one of `before_numbers` if a number follows; after `within_names`
    and initials only before one of `openers`. A lone letter after one of `lettered` is no initial,
    and `marked_names` end with a mark. A glued `word.Word` that ends with one of `domains` is an
    address. `ordinals` is whether a number with a stop may go on. `speaker` matches a name and a
    verb of saying after a quotation, the name's first word as group 1. After `half_days` a
    sentence goes on where `of_hour` matches.
    """

    opening: str
    stops: str
    wide: str
    quotes: str
    brackets: str
    titles: Words = frozenset()
    before_numbers: Words = frozenset()
    within_names: Words = frozenset()
    lettered: Words = frozenset()
    marked_names: Words = frozenset()
    openers: Words = frozenset()
    domains: Words = frozenset()
    half_days: Words = frozenset()
    ordinals: bool = False
    speaker: re.Pattern[str] | None = None
    of_hour: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Datelines:
    """Expressions for what comes before a sentence's own words: a `stamp`, then a `lead_in`."""

    stamp: re.Pattern[str]
    lead_ins: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Boilerplate:
    """Expressions for what pages print around their articles.

    A sentence is boilerplate if it begins with `opens`, holds a `moment` of printing or `holds`;
    each alternative of that has one of `signs`, in lower case.
    """

    opens: re.Pattern[str]
    holds: re.Pattern[str]
    moment: re.Pattern[str]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Eligibility:
    """Words and expressions by which a sentence is refused that does not stand alone.

    Words are in lower case with straight apostrophes. `pronouns`, `connectives` and `phrases`
    open a sentence that leans on another, and so do `relatives` without a question mark;
    `clause_openers` are connectives that do so only without a comma. `points_back` and `then`
    match openings in lower case, `subject` a pronoun as subject, `attribution` one that speaks.
    `no_names` have a capital though nobody is named. `heading` and `opener` find a heading before
    a sentence; after `before_names` an opener (its group 1) is a name. `first_person` finds who
    speaks for himself, unless `numbered` matches before an `I`. `verbs` and `verb_endings` tell
    finite verbs, `aside` takes the relative clause from an end, unless `short_verb` is before it.
    `speaker` matches who speaks in a conversation, `single_opens` an opening single mark.
    """

    pronouns: Words
    connectives: Words
    clause_openers: Words
    relatives: Words
    phrases: tuple[str, ...]
    points_back: re.Pattern[str]
    then: re.Pattern[str]
    subject: re.Pattern[str]
    no_names: Words
    attribution: re.Pattern[str]
    first_person: re.Pattern[str]
    numbered: re.Pattern[str]
    speaker: re.Pattern[str]
    heading: re.Pattern[str]
    opener: re.Pattern[str]
    before_names: Words
    verbs: Words
    verb_endings: tuple[str, ...]
    aside: re.Pattern[str]
    short_verb: re.Pattern[str]
    single_opens: re.Pattern[str]
    boilerplate: Boilerplate


@dataclass(frozen=True, slots=True, eq=False)
class LabelWords:
    """Words in lower case that tell whether a word can name a topic.

    A noun stands behind one of `before_nouns`, a verb behind one of `before_verbs`. Words with
    `verb_endings` and `past_verbs` name none, nor does `no_topic` alone; `apart` are no part of
    the name beside them. With `before_endings` a word is no part of the phrase behind it.
    """

    before_nouns: Words
    before_verbs: Words
    verb_endings: tuple[str, ...]
    before_endings: tuple[str, ...]
    past_verbs: Words
    apart: Words
    no_topic: Words


@dataclass(frozen=True, slots=True, eq=False)
class FigureWords:
    """Words in lower case that tell what a number counts.

    `unit` is an expression for what multiplies a number or makes a share of it, which `units`
    write in short. `no_nouns` end what a number counts; `plurals` have no s, `measures` need
    none; `states` may stand for the noun, but not those of `evidence` alone; `between` may stand
    before it. No noun ends with `no_noun_endings`, and no plural with `singular_endings`.
    """

    unit: str
    units: Mapping[str, str]
    no_nouns: Words
    plurals: Words
    measures: Words
    states: Words
    evidence: Words
    between: Words
    no_noun_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Language:
    """A language: its words, rules and tables.

    `code` is the primary language subtag. `tokenize` gives the words of lines, each line's end as
    a line feed among them, and `stem` the stem of a word in lower case. `length_unit` is what
    lengths in words count. `calendar` has the names of months and weekdays, which name no topic;
    `dating` matches what stands before a day that only dates a thing, `name_beginning` what before
    a name is the beginning of a longer one. `has_entities` is whether actors can be found. What is
    None the language does not have.
    """

    code: str
    stop_words: Words
    stem: Callable[[str], str]
    tokenize: Callable[[str], list[str]]
    length_unit: Literal["words", "characters"]
    boundaries: Boundaries
    has_entities: bool = False
    datelines: Datelines | None = None
    eligibility: Eligibility | None = None
    dates: DateRules | None = None
    labels: LabelWords | None = None
    figures: FigureWords | None = None
    calendar: Words = frozenset()
    dating: re.Pattern[str] | None = None
    name_beginning: re.Pattern[str] | None = None

    def length(self, text: str) -> int:
        """Return how many words a text has, or characters where no blanks part words."""
        return len(text.split()) if self.length_unit == "words" else len("".join(text.split()))

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

"""What is known of a word or a phrase, as bits of one number."""

from __future__ import annotations

from typing import Final

# By its spelling.
CAPITAL: Final = 1 << 0
FUNCTION: Final = 1 << 1  # a small function word
NUMBER: Final = 1 << 2  # holds digits
INITIAL: Final = 1 << 3
SHORTENED: Final = 1 << 4  # may be followed by a full stop within a name
COMMON: Final = 1 << 5
OPENER: Final = 1 << 6
NOT_NAME: Final = 1 << 7
QUALIFIER: Final = 1 << 8
TITLE: Final = 1 << 9
TITLE_PART: Final = 1 << 10
CORPORATE: Final = 1 << 11  # a title of business: what stands before it is an organisation
GIVEN: Final = 1 << 12
SURNAME: Final = 1 << 13
ORGANISATION_WORD: Final = 1 << 14
SUFFIX: Final = 1 << 15
PLACE_WORD: Final = 1 << 16
PLACE_OPENING: Final = 1 << 17
EVENT: Final = 1 << 18
PLACE: Final = 1 << 19
ORGANISATION: Final = 1 << 20
DEMONYM: Final = 1 << 21
PHRASE: Final = 1 << 22  # the first word of a known phrase
JOINT: Final = 1 << 23  # of, for
AND: Final = 1 << 24
THE: Final = 1 << 25
PARTICLE: Final = 1 << 26
POSSESSIVE: Final = 1 << 27
S: Final = 1 << 28
CALLING: Final = 1 << 29
VERB: Final = 1 << 30
LOCATIVE: Final = 1 << 31  # in, near, outside
PLACE_CUE: Final = 1 << 32
ORGANISATION_CUE_BEFORE: Final = 1 << 33
ORGANISATION_CUE_AFTER: Final = 1 << 34
GENERATION: Final = 1 << 35  # Jr, Sr
DIRECTED: Final = 1 << 36  # at, to, from, of: before a place that a second place follows
PERSONAL: Final = 1 << 37  # a particle of persons' names only

# By the place where it stands.
OPENING: Final = 1 << 38  # its capital says nothing: it opens a sentence or a quotation
HEADLINE: Final = 1 << 39  # all telling words of its line have capitals
JOINED: Final = 1 << 40  # it and the next may belong to one name
OWNING: Final = 1 << 41  # 's follows
COMMA: Final = 1 << 42  # a comma and a blank follow
NUMBERED: Final = 1 << 43  # a number or a model follows
PRICED: Final = 1 << 45  # a sum of money follows
PAIRED: Final = 1 << 44  # & and another word of the name follow

KNOWN: Final = PLACE | ORGANISATION | DEMONYM
LINK: Final = JOINT | AND | THE | PARTICLE | S

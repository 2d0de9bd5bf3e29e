"""English words by which a sentence is told that does not stand alone."""

from __future__ import annotations

from typing import Final

from digest.language.base import words
from digest.language.english.calendar import NAMES

# Pronouns, and the words that point back at what was said before.
PRONOUNS: Final = words(
    """
    he she it they we i you his her hers its their theirs our my your him them us this that these
    those he's she's it's they're we're i'm i've we've they've he'd she'd it'd they'd we'd i'd
    he'll she'll it'll they'll we'll i'll that's such here's you've you're you'll you'd
    oh yes okay ok hi hello
    """
)
CONNECTIVES: Final = words(
    """
    and but or so yet nor also however meanwhile moreover furthermore therefore thus hence instead
    then otherwise nevertheless nonetheless besides consequently accordingly similarly likewise
    afterwards afterward additionally conversely indeed elsewhere still again finally secondly
    thirdly firstly too because whereas though although where
    """
)
# These open a question, or what has lost its main clause.
RELATIVES: Final = words("who whom whose which")
# These may open a subordinate clause or a relative one; they hang unless a comma follows the
# clause.
CLAUSE_OPENERS: Final = words("because whereas though although where")
# Openings of more than one word that lean on what was said before.
PHRASES: Final = (
    "a further ",
    "a similar ",
    "after that",
    "after this",
    "all the same,",
    "another",
    "around the same",
    "as a result",
    "as such",
    "as well",
    "asked about",
    "asked if",
    "asked whether",
    "asked why",
    "at that",
    "at the same",
    "at this",
    "because of that",
    "because of this",
    "before that",
    "below are",
    "below is",
    "both of them",
    "both said",
    "both were",
    "by contrast",
    "by that time",
    "by the same",
    "by then",
    "despite that",
    "despite this",
    "during that",
    "during this",
    "earlier,",
    "even if successful",
    "even so",
    "even then",
    "few of them",
    "first of all",
    "first,",
    "for example",
    "for instance",
    "for that",
    "for the same",
    "for these",
    "for this",
    "from this ",
    "here are",
    "here is",
    "here the",
    "here was",
    "here were",
    "if not,",
    "if so",
    "in addition",
    "in any case",
    "in both cases",
    "in contrast",
    "in each case",
    "in either case",
    "in fact",
    "in other words",
    "in particular",
    "in response,",
    "in return,",
    "in that",
    "in the meantime",
    "in the same",
    "in these",
    "in this",
    "in truth,",
    "in turn,",
    "ironically,",
    "later,",
    "most of them",
    "neither ",
    "never mind",
    "next,",
    "no problem",
    "no,",
    "none of them",
    "not so",
    "of course",
    "of the same",
    "of these",
    "of those",
    "on that",
    "on the contrary",
    "on the other",
    "on the same",
    "on this",
    "on top of that",
    "on top of this",
    "one by one",
    "one of them",
    "one said",
    "one such",
    "other ",
    "others",
    "rather,",
    "second,",
    "since then",
    "some of them",
    "some said",
    "taken together,",
    "that said",
    "the other",
    "the same",
    "third,",
    "through this",
    "to do so",
    "to do that",
    "to do this",
    "to that end",
    "to this end",
    "under her,",
    "under him,",
    "under it,",
    "under that",
    "under the same",
    "under these",
    "under this",
    "until then",
    "well,",
    "with her,",
    "with him,",
    "with it,",
    "with that",
    "with the same",
    "with them,",
    "with this",
)
SAYING: Final = words(
    """
    said says say added adds told tells asked asks explained explains noted notes continued
    continues insisted insists recalled recalls warned warns wrote writes tweeted tweets argued
    argues admitted admits concluded concludes replied replies stated states claimed claims
    stressed stresses joked jokes
    """
)
# A capitalised word behind these is a name, though sentences open with it: `type A influenza`.
BEFORE_NAMES: Final = words(
    """
    a an the from block class exhibit grade group hepatitis influenza plan pool straight type
    vitamin
    """
)
# Capitalised, but no name that a pronoun could stand for.
NO_NAMES: Final = frozenset(map(str.lower, NAMES)) | words("i i'm i've i'd i'll")
# Finite forms that do not end in -ed, among them those of verbs that news is told with.
VERBS: Final = words(
    """
    am is are was were be been has have had do does did will would shall should can could may
    might must cannot isn't ain't let lets
    ate arose awoke beat became began bent bet bit bled blew bought bound bred broke brought
    built burnt burst came cast caught chose clung cost crept cut dealt drank drew drove dug dwelt
    fell felt fed fled flew flung forbade forecast forgave forgot fought found froze gave got grew
    ground heard held hid hit hung hurt kept knelt knew laid led learnt leant leapt left lent lit
    lost made meant met paid proved put quit ran rang read rebuilt rode rose said sang sank sat
    saw sent set shed shone shook shot showed shrank shut slept slid slit sold sought spent split
    spoke sprang spread spun stood stole stuck stung struck strove swept swore swung swam taught
    thought threw thrust told took tore trod underwent understood undertook upheld upset went
    wept withdrew withheld withstood woke won wore wove wrote overcame oversaw overtook overthrew
    outlined mistook foresaw arisen done gone seen taken given known shown born begun written
    becomes begins believes belongs blames brings builds calls carries causes claims comes
    confirms considers contains continues costs covers creates cuts deals decides demands denies
    depends describes employs ends enters expects explains faces falls feels fears finds follows
    gets gives goes grows happens heads hears helps holds hopes includes intends involves joins
    keeps knows lacks leads leaves lies likes lives looks loses makes marks means meets moves
    needs offers opens owes owns pays plans plays points promises proves provides puts raises
    ranges reaches reads receives recommends refers reflects refuses remains represents requires
    rises runs says seeks seems sees sells sends serves sets shows sits speaks stands starts
    stays stems stops suggests supports takes tells tends thinks threatens tries turns urges uses
    wants warns wins wishes works worries writes accuses accepts acts adds admits aims allows
    announces appears argues arrives asks attends bears beats bids borders buys brought breaks
    become begin believe belong blame bring come consider contain continue decide deny depend
    describe expect explain fear feel find follow get give go grow happen hear hold hope include
    intend involve join keep know lack leave lie live lose make mean meet need occur owe pay
    prefer prove provide reach receive refer refuse remain require run say see seek seem sell
    send serve sit speak stand stay suggest take tell tend think threaten try urge use want warn
    win write agree agrees appear argue arrive ask accuse accept allow announce call claim
    criticise criticize estimate fall help insist insists offer oppose opposes plan say start
    addresses carry catch catches crosses dies die echoes exercises passes pushes
    raise rise teaches watches
    strike strikes survive survives travel travels understand wear wears weighs witness
    """
)
VERB_ENDINGS: Final = (
    "ed",
    "n't",
    "n’t",
    "'re",
    "’re",
    "'ve",
    "’ve",
    "'ll",
    "’ll",
    "'m",
    "’m",
    "ises",
    "izes",
    "ifies",
)

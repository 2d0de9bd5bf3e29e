"""English words that tell whether a word can name a topic."""

from __future__ import annotations

from typing import Final

from digest.language.base import LabelWords, words
from digest.language.english.calendar import NAMES, SHORT_MONTHS, SHORT_WEEKDAYS

# A noun stands behind one of these.
_BEFORE_NOUNS = words(
    "a an the this that these those his her its their our my your no any some every each another "
    "of in on for with by from at against over about into between during under after before "
    "without amid despite per"
)
# A verb stands behind one of these.
_BEFORE_VERBS = words(
    "to will would can could may might must shall should cannot won't can't didn't doesn't don't "
    "not he she they we i you it who which be been was were is are has have had did does do"
)
_VERB_ENDINGS = ("ed", "ly")
# Verbs that newspapers use most, and that no ending shows.
_PAST_VERBS = words(
    "said says say told tells tell took takes take made makes make came comes come went goes go "
    "got gets get gave gives give met meets meet saw sees see found finds find left leaves leave "
    "lost loses lose led leads lead won wins win ran runs run fell falls rose rises began begins "
    "became becomes become kept keeps keep brought brings bring sent sends send spent spends spend "
    "built builds build broke breaks break spoke speaks speak wrote writes write drove drives "
    "struck strikes hit hits sold sells sell bought buys buy paid pays stood stands stand thought "
    "thinks think caught catches catch fought fights felt feels feel dealt heard hears hear knew "
    "knows know threw throws flew flies chose chooses choose shook shakes wore wears wear fled "
    "flees flee sank sinks sink put puts quit gone done seen taken given been shown known "
    "shot died hurt hung burnt stuck"
)
# Short forms beside a name or a date that are no part of it.
_APART = {*map(str.lower, SHORT_WEEKDAYS), *map(str.lower, SHORT_MONTHS)} - {"may"} | words(
    "sept am pm edt est cdt cst mdt mst pdt pst gmt bst ist jst cet cest utc mr mrs ms miss dr "
    "prof sir lady rep sen gov gen lt col cpl pte sgt capt maj adm rev"
)
# They tell when, how many, who speaks, on what page, or as a short form in what state of America;
# what about they don't.
_NO_TOPIC = (
    _APART
    | set(map(str.lower, NAMES))
    | words(
        "eve morning noon afternoon "
        "evening night midnight tonight today tomorrow yesterday hour hours minute minutes second "
        "seconds day days week weeks weekend weekends month months year years decade decades "
        "century season seasons time times date dates moment period dozen dozens hundred hundreds "
        "thousand thousands million millions billion billions trillion percent per cent pct half "
        "third quarter number numbers figure figures total amount jr sr people person persons man "
        "men woman women guy guys expert experts official officials spokesman spokeswoman "
        "spokesperson source sources reporter reporters author authors http https www com org "
        "html rss pdf email e-mail twitter tweet tweets newsletter newsletters photo photos "
        "photograph photographs picture pictures image images video videos file gallery caption "
        "captions getty reuters afp ap javascript search blog website page pages "
        "story stories article articles news report reports statement statements comment comments "
        "interview update updates world thing things way ways lot lots part parts place places "
        "kind sort prime worth bit rest end start top bottom side case fact question questions "
        "answer something anything everything nothing someone everyone mile miles foot feet km "
        "metre metres meter meters inch inches pound pounds dollar dollars euro euros ton tons "
        "gallon gallons ala ariz calif conn fla mass okla pa tex wash"
    )
)

LABELS: Final = LabelWords(
    before_nouns=_BEFORE_NOUNS,
    before_verbs=_BEFORE_VERBS,
    verb_endings=_VERB_ENDINGS,
    before_endings=(*_VERB_ENDINGS, "ing"),
    past_verbs=_PAST_VERBS,
    apart=frozenset(_APART),
    no_topic=frozenset(_NO_TOPIC),
)

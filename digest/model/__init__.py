"""Values that pass from stage to stage, each right from its construction.

    sources ─read→ Article ─group→ Story ─rank, select→ Summary ─annotate→ Entry
            → Digest ─render→ Page ─write→ out/

All offsets count characters (code points) of `Article.text`.
"""

from digest.model.articles import (
    CONTENT_HASH_BYTES,
    Article,
    Dated,
    Edition,
    Origin,
    Sentence,
    Span,
    day_of,
    in_order,
)
from digest.model.entries import (
    AnnotatedStory,
    Change,
    Continuation,
    Digest,
    Entry,
    FormerReport,
    Novelty,
)
from digest.model.mentions import (
    Action,
    Actor,
    ActorKey,
    ActorKind,
    ActorMention,
    CitedSentence,
    DateMention,
    DateType,
    Role,
    actor_id,
)
from digest.model.pages import DAY_FILES, FORMATS, Format, Page, day_folder, page_day
from digest.model.reasons import ArticleReasons, Neighbour, SentenceReasons, StoryReasons
from digest.model.stories import DayStory, RankedSentence, Reprint, Story, Storyline, Summary, Trend

__all__ = [
    "CONTENT_HASH_BYTES",
    "DAY_FILES",
    "FORMATS",
    "Action",
    "Actor",
    "ActorKey",
    "ActorKind",
    "ActorMention",
    "AnnotatedStory",
    "Article",
    "ArticleReasons",
    "Change",
    "CitedSentence",
    "Continuation",
    "DateMention",
    "DateType",
    "Dated",
    "DayStory",
    "Digest",
    "Edition",
    "Entry",
    "Format",
    "FormerReport",
    "Neighbour",
    "Novelty",
    "Origin",
    "Page",
    "RankedSentence",
    "Reprint",
    "Role",
    "Sentence",
    "SentenceReasons",
    "Span",
    "Story",
    "StoryReasons",
    "Storyline",
    "Summary",
    "Trend",
    "actor_id",
    "day_folder",
    "day_of",
    "in_order",
    "page_day",
]

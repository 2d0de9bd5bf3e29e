"""Settings: a flag goes before the environment, that before the file, that before the default.

In `digest.toml` (or `[tool.digest]` of pyproject.toml) a setting stands under its section:

    tz = "Asia/Kolkata"
    [ranking]
    ranker = "lexrank"

Its environment variable is DIGEST_, the section and the key, in capitals: DIGEST_RANKING_RANKER. A
variable with such a beginning that is no setting is refused, as an unknown key is.
"""

from digest.settings.loading import Key, Setting, known_keys, load
from digest.settings.sections import (
    Actors,
    Grouping,
    Mail,
    Ranking,
    Reading,
    Section,
    Settings,
    Summary,
    zone_named,
)

__all__ = [
    "Actors",
    "Grouping",
    "Key",
    "Mail",
    "Ranking",
    "Reading",
    "Section",
    "Setting",
    "Settings",
    "Summary",
    "known_keys",
    "load",
    "zone_named",
]

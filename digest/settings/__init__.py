"""Settings: a flag goes before the environment, that before the file, that before the default.

In `digest.toml` (or `[tool.digest]` of pyproject.toml) a setting stands under its section:

    tz = "Asia/Kolkata"
    [ranking]
    ranker = "lexrank"

Its environment variable is DIGEST_ and the key in capitals, whatever its section: DIGEST_RANKER. A
variable with such a name that is no setting is refused, as an unknown key is.
"""

from digest.settings.loading import load
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
    "Mail",
    "Ranking",
    "Reading",
    "Section",
    "Settings",
    "Summary",
    "load",
    "zone_named",
]

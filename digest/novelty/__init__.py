"""What a day tells that was not told before."""

from digest.novelty.figures import figures
from digest.novelty.telling import MOST_ALIKE, NOTHING, Told, news, told

__all__ = ["MOST_ALIKE", "NOTHING", "Told", "figures", "news", "told"]

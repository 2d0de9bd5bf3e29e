"""Pages into the output folder, all of them or none."""

from digest.writing.building import Standing, write
from digest.writing.places import day_of
from digest.writing.swapping import restore

__all__ = ["Standing", "day_of", "restore", "write"]

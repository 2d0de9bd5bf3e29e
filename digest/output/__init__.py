"""Pages into the output folder, all of them or none."""

from digest.output.building import Standing, write
from digest.output.places import day_of
from digest.output.swapping import restore

__all__ = ["Standing", "day_of", "restore", "write"]

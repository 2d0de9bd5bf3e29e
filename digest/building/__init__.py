"""Building: from settings and sources to the pages of each day, by way of a saved history."""

from digest.building.build import BuildResult, build, catalogued
from digest.building.request import BuildRequest

__all__ = ["BuildRequest", "BuildResult", "build", "catalogued"]

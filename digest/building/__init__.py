"""Building: from settings and sources to the pages of each day, by way of a saved history."""

from digest.building.build import BuildResult, build, catalogued, project_of
from digest.building.pages import index_lines, renderer_of
from digest.building.request import BuildRequest

__all__ = [
    "BuildRequest",
    "BuildResult",
    "build",
    "catalogued",
    "index_lines",
    "project_of",
    "renderer_of",
]

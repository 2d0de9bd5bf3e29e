"""Building: from settings and sources to the pages of each day, by way of a saved history."""

from digest.building.build import STDIN, BuildResult, build, catalogued, project_of
from digest.building.pages import index_lines, renderer_of
from digest.building.request import BuildRequest
from digest.building.store import DamagedStoreError, discard

__all__ = [
    "STDIN",
    "BuildRequest",
    "BuildResult",
    "DamagedStoreError",
    "build",
    "catalogued",
    "discard",
    "index_lines",
    "project_of",
    "renderer_of",
]

"""Equipment: what takes time to make, once in each process, for a build that has days to take."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest.building.pages import renderer_of
from digest.pipeline.plan import Equipment
from digest.pipeline.resources import resources
from digest.rendering import DayPages, day_pages

if TYPE_CHECKING:
    from digest.building.request import BuildRequest
    from digest.rendering import Renderer


def equipment(request: BuildRequest, pages: Renderer | None = None) -> Equipment[DayPages]:
    """Make what a process needs; raises what is wrong with the settings' names and templates.

    `pages` is the renderer, if there is one already.
    """
    made = pages or renderer_of(request.settings, request.built)
    return Equipment(resources(request.settings), partial(day_pages, made), request.explain)

"""Equipment: what takes time to make, once in each process, for a build that has days to take."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest.pipeline.plan import Equipment
from digest.pipeline.resources import resources
from digest.rendering import DayPages, Renderer, day_pages, renderer
from digest.settings import zone_named

if TYPE_CHECKING:
    from digest.building.request import BuildRequest


def renderer_of(request: BuildRequest) -> Renderer:
    """Make the renderer that the settings name."""
    settings = request.settings
    return renderer(
        formats=settings.formats,
        templates=Path(settings.templates) if settings.templates else None,
        title=settings.title,
        sender=settings.mail.sender,
        recipients=settings.mail.recipients,
        zone=zone_named(settings.tz),
        zone_name=settings.tz,
        built=request.built,
    )


def equipment(request: BuildRequest) -> Equipment[DayPages]:
    """Make what a process needs; raises what is wrong with the settings' names and templates."""
    finish = partial(day_pages, renderer_of(request))
    return Equipment(resources(request.settings), finish, request.explain)

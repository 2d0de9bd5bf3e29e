"""Request: what a build is asked for, and what takes time to make for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest.pipeline.calendar import Period
from digest.pipeline.plan import Equipment
from digest.pipeline.resources import resources
from digest.rendering import DayPages, Renderer, day_pages, renderer
from digest.settings import zone_named

if TYPE_CHECKING:
    from datetime import datetime

    from digest.settings import Settings


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is built, for which days, and how.

    `built` is shown as the time of building where it is given. `explain` asks for reasons in
    `digest.json`, `anew` for days whose pages stand already, `prune` to remove pages whose
    articles are gone.
    """

    settings: Settings
    asked: Period = field(default_factory=Period)
    built: datetime | None = None
    explain: bool = False
    anew: bool = False
    prune: bool = False

    @property
    def cache(self) -> Path | None:
        """Folder of the saved history."""
        return Path(self.settings.cache) if self.settings.cache else None


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

"""Pages: the renderer that the settings name, and the lines of the index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digest.rendering import Renderer, day_lines, renderer
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from digest.output import KeptDays
    from digest.rendering import DayLine
    from digest.settings import Settings


def renderer_of(settings: Settings, built: datetime | None) -> Renderer:
    """Make the renderer that the settings name; raises TemplateError and SettingsError."""
    return renderer(
        formats=settings.formats,
        templates=Path(settings.templates) if settings.templates else None,
        title=settings.title,
        sender=settings.mail.sender,
        recipients=settings.mail.recipients,
        zone=zone_named(settings.tz),
        zone_name=settings.tz,
        built=built,
    )


def index_lines(kept: KeptDays, made: Iterable[DayLine]) -> dict[date, DayLine]:
    """Lines of an output's index by day: of the days made, and of the former ones kept."""
    former = day_lines(kept.index) if kept.index else ()
    lines = {line.day: line for line in former if line.day in kept.days}
    return lines | {line.day: line for line in made}

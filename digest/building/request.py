"""Request: what a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from digest.pipeline.calendar import Period

if TYPE_CHECKING:
    from datetime import datetime

    from digest.settings import Settings


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """Request for a build: what is built, for which days, and how.

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

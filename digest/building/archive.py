"""Archive: which days of the sources hold as they were saved, and which must be taken.

A saved day holds if its inputs and the history before it are those with which it was saved. A
build begins at the first day that doesn't, takes those whose inputs have changed, and stops as
soon as the history behind them is the saved one again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.building.keys import START, DayInputs, rendering_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from digest.building.request import BuildRequest
    from digest.building.store import SavedDay


@dataclass(frozen=True, slots=True)
class Archive:
    """Archive: all days of the sources, ascending, what is saved of them, and whose pages stand.

    `standing` has the page keys of days that are in the output.
    """

    days: Sequence[DayInputs]
    saved: Mapping[date, SavedDay]
    standing: Mapping[date, str]
    rendering: bytes
    request: BuildRequest

    def is_asked(self, place: int) -> bool:
        """Tell whether a day's pages are asked for."""
        return self.days[place].day in self.request.asked

    def holds(self, place: int, before: bytes) -> bool:
        """Tell whether nothing need be done for a day behind a history."""
        day = self.days[place]
        saved = self.saved.get(day.day)
        if saved is None or (saved.inputs, saved.before) != (day.key, before):
            return False
        key = day.page_key(before, self.rendering)
        return not self.is_asked(place) or self.standing.get(day.day) == key

    def next_to_take(self, place: int, before: bytes) -> tuple[int, bytes]:
        """Find the first day from a place on that doesn't hold, and name the history before it."""
        while place < len(self.days) and self.holds(place, before):
            before = self.saved[self.days[place].day].after
            place += 1
        return place, before

    def most_to_take(self) -> int:
        """Count the days that may have to be taken whose pages are asked for."""
        place, _ = self.next_to_take(0, START)
        return sum(self.is_asked(later) for later in range(place, len(self.days)))

    def end_of_change(self, place: int) -> int:
        """Find the first day after a place that would hold behind the history of its time."""
        for end in range(place + 1, len(self.days)):
            saved = self.saved.get(self.days[end].day)
            if saved is not None and self.holds(end, saved.before):
                return end
        return len(self.days)


def archive(
    days: Sequence[DayInputs],
    saved: Mapping[date, SavedDay],
    standing: Mapping[date, str],
    request: BuildRequest,
) -> Archive:
    """Gather what decides which days must be taken; later ones than all asked for need not be."""
    until = request.asked.until
    needed = days if until is None else [day for day in days if day.day <= until]
    if not request.settings.grouping.follow:
        needed = [day for day in needed if day.day in request.asked]
    own = {} if request.anew else standing
    return Archive(needed, saved, own, rendering_key(request), request)

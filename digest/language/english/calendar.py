"""English names of the months and of the days of the week, in full and in short."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMES: Final = frozenset((*WEEKDAYS, *MONTHS))

SHORT_MONTHS: Final = tuple(name[:3] for name in MONTHS)
# Without their stops.
SHORT_WEEKDAYS: Final = (
    *("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs"),
    *("Fri", "Sat", "Sun"),
)

# Regular expressions without groups that capture: a month or a weekday in any
# spelling, and a weekday in full.
MONTH: Final = rf"(?:{'|'.join(SHORT_MONTHS)})[a-z]{{0,6}}\.?"
ANY_WEEKDAY: Final = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
WEEKDAY: Final = rf"(?:{'|'.join(name.removesuffix('day') for name in WEEKDAYS)})day"

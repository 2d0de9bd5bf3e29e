"""Rows of the table of `quality.py`: a figure beside the baselines of the same run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BASELINES = ("sumy", "sumy, stems", "LexRank", "lead", "single link", "leader", "oracle")
COLUMNS = ("task", "set", "measure", "ours", *BASELINES, "reached", "needed", "met")
MEAN = "mean"


@dataclass(frozen=True)
class Goal:
    """What a figure comes to, beside what it must; nothing is needed where `met` is None."""

    reached: str
    needed: str = ""
    met: bool | None = None


@dataclass(frozen=True)
class Row:
    """One measure of one set: our figure, those of the baselines by column, and what is needed."""

    task: str
    name: str
    measure: str
    ours: float
    baselines: Mapping[str, float] = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()


def parted(figures: Mapping[str, float]) -> tuple[float, dict[str, float]]:
    """Our figure and those of the baselines."""
    return figures["ours"], {name: one for name, one in figures.items() if name != "ours"}


def at_least(figure: float, least: float) -> Goal:
    """A figure must be so large.

    >>> at_least(0.925, 0.92)
    Goal(reached='.925', needed='≥ .92', met=True)
    """
    return Goal(number(figure), f"≥ {_short(least)}", figure >= least)


def below(figure: float, bound: float) -> Goal:
    """A figure must be smaller than the bound.

    >>> below(1.6, 1.5).met
    False
    """
    return Goal(number(figure), f"< {_short(bound)}", figure < bound)


def times(figure: float, other: float, name: str, least: float | None = None) -> Goal:
    """A figure must be so many times that of a baseline.

    >>> times(0.115, 0.064, "sumy", 1.35)
    Goal(reached='1.80 × sumy', needed='1.35 × sumy', met=True)
    """
    ratio = figure / other if other else float("inf")
    if least is None:
        return Goal(f"{ratio:.2f} × {name}")
    return Goal(f"{ratio:.2f} × {name}", f"{least} × {name}", ratio >= least)


def above(figure: float, other: float, least: float | None = None) -> Goal:
    """A figure must be so much above that of the better baseline.

    >>> above(0.914, 0.879, 0.03).reached
    '+.035'
    """
    over = figure - other
    reached = f"{'+' if over >= 0 else '−'}{number(abs(over))}"  # noqa: RUF001
    if least is None:
        return Goal(reached)
    return Goal(reached, f"+{_short(least)}", over >= least)


def number(figure: float) -> str:
    """A figure in as many digits as tell something.

    >>> [number(figure) for figure in (0.12345, 1.0, 4780.2, 3)]
    ['.123', '1.000', '4,780', '3']
    """
    if isinstance(figure, int):
        return f"{figure:,}"
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3f}".removeprefix("0")


def _short(figure: float) -> str:
    return f"{figure:,g}".removeprefix("0") if 0 < figure < 1 else f"{figure:,g}"


def heading() -> str:
    """The head of the Markdown table."""
    rule = ["---"] * 3 + ["---:"] * (1 + len(BASELINES)) + ["---"] * 3
    return f"{_line(COLUMNS)}\n{_line(rule)}"


def line(row: Row) -> str:
    """A row of the Markdown table."""
    baselines = [number(row.baselines[name]) if name in row.baselines else "" for name in BASELINES]
    needed = [goal.needed for goal in row.goals if goal.needed]
    verdicts = [goal.met for goal in row.goals if goal.met is not None]
    met = ("yes" if all(verdicts) else "**no**") if verdicts else ""
    reached = "; ".join(goal.reached for goal in row.goals)
    cells = [row.task, row.name, row.measure, number(row.ours), *baselines]
    return _line([*cells, reached, "; ".join(needed), met])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

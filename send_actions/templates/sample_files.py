"""The files of the sample plan, their cells, and the ids of what is built from them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).with_name("sample")
_DATES: Final = frozenset(
    {"on", "start", "returns_due", "papers_due", "path_by", "look_again", "answered_on", "target_by", "by"}
    | {"reached_on", "signs_off_from"}
)
_NUMBERS: Final = frozenset({"baseline", "target", "value"})
_CHOICES: Final = frozenset({"status", "impact", "heard"})
"""Columns whose empty cell is None, as it is in columns of dates and numbers."""

OWN_DAY: Final = "on"
Line = Mapping[str, str]


@dataclass
class Built:
    """The ids of things by the names that the files use; `waiting` depends on what is still to come."""

    main_series: str = ""
    areas: dict[str, int] = field(default_factory=dict)
    actions: dict[str, int] = field(default_factory=dict)
    meetings: dict[tuple[str, str], int] = field(default_factory=dict)
    measures: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[str, str]] = field(default_factory=list)

    def subject(self, line: Line) -> dict[str, int | None]:
        """The action and the area that a line is about, if any."""
        return {"action_id": self.actions.get(line["ref"]), "area_id": self.areas.get(line["area"])}

    def agreed(self, line: Line) -> dict[str, int | None]:
        """The meeting that agreed what a line says, if any."""
        return {"agreed_meeting_id": self.meetings.get((line["agreed_meeting"], self.main_series))}


def read_lines(name: str) -> list[Line]:
    """Return the lines of one of the sample's files."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day_of(line: Line) -> date:
    """Return the day a line speaks of."""
    return date.fromisoformat(line["on"])


def values_of(line: Line, columns: str) -> dict[str, Any]:
    """Return cells by their column, each as the plan keeps it."""
    return {name: _value(name, line[name]) for name in columns.split()}


def _value(name: str, text: str) -> Any:
    if name in _DATES:
        return date.fromisoformat(text) if text else None
    if name in _NUMBERS:
        return float(text) if text else None
    return text or None if name in _CHOICES else text


def parts_of(text: str) -> list[str]:
    """Return the parts of a list written with semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]

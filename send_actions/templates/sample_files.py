"""The files that the sample plan is written in, and the ids of what was built from them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("sample")
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
    waiting: list[tuple[str, str]] = field(default_factory=list)


def read_lines(name: str) -> list[Line]:
    """Return the lines of one of the sample's files."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def date_of(line: Line) -> date:
    """Return the date a line speaks of."""
    return date.fromisoformat(line["on"])


def day_of(text: str) -> date | None:
    """Return a date, or None for an empty cell."""
    return date.fromisoformat(text) if text else None


def number_of(text: str) -> float | None:
    """Return a number, or None for an empty cell."""
    return float(text) if text else None


def listed(text: str) -> list[str]:
    """Return the parts of a list written with semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]

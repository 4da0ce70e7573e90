"""Charts for tests, and a drawing read back: its words with the boxes they take, its shapes and tones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple
from xml.etree import ElementTree as ET

from send_actions.reports.document import Bars, Chart, Day, Grid, Number, StatusMark, Trend
from send_actions.reports.formats.drawing.canvas import SIZE, Drawing, width_of_words

MARKS = (
    StatusMark("■", "R", "Off track", "red"),
    StatusMark("▲", "A", "At risk", "amber"),
    StatusMark("●", "G", "On track", "green"),
    StatusMark("○", "N", "Not started", "grey"),
    StatusMark("▬", "H", "On hold", "grey"),
    StatusMark("√", "C", "Complete", "blue"),
    StatusMark("√√", "E", "Embedded", "blue"),
    StatusMark("×", "W", "Withdrawn", "none"),
    StatusMark("–", "?", "No status yet", "none"),
)
RED, AMBER, GREEN = MARKS[:3]
START = date(2024, 1, 31)
DAYS = ("28 Jan 26", "11 Mar 26", "31 Mar 26")

BARS = Bars(DAYS, ((RED, (3, 5, 6)), (AMBER, (19, 17, 16)), (GREEN, (31, 32, 0))))
GRID = Grid(
    DAYS, (("9 Occupational therapy", (AMBER, RED, RED)), ("10 New", ("Not there", GREEN, AMBER))), MARKS
)
TREND = Trend(
    (
        (Day(date(2025, 12, 31), "December 2025"), Number(61.5, "61.5%")),
        (Day(date(2026, 2, 28), "February 2026"), Number(64, "64%")),
    ),
    ((Day(date(2026, 6, 30), "by 30 Jun 26"), Number(75, "75%")),),
    ("by 31 December 2026", Number(92, "92%")),
    (("National", Number(70.2, "70.2%")),),
)
CHARTS = tuple(
    Chart(title, f"{title} in words.", picture)
    for title, picture in (("Statuses", BARS), ("Areas", GRID), ("Seen in time", TREND))
)


class Words(NamedTuple):
    """A piece of text of a drawing and the box it takes, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Words) -> bool:
        """Whether two pieces lie upon each other."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def a_trend(values: list[float], *, target: float | None = None, others: list[float] | None = None) -> Trend:
    """A trend of monthly values."""
    points = tuple((Day(START + timedelta(30 * n), f"Period {n}"), a_number(v)) for n, v in enumerate(values))
    compared = tuple((f"Neighbour {n}", a_number(value)) for n, value in enumerate(others or []))
    return Trend(points, (), None if target is None else ("by then", a_number(target)), compared)


def a_number(value: float) -> Number:
    """A value written as a percentage."""
    return Number(value, f"{value:.1f}%")


def parsed(drawing: Drawing) -> ET.Element:
    """The file of a drawing, which must be well-formed."""
    return ET.fromstring(drawing.svg)  # noqa: S314


def words_of(drawing: Drawing) -> list[Words]:
    """Every piece of text and where it stands; boxes are a little smaller than what is kept free."""
    found: list[Words] = []
    for one in parsed(drawing).iter("{http://www.w3.org/2000/svg}text"):
        text, x, y = one.text or "", float(one.get("x", 0)), float(one.get("y", 0))
        length = width_of_words(text, bold=one.get("font-weight") == "600") * 0.97
        start = {"start": 0.0, "middle": length / 2, "end": length}[one.get("text-anchor", "start")]
        if one.get("transform"):
            found.append(Words(text, x - SIZE * 0.7, y + start - length, x + SIZE * 0.2, y + start))
        else:
            found.append(Words(text, x - start, y - SIZE * 0.7, x - start + length, y + SIZE * 0.2))
    return found


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """The pieces of text that lie upon each other."""
    words = words_of(drawing)
    return [(a.text, b.text) for n, a in enumerate(words) for b in words[n + 1 :] if a.meets(b)]


def cut_off(drawing: Drawing) -> list[str]:
    """The pieces of text that run out of the sheet."""
    return [
        one.text
        for one in words_of(drawing)
        if one.left < -1 or one.top < -1 or one.right > drawing.width + 1 or one.bottom > drawing.height + 1
    ]

"""What measures are sorted by: each of their columns whose values can be put beside one another."""

from __future__ import annotations

from typing import Final

from send_actions.domain.measuring.variation import in_order
from send_actions.domain.plan import Measure, Plan
from send_actions.domain.text import NaturalKey, fold, natural
from send_actions.tui.drawing.readings import newest_way, verdict_word
from send_actions.tui.drawing.sorting import SortColumn

OfPlan = tuple[Plan, Measure]
"""A measure and the plan it is of."""

_WAYS: Final = ("worse", "same", "better")
_VERDICTS: Final = ("missed", "no word", "not yet", "not due", "met")


def _area(one: OfPlan) -> NaturalKey | None:
    area = one[0].areas_by_id.get(one[1].area_id or 0)
    return natural(area.number) if area else None


def _way(one: OfPlan) -> int | None:
    way = newest_way(one[1])
    return _WAYS.index(way) if way in _WAYS else None


def _verdict(one: OfPlan) -> int | None:
    told = verdict_word(one[1], one[0].as_at)
    return _VERDICTS.index(told) if told in _VERDICTS else None


MEASURE_COLUMNS: Final = (
    SortColumn("a", "area", "", _area, "by area", "by area, the last first"),
    SortColumn(
        "m", "measure", "Measure", lambda one: natural(fold(one[1].title)), "by measure", "by measure, from Z"
    ),
    SortColumn(
        "l",
        "last reading",
        "Last",
        lambda one: max((reading.on for reading in in_order(one[1])), default=None),
        "by last reading, the oldest first",
        "by last reading, the newest first",
    ),
    SortColumn("w", "way it went", "", _way, "by way it went, worse first", "by way it went, better first"),
    SortColumn("d", "what was due", "Due", _verdict, "missed first", "met first"),
    SortColumn(
        "t",
        "target date",
        "By",
        lambda one: one[1].target_by,
        "by target date",
        "by target date, the latest first",
    ),
)
"""Values of different units are not compared: by the last reading means by its date."""

"""What of the journey is looked at: all areas, or the actions of one of them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from send_actions.domain.history.board_by_board import Journey
from send_actions.domain.plan import Area
from send_actions.tui.drawing.journey import Path, Stand, stand_of_action, stand_of_area
from send_actions.tui.drawing.journey_story import Story
from send_actions.tui.plan_reader import Snapshot


@dataclass(frozen=True)
class Part:
    """The areas of a journey, or with `area_id` the actions of that area, at each stop."""

    journey: Journey = field(default_factory=lambda: Journey((), {}))
    stops: tuple[Snapshot, ...] = ()
    area_id: int | None = None

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """A row for each area or action."""
        if self.area_id is None:
            return tuple(
                Path(one.id, one.number, one.title, tuple(stand_of_area(stop, one.id) for stop in self.stops))
                for one in self.journey.areas
            )
        return tuple(
            Path(one.id, one.ref, one.title, self._stands_of(one.id, self.area_id))
            for one in self.journey.actions_of(self.area_id)
        )

    def _stands_of(self, action_id: int, area_id: int) -> tuple[Stand | None, ...]:
        return tuple(stand_of_action(stop, action_id, area_id) for stop in self.stops)

    def work_out(self) -> None:
        """Work out how each area stood at each stop, which is then known."""
        for stop in self.stops:
            _ = stop.summaries

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the boards, and the plan's own."""
        return tuple(stop.plan.as_at for stop in self.stops)

    @property
    def area(self) -> Area | None:
        """The area whose actions are looked at."""
        return next((one for one in self.journey.areas if one.id == self.area_id), None)

    @property
    def title(self) -> str:
        """What is looked at, in words."""
        if self.area:
            return f"Journey  {self.area.number} {self.area.title}"
        if not self.paths:
            return "Journey"
        boards = len(self.stops) - 1
        at = f"at {_many(boards, 'board')}" if boards else "today: no board has been yet"
        return f"Journey  {_many(len(self.paths), 'area')} {at}"

    @property
    def short_title(self) -> str:
        """The same where there is little room."""
        return f"{self.area.number} {self.area.title}" if self.area else "Journey"

    @property
    def headings(self) -> tuple[str, str]:
        """The names of its columns: what the rows are, and the sum at the right."""
        return ("Area", "Its actions then") if self.area_id is None else ("Action", "Due date then")

    def story(self, row: Hashable, at: int) -> Story | None:
        """The cell of a row at a stop; None where there is no such row."""
        if not isinstance(row, int) or not self.stops:
            return None
        if self.area_id is None:
            return Story(self.journey, self.stops, at, row)
        return Story(self.journey, self.stops, at, self.area_id, row)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"

"""The plan as it stands on one date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from send_actions.domain.plan.actions import Action, Area, Owner
from send_actions.domain.plan.boards import Meeting, Minute, Source
from send_actions.domain.plan.measures import Evidence, Measure
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry, Status


@dataclass(frozen=True)
class Plan:
    """Everything in one database as it stood at `as_at`, known at `record`.

    `today` is the pinned day of a training plan, else None. Areas, actions and meetings are in natural or
    date order.
    """

    title: str
    partnership: str
    as_at: date
    record: int
    main_series: str = ""
    today: date | None = None
    legend: tuple[LegendEntry, ...] = DEFAULT_LEGEND
    areas: tuple[Area, ...] = ()
    actions: tuple[Action, ...] = ()
    owners: tuple[Owner, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    minutes: tuple[Minute, ...] = ()
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def areas_by_id(self) -> dict[int, Area]:
        """Areas by row id."""
        return {area.id: area for area in self.areas}

    @cached_property
    def actions_by_id(self) -> dict[int, Action]:
        """Actions by row id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def meetings_by_id(self) -> dict[int, Meeting]:
        """Meetings by row id."""
        return {meeting.id: meeting for meeting in self.meetings}

    @cached_property
    def actions_by_area(self) -> dict[int, tuple[Action, ...]]:
        """Actions of each area by the area's row id, in order of their refs; every area has an entry."""
        grouped: dict[int, list[Action]] = {area.id: [] for area in self.areas}
        for action in self.actions:
            grouped.setdefault(action.area_id, []).append(action)
        return {area_id: tuple(actions) for area_id, actions in grouped.items()}

    @cached_property
    def main_meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the main series by date, past and to come."""
        return tuple(m for m in self.meetings if m.series == self.main_series)

    @property
    def last_meeting(self) -> Meeting | None:
        """The latest of the main series strictly before the as-at date."""
        return max((m for m in self.main_meetings if m.on < self.as_at), key=lambda m: m.on, default=None)

    @property
    def next_meeting(self) -> Meeting | None:
        """The first of the main series on or after the as-at date."""
        return min((m for m in self.main_meetings if m.on >= self.as_at), key=lambda m: m.on, default=None)

    def area_of(self, action: Action) -> Area:
        """The area an action belongs to."""
        return self.areas_by_id[action.area_id]

    def legend_of(self, status: Status) -> LegendEntry:
        """How this plan shows a status."""
        return next(entry for entry in self.legend if entry.status is status)

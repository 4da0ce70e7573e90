"""The plan as it stands on one date, and the changes people made to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any

from send_actions.domain.noun import Noun
from send_actions.domain.plan.entities import (
    Action,
    Area,
    Deadline,
    Due,
    Judgement,
    Meeting,
    Minute,
    Owner,
    Paper,
    Step,
    Update,
)
from send_actions.domain.plan.evidence import (
    Comparator,
    Evidence,
    Finding,
    Measure,
    Milestone,
    Reading,
    Source,
)
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry, Status

Statuses = Mapping[int, Status | None]
"""The statuses of a plan's actions by their row ids."""


class Plan(Noun):
    """Everything in one database as it stood at `as_at`, known at `record`.

    `today` is the pinned day of a training plan, else None. From `signs_off_from` on a meeting signs off what
    is complete; None when the plan does not ask for it. Areas, actions and meetings are in natural or
    date order.
    """

    title: str
    partnership: str
    as_at: date
    record: int
    main_series: str = ""
    today: date | None = None
    signs_off_from: date | None = None
    legend: tuple[LegendEntry, ...] = DEFAULT_LEGEND
    areas: tuple[Area, ...] = ()
    actions: tuple[Action, ...] = ()
    owners: tuple[Owner, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    minutes: tuple[Minute, ...] = ()
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()
    papers: tuple[Paper, ...] = ()

    @cached_property
    def areas_by_id(self) -> dict[int, Area]:
        """Areas by row id."""
        return {area.id: area for area in self.areas}

    @cached_property
    def actions_by_id(self) -> dict[int, Action]:
        """Actions by row id."""
        return {action.id: action for action in self.actions}

    @cached_property
    def statuses(self) -> Statuses:
        """The statuses of the actions by row id."""
        return {action.id: action.status for action in self.actions}

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
        """The first of the main series strictly after the as-at date: not a board on its own day."""
        return min((m for m in self.main_meetings if m.on > self.as_at), key=lambda m: m.on, default=None)

    @property
    def meeting_today(self) -> Meeting | None:
        """The meeting of the main series on the as-at date itself."""
        return next((m for m in self.main_meetings if m.on == self.as_at), None)

    def area_of(self, action: Action) -> Area:
        """The area an action belongs to."""
        return self.areas_by_id[action.area_id]

    def next_ref(self, area: Area) -> str:
        """The ref after the area's last: 9.5 after 9.4."""
        start = f"{area.number}."
        rests = [a.ref.removeprefix(start) for a in self.actions if a.ref.startswith(start)]
        return f"{start}{max((int(rest) for rest in rests if rest.isdecimal()), default=0) + 1}"

    def legend_of(self, status: Status) -> LegendEntry:
        """How this plan shows a status."""
        return next(entry for entry in self.legend if entry.status is status)


class Said(dict[str, Any]):
    """What a row said when it was added; a column left out was empty, and reads as "" or None."""

    def __missing__(self, column: str) -> str | None:
        return "" if column in _texts() else None


@cache
def _texts() -> frozenset[str]:
    """The columns of text, whose empty value is ""."""
    nouns: tuple[type[Any], ...] = (
        *(Action, Area, Comparator, Deadline, Due, Evidence, Finding, Judgement, LegendEntry, Measure),
        *(Meeting, Milestone, Minute, Owner, Paper, Plan, Reading, Source, Step, Update),
    )
    of_text = (name for noun in nouns for name, kind in noun.__annotations__.items() if kind == "str")
    return frozenset(of_text) | {"partners"}


class Difference(Noun):
    """What one change did to one row: an insert (field None, `after` a `Said`) or an edit of one field.

    Values are as they stand in JSON: dates as ISO text, enums as slugs.
    """

    noun: str
    row_id: int
    field: str | None
    before: Any
    after: Any


class Change(Noun):
    """One thing a person did, whole or not at all; `id` is the record number.

    `undoes` is the change an undo takes back, or the undo that a redo takes back.
    """

    id: int
    at: datetime
    day: date
    actor: str
    label: str
    undoes: int | None = None
    differences: tuple[Difference, ...] = ()

    def leaves_out(self, actions: Iterable[Action]) -> list[Action]:
        """Those of some actions that it says nothing of."""
        said_of = {d.row_id for d in self.differences if d.noun == "action"}
        said_of |= {d.after.get("action_id") for d in self.differences if d.field is None}
        return [action for action in actions if action.id not in said_of]

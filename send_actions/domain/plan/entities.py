"""The nouns of a plan: areas, actions and what was said of them, and meetings."""

from __future__ import annotations

from datetime import date

from send_actions.domain.noun import Noun
from send_actions.domain.plan.vocabulary import (
    ASKS,
    Heard,
    Impact,
    MinuteKind,
    Precision,
    Status,
)
from send_actions.domain.text import natural


class Owner(Noun):
    """A role in an organisation; the other fields never go into a board or public paper.

    The `deputy` is the role that stands in, `away_until` the last day on which the owner is away.
    """

    id: int
    role: str
    organisation: str = ""
    name: str = ""
    email: str = ""
    deputy: str = ""
    away_until: date | None = None

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}" if self.organisation else self.role

    def is_away(self, day: date) -> bool:
        """Whether the owner is away on a day."""
        return self.away_until is not None and day <= self.away_until


class Due(Noun):
    """When something falls due: its last day, how exactly that was given, and the words as typed."""

    on: date | None
    precision: Precision
    text: str


class Judgement(Noun):
    """The area lead's own view of an area, said on a date."""

    on: date
    status: Status
    reason: str = ""


class Area(Noun):
    """One area for improvement."""

    id: int
    number: str
    title: str
    outcome: str = ""
    theme: str = ""
    headline: str = ""
    lead: Owner | None = None
    exempt: bool = False
    judgement: Judgement | None = None
    version: int = 1


class Step(Noun):
    """A dated step inside an action, never an action of its own; `reached_on` is None until it is reached."""

    id: int
    words: str
    due: Due
    reached_on: date | None = None
    version: int = 1


class Action(Noun):
    """One promised piece of work, with what was last said of it on or before the as-at date.

    `since` is the day the present status began and `was` the status before it. `reason`, `path`, `path_by`,
    `look_again` and `proof` were said during the present status (PRODUCT rule: they carry forward until it
    changes); `reason_on` is the day of the reason, `confirmed_on` that of the last "no change". `ask` is what
    the board was asked for on `ask_on` and has not answered. `note` is the newest, of whatever status or
    none, and `note_on` its day. `measures` are the ids of those it is meant to move. `due_was` is the date
    before the present one; `due_agreed` says whether the present one was agreed by a meeting, as
    `status_agreed` does of the status.
    """

    id: int
    area_id: int
    ref: str
    title: str
    success_measure: str = ""
    lead: Owner | None = None
    sro: Owner | None = None
    partners: tuple[str, ...] = ()
    start: date | None = None
    exempt: bool = False
    supports: tuple[int, ...] = ()
    depends_on: tuple[int, ...] = ()
    measures: tuple[int, ...] = ()
    steps: tuple[Step, ...] = ()
    status: Status | None = None
    since: date | None = None
    was: Status | None = None
    reason: str = ""
    reason_on: date | None = None
    confirmed_on: date | None = None
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    ask: str = ""
    ask_on: date | None = None
    status_agreed: bool = False
    impact: Impact | None = None
    impact_shown_by: str = ""
    due: Due | None = None
    first_due: Due | None = None
    due_was: Due | None = None
    due_moves: int = 0
    due_agreed: bool = False
    due_reason: str = ""
    due_minute: str = ""
    updated_on: date | None = None
    note: str = ""
    note_on: date | None = None
    version: int = 1

    @property
    def due_on(self) -> date | None:
        """The day it falls due, if it has one."""
        return self.due.on if self.due else None

    @property
    def is_due_at_first(self) -> bool:
        """Whether its due date was moved away from the first and is back there."""
        first = self.first_due.on if self.first_due else None
        return self.due_moves > 0 and self.due_on is not None and first == self.due_on

    @property
    def is_open(self) -> bool:
        """Whether work is still promised; an action nobody has spoken of counts as open."""
        return self.status is None or self.status.is_open


class Update(Noun):
    """What was said of an action on a date; a part left unsaid is None or empty."""

    id: int
    action_id: int
    on: date
    status: Status | None = None
    impact: Impact | None = None
    note: str = ""
    private_note: str = ""
    ask: str = ""
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    impact_shown_by: str = ""
    no_change: bool = False
    agreed_meeting_id: int | None = None
    heard: Heard | None = None
    heard_from: str = ""
    change_id: int = 0
    actor: str = ""


class Deadline(Noun):
    """A due date said of an action on a date, why it moved and where that was agreed."""

    id: int
    action_id: int
    on: date
    due: Due
    reason: str = ""
    agreed_meeting_id: int | None = None
    minute: str = ""
    change_id: int = 0
    actor: str = ""


class Timeline(Noun):
    """One action's past within (as at, record): updates and deadlines, newest first by (on, id)."""

    updates: tuple[Update, ...]
    deadlines: tuple[Deadline, ...]

    def status_after(self, on: date) -> Update | None:
        """The newest update with a status that was said of a later date."""
        return next((update for update in self.updates if update.status and update.on > on), None)

    def due_after(self, on: date) -> Deadline | None:
        """The newest due date that was said of a later date."""
        return next((deadline for deadline in self.deadlines if deadline.on > on), None)

    def due_before(self, deadline: Deadline) -> Deadline | None:
        """The due date that one of these took the place of."""
        earlier = self.deadlines[self.deadlines.index(deadline) + 1 :]
        return next(iter(earlier), None)


class Meeting(Noun):
    """A board's meeting in a series; it may still be to come."""

    id: int
    on: date
    series: str
    returns_due: date | None = None
    papers_due: date | None = None
    record_issued: int | None = None
    version: int = 1


class Paper(Noun):
    """A paper that was issued on a day: its kind, the state it shows, and for whom.

    `digest` is the SHA-256 of its bytes; empty where no file was kept.
    """

    id: int
    on: date
    kind: str
    as_at: date
    record: int
    audience: str
    meeting_id: int | None = None
    digest: str = ""


class Minute(Noun):
    """A question, decision, request or resolution of a meeting, about an action, an area or the plan.

    `owner` answers it, by `due`; `made_action_id` is the action that it became.
    """

    id: int
    meeting_id: int
    kind: MinuteKind
    text: str
    action_id: int | None = None
    area_id: int | None = None
    owner: Owner | None = None
    due: Due | None = None
    answer: str = ""
    answered_on: date | None = None
    made_action_id: int | None = None
    exempt: bool = False
    version: int = 1

    @property
    def is_answered(self) -> bool:
        """Whether it has an answer, of which the words or the day may be all that is known."""
        return bool(self.answer or self.answered_on)

    @property
    def is_waiting(self) -> bool:
        """Whether it asks something that was not answered yet."""
        return self.kind in ASKS and not self.is_answered


def in_order(areas: list[Area]) -> tuple[Area, ...]:
    """Areas in natural order of their numbers."""
    return tuple(sorted(areas, key=lambda a: (natural(a.number), a.id)))

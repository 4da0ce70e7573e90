"""Counts, how an area stands with its worst open action, and the one line that says what needs me."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from send_actions.domain.checks.urgency import (
    is_overdue,
    is_silent_since,
    severity,
    silence_starts,
    worst_open,
)
from send_actions.domain.history.direction import Direction, direction_between
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Area, Judgement, Plan
from send_actions.domain.plan.vocabulary import (
    DEFAULT_LEGEND,
    DONE,
    TROUBLED,
    WORST_FIRST,
    LegendEntry,
    Status,
)
from send_actions.domain.words.dates import say_date, say_days


def count_statuses(actions: Iterable[Action]) -> dict[Status | None, int]:
    """How many actions have each status, worst first; None is a key only when something has no status yet."""
    counted = Counter([action.status for action in actions])
    counts: dict[Status | None, int] = {status: counted[status] for status in WORST_FIRST}
    return counts | ({None: counted[None]} if counted[None] else {})


class AreaSummary(Noun):
    """How an area stands: its lead's own judgement first, then counts and the worst open action.

    `total` leaves out withdrawn actions, `counts` holds them. `status` is the judgement if one was given,
    else the worst open action's status, else the worst of what was done or is on hold.
    """

    counts: dict[Status | None, int]
    total: int
    open: int
    overdue: int
    worst: Action | None
    sentence: str
    judgement: Judgement | None
    status: Status | None
    direction: Direction | None


def summarise(
    area: Area,
    actions: Sequence[Action],
    before: Plan | None,
    on: date,
    legend: Iterable[LegendEntry] = DEFAULT_LEGEND,
) -> AreaSummary:
    """How an area stands on a date, and which way it went since an earlier plan, in a legend's words.

    The direction is of the judgements when both plans have one, else of the worst open actions; None without
    an earlier plan, and new for an area that was not there.
    """
    counts, worst = count_statuses(actions), worst_open(actions, on)
    return AreaSummary(
        counts=counts,
        total=len(actions) - counts[Status.WITHDRAWN],
        open=len([action for action in actions if action.is_open]),
        overdue=len([action for action in actions if is_overdue(action, on)]),
        worst=worst,
        sentence=_sentence(counts, worst, {entry.status: entry.word.lower() for entry in legend}),
        judgement=area.judgement,
        status=area.judgement.status if area.judgement else worst_status(actions),
        direction=_area_direction(area, actions, before),
    )


def summarise_areas(plan: Plan, before: Plan | None) -> dict[int, AreaSummary]:
    """The summary of every area of a plan by the area's row id, in the plan's order."""
    return {
        area.id: summarise(area, plan.actions_by_area[area.id], before, plan.as_at, plan.legend)
        for area in plan.areas
    }


def worst_status(actions: Iterable[Action]) -> Status | None:
    """The worst status among the open actions, else among those done or on hold; withdrawn does not count."""
    said = dict.fromkeys([action.status for action in actions])
    living = [status for status in said if status is not Status.WITHDRAWN]
    shown = [status for status in living if status is None or status.is_open] or living
    return min(shown, key=severity, default=None)


def _area_direction(area: Area, actions: Sequence[Action], before: Plan | None) -> Direction | None:
    """Judgement against judgement, else worst open status against worst open status."""
    if before is None:
        return None
    earlier = before.areas_by_id.get(area.id)
    if earlier is None:
        return Direction.NEW
    if earlier.judgement and area.judgement:
        return direction_between(earlier.judgement.status, area.judgement.status)
    return direction_between(worst_status(before.actions_by_area[area.id]), worst_status(actions))


def _sentence(counts: dict[Status | None, int], worst: Action | None, words: dict[Status, str]) -> str:
    """The sum behind an area's standing, such as "2 of 5 at risk, worst 9.4"."""
    withdrawn = counts[Status.WITHDRAWN]
    total = sum(counts.values()) - withdrawn
    if not total:
        return f"All {withdrawn} withdrawn" if withdrawn else "No actions yet"
    if worst is None:
        done, held = sum(counts[status] for status in DONE), counts[Status.ON_HOLD]
        some_done = f"{done} of {total} done, " if done else ""
        return f"{some_done}{held} on hold" if held else f"All {total} done"
    many = counts[worst.status]
    how_many = f"All {total}" if many == total and total > 1 else f"{many} of {total}"
    status = words[worst.status] if worst.status else "without a status"
    named = f", worst {worst.ref}" if worst.status in TROUBLED else ""
    return f"{how_many} {status}{named}"


class Attention(Noun):
    """What needs the improvement lead now: the counts behind line 2 of every screen."""

    as_at: date
    actions: int
    off_track: int
    at_risk: int
    overdue: int
    overdue_green: int
    no_update: int
    is_board_day: bool
    days_to_meeting: int | None
    has_boards: bool
    returns_due: date | None

    @property
    def sentence(self) -> str:
        """The whole line; what is nought is left out."""
        late = f"{self.overdue} overdue" + self._of_them_green() if self.overdue else ""
        calm = "No action off track, at risk, overdue or silent"
        board = ", ".join(filter(None, (self._board(), self._returns())))
        return self._joined(late, board, calm)

    @property
    def short(self) -> str:
        """The line for 80 columns."""
        late = f"{self.overdue} overdue" if self.overdue else ""
        return self._joined(late, self._board(), "No action needs you")

    @property
    def is_calm(self) -> bool:
        """Whether nothing is off track, at risk, overdue or silent."""
        return not (self.off_track or self.at_risk or self.overdue or self.no_update)

    def _joined(self, late: str, board: str, calm: str) -> str:
        counts = ((Status.OFF_TRACK, self.off_track), (Status.AT_RISK, self.at_risk))
        letters = "  ".join(f"{status.letter} {count}" for status, count in counts if count)
        silent = f"{self.no_update} no update" if self.no_update else ""
        if self.is_calm:
            letters = calm if self.actions else "No actions yet"
        return " · ".join(filter(None, (letters, late, silent, board)))

    def _of_them_green(self) -> str:
        if not self.overdue_green:
            return ""
        if self.overdue_green == self.overdue:
            return ", still green" if self.overdue == 1 else ", all of them green"
        return f", {self.overdue_green} of them green"

    def _board(self) -> str:
        days = self.days_to_meeting
        if days is None:
            later = "board today, no later one" if self.is_board_day else "no board to come"
            return f"{later} in the diary" if self.has_boards else ""
        when = "tomorrow" if days == 1 else f"in {say_days(days)}"
        return f"board today, next {when}" if self.is_board_day else f"board {when}"

    def _returns(self) -> str:
        if self.returns_due is None:
            return ""
        if self.returns_due == self.as_at:
            return "returns due today"
        verb = "due" if self.returns_due > self.as_at else "were due"
        return f"returns {verb} {say_date(self.returns_due).removesuffix(f' {self.as_at.year}')}"


def ask_about_clock(later: int) -> str:
    """What to ask when changes are dated after today; empty when none is."""
    are = "1 change is" if later == 1 else f"{later:,} changes are"
    return f"{are} dated after today: is this clock right?" if later else ""


def attention(plan: Plan) -> Attention:
    """What needs the improvement lead at the plan's as-at date."""
    late = [action for action in plan.actions if is_overdue(action, plan.as_at)]
    counts = count_statuses(plan.actions)
    meeting, since = plan.next_meeting, silence_starts(plan)
    return Attention(
        as_at=plan.as_at,
        actions=len(plan.actions),
        off_track=counts[Status.OFF_TRACK],
        at_risk=counts[Status.AT_RISK],
        overdue=len(late),
        overdue_green=sum(action.status is Status.ON_TRACK for action in late),
        no_update=len([a for a in plan.actions if a.is_open and is_silent_since(a, since)]) if since else 0,
        is_board_day=plan.meeting_today is not None,
        days_to_meeting=(meeting.on - plan.as_at).days if meeting else None,
        has_boards=bool(plan.main_meetings),
        returns_due=meeting.returns_due if meeting else None,
    )

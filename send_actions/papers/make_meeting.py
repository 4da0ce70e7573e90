"""A meeting's paper: its agenda, and once something is written down of the meeting its action log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from send_actions.domain.plan import Meeting, Plan, Update
from send_actions.domain.text import single_spaced
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.reports.audience import Audience
from send_actions.reports.contents.meeting_paper import action_log, agenda
from send_actions.reports.document import Document
from send_actions.reports.sections.meetings.meeting_log import Agreed, StatusAgreed
from send_actions.reports.sections.phrasing.agreement import to_agree
from send_actions.store.reader import Reader, read_deadlines, read_plan, read_updates


def make(reader: Reader, plan: Plan, audience: Audience, when: str = "", series: str = "") -> Document:
    """Return the paper of a meeting on a day (ISO 8601) of a series, else of the main one's next.

    Raises UsageError where the diary has none.
    """
    meeting = _meant(plan, when, series or plan.main_series)
    exempt = exempt_as_last_known(reader, plan)
    agreed = _agreed(reader, plan, meeting)
    if _is_minuted(plan, meeting, agreed):
        return action_log(plan, meeting, agreed, audience=audience, also_exempt=exempt)
    end = min(meeting.on, plan.as_at)
    held = [one.on for one in plan.meetings if one.series == meeting.series and one.on < end]
    before = read_plan(reader, max(held), plan.record) if held else None
    waiting = read_deadlines(reader, {action.id for action in to_agree(plan)}, plan.as_at, plan.record)
    return agenda(plan, meeting, before, deadlines=waiting, audience=audience, also_exempt=exempt)


def has_log(reader: Reader, plan: Plan, meeting: Meeting) -> bool:
    """Whether the paper of a meeting is its action log, not its agenda."""
    return _is_minuted(plan, meeting, _agreed(reader, plan, meeting))


def _is_minuted(plan: Plan, meeting: Meeting, agreed: Agreed) -> bool:
    """Whether a meeting is held, or its day has come, and something is written down of it."""
    said = any(minute.meeting_id == meeting.id for minute in plan.minutes)
    return meeting.on <= plan.as_at and bool(said or agreed.dates or agreed.statuses)


def _meant(plan: Plan, when: str, series: str) -> Meeting:
    """The meeting of a day, that of the series where there are two."""
    on = date.fromisoformat(when) if when else None
    if on is None and plan.next_meeting:
        return plan.next_meeting
    found = [meeting for meeting in plan.meetings if meeting.on == on]
    if not found:
        day = f" on {say_date(on)}" if on else ""
        raise UsageError(f"The diary has no meeting{day}: put it there with `send-actions meeting add`.")
    return max(found, key=lambda meeting: single_spaced(meeting.series) == single_spaced(series))


def _agreed(reader: Reader, plan: Plan, meeting: Meeting) -> Agreed:
    """The due dates, and the holds, withdrawals and completions, that a meeting agreed, as they were said."""
    said = read_deadlines(reader, plan.actions_by_id.keys(), plan.as_at, plan.record)
    dates = {
        id_: those
        for id_, those in said.items()
        if any(deadline.agreed_meeting_id == meeting.id for deadline in those)
    }
    updates = read_updates(reader, plan.as_at, plan.record)
    statuses = {id_: tuple(_statuses(told, meeting)) for id_, told in updates.items()}
    return Agreed(dates, {id_: those for id_, those in statuses.items() if those})


def _statuses(updates: Sequence[Update], meeting: Meeting) -> Iterator[StatusAgreed]:
    """Yield the statuses of an action that a meeting agreed, newest first as the updates are.

    One who says that nothing has changed speaks of the status before.
    """
    for place, update in enumerate(updates):
        if update.agreed_meeting_id == meeting.id and (update.status or update.no_change):
            status = next((one.status for one in updates[place:] if one.status), None)
            if status:
                yield StatusAgreed(status, update.on)

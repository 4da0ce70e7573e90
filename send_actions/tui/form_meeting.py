"""The whole form of a meeting: put in the diary, moved, or told otherwise what is due for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from send_actions.domain.checks.slips import meeting_slips
from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.plan import Change, Meeting, Plan
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date
from send_actions.tui import form_fields
from send_actions.tui.forms import Completion, Entry, Values
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm

_DATES: Final = {"on": "on", "returns": "returns_due", "papers": "papers_due"}
"""The fields that are dates, with the draft's names of them."""


def new_meeting(plan: Plan, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a meeting that is not in the diary yet, of the main series unless it is said otherwise."""
    standing = {"on": "", "series": plan.main_series, "returns": "", "papers": ""}
    read = partial(_read_new, today=today)
    entries = [*_dates(today)[:1], _series_entry(plan), *_dates(today)[1:]]
    form = WholeForm("New meeting", entries, standing, read, "on")

    def anew(now: Plan) -> WholeEdit | None:
        return new_meeting(now, today=today, done=done)

    return WholeEdit("new", "the new meeting", "meeting", frozenset(), form, done, anew)


def meeting_edit(meeting: Meeting, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a meeting of the diary as it stands."""
    days = {"on": meeting.on, "returns": meeting.returns_due, "papers": meeting.papers_due}
    standing = {name: say_date(day) if day else "" for name, day in days.items()}
    read = partial(_read_edit, meeting=meeting, today=today)
    title = f"{inline(meeting.series)}, {say_date(meeting.on)}"
    form = WholeForm(title, _dates(today), standing, read, "on")

    def anew(now: Plan) -> WholeEdit | None:
        there = now.meetings_by_id.get(meeting.id)
        return meeting_edit(there, today=today, done=done) if there else None

    named = f"the meeting of {say_date(meeting.on)}"
    return WholeEdit("edit", named, "meeting", frozenset({meeting.id}), form, done, anew)


def _dates(today: date) -> list[Entry]:
    by = partial(form_fields.date_entry, today=today)
    return [
        by("on", "Date", "when the board meets, such as 15 April"),
        by("returns", "Returns due", "when updates are to be in; empty: no day"),
        by("papers", "Papers due", "when papers go out; empty: no day"),
    ]


def _series_entry(plan: Plan) -> Entry:
    def complete(values: Values) -> Completion | None:
        typed = fold(values["series"])
        known = dict.fromkeys([plan.main_series, *(meeting.series for meeting in plan.meetings)])
        found = next(
            (one for one in known if typed and fold(one).startswith(typed) and fold(one) != typed), ""
        )
        return Completion(found, {"series": found}) if found else None

    return Entry("series", "Series", "the board's name, as the diary is to have it", complete=complete)


def _draft(fields: Fields, today: date, series: str) -> MeetingDraft:
    no_day: date | None = None
    days: Mapping[str, date | None] = {
        name: fields.read(field, form_fields.read_day(today), no_day) for field, name in _DATES.items()
    }
    draft = MeetingDraft(**days, series=series)
    if "on" not in fields.problems:
        fields.check(draft, {"": "on" if draft.on is None else "returns"})
    if draft.on and fields.is_changed("on"):
        due = {"Returns": draft.returns_due, "Papers": draft.papers_due}
        fields.doubt("on", " ".join(meeting_slips(draft.on, today, due)))
    return draft


def _read_new(fields: Fields, *, today: date) -> Task:
    series = fields.values["series"]
    if not series:
        fields.refuse("series", "The meeting needs the name of its board.")
    draft = _draft(fields, today, series)
    form_fields.ask_about_personal(fields, ("series",))

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.meetings import add_meeting

        return add_meeting(store, draft, **author)

    return task


def _read_edit(fields: Fields, *, meeting: Meeting, today: date) -> Task:
    draft = _draft(fields, today, meeting.series)
    values = {name: getattr(draft, name) for field, name in _DATES.items() if fields.is_changed(field)}

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.meetings import revise_meeting

        return revise_meeting(store, meeting.id, values, expected_version=meeting.version, **author)

    return task

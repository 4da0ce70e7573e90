"""Measures: add and change them, add their readings, and say which actions are meant to move them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Final

from send_actions.changes.validation import existing_row, list_columns, list_refs, statement_date
from send_actions.domain.drafts import MeasureDraft, ReadingDraft
from send_actions.domain.plan import Change
from send_actions.domain.text import match_key
from send_actions.domain.words.measured import say_value
from send_actions.errors import SendActionsError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

OF_A_MEASURE: Final = ("reading", "milestone", "comparator", "action_measure")
"""The nouns whose rows are a measure's."""


def add_measure(
    store: Store, draft: MeasureDraft, *, moved_by: Sequence[int] = (), actor: str, at: datetime, day: date
) -> Change | None:
    """Add a measure and the actions meant to move it; raises SendActionsError for a title in use."""
    draft.checked()
    with store.record(f"Add the measure {draft.title}", actor=actor, at=at, day=day) as recording:
        _refuse_used_title(recording, draft.title)
        if draft.area_id is not None:
            existing_row(recording, "area", draft.area_id)
        measure_id = recording.insert("measure", [{"on": day, **vars(draft)}])[0]
        for action_id in moved_by:
            existing_row(recording, "action", action_id)
        links = [{"on": day, "action_id": id_, "measure_id": measure_id} for id_ in moved_by]
        recording.insert("action_measure", links)
    return recording.change


def revise_measure(
    store: Store,
    measure_id: int,
    values: Mapping[str, object],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say otherwise what a measure is; None when it is so already. Raises UsageError for what cannot be.

    `values` are fields of a `MeasureDraft`; those left out stay. Raises SendActionsError for a title in use.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "measure", measure_id, expected_version)
        known = {item.name: row[item.name] for item in fields(MeasureDraft)}
        draft = MeasureDraft(**{**known, **values}).checked()
        _refuse_used_title(recording, draft.title, apart_from=measure_id)
        if draft.area_id is not None:
            existing_row(recording, "area", draft.area_id)
        changed = recording.edit("measure", measure_id, vars(draft))
        recording.label = f"Change the measure {row['title']}: {list_columns(changed)}"
    return recording.change


def remove_measure(store: Store, measure_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take a measure out of the plan from today on, with its readings and what names it.

    Raises SendActionsError when it is no longer there.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "measure", measure_id)
        readings = len(recording.rows_in_plan("reading", measure_id=measure_id))
        for link in recording.rows_in_plan("action_measure", measure_id=measure_id):
            recording.touch("action", link["action_id"])
        for noun in OF_A_MEASURE:
            for of_it in recording.rows_in_plan(noun, measure_id=measure_id):
                recording.retire(noun, of_it["id"], day)
        recording.retire("measure", measure_id, day)
        its = f" with its {readings} reading{'s' * (readings > 1)}" if readings else ""
        recording.label = f"Remove the measure {row['title']}{its}"
    return recording.change


def add_reading(store: Store, draft: ReadingDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Write down a measure's value for a period, or correct it; None when the plan says so already."""
    draft.checked()
    with store.record("Read a measure", actor=actor, at=at, day=day) as recording:
        measure = existing_row(recording, "measure", draft.measure_id)
        on = statement_date(draft.on, day)
        of_period = recording.rows_in_plan("reading", measure_id=draft.measure_id, on=on)
        done = "Correct" if of_period else "Read"
        if of_period:
            said = {"period": draft.period, "value": draft.value, "note": draft.note or of_period[-1]["note"]}
            recording.edit("reading", of_period[-1]["id"], said)
        else:
            recording.insert("reading", [{**vars(draft), "on": on}])
        recording.label = (
            f"{done} {measure['title']}: {say_value(draft.value, measure['unit'])}, {draft.period}"
        )
    return recording.change


def move_measure(
    store: Store, measure_id: int, action_ids: Sequence[int], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Say which actions are meant to move a measure; None when the plan says so of all of them already."""
    with store.record("Say what moves a measure", actor=actor, at=at, day=day) as recording:
        measure = existing_row(recording, "measure", measure_id)
        refs = []
        for action_id in action_ids:
            action = existing_row(recording, "action", action_id)
            link = {"action_id": action_id, "measure_id": measure_id}
            if not recording.rows_in_plan("action_measure", **link):
                recording.insert("action_measure", [{"on": day, **link}])
                recording.touch("action", action_id)
                refs.append(action["ref"])
        recording.label = f"Say that {list_refs(refs)} move{'s' * (len(refs) == 1)} {measure['title']}"
    return recording.change


def _refuse_used_title(recording: Recording, title: str, *, apart_from: int | None = None) -> None:
    """Refuse a title that another measure has."""
    for row in recording.rows_in_plan("measure"):
        if row["id"] != apart_from and match_key(row["title"]) == match_key(title):
            raise SendActionsError(f"There is a measure {title} already: give this one another title.")

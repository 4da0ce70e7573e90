"""Areas: add, revise, judge and retire them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from send_actions.changes.names import one_name_each, refuse_used_name
from send_actions.changes.validation import clean_values, existing_row, list_columns, statement_date
from send_actions.domain.drafts import AreaDraft
from send_actions.domain.plan import Change, Judgement
from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording


def add_area(
    store: Store,
    draft: AreaDraft,
    *,
    judged: Judgement | None = None,
    on: date | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Add an area, with its lead's judgement if given; raises SendActionsError when its number is in use."""
    record = store.record(f"Add area {draft.number}", actor=actor, at=at, day=day)
    with record as recording, one_name_each(recording, "give a later date, or another number"):
        area_id = insert_area(recording, draft, on=statement_date(on, day))
        if judged:
            say_judgement(recording, area_id, judged)
    return recording.change


def insert_area(recording: Recording, draft: AreaDraft, *, on: date) -> int:
    """Add an area within a change that does more, and return its id."""
    draft.checked()
    refuse_used_name(recording, "area", draft.number)
    return recording.insert("area", [{"on": on, **clean_values(recording, vars(draft))}])[0]


def revise_area(
    store: Store,
    area_id: int,
    values: Mapping[str, object],
    *,
    judged: Judgement | None = None,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Change wording: number, title, outcome, theme, headline, lead (an OwnerDraft), exempt.

    With the lead's judgement it is one change, and taken back as one.
    """
    record = store.record("Revise an area", actor=actor, at=at, day=day)
    with (
        record as recording,
        one_name_each(recording, "give this one another number", when="number" in values),
    ):
        row = existing_row(recording, "area", area_id, expected_version)
        cleaned = clean_values(recording, values)
        revised = {**row, **cleaned}
        if not revised["title"] or not revised["number"]:
            raise UsageError("An area needs a number and a title.")
        if revised["number"] != row["number"]:
            refuse_used_name(recording, "area", revised["number"], apart_from=area_id)
        changed = list_columns(recording.edit("area", area_id, cleaned))
        said = judged.status.word.lower() if judged and say_judgement(recording, area_id, judged) else ""
        also = f"{changed}, judged {said}" if said else changed
        recording.label = (
            f"Revise area {row['number']}: {also}" if changed else f"Judge area {row['number']} {said}"
        )
    return recording.change


def judge_area(
    store: Store,
    area_id: int,
    status: Status,
    reason: str = "",
    *,
    on: date | None = None,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say the lead's own judgement of an area, on a date."""
    with store.record("Judge an area", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "area", area_id, expected_version)
        say_judgement(recording, area_id, Judgement(statement_date(on, day), status, reason))
        recording.label = f"Judge area {row['number']} {status.word.lower()}"
    return recording.change


def say_judgement(recording: Recording, area_id: int, judged: Judgement) -> bool:
    """Say a judgement within a change; returns whether it was another than the one that stood on its date."""
    stated_on = statement_date(judged.on, recording.day)
    said = {"status": judged.status, **clean_values(recording, {"reason": judged.reason})}
    earlier = [j for j in recording.rows_in_plan("judgement", area_id=area_id) if j["on"] <= stated_on]
    last = max(earlier, key=lambda j: (j["on"], j["id"]), default=None)
    if last is not None and all(last[name] == value for name, value in said.items()):
        return False
    recording.insert("judgement", [{"area_id": area_id, "on": stated_on, **said}])
    recording.touch("area", area_id)
    return True


def retire_area(
    store: Store, area_id: int, *, on: date | None = None, actor: str, at: datetime, day: date
) -> Change | None:
    """Take an area out of the plan from a date on; raises SendActionsError while it has actions."""
    with store.record("Retire an area", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "area", area_id)
        refs = [action["ref"] for action in recording.rows_in_plan("action", area_id=area_id)]
        if refs:
            named = ", ".join(refs[:5]) + (" …" if refs[5:] else "")
            raise SendActionsError(
                f"Area {row['number']} still has actions ({named}): move or retire them first."
            )
        recording.retire("area", area_id, statement_date(on, day))
        recording.label = f"Retire area {row['number']}"
    return recording.change

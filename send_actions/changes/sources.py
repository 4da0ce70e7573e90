"""The sources whose findings a plan answers, and what they found: entered, changed and removed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from send_actions.changes.validation import existing_row, list_columns, statement_date
from send_actions.domain.drafts import FindingDraft, SourceDraft
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, match_key
from send_actions.errors import SendActionsError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

_LONGEST_QUOTE = 60


def add_source(store: Store, draft: SourceDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Enter a source; raises SendActionsError when there is one of the title, UsageError without a date."""
    draft.checked()
    with store.record(f"Enter the source {draft.title}", actor=actor, at=at, day=day) as recording:
        _refuse_used_title(recording, draft.title)
        recording.insert("source", [{**vars(draft), "on": statement_date(draft.on, day)}])
    return recording.change


def revise_source(
    store: Store,
    source_id: int,
    values: Mapping[str, object],
    *,
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say otherwise what a source is; None when it is so already. Raises UsageError for what cannot be.

    `values` are fields of a `SourceDraft`; those left out stay. Raises SendActionsError for a title in use.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "source", source_id, expected_version)
        draft = SourceDraft(**{**_known(SourceDraft, row), **values}).checked()
        _refuse_used_title(recording, draft.title, apart_from=source_id)
        changed = recording.edit("source", source_id, {**vars(draft), "on": statement_date(draft.on, day)})
        recording.label = f"Change the source {row['title']}: {list_columns(changed)}"
    return recording.change


def remove_source(store: Store, source_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take a source out of the plan from today on; raises SendActionsError while it has findings."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "source", source_id)
        if many := len(recording.rows_in_plan("finding", source_id=source_id)):
            its, them = ("a finding", "it") if many == 1 else (f"{many} findings", "them")
            raise SendActionsError(
                f"The source {row['title']} has {its}: nothing was removed; remove {them} first."
            )
        recording.retire("source", source_id, day)
        recording.label = f"Remove the source {row['title']}"
    return recording.change


def add_finding(store: Store, draft: FindingDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Enter a finding of a source with the areas that answer it; None when it stands there already."""
    draft.checked()
    with store.record("Enter a finding", actor=actor, at=at, day=day) as recording:
        source = existing_row(recording, "source", draft.source_id)
        told = {name: value for name, value in vars(draft).items() if name != "area_ids"}
        found = recording.rows_in_plan("finding", **told)
        finding_id = found[0]["id"] if found else recording.insert("finding", [told])[0]
        _answer(recording, finding_id, draft.area_ids, day)
        kind = draft.kind.value.replace("-", " ")
        what = f"{'an' if kind[0] in 'ae' else 'a'} {kind}"
        recording.label = f"Enter {what} of {source['title']}: {cut(draft.text, _LONGEST_QUOTE)}"
    return recording.change


def revise_finding(
    store: Store,
    finding_id: int,
    values: Mapping[str, object],
    *,
    answered_by: Collection[int] = (),
    no_longer_by: Collection[int] = (),
    expected_version: int | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Say otherwise what was found, or which areas answer it; None when it is so already.

    `values` are fields of a `FindingDraft` but its areas; those left out stay. Raises UsageError for what
    cannot be, SendActionsError when its source has the very same finding already.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "finding", finding_id, expected_version)
        draft = FindingDraft(**{**_known(FindingDraft, row), **values}).checked()
        said = {name: value for name, value in vars(draft).items() if name != "area_ids"}
        if any(same["id"] != finding_id for same in recording.rows_in_plan("finding", **said)):
            raise SendActionsError("Its source has the very same finding already.")
        changed = list(recording.edit("finding", finding_id, said))
        links = recording.rows_in_plan("finding_area", finding_id=finding_id)
        gone = [link for link in links if link["area_id"] in no_longer_by]
        for link in gone:
            recording.retire("finding_area", link["id"], day)
        if _answer(recording, finding_id, answered_by, day) or gone:
            changed.append("areas")
        recording.label = f"Change a finding of {_of(recording, row)}: {list_columns(changed)}"
    return recording.change


def remove_finding(store: Store, finding_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Take a finding out of its source from today on, with what says which areas answer it.

    Raises SendActionsError when it is no longer there.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, "finding", finding_id)
        for link in recording.rows_in_plan("finding_area", finding_id=finding_id):
            recording.retire("finding_area", link["id"], day)
        recording.retire("finding", finding_id, day)
        recording.label = f"Remove a finding of {_of(recording, row)}"
    return recording.change


def _known(kind: type[SourceDraft | FindingDraft], row: Mapping[str, Any]) -> dict[str, Any]:
    return {item.name: row[item.name] for item in fields(kind) if item.name in row}


def _of(recording: Recording, finding: Mapping[str, Any]) -> str:
    """Return a finding's source and its words, as a label has them."""
    source = recording.row("source", finding["source_id"])
    return f"{source['title'] if source else 'a source'}: {cut(finding['text'], _LONGEST_QUOTE)}"


def _answer(recording: Recording, finding_id: int, area_ids: Collection[int], day: date) -> bool:
    """Say of areas that they answer a finding; return whether one did not."""
    has_new = False
    for area_id in area_ids:
        existing_row(recording, "area", area_id)
        link = {"finding_id": finding_id, "area_id": area_id}
        if not recording.rows_in_plan("finding_area", **link):
            recording.insert("finding_area", [{"on": day, **link}])
            has_new = True
    return has_new


def _refuse_used_title(recording: Recording, title: str, *, apart_from: int | None = None) -> None:
    """Refuse a title that another source has."""
    for row in recording.rows_in_plan("source"):
        if row["id"] != apart_from and match_key(row["title"]) == match_key(title):
            raise SendActionsError(f"There is a source {title} already: give this one another title.")

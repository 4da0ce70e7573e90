"""The sources whose findings a plan answers."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.changes.validation import existing_row, statement_date
from send_actions.domain.drafts import FindingDraft, SourceDraft
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, match_key
from send_actions.errors import SendActionsError
from send_actions.store.database import Store

_LONGEST_QUOTE = 60


def add_source(store: Store, draft: SourceDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Enter a source; raises SendActionsError when there is one of the title, UsageError without a date."""
    draft.checked()
    with store.record(f"Enter the source {draft.title}", actor=actor, at=at, day=day) as recording:
        if any(match_key(row["title"]) == match_key(draft.title) for row in recording.rows_in_plan("source")):
            raise SendActionsError(f"There is a source {draft.title} already: give this one another title.")
        recording.insert("source", [{**vars(draft), "on": statement_date(draft.on, day)}])
    return recording.change


def add_finding(store: Store, draft: FindingDraft, *, actor: str, at: datetime, day: date) -> Change | None:
    """Enter a finding of a source with the areas that answer it; None when it stands there already."""
    draft.checked()
    with store.record("Enter a finding", actor=actor, at=at, day=day) as recording:
        source = existing_row(recording, "source", draft.source_id)
        told = {name: value for name, value in vars(draft).items() if name != "area_ids"}
        found = recording.rows_in_plan("finding", **told)
        finding_id = found[0]["id"] if found else recording.insert("finding", [told])[0]
        for area_id in draft.area_ids:
            existing_row(recording, "area", area_id)
            link = {"finding_id": finding_id, "area_id": area_id}
            if not recording.rows_in_plan("finding_area", **link):
                recording.insert("finding_area", [{"on": day, **link}])
        kind = draft.kind.value.replace("-", " ")
        what = f"{'an' if kind[0] in 'ae' else 'a'} {kind}"
        recording.label = f"Enter {what} of {source['title']}: {cut(draft.text, _LONGEST_QUOTE)}"
    return recording.change

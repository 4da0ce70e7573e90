"""Views kept with the plan: a filter under a name, renamed, given another filter, and removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from send_actions.changes.validation import existing_row
from send_actions.domain.drafting import too_long
from send_actions.domain.filters.language import parse
from send_actions.domain.filters.named_views import name_refusal
from send_actions.domain.plan import Change
from send_actions.domain.text import clean, match_key
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

NOUN: Final = "saved_view"


def add_view(store: Store, name: str, terms: str, *, actor: str, at: datetime, day: date) -> Change | None:
    """Keep a filter under a name; None when it is kept so already.

    Raises UsageError for a filter that cannot be read or chooses nothing, SendActionsError for a name that
    another view has.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = {"name": _name(name), "filter": _terms(terms, day)}
        if not recording.rows_in_plan(NOUN, **row):
            _refuse_second(recording, row["name"])
            recording.insert(NOUN, [row])
            recording.label = f"Keep the view {row['name']}: {row['filter']}"
    return recording.change


def revise_view(
    store: Store, view_id: int, values: Mapping[str, str], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Give a view another `name` or `filter`; None when it has them already. Raises as `add_view` does."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, NOUN, view_id)
        name = _name(values.get("name", row["name"]))
        terms = _terms(values["filter"], day) if "filter" in values else row["filter"]
        if match_key(name) != match_key(row["name"]):
            _refuse_second(recording, name)
        changed = recording.edit(NOUN, view_id, {"name": name, "filter": terms})
        label = f"Rename the view {row['name']} to {name}" if "name" in changed else f"Change the view {name}"
        recording.label = label + (f": {terms}" if "filter" in changed else "")
    return recording.change


def remove_view(store: Store, view_id: int, *, actor: str, at: datetime, day: date) -> Change | None:
    """Keep a view no longer; what it showed stays as it is."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        row = existing_row(recording, NOUN, view_id)
        recording.retire(NOUN, view_id, day)
        recording.label = f"Remove the view {row['name']}"
    return recording.change


def _name(name: str) -> str:
    name = clean(name, one_line=True)
    if refusal := "" if match_key(name) else name_refusal(name, ()):
        raise UsageError(refusal)
    if problem := too_long("name", name, one_line=True):
        raise UsageError(problem)
    return name


def _terms(terms: str, day: date) -> str:
    terms = clean(terms, one_line=True)
    if problem := too_long("filter", terms, one_line=True):
        raise UsageError(problem)
    if not parse(terms, today=day):
        raise UsageError("A view shows what a filter chooses: name one, such as status:red area:3.")
    return terms


def _refuse_second(recording: Recording, name: str) -> None:
    """Refuse a name by which people would take the view for another."""
    if refusal := name_refusal(name, [str(row["name"]) for row in recording.rows_in_plan(NOUN)]):
        raise SendActionsError(refusal)

"""The plan itself: begin it, change its particulars and its legend, and find or add its owners."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry
from send_actions.domain.text import clean, match_key
from send_actions.errors import SendActionsError, UsageError
from send_actions.store.database import Store
from send_actions.store.recording import Recording

REACHED = ("name", "email", "deputy", "away_until")
"""What is said of an owner beside the role and the organisation: it stays out of papers."""

COLOURS = ("red", "amber", "green", "blue", "grey", "none")


def begin_plan(
    store: Store,
    *,
    title: str,
    partnership: str,
    main_series: str,
    today: date | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Write the plan's own row, the first record; `today` pins the day of a training plan."""
    with store.record("Begin the plan", actor=actor, at=at, day=day) as recording:
        if recording.rows_in_plan("plan"):
            raise SendActionsError("This plan is begun already: make another file for another plan.")
        words = {"title": title, "partnership": partnership, "main_series": main_series}
        recording.insert("plan", [{**_cleaned(words), "today": today}])
    return recording.change


def revise_plan(
    store: Store, values: Mapping[str, object], *, actor: str, at: datetime, day: date
) -> Change | None:
    """Change the title, the partnership, the main series, or from when a meeting signs off completion."""
    with store.record("", actor=actor, at=at, day=day) as recording:
        changed = recording.edit("plan", 1, _cleaned(values))
        recording.label = f"Change the plan: {', '.join(name.replace('_', ' ') for name in changed)}"
    return recording.change


def revise_legend(store: Store, entry: LegendEntry, *, actor: str, at: datetime, day: date) -> Change | None:
    """Show a status as this entry says; None when the plan shows it so already. Raises UsageError."""
    word = clean(entry.word, one_line=True)
    if entry.colour not in COLOURS:
        raise UsageError(f"A legend's colour is one of {', '.join(COLOURS)}.")
    if not word:
        raise UsageError("A status needs a word in the legend.")
    with store.record(f"Show {entry.status.value} as {word}", actor=actor, at=at, day=day) as recording:
        shown = replace(entry, word=word, definition=clean(entry.definition))
        own = recording.rows_in_plan("legend", status=entry.status)
        if own:
            recording.edit("legend", own[0]["id"], vars(shown))
        elif shown not in DEFAULT_LEGEND:
            recording.insert("legend", [{"on": day, **vars(shown)}])
    return recording.change


class Owners:
    """The owners of a plan within one change."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._seen: dict[OwnerDraft, int] = {}
        rows = recording.rows_in_plan("owner")
        self._ids = {_known_by(row["role"], row["organisation"]): row["id"] for row in rows}
        self._roles = {row["id"]: match_key(row["role"]) for row in rows}

    def id_meant(self, draft: OwnerDraft | None, present: int | None) -> int | None:
        """Return the id of the owner meant; the present one stays where only their role is said."""
        if draft and not draft.organisation and self._roles.get(present or 0) == match_key(draft.role):
            return present
        return self.id_of(draft)

    def id_of(self, draft: OwnerDraft | None) -> int | None:
        """Return the id of the owner meant, adding one that is not there yet; None for nobody.

        A name or an e-mail address that is given is kept with the owner who is there.
        """
        if draft is None:
            return None
        if draft in self._seen:
            return self._seen[draft]
        draft.checked()
        key = _known_by(draft.role, draft.organisation)
        if key not in self._ids:
            self._ids[key] = self._recording.insert("owner", [vars(draft)])[0]
        else:
            given = {name: getattr(draft, name) for name in REACHED}
            kept = {field: words for field, words in given.items() if words}
            if kept:
                self._recording.edit("owner", self._ids[key], kept)
        self._seen[draft] = int(self._ids[key])
        return self._seen[draft]


def owner_id(recording: Recording, draft: OwnerDraft | None) -> int | None:
    """Return the id of one owner; see `Owners.id_of`."""
    return None if draft is None else Owners(recording).id_of(draft)


def _cleaned(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: clean(value, one_line=True) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _known_by(role: str, organisation: str) -> tuple[str, str]:
    return match_key(role), match_key(organisation)

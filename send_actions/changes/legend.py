"""The plan's own legend: how it shows a status, by colour, word and definition, and whether it uses it."""

from __future__ import annotations

from datetime import date, datetime

from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry
from send_actions.domain.text import clean
from send_actions.errors import UsageError
from send_actions.store.database import Store

_DEFAULT = {entry.status: entry for entry in DEFAULT_LEGEND}
COLOURS = ("red", "amber", "green", "blue", "grey", "none")


def revise_legend(store: Store, entry: LegendEntry, *, actor: str, at: datetime, day: date) -> Change | None:
    """Show a status as this entry says; None when the plan shows it so already. Raises UsageError."""
    word = clean(entry.word, one_line=True)
    if entry.colour not in COLOURS:
        raise UsageError(f"A legend's colour is one of {', '.join(COLOURS)}.")
    if not word:
        raise UsageError("A status needs a word in the legend.")
    with store.record(f"Show {entry.status.value} as {word}", actor=actor, at=at, day=day) as recording:
        shown = {
            "colour": entry.colour,
            "word": word,
            "definition": clean(entry.definition),
            "used": entry.used,
        }
        own = recording.rows_in_plan("legend", status=entry.status)
        if own:
            recording.edit("legend", own[0]["id"], shown)
        elif {"status": entry.status, **shown} != vars(_DEFAULT[entry.status]):
            recording.insert("legend", [{"on": day, "status": entry.status, **shown}])
    return recording.change

"""What was said of one action and is in force: its updates and its due dates folded, oldest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status

Row = Mapping[str, Any]
Fields = dict[str, Any]
"""What statements give to an `Action`, by the names of its fields."""

UPDATE_COLUMNS: Final = (
    *("id", "action_id", "on", "status", "impact", "note", "private_note", "ask", "path", "path_by"),
    *("look_again", "proof", "impact_shown_by", "no_change", "agreed_meeting_id"),
)
DEADLINE_COLUMNS: Final = (
    *("id", "action_id", "on", "due", "precision", "text", "reason", "agreed_meeting_id", "minute"),
)
"""What of a statement is folded, in this order: a row of many is a tuple: a mapping takes longer to make."""

update_of: Final = itemgetter(*UPDATE_COLUMNS)
deadline_of: Final = itemgetter(*DEADLINE_COLUMNS)

PUBLIC_FIELDS: Final = (
    *("status", "impact", "no_change", "note", "ask"),
    *("path", "path_by", "look_again", "proof", "impact_shown_by"),
)
"""What an update can say beside a private note."""

_PUBLIC_AT: Final = tuple(map(UPDATE_COLUMNS.index, PUBLIC_FIELDS))

_STATUSES: Final = {status.value: status for status in Status}
_CARRIED: Final = ("path", "path_by", "look_again", "proof")
_DATES: Final = (
    "since",
    "reason_on",
    "confirmed_on",
    "path_by",
    "look_again",
    "ask_on",
    "updated_on",
    "note_on",
)

_UNSAID: Final[Mapping[str, Any]] = {
    "status": None,
    "since": None,
    "was": None,
    "reason": "",
    "reason_on": None,
    "confirmed_on": None,
    "path": "",
    "path_by": None,
    "look_again": None,
    "proof": "",
    "ask": "",
    "ask_on": None,
    "status_agreed": False,
    "impact": None,
    "impact_shown_by": "",
    "updated_on": None,
    "note": "",
    "note_on": None,
}
_NO_DUE: Final[Mapping[str, Any]] = {
    "due": None,
    "first_due": None,
    "due_was": None,
    "due_moves": 0,
    "due_agreed": False,
    "due_reason": "",
    "due_minute": "",
}
SAID_FIELDS: Final = (*_UNSAID, *_NO_DUE)
"""The fields of an `Action` that statements give it."""


def fields_of_actions(
    ids: Iterable[int], updates: Iterable[Sequence[Any]], deadlines: Iterable[Sequence[Any]]
) -> dict[int, Fields]:
    """Return what was last said of each of these actions, by their updates and deadlines in any order."""
    updates_of, deadlines_of = _by_action(updates), _by_action(deadlines)
    return {id_: update_fields(updates_of[id_]) | due_fields(deadlines_of[id_]) for id_ in ids}


def update_fields(updates: Iterable[Sequence[Any]]) -> Fields:
    """Fold updates, oldest first; reason, path, proof and ask carry forward until the status changes."""
    run: Fields = {}
    last: Fields = {}
    for update in updates:
        _, _, on, status, impact, note, private_note, ask, *carried, shown_by, no_change, agreed_at = update
        if status and status != run.get("status"):
            run = {"status": status, "since": on, "was": run.get("status")}
        if status or no_change:
            _judge(run, on, note if status else "", no_change, agreed_at)
        if ask:
            run["ask"], run["ask_on"] = ask, on
        if any(carried):
            run.update((name, said) for name, said in zip(_CARRIED, carried, strict=True) if said)
        if impact:
            last["impact"], last["impact_shown_by"] = impact, shown_by
        if note:
            last["note"], last["note_on"] = note, on
        if not private_note or any(map(update.__getitem__, _PUBLIC_AT)):
            last["updated_on"] = on
    return _read({**_UNSAID, **run, **last})


def _judge(run: Fields, on: Any, reason: str, no_change: Any, agreed_at: int | None) -> None:
    """Take in that a status was said, with its reason, or confirmed."""
    if reason and not (no_change and "reason" in run):
        run["reason"], run["reason_on"] = reason, on
    if no_change:
        run["confirmed_on"] = on
    if agreed_at is not None:
        run["status_agreed"] = True


def _read(fields: Fields) -> Fields:
    """Return fields with what closed lists and dates they mean."""
    fields["status"], fields["was"] = as_status(fields["status"]), as_status(fields["was"])
    fields["impact"] = Impact(fields["impact"]) if fields["impact"] else None
    for name in _DATES:
        if fields[name]:
            fields[name] = as_date(fields[name])
    return fields


def due_fields(deadlines: Iterable[Sequence[Any]]) -> Fields:
    """Fold due dates, oldest first; reason and agreement carry forward until the date itself changes.

    To return to the first date, or to one that a meeting agreed, needs no agreement.
    """
    fields, settled = dict(_NO_DUE), None
    for _, _, _, on, precision, text, reason, agreed_at, minute in deadlines:
        due = as_due(on, precision, text)
        if fields["due"] is None:
            fields["first_due"] = settled = due
        elif not is_same_due(due, fields["due"]):
            fields["due_was"] = fields["due"]
            fields["due_moves"] += 1
            fields |= {"due_agreed": is_same_due(due, settled), "due_reason": "", "due_minute": ""}
        fields["due"] = due
        if agreed_at is not None:
            fields["due_agreed"], settled = True, due
        fields["due_reason"] = reason or fields["due_reason"]
        fields["due_minute"] = minute or fields["due_minute"]
    return fields


def standing_fields(row: Row) -> Fields:
    """Return the status, impact and due date that a row has; the rest is unsaid."""
    impact = row["impact"]
    return {
        **_UNSAID,
        **_NO_DUE,
        "status": as_status(row["status"]),
        "impact": Impact(impact) if impact else None,
        "due": as_due(row["due"], row["precision"], row["text"]),
    }


def is_same_due(one: Due | None, other: Due | None) -> bool:
    """Say whether two due dates mean the same, so that neither is a move of the other.

    They do on the same day, however exactly it is known, and when both are ongoing; without either, in the
    same words.
    """
    if one is None or other is None:
        return one is other
    if one.on is not None or other.on is not None:
        return one.on == other.on
    if one.precision is other.precision is Precision.ONGOING:
        return True
    return (one.precision, one.text) == (other.precision, other.text)


def has_public_part(update: Row) -> bool:
    """Say whether an update holds anything but a private note."""
    return not update["private_note"] or any(update[name] for name in PUBLIC_FIELDS)


@lru_cache(maxsize=4096)
def as_due(on: date | str | None, precision: str | None, text: str | None) -> Due | None:
    """Read a due date from its three columns; None when none was said."""
    return Due(as_date(on), Precision(precision), text or "") if precision else None


def as_status(slug: str | None) -> Status | None:
    """Read a status by its slug."""
    return _STATUSES[slug] if slug else None


def as_date(value: date | str | None) -> date | None:
    """Read a date as a database or JSON gives it."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _by_action(rows: Iterable[Sequence[Any]]) -> defaultdict[int, list[Sequence[Any]]]:
    """Group what was said by its action, in the order of (on, id)."""
    groups: defaultdict[int, list[Sequence[Any]]] = defaultdict(list)
    for row in rows:
        groups[row[1]].append(row)
    for said in groups.values():
        if len(said) > 1:
            said.sort(key=_said_in_order)
    return groups


_said_in_order = itemgetter(2, 0)
"""A key of (on, id): the dates of one group are all ISO text, or all dates."""

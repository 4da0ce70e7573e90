"""State(D, N): the plan as at a date and a record, folded from its changes (PRODUCT section 5).

The store's reader selects the same state in SQL; this fold is the rule itself, and the oracle that a property
test holds the reader to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from send_actions.domain.history.assembly import DATES_ITSELF, NOUNS, assemble
from send_actions.domain.history.folding import Row, deadline_of, fields_of_actions, update_of
from send_actions.domain.history.rows_in_force import is_retired, rows_until
from send_actions.domain.plan import Change, Plan, Said

STATEMENTS: Final = ("progress_update", "deadline")
"""The nouns that say something of an action for a date; they are never edited."""


def state(changes: Sequence[Change], as_at: date, record: int | None = None) -> Plan:
    """Return State(as_at, record); without a record, everything known."""
    known = [change for change in changes if record is None or change.id <= record]
    rows = _rows(in_force(known), as_at)
    there: dict[str, Sequence[Row]] = {
        name: [row for _, row in sorted(of_noun.items()) if name == "area" or not is_retired(row, as_at)]
        for name, of_noun in rows.items()
    }
    for noun in STATEMENTS:
        there[noun] = rows_until(there[noun], as_at)
    spoken_of = {update["action_id"] for update in there["progress_update"]}
    there["action"] = [a for a in there["action"] if rows_until([a], as_at) or a["id"] in spoken_of]
    latest = max((change.id for change in known), default=0)
    said = fields_of_actions(
        (row["id"] for row in there["action"]),
        map(update_of, there["progress_update"]),
        map(deadline_of, there["deadline"]),
    )
    return assemble(there, said, as_at=as_at, record=latest if record is None else record)


def undone(changes: Iterable[Change]) -> set[int]:
    """Return the ids of the changes whose last undo or redo is an undo."""
    target_of: dict[int, int] = {}
    taken_back: set[int] = set()
    for change in changes:
        if change.undoes is None:
            continue
        if change.undoes in target_of:
            taken_back.discard(target_of[change.undoes])
        else:
            target_of[change.id] = change.undoes
            taken_back.add(change.undoes)
    return taken_back


def in_force(changes: Sequence[Change]) -> list[Change]:
    """Return the changes that were not undone, without the undos and redos themselves."""
    taken_back = undone(changes)
    return [change for change in changes if change.undoes is None and change.id not in taken_back]


def _rows(changes: Iterable[Change], as_at: date) -> dict[str, dict[int, dict[str, Any]]]:
    rows: dict[str, dict[int, dict[str, Any]]] = {noun: {} for noun in NOUNS}
    for change in changes:
        for difference in change.differences:
            of_noun, id_ = rows.get(difference.noun), difference.row_id
            if of_noun is None:
                continue
            if difference.field is None:
                of_noun[id_] = Said({**difference.after, "version": 1, "id": id_})
            elif id_ in of_noun and (difference.field in DATES_ITSELF or change.day <= as_at):
                of_noun[id_][difference.field] = difference.after
    return rows

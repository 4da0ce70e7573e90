"""State(D, N): the plan as at a date and a record, folded from its changes (PRODUCT section 5).

The store's reader selects the same state in SQL; this fold is the rule itself, and the oracle that a property
test holds the reader to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from send_actions.domain.history.assembly import assemble
from send_actions.domain.history.statements import (
    InForce,
    as_date,
    due_in_force,
    is_for_the_paper,
    is_retired,
    status_in_force,
)
from send_actions.domain.plan import Change, Plan
from send_actions.domain.plan.vocabulary import Impact

NOUNS = (
    "plan",
    "legend",
    "owner",
    "area",
    "judgement",
    "action",
    "action_support",
    "action_dependency",
    "progress_update",
    "deadline",
    "meeting",
    "minute",
    "measure",
    "reading",
    "milestone",
    "comparator",
    "evidence",
    "source",
    "finding",
    "finding_area",
)
"""The tables that a Plan is made of."""

FoldedRow = dict[str, Any]


def state(changes: Sequence[Change], as_at: date, record: int | None = None) -> Plan:
    """Return State(as_at, record); without a record, everything known."""
    known = [change for change in changes if record is None or change.id <= record]
    rows = _rows(in_force(known), as_at)
    updates = _by_action(rows["progress_update"].values(), as_at)
    deadlines = _by_action(rows["deadline"].values(), as_at)
    there = {
        name: [row for _, row in sorted(of_noun.items()) if name == "area" or not is_retired(row, as_at)]
        for name, of_noun in rows.items()
    }
    there["action"] = [row for row in there["action"] if _is_there(row, as_at, updates)]
    statements = {row["id"]: _statements(updates[row["id"]], deadlines[row["id"]]) for row in there["action"]}
    latest = max((change.id for change in known), default=0)
    return assemble(there, statements, as_at=as_at, record=latest if record is None else record)


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


def _rows(changes: Iterable[Change], as_at: date) -> dict[str, dict[int, FoldedRow]]:
    rows: dict[str, dict[int, FoldedRow]] = {noun: {} for noun in NOUNS}
    for change in changes:
        for difference in change.differences:
            of_noun = rows.get(difference.noun)
            if of_noun is None:
                continue
            if difference.field is None:
                of_noun[difference.row_id] = {
                    "version": 1,
                    "gone_on": None,
                    **difference.after,
                    "id": difference.row_id,
                }
            elif difference.row_id in of_noun and (difference.field == "gone_on" or change.day <= as_at):
                of_noun[difference.row_id][difference.field] = difference.after
    return rows


def _by_action(rows: Iterable[FoldedRow], as_at: date) -> dict[int, list[FoldedRow]]:
    """Group what was said by the date by its action, in the order of (on, id)."""
    groups: dict[int, list[FoldedRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (as_date(r["on"]), r["id"])):
        if (as_date(row["on"]) or as_at) <= as_at:
            groups[row["action_id"]].append(row)
    return groups


def _is_there(action: FoldedRow, as_at: date, updates: dict[int, list[FoldedRow]]) -> bool:
    return (as_date(action["on"]) or as_at) <= as_at or bool(updates.get(action["id"]))


def _statements(updates: Sequence[FoldedRow], deadlines: Sequence[FoldedRow]) -> InForce:
    rated = [row for row in updates if row["impact"]]
    heard = [row for row in updates if is_for_the_paper(row)]
    return InForce(
        status=status_in_force(updates),
        due=due_in_force(deadlines),
        impact=Impact(rated[-1]["impact"]) if rated else None,
        impact_shown_by=rated[-1]["impact_shown_by"] if rated else "",
        updated_on=as_date(heard[-1]["on"]) if heard else None,
    )

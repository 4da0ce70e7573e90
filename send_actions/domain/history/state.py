"""State(D, N): the plan as at a date and a record, folded from its changes (PRODUCT section 5).

The store's reader selects the same state in SQL; this fold is the rule itself, and the oracle that a property
test holds the reader to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Final

from send_actions.domain.history.assembly import (
    DATES_ITSELF,
    NOUNS,
    Row,
    Rows,
    as_date,
    assemble,
    grouped,
    is_retired,
    rows_until,
)
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Change, Due, Plan, Said
from send_actions.domain.plan.vocabulary import Impact, Precision, Status

PUBLIC_FIELDS: Final = (
    *("status", "impact", "no_change", "note", "ask"),
    *("path", "path_by", "look_again", "proof", "impact_shown_by"),
)
"""What an update can say beside a private note."""


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
    return assemble(there, statements_of(there), as_at=as_at, record=latest if record is None else record)


def statements_of(rows: Rows) -> dict[int, InForce]:
    """Return what was last said of every action of these rows, by the updates and deadlines among them."""
    updates, deadlines = (_by_action(rows[noun]) for noun in STATEMENTS)
    return {
        row["id"]: _in_force(updates.get(row["id"], ()), deadlines.get(row["id"], ()))
        for row in rows["action"]
    }


def standing_of(row: Row) -> InForce:
    """Return the status, impact and due date that a row has, where the rest is not wanted."""
    return InForce(
        StatusInForce(status=Status(row["status"]) if row["status"] else None),
        DueInForce(due=as_due(row["due"], row["precision"], row["text"])),
        impact=Impact(row["impact"]) if row["impact"] else None,
    )


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


@dataclass
class StatusInForce:
    """How an action stands with its status: since when, before what, and what was said meanwhile."""

    status: Status | None = None
    since: date | None = None
    was: Status | None = None
    reason: str = ""
    reason_on: date | None = None
    confirmed_on: date | None = None
    path: str = ""
    path_by: date | None = None
    look_again: date | None = None
    proof: str = ""
    ask: str = ""
    ask_on: date | None = None
    status_agreed: bool = False

    def add(self, update: Row) -> None:
        """Take in one more update; reason, path, proof and ask carry forward until the status changes."""
        said, on = update["status"], update["on"]
        if said and said != self.status:
            self.__init__(status=Status(said), since=as_date(on), was=self.status)  # type: ignore[misc]
        if said and update["note"] and not (update["no_change"] and self.reason):
            self.reason, self.reason_on = update["note"], as_date(on)
        if update["no_change"]:
            self.confirmed_on = as_date(on)
        if update["path"]:
            self.path = update["path"]
        if update["path_by"]:
            self.path_by = as_date(update["path_by"])
        if update["look_again"]:
            self.look_again = as_date(update["look_again"])
        if update["proof"]:
            self.proof = update["proof"]
        if update["ask"]:
            self.ask, self.ask_on = update["ask"], as_date(on)
        if update["agreed_meeting_id"] is not None and (said or update["no_change"]):
            self.status_agreed = True


@dataclass
class DueInForce:
    """What is said of an action's due date: the present one, the first, the one before, and why it moved."""

    due: Due | None = None
    first_due: Due | None = None
    due_was: Due | None = None
    due_moves: int = 0
    due_agreed: bool = False
    due_reason: str = ""
    due_minute: str = ""
    settled: Due | None = None
    """The first date, then each that a meeting agreed: to return to it needs no agreement."""

    def add(self, deadline: Row) -> None:
        """Take in one more deadline; reason and agreement carry forward until the date itself changes."""
        due = as_due(deadline["due"], deadline["precision"], deadline["text"])
        if self.due is None:
            self.first_due = self.settled = due
        elif not is_same_due(due, self.due):
            self.due_was, self.due_moves = self.due, self.due_moves + 1
            self.due_agreed, self.due_reason, self.due_minute = is_same_due(due, self.settled), "", ""
        self.due = due
        if deadline["agreed_meeting_id"] is not None:
            self.due_agreed, self.settled = True, due
        self.due_reason = deadline["reason"] or self.due_reason
        self.due_minute = deadline["minute"] or self.due_minute


class InForce(Noun):
    """All that was last said of an action on or before a date."""

    status: StatusInForce
    due: DueInForce
    impact: Impact | None = None
    impact_shown_by: str = ""
    updated_on: date | None = None
    note: str = ""
    note_on: date | None = None

    def fields(self) -> dict[str, Any]:
        """Return it as fields of an `Action`."""
        found = {**vars(self), **vars(self.status), **vars(self.due)}
        del found["settled"]
        return found


def status_in_force(updates: Iterable[Row]) -> StatusInForce:
    """Fold updates, oldest first."""
    status = StatusInForce()
    for update in updates:
        status.add(update)
    return status


def due_in_force(deadlines: Iterable[Row]) -> DueInForce:
    """Fold deadlines, oldest first."""
    statements = DueInForce()
    for deadline in deadlines:
        statements.add(deadline)
    return statements


def is_same_due(one: Due | None, other: Due | None) -> bool:
    """Say whether two due dates mean the same day, however exactly; without a day, the same words."""
    if one is None or other is None:
        return one is other
    if one.on is not None or other.on is not None:
        return one.on == other.on
    return (one.precision, one.text) == (other.precision, other.text)


def has_public_part(update: Row) -> bool:
    """Say whether an update holds anything but a private note."""
    return not update["private_note"] or any(update[name] for name in PUBLIC_FIELDS)


def as_due(on: date | str | None, precision: str | None, text: str | None) -> Due | None:
    """Read a due date from its three columns; None when none was said."""
    return Due(as_date(on), Precision(precision), text or "") if precision else None


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


def _by_action(rows: Iterable[Row]) -> Mapping[int, list[Row]]:
    """Group what was said by its action, in the order of (on, id)."""
    groups = grouped(rows, "action_id")
    for said in groups.values():
        if len(said) > 1:
            said.sort(key=_said_in_order)
    return groups


_said_in_order = itemgetter("on", "id")
"""A key of (on, id): the dates of one group are all ISO text, or all dates."""


def _in_force(updates: Sequence[Row], deadlines: Sequence[Row]) -> InForce:
    rated = noted = heard = None
    for update in updates:
        if update["impact"]:
            rated = update
        if update["note"]:
            noted = update
        if has_public_part(update):
            heard = update
    return InForce(
        status=status_in_force(updates),
        due=due_in_force(deadlines),
        impact=Impact(rated["impact"]) if rated else None,
        impact_shown_by=rated["impact_shown_by"] if rated else "",
        updated_on=as_date(heard["on"]) if heard else None,
        note=noted["note"] if noted else "",
        note_on=as_date(noted["on"]) if noted else None,
    )

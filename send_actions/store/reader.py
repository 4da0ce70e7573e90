"""A plan read without SQLModel: the statements of `reads.sql` sent to the driver, and their rows into a Plan.

The state in force for (as at, record) is read in one snapshot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Final

from send_actions.domain.history.assembly import NOUNS, assemble
from send_actions.domain.history.folding import (
    Row,
    as_date,
    as_due,
    deadline_of,
    fields_of_actions,
    has_public_part,
    standing_fields,
    update_of,
)
from send_actions.domain.history.rows_in_force import made_of, rows_until
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.plan import Deadline, Plan, Statuses, Timeline, Update
from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import UsageError
from send_actions.store.connection import Connection
from send_actions.store.sqlite.file import open_connection, plan_path

_Rows = list[dict[str, Any]]
_OUTLINE = ("plan", "legend", "owner", "area", "judgement", "meeting")
_STANDING = ("plan", "legend", "owner", "area", "judgement", "standing", "meeting")

_PARTS: Final = ("undone", "there", "status", "due", "known")
_NOUN_OF: Final = {"standing": "action", "statuses": "action", "outline": "action", "refs": "action"}

_ONE_BY_ONE: Final = 500
"""Actions; to read more than these by themselves takes as long as to read all there are."""

UNSOUND: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised over a row whose values are not what the schema says."""


class Reader:
    """A connection for reading only; `rows` runs one of the reads by its name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        """Return the rows of one read as dictionaries; dates come as ISO text, whatever the database."""
        names, rows = self._fetch(name, parameters)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def tuples(self, name: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """Return the rows of one read in the order of its columns, otherwise as `rows` does."""
        return self._fetch(name, parameters)[1]

    def _fetch(self, name: str, parameters: dict[str, Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        names, rows = self._connection.fetch(text_of_read(name, self._connection.dialect), parameters)
        if bytes in set(map(type, chain.from_iterable(rows))):
            raise self._connection.damage() or TypeError(name)
        return names, rows if self._connection.dialect == "sqlite" else [_as_text(row) for row in rows]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Hold one state of the plan for all the reads inside.

        Raises SendActionsError naming the damage when what is inside stumbles over a row that is damaged.
        """
        if self._connection.is_in_transaction:
            yield
            return
        self._connection.fetch("begin", {})
        try:
            yield
        except UNSOUND as error:
            damage = self._connection.damage()
            if damage is None:
                raise
            raise damage from error
        finally:
            if self._connection.is_in_transaction:
                self._connection.fetch("rollback", {})

    def stamp(self) -> tuple[int, int, int]:
        """Return what differs after another program changed or replaced the plan."""
        return self._connection.stamp()

    def close(self) -> None:
        """Let go of the plan."""
        self._connection.close()


def open_reader(location: str | Path, *, timeout_ms: int = 5000) -> Reader:
    """Open a plan for reading; a missing, foreign, damaged or newer one is refused with one sentence.

    `timeout_ms` is how long a read waits for another program's write.
    """
    return Reader(open_connection(plan_path(location), timeout_ms))


def read_today(reader: Reader) -> date | None:
    """Return the day a training plan is pinned to, else None."""
    with reader.snapshot():
        plan = reader.rows("plan", as_at=date.max.isoformat(), record=known_record(reader, None))
        return as_date(plan[0]["today"]) if plan else None


def count_later(reader: Reader, today: date) -> int:
    """Return how many changes are dated after today: by another time zone, or a clock that is wrong."""
    return int(reader.rows("later", as_at=today.isoformat())[0]["many"])


def read_plan(reader: Reader, as_at: date, record: int | None = None) -> Plan:
    """Return State(as_at, record); without a record the latest. Raises UsageError for one not yet reached."""
    with reader.snapshot():
        rows, within = _rows_in_force(reader, NOUNS, as_at, record)
        updates, deadlines = (reader.tuples(noun, **within) for noun in STATEMENTS)
        said = fields_of_actions((row["id"] for row in rows["action"]), updates, deadlines)
        return assemble(rows, said, as_at=as_at, record=within["record"])


def read_actions(
    reader: Reader, as_at: date, record: int | None = None, *, chosen: Callable[[Row], bool]
) -> Plan:
    """Return State(as_at, record) with no actions but those chosen and those that they depend on.

    They are chosen by their rows' id, ref and area. Raises UsageError for a record not yet reached.
    """
    reads = ("refs" if noun == "action" else noun for noun in NOUNS)
    with reader.snapshot():
        rows, within = _rows_in_force(reader, reads, as_at, record)
        there = rows["action"]
        own = {row["id"] for row in there if chosen(row)}
        needed = rows_until(rows["action_dependency"], as_at)
        ids = own.union(link["needs_id"] for link in needed if link["action_id"] in own)
        if len(ids) > _ONE_BY_ONE:
            whole = read_plan(reader, as_at, record)
            return replace(whole, actions=tuple(action for action in whole.actions if action.id in ids))
        rows["action"] = [
            reader.rows("one action", action_id=row["id"])[0] | row for row in there if row["id"] in ids
        ]
        updates, deadlines = (
            [pick(row) for one in ids for row in reader.rows(f"timeline_{kind}", action_id=one, **within)]
            for kind, pick in (("update", update_of), ("deadline", deadline_of))
        )
        said = fields_of_actions((row["id"] for row in rows["action"]), updates, deadlines)
        with_actions = {row["area_id"] for row in there}
        return assemble(rows, said, as_at=as_at, record=within["record"], with_actions=with_actions)


def read_bare(reader: Reader, as_at: date, record: int | None = None) -> Plan:
    """Return of State(as_at, record) what the plan is called and its legend, the rest left empty.

    Raises UsageError for a record not yet reached.
    """
    with reader.snapshot():
        rows, within = _rows_in_force(reader, ("plan", "legend"), as_at, record)
        rows = {noun: rows.get(noun, []) for noun in NOUNS}
        return assemble(rows, {}, as_at=as_at, record=within["record"])


def read_standing(reader: Reader, as_at: date, record: int | None = None) -> Plan:
    """Return of State(as_at, record) what a later state is compared with, the rest left empty.

    That is the areas with their judgements, and the actions with their lead, wording, status, impact and due
    date. Raises UsageError for a record not yet reached.
    """
    with reader.snapshot():
        rows, within = _rows_in_force(reader, _STANDING, as_at, record)
        rows = {noun: rows.get(noun, []) for noun in NOUNS}
        standing = {row["id"]: standing_fields(row) for row in rows["action"]}
        return assemble(rows, standing, as_at=as_at, record=within["record"])


def read_outline(
    reader: Reader, as_at: date, record: int | None = None, *, of_actions: str = "outline"
) -> Plan:
    """Return of State(as_at, record) what the first frame of a large plan shows, the rest left empty.

    That is the areas with their judgements, and of each action, in no order, ref, title, lead, status, due
    date and the day it was last heard of; with `of_actions` "statuses" of each only the status. Raises
    UsageError for a record not yet reached.
    """
    with reader.snapshot():
        rows, within = _rows_in_force(reader, (*_OUTLINE, of_actions), as_at, record)
        rows = {noun: rows.get(noun, []) for noun in NOUNS}
        return assemble(rows, None, as_at=as_at, record=within["record"])


def count_actions(reader: Reader) -> int:
    """Return how many actions there ever were."""
    return int(reader.rows("many actions")[0]["many"])


def read_statuses(reader: Reader, as_at: date, record: int | None = None) -> Statuses:
    """Return the statuses of State(as_at, record) alone. Raises UsageError for a record not yet reached."""
    with reader.snapshot():
        rows, _ = _rows_in_force(reader, ("statuses",), as_at, record)
        return {row["id"]: Status(row["status"]) if row["status"] else None for row in rows["action"]}


def _rows_in_force(
    reader: Reader, reads: Iterable[str], as_at: date, record: int | None
) -> tuple[dict[str, _Rows], dict[str, Any]]:
    """Return the rows of these reads as they stood, and the parameters of all that is read beside them."""
    latest = reader.rows("latest")[0]
    known = latest["record"] if record is None else record
    if not 0 <= known <= latest["record"]:
        raise UsageError(f"There is no record {known}: the last is {latest['record']}.")
    within = {"as_at": as_at.isoformat(), "record": known}
    of_noun = {_NOUN_OF.get(read, read): read for read in reads if read not in STATEMENTS}
    rows = {noun: reader.rows(read, **within) for noun, read in of_noun.items()}
    last_day = as_date(latest["day"])
    if known < latest["record"] or (last_day and last_day > as_at):
        from send_actions.store.change_log import restore_values

        restore_values(rows, reader.rows("wording", **within), as_at, known)
    return rows, within


def read_timeline(reader: Reader, action_id: int, as_at: date, record: int | None = None) -> Timeline:
    """Return what was said of one action, newest first by (on, id)."""
    with reader.snapshot():
        within = {"action_id": action_id, "as_at": as_at.isoformat(), "record": known_record(reader, record)}
        updates = reader.rows("timeline_update", **within)
        deadlines = reader.rows("timeline_deadline", **within)
        return Timeline(
            tuple(made_of(Update, row, change_id=row["born"]) for row in updates),
            tuple(map(_deadline, deadlines)),
        )


def read_deadlines(
    reader: Reader, ids: Collection[int], as_at: date, record: int | None = None
) -> dict[int, tuple[Deadline, ...]]:
    """Return the due dates said of each of these actions, newest first by (on, id)."""
    found: dict[int, list[Deadline]] = {id_: [] for id_ in ids}
    with reader.snapshot():
        within = {"as_at": as_at.isoformat(), "record": known_record(reader, record)}
        for row in reader.rows("deadlines said", **within):
            if row["action_id"] in found:
                found[row["action_id"]].append(_deadline(row))
    return {id_: tuple(deadlines) for id_, deadlines in found.items()}


def read_updates(reader: Reader, as_at: date, record: int | None = None) -> dict[int, tuple[Update, ...]]:
    """Return what was said of each action by its id, newest first by (on, id), without private notes."""
    found: dict[int, list[Update]] = {}
    left_out = {"private_note": "", "heard": None, "heard_from": "", "change_id": 0, "actor": ""}
    with reader.snapshot():
        within = {"as_at": as_at.isoformat(), "record": known_record(reader, record)}
        for row in filter(has_public_part, reader.rows("progress_update", **within)):
            found.setdefault(row["action_id"], []).append(made_of(Update, row, **left_out))
    return {
        id_: tuple(sorted(said, key=lambda update: (update.on, update.id), reverse=True))
        for id_, said in found.items()
    }


def _deadline(row: Row) -> Deadline:
    due = as_due(row["due"], row["precision"], row["text"])
    return made_of(Deadline, row, due=due, change_id=row["born"])


def known_record(reader: Reader, record: int | None) -> int:
    """Return the record meant: the one given, else the latest."""
    return int(reader.rows("latest")[0]["record"]) if record is None else record


def _as_text(row: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(value.isoformat() if isinstance(value, date) else value for value in row)


@cache
def _reads() -> Mapping[str, str]:
    """The reads as they are written, by their names."""
    written = Path(__file__).with_name("reads.sql").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in written.split("-- name: ")[1:])
    return {name: text.strip() for names, _, text in parts for name in names.split(" and ")}


@cache
def text_of_read(name: str, dialect: str) -> str:
    """Return a read as a driver takes it; a table without a read of its own has that of any table."""
    text = _reads().get(name, _reads()["any table"]).replace("$table", name)
    for part in _PARTS:
        text = text.replace(f"${part}", _reads()[part])
    return text if dialect == "sqlite" else re.sub(r":([a-z_]+)", r"%(\1)s", text)

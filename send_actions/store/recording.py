"""One change in the making: what is inserted, edited, retired, taken back and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from send_actions.domain.history.holders import Edit
from send_actions.domain.history.state import undone
from send_actions.domain.plan import Change, Difference
from send_actions.domain.text import clean
from send_actions.store.change_log import (
    changes_from_rows,
    from_json,
    in_json,
    references_in_json,
    to_json,
)
from send_actions.store.reader import Reader
from send_actions.store.row_writer import SYSTEM_COLUMNS, NewRows, RowWriter
from send_actions.store.tables import TABLES

_CHANGE = TABLES["change"]
_DIFFERENCE = TABLES["difference"]
_SUBJECTS = {"progress_update": "action", "deadline": "action", "step": "action", "judgement": "area"}
"""Nouns that say something of another row, with the noun of that row."""
_FIXED_DATE = frozenset({"action", "progress_update", "deadline", "judgement", "reading", "step"})
"""Nouns whose date is never edited: what they say is said anew."""
_MOVED = frozenset({"evidence"})
"""Nouns whose rows may go from one action to another: `reads.sql` looks for them where they ever were."""


class Recording:
    """The open transaction of one change, under the plan row's lock."""

    def __init__(
        self, connection: sa.Connection, reader: Reader, *, actor: str, at: datetime, day: date
    ) -> None:
        self._connection = connection
        connection.execute(sa.select(TABLES["plan"].c.id).with_for_update())
        newest = connection.execute(sa.select(sa.func.max(_CHANGE.c.id))).scalar()
        self.id: int = (newest or 0) + 1
        self.at, self.day, self.actor = at, day, clean(actor, one_line=True)
        self.undoes: int | None = None
        self.label = ""
        self.change: Change | None = None
        self.reader = reader
        self._differences: list[Difference] = []
        self._new = NewRows(connection, self.id)
        self._touched: set[tuple[str, int]] = set()
        connection.execute(sa.insert(_CHANGE).values(id=self.id, at=at, day=day, actor=self.actor, label=""))

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be altered."""
        return not self._differences and self.undoes is None

    def row(self, noun: str, row_id: int) -> Mapping[str, Any] | None:
        """Return one row as it stands, or None."""
        return next(iter(_rows(self._connection, noun, TABLES[noun].c.id == row_id)), None)

    def rows_in_plan(self, noun: str, **wanted: Any) -> list[dict[str, Any]]:
        """Return the rows that were not taken back, of these values."""
        columns = TABLES[noun].c
        return _rows(
            self._connection,
            noun,
            columns.gone.is_(None),
            *(columns[name] == wanted[name] for name in wanted),
        )

    def rows_ever_in_plan(self, noun: str, *fields: str) -> list[dict[str, Any]]:
        """Return id, days and these fields of what is part of the plan, or was until it was retired."""
        columns = TABLES[noun].c
        wanted = sa.select(*(columns[name] for name in ("id", "on", "gone_on", *fields)))
        ever = sa.or_(columns.gone.is_(None), columns.gone_on.is_not(None))
        return _fetch(self._connection, wanted.where(ever).order_by(columns.id))

    def edits(self, noun: str, *fields: str) -> list[Edit]:
        """Return every edit of these fields, oldest first, those of this change with them."""
        made = sa.select(_DIFFERENCE, _CHANGE.c.day).join(_CHANGE, _CHANGE.c.id == _DIFFERENCE.c.change_id)
        of_fields = made.where(_DIFFERENCE.c.noun == noun, _DIFFERENCE.c.field.in_(fields))
        taken_back = _taken_back(self)
        told = [
            Edit(
                *(row["row_id"], row["field"], row["day"], from_json(row["before"]), from_json(row["after"])),
                is_in_force=row["change_id"] not in taken_back,
            )
            for row in _fetch(
                self._connection, of_fields.order_by(_DIFFERENCE.c.change_id, _DIFFERENCE.c.position)
            )
        ]
        own = [d for d in self._differences if d.noun == noun and d.field in fields]
        return told + [Edit(d.row_id, str(d.field), self.day, d.before, d.after, True) for d in own]

    def insert(self, noun: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Add rows of one noun and return their ids; columns left out take their defaults."""
        added = self._new.add(noun, rows)
        self._differences += added
        return [difference.row_id for difference in added]

    def edit(self, noun: str, row_id: int, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Set fields of a row, and return the names of those that differed."""
        row = self.row(noun, row_id)
        if row is None:
            raise LookupError(f"{noun} {row_id}")
        fixed = {*(("on",) if noun in _FIXED_DATE else ()), *(("action_id",) if noun not in _MOVED else ())}
        barred = values.keys() & (SYSTEM_COLUMNS | fixed)
        if barred:
            raise LookupError(f"{noun}: {', '.join(sorted(barred))} is never edited")
        changed = {name: value for name, value in values.items() if row[name] != value}
        if not changed:
            return ()
        self._write(noun, row_id, changed)
        self._differences += [
            Difference(noun, row_id, name, in_json(row[name]), in_json(changed[name])) for name in changed
        ]
        return tuple(changed)

    def retire(self, noun: str, row_id: int, on: date) -> None:
        """Take a row out of the plan from a date on; it stays in every earlier state."""
        self._write(noun, row_id, {"gone": self.id, "gone_on": on})
        self._differences.append(Difference(noun, row_id, "gone_on", None, in_json(on)))

    def touch(self, noun: str, row_id: int) -> None:
        """Count one more version of a row that something was said of, once a change."""
        if (noun, row_id) not in self._touched:
            self._write(noun, row_id, {})

    def has_touched(self, noun: str, row_id: int) -> bool:
        """Say whether this change has done something to a row already."""
        return (noun, row_id) in self._touched

    def undo(self, change: Change) -> None:
        """Undo a change's rows: what it added is gone, what it edited follows from what is still in force."""
        self.undoes = change.id
        self._restore_fields(change)
        self._restore_rows(change, gone=self.id)

    def redo(self, change: Change, undone_by: int) -> None:
        """Redo a change's rows that the undo of that record had taken back."""
        self.undoes = undone_by
        self._restore_rows(change, gone=None)
        self._restore_fields(change)

    def changes(self, detailed_since: int | None = None) -> list[Change]:
        """Return the changes before this one; those from record `detailed_since` with their differences."""
        heads = sa.select(_CHANGE).where(_CHANGE.c.id < self.id).order_by(_CHANGE.c.id)
        if detailed_since is None:
            return changes_from_rows(_fetch(self._connection, heads), [])
        redone = sa.select(_CHANGE.c.undoes).where(
            _CHANGE.c.id > detailed_since, _CHANGE.c.undoes.is_not(None)
        )
        undone_then_redone = sa.select(_CHANGE.c.undoes).where(_CHANGE.c.id.in_(redone))
        detailed = sa.or_(
            _DIFFERENCE.c.change_id >= detailed_since, _DIFFERENCE.c.change_id.in_(undone_then_redone)
        )
        in_order = (_DIFFERENCE.c.change_id, _DIFFERENCE.c.position)
        differences = _fetch(self._connection, sa.select(_DIFFERENCE).where(detailed).order_by(*in_order))
        return changes_from_rows(_fetch(self._connection, heads), differences)

    def last_change_of(self, noun: str, row_id: int) -> Change | None:
        """Return the newest change that did something to a row or said something of it."""
        references = references_in_json(noun, row_id)
        of_row = sa.and_(_DIFFERENCE.c.noun == noun, _DIFFERENCE.c.row_id == row_id)
        named = sa.and_(
            _DIFFERENCE.c.field.is_(None), sa.or_(*(_DIFFERENCE.c.after.like(text) for text in references))
        )
        newest = sa.select(sa.func.max(_DIFFERENCE.c.change_id)).where(sa.or_(of_row, named))
        found = _fetch(self._connection, sa.select(_CHANGE).where(_CHANGE.c.id == newest.scalar_subquery()))
        return next(iter(changes_from_rows(found, [])), None)

    def finish(self) -> None:
        """Write down the label, what it undoes and every difference."""
        change = self.as_change()
        head = {"label": change.label, "undoes": change.undoes}
        self._connection.execute(sa.update(_CHANGE).where(_CHANGE.c.id == self.id).values(**head))
        RowWriter(self._connection, _DIFFERENCE, {"change_id": self.id}).write(
            {
                **vars(difference),
                "position": position,
                "before": to_json(difference.before),
                "after": to_json(difference.after),
            }
            for position, difference in enumerate(change.differences)
        )
        self.change = change

    def as_change(self) -> Change:
        """Return the change as it is so far, with every difference."""
        label = clean(self.label, one_line=True)
        told = tuple(self._differences)
        return Change(self.id, self.at, self.day, self.actor, label, self.undoes, differences=told)

    def _write(self, noun: str, row_id: int, values: Mapping[str, Any]) -> None:
        """Set columns and count one more version, the first time in this change."""
        table = TABLES[noun]
        more = {} if (noun, row_id) in self._touched else {"version": table.c.version + 1}
        self._touched.add((noun, row_id))
        if values or more:
            self._connection.execute(sa.update(table).where(table.c.id == row_id).values(**values, **more))

    def _restore_rows(self, change: Change, gone: int | None) -> None:
        """Take the rows that a change added out of the plan or back into it, one statement for each noun."""
        for noun in dict.fromkeys(d.noun for d in change.differences if d.field is None):
            table = TABLES[noun]
            added = table.c.born == change.id
            again = {"gone": gone, "version": table.c.version + 1}
            self._connection.execute(sa.update(table).where(added).values(**again))
            if noun in _SUBJECTS:
                subject = TABLES[_SUBJECTS[noun]]
                is_stated = subject.c.id.in_(sa.select(table.c[f"{subject.name}_id"]).where(added))
                version = subject.c.version + 1
                self._connection.execute(sa.update(subject).where(is_stated).values(version=version))

    def _restore_fields(self, change: Change) -> None:
        taken_back = _taken_back(self)
        for difference in change.differences:
            if difference.field is not None:
                values = _field_in_force(self._connection, difference, taken_back, self.id)
                self._write(difference.noun, difference.row_id, values)


def _taken_back(recording: Recording) -> set[int]:
    """Return the changes that are taken back once this one is written."""
    own = (recording.id, recording.at, recording.day, recording.actor, recording.label, recording.undoes)
    return undone([*recording.changes(), Change(*own)])


def _rows(connection: sa.Connection, noun: str, *where: sa.ColumnElement[bool]) -> list[dict[str, Any]]:
    table = TABLES[noun]
    return _fetch(connection, sa.select(table).where(*where).order_by(table.c.id))


def _fetch(connection: sa.Connection, statement: sa.Select[Any]) -> list[dict[str, Any]]:
    found = connection.execute(statement)
    names = tuple(found.keys())
    return [dict(zip(names, row, strict=True)) for row in found]


def _field_in_force(
    connection: sa.Connection, difference: Difference, taken_back: set[int], record: int
) -> dict[str, Any]:
    """Return what a field says by the edits in force.

    `gone` of a row that is retired again is this change: reads of any earlier record look at the wording.
    """
    noun, row_id, field = difference.noun, difference.row_id, str(difference.field)
    edits = connection.execute(
        sa.select(_DIFFERENCE.c.change_id, _DIFFERENCE.c.before, _DIFFERENCE.c.after)
        .where(_DIFFERENCE.c.noun == noun, _DIFFERENCE.c.row_id == row_id, _DIFFERENCE.c.field == field)
        .order_by(_DIFFERENCE.c.change_id, _DIFFERENCE.c.position)
    ).all()
    in_force = [edit for edit in edits if edit.change_id not in taken_back]
    value = from_json(in_force[-1].after if in_force else edits[0].before)
    if value and isinstance(TABLES[noun].c[field].type, sa.Date):
        value = date.fromisoformat(value)
    if field == "gone_on":
        return {"gone_on": value, "gone": record if value else None}
    return {field: value}

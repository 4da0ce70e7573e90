"""The reads of a plan as Core statements; `python -m send_actions.store.reads` keeps their text.

Looking must not pay for writing: what runs is the compiled text in `reads.<database>.sql`, sent to the driver
by `reader`. A test compiles these statements again and fails when the text differs. All parameters are
scalars: `as_at` (date), `record` (int), `action_id` (int).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from send_actions.domain.history.state import PUBLIC_FIELDS
from send_actions.store.schema import compiled, dialects
from send_actions.store.tables import TABLES

AS_AT: Final = sa.bindparam("as_at", type_=sa.Date)
RECORD: Final = sa.bindparam("record", type_=sa.Integer)
ACTION: Final = sa.bindparam("action_id", type_=sa.Integer)
SINCE: Final = sa.bindparam("since", type_=sa.Integer)

_change, _difference = TABLES["change"], TABLES["difference"]
_action, _update, _deadline = TABLES["action"], TABLES["progress_update"], TABLES["deadline"]

_DATED: Final = ("judgement", "reading")
"""Tables with many rows, filtered by date here; `assemble` decides the dates of the others."""

_LASTING: Final = ("area",)
"""Tables whose retired rows are read as well: an area lasts as long as there is an action in it."""


def statements() -> dict[str, sa.Select[Any]]:
    """Return every read by its name."""
    whole = {
        name: _rows_in_force(table)
        for name, table in sorted(TABLES.items())
        if "born" in table.c and name not in {"action", "progress_update", "deadline"}
    }
    return whole | {
        "latest": sa.select(
            sa.func.coalesce(sa.func.max(_change.c.id), ZERO).label("record"),
            sa.func.max(_change.c.day).label("day"),
        ),
        "action": _actions(),
        "run": _runs(),
        "deadline": _deadlines(),
        "wording": _edits(),
        "timeline_update": _timeline(_update),
        "timeline_deadline": _timeline(_deadline),
        "change": sa.select(_change)
        .where(_change.c.id > SINCE, _change.c.id <= RECORD)
        .order_by(_change.c.id),
        "difference": sa.select(_difference)
        .where(_difference.c.change_id > SINCE, _difference.c.change_id <= RECORD)
        .order_by(_difference.c.change_id, _difference.c.position),
    }


def _undone_within_record() -> sa.CTE:
    """Changes taken back within the record: the last undo or redo of each is an undo."""
    undo, redo = _change.alias("undo"), _change.alias("redo")
    brought_back = sa.exists().where(redo.c.undoes == undo.c.id, redo.c.id <= RECORD)
    return (
        sa.select(undo.c.undoes.label("id"))
        .where(undo.c.undoes.is_not(None), undo.c.id <= RECORD, ~brought_back)
        .cte("undone")
    )


UNDONE: Final = _undone_within_record()
ZERO: Final = sa.literal_column("0", sa.Integer)
ONE: Final = sa.literal_column("1", sa.Integer)
NO_LIMIT: Final = sa.literal_column("9223372036854775807", sa.BigInteger)
EMPTY: Final = sa.literal_column("''", sa.Text)


def _in_force(table: Any) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.born <= RECORD, table.c.born.not_in(sa.select(UNDONE.c.id)))


def _not_retired(table: Any) -> sa.ColumnElement[bool]:
    """Leave out rows retired by the as-at date; `wording` corrects those retired after the record."""
    return sa.or_(table.c.gone_on.is_(None), table.c.gone_on > AS_AT, table.c.gone > RECORD)


def _rows_in_force(table: sa.Table) -> sa.Select[Any]:
    statement = sa.select(table).where(_in_force(table))
    if table.name not in _LASTING:
        statement = statement.where(_not_retired(table))
    if table.name in _DATED:
        statement = statement.where(table.c.on <= AS_AT)
    return statement.order_by(table.c.id)


def _dated_in_force(table: Any, action_id: Any) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.action_id == action_id, table.c.on <= AS_AT, _in_force(table))


def _last_stated(column: Any, table: Any, action_id: Any, *also: Any) -> Any:
    """Return the last said of an action by (on, id), as a correlated scalar subquery."""
    return (
        sa.select(column)
        .where(_dated_in_force(table, action_id), *also)
        .order_by(table.c.on.desc(), table.c.id.desc())
        .limit(ONE)
        .offset(ZERO)
        .correlate_except(table)
        .scalar_subquery()
    )


def _is_public(table: Any) -> sa.ColumnElement[bool]:
    """Say whether anything but a private note was said; see `has_public_part` in the domain."""
    return sa.or_(table.c.private_note == EMPTY, *(_is_filled(table.c[name]) for name in PUBLIC_FIELDS))


def _is_filled(column: Any) -> Any:
    if isinstance(column.type, sa.Boolean):
        return column
    return column != EMPTY if isinstance(column.type, sa.Text) else column.is_not(None)


def _actions() -> sa.Select[Any]:
    """Every action there is on the date, with what was last said of its status and impact."""
    u = _update.alias("u")
    there = sa.or_(
        _action.c.on <= AS_AT, sa.exists().where(_dated_in_force(u, _action.c.id)).correlate_except(u)
    )
    stated = (
        sa.select(
            _action,
            _last_stated(u.c.id, u, _action.c.id, u.c.status.is_not(None)).label("status_id"),
            _last_stated(u.c.id, u, _action.c.id, u.c.impact.is_not(None)).label("impact_id"),
            _last_stated(u.c.on, u, _action.c.id, _is_public(u)).label("updated_on"),
        )
        .where(_in_force(_action), _not_retired(_action), there)
        .cte("said")
    )
    status, impact = _update.alias("status_said"), _update.alias("impact_said")
    before = _update.alias("before")
    differs = sa.and_(before.c.status.is_not(None), before.c.status != status.c.status)
    return (
        sa.select(
            stated,
            _last_stated(before.c.status, before, stated.c.id, differs).label("was"),
            impact.c.impact,
            impact.c.impact_shown_by,
        )
        .select_from(stated)
        .outerjoin(status, status.c.id == stated.c.status_id)
        .outerjoin(impact, impact.c.id == stated.c.impact_id)
        .order_by(stated.c.id)
    )


def _deadlines() -> sa.Select[Any]:
    """Every due date said by the date, each action's in order: how often it moved follows from all."""
    return (
        sa.select(_deadline)
        .where(_deadline.c.on <= AS_AT, _in_force(_deadline))
        .order_by(_deadline.c.action_id, _deadline.c.on, _deadline.c.id)
    )


def _runs() -> sa.Select[Any]:
    """What was said of each action since a status other than the present one was last said.

    The limits keep a planner from working out status and start of the run anew for every update.
    """
    u, now, before = _update.alias("u"), _update.alias("now"), _update.alias("before")
    status = _last_stated(now.c.status, now, _action.c.id, now.c.status.is_not(None)).label("status")
    present = (
        sa.select(_action.c.id, status).where(_in_force(_action)).limit(NO_LIMIT).offset(ZERO).cte("present")
    )
    differs = sa.and_(before.c.status.is_not(None), before.c.status != present.c.status)
    before_id = _last_stated(before.c.id, before, present.c.id, differs).label("before_id")
    run = sa.select(present.c.id, before_id).limit(NO_LIMIT).offset(ZERO).cte("run")
    last = _update.alias("last")
    is_after = sa.or_(
        last.c.id.is_(None), u.c.on > last.c.on, sa.and_(u.c.on == last.c.on, u.c.id > last.c.id)
    )
    return (
        sa.select(u)
        .select_from(run)
        .join(u, u.c.action_id == run.c.id)
        .outerjoin(last, last.c.id == run.c.before_id)
        .where(u.c.on <= AS_AT, _in_force(u), is_after)
        .order_by(u.c.action_id, u.c.on, u.c.id)
    )


def _edits() -> sa.Select[Any]:
    """Every edit ever made of a field, with its day, record and whether it is undone within the record."""
    return (
        sa.select(
            _difference.c.noun,
            _difference.c.row_id,
            _difference.c.field,
            _difference.c.before,
            _difference.c.after,
            _change.c.id.label("change_id"),
            _change.c.day,
            _change.c.id.in_(sa.select(UNDONE.c.id)).label("undone"),
        )
        .join(_change, _change.c.id == _difference.c.change_id)
        .where(_difference.c.field.is_not(None))
        .order_by(_difference.c.change_id, _difference.c.position)
    )


def _timeline(table: sa.Table) -> sa.Select[Any]:
    return (
        sa.select(table, _change.c.actor)
        .join(_change, _change.c.id == table.c.born)
        .where(_dated_in_force(table, ACTION))
        .order_by(table.c.on.desc(), table.c.id.desc())
    )


def compiled_reads() -> dict[str, str]:
    """Return the text kept for each dialect, by the name of its file."""
    return {
        f"reads.{name}.sql": "\n".join(
            f"-- name: {read}\n{compiled(statement, dialect)}\n" for read, statement in statements().items()
        )
        for name, dialect in dialects().items()
    }


if __name__ == "__main__":
    for file_name, text in compiled_reads().items():
        Path(__file__).with_name(file_name).write_text(text, encoding="utf-8")

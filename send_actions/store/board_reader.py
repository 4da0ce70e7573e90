"""A plan's journey read at once: how it stood at each of its boards, without a whole read for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from send_actions.domain.history.board_by_board import Journey, Judged, board_by_board, days_of
from send_actions.domain.history.rows_in_force import Rows, is_retired, made_of
from send_actions.domain.plan import Plan
from send_actions.domain.text import natural
from send_actions.store.change_log import restore_values
from send_actions.store.reader import Reader

_EVER: Final = {"area": "area", "judgement": "judgements ever", "action": "actions ever"}
"""The nouns whose wording a journey shows, and the read that has all of them, retired or not."""


def read_journey(reader: Reader, plan: Plan) -> Journey:
    """Return how a plan stood at each board before its own day, and on that day, as known at its record."""
    within = {"as_at": plan.as_at.isoformat(), "record": plan.record}
    with reader.snapshot():
        rows = {noun: reader.rows(read, **within) for noun, read in _EVER.items()}
        edits = [edit for edit in reader.rows("wording", **within) if edit["noun"] in rows]
        spoken, dated = (reader.tuples(read, **within) for read in ("statuses said", "dues said"))
    rows["action"].sort(key=lambda row: (natural(row["ref"]), row["id"]))
    days = days_of(plan)
    plans = board_by_board(plan, _on_each(days, rows, edits, plan.record), spoken, dated)
    judged: dict[int, list[Judged]] = defaultdict(list)
    for row in sorted(rows["judgement"], key=lambda row: (row["on"], row["id"])):
        if row["on"] <= within["as_at"] and not is_retired(row, plan.as_at):
            judged[row["area_id"]].append(made_of(Judged, row))
    return Journey(plans, {area_id: tuple(said) for area_id, said in judged.items()})


def _on_each(
    days: Sequence[date], rows: dict[str, list[dict[str, Any]]], edits: list[dict[str, Any]], record: int
) -> Iterator[tuple[date, Rows]]:
    """Yield each day with the rows that were there, worded as they were; only edited ones are copied."""
    edited = {(edit["noun"], edit["row_id"]) for edit in edits}
    for day in days:
        there = {
            noun: [dict(row) if (noun, row["id"]) in edited else row for row in of_noun]
            for noun, of_noun in rows.items()
        }
        restore_values(there, edits, day, record)
        yield day, there

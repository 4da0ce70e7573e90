"""An older list brought in: what was changed in it and in the plan, kept where the other is silent."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from kept_plans import KeptPlan, a_kept_plan
from spreadsheets import Rows, opened_in_excel, saved

from send_actions.changes.imports import import_lines
from send_actions.changes.plan_past import PlanPast
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan.vocabulary import Impact
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines
from send_actions.reports.listed_actions import action_rows
from send_actions.store.database import open_store

REFS = ("9.1", "9.2", "10.1")
VALUES: Mapping[str, tuple[Any, ...]] = {
    "status": ("off-track", "at-risk", "complete"),
    "impact": ("too-early", "emerging", "evidenced"),
    "due": ("2026-05-01", "2026-06-02", "2026-07-30"),
    "title": ("Ask", "Hear", "Tell"),
    "lead_role": ("Head of SEND", "Adviser", "Clerk"),
    "partners": ("PCF", "ICB; LA", ""),
    "success_measure": ("Waits fall", "More", ""),
    "start": ("2026-01-01", "2026-02-02", ""),
    "note": ("Post filled", "Two posts\nare open", "=1+1"),
    "ask": ("Two officers", "A room", "More time"),
}
EDITS = st.dictionaries(
    st.tuples(st.sampled_from(REFS), st.sampled_from(list(VALUES))), st.integers(0, 2), max_size=6
)
Cells = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with three actions of which everything is said."""
    kept = a_kept_plan(tmp_path_factory.mktemp("base"), *REFS)
    for ref in REFS:
        kept.move(ref, "2026-04-30")
        kept.revise(ref, lead=OwnerDraft("Lead", "LA"), partners="CHT", success_measure="0.50")
        kept.revise(ref, start=date(2025, 9, 1))
        kept.say(ref, "on-track", note="Interviews", ask="Four officers", impact=Impact.NONE_YET)
    return kept.place


def say(kept: KeptPlan, ref: str, column: str, value: str) -> None:
    match column:
        case "status":
            kept.say(ref, value, actor="Ben")
        case "impact":
            kept.say(ref, impact=Impact(value), actor="Ben")
        case "note" | "ask":
            kept.say(ref, actor="Ben", **{column: value})
        case "due":
            kept.move(ref, value, actor="Ben")
        case "lead_role":
            kept.revise(ref, lead=OwnerDraft(value, "LA"), actor="Ben")
        case "start":
            kept.revise(ref, start=date.fromisoformat(value) if value else None, actor="Ben")
        case _:
            kept.revise(ref, actor="Ben", **{column: value})


def listed(kept: KeptPlan) -> Rows:
    with open_plan(str(kept.place), kept.day.isoformat()) as found:
        view = PlanView(found.location, found.reading, found.plan, kept.day)
        return [
            ["" if cell is None else str(cell) for cell in row]
            for row in action_rows(view.plan.actions, view)
        ]


def cells_of(rows: Rows) -> Cells:
    return {
        (row[0], column): row[rows[0].index(column)]
        for row in rows[1:]
        for column in VALUES
        if row[0] in REFS
    }


def with_cells(rows: Rows, edits: Cells) -> Rows:
    changed = [list(row) for row in rows]
    for (ref, column), words in edits.items():
        row = next(row for row in changed if row[0] == ref)
        row[rows[0].index(column)] = words
    return changed


def read_list(kept: KeptPlan, folder: Path, rows: Rows, side: str = "") -> PlanLines:
    file = folder / "old.csv"
    file.write_bytes(saved(opened_in_excel(rows)).encode("utf-8-sig"))
    plan = kept.plan()
    return read_plan_file(
        file,
        today=kept.day,
        plan=plan,
        past=PlanPast(str(kept.place), plan.record),
        answers=Answers(take=side, not_personal=True),
    )


@settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edits=st.tuples(EDITS, EDITS), side=st.sampled_from(("plan", "file")))
@example(edits=({("9.1", "ask"): 0}, {("9.1", "ask"): 0, ("9.1", "status"): 2}), side="plan")
def test_only_what_was_changed_in_the_sheet_is_written_and_all_of_it_but_what_is_disputed(
    base: Path, tmp_path: Path, edits: tuple[dict[tuple[str, str], int], ...], side: str
) -> None:
    place = tmp_path / "plan.db"
    shutil.copy(base, place)
    kept = KeptPlan(place, open_store(place))
    in_plan, in_sheet = ({cell: VALUES[cell[1]][n] for cell, n in some.items()} for some in edits)
    old = listed(kept)
    for cell, value in in_plan.items():
        say(kept, *cell, value)
    sheet = with_cells(old, in_sheet)
    shown, now, returned = cells_of(old), cells_of(listed(kept)), cells_of(sheet)
    disputed = {cell for cell in shown if len({shown[cell], now[cell], returned[cell]}) > len("ab")}
    emptied = {cell for cell in in_sheet if not in_sheet[cell]}

    lines = read_list(kept, tmp_path, sheet)
    assert len(lines.questions) == len(disputed)
    if disputed:
        with pytest.raises(SendActionsError):
            import_lines(kept.store, lines, name="old.csv", **kept.by("Cat"))
        assert cells_of(listed(kept)) == now
        lines = read_list(kept, tmp_path, sheet, side)
    import_lines(kept.store, lines, name="old.csv", **kept.by("Cat"))

    after = cells_of(listed(kept))
    for cell in shown:
        is_of_sheet = returned[cell] != shown[cell] and (cell not in disputed or side == "file")
        status = (cell[0], "status")
        if cell[1] == "ask" and not is_of_sheet and after[status] != now[status]:
            assert after[cell] == "", "an ask ends with its status"
        elif cell not in emptied or not is_a_column_emptied(cell, in_sheet):
            assert after[cell] == (returned if is_of_sheet else now)[cell], cell


def is_a_column_emptied(cell: tuple[str, str], in_sheet: Cells) -> bool:
    return all(in_sheet.get((ref, cell[1])) == "" for ref in REFS)

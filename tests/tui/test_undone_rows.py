"""When undo takes away what the cursor is on, it goes to the nearest row of the same list and group."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import Sitting, opened
from tui.test_new_and_edit import fill

from send_actions.domain.plan.vocabulary import FindingKind, SourceKind
from send_actions.store.database import open_store
from send_actions.tui.drawing.agenda import OfMinute
from send_actions.tui.widgets.rows import Heading, Rows
from send_actions.tui.widgets.table import Table


@pytest.fixture
def kept(place: Path) -> KeptPlan:
    """The drawn plan with a second series of meetings and two reviews."""
    kept = KeptPlan(place, open_store(place))
    for on in (date(2026, 2, 24), date(2026, 5, 19)):
        kept.insert("meeting", on=on, series="Scrutiny", listed_on=date(2025, 9, 1))
    for title, on in (("Inspection", date(2025, 9, 11)), ("Peer review", date(2025, 3, 3))):
        source = kept.insert("source", title=title, kind=SourceKind.PEER_REVIEW, on=on)
        for text in ("Waits are long", "Plans are late"):
            kept.insert(
                "finding", source_id=source, kind=FindingKind.AREA_FOR_IMPROVEMENT, text=f"{title}: {text}"
            )
    return kept


def table_of(sitting: Sitting, pane: int = 0) -> Table:
    seen = sitting.app.seen
    assert seen is not None
    table = seen.panes[pane]
    assert isinstance(table, Table)
    return table


def group_of(table: Table) -> Hashable:
    """The words of the heading above the cursor, without its count."""
    above = [row for row in table.ids[: table.cursor] if isinstance(row, Heading)]
    return above[-1].split("  ")[0] if above else None


async def test_a_meeting_taken_back_leaves_the_cursor_in_its_series(kept: KeptPlan) -> None:
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "b", "n")
        await fill(sitting, on="20 May 2026")
        await sitting.press("enter")
        table = table_of(sitting)
        assert (group_of(table), table.current) == ("Board", kept.plan().meetings[-1].id)
        await sitting.press("u")
        last = next(one for one in kept.plan().meetings if one.on == date(2026, 4, 15))
        assert (group_of(table), table.current) == ("Board", last.id)
        await sitting.press("U")
        assert table.current == next(m.id for m in kept.plan().meetings if m.on == date(2026, 5, 20))


async def test_a_finding_taken_back_leaves_the_cursor_in_its_review(kept: KeptPlan) -> None:
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "o", "n", "f")
        await sitting.type("Families wait")
        await fill(sitting, kind="area for improvement")
        await sitting.press("enter")
        table = table_of(sitting)
        group = group_of(table)
        assert str(group).startswith("Inspection")
        await sitting.press("u")
        assert group_of(table) == group


async def test_an_action_taken_back_leaves_the_cursor_in_its_area(kept: KeptPlan) -> None:
    async with opened(kept, (120, 36)) as sitting:
        await sitting.press("n")
        await fill(sitting, title="Another")
        await sitting.press("enter")
        assert sitting.row == "9.5"
        await sitting.press("u")
        assert sitting.row == "9.4"


async def test_an_area_taken_back_leaves_the_cursor_beside_where_it_was(kept: KeptPlan) -> None:
    async with opened(kept, (120, 36)) as sitting:
        await sitting.press("left", "n")
        await fill(sitting, number="10", title="Another", theme="Assess and meet")
        await sitting.press("enter")
        await sitting.press()
        assert repr(table_of(sitting).current) == f"Scope(area_id={kept.find_area('10').id}, theme=None)"
        await sitting.press("u")
        assert repr(table_of(sitting).current) == f"Scope(area_id={kept.find_area('9').id}, theme=None)"
        sitting.app.session.read_again()
        await sitting.press()
        assert repr(table_of(sitting).current) == f"Scope(area_id={kept.find_area('9').id}, theme=None)"


async def test_a_measure_taken_back_leaves_the_cursor_on_the_nearest(kept: KeptPlan) -> None:
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "m")
        for title in ("First", "Second", "Third"):
            await sitting.press("n")
            await fill(sitting, title=title, unit="%", better="higher", area="9")
            await sitting.press("enter")
        titles = {one.id: one.title for one in kept.plan().measures}
        table = table_of(sitting)
        assert titles[table.current] == "Third"  # type: ignore[index]
        await sitting.press("u")
        assert titles[table.current] == "Second"  # type: ignore[index]


async def test_a_minute_taken_back_leaves_the_cursor_under_its_heading(kept: KeptPlan) -> None:
    async with opened(kept, (120, 36)) as sitting:
        await sitting.press("g", "b", "k")
        for words in ("One", "Two"):
            await sitting.press("b", "r", *words, "enter")
        items = table_of(sitting, 1)
        items.put_cursor(OfMinute(kept.plan().minutes[-1].id))
        assert group_of(items) == "Asked and requested"
        await sitting.press("tab", "u")
        assert items.current == OfMinute(kept.plan().minutes[-1].id)


def test_the_nearest_row_is_sought_below_and_above_within_its_group() -> None:
    rows = Rows(("a", Heading("one"), "b", "c", "d", Heading("two"), "e"))
    assert rows.nearest_left(3, ("b", "d", "e")) == "d"
    assert rows.nearest_left(4, ("b", "e")) == "b"
    assert rows.nearest_left(3, ("a", "e")) is None
    assert Rows().nearest_left(0, ("a",)) is None

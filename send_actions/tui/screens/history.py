"""History: who changed what, and when, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from send_actions.domain.dates import short_date
from send_actions.domain.history import undone
from send_actions.domain.nouns import Change, Difference, Plan
from send_actions.tui.drawing.details import fact_lines
from send_actions.tui.screens.everywhere import EverywhereScreen
from send_actions.tui.spans import Line, fit, fit_right, said
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

_QUIET: Final = {"id", "born", "gone", "version", "action_id", "area_id", "search"}
_FIRST: Final = ("status", "note", "due", "text", "title", "ref", "reason", "path", "path_by")


class HistoryScreen(EverywhereScreen):
    """Changes over what differed in the one under the cursor."""

    KIND: ClassVar[str] = "history"
    DEFAULT_CSS: ClassVar[str] = """
    HistoryScreen #changes { height: 1fr; }
    HistoryScreen #detail { height: 40%; min-height: 6; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._table = Table(id="changes")
        self._detail = Page(id="detail")
        self._changes: dict[int, Change] = {}

    def body(self) -> ComposeResult:
        """Changes over the differences."""
        yield self._table
        yield self._detail

    def on_mount(self) -> None:
        """Begin at the newest."""
        super().on_mount()
        self._table.focus()

    def draw_plan(self) -> None:
        """Draw the changes up to the record shown."""
        changes = [change for change in self.owner.book.changes() if change.day <= self.owner.plan.as_at]
        self._changes = {change.id: change for change in reversed(changes)}
        taken_back = undone(changes)
        rows = list(self._changes.values())
        actor = min(18, max([5, *(len(said(change.actor)) for change in rows)]))

        def draw(place: int, width: int) -> Line:
            return _row(rows[place], actor, width, is_undone=rows[place].id in taken_back)

        heading = f"  {fit_right('Record', 6)}  {fit('Day', 9)}  {fit('Time', 5)}  {fit('Who', actor)}  What"
        self._table.border_title = Content(f"History  {len(rows):,} changes")
        self._table.show(
            list(self._changes),
            draw,
            heading=lambda width: [(fit(heading, width), "heading")],
            empty=[("  Nothing was changed yet", "dim")],
        )
        self._draw_detail()

    def on_table_moved(self, event: Table.Moved) -> None:
        """Let the differences follow the cursor."""
        event.stop()
        self._draw_detail()
        self.draw_foot()

    def hints(self) -> tuple[Line, list[Line]]:
        """How to undo, and to go back."""
        return [], [
            [("u", "key"), (" undo your newest", "dim")],
            [("U", "key"), (" redo", "dim")],
            [("Esc", "key"), (" back", "dim")],
        ]

    def _draw_detail(self) -> None:
        current = self._table.current
        change = self._changes.get(current) if isinstance(current, int) else None
        self._detail.border_title = Content(f"Record {change.id}" if change else "")
        plan = self.owner.plan

        def build(width: int) -> list[Line]:
            if change is None:
                return []
            lines: list[Line] = [[(" " + fit(said(change.label), width - 2), "bold")]]
            for difference in change.differences[:200]:
                lines += fact_lines(*_told(difference, plan), width)
            more = len(change.differences) - 200
            return [*lines, *([[(f" and {more:,} more", "dim")]] if more > 0 else [])]

        self._detail.show(build)


def _row(change: Change, actor: int, width: int, *, is_undone: bool) -> Line:
    local = change.at.astimezone()
    start = f"{change.id:>6}  {short_date(change.day)}  {local:%H:%M}  {fit(said(change.actor), actor)}  "
    label = said(change.label) + (" (taken back)" if is_undone else "")
    return [(start, "dim"), (fit(label, width - len(start)), "dim" if is_undone else "")]


def _told(difference: Difference, plan: Plan) -> tuple[str, str]:
    """A difference as a label, the thing's ref or noun, and its words."""
    row: Mapping[str, Any] = difference.after if isinstance(difference.after, dict) else {}
    action_id = difference.row_id if difference.noun == "action" else row.get("action_id")
    action = plan.actions_by_id.get(action_id) if isinstance(action_id, int) else None
    label = action.ref if action else difference.noun.replace("_", " ").removeprefix("progress ")
    if difference.field is not None:
        name = difference.field.replace("_", " ")
        return label[:8], f"{name}: {_value(difference.before)} → {_value(difference.after)}"
    first = [name for name in _FIRST if name in row]
    names = [*first, *(name for name in row if name not in first)]
    told = [f"{name.replace('_', ' ')} {_value(row[name])}" for name in names if _tells(name, row[name])]
    return label[:8], ", ".join(told)


def _tells(name: str, value: object) -> bool:
    return name not in _QUIET and value not in (None, "", False, 0)


def _value(value: object) -> str:
    if value in (None, ""):
        return "nothing"
    return "yes" if value is True else said(str(value))

"""History: who changed what, and when, newest first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from send_actions.domain.history.state import undone
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import short_date
from send_actions.tui.drawing.change_lines import change_lines, field_changes_of
from send_actions.tui.screens.everywhere import EverywhereScreen
from send_actions.tui.text_layout import Line, fit, fit_right, inline
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.paint import titled
from send_actions.tui.widgets.table import Table


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
        self._shown: tuple[object, int | None] = (None, None)

    def body(self) -> ComposeResult:
        """Changes over the differences."""
        yield self._table
        yield self._detail

    def on_mount(self) -> None:
        """Begin at the newest."""
        super().on_mount()
        self._table.focus()

    def draw_plan(self) -> None:
        """Draw the changes up to the record shown, without what differed in them."""
        app = self.owner
        heads: list[Change] = []
        with app.reading():
            heads = app.reader.heads(app.plan.record)
        changes = [change for change in heads if change.day <= app.plan.as_at]
        self._changes = {change.id: change for change in reversed(changes)}
        taken_back = undone(changes)
        rows = list(self._changes.values())
        actor = min(18, max([5, *(len(name) for name in {inline(change.actor) for change in rows})]))

        def draw(place: int, width: int) -> Line:
            return _row(rows[place], actor, width, is_undone=rows[place].id in taken_back)

        heading = f"  {fit_right('Record', 6)}  {fit('Day', 9)}  {fit('Time', 5)}  {fit('Who', actor)}  What"
        self._table.border_title = titled(f"History  {len(rows):,} changes")
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
        app, current = self.owner, self._table.current
        if self._shown[0] is app.snapshot and self._shown[1] == current:
            return
        self._shown = (None, None)
        head = self._changes.get(current) if isinstance(current, int) else None
        self._detail.border_title = titled(f"Record {head.id}" if head else "")
        self._detail.show(lambda _width: [])
        if head is not None:
            with app.reading():
                told, more = field_changes_of(app.reader, app.plan, head)
                self._detail.show(lambda width: change_lines(head, told, more, width))
                self._shown = (app.snapshot, head.id)


def _row(change: Change, actor: int, width: int, *, is_undone: bool) -> Line:
    local = change.at.astimezone()
    start = f"{change.id:>6}  {short_date(change.day)}  {local:%H:%M}  {fit(inline(change.actor), actor)}  "
    label = inline(change.label) + (" (taken back)" if is_undone else "")
    return [(start, "dim"), (fit(label, width - len(start)), "dim" if is_undone else "")]

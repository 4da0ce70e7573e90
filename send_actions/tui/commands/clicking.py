"""What a click on words does: a named key is pressed, a heading sorts, line 2 shows what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events

from send_actions.tui.commands.command import CommandScreen
from send_actions.tui.commands.sorting_rows import sort_by
from send_actions.tui.drawing.overview import attention_target
from send_actions.tui.drawing.sorting import ORDERS
from send_actions.tui.key_names import key_written
from send_actions.tui.widgets.page import Bar
from send_actions.tui.widgets.table import Table

if TYPE_CHECKING:
    from send_actions.tui.action_list import ActionList
    from send_actions.tui.commands.sorting_rows import OrderedScreen
    from send_actions.tui.drawing.row_order import RowOrder


def key_clicked(event: events.Click) -> events.Key | None:
    """The key that is named where one clicked."""
    offset = event.get_content_offset(event.widget) if event.widget else None
    if not isinstance(event.widget, Bar) or offset is None:
        return None
    shown = event.widget.key_at(offset.x, offset.y).split(" ")[0]
    if not shown:
        return None
    return events.Key(key_written(shown) or shown, shown if len(shown) == 1 else None)


async def do_clicked(screen: CommandScreen, event: events.Click) -> None:
    """Sort by the heading, or show what the words of line 2 count."""
    widget = event.widget
    offset = event.get_content_offset(widget) if widget else None
    if offset is None:
        return
    actions: ActionList | None = getattr(screen, "actions", None)
    rows: RowOrder | None = getattr(screen, "order", None)
    if isinstance(widget, Table) and widget is screen.panes[0] and rows is not None:
        if name := rows.named(widget.heading_at(offset.x, offset.y)):
            sort_by(cast("OrderedScreen", screen), name)
    elif isinstance(widget, Table) and actions is not None:
        order = ORDERS.get(widget.heading_at(offset.x, offset.y))
        if order and widget is actions.table:
            actions.sort(order)
    elif isinstance(widget, Bar) and widget.id == "attention":
        await _show(screen, attention_target(screen.session.plan, widget.size.width, offset.x))


async def _show(screen: CommandScreen, target: str) -> None:
    view, _, words = target.partition(" ")
    if words:
        await screen.navigator.show_filtered(words)
    else:
        await screen.navigator.show_view(view)

"""What one was looking at in a plan, kept for the next sitting: view, filter, order and action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.tui.action_list import ActionList
from send_actions.tui.commands.command import View
from send_actions.tui.drawing.areas import WHOLE
from send_actions.tui.drawing.sorting import Order
from send_actions.tui.own_files import OwnFiles
from send_actions.tui.session import Session

if TYPE_CHECKING:
    from send_actions.tui.screens.frame import Frame
    from send_actions.tui.screens.home import HomeScreen


NEVER_FIRST: Final = {"round"}
"""Views that are not shown unasked: there one key says something of an action."""


class Shower(Protocol):
    """Who shows the views of a session: the app."""

    home: HomeScreen
    session: Session
    views: Sequence[View]

    @property
    def seen(self) -> Frame | None:
        """The screen that is seen, once there is one."""

    async def show_view(self, view: str) -> None:
        """Show one of the views of the `g` line."""


@dataclass(frozen=True)
class Looked:
    """A view with the filter and the order of its list, and the ref of the action under the cursor."""

    view: str = "home"
    filter: str = ""
    order: str = ""
    is_turned: bool = False
    ref: str = ""


class LastView:
    """Keeps what is looked at each time it differs, and shows it again when the app is opened."""

    def __init__(self, folder: Path | None) -> None:
        self._files = OwnFiles(folder, "view")
        self._kept: Looked | None = None

    def keep(self, app: Shower) -> None:
        """Keep what is looked at now, if it is another than before; the past is not, nor what a room sees."""
        session, looked = app.session, _looked(app)
        if session.reader.why_read_only:
            return
        if looked != self._kept and not session.is_looking_back and not session.snapshot.is_outline:
            self._kept = looked
            self._files.write(session.reader.place, asdict(looked))

    async def restore(self, app: Shower) -> None:
        """Show what was looked at last, unless a key was pressed by now; what is gone is left out."""
        session = app.session
        kept = self._files.read(session.reader.place)
        if kept is None or session.reader.why_read_only or app.home.foot.key_at or app.seen is not app.home:
            return
        try:
            looked = Looked(**kept)
            order = Order.known(looked.order, is_turned=bool(looked.is_turned))
        except TypeError:
            return
        session.read_whole()
        view = str(looked.view)
        if view in NEVER_FIRST or view not in {"home", *(one.id for one in app.views)}:
            return
        if view != "home":
            await app.show_view(view)
        actions = _list_of(app.seen)
        if actions is not None:
            _show_again(app, actions, looked, order if looked.order else actions.usual)


def _show_again(app: Shower, actions: ActionList, looked: Looked, order: Order) -> None:
    actions.order = order
    plan, text = app.session.plan, str(looked.filter)
    if text:
        actions.filter_entered(text)
    action = next((one for one in plan.actions if one.ref == looked.ref), None)
    kept = actions.filter.kept
    if app.seen is app.home and action and (kept is None or action in kept):
        app.home.put_cursor(action)
    elif app.seen:
        app.seen.draw()
        if action:
            actions.table.put_cursor(action.id)
    if app.seen:
        app.seen.foot.say("")


def _list_of(screen: Frame | None) -> ActionList | None:
    """The list of actions of a screen, where it has one that is sorted and filtered."""
    actions = getattr(screen, "actions", None)
    return actions if isinstance(actions, ActionList) else None


def view_seen(app: Shower) -> str:
    """The view that is seen, by its id; home where the screen is none of the views."""
    screen = app.seen or app.home
    if screen is app.home:
        return "list" if app.home.scope == WHOLE else "home"
    return screen.kind if screen.kind in {view.id for view in app.views} else "home"


def _looked(app: Shower) -> Looked:
    screen = app.seen or app.home
    seen = view_seen(app)
    view = "home" if seen in NEVER_FIRST else seen
    actions = _list_of(screen) or app.home.actions
    action, order = actions.action, actions.order
    is_usual = order == actions.usual
    return Looked(
        view,
        actions.filter.text,
        "" if is_usual else order.name,
        not is_usual and order.is_turned,
        action.ref if action else "",
    )

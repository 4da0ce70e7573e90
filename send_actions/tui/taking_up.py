"""Going back to where words were typed: the view, the rows, the pane and the form itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual import events

from send_actions.domain.plan import Action
from send_actions.tui.action_list import ActionList
from send_actions.tui.half_typed import HalfTyped
from send_actions.tui.internals import character_of
from send_actions.tui.pending_edits import PendingEdits
from send_actions.tui.prompts.offer import OfferPrompt
from send_actions.tui.session import Session
from send_actions.tui.text_layout import inline
from send_actions.tui.typed_words import Spot, Words
from send_actions.tui.widgets.table import Table

if TYPE_CHECKING:
    from textual.screen import Screen

    from send_actions.tui.screens.frame import Frame


class Taker(Protocol):
    """Who shows the views and their forms: the app."""

    session: Session
    pending: PendingEdits
    half_typed: HalfTyped
    enter_chooses: bool

    @property
    def seen(self) -> Frame | None:
        """The screen that is seen, once there is one."""

    async def show_view(self, view: str) -> None:
        """Show one of the views of the `g` line."""

    def post_message(self, message: events.Key) -> bool:
        """Let a key be done after those before it."""


def keep_typed(app: Taker) -> None:
    """Keep what stands in forms and is not saved, for the next sitting."""
    if not app.session.reader.why_read_only:
        app.half_typed.keep(app.pending.words, app.session.plan.record)


async def offer_typed(app: Taker) -> None:
    """Offer what was being typed when the app was ended, unless something else is asked by now."""
    session, seen = app.session, app.seen
    if session.reader.why_read_only or seen is None or not seen.foot.can_ask:
        return
    left = app.half_typed.left_behind(session.plan.record)
    if left:
        app.pending.take_up(left)
        await _offer(app, left[-1])


async def _offer(app: Taker, words: Words) -> None:
    async def take() -> None:
        await _open(app, words)

    def drop() -> None:
        app.pending.let_go(words)
        keep_typed(app)
        app.session.say("Dropped: what was typed is gone")

    seen = app.seen
    if seen:
        on = f" on {inline(words.named)}" if words.named else ""
        await seen.foot.ask(OfferPrompt(f"What you were typing{on} was kept.", take, drop))


async def _open(app: Taker, words: Words) -> None:
    """Go to where the words were typed and press the keys of their form, which shows them."""
    app.session.read_whole()
    await app.show_view(words.spot.view)
    screen = app.seen
    if screen is None:
        return
    _go_to_rows(screen, words.spot)
    action = app.session.plan.actions_by_id.get(words.spot.action or 0)
    if words.spot.action is not None and not _stand_on(screen, action):
        typed = " · ".join(inline(text) for text in words.values.values())
        app.session.say(
            f"{inline(words.named)} is not in the plan any longer. You had typed: {typed}", "amber"
        )
        return
    is_alone = words.spot.view == "round" and words.opens.startswith("status ")
    first, *letters = app.session.keys.pressed(words.opens, alone=is_alone)
    after = ["enter"] if app.enter_chooses else []
    screen.call_later(partial(_press, app, [first, *(key for letter in letters for key in (letter, *after))]))


def _press(app: Taker, keys: Sequence[str]) -> None:
    for key in keys:
        app.post_message(events.Key(key, "\r" if key == "enter" else character_of(key)))


def _go_to_rows(screen: Frame, spot: Spot) -> None:
    """Put the cursors where they were, as far as those rows are there, and the marks."""
    for pane, wanted in zip(screen.panes, spot.rows, strict=False):
        if isinstance(pane, Table):
            row = next((one for one in pane.ids if repr(one) == wanted), None)
            if row is not None:
                pane.put_cursor(row)
    if 0 <= spot.pane < len(screen.panes):
        screen.foot.give_keys(screen.panes[spot.pane])
    actions = getattr(screen, "actions", None)
    if isinstance(actions, ActionList):
        actions.table.marked = {one for one in spot.marks if one in screen.session.plan.actions_by_id}


def _stand_on(screen: Frame, action: Action | None) -> bool:
    """Stand on an action where the screen has it; say whether it does."""
    if action is None:
        return False
    here, put = getattr(screen, "action", None), getattr(screen, "put_cursor", None)
    if here != action and put is not None:
        put(action)
    return True


def spot_of(screen: Screen[object], view: str) -> Spot:
    """Where one is on a screen."""
    panes = getattr(screen, "panes", ())
    rows = tuple(repr(pane.current) if isinstance(pane, Table) else "" for pane in panes)
    foot = getattr(screen, "foot", None)
    pane = foot.pane if foot else None
    action, actions = getattr(screen, "action", None), getattr(screen, "actions", None)
    at = list(panes).index(pane) if pane in panes else 0
    if isinstance(actions, ActionList):
        is_among = getattr(screen, "is_among_areas", False)
        action = None if is_among else actions.action
        marks = tuple(one for one in sorted(map(str, actions.table.marked)) if one.isdecimal())
        return Spot(view, rows, at, action.id if action else None, tuple(map(int, marks)))
    return Spot(view, rows, at, action.id if isinstance(action, Action) else None)

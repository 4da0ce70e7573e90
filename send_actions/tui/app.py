"""The app: its screens, its themes, and how it starts and ends."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from send_actions.domain.plan import Action, Area
from send_actions.errors import SendActionsError
from send_actions.tui.calm_app import CalmApp, tidy_from_now_on
from send_actions.tui.commands.command import View, open_commands, open_views
from send_actions.tui.commands.own_keys import own_keys
from send_actions.tui.copy_keeper import AFTER, EVERY, CopyKeeper
from send_actions.tui.drawing.areas import WHOLE, Scope
from send_actions.tui.half_typed import HalfTyped
from send_actions.tui.incoming_files import IncomingFiles
from send_actions.tui.internals import colours_here, come_to_rest, events_typed, measure_the_terminal_itself
from send_actions.tui.last_view import LastView, view_seen
from send_actions.tui.leaving import HUNG_UP, SIGNALLED, is_terminal_gone, leaving_on_signals
from send_actions.tui.paper_maker import PaperMaker
from send_actions.tui.pending_edits import PendingEdits
from send_actions.tui.plan_reader import PlanReader
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.round_kept import KeptRounds
from send_actions.tui.screens.frame import Frame
from send_actions.tui.screens.home import HomeScreen
from send_actions.tui.session import Session
from send_actions.tui.taking_up import keep_typed, offer_typed, spot_of
from send_actions.tui.text_layout import Line
from send_actions.tui.themes import COLOURS, DARK, LIMITED, NONE, SIXTEEN, WORDS
from send_actions.tui.views import VIEWS


class SendActionsApp(CalmApp):
    """Home, and the views that open over it."""

    LOOK_OUTSIDE_EVERY: ClassVar[float] = 1.0

    def __init__(
        self,
        reader: PlanReader,
        *,
        actor: str,
        theme: str = DARK,
        keep_theme: Callable[[str], None] = lambda _theme: None,
        views: Sequence[View] = VIEWS,
        papers_to: Path | None = None,
        rounds_in: Path | None = None,
        copies: CopyKeeper | None = None,
        enter_chooses: bool = False,
        keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
        typed: bytes = b"",
        incoming: Path | None = None,
    ) -> None:
        super().__init__(theme)
        self._keep_theme = keep_theme
        self._own_keys = own_keys(keys, views)
        self.session = Session(reader, actor=actor, watcher=self, keys=self._own_keys.keys)
        self.half_typed = HalfTyped(rounds_in, reader.place)
        self.pending = PendingEdits(self, self.session, lambda: spot_of(self.screen, view_seen(self)))
        self.pending.saved = partial(keep_typed, self)
        self.papers = PaperMaker(reader.place, papers_to, self.break_down)
        self.copies = copies or CopyKeeper(reader.place, None)
        self.rounds = KeptRounds(rounds_in)
        self.files = IncomingFiles(self, self.session)
        self.last_view = LastView(rounds_in)
        self.views = views
        self.enter_chooses = enter_chooses
        self._typed = typed
        self._incoming = incoming
        self.came_from = ""
        self.refusal: SendActionsError | None = None
        self.home = HomeScreen(self.session)
        self._screens: dict[str, Frame] = {}

    def get_default_screen(self) -> HomeScreen:
        """Home."""
        return self.home

    def on_mount(self) -> None:
        """Look for other people's changes; let memory be tidied once the first frame stands."""
        self.set_interval(self.LOOK_OUTSIDE_EVERY, self._look_outside)
        self.set_timer(AFTER, self.copies.begin)
        self.set_interval(EVERY, self.copies.begin)
        for event in events_typed(self._typed):
            self.post_message(event)
        self.call_after_refresh(self.last_view.restore, self)
        self.call_after_refresh(offer_typed, self)
        self.call_after_refresh(self.session.ask_about_clock)
        self.call_after_refresh(self._own_keys.tell, self)
        self.call_after_refresh(tidy_from_now_on)
        if self._incoming is not None:
            self.call_after_refresh(self.files.show, self._incoming)

    def _look_outside(self) -> None:
        keep_typed(self)
        if not self.is_headless and is_terminal_gone():
            self.exit(return_code=HUNG_UP)
        else:
            self.session.look_outside()
            self.last_view.keep(self)
            if self.copies.has_news and _is_quiet(self.seen):
                self.session.say(self.copies.news(), "amber")

    @property
    def seen(self) -> Frame | None:
        """The screen that is seen, once there is one."""
        screen = self.screen if self.screen_stack else None
        return screen if isinstance(screen, Frame) else None

    @property
    def foot(self) -> Foot | None:
        """The foot of the screen that is seen."""
        return self.seen.foot if self.seen else None

    def say_line(self, line: Line) -> None:
        """Show one line at the foot of the screen that is seen."""
        if self.seen:
            self.seen.foot.say_line(line)

    def show_snapshot(self) -> None:
        """Draw what the session now holds on the screen that is seen; the others do when they are seen."""
        if self.seen:
            self.seen.show_snapshot()

    def give_up(self, refusal: SendActionsError) -> None:
        """Leave with a refusal, said once the screen is gone."""
        self.refusal = refusal
        self.exit(return_code=1)

    def after_write(self, fault: BaseException | None) -> None:
        """Go on with the keys that waited."""
        if fault is not None:
            self.break_down(fault)
        elif self.has_keys:
            self.call_next(self.catch_up)

    async def settle(self) -> None:
        """Wait until all that was typed is done, and all that was begun is written and drawn."""
        while self.has_keys or self.session.is_writing or self.papers.is_writing:
            await self.session.written()
            await self.papers.written()
            await asyncio.sleep(0)
        if self.is_running:
            await come_to_rest(self.screen)

    async def show_view(self, view: str) -> None:
        """Show one of the views of the `g` line, or say why the reader does not show it."""
        if why := self.session.reader.closed_views.get(view):
            self.session.say(why)
            return
        self.came_from = ""
        await self._go_home()
        if view == "list":
            self.home.show_scope(WHOLE)
        elif view != "home":
            await self.push_screen(self._screen(view))

    async def show_filtered(self, words: str) -> None:
        """Show the actions of the whole plan that a filter leaves."""
        await self.show_view("list")
        self.home.actions.set_filter(words)

    async def come_back(self) -> None:
        """Go back to the view one came from, on to its next row."""
        view, self.came_from = self.came_from, ""
        await self.push_screen(self._screen(view))
        self._screen(view).come_back()

    async def show_place(self, place: Action | Area, *, came_from: str) -> None:
        """Go home to an action or an area; Esc there goes back to where one came from."""
        await self._go_home()
        self.came_from = came_from
        if isinstance(place, Action):
            self.home.put_cursor(place)
        else:
            self.home.show_scope(Scope(place.id))

    async def show_help(self) -> None:
        """Show what the keys do on the screen that is seen."""
        from send_actions.tui.screens.help import HelpScreen

        if self.seen:
            await self.push_screen(HelpScreen(self.session, open_commands(self.seen), open_views(self.seen)))

    async def show_palette(self) -> None:
        """Show the commands of the screen that is seen by their names."""
        from send_actions.tui.screens.palette import PaletteScreen

        if self.seen:
            await self.push_screen(PaletteScreen(self.session, self.seen, open_views(self.seen)))

    def next_theme(self) -> str:
        """Take the next theme, keep it for the next sitting, and return its name in words."""
        if self.theme in LIMITED:
            return LIMITED[self.theme]
        names = list(COLOURS)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        try:
            self._keep_theme(self.theme)
        except SendActionsError as refusal:
            return f"{WORDS[self.theme]}, for this sitting only. {refusal}"
        return WORDS[self.theme]

    async def _go_home(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def _screen(self, view: str) -> Frame:
        if view not in self._screens:
            opened: Frame = next(one for one in self.views if one.id == view).screen()(self.session)
            self._screens[view] = opened
            self.install_screen(opened, view)
        return self._screens[view]


def run(
    place: str,
    *,
    actor: str,
    today: Callable[[], date] = date.today,
    for_board: bool = False,
    theme: str = "",
    keep_theme: Callable[[str], None] = lambda _theme: None,
    papers_to: Path | None = None,
    mouse: bool = True,
    rounds_in: Path | None = None,
    copies: CopyKeeper | None = None,
    enter_chooses: bool = False,
    keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
    typed: bytes = b"",
    incoming: Path | None = None,
) -> int:
    """Open the app on a plan and return its exit code: 0, 3 after a fault, 128 and more after a signal.

    `for_board` shows what a board's paper would, and nothing can be changed. Papers are offered to be written
    beside the plan, or into `papers_to`. Without a `theme` the app is light where the terminal is, else dark;
    without the `mouse` clicks are the terminal's own. What was `typed` while it was loaded is done first, and
    a file that is `incoming` is shown. `rounds_in` keeps the round's place.

    Raises SendActionsError when the plan cannot be opened.
    """
    gc.disable()
    measure_the_terminal_itself()
    app = SendActionsApp(
        (_room_reader() if for_board else PlanReader)(place, today),
        actor=actor,
        theme={"none": NONE, "sixteen": SIXTEEN}.get(colours_here(), theme),
        keep_theme=keep_theme,
        papers_to=papers_to,
        rounds_in=rounds_in,
        copies=copies,
        enter_chooses=enter_chooses,
        keys=keys,
        typed=typed,
        incoming=incoming,
    )
    try:
        with leaving_on_signals(partial(_end, app)):
            app.run(mouse=mouse)
    finally:
        _close(app)
    app.copies.finish(is_told_to_end=(app.return_code or 0) >= SIGNALLED)
    if app.refusal:
        raise app.refusal
    return app.return_code or 0


def _close(app: SendActionsApp) -> None:
    """End what reads the plan, and what writes it and its papers."""
    app.session.writer.close()
    app.papers.close()
    app.session.reader.close()


def _end(app: SendActionsApp, code: int) -> None:
    """End because a signal says so: what was being typed waits for the next sitting."""
    keep_typed(app)
    app.exit(return_code=code)


def _room_reader() -> type[PlanReader]:
    from send_actions.tui.room_reader import RoomReader

    return RoomReader


def _is_quiet(screen: Frame | None) -> bool:
    """Whether something may be said on a screen that nobody asked about."""
    foot = screen.foot if screen else None
    return foot is not None and foot.is_attached and foot.can_ask and not foot.message

"""What a command is, and what it may act on: the narrow protocols that screens and the app fulfil."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, Final, Generic, Protocol, TypeVar, runtime_checkable

from textual.app import App

from send_actions.domain.plan import Action, Area
from send_actions.tui.commands.file_keeper import FileKeeper
from send_actions.tui.copy_keeper import CopyKeeper
from send_actions.tui.drawing.areas import Scope
from send_actions.tui.half_typed import HalfTyped
from send_actions.tui.key_map import KeyMap
from send_actions.tui.paper_maker import PaperMaker
from send_actions.tui.pending_edits import PendingEdits
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.round_kept import KeptRounds
from send_actions.tui.session import Session
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.table import Table

MOVING: Final = "Moving"
LOOKING: Final = "Looking"
CHANGING: Final = "Changing"
GOING: Final = "Going"
SECTIONS: Final = (MOVING, LOOKING, CHANGING, GOING)
"""The sections of help and of the README's table, in their order."""

Screen_contra = TypeVar("Screen_contra", contravariant=True)


@dataclass(frozen=True)
class Command(Generic[Screen_contra]):
    """One thing a key does: the footer, help, the palette and the README's table are made from it.

    `keys` are as Textual names them, `shown` is how a person reads them, `words` names the thing in a footer
    and `sentence` in help; `run` does it on the screen where the key was pressed. These are the keys it comes
    with: the session's `keys` know which are in force, and the id is what the settings call it. A command
    that `changes` the plan waits for what is being written, and is off while looking back.
    `also` is what else people call it. One that `is_fixed` keeps its keys, such as letters of a menu.
    """

    id: str
    keys: tuple[str, ...]
    shown: str
    words: str
    sentence: str
    section: str
    run: Callable[[Screen_contra], Awaitable[None] | None]
    changes: bool = False
    also: str = ""
    is_fixed: bool = False


def command(
    id: str,  # noqa: A002 - as in Command
    shown: str,
    words: str,
    section: str,
    *,
    keys: tuple[str, ...] | None = None,
    changes: bool = False,
    also: str = "",
    is_fixed: bool = False,
) -> Callable[[Callable[[Screen_contra], Awaitable[None] | None]], Command[Screen_contra]]:
    """Make a command of the function below; its docstring's first line is the sentence in help.

    Without `keys` there is one, of the name that is `shown`.
    """

    def made(run: Callable[[Screen_contra], Awaitable[None] | None]) -> Command[Screen_contra]:
        sentence, _, _ = (run.__doc__ or "").partition("\n")
        own = (shown,) if keys is None else keys
        return Command(id, own, shown, words, sentence, section, run, changes, also, is_fixed)

    return made


@dataclass(frozen=True)
class View:
    """A view of the `g` line: its letter, its id, what it shows, and where the class of its screen is."""

    letter: str
    id: str
    words: str
    sentence: str
    screen: Callable[[], type[Any]]

    @property
    def command(self) -> Command[CommandScreen]:
        """Going there, as help and the palette have it."""
        key, words = f"{{go}} {self.letter}", f"go to {self.words}"
        return Command(self.id, (), key, words, self.sentence, GOING, lambda on: go_to(on, self.id))


class ViewKeeper(Protocol):
    """Keeps what is looked at for the next sitting."""

    def keep(self, app: Any) -> None:
        """Keep what is looked at now."""


class Navigator(Protocol):
    """Where a command can take the person: the app, as far as commands see it."""

    last_view: ViewKeeper

    came_from: str
    half_typed: HalfTyped
    pending: PendingEdits
    papers: PaperMaker
    copies: CopyKeeper
    rounds: KeptRounds
    files: FileKeeper
    views: Sequence[View]

    def spend(self, keys: Iterable[str]) -> None:
        """Let go of keys pressed twice: what they did leads to a screen where they mean something else."""

    async def show_view(self, view: str) -> None:
        """Show one of the views of the `g` line."""

    async def show_filtered(self, words: str) -> None:
        """Show the actions of the whole plan that a filter leaves."""

    async def come_back(self) -> None:
        """Go back to the view one came from, on to its next row."""

    async def show_place(self, place: Action | Area, *, came_from: str) -> None:
        """Go home to an action or an area; Esc there goes back to where one came from."""

    async def show_help(self) -> None:
        """Show what the keys do on the screen that is seen."""

    async def show_palette(self) -> None:
        """Show the commands of the screen that is seen by their names."""

    def next_theme(self) -> str:
        """Take the next theme, keep it for the next sitting, and return its name in words."""


class CommandScreen(Protocol):
    """The screen a command acts on.

    `commands` work on it, `session` holds the plan that is shown, `foot` is where it says and asks, `panes`
    are its lists and pages from the left, `typed` is the character of the key that called the command.
    """

    kind: str
    commands: Sequence[Command[Any]]
    session: Session
    foot: Foot
    panes: Sequence[Table | Page]
    typed: str

    @property
    def app(self) -> App[Any]:
        """Textual's app."""

    @property
    def navigator(self) -> Navigator:
        """The same app, as the way to other screens."""

    @property
    def pane(self) -> Table | Page | None:
        """The list or page that has the keys."""

    @property
    def is_tiny(self) -> bool:
        """Whether there is too little room to see what a key would do."""

    async def open(self) -> None:
        """Go into what the cursor is on."""

    async def go_back(self) -> None:
        """Go one layer back."""


@runtime_checkable
class AreaScreen(Protocol):
    """A screen whose rows belong to areas."""

    @property
    def area(self) -> Area | None:
        """The area of the row under the cursor, or that is shown; None for the whole plan."""


def area_here(screen: CommandScreen) -> Area | None:
    """The area that the row under the cursor tells, None where it tells none."""
    return screen.area if isinstance(screen, AreaScreen) else None


async def go_to(screen: CommandScreen, view: str) -> None:
    """Go to a view, which may begin at the area one comes from."""
    if area := area_here(screen):
        screen.session.about = Scope(area.id)
    await screen.navigator.show_view(view)


def open_commands(screen: CommandScreen) -> list[Command[Any]]:
    """The commands of a screen that can be offered: before others, none that changes the plan."""
    is_off = bool(screen.session.reader.why_read_only)
    return [one for one in screen.commands if not (is_off and one.changes)]


def open_views(screen: CommandScreen) -> list[View]:
    """The views that the reader shows."""
    closed = screen.session.reader.closed_views
    return [view for view in screen.navigator.views if view.id not in closed]


class Selection(Protocol):
    """The actions that a screen lists, as far as one can be chosen or changed."""

    def targets(self) -> tuple[Action, ...]:
        """The actions a change is about: all marked, else the one under the cursor."""

    def changed(self, actions: Sequence[Action]) -> None:
        """Hear that some actions were changed."""


class ActionScreen(CommandScreen, Protocol):
    """A screen whose rows are actions that can be changed."""

    @property
    def selection(self) -> Selection:
        """The actions it lists."""

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action, wherever it is listed."""


def on_actions(
    run: Callable[[ActionScreen, tuple[Action, ...]], Awaitable[None] | None],
) -> Callable[[ActionScreen], Awaitable[None] | None]:
    """Let what a command does have the actions it is about; without any the screen says so instead."""

    @wraps(run)
    def run_on_targets(screen: ActionScreen) -> Awaitable[None] | None:
        actions = screen.selection.targets()
        if actions:
            return run(screen, actions)
        is_among_areas = screen.kind == "home" and screen.pane is screen.panes[0]
        why = "Enter for its actions" if is_among_areas else "the cursor is not on one"
        screen.foot.refuse(f"No action here: {why}")
        return None

    return run_on_targets


def in_force(command: Command[Screen_contra], keys: KeyMap) -> Command[Screen_contra]:
    """A command with the keys that it now has, and its words with those of others."""
    shown, sentence = keys.shown(command), keys.sentence(command)
    return replace(command, keys=keys.names(command), shown=shown, sentence=sentence)


def by_key(commands: Iterable[Command[Any]], keys: KeyMap) -> Mapping[str, Command[Any]]:
    """What each key does, by Textual's name of it; with Caps Lock on, lone letters still work."""
    found = {name: command for command in commands for name in keys.names(command)}
    capitals = {name.upper(): one for name, one in found.items() if len(name) == 1 and name.isalpha()}
    return capitals | found

"""The app at a terminal, elsewhere its first screen as text; `demo` opens it on a copy of the sample."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from send_actions.cli.author import author
from send_actions.cli.location import (
    is_first_run,
    keep_theme,
    own_settings,
    plan_location,
    shown_location,
)
from send_actions.cli.terminal import can_show_app, tell, tell_lines
from send_actions.cli.terminal_light import terminal_light

if TYPE_CHECKING:
    from send_actions.cli.commands.first_run import Begun
    from send_actions.config import Settings
    from send_actions.tui.copy_keeper import CopyKeeper

NEAR_MS: Final = 100
FAR_AWAY_MS: Final = 300

NO_TERMINAL = "The app needs a terminal: this is its first screen; `send-actions --help` names the commands."

PLAIN_TERMINAL = (
    "The app needs a terminal that can place text (TERM is “{}”): this is its first screen; "
    "`send-actions --plain` works here, and `send-actions --help` names the commands."
)


SAMPLE_LEFT: Final = (
    "That was the sample: nothing was kept. Make a plan with `send-actions init --db plan.db`."
)


def open_app(
    named: str | None,
    papers_to: Path | None = None,
    *,
    for_board: bool = False,
    is_lasting: bool = True,
    theme: str = "",
) -> int:
    """Open the plan named, else the one that is set, and return the exit code.

    Its papers are offered to be written beside it, or into the folder `papers_to`. `for_board` shows what a
    board's paper would, and changes nothing. The round's place is kept of a plan that `is_lasting`. Where a
    `theme` is known the terminal is not asked how light it is.

    Raises SendActionsError when no plan is named or it cannot be opened.
    """
    is_at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    location, incoming, first_theme = _plan_to_open(named, may_begin=is_at_terminal and not for_board)
    theme = first_theme or theme
    if location is None:
        return 0
    if not is_at_terminal:
        return write_first_screen(location, NO_TERMINAL, for_board=for_board)
    if not can_show_app():
        why = PLAIN_TERMINAL.format(os.environ.get("TERM", ""))
        return write_first_screen(location, why, for_board=for_board)
    os.environ["ESCDELAY"] = str(_escape_wait(os.environ))
    from send_actions.config import settings_folder

    theme = (own := own_settings()).theme or theme
    who = author(may_ask=is_lasting and not for_board)
    with terminal_light(is_wanted=not theme) as light:
        from send_actions.tui.app import run
        from send_actions.tui.themes import LIGHT
    return run(
        location,
        actor=who,
        for_board=for_board,
        theme=theme or (LIGHT if light.is_light else ""),
        keep_theme=keep_theme,
        papers_to=papers_to,
        rounds_in=settings_folder() if is_lasting else None,
        copies=_copies_of(location, own) if is_lasting and not for_board else None,
        mouse=own.mouse,
        enter_chooses=own.enter_chooses,
        keys=own.keys,
        typed=light.typed,
        incoming=incoming,
    )


def _plan_to_open(named: str | None, *, may_begin: bool) -> tuple[str | None, Path | None, str]:
    """Return the plan's place, if any; where it is begun now, also the file to bring in and the theme."""
    if may_begin and can_show_app() and is_first_run(named):
        begun, theme = _begun_on_screen()
        return (begun.place, begun.file, theme) if begun else (None, None, theme)
    return begun_first(named) if may_begin else plan_location(named), None, ""


def _copies_of(location: str, own: Settings) -> CopyKeeper | None:
    """Return what keeps dated copies of one's own plan where they are wanted; others' plans stay put."""
    if not own.copies or not own.place or "://" in location:
        return None
    if Path(location).absolute() != Path(own.place).absolute():
        return None
    from send_actions.tui.copy_keeper import CopyKeeper

    return CopyKeeper(location, Path(own.copies), shown_location(own.copies))


def begun_first(named: str | None, opened: Callable[[str], int] | None = None) -> str | None:
    """Return the place of the plan; where none is named at all, of the one begun now in lines, or None.

    The sample is shown in the app, or `opened` as is wanted. Raises SendActionsError when it is not known
    where the plan is.
    """
    if not is_first_run(named):
        return plan_location(named)
    from send_actions.cli.commands.first_run import begin_in_lines

    def look_first() -> None:
        if code := show_demo(opened or _open_sample):
            raise SystemExit(code)

    return begin_in_lines(look_first)


def _begun_on_screen() -> tuple[Begun | None, str]:
    """Begin the first plan on one screen; return it, None where there is none, and the theme."""
    theme = own_settings().theme
    with terminal_light(is_wanted=not theme) as light:
        from send_actions.cli.commands.first_run import begin_on_screen
        from send_actions.tui.themes import DARK, LIGHT
    theme = theme or (LIGHT if light.is_light else DARK)
    look = partial(_in_sample, partial(_open_sample, theme=theme))
    return begin_on_screen(look, theme=theme, typed=light.typed), theme


def _escape_wait(surroundings: Mapping[str, str]) -> int:
    """Return the milliseconds in which an Esc may turn out to begin another key, split on its way here.

    Textual takes it from ESCDELAY, as many terminal programs do.
    """
    for name in ("SEND_ACTIONS_ESC_WAIT", "ESCDELAY"):
        if (said := surroundings.get(name, "")).isdecimal() and int(said):
            return int(said)
    is_far = any(surroundings.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
    return FAR_AWAY_MS if is_far else NEAR_MS


def write_first_screen(location: str, why: str, *, for_board: bool = False) -> int:
    """Write the first screen as plain text, without loading the app."""
    from send_actions.cli.plan_view import open_plan
    from send_actions.domain.checks.summary import ask_about_clock
    from send_actions.tui.drawing.overview import first_screen

    with open_plan(location) as view:
        plan, before = view.plan, view.before
        if for_board:
            from send_actions.papers.exempt import exempt_as_last_known
            from send_actions.reports.audience import Audience, redact_plan

            exempt = exempt_as_last_known(view.reading, plan)
            plan = redact_plan(plan, Audience.BOARD, exempt)
            before = before and redact_plan(before, Audience.BOARD, exempt)
        text, question = first_screen(plan, before), ask_about_clock(view.later_changes)
    sys.stdout.write(text.rstrip("\n") + "\n")
    sys.stdout.flush()
    tell_lines(filter(None, (question, why)))
    return 0


def _open_sample(location: str, theme: str = "") -> int:
    return open_app(location, papers_to=Path.cwd(), is_lasting=False, theme=theme)


def show_demo(opened: Callable[[str], int] = _open_sample) -> int:
    """Open a copy of the invented sample plan, in the app or as is wanted, and return the exit code."""
    code = _in_sample(opened)
    tell(SAMPLE_LEFT)
    return code


def _in_sample(opened: Callable[[str], int]) -> int:
    """Open a copy of the sample that is thrown away."""
    from tempfile import TemporaryDirectory

    from send_actions.templates.begin import Template, begin_from_template
    from send_actions.tui.leaving import leaving_on_signals

    with leaving_on_signals(), TemporaryDirectory(prefix="send-actions-demo-") as folder:
        location = Path(folder, "sample.db")
        begin_from_template(location, Template.SAMPLE, actor="demo", at=datetime.now(UTC), day=date.today())
        return opened(str(location))

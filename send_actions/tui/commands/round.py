"""Answer in the round: one key for what was said of the action that fills the screen, and on to the next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Final, Protocol

from send_actions.domain.checks.rounds import (
    Answers,
    Round,
    go_back,
    go_to_end,
    lead_of,
    leave_for_later,
    meeting_of_round,
    reorder,
)
from send_actions.domain.plan import Action, Change
from send_actions.domain.plan.vocabulary import Heard, Status
from send_actions.tui.commands import moving, navigation, papers, status, undo, updates
from send_actions.tui.commands.command import (
    CHANGING,
    LOOKING,
    MOVING,
    ActionScreen,
    Command,
    command,
)
from send_actions.tui.drawing.round import HEARD_WORDS, order_words
from send_actions.tui.form_owners import FROM
from send_actions.tui.forms import Values
from send_actions.tui.plan_writer import silence_task
from send_actions.tui.text_layout import Line, inline


class RoundScreen(ActionScreen, Protocol):
    """A screen that goes from one action to the next."""

    round: Round
    answers: Answers

    @property
    def action(self) -> Action | None:
        """The action one is at; None at the end."""

    def move(self, one: Round) -> None:
        """Take the round as it now is: another place, another order, or heard otherwise."""


def on_asked(
    run: Callable[[RoundScreen, Action], Awaitable[None] | None],
) -> Callable[[RoundScreen], Awaitable[None] | None]:
    """Let an answer have the action one is at; at the end the screen says that none is asked about."""

    @wraps(run)
    def run_on_asked(screen: RoundScreen) -> Awaitable[None] | None:
        if screen.action is not None:
            return run(screen, screen.action)
        screen.foot.say("Nothing is asked here: Enter shows the end, ← goes back")
        return None

    return run_on_asked


OF_TODAY: Final = "The round goes over the plan of today: Esc for today"
"""What the round says while looking back."""


def today_only(
    run: Callable[[RoundScreen], Awaitable[None] | None],
) -> Callable[[RoundScreen], Awaitable[None] | None]:
    """Let what moves in the round do nothing unseen: while looking back it says why."""

    @wraps(run)
    def run_today(screen: RoundScreen) -> Awaitable[None] | None:
        if not screen.session.is_looking_back:
            return run(screen)
        screen.foot.say(OF_TODAY)
        return None

    return run_today


@command(
    "no-change", "=", "no change, still right", CHANGING, keys=("equals_sign",), changes=True, is_fixed=True
)
@on_asked
def answer_no_change(screen: RoundScreen, action: Action) -> None:
    """In the round: no change, still right; saved at once, and on to the next."""
    heard = screen.round.heard
    status.save_no_change(screen, (action,), heard, heard_from(heard, action))


@command("no-update", "-", "no update received", CHANGING, keys=("minus",), changes=True, is_fixed=True)
@on_asked
def answer_silence(screen: RoundScreen, action: Action) -> None:
    """In the round: no update received, noted for the board; nothing is said of the action."""
    session, ref = screen.session, inline(action.ref)
    meeting = meeting_of_round(session.plan)
    if meeting is None:
        there = f"{session.keys['go']} b and {session.keys['new']} puts a board there"
        screen.foot.say(f"{NO_BOARD}: → leaves it for later; Esc, then {there}")
        return
    if action.id in screen.answers.heard:
        since = " since the last board" if session.plan.last_meeting else " already"
        screen.foot.say(f"{ref} was spoken of{since}, so it was heard: nothing to note")
        return

    def done(change: Change | None) -> None:
        screen.selection.changed((action,))
        line: Line = [(f"{ref} ", "bold"), ("no update received", "")]
        if change is None:
            session.say_line(line)
        else:
            session.done.say(line, change.id)

    session.say("Saving …", "dim")
    session.write(silence_task(action.id, meeting.id), done)


NO_BOARD: Final = "No board is in the diary to note that for"
_OF_LETTER: Final = {one.key: one for one in Status}
_WAYS: Final = {way.key: way for way in HEARD_WORDS}


@command(
    "answer", " ".join(_OF_LETTER), "status", CHANGING, keys=tuple(_OF_LETTER), changes=True, is_fixed=True
)
@on_asked
async def answer_status(screen: RoundScreen, action: Action) -> None:
    """In the round: the form of a status by its letter; Enter saves it and goes on."""
    of = _OF_LETTER.get(screen.typed.lower())
    if of is None:
        screen.foot.say(f"{answer_status.shown}: the letter of the status")
        return
    entry = screen.session.plan.legend_of(of)
    if not entry.used:
        screen.foot.say(f"{of.key}: this plan does not use {inline(entry.word).lower()}")
        return
    await status.open_status(screen, (action,), of, _said(screen, action))


def _said(screen: RoundScreen, action: Action) -> Values:
    """How it was heard and from whom, as the form of a status means it."""
    heard = screen.round.heard
    return {"heard": heard.value, FROM: heard_from(heard, action)} if heard else {}


def heard_from(heard: Heard | None, action: Action) -> str:
    """From whom an update is heard: the action's lead, unless it is one's own judgement."""
    return "" if heard in {None, Heard.JUDGEMENT} else lead_of(action)


@command("heard", " ".join(_WAYS), "heard", CHANGING, keys=tuple(_WAYS), is_fixed=True)
@today_only
def hear(screen: RoundScreen) -> None:
    """In the round: how what follows is heard, from each action's lead; the letter again takes it off."""
    way = _WAYS.get(screen.typed.lower())
    if way is None:
        told = ", ".join(f"{way.key} {words}" for way, words in HEARD_WORDS.items())
        screen.foot.say(f"Heard by {told}")
        return
    heard = None if screen.round.heard is way else way
    screen.move(replace(screen.round, heard=heard))
    whose = "" if way is Heard.JUDGEMENT else ", from each action's lead"
    told = f"What follows is heard by {HEARD_WORDS[way]}{whose}" if heard else "How it was heard is not said"
    screen.foot.say(f"{told}; {way.key} again {'takes that off' if heard else 'says it'}")


@command("for-later", "→", "later", MOVING, keys=("right",))
@today_only
async def leave_it(screen: RoundScreen) -> None:
    """In the round: leave it for later, and on to the next; it comes again at the end."""
    screen.move(leave_for_later(screen.round, screen.answers))
    if screen.round.at is None:
        await screen.open()


@command("before", "←", "back", MOVING, keys=("left",))
@today_only
def step_back(screen: RoundScreen) -> None:
    """In the round: back to the one before, answered or not."""
    screen.move(go_back(screen.round))


@command("round-end", "End", "to the end", MOVING, keys=("end",))
@today_only
async def show_end(screen: RoundScreen) -> None:
    """In the round: to its end, with the areas' own judgements, what changed, who did not answer."""
    screen.move(go_to_end(screen.round))
    await screen.open()


@command("sort", ",", "other order", LOOKING, keys=("comma",))
@today_only
def change_order(screen: RoundScreen) -> None:
    """In the round: by urgency, or one lead after another; the action stays."""
    order = screen.round.order.other
    screen.move(reorder(screen.round, screen.session.plan, order))
    again = screen.session.keys["sort"]
    screen.foot.say(f"Now {order_words(order)}; {again} again is {order_words(order.other)}")


_SCROLLING: Final = {"down": "↓", "up": "↑", "page-down": "PgDn", "page-up": "PgUp"}

SCROLLS: Final = tuple(
    replace(one, keys=one.keys[-1:], shown=_SCROLLING[one.id], is_fixed=True)
    for one in moving.IN_LISTS
    if one.id in _SCROLLING
)
"""What scrolls a long action; its keys may be held down."""

OF_ROUND: Final[tuple[Command[Any], ...]] = (
    leave_it,
    step_back,
    show_end,
    answer_no_change,
    answer_silence,
    answer_status,
    hear,
    change_order,
)
"""What only the round has."""

IN_ROUND: Final[tuple[Command[Any], ...]] = (
    *SCROLLS,
    *OF_ROUND,
    moving.enter,
    moving.escape,
    updates.move_due_date,
    undo.undo,
    undo.redo,
    papers.write_paper,
    navigation.change_theme,
    navigation.show_help,
    navigation.show_palette,
    navigation.leave_app,
)
"""What works in the round; its letters are those of the statuses."""

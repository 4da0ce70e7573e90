"""The day's work in plain lines, for screen readers: numbered choices, and nothing is drawn over."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import typer

from send_actions.cli.phrases import counted
from send_actions.cli.plain.plain_changes import take_back
from send_actions.cli.plain.plain_lists import all_found, needs_me, open_action
from send_actions.cli.plain.plain_papers import write_one
from send_actions.cli.plain.plain_round import go_round
from send_actions.cli.plain.sitting import Sitting, day_told
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import NOTHING, LeftError, ask, ask_for, say
from send_actions.cli.terminal import line_of
from send_actions.domain.checks.summary import ask_about_clock, attention
from send_actions.domain.plan import Plan
from send_actions.domain.text import fold
from send_actions.domain.words.past_days import read_past_day
from send_actions.errors import SendActionsError

LEAVES = "Left. What was saved is kept."


def open_day(location: str) -> int:
    """Work at a plan in plain lines until 0 or Ctrl+D is typed; returns the exit code.

    Raises SendActionsError when the plan cannot be opened.
    """
    sitting = Sitting(location)
    _greet(sitting)
    with suppress(LeftError, typer.Abort):
        while (going_on := _do_one(sitting)) is not None:
            sitting = going_on
    say(LEAVES)
    return 0


def open_round(location: str) -> int:
    """Go through the round of a plan in plain lines, then leave; returns the exit code.

    Raises SendActionsError when the plan cannot be opened.
    """
    with suppress(LeftError, typer.Abort):
        go_round(Sitting(location))
    say(LEAVES)
    return 0


def _greet(sitting: Sitting) -> None:
    with sitting.plan() as view:
        plan = view.plan
        names = " · ".join(line_of(name) for name in (plan.title, plan.partnership) if name)
        say(names or "Action plan", _needs(plan))
        if question := ask_about_clock(view.later_changes):
            say(question)
    say("Type the number of a choice, or an action's number such as 9.3; 0 or Ctrl+D leaves.")


def _needs(plan: Plan) -> str:
    """Return what needs one now, its letters as words."""
    found = attention(plan)
    counts = ((found.off_track, "off track"), (found.at_risk, "at risk"))
    told = ", ".join(f"{count} {words}" for count, words in counts if count)
    _, point, rest = found.sentence.partition(" · ")
    return f"{told}{point}{rest}" if told else found.sentence


def _do_one(sitting: Sitting) -> Sitting | None:
    """Say the choices and do one; return the sitting to go on with, or None to leave."""
    with sitting.plan() as view:
        choices = _choices(view, sitting)
        say("", day_told(view), *(f"{number}. {words}" for number, words in enumerate(choices, 1)))
    say("0. Leave")
    typed = ask("Your choice")
    if typed == NOTHING:
        return None
    try:
        if typed.isdecimal() and 1 <= int(typed) <= len(choices):
            return list(choices.values())[int(typed) - 1]() or sitting
        if typed:
            _open_typed(typed, sitting, len(choices))
    except SendActionsError as refusal:
        say(str(refusal))
    return sitting


def _choices(view: PlanView, sitting: Sitting) -> dict[str, Callable[[], Sitting | None]]:
    """Return what can be done, by its words; on an earlier day nothing that changes the plan."""
    many = counted(len(view.flags_by_action), "action")
    found: dict[str, Callable[[], Sitting | None]] = {
        f"What needs me: {many.lower()}": _doing(needs_me, sitting),
        "Find actions by words or a filter": _doing(all_found, sitting),
        "Write a paper": _doing(write_one, sitting),
        "Look back to an earlier day": partial(_look_back, sitting),
    }
    if sitting.is_looking_back:
        return found | {"Return to today": lambda: Sitting(sitting.location)}
    return found | {
        "Take back your last change": _doing(take_back, sitting),
        "Bring back what you took back": _doing(_bring_back, sitting),
        "Go through the round": _doing(go_round, sitting),
    }


def _doing(task: Callable[[Sitting], None], sitting: Sitting) -> Callable[[], None]:
    return lambda: task(sitting)


def _open_typed(typed: str, sitting: Sitting, many: int) -> None:
    """Go into the action whose number is typed, or say what may be typed."""
    with sitting.plan() as view:
        is_ref = any(fold(action.ref) == fold(typed) for action in view.plan.actions)
    if is_ref:
        open_action(typed, sitting)
    else:
        say(f"“{line_of(typed[:40])}” is no choice and no action: type a number from 0 to {many}.")


def _look_back(sitting: Sitting) -> Sitting | None:
    """Ask for a day, and return the sitting that looks at it."""
    with Sitting(sitting.location).plan() as view:
        today, last = view.today, view.plan.last_meeting
    read = partial(read_past_day, today=today, or_period=True, last=lambda: last)
    of_last = ", or last for the last meeting" if last else ""
    typed = ask_for(f"Which day? A date{of_last} (Enter goes back)", read)
    if not typed:
        return None
    day = read(typed)
    if day >= today:
        return Sitting(sitting.location)
    back = Sitting(sitting.location, day.isoformat())
    with back.plan() as view:
        say("", _needs(view.plan))
    return back


def _bring_back(sitting: Sitting) -> None:
    from send_actions.cli.commands.undo import redo_change

    redo_change(db=sitting.location)

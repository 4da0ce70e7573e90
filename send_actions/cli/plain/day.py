"""The day's work in plain lines, for screen readers: numbered choices, and nothing is drawn over."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from send_actions.cli.phrases import counted
from send_actions.cli.plain.plain_adding import add_action_to
from send_actions.cli.plain.plain_board import board_said
from send_actions.cli.plain.plain_changes import bring_back, take_back
from send_actions.cli.plain.plain_lists import (
    all_found,
    kept_views,
    needs_me,
    open_actions,
    refs_typed,
    undoing,
)
from send_actions.cli.plain.plain_manner import ask_day, ask_heard
from send_actions.cli.plain.plain_menu import MAIN, pick
from send_actions.cli.plain.plain_papers import write_one
from send_actions.cli.plain.plain_round import go_round
from send_actions.cli.plain.plain_views import areas, journey, measures, open_area
from send_actions.cli.plain.sitting import Memory, Sitting, day_told
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import WAYS, LeftError, ask_for, say, speaking
from send_actions.cli.terminal import line_of
from send_actions.domain.checks.summary import ask_about_clock, attention
from send_actions.domain.plan import Plan
from send_actions.domain.text import fold
from send_actions.domain.words.past_days import read_past_day

LEAVES = "Left. What was saved is kept."
LEAVES_ROOM = "Left."

REFS = "9.3 goes to that action, 9.1 9.3 to several, which are changed at once; area 9 goes to an area."


def open_day(
    location: str, papers_to: Path | None = None, *, for_board: bool = False, is_lasting: bool = True
) -> int:
    """Work at a plan in plain lines until it is left; returns the exit code.

    `for_board` tells what a board's paper would, and nothing can be changed. Papers are offered beside
    the plan, or in the folder `papers_to`; where one is in the round is kept if the plan is a lasting one.
    Raises SendActionsError when the plan cannot be opened.
    """
    sitting = Sitting(location, Memory(), for_board=for_board, papers_to=papers_to, is_lasting=is_lasting)
    here = [sitting]
    with speaking(), suppress(LeftError):
        _greet(sitting)
        while _do_one(here):
            pass
    say(LEAVES_ROOM if for_board else LEAVES)
    return 0


def open_sample(location: str) -> int:
    """Work at a throw-away plan in plain lines; its papers go into the working directory."""
    return open_day(location, Path.cwd(), is_lasting=False)


def open_round(location: str) -> int:
    """Go through the round of a plan in plain lines, then leave; returns the exit code.

    Raises SendActionsError when the plan cannot be opened.
    """
    with speaking(), suppress(LeftError):
        say(WAYS)
        go_round(Sitting(location, Memory()))
    say(LEAVES)
    return 0


def _greet(sitting: Sitting) -> None:
    with sitting.plan() as view:
        plan = view.plan
        names = ", ".join(line_of(name) for name in (plan.title, plan.partnership) if name)
        say(names or "Action plan")
        say(needs(plan))
        if question := ask_about_clock(view.later_changes):
            say(question)
    if sitting.for_board:
        say("This is what the board sees, and nothing can be changed.")
    say(f"At every question {WAYS}")


def needs(plan: Plan) -> str:
    """Return what needs one now, its letters as words."""
    found = attention(plan)
    counts = ((found.off_track, "off track"), (found.at_risk, "at risk"))
    told = [f"{count} {words}" for count, words in counts if count]
    first, *others = found.sentence.split(" · ")
    return ", ".join([*(told or [first]), *others]) + "."


def _do_one(here: list[Sitting]) -> bool:
    """Ask what to do and do it; False to leave. Looking back puts another sitting in the place of `here`."""
    sitting = here[0]
    with sitting.plan() as view:
        choices, day = _choices(view, here), day_told(view, is_back=sitting.is_looking_back)
    name = MAIN if not sitting.is_looking_back else f"{MAIN} back"
    if MAIN not in sitting.memory.menus:
        say("", day)
    manner = sitting.manner.removeprefix(", ")
    question = f"Your choice, or an action's number{f' ({manner})' if manner else ''}"
    also = partial(_typed, sitting=sitting)
    return pick(name, question, choices, sitting.memory, also=also, hint=REFS, leaves="Leave")


def _choices(view: PlanView, here: list[Sitting]) -> dict[str, Callable[[], object]]:
    """Return what can be done, by its words; where nothing can be changed nothing that would."""
    sitting = here[0]
    many = counted(len(view.flags_by_action), "action")
    is_kept = not sitting.is_read_only
    found: dict[str, Callable[[], object]] = {f"What needs me: {many.lower()}": partial(needs_me, sitting)}
    if is_kept:
        found["Go through the round"] = partial(go_round, sitting)
    found |= {
        "Find actions by words or a filter": partial(all_found, sitting),
        "Saved views": partial(kept_views, sitting),
        "Areas, with their actions, journey and impact": partial(areas, sitting),
        "Journey of the whole plan": partial(journey, sitting),
        "Measures": partial(measures, sitting),
    }
    if not sitting.for_board:
        found["Write a paper"] = partial(write_one, sitting)
    found["Look back to an earlier day"] = partial(_look_back, here)
    if sitting.is_looking_back:
        found |= {
            "To the meeting before": partial(_step, here, forward=False),
            "To the next meeting": partial(_step, here, forward=True),
            "Return to today": partial(_go, here, None),
        }
    return found | _changing(sitting) if is_kept else found


def _changing(sitting: Sitting) -> dict[str, Callable[[], object]]:
    return {
        "New action": partial(add_action_to, sitting),
        "Write down what the board said of the plan": partial(board_said, (), sitting),
        "Take back your last change, also u": partial(take_back, sitting),
        "Bring back what you took back, also redo": partial(bring_back, sitting),
        "Say how what follows is heard": partial(ask_heard, sitting.memory),
        "Say what follows for an earlier day": partial(ask_day, sitting),
    }


def _typed(typed: str, sitting: Sitting) -> Callable[[], object] | None:
    """Return what the refs of actions, u and redo do."""
    if not sitting.is_read_only and (task := undoing(typed, sitting)):
        return task
    if fold(typed).startswith("area "):
        return partial(open_area, typed[len("area ") :], sitting)
    refs = refs_typed(typed, sitting)
    return partial(open_actions, refs, sitting) if refs else None


def _look_back(here: list[Sitting]) -> None:
    """Ask for a day, and look at the plan as it stood then."""
    with here[0].at(None).plan() as view:
        today, last = view.today, view.plan.last_meeting
    read = partial(read_past_day, today=today, or_period=True, last=lambda: last)
    of_last = ", or last for the last meeting" if last else ""
    if typed := ask_for(f"Which day? A date{of_last}", read):
        day = read(typed)
        _go(here, day if day < today else None)
    else:
        say("Nothing was typed: the day stays.")


def _step(here: list[Sitting], *, forward: bool) -> None:
    """Go to the meeting before the day that is looked at, or to the one after; past the last is today."""
    with here[0].plan() as view:
        day = view.plan.as_at
    with here[0].at(None).plan() as view:
        held = sorted({meeting.on for meeting in view.plan.main_meetings if meeting.on < view.today})
    if forward:
        _go(here, next((on for on in held if on > day), None))
    elif before := [on for on in held if on < day]:
        _go(here, before[-1])
    else:
        say("There was no meeting before.")


def _go(here: list[Sitting], day: date | None) -> None:
    """Look at the plan as at a day; None is today."""
    here[0] = here[0].at(day)
    with here[0].plan() as view:
        say("", day_told(view, is_back=day is not None), view.nothing_yet or needs(view.plan))

"""Actions as numbered lines, ten at a time: one that is chosen is said, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from send_actions.cli.phrases import counted
from send_actions.cli.plain.plain_changes import confirm_one, due_one, note_one, set_one, take_back
from send_actions.cli.plain.sitting import Sitting, named, told
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import NOTHING, ask, ask_for_some, choose_by, number_of, say
from send_actions.cli.terminal import line_of
from send_actions.domain.plan import Action

AT_ONCE: Final = 10
"""Actions that are said before one is asked whether to go on."""


class Row(NamedTuple):
    """An action's ref, and what is said of it in a list."""

    ref: str
    words: str


Rows = Callable[[PlanView], Sequence[Row]]
"""What finds the rows of a list in the plan as it now is."""


def needs_me(sitting: Sitting) -> None:
    """Say what the checks question, worst first, each action once."""
    walk("Needs attention", _questioned, sitting)


def all_found(sitting: Sitting) -> None:
    """Ask for words or a filter, and say the actions that answer to it."""
    words = ask_for_some("Words of the action, or a filter such as status:red or overdue (Enter goes back)")
    walk(f"Found by {words}", partial(_found, words=words), sitting)


def walk(about: str, rows_of: Rows, sitting: Sitting) -> None:
    """Say the rows of a list ten at a time until one goes back; a row chosen is gone into."""
    start = 0
    while True:
        with sitting.plan() as view:
            rows = rows_of(view)
        if not rows:
            say("", f"{about}: no action.")
            return
        start = start if start < len(rows) else 0
        end = min(len(rows), start + AT_ONCE)
        say("", f"{about}: {counted(len(rows), 'action')}, numbers {start + 1} to {end}.")
        say(*(f"{start + number}. {row.words}" for number, row in enumerate(rows[start:end], 1)))
        onward = "for the next" if end < len(rows) else "for the first again"
        typed = ask(f"A number to choose it, Enter {onward}, 0 to go back")
        if typed == NOTHING:
            return
        if not typed:
            start = end
        elif number := number_of(typed, len(rows)):
            open_action(rows[number - 1].ref, sitting)


def open_action(ref: str, sitting: Sitting) -> None:
    """Say the action that is selected, and do with it what is chosen, until one goes back."""
    while True:
        with sitting.plan() as view:
            action = view.action(ref)
            sentence = told(action, view)
        say("", f"Selected: {sentence}")
        if not choose_by(f"What about {action.ref}?", _choices(action, sitting)):
            return


def _choices(action: Action, sitting: Sitting) -> dict[str, Callable[[], None]]:
    """Return what can be done with an action: on an earlier day only to hear more of it."""
    ref = action.ref
    hear: dict[str, Callable[[], None]] = {"Hear all that was said of it": partial(_hear, ref, sitting)}
    if sitting.is_looking_back:
        return hear
    return hear | {
        "Set its status": partial(set_one, ref, sitting),
        "No change, still right": partial(confirm_one, ref, sitting),
        "Write a note for the paper": partial(note_one, ref, sitting),
        "Write a private note": partial(note_one, ref, sitting, private=True),
        "Set or move its due date": partial(due_one, ref, sitting),
        "Take back your last change": partial(take_back, sitting),
    }


def _hear(ref: str, sitting: Sitting) -> None:
    from send_actions.cli.commands.show import show_action
    from send_actions.cli.options import ViewOptions

    show_action(ref=ref, **ViewOptions(plain=True, as_at=sitting.as_at, db=sitting.location)._asdict())


def _questioned(view: PlanView) -> list[Row]:
    found = view.flags_by_action.items()
    rows = []
    for id_, flags in found:
        action = view.plan.actions_by_id[id_]
        more = f" And {counted(len(flags) - 1, 'more question')}." if len(flags) > 1 else ""
        rows.append(Row(action.ref, line_of(f"{named(action, view)} {flags[0].message}{more}")))
    return rows


def _found(view: PlanView, words: str) -> list[Row]:
    from send_actions.domain.filters.language import parse

    chosen = parse(words, today=view.plan.as_at)
    kept = chosen.keep(view.plan, view.before if chosen.compares() else None)
    return [Row(action.ref, named(action, view)) for action in kept]

"""Actions as numbered lines, ten at a time, and what is said of and can be done with those chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from send_actions.cli.commands.show import timeline_entries
from send_actions.cli.phrases import counted, impact_word, status_word
from send_actions.cli.plain.plain_adding import file_evidence
from send_actions.cli.plain.plain_board import board_said
from send_actions.cli.plain.plain_changes import (
    ask_status,
    bring_back,
    confirm,
    move_due,
    name_lead,
    note,
    rate,
    set_status,
    take_back,
)
from send_actions.cli.plain.plain_manner import ask_day, ask_heard
from send_actions.cli.plain.plain_menu import pick
from send_actions.cli.plain.sitting import Sitting, named, refs_of, told
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import BackError, ask, ask_for_some, choose, number_of, say
from send_actions.cli.terminal import line_of
from send_actions.domain.plan import Action
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date

AT_ONCE: Final = 10
"""Actions that are said before one is asked whether to go on."""

LETTERS: Final = "A status by its letter, such as r or a, sets it; u takes back your last change."


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
    from send_actions.domain.filters.language import parse

    with sitting.plan() as view:
        day = view.plan.as_at
    helped = (
        "Words of the action, or a filter: status:red, area:3, lead:therapies, org:ICB, overdue, no-update.",
        "Several stand one after another; not before one turns it round.",
    )
    question = "Words of the action, or a filter such as status:red or overdue"
    words = ask_for_some(question, lambda text: parse(text, today=day), helped=helped)
    walk(f"Found by {words}", partial(_found, words=words, sitting=sitting), sitting)


def kept_views(sitting: Sitting) -> None:
    """Ask which view, and say the actions that it shows."""
    from send_actions.domain.filters.named_views import ALWAYS
    from send_actions.store.view_reader import read_kept_views

    with sitting.plan() as view:
        kept = () if sitting.for_board else read_kept_views(view.reading)
        views = [*kept, *ALWAYS]
        counts = [len(_found(view, one.terms, sitting)) for one in views]
    words = [
        f"{line_of(one.name)}: {counted(many, 'action').lower()}"
        for one, many in zip(views, counts, strict=True)
    ]
    chosen = choose("Which view?", words)
    if chosen is not None:
        one = views[chosen]
        walk(line_of(one.name), partial(_found, words=one.terms, sitting=sitting), sitting)


def walk(about: str, rows_of: Rows, sitting: Sitting) -> None:
    """Say the rows of a list ten at a time until one goes back; what is chosen is gone into.

    A row keeps its number while one is in the list, whatever is done with it.
    """
    with sitting.plan() as view:
        rows = rows_of(view)
    if not rows:
        say("", f"{about}: no action.")
        return
    start, is_new = 0, True
    while True:
        end = min(len(rows), start + AT_ONCE)
        if is_new:
            some = f", {start + 1} to {end}" if len(rows) > AT_ONCE else ""
            say("", f"{about}: {counted(len(rows), 'action')}{some}.")
            say(*(f"{start + number}. {row.words}" for number, row in enumerate(rows[start:end], 1)))
        onward = "for the next" if end < len(rows) else "for the first again"
        helped = (f"The number of a line, or actions' own numbers such as 9.3 9.4; Enter {onward}.",)
        try:
            typed = ask(f"A number, Enter {onward}", helped=helped)
        except BackError:
            return
        is_new = not typed
        if not typed:
            start = end if end < len(rows) else 0
        elif refs := refs_typed(typed, sitting):
            open_actions(refs, sitting)
        elif number := number_of(typed, len(rows)):
            open_actions([rows[number - 1].ref], sitting)


def refs_typed(typed: str, sitting: Sitting) -> list[str]:
    """Return the refs that are typed, with spaces or commas between; none where one of them is no ref."""
    words = typed.replace(",", " ").split()
    with sitting.plan() as view:
        known = {fold(action.ref): action.ref for action in view.plan.actions}
    found = [known.get(fold(word), "") for word in words]
    return list(dict.fromkeys(found)) if all(found) else []


def open_actions(refs: Sequence[str], sitting: Sitting) -> None:
    """Say the actions that are selected, and do with them what is chosen, until one goes back.

    They are said again when somebody else changed them meanwhile.
    """
    before: tuple[Action, ...] = ()
    saved = sitting.memory.saved
    while True:
        with sitting.plan() as view:
            actions = tuple(map(view.action, refs))
            lines = [told(action, view) for action in actions]
        if _versions(actions) != _versions(before) and saved == sitting.memory.saved:
            first = "Changed meanwhile" if before else "Selected"
            many = [f"{first}: {len(lines)} actions."] if len(lines) > 1 else []
            say("", *many, *(line if many else f"{first}: {line}" for line in lines))
        before, saved = actions, sitting.memory.saved
        kind = "one" if len(actions) == 1 else "several"
        kind += " read-only" if sitting.is_read_only else ""
        question = f"What about {refs_of(actions)}{sitting.manner}?"
        hint = "" if sitting.is_read_only else LETTERS
        also = partial(_by_letter, actions=actions, sitting=sitting)
        if not pick(kind, question, _choices(actions, sitting), sitting.memory, also=also, hint=hint):
            return


def _versions(actions: Sequence[Action]) -> list[tuple[int, int]]:
    return [(action.id, action.version) for action in actions]


def _choices(actions: tuple[Action, ...], sitting: Sitting) -> dict[str, Callable[[], object]]:
    """Return what can be done with actions: where nothing can be changed only to hear more of them."""
    one = actions[0] if len(actions) == 1 else None
    hear: dict[str, Callable[[], object]] = {"Hear all that was said": partial(hear_all, actions, sitting)}
    if sitting.is_read_only:
        return hear
    alone: dict[str, Callable[[], object]] = (
        {"File evidence": partial(file_evidence, one, sitting)} if one else {}
    )
    return (
        hear
        | {
            "Set the status": partial(ask_status, actions, sitting),
            "No change, still right": partial(confirm, actions, sitting),
            "Write a note for the paper": partial(note, actions, sitting),
            "Write a private note": partial(note, actions, sitting, private=True),
            "Set or move the due date": partial(move_due, actions, sitting),
            "Rate the impact": partial(rate, actions, sitting),
            "Name the lead": partial(name_lead, actions, sitting),
            "Write down what the board said": partial(board_said, actions, sitting),
            "Say how what follows is heard": partial(ask_heard, sitting.memory),
            "Say what follows for an earlier day": partial(ask_day, sitting),
        }
        | alone
    )


def _by_letter(typed: str, actions: tuple[Action, ...], sitting: Sitting) -> Callable[[], object] | None:
    """Return what a letter or other actions' refs do."""
    if not sitting.is_read_only:
        if task := undoing(typed, sitting):
            return task
        with sitting.plan() as view:
            letters = {entry.status.key: entry.status for entry in view.plan.legend if entry.used}
        if status := letters.get(fold(typed)):
            return partial(set_status, actions, status, sitting)
    refs = refs_typed(typed, sitting)
    return partial(open_actions, refs, sitting) if refs else None


def undoing(typed: str, sitting: Sitting) -> Callable[[], object] | None:
    """Return what u and redo do; None for anything else."""
    if fold(typed) in ("u", "undo"):
        return partial(take_back, sitting)
    return partial(bring_back, sitting) if fold(typed) == "redo" else None


def hear_all(actions: tuple[Action, ...], sitting: Sitting) -> None:
    """Say everything that is known of actions and was said of them, newest first."""
    for action in actions:
        with sitting.plan() as view:
            plan, flags = view.plan, view.flags_by_action.get(action.id, [])
            past = timeline_entries(sitting.timeline(action, view), plan, with_private=not sitting.for_board)
        say("", f"{action.ref}, of area {plan.area_of(action).number}, {plan.area_of(action).title}.")
        shown = f", shown by {action.impact_shown_by}" if action.impact_shown_by else ""
        say(f"Impact: {impact_word(action.impact).lower()}{shown}.")
        say(*(f"{label}: {text}." for label, text in _facts(action, view) if text))
        say(*(f"Asked by the checks: {line_of(flag.message)}" for flag in flags))
        for entry in past:
            status = f"{status_word(plan, entry.status)}. " if entry.status else ""
            say(line_of(f"{say_date(entry.on)}: {status}{entry.words}"))


def _facts(action: Action, view: PlanView) -> list[tuple[str, str]]:
    plan = view.plan
    needed = [plan.actions_by_id[id_].ref for id_ in action.depends_on if id_ in plan.actions_by_id]
    proofs = [one.title for one in plan.evidence if one.action_id == action.id]
    return [
        ("Path by", say_date(action.path_by) if action.path_by else ""),
        ("Look again", say_date(action.look_again) if action.look_again else ""),
        ("Proof", line_of(action.proof)),
        ("Accountable", str(action.sro or "")),
        ("Partners", ", ".join(action.partners)),
        ("Success is", line_of(action.success_measure)),
        ("Depends on", ", ".join(needed)),
        ("Evidence", "; ".join(map(line_of, proofs))),
    ]


def _questioned(view: PlanView) -> list[Row]:
    found = view.flags_by_action.items()
    rows = []
    for id_, flags in found:
        action = view.plan.actions_by_id[id_]
        more = f" And {counted(len(flags) - 1, 'more question')}." if len(flags) > 1 else ""
        rows.append(Row(action.ref, line_of(f"{named(action, view)} {flags[0].message}{more}")))
    return rows


def _found(view: PlanView, words: str, sitting: Sitting) -> list[Row]:
    from send_actions.domain.filters.language import parse

    chosen = parse(words, today=view.plan.as_at)
    kept = chosen.keep(view.plan, sitting.before(view) if chosen.compares() else None)
    return [Row(action.ref, named(action, view)) for action in kept]

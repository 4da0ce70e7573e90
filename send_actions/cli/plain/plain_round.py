"""The round in plain lines: one action after another is said, and one short answer goes on to the next."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from send_actions.cli.phrases import counted
from send_actions.cli.plain.plain_changes import MANNER, set_status_of, take_back
from send_actions.cli.plain.plain_papers import write_one
from send_actions.cli.plain.sitting import Sitting, told
from send_actions.cli.plan_change import make_change
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import NOTHING, ask, choose_by, say, until_done
from send_actions.cli.statement_writing import write_updates
from send_actions.cli.terminal import line_of
from send_actions.config import settings_folder
from send_actions.domain.checks.rounds import (
    Answers,
    Round,
    answers_to,
    begin_round,
    by_lead,
    go_back,
    go_on,
    go_to_end,
    lead_of,
    leave_for_later,
    meeting_of_round,
    reorder,
    take_up,
    why_nothing_owed,
)
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan import Action, Meeting
from send_actions.domain.plan.vocabulary import Heard, Status
from send_actions.domain.text import fold
from send_actions.domain.words.choices import read_heard
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.store.chase_reader import read_silent
from send_actions.tui.round_kept import KeptRounds

ANSWERS: Final = (
    "= or 1: no change, still right",
    "- or 2: no update received",
    "a status by its letter, or 3: set a status",
    "4: later",
    "5: back to the one before",
    "6: how what follows is heard",
    "7: the other order, by urgency or by lead",
    "8: to the end",
    "u: take back your last change",
    "0: leave the round, which is kept where it is",
)
"""What may be answered of an action, as it is said at first and whenever nothing is typed."""


class Place(NamedTuple):
    """Where one is in the round, what was answered by now, and the plan it is about."""

    round: Round
    answers: Answers
    meeting: Meeting | None
    view: PlanView

    @property
    def action(self) -> Action | None:
        """The action one is at; None at the end."""
        at = self.round.at
        return None if at is None else self.view.plan.actions_by_id.get(at)


def go_round(sitting: Sitting) -> None:
    """Ask about each action that owes an update until one leaves; its place is kept as the app does."""
    rounds = KeptRounds(settings_folder())
    place = _taken_up(None, sitting, rounds)
    _begin(place)
    while True:
        _keep(place, rounds)
        action = place.action
        moved = _at_the_end(place, sitting) if action is None else _asked(place, action, sitting)
        if moved is None:
            return
        place = _taken_up(moved, sitting, rounds)


def list_round(sitting: Sitting) -> None:
    """Write the actions that a round would ask about, one a line, in its order."""
    with sitting.plan() as view:
        queue = begin_round(view.plan).queue
        lines = [told(view.plan.actions_by_id[id_], view) for id_ in queue]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def _taken_up(one: Round | None, sitting: Sitting, rounds: KeptRounds) -> Place:
    """Return a round as the plan now has it; without one the round that was kept, else a new one."""
    with sitting.plan() as view:
        plan, before = view.plan, view.statuses_before
        meeting = meeting_of_round(plan)
        silent = read_silent(view.reading, meeting.id, plan.as_at, plan.record) if meeting else frozenset()
    if one is None:
        kept = rounds.read(sitting.location, meeting.id if meeting else None, plan)
        one = take_up(kept, plan) if kept else begin_round(plan, silent=silent)
    else:
        one = take_up(one, plan)
    return Place(one, answers_to(one, plan, before, silent), meeting, view)


def _keep(place: Place, rounds: KeptRounds) -> None:
    rounds.write(place.view.location, place.meeting.id if place.meeting else None, place.round)


def _begin(place: Place) -> None:
    many = len(place.round.queue)
    board = f" for the board of {say_date(place.meeting.on)}" if place.meeting else ""
    owe = "owes" if many == 1 else "owe"
    say("", f"The round{board}: {counted(many, 'action')} {owe} an update, {place.answers.many} done.")
    say(*(ANSWERS if many else [f"{why_nothing_owed(place.view.plan)}."]))


def _asked(place: Place, action: Action, sitting: Sitting) -> Round | None:
    """Say an action and do what is answered; return the round to go on with, or None to leave."""
    one = place.round
    done = "" if place.answers.is_waiting(action.id) else " Answered already."
    say("", f"{one.place + 1} of {len(one.queue)}.{done} {told(action, place.view)}")
    typed = fold(ask("Your answer"))
    if typed == NOTHING:
        return None
    ways: Mapping[str, Callable[[], Round]] = {
        "4": lambda: leave_for_later(one, place.answers),
        "5": lambda: go_back(one),
        "6": lambda: _heard_otherwise(one),
        "7": lambda: _reordered(place),
        "8": lambda: go_to_end(one),
    }
    try:
        if typed == "u":
            take_back(sitting)
        elif typed in ways:
            return ways[typed]()
        elif _is_answered(typed, action, place):
            return go_on(one, place.answers)
    except SendActionsError as refusal:
        say(str(refusal))
    return one


def _is_answered(typed: str, action: Action, place: Place) -> bool:
    """Save what is answered of an action; say whether that was done."""
    letters = {entry.status.key: entry.status for entry in place.view.plan.legend if entry.used}
    saved: list[bool] = []
    if typed in ("=", "1"):
        until_done(lambda: saved.append(_confirm(action, place)))
    elif typed in ("-", "2"):
        until_done(lambda: saved.append(_note_silence(action, place)))
    elif typed == "3":
        said = {
            f"{status.key}: {place.view.plan.legend_of(status).word}": status for status in letters.values()
        }
        chosen: list[Status] = []
        choose_by("The status", {words: _choosing(chosen, status) for words, status in said.items()})
        saved += [set_status_of(action, status, place.view) for status in chosen]
    elif typed in letters:
        saved.append(set_status_of(action, letters[typed], place.view))
    else:
        say(*([f"“{line_of(typed[:40])}” is no answer here."] if typed else []), *ANSWERS)
    return any(saved)


def _choosing(chosen: list[Status], status: Status) -> Callable[[], None]:
    return lambda: chosen.append(status)


def _confirm(action: Action, place: Place) -> bool:
    heard = place.round.heard
    from_whom = "" if heard in {None, Heard.JUDGEMENT} else lead_of(action)
    draft = UpdateDraft(no_change=True, heard=heard, heard_from=from_whom).checked()
    write_updates([action], draft, place.view, "confirmed", MANNER)
    return True


def _note_silence(action: Action, place: Place) -> bool:
    meeting = place.meeting
    if meeting is None:
        say("No board is in the diary to note that for: 4 leaves it for later.")
        return False
    if action.id in place.answers.heard:
        since = " since the last board" if place.view.plan.last_meeting else " already"
        say(f"{action.ref} was spoken of{since}.")
        return False
    from send_actions.changes.chasing import note_silence

    make_change(
        place.view,
        lambda store, author: note_silence(store, action.id, meeting.id, **author),
        f"No update on {action.ref} is noted already.",
        back=MANNER.back,
    )
    return True


def _heard_otherwise(one: Round) -> Round:
    """Ask how what follows is heard, from each action's lead."""
    typed = ask("How is it heard: return, e-mail, meeting or judgement (Enter leaves it unsaid)")
    heard = read_heard(typed) if typed else None
    say(f"What follows is heard by {heard.value}." if heard else "How it was heard is not said.")
    return replace(one, heard=heard)


def _reordered(place: Place) -> Round:
    other = place.round.order.other
    say(f"Now by {'lead' if other.value == 'owner' else 'urgency'}.")
    return reorder(place.round, place.view.plan, other)


def _at_the_end(place: Place, sitting: Sitting) -> Round | None:
    """Say what came of the round and what is left; return a round to go on with, or None to leave."""
    answers, plan = place.answers, place.view.plan
    waiting = [id_ for id_ in place.round.queue if answers.is_waiting(id_)]
    heard = f"{len(answers.heard)} heard, {len(answers.changed)} of them changed"
    say("", f"The end: {heard}; no update from {len(answers.silent)}; {len(waiting)} left.")
    for lead, actions in by_lead(answers.silent, plan).items():
        say(f"No update from {lead or 'nobody named'}: {', '.join(action.ref for action in actions)}.")
    on: list[Round] = []
    choices: dict[str, Callable[[], None]] = {"Write a paper": lambda: write_one(sitting)}
    if waiting:
        choices["Go through what was left"] = lambda: on.append(leave_for_later(place.round, answers))
    choices["Back to the one before"] = lambda: on.append(go_back(place.round))
    if not choose_by("What now?", choices, back="Leave the round"):
        return None
    return on[0] if on else place.round

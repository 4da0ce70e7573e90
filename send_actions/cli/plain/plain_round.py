"""The round in plain lines: one action after another is said, and one short answer goes on to the next."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from send_actions.cli.phrases import counted, status_words
from send_actions.cli.plain.plain_changes import ask_status, confirm, set_status
from send_actions.cli.plain.plain_judging import judge_all
from send_actions.cli.plain.plain_lists import open_actions, refs_typed, undoing
from send_actions.cli.plain.plain_manner import ask_day, ask_heard
from send_actions.cli.plain.plain_papers import write_one
from send_actions.cli.plain.sitting import Sitting, told
from send_actions.cli.plan_change import make_change
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import BackError, ask, choose_by, do, say
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
    go_to,
    go_to_end,
    leave_for_later,
    meeting_of_round,
    reorder,
    take_up,
    why_nothing_owed,
)
from send_actions.domain.plan import Action, Meeting
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date
from send_actions.store.chase_reader import read_silent
from send_actions.tui.drawing.round_end import is_judged
from send_actions.tui.round_kept import KeptRounds

ANSWERS: Final = (
    "1 or =: no change, still right",
    "2 or -: no update received",
    "3: set a status; or type its letter, such as r or a",
    "4: later",
    "5: back to the one before",
    "6: say how what follows is heard",
    "7: the other order, by urgency or by lead",
    "8: to the end, with the areas' judgements and the paper",
    "9: anything else of this action: note, due date, impact, lead, evidence, board",
    "10: say what follows for an earlier day",
    "an action's number, such as 9.3: go there",
    "u: take back your last change",
    "0: leave the round, which is kept where it is",
)
"""What may be answered of an action, as it is said at first and whenever it is asked for."""


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
    rounds = KeptRounds(settings_folder() if sitting.is_lasting else None)
    place = _taken_up(None, sitting, rounds)
    sitting.memory.heard = sitting.memory.heard or place.round.heard
    _begin(place, sitting)
    said: Said | None = None
    while True:
        _keep(place, rounds)
        action = place.action
        if action is None:
            moved, said = _at_the_end(place, sitting), None
        else:
            said = _say_action(place, action, said, sitting)
            moved = _asked(place, action, sitting)
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


def _begin(place: Place, sitting: Sitting) -> None:
    many = len(place.round.queue)
    board = f" for the board of {say_date(place.meeting.on)}" if place.meeting else ""
    owe = "owes" if many == 1 else "owe"
    say("", f"The round{board}: {counted(many, 'action')} {owe} an update, {place.answers.many} done.")
    if not many:
        say(f"{why_nothing_owed(place.view.plan)}.")
    elif "round" not in sitting.memory.said:
        sitting.memory.said.add("round")
        say("Answers:", *ANSWERS)


class Said(NamedTuple):
    """What was said last in the round: the line before the action, the action, and what was saved by then."""

    line: str
    action: Action
    saved: int


def _say_action(place: Place, action: Action, before: Said | None, sitting: Sitting) -> Said:
    """Say where one is in the round, and the action unless it was just said and nobody else changed it."""
    one, saved = place.round, sitting.memory.saved
    done = "" if place.answers.is_waiting(action.id) else " Answered already."
    line = f"{one.place + 1} of {len(one.queue)}.{done}"
    is_same = before is not None and before.action.id == action.id
    if before is None or not is_same or (before.action.version != action.version and before.saved == saved):
        say("", f"{line} {told(action, place.view)}")
    elif before.line != line:
        say("", line)
    return Said(line, action, saved)


def _asked(place: Place, action: Action, sitting: Sitting) -> Round | None:
    """Ask about an action and do what is answered; return the round to go on with, or None to leave."""
    one = place.round
    try:
        typed = ask(f"Your answer on {line_of(action.ref)}{sitting.manner}", helped=ANSWERS)
    except BackError as back:
        return None if back.was_typed else one
    ways: Mapping[str, Callable[[], Round]] = {
        "4": lambda: leave_for_later(one, place.answers),
        "5": lambda: go_back(one),
        "6": lambda: _heard_otherwise(one, sitting),
        "7": lambda: _reordered(place),
        "8": lambda: go_to_end(one),
        "10": lambda: _for_a_day(one, sitting),
    }
    on: list[Round] = []
    if typed in ways:
        do(lambda: on.append(ways[typed]()))
    elif refs := refs_typed(typed, sitting):
        return _elsewhere(place, refs, sitting)
    else:
        do(
            lambda: (
                on.append(go_on(one, place.answers)) if _is_answered(typed, action, place, sitting) else None
            )
        )
    return on[0] if on else one


def _elsewhere(place: Place, refs: Sequence[str], sitting: Sitting) -> Round:
    """Go to an action of the round; to another, or to several, outside of it."""
    ids = [place.view.action(ref).id for ref in refs]
    if len(ids) == 1 and ids[0] in place.round.queue:
        return go_to(place.round, ids[0])
    open_actions(refs, sitting)
    return place.round


def _is_answered(typed: str, action: Action, place: Place, sitting: Sitting) -> bool:
    """Do what is answered of an action; say whether that is an answer with which the round goes on."""
    letters = {entry.status.key: entry.status for entry in place.view.plan.legend if entry.used}
    word = fold(typed)
    if word in ("=", "1"):
        return confirm((action,), sitting)
    if word in ("-", "2"):
        return _note_silence(action, place)
    if word == "3":
        return ask_status((action,), sitting)
    if word in letters:
        return set_status((action,), letters[word], sitting)
    if word == "9":
        open_actions([action.ref], sitting)
    elif task := undoing(typed, sitting):
        task()
    else:
        say(*([f"“{line_of(typed[:40])}” is no answer here."] if typed else []), *ANSWERS)
    return False


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
    )
    return True


def _heard_otherwise(one: Round, sitting: Sitting) -> Round:
    ask_heard(sitting.memory)
    return replace(one, heard=sitting.memory.heard)


def _for_a_day(one: Round, sitting: Sitting) -> Round:
    ask_day(sitting)
    return one


def _reordered(place: Place) -> Round:
    other = place.round.order.other
    say(f"Now by {'lead' if other.value == 'owner' else 'urgency'}.")
    return reorder(place.round, place.view.plan, other)


def _at_the_end(place: Place, sitting: Sitting) -> Round | None:
    """Say what came of the round and what is left; return a round to go on with, or None to leave."""
    answers, plan = place.answers, place.view.plan
    waiting = [id_ for id_ in place.round.queue if answers.is_waiting(id_)]
    _say_end(place, len(waiting))
    on: list[Round] = []
    unjudged = sum(not is_judged(area, plan) for area in plan.areas)
    choices: dict[str, Callable[[], object]] = {}
    if unjudged:
        choices[f"Judge the areas: {unjudged} not judged since the last board"] = lambda: judge_all(sitting)
    choices["Write a paper"] = lambda: write_one(sitting)
    if waiting:
        choices["Go through what was left"] = lambda: on.append(leave_for_later(place.round, answers))
    choices["Back to the one before"] = lambda: on.append(go_back(place.round))
    if not choose_by("What now?", choices, back="Leave the round"):
        return None
    return on[0] if on else place.round


def _say_end(place: Place, waiting: int) -> None:
    """Say how many answered, what changed and who did not answer."""
    answers, plan = place.answers, place.view.plan
    heard = f"{len(answers.heard)} heard, {len(answers.changed)} of them changed"
    say("", f"The end: {heard}; no update from {len(answers.silent)}; {waiting} left.")
    for action in (plan.actions_by_id[id_] for id_ in place.round.queue if id_ in answers.changed):
        say(line_of(f"Changed: {action.ref}, {status_words(plan, action)}."))
    for lead, actions in by_lead(answers.silent, plan).items():
        say(f"No update from {lead or 'nobody named'}: {', '.join(action.ref for action in actions)}.")

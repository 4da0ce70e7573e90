"""What moved since last time, down and up and otherwise, each action once, with its reason under its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from send_actions.domain.checks.action_checks import has_unagreed_date, waits_for_sign_off
from send_actions.domain.history.comparison import Move, Movement, compare, has_a_date
from send_actions.domain.history.direction import Direction
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import DONE, REASONED, Status
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.statements import say_statement
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Paragraph, text_of
from send_actions.reports.sections.board.better_or_worse import NO_EARLIER
from send_actions.reports.sections.phrasing.cells import (
    due_phrase,
    impact_word,
    labelled,
    one_line,
    opening,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming

_WAYS: Final[Mapping[Direction | None, str]] = {
    Direction.DOWN: "down",
    Direction.UP: "up",
    Direction.STARTED: "started",
    Direction.PUT_ON_HOLD: "put on hold",
    Direction.RESUMED: "resumed",
    Direction.NEW: "new",
    Direction.CLOSED: "closed",
    None: "changed",
}
"""The ways a status can go, in the order in which they are told."""


def what_moved(plan: Plan, before: Plan | None, *, decided: int, helped: int) -> list[Block]:
    """Every action that moved in status, due date or impact: how, and why.

    `decided` and `helped` are the numbers of the sections that have what is to be decided and what is off
    track.
    """
    if before is None:
        return [text_of(NO_EARLIER)]
    movement = compare(before, plan)
    if not movement:
        return [text_of(f"No action moved since {say_date(before.as_at)}.")]
    naming = Naming()
    moves = each_once(movement)
    told_before = _told_before(plan, moves, decided, helped)
    named_here = [labelled(words, naming.actions(found)) for words, found in told_before.items()]
    known = {action.id for found in told_before.values() for action in found}
    items = [_item(plan, move, naming, helped) for move in moves if move.action.id not in known]
    return [BulletList((*named_here, *items))]


def each_once(movement: Movement) -> list[Move]:
    """Each action that moved once: by the way that the status went, then those of date or impact alone."""
    by_way = (movement.down, movement.up, movement.started, movement.put_on_hold, movement.resumed)
    others = (movement.new, movement.closed, movement.otherwise)
    beside = (movement.completed, movement.dates_moved, movement.dates_given, movement.impact_changed)
    found = {m.action.id: m for moves in (*by_way, *others, *beside) for m in moves}
    return list(found.values())


def _told_before(plan: Plan, moves: list[Move], decided: int, helped: int) -> dict[str, list[Action]]:
    """What is told in full by an earlier section, and only named here, by the words that say so."""
    told: dict[str, list[Action]] = {}
    for move in moves:
        was, now = move.before, move.now
        if was is None or now is None or was.impact is not now.impact:
            continue
        is_due_same = is_same_due(was.due, now.due)
        if move.direction is Direction.DOWN and now.status is Status.OFF_TRACK and is_due_same:
            off_track = status_word(plan, now.status).lower()
            told.setdefault(f"Down to {off_track}, as told under {helped}", []).append(now)
        elif move.direction is Direction.SAME and not is_due_same and has_unagreed_date(now):
            told.setdefault(f"Due date moved, as told under {decided}", []).append(now)
    return told


def _item(plan: Plan, move: Move, naming: Naming, helped: int) -> Paragraph:
    parts = [*_status(plan, move), *date_moved(move), *impact_changed(move)]
    why = "" if is_withheld(move.action) else _why(move, helped)
    told = sentence("; ".join(parts), keep=True)
    return labelled(naming.action(move.action), f"{told} {why}".strip())


def _status(plan: Plan, move: Move) -> Iterator[str]:
    """Yield which way the status went, and to what."""
    if move.direction is Direction.SAME:
        return
    now = status_word(plan, move.now.status).lower() if move.now else ""
    if move.before is None:
        yield f"new in the plan, {now}"
    elif move.now is None:
        yield "no longer in the plan"
    else:
        way = _WAYS[move.direction]
        by_way = {Direction.UP: f"up to {now}", Direction.DOWN: f"down to {now}", Direction.PUT_ON_HOLD: way}
        yield by_way.get(move.direction or Direction.SAME, f"{way}, now {now}")
        yield from _proof(plan, move)


def _proof(plan: Plan, move: Move) -> Iterator[str]:
    """Yield what shows that an action is newly done, unless it stands with the decision to sign it off."""
    was, now = move.before, move.now
    if was is None or now is None or now.status not in DONE or was.status in DONE or is_withheld(now):
        return
    if not waits_for_sign_off(now, plan):
        yield f"proof: {one_line(now.proof).removesuffix('.')}" if now.proof.strip() else "no proof is named"


def date_moved(move: Move) -> Iterator[str]:
    """Yield from when to when the due date was moved, and whether that was agreed."""
    was, now = move.before, move.now
    if was is None or now is None or is_same_due(was.due, now.due):
        return
    if not has_a_date(was.due):
        before = f", before it {due_phrase(was.due)}" if was.due else ""
        yield f"due date given, {due_phrase(now.due)}{before}"
        return
    yield f"due date moved from {due_phrase(was.due)} to {due_phrase(now.due)}, {_agreed(now)}"


def _agreed(action: Action) -> str:
    if action.is_due_at_first and action.due_agreed:
        return "back at its first date"
    return "agreed by a meeting" if action.due_agreed else "not yet agreed"


def impact_changed(move: Move) -> Iterator[str]:
    """Yield from what to what the impact went, and what shows it."""
    was, now = move.before, move.now
    if was is None or now is None or was.impact is now.impact:
        return
    withheld = is_withheld(now) or not now.impact_shown_by.strip()
    shown = "" if withheld else f", shown by {one_line(now.impact_shown_by).removesuffix('.')}"
    yield f"impact from {impact_word(was.impact).lower()} to {impact_word(now.impact).lower()}{shown}"


def _why(move: Move, helped: int) -> str:
    """The reason or proof said with the new status; a status that needs no reason may stand without."""
    now = move.now
    if now is None or move.direction is Direction.SAME:
        return ""
    if now.status is Status.OFF_TRACK:
        return f"Why stands under {helped}."
    if now.reason.strip():
        return sentence(one_line(say_statement((now.reason_on, opening(now.reason)))))
    return "No reason is given." if now.status in REASONED else ""

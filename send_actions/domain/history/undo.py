"""What an undo may take back, judged by (thing, aspect), and whose turn it is (PRODUCT section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from send_actions.domain.history.state import in_force, undone
from send_actions.domain.plan import Change, Difference, Meeting

Aspect = tuple[str, int, str]
"""A noun, a row of it, and what of it was said: a field, or all of it."""

ALL = "*"

MOST_TO_CLEAR = 20
"""How many records an advice names that stand in the way of an undo."""

POINTS_AT = {
    **dict.fromkeys(("action_id", "needs_id", "made_action_id"), "action"),
    **dict.fromkeys(("lead_id", "sro_id", "owner_id"), "owner"),
    **dict.fromkeys(("meeting_id", "agreed_meeting_id"), "meeting"),
    **{f"{noun}_id": noun for noun in ("area", "measure", "source", "finding")},
}
"""The noun whose row a field holds, by the field's name."""

_MEANS_STATUS = ("no_change", "ask", "path", "path_by", "look_again", "proof")
_ASPECTS_OF_UPDATE = ("status", "impact", "ask", "path", "path_by", "look_again", "proof")


def next_undo(changes: Sequence[Change], actor: str) -> Change | None:
    """Return this actor's newest change in force, by heads of changes; the one that began the plan stays."""
    taken_back = undone(changes)
    own = (c for c in reversed(changes) if c.undoes is None and c.actor == actor and c.id not in taken_back)
    return next((change for change in own if not begins_plan(change)), None)


def next_redo(changes: Sequence[Change], actor: str) -> Change | None:
    """Return the undo that this actor's redo would take back; a new change of theirs ends their redo."""
    is_undo = {change.id for change in changes if change.undoes is not None}
    brought_back = {change.undoes for change in changes if change.undoes in is_undo}
    for change in (c for c in reversed(changes) if c.actor == actor):
        if change.undoes is None:
            return None
        if change.undoes not in is_undo and change.id not in brought_back:
            return change
    return None


def conflicting_change(target: Change, changes: Sequence[Change], after: int) -> Change | None:
    """Return the first change in force after record `after` that says something of the same as `target`."""
    return next(_conflicting(target, changes, after), None)


def _conflicting(target: Change, changes: Sequence[Change], after: int) -> Iterator[Change]:
    """Yield the changes in force after record `after` that say something of the same as `target`.

    What speaks of a status without saying it, such as "no change", counts as the same as that status. A row
    that `target` added counts as the same with all that is said of it or hangs on it. A change that was
    brought back says so at its redo, unless `target` was made on top of it.
    """
    taken_back = undone(changes)
    redone_at = _redone_at(changes)
    beneath = {change.id for change in in_force([c for c in changes if c.id < target.id])}
    wanted = {aspect for difference in target.differences for aspect in aspects(difference)}
    all_of = {(noun, row_id) for noun, row_id, aspect in wanted if aspect == ALL}
    for change in changes:
        is_in_force = change.undoes is None and change.id not in taken_back and change.id != target.id
        if not is_in_force or redone_at.get(change.id, change.id) <= after or change.id in beneath:
            continue
        if any(_speaks_of(difference, wanted, all_of) for difference in change.differences):
            yield change


def _speaks_of(difference: Difference, wanted: set[Aspect], all_of: set[tuple[str, int]]) -> bool:
    """Say whether a difference says something of these aspects, or of these things whatever it says."""
    found = set(aspects(difference))
    things = {(noun, row_id) for noun, row_id, _ in found} | set(references(difference))
    return bool(found & wanted or things & all_of or set(implied_aspects(difference)) & wanted)


def standing_refusal(target: Change, changes: Sequence[Change]) -> str | None:
    """Return why a record is none that can be taken back at all: it began the plan, or is out of force."""
    if begins_plan(target):
        return f"“{target.label}” began the plan and cannot be taken back."
    if target.undoes is not None:
        return f"Record {target.id} is no change that can be taken back: it is an undo or a redo itself."
    if target.id in undone(changes):
        return f"“{target.label}” was taken back already."
    return None


def undo_refusal(
    target: Change, changes: Sequence[Change], after: int, done: str = "taken back"
) -> str | None:
    """Return the sentence that refuses, when someone has since said something of the same.

    It never sends to a record that cannot be taken back in its turn; a redo brings back only what was taken
    back last, so that nothing can clear the way for it.
    """
    later = conflicting_change(target, changes, after)
    if later is None:
        return None
    way_out = _way_out(target, changes, after) if done == "taken back" else "Say it anew."
    return (
        f"“{target.label}” cannot be {done}: {later.actor or 'someone'} has since done “{later.label}” "
        f"(record {later.id}). {way_out}"
    )


def _way_out(target: Change, changes: Sequence[Change], after: int) -> str:
    """Return what clears the way: all records to take back, in the order in which each can be."""
    records = list(map(str, in_the_way(target, changes, after) or ()))
    if not records:
        return "Too much was said since to take it back: say it anew."
    if len(records) == 1:
        return f"Take that back first (undo {records[0]}), or say it anew."
    return f"Take back {', then '.join(records)} first, or say it anew."


def in_the_way(target: Change, changes: Sequence[Change], after: int) -> list[int] | None:
    """Return the records that stand in the way of an undo and of one another, in the order to take them back.

    None where they are too many, or where two stand in each other's way.
    """
    above = {target.id: {change.id for change in _conflicting(target, changes, after)}}
    by_id = {change.id: change for change in changes}
    reached = [*above[target.id]]
    for record in reached:
        if len(above) > MOST_TO_CLEAR:
            return None
        if record not in above:
            above[record] = {other.id for other in _conflicting(by_id[record], changes, record)}
            reached += above[record]
    waiting, order = set(above) - {target.id}, list[int]()
    while waiting:
        free = [record for record in waiting if not above[record] & (waiting | {target.id})]
        if not free:
            return None
        order.append(max(free))
        waiting.discard(order[-1])
    return order


def aspects(difference: Difference) -> Iterator[Aspect]:
    """Return what of which things a difference says."""
    noun, row = difference.noun, difference.after
    yield (noun, difference.row_id, difference.field or ALL)
    if difference.field is not None:
        return
    if noun == "progress_update":
        yield from (("action", row["action_id"], name) for name in _ASPECTS_OF_UPDATE if row[name])
    elif noun == "deadline":
        yield ("action", row["action_id"], "due")
    elif noun == "judgement":
        yield ("area", row["area_id"], "judgement")


def implied_aspects(difference: Difference) -> Iterator[Aspect]:
    """Return the aspect that an update speaks of without saying it: "no change" or a path mean a status."""
    if difference.noun == "progress_update" and difference.field is None:
        row = difference.after
        if not row["status"] and any(row[name] for name in _MEANS_STATUS):
            yield ("action", row["action_id"], "status")


def references(difference: Difference) -> Iterator[tuple[str, int]]:
    """Return the things that a row, or the edit of one field, points at."""
    return pointed_at(difference.after if difference.field is None else {difference.field: difference.after})


def pointed_at(fields: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Return the things that these fields of a row point at."""
    for name, value in fields.items():
        if name in POINTS_AT and value is not None:
            yield (POINTS_AT[name], value)


def begins_plan(change: Change) -> bool:
    """Say whether it is the change that began the plan, which stays: the first record."""
    return change.id == 1


def _redone_at(changes: Sequence[Change]) -> dict[int, int]:
    """Return the records of the redos that brought changes back last, by the change."""
    undos = {change.id: change.undoes for change in changes if change.undoes is not None}
    return {undos[redo.undoes]: redo.id for redo in changes if redo.undoes in undos}


def issued_with(target: Change, meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the last meeting whose issued paper showed a change."""
    shown = (m for m in meetings if m.record_issued is not None and m.record_issued >= target.id)
    return max(shown, key=lambda m: m.on, default=None)

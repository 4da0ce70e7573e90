"""What was saved, and what a change did, in lines: 9.3 status on track → off track."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Action, Change, Difference, Plan, Timeline
from send_actions.domain.plan.vocabulary import REASONED
from send_actions.tui.drawing.action_detail import fact_lines
from send_actions.tui.drawing.actions import badge, colour, word
from send_actions.tui.text_layout import Line, inline, wrap

if TYPE_CHECKING:
    from send_actions.tui.plan_reader import PlanReader


def done_line(plan: Plan, actions: Sequence[Action], label: str) -> Line:
    """What was saved: 9.3 ■ R off track; a status that wants a reason and has none says how to add it."""
    now = plan.actions_by_id.get(actions[0].id)
    status = now.status if now else None
    if not label.startswith("Set ") or now is None or status is None or " due date " in label:
        return [(inline(label), "")]
    line: Line = [(inline(label), "")]
    if len(actions) == 1:
        mark = badge(plan, status)[0][0].strip()
        hue = colour(plan, status)
        line = [(f"{inline(now.ref)} ", "bold"), (f"{mark} {word(plan, status).lower()}", hue)]
    if status in REASONED and not now.reason:
        line.append((f" · no reason given yet: s {status.key} again adds it", "dim"))
    return line


def field_changes_of(reader: PlanReader, plan: Plan, head: Change) -> tuple[tuple[FieldChange, ...], int]:
    """What one change did, and how many of its differences are left untold; an undo tells what it took back.

    Only this change and what was said before of its own actions are read.
    """
    chain, (first, more) = [head], reader.change(head.id)
    while first is not None and first.undoes is not None:
        first, more = reader.change(first.undoes)
        chain.insert(0, first or head)
    if first is None:
        return (), 0
    chain[0] = first
    known = replace(first, id=0, undoes=None, differences=tuple(_known(reader, plan, first)))
    return describe_changes([known, *chain])[head.id], more


def change_lines(change: Change, told: Sequence[FieldChange], more: int, width: int) -> list[Line]:
    """One change in lines of `width` columns: what it was called, then each field before and after."""
    lines: list[Line] = [[(f" {part}", "bold")] for part in wrap(change.label, width - 2)]
    for one in told:
        is_own = one.noun in ("action", "update", "due date") or one.about is None
        about = (one.about or one.noun) if is_own else f"{one.noun} {one.about}"
        lines += fact_lines(about, f"{one.field} {_arrow(one)}", width)
    return [*lines, *([[(f" … and {more:,} more", "dim")]] if more else [])]


def _arrow(told: FieldChange) -> str:
    if told.before is None:
        return told.after or "nothing"
    if told.before == told.after:
        return f"{told.after}, as before"
    return f"{told.before} → {told.after or 'nothing'}"


def _known(reader: PlanReader, plan: Plan, change: Change) -> Iterator[Difference]:
    """What must be known to tell of a change: names, and what was said of its actions before."""
    for area in plan.areas:
        yield _row("area", area.id, number=area.number)
    for owner in plan.owners:
        yield _row("owner", owner.id, role=owner.role, organisation=owner.organisation)
    for meeting in plan.meetings:
        yield _row("meeting", meeting.id, on=meeting.on.isoformat(), series=meeting.series)
    for measure in plan.measures:
        yield _row("measure", measure.id, title=measure.title)
    said_of = set()
    for difference in change.differences:
        row = difference.after if difference.field is None else {difference.field: difference.after}
        own = row.get("action_id") or (difference.row_id if difference.noun == "action" else None)
        for action_id in (own, row.get("needs_id")):
            action = plan.actions_by_id.get(action_id) if isinstance(action_id, int) else None
            if action and action.id not in said_of:
                said_of.add(action.id)
                yield _row("action", action.id, ref=action.ref, area_id=action.area_id)
                yield from _said(reader.timeline_before(action.id, change.id))


def _said(timeline: Timeline) -> Iterator[Difference]:
    for update in reversed(timeline.updates):
        yield _row("progress_update", update.id, **{**vars(update), "on": update.on.isoformat()})
    for deadline in reversed(timeline.deadlines):
        due = {"due": deadline.due.on, "precision": deadline.due.precision, "text": deadline.due.text}
        yield _row("deadline", deadline.id, action_id=deadline.action_id, on=deadline.on.isoformat(), **due)


def _row(noun: str, row_id: int, **values: object) -> Difference:
    return Difference(noun, row_id, None, None, values)

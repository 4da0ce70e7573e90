"""What was saved, and what a change did, in lines: 9.3 status on track → off track."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Action, Change, Difference, Due, Plan, Timeline
from send_actions.domain.plan.vocabulary import REASONED, Precision, Status
from send_actions.domain.words.dates import say_date, say_due
from send_actions.tui.drawing.actions import LABEL, badge, colour, fact_lines, refs_of, word
from send_actions.tui.text_layout import Line, columns, inline, wrap

if TYPE_CHECKING:
    from send_actions.tui.plan_reader import PlanReader

_OF_ACTIONS: Final = ("action", "update", "due date")
"""What a change says of an action: its label is the action's ref."""

LONGEST_LABEL: Final = 18


def done_line(
    plan: Plan,
    actions: Sequence[Action],
    change: Change,
    timeline_of: Callable[[Action], Timeline],
    set_status: str,
) -> Line:
    """What was saved, as a statement: 9.3 ■ R off track, 9.3 due May 2026, was autumn term 2025.

    A status that wants a reason and has none says how to add it, with the key that would `set_status`; one
    said for an earlier date, what stands.
    """
    now = plan.actions_by_id.get(actions[0].id)
    if now is None:
        return [(inline(change.label), "")]
    said: Mapping[str, Any] = next((d.after for d in change.differences if _is_said_of(d, now)), {})
    ref: Line = [(f"{refs_of(actions)} ", "bold")]
    if len(actions) == 1 and said.get("due") and change.label.startswith(("Move ", "Set the due ")):
        return [*ref, (_due_words(plan, actions[0], now, said), "")]
    if now.lead != actions[0].lead and change.label.startswith("Revise "):
        return [*ref, (f"led by {inline(str(now.lead))}" if now.lead else "led by nobody named", "")]
    if now.status is None or not change.label.startswith("Set ") or " due date " in change.label:
        return [(inline(change.label), "")]
    line: Line = [(inline(change.label), "")]
    if len(actions) == 1:
        status = Status(said["status"]) if said.get("status") else now.status
        mark = badge(plan, status)[0][0].strip()
        line = [*ref, (f"{mark} {word(plan, status).lower()}", colour(plan, status))]
        if stands := _still_stands(plan, timeline_of(now), said):
            return [*line, (stands, "")]
    if now.status in REASONED and not now.reason:
        line.append((f" · no reason given yet: {set_status} {now.status.key} again adds it", "dim"))
    return line


def _is_said_of(difference: Difference, action: Action) -> bool:
    return difference.field is None and difference.after.get("action_id") == action.id


def _due_words(plan: Plan, was: Action, now: Action, said: Mapping[str, Any]) -> str:
    """9.3's due date as it now is and was; one said for an earlier date may not be the one that stands."""
    due = Due(_day(said["due"]), Precision(said["precision"]), said["text"])
    words = f"due {inline(say_due(due))}"
    if now.due != due and now.due is not None:
        return f"{words} for {say_date(_day(said['on']) or plan.as_at)}; {inline(say_due(now.due))} stands"
    return f"{words}, was {inline(say_due(was.due))}" if was.due and was.due != due else words


def _still_stands(plan: Plan, timeline: Timeline, said: Mapping[str, Any]) -> str:
    """What is said of a status for an earlier date: for 28 January 2026; the red of 11 March 2026 stands."""
    on = _day(said.get("on"))
    if on is None or on >= plan.as_at:
        return ""
    later = timeline.status_after(on)
    if later is None or later.status is None:
        return f" for {say_date(on)}"
    return f" for {say_date(on)}; {word(plan, later.status).lower()} of {say_date(later.on)} stands"


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value if isinstance(value, date) else None


def field_changes_of(reader: PlanReader, plan: Plan, head: Change) -> tuple[tuple[FieldChange, ...], int]:
    """What one change did, and how many of its differences are left out; an undo's are those it took back.

    Only this change and the timelines of its own actions are read: before it, and for an undo after that too.
    """
    chain, (first, more) = [head], reader.change(head.id)
    while first is not None and first.undoes is not None:
        first, more = reader.change(first.undoes)
        chain.insert(0, first or head)
    if first is None:
        return (), 0
    things = {(one.noun, one.row_id): one for one in _things(plan, first)}
    ids, heads = _actions_of(first, things), [head] if head.undoes is None else reader.heads(head.id)
    earlier: dict[tuple[str, int], Difference] = {}
    said: dict[int, dict[tuple[str, int], Difference]] = {one.id: {} for one in heads}
    for record in {first.id, head.id + 1} if head.undoes is not None else {head.id}:
        for row, change_id in _timelines(reader, plan, ids, record):
            said.get(change_id, earlier)[row.noun, row.row_id] = row
    before = (*_names(plan, ids), *things.values(), *earlier.values())
    names = replace(first, id=0, undoes=None, differences=before)
    known = [replace(one, differences=tuple(said[one.id].values())) if said[one.id] else one for one in heads]
    told = describe_changes([names, *(first if one.id == first.id else one for one in known)])
    return told[head.id], more


def change_lines(change: Change, fields: Sequence[FieldChange], more: int, width: int) -> list[Line]:
    """One change in lines of `width` columns: what it was called, then each field before and after."""
    lines: list[Line] = [[(f" {part}", "bold")] for part in wrap(change.label, width - 2)]
    labels = [one.about or one.noun if one.noun in _OF_ACTIONS else one.noun for one in fields]
    label_width = max([LABEL, *(columns(inline(label)) + 1 for label in labels)])
    of_several = _nouns_of_several(fields)
    for label, one in zip(labels, fields, strict=True):
        about = f"{one.about}, " if _must_be_named(one, of_several) else ""
        told = f"{one.field}{':' if one.before is None else ''} {_arrow(one)}"
        lines += fact_lines(inline(label), f"{about}{told}", width, min(label_width, LONGEST_LABEL))
    return [*lines, *([[(f" … and {more:,} more", "dim")]] if more else [])]


def _must_be_named(one: FieldChange, of_several: Container[str]) -> bool:
    """Whether a line has to name its thing: a label does so for actions, and a new thing says itself."""
    return (
        bool(one.about) and one.noun not in _OF_ACTIONS and (one.before is not None or one.noun in of_several)
    )


def _nouns_of_several(fields: Sequence[FieldChange]) -> set[str]:
    """The nouns of which a change speaks of more than one."""
    first: dict[str, str | None] = {}
    return {one.noun for one in fields if first.setdefault(one.noun, one.about) != one.about}


def _arrow(field: FieldChange) -> str:
    if field.before is None:
        return field.now
    if field.before == field.after:
        return f"{field.after}, as before"
    return f"{field.before} → {field.now}"


def _actions_of(change: Change, things: Mapping[tuple[str, int], Difference]) -> dict[int, None]:
    """The actions that a change or its things are of, those among them from and to which they went too."""
    ids: dict[int, None] = {}
    for one in change.differences:
        rows = [one.after] if one.field is None else [{one.field: one.before}, {one.field: one.after}]
        rows += [thing.after] if (thing := things.get((one.noun, one.row_id))) else []
        own = [one.row_id] if one.noun == "action" else []
        named = [row[name] for row in rows for name in ("action_id", "needs_id") if row.get(name)]
        ids |= dict.fromkeys((*own, *named))
    return ids


def _things(plan: Plan, change: Change) -> Iterator[Difference]:
    """The steps, evidence and minutes that a change edits, by which its lines name them."""
    edited = {(one.noun, one.row_id) for one in change.differences if one.field is not None}
    known = [
        *(
            _row("step", step.id, action_id=action.id, words=step.words, **_due_row(step.due))
            for action in plan.actions
            for step in action.steps
        ),
        *(_row("evidence", one.id, title=one.title) for one in plan.evidence),
        *(_row("minute", one.id, text=one.text, meeting_id=one.meeting_id) for one in plan.minutes),
    ]
    return (one for one in known if (one.noun, one.row_id) in edited)


def _names(plan: Plan, action_ids: Iterable[int]) -> Iterator[Difference]:
    """What things are called that a change may name."""
    yield from (_row("area", one.id, number=one.number) for one in plan.areas)
    yield from (_row("owner", one.id, role=one.role, organisation=one.organisation) for one in plan.owners)
    yield from (_row("meeting", one.id, on=one.on.isoformat(), series=one.series) for one in plan.meetings)
    yield from (_row("measure", one.id, title=one.title) for one in plan.measures)
    yield from (_row("source", one.id, title=one.title) for one in plan.sources)
    yield from (_row("finding", one.id, text=one.text) for source in plan.sources for one in source.findings)
    for id_ in action_ids:
        if action := plan.actions_by_id.get(id_):
            yield _row("action", action.id, ref=action.ref, area_id=action.area_id)


def _timelines(
    reader: PlanReader, plan: Plan, action_ids: Iterable[int], record: int
) -> Iterator[tuple[Difference, int]]:
    """What was said of actions before a record, oldest first, each with the record that said it."""
    for id_ in (id_ for id_ in action_ids if id_ in plan.actions_by_id):
        timeline = reader.timeline_before(id_, record)
        for update in reversed(timeline.updates):
            said = {**vars(update), "on": update.on.isoformat()}
            yield _row("progress_update", update.id, **said), update.change_id
        for deadline in reversed(timeline.deadlines):
            told = {"action_id": deadline.action_id, "on": deadline.on.isoformat(), **_due_row(deadline.due)}
            yield _row("deadline", deadline.id, **told), deadline.change_id


def _due_row(due: Due) -> dict[str, Any]:
    return {"due": due.on, "precision": due.precision, "text": due.text}


def _row(noun: str, row_id: int, **values: object) -> Difference:
    return Difference(noun, row_id, None, None, values)

"""The whole form of an action, new or as it stands: its wording, its due date and what it is linked with."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from send_actions.domain.checks.slips import date_slips
from send_actions.domain.drafts import ActionDraft, DeadlineDraft
from send_actions.domain.plan import Action, Area, Change, Due, Plan
from send_actions.domain.text import clean
from send_actions.domain.words.dates import read_due_or_refuse, read_start, say_date, say_due
from send_actions.domain.words.owners import partner_list
from send_actions.tui import form_fields, owner_field
from send_actions.tui.form_drafts import meeting_id_of
from send_actions.tui.form_words import due_echo
from send_actions.tui.forms import Entry
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm

_NAMES: Final = {"area_id": "area", "success_measure": "success"}
"""The form's names of a draft's fields, where they are others."""

_WORDS: Final = ("title", "success", "partners", "why")


def new_action(plan: Plan, area: Area | None, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a new action in an area, its ref offered."""
    standing = {**_NOTHING, "exempt": form_fields.NO}
    if area:
        standing |= {"ref": plan.next_ref(area), "area": area.number}
    title = f"New action in {inline(f'{area.number} {area.title}')}" if area else "New action"
    read = partial(_read_new, plan=plan, today=today)
    form = WholeForm(title, _entries(plan, today, None), standing, read, "title" if area else "area")

    def anew(now: Plan) -> WholeEdit | None:
        there = now.areas_by_id.get(area.id) if area else None
        return new_action(now, there, today=today, done=done)

    ids = frozenset({area.id} if area else ())
    return WholeEdit("new", "the new action", "action", ids, form, done, anew)


def action_edit(plan: Plan, action: Action, *, today: date, done: OnDone) -> WholeEdit:
    """A form for an action as it stands."""
    standing = {
        **_NOTHING,
        "title": action.title,
        "ref": action.ref,
        "area": plan.areas_by_id[action.area_id].number,
        "lead": str(action.lead or ""),
        "sro": str(action.sro or ""),
        "partners": "; ".join(action.partners),
        "start": say_date(action.start) if action.start else "",
        "due": clean(say_due(action.due), one_line=True) if action.due else "",
        "success": action.success_measure,
        "supports": ", ".join(plan.areas_by_id[i].number for i in action.supports if i in plan.areas_by_id),
        "depends": ", ".join(plan.actions_by_id[i].ref for i in action.depends_on if i in plan.actions_by_id),
        "moves": "; ".join(one.title for one in plan.measures if one.id in action.measures),
        "exempt": form_fields.YES if action.exempt else form_fields.NO,
    }
    read = partial(_read_edit, plan=plan, action=action, today=today)
    form = WholeForm(f"Edit {inline(action.ref)}", _entries(plan, today, action), standing, read, "title")

    def anew(now: Plan) -> WholeEdit | None:
        there = now.actions_by_id.get(action.id)
        return action_edit(now, there, today=today, done=done) if there else None

    return WholeEdit("edit", action.ref, "action", frozenset({action.id}), form, done, anew)


def _entries(plan: Plan, today: date, action: Action | None) -> list[Entry]:
    has_due = action is not None and action.due is not None
    moved = [
        Entry("why", "Why it moves", "the reason, where the due date moves", is_long=True),
        Entry("agreed", "Agreed at", "last, or its date; empty: the board is asked to agree"),
    ]
    due = "30 June, June 2026, Q1 2026/27, +2w or ongoing"
    return [
        Entry("title", "Title", "what is promised", is_long=True),
        owner_field.owner_entry("lead", "Lead", plan),
        Entry("due", "Due", due, due_echo(today)),
        *(moved if has_due else []),
        Entry("success", "Success", "what will show that it worked", is_long=True),
        Entry("ref", "Ref", "such as 9.5", apart=True),
        form_fields.area_entry(plan),
        owner_field.owner_entry("sro", "Accountable", plan),
        Entry("partners", "Partners", "LA; ICB"),
        Entry("start", "Starts", "when the work starts", form_fields.start_echo(today)),
        Entry(
            "supports", "Supports", "numbers of other areas: 3, 14", form_fields.areas_echo(plan), apart=True
        ),
        Entry("depends", "Depends on", "refs that must be done first: 3.1, 9.2", form_fields.refs_echo(plan)),
        *([form_fields.measures_entry(plan)] if plan.measures else []),
        form_fields.exempt_entry(),
    ]


_NOTHING: Final = dict.fromkeys(
    [
        *("title", "lead", "due", "why", "agreed", "success", "ref", "area", "sro", "partners", "start"),
        *("supports", "depends", "moves", "exempt"),
    ],
    "",
)


def _draft(fields: Fields, plan: Plan, today: date) -> ActionDraft:
    """The wording that the fields come to; what is wrong is gathered beside each."""
    no_area: Area | None = None
    area = fields.read("area", partial(form_fields.read_area, plan=plan), no_area)
    if area is None:
        fields.refuse("area", "The action needs an area: type its number.")
    no_day: date | None = None
    draft = ActionDraft(
        area_id=area.id if area else 0,
        ref=fields.values["ref"],
        title=fields.values["title"],
        success_measure=fields.values["success"],
        lead=owner_field.read_owner_of(fields, "lead", plan),
        sro=owner_field.read_owner_of(fields, "sro", plan),
        partners=partner_list(fields.values["partners"]),
        start=fields.read("start", partial(read_start, today=today), no_day),
        exempt=fields.read("exempt", form_fields.read_yes, otherwise=False),
    )
    fields.check(draft, _NAMES)
    form_fields.ask_about_personal(fields, _WORDS)
    return draft


def _due(fields: Fields, plan: Plan, today: date) -> Due | None:
    """The due date that was typed; None where it stands as it was."""
    if not fields.is_changed("due"):
        return None
    no_due: Due | None = None
    due = fields.read("due", partial(read_due_or_refuse, today=today), no_due)
    if due:
        fields.doubt("due", " ".join(date_slips(plan, due=due)))
    return due


def _links(fields: Fields, plan: Plan) -> dict[str, tuple[int, ...]]:
    """The links that differ, by their kind; what stands is not read, as a title may have a ; within."""
    none: tuple[int, ...] = ()
    readers = {
        "supports": ("supports", form_fields.read_areas),
        "depends": ("depends_on", form_fields.read_refs),
        "moves": ("measures", form_fields.read_measures),
    }
    return {
        kind: fields.read(name, partial(read, plan=plan), none)
        for name, (kind, read) in readers.items()
        if fields.is_changed(name)
    }


def _read_new(fields: Fields, *, plan: Plan, today: date) -> Task:
    draft, due, links = _draft(fields, plan, today), _due(fields, plan, today), _links(fields, plan)
    taken = {action.ref: action for action in plan.actions}
    if draft.ref in taken:
        title = inline(taken[draft.ref].title)
        fields.refuse("ref", f"{inline(draft.ref)} is there already ({title}): give this one another ref.")

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.actions import add_action

        return add_action(store, draft, due=due, links=links, **author)

    return task


def _read_edit(fields: Fields, *, plan: Plan, action: Action, today: date) -> Task:
    draft, due, links = _draft(fields, plan, today), _due(fields, plan, today), _links(fields, plan)
    columns = {
        **{name: name for name in ("title", "ref", "lead", "sro", "partners", "start", "exempt")},
        "area": "area_id",
        "success": "success_measure",
    }
    values = {column: getattr(draft, column) for name, column in columns.items() if fields.is_changed(name)}
    deadline = _deadline(fields, plan, action, due, today)

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.actions import edit_action

        return edit_action(
            store,
            action.id,
            values,
            deadline=deadline,
            links=links,
            expected_version=action.version,
            **author,
        )

    return task


def _deadline(
    fields: Fields, plan: Plan, action: Action, due: Due | None, today: date
) -> DeadlineDraft | None:
    """The move of the due date, with its reason and where it was agreed; None where it stays."""
    if fields.is_changed("due") and not fields.values["due"]:
        fields.refuse("due", "A due date once given stays: give another, or ongoing.")
    if due is None:
        for name in ("why", "agreed"):
            if fields.values.get(name):
                fields.refuse(name, "The due date stands as it was: give another above, or clear this.")
        return None
    if not action.due:
        return DeadlineDraft(due=due)
    if not fields.values["why"]:
        fields.doubt("why", "No reason is given for the date that moves.")
    nowhere: int | None = None
    agreed = fields.read("agreed", partial(meeting_id_of, plan=plan, today=today), nowhere)
    return DeadlineDraft(due=due, reason=fields.values["why"], agreed_meeting_id=agreed)

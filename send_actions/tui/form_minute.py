"""The whole form of what a meeting said: a question, a request or a decision as it stands."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from send_actions.domain.checks.slips import date_slips
from send_actions.domain.drafts import NO_DUE
from send_actions.domain.minute_drafts import MinuteDraft
from send_actions.domain.plan import Change, Due, Minute, Plan
from send_actions.domain.plan.vocabulary import ASKS
from send_actions.domain.text import clean
from send_actions.domain.words.dates import BY, read_due_or_refuse, say_date, say_due
from send_actions.tui import form_fields, owner_field
from send_actions.tui.form_words import due_echo
from send_actions.tui.forms import Entry
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm


def minute_edit(plan: Plan, minute: Minute, *, today: date, done: OnDone) -> WholeEdit:
    """A form for what a meeting said as it stands."""
    standing = {"text": minute.text}
    entries = [Entry("text", "What", "as it was said", is_long=True)]
    if minute.kind in ASKS:
        standing |= {
            "owner": clean(str(minute.owner), one_line=True) if minute.owner else "",
            "due": clean(say_due(minute.due), one_line=True) if minute.due else "",
        }
        entries += [
            owner_field.owner_entry("owner", "Who answers", plan),
            Entry("due", "By", "a date, month, quarter or term; empty: no day", due_echo(today)),
        ]
    standing["exempt"] = form_fields.YES if minute.exempt else form_fields.NO
    entries.append(form_fields.exempt_entry())
    meeting = plan.meetings_by_id[minute.meeting_id]
    said = f"{minute.kind.value} of {say_date(meeting.on)}"
    read = partial(_read, plan=plan, minute=minute, today=today)
    form = WholeForm(said[:1].upper() + said[1:], entries, standing, read, "text")

    def anew(now: Plan) -> WholeEdit | None:
        there = next((one for one in now.minutes if one.id == minute.id), None)
        return minute_edit(now, there, today=today, done=done) if there else None

    return WholeEdit("edit", f"the {said}", "minute", frozenset({minute.id}), form, done, anew)


def _read(fields: Fields, *, plan: Plan, minute: Minute, today: date) -> Task:
    draft = MinuteDraft(
        minute.meeting_id,
        minute.kind,
        fields.values["text"],
        exempt=fields.read("exempt", form_fields.read_yes, otherwise=False),
    )
    fields.check(draft, {})
    values: dict[str, Any] = {name: getattr(draft, name) for name in ("text", "exempt") if _is(fields, name)}
    if _is(fields, "owner"):
        values["owner"] = owner_field.read_owner_of(fields, "owner", plan)
    if _is(fields, "due"):
        values["due"] = due = fields.read("due", partial(_due, today=today), NO_DUE)
        fields.doubt("due", " ".join(date_slips(plan, due=due)) if due.on else "")
    form_fields.ask_about_personal(fields, ("text",))

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.minutes import revise_minute

        return revise_minute(store, minute.id, values, expected_version=minute.version, **author)

    return task


def _is(fields: Fields, name: str) -> bool:
    """Whether a field is asked and says otherwise than what stands."""
    return name in fields.standing and fields.is_changed(name)


def _due(text: str, today: date) -> Due:
    return read_due_or_refuse(text, today=today, asked=BY)

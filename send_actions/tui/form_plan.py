"""The whole form of the plan itself: what it is called, whose it is, and its main board."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from send_actions.domain.plan import Change, Plan
from send_actions.domain.words.dates import read_date, say_date
from send_actions.tui import form_fields
from send_actions.tui.form_words import date_echo
from send_actions.tui.forms import Entry
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm

_NEEDED: Final = {
    "title": "The plan needs a title.",
    "partnership": "Say whose plan it is.",
    "series": "Name the board whose meetings count.",
}


def plan_edit(plan: Plan, *, today: date, done: OnDone) -> WholeEdit:
    """A form for the plan as it stands; what was not changed in it is left as somebody else may have it."""
    standing = {
        "title": plan.title,
        "partnership": plan.partnership,
        "series": plan.main_series,
        "signs_off": say_date(plan.signs_off_from) if plan.signs_off_from else "",
    }
    entries = [
        Entry("title", "Title", "such as SEND improvement plan"),
        Entry("partnership", "Partnership", "whose plan it is, as papers have it"),
        Entry("series", "Main board", "whose last meeting counts"),
        Entry("signs_off", "Signs off", "from when a meeting signs off what is complete", date_echo(today)),
    ]
    form = WholeForm("Edit the plan", entries, standing, partial(_read, today=today), "title")

    def anew(now: Plan) -> WholeEdit | None:
        return plan_edit(now, today=today, done=done)

    return WholeEdit("edit", "the plan", "plan", frozenset({1}), form, done, anew)


def _read(fields: Fields, *, today: date) -> Task:
    for name, words in _NEEDED.items():
        if not fields.values[name]:
            fields.refuse(name, words)
    no_day: date | None = None
    signs_off = fields.read("signs_off", partial(read_date, today=today, prefer="past"), no_day)
    form_fields.ask_about_personal(fields, tuple(_NEEDED))
    columns = {"title": "title", "partnership": "partnership", "series": "main_series"}
    changed: dict[str, object] = {
        column: fields.values[name] for name, column in columns.items() if fields.is_changed(name)
    }
    if fields.is_changed("signs_off"):
        changed["signs_off_from"] = signs_off

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.plan import revise_plan

        return revise_plan(store, changed, **author)

    return task

"""The whole forms of a measure and of a reading of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Final

from send_actions.domain.checks.slips import unit_slips, value_slips
from send_actions.domain.drafts import MeasureDraft, ReadingDraft
from send_actions.domain.plan import Area, Change, Measure, Plan
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import BY, PERIOD, read_due_or_refuse, say_date, say_period
from send_actions.domain.words.measured import read_value, say_value
from send_actions.errors import UsageError
from send_actions.tui import form_fields
from send_actions.tui.forms import Entry
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm

_COLUMNS: Final = {
    **{name: name for name in ("title", "unit", "better", "baseline", "baseline_period", "target")},
    "target_by": "target_by",
    "definition": "definition",
    "area": "area_id",
}
"""The fields of a measure, with the draft's names of them."""


def new_measure(plan: Plan, area: Area | None, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a measure that the plan has not yet."""
    standing = {**dict.fromkeys(_COLUMNS, ""), "area": area.number if area else ""}
    read = partial(_read_measure, plan=plan, measure=None, today=today)
    form = WholeForm("New measure", _entries(plan, today), standing, read, "title")

    def anew(now: Plan) -> WholeEdit | None:
        there = now.areas_by_id.get(area.id) if area else None
        return new_measure(now, there, today=today, done=done)

    return WholeEdit("new", "the new measure", "measure", frozenset(), form, done, anew)


def measure_edit(plan: Plan, measure: Measure, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a measure as it stands."""
    area = plan.areas_by_id.get(measure.area_id or 0)
    standing = {
        "title": measure.title,
        "unit": measure.unit,
        "better": measure.better.value,
        "baseline": _said(measure.baseline, measure.unit),
        "baseline_period": measure.baseline_period,
        "target": _said(measure.target, measure.unit),
        "target_by": say_date(measure.target_by) if measure.target_by else "",
        "area": area.number if area else "",
        "definition": measure.definition,
    }
    read = partial(_read_measure, plan=plan, measure=measure, today=today)
    form = WholeForm(f"Edit {inline(measure.title)}", _entries(plan, today), standing, read, "title")

    def anew(now: Plan) -> WholeEdit | None:
        there = next((one for one in now.measures if one.id == measure.id), None)
        return measure_edit(now, there, today=today, done=done) if there else None

    return WholeEdit("edit", measure.title, "measure", frozenset({measure.id}), form, done, anew)


def new_reading(measure: Measure, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a measure's value of a period; the same period again corrects it."""
    entries = [
        Entry("period", "Period", "March 2026, Q4 2025/26, spring term 2026 or a day", _period_echo(today)),
        Entry("value", "Value", f"in {inline(measure.unit)}", _value_echo(measure.unit)),
        Entry("note", "Note", "what to know of it", is_long=True),
    ]
    standing = {"period": "", "value": "", "note": ""}
    read = partial(_read_reading, measure=measure, today=today)
    form = WholeForm(f"Reading of {inline(measure.title)}", entries, standing, read, "period")

    def anew(now: Plan) -> WholeEdit | None:
        there = next((one for one in now.measures if one.id == measure.id), None)
        return new_reading(there, today=today, done=done) if there else None

    return WholeEdit("reading", measure.title, "reading", frozenset({measure.id}), form, done, anew)


def _entries(plan: Plan, today: date) -> list[Entry]:
    return [
        Entry("title", "Title", "what is counted", is_long=True),
        Entry("unit", "Unit", "%, weeks or number"),
        Entry("better", "Better", "higher, lower or neither", form_fields.choice_echo("better way", Better)),
        form_fields.area_entry(plan, hint="its number; empty: of the whole plan"),
        Entry("baseline", "Baseline", "the value at first", apart=True),
        Entry("baseline_period", "Of", "the period of the baseline", partial(say_period, today=today)),
        Entry("target", "Target", "the value to reach"),
        Entry("target_by", "By", "when it is to be reached", _by_echo(today)),
        Entry("definition", "Definition", "how it is counted", is_long=True, apart=True),
    ]


def _read_measure(fields: Fields, *, plan: Plan, measure: Measure | None, today: date) -> Task:
    unit = fields.values["unit"]
    no_value: float | None = None
    no_day: date | None = None
    no_area: Area | None = None
    unsaid: Better | None = None
    area = fields.read("area", partial(form_fields.read_area, plan=plan), no_area)
    better = fields.read("better", lambda text: read_choice("better way", text, Better), unsaid)
    draft = MeasureDraft(
        title=fields.values["title"],
        unit=unit,
        better=better,
        area_id=area.id if area else None,
        baseline=fields.read("baseline", partial(read_value, unit=unit), no_value) if unit else None,
        baseline_period=say_period(fields.values["baseline_period"], today=today),
        target=fields.read("target", partial(read_value, unit=unit), no_value) if unit else None,
        target_by=fields.read("target_by", partial(_last_day, today=today), no_day),
        definition=fields.values["definition"],
    )
    if better is None:
        fields.refuse("better", "A measure needs its better way: higher, lower or neither.")
    fields.check(draft, {"": "better"})
    for name, value in (("baseline", draft.baseline), ("target", draft.target)):
        if value is not None and fields.is_changed(name):
            fields.doubt(name, " ".join(value_slips(fields.values[name], value, unit)))
    if measure and fields.is_changed("unit"):
        given = [name for name in ("baseline", "target") if fields.is_changed(name)]
        fields.doubt("unit", " ".join(unit_slips(measure, unit, given)))
    form_fields.ask_about_personal(fields, ("title", "definition"))
    changed = {column: getattr(draft, column) for name, column in _COLUMNS.items() if fields.is_changed(name)}

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.measures import add_measure, revise_measure

        if measure is None:
            return add_measure(store, draft, **author)
        return revise_measure(store, measure.id, changed, expected_version=measure.version, **author)

    return task


def _read_reading(fields: Fields, *, measure: Measure, today: date) -> Task:
    no_day: date | None = None
    ended = fields.read("period", partial(_last_day, today=today, is_past=True), no_day)
    value = fields.read("value", partial(read_value, unit=measure.unit), 0.0)
    if not fields.values["value"]:
        fields.refuse("value", "The reading needs its value.")
    period = say_period(fields.values["period"], today=today)
    draft = ReadingDraft(measure.id, ended, period, value, fields.values["note"])
    fields.check(draft, {})
    fields.doubt("value", " ".join(value_slips(fields.values["value"], value, measure.unit)))
    of_period = next((one for one in measure.readings if one.on == ended), None)
    if of_period and of_period.value != value:
        said = say_value(of_period.value, measure.unit)
        fields.doubt("value", f"For that period the plan says {said}: this would take its place.")
    form_fields.ask_about_personal(fields, ("note",))

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.measures import add_reading

        return add_reading(store, draft, **author)

    return task


def _last_day(text: str, today: date, *, is_past: bool = False) -> date:
    """Return the last day of a period; raises UsageError without one, or for a past one that is to come."""
    ended = read_due_or_refuse(text, today=today, asked=PERIOD if is_past else BY).on
    if ended is None:
        raise UsageError("It has no last day: name a month, quarter, term or day.")
    if is_past and ended > today:
        raise UsageError(f"It ends on {say_date(ended)}, still to come: name one that has ended.")
    return ended


def _period_echo(today: date) -> Callable[[str], str]:
    def echo(text: str) -> str:
        try:
            ended = _last_day(text, today, is_past=True)
            return f"{say_period(text, today=today)}, ended {say_date(ended)}"
        except UsageError as refusal:
            return str(refusal)

    return echo


def _by_echo(today: date) -> Callable[[str], str]:
    def echo(text: str) -> str:
        try:
            return say_date(_last_day(text, today))
        except UsageError as refusal:
            return str(refusal)

    return echo


def _value_echo(unit: str) -> Callable[[str], str]:
    def echo(text: str) -> str:
        try:
            return say_value(read_value(text, unit), unit)
        except UsageError as refusal:
            return str(refusal)

    return echo


def _said(value: float | None, unit: str) -> str:
    return "" if value is None else say_value(value, unit)

"""The whole form of an area, new or as it stands, with its lead's judgement: saved as one change."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from send_actions.domain.drafts import AreaDraft
from send_actions.domain.plan import Area, Change, Judgement, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import match_key
from send_actions.domain.words.choices import read_status
from send_actions.domain.words.next_number import next_area_number
from send_actions.tui import form_fields, owner_field
from send_actions.tui.drawing.actions import word
from send_actions.tui.forms import Completion, Entry, Values
from send_actions.tui.plan_reader import Snapshot
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm

MOST_WORDS: Final = 2
"""Words of an area's number, such as Priority 3."""

_WORDED: Final = ("number", "title", "theme", "lead", "outcome", "headline", "exempt")
"""The fields that are an area's wording."""

_WORDS: Final = ("title", "theme", "outcome", "headline", "why")


def new_area(plan: Plan, theme: str, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a new area, its number offered."""
    standing = {
        **dict.fromkeys((*_WORDED, "judgement", "why"), ""),
        "number": next_area_number(plan),
        "theme": theme,
        "exempt": form_fields.NO,
    }
    read = partial(_read_new, plan=plan, today=today)
    form = WholeForm("New area", _entries(plan), standing, read, "title")

    def anew(now: Plan) -> WholeEdit | None:
        return new_area(now, theme, today=today, done=done)

    return WholeEdit("new", "the new area", "area", frozenset(), form, done, anew)


def area_edit(snapshot: Snapshot, area: Area, *, today: date, done: OnDone) -> WholeEdit:
    """A form for an area as it stands."""
    plan, judged = snapshot.plan, area.judgement
    standing = {
        "number": area.number,
        "title": area.title,
        "theme": area.theme,
        "lead": str(area.lead or ""),
        "judgement": word(plan, judged.status) if judged else "",
        "why": judged.reason if judged else "",
        "headline": area.headline,
        "outcome": area.outcome,
        "exempt": form_fields.YES if area.exempt else form_fields.NO,
    }
    read = partial(_read_edit, plan=plan, area=area, today=today)
    title = f"Edit area {inline(f'{area.number} {area.title}')}"
    form = WholeForm(title, _entries(plan), standing, read, "judgement", about=_how_it_stands(snapshot, area))

    def anew(now: Plan) -> WholeEdit | None:
        there = now.areas_by_id.get(area.id)
        return area_edit(Snapshot(now, snapshot.before), there, today=today, done=done) if there else None

    return WholeEdit("edit", f"area {area.number}", "area", frozenset({area.id}), form, done, anew)


def _how_it_stands(snapshot: Snapshot, area: Area) -> str:
    """What its actions come to, against which its lead judges it."""
    return f"By its actions: {inline(snapshot.summaries[area.id].sentence)}"


def _entries(plan: Plan) -> list[Entry]:
    return [
        Entry("number", "Number", "such as 9"),
        Entry("title", "Title", "what is to improve", is_long=True),
        Entry("theme", "Theme", "areas of one theme stand together", complete=partial(_complete_theme, plan)),
        owner_field.owner_entry("lead", "Lead", plan),
        Entry(
            "judgement",
            "Judgement",
            "its status: off track, at risk, on track, complete",
            form_fields.status_echo(plan),
            apart=True,
        ),
        Entry("why", "Why", "the lead's own reason", is_long=True),
        Entry("headline", "Headline", "the paragraph for the board paper", is_long=True),
        Entry("outcome", "Outcome", "what will be different for families", is_long=True, apart=True),
        form_fields.exempt_entry(),
    ]


def _complete_theme(plan: Plan, values: Values) -> Completion | None:
    """The theme of the plan that begins so."""
    typed = values.get("theme", "").casefold()
    themes = dict.fromkeys(area.theme for area in plan.areas if area.theme)
    found = next((one for one in themes if typed and one.casefold().startswith(typed) and one != typed), None)
    return Completion(found, {"theme": found}) if found and found.casefold() != typed else None


def _draft(fields: Fields, plan: Plan) -> AreaDraft:
    draft = AreaDraft(
        number=fields.values["number"],
        title=fields.values["title"],
        theme=fields.values["theme"],
        outcome=fields.values["outcome"],
        headline=fields.values["headline"],
        lead=owner_field.read_owner_of(fields, "lead", plan),
        exempt=fields.read("exempt", form_fields.read_yes, otherwise=False),
    )
    fields.check(draft, {})
    if len(draft.number.split()) > MOST_WORDS:
        fields.doubt("number", "That reads as words, not as an area's number: is it meant?")
    form_fields.ask_about_personal(fields, _WORDS)
    return draft


def _judged(fields: Fields, plan: Plan, today: date) -> Judgement | None:
    """The judgement that was typed; None where it stands as it was."""
    if not (fields.is_changed("judgement") or fields.is_changed("why")):
        return None
    unsaid: Status | None = None
    status = fields.read("judgement", partial(read_status, legend=plan.legend), unsaid)
    if status:
        return Judgement(today, status, fields.values["why"])
    if fields.standing["judgement"]:
        fields.refuse("judgement", "A judgement once said stands: say another.")
    else:
        fields.refuse("judgement", "The reason is one of a judgement: say which, or clear the reason.")
    return None


def _refuse_taken(fields: Fields, plan: Plan, draft: AreaDraft, apart_from: int | None = None) -> None:
    for area in plan.areas:
        if area.id != apart_from and match_key(area.number) == match_key(draft.number):
            told = f"{inline(area.number)} is there already ({inline(area.title)})"
            fields.refuse("number", f"{told}: give this one another number.")


def _read_new(fields: Fields, *, plan: Plan, today: date) -> Task:
    draft, judged = _draft(fields, plan), _judged(fields, plan, today)
    _refuse_taken(fields, plan, draft)

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.areas import add_area

        return add_area(store, draft, judged=judged, **author)

    return task


def _read_edit(fields: Fields, *, plan: Plan, area: Area, today: date) -> Task:
    draft, judged = _draft(fields, plan), _judged(fields, plan, today)
    _refuse_taken(fields, plan, draft, area.id)
    values = {name: getattr(draft, name) for name in _WORDED if fields.is_changed(name)}

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.areas import revise_area

        return revise_area(store, area.id, values, judged=judged, expected_version=area.version, **author)

    return task

"""The whole forms of an inspection or review, and of what it found."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from send_actions.domain.drafts import FindingDraft, SourceDraft
from send_actions.domain.plan import Change, Finding, Plan, Source
from send_actions.domain.plan.vocabulary import FindingKind, SourceKind
from send_actions.domain.text import cut
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import read_date, say_date
from send_actions.tui import form_fields
from send_actions.tui.form_words import date_echo
from send_actions.tui.forms import Entry
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm

_LONGEST_QUOTE = 40


def source_form(source: Source | None, *, today: date, done: OnDone) -> WholeEdit:
    """A form for a source as it stands, or for a new one."""
    standing = {
        "title": source.title if source else "",
        "kind": form_fields.say_choice(source.kind) if source else "",
        "on": say_date(source.on) if source else "",
        "author": source.author if source else "",
    }
    entries = [
        Entry("title", "Title", "such as Area SEND inspection", is_long=True),
        form_fields.choice_entry("kind", "Kind", "kind of source", SourceKind),
        Entry("on", "Published", "the day of the letter or report", date_echo(today, "past")),
        Entry("author", "Author", "who wrote it: Ofsted and CQC"),
    ]
    read = partial(_read_source, source=source, today=today)
    title = f"Edit {inline(source.title)}" if source else "New inspection or review"
    form = WholeForm(title, entries, standing, read, "title")

    def anew(now: Plan) -> WholeEdit | None:
        there = next((one for one in now.sources if source and one.id == source.id), None)
        return source_form(there, today=today, done=done) if there or not source else None

    named, ids = (source.title, {source.id}) if source else ("the new source", set[int]())
    return WholeEdit("edit" if source else "new", named, "source", frozenset(ids), form, done, anew)


def finding_form(plan: Plan, source: Source, finding: Finding | None, *, done: OnDone) -> WholeEdit:
    """A form for a finding of a source as it stands, or for a new one."""
    areas = [plan.areas_by_id[i].number for i in finding.area_ids if i in plan.areas_by_id] if finding else []
    standing = {
        "text": finding.text if finding else "",
        "kind": form_fields.say_choice(finding.kind) if finding else "",
        "place": finding.place if finding else "",
        "areas": ", ".join(areas),
    }
    entries = [
        Entry("text", "Finding", "in the words of the letter", is_long=True),
        form_fields.choice_entry("kind", "Kind", "kind of finding", FindingKind),
        Entry("place", "Where", "page 4, paragraph 12"),
        Entry("areas", "Answered by", "numbers of areas: 3, 14", form_fields.areas_echo(plan)),
    ]
    read = partial(_read_finding, plan=plan, source=source, finding=finding)
    what = "Edit a finding of" if finding else "New finding of"
    form = WholeForm(f"{what} {inline(source.title)}", entries, standing, read, "text")

    def anew(now: Plan) -> WholeEdit | None:
        there = next((one for one in now.sources if one.id == source.id), None)
        same = (
            next((one for one in there.findings if finding and one.id == finding.id), None) if there else None
        )
        return finding_form(now, there, same, done=done) if there and (same or not finding) else None

    named = f"“{cut(finding.text, _LONGEST_QUOTE)}”" if finding else "the new finding"
    ids = frozenset({finding.id if finding else source.id})
    return WholeEdit("edit" if finding else "new", named, "finding", ids, form, done, anew)


def _read_source(fields: Fields, *, source: Source | None, today: date) -> Task:
    no_day: date | None = None
    draft = SourceDraft(
        title=fields.values["title"],
        kind=fields.read("kind", partial(_kind_of_source), SourceKind.SELF_EVALUATION),
        on=fields.read("on", partial(read_date, today=today, prefer="past"), no_day),
        author=fields.values["author"],
    )
    if not fields.values["kind"]:
        fields.refuse("kind", "Say what kind of source it is.")
    if draft.on is None:
        fields.refuse("on", "Say on which day it was published.")
    elif draft.on > today:
        fields.refuse("on", f"{say_date(draft.on)} is still to come.")
    fields.check(draft, {})
    form_fields.ask_about_personal(fields, ("title", "author"))
    values = {name: getattr(draft, name) for name in fields.standing if fields.is_changed(name)}

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.sources import add_source, revise_source

        if source is None:
            return add_source(store, draft, **author)
        return revise_source(store, source.id, values, expected_version=source.version, **author)

    return task


def _read_finding(fields: Fields, *, plan: Plan, source: Source, finding: Finding | None) -> Task:
    none: tuple[int, ...] = ()
    draft = FindingDraft(
        source_id=source.id,
        kind=fields.read("kind", _kind_of_finding, FindingKind.AREA_FOR_IMPROVEMENT),
        text=fields.values["text"],
        place=fields.values["place"],
        area_ids=fields.read("areas", partial(form_fields.read_areas, plan=plan), none),
    )
    if not fields.values["kind"]:
        fields.refuse("kind", "Say what kind of finding it is.")
    fields.check(draft, {})
    form_fields.ask_about_personal(fields, ("text", "place"))
    values = {name: getattr(draft, name) for name in ("text", "kind", "place") if fields.is_changed(name)}
    gone = set(finding.area_ids) - set(draft.area_ids) if finding else set[int]()

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.sources import add_finding, revise_finding

        if finding is None:
            return add_finding(store, draft, **author)
        return revise_finding(
            store,
            finding.id,
            values,
            answered_by=draft.area_ids,
            no_longer_by=gone,
            expected_version=finding.version,
            **author,
        )

    return task


def _kind_of_source(text: str) -> SourceKind:
    return read_choice("kind of source", text, SourceKind)


def _kind_of_finding(text: str) -> FindingKind:
    return read_choice("kind of finding", text, FindingKind)

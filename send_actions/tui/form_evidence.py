"""The whole form of evidence: what shows that an action or area made a difference."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from send_actions.domain.drafts import EvidenceDraft
from send_actions.domain.plan import Action, Area, Change, Evidence, Plan
from send_actions.domain.plan.vocabulary import EvidenceKind
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import read_date, say_date
from send_actions.tui import form_fields
from send_actions.tui.form_words import date_echo
from send_actions.tui.forms import Entry
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_edits import WholeEdit
from send_actions.tui.whole_forms import Fields, WholeForm


def evidence_form(about: Action | Area, evidence: Evidence | None, *, today: date, done: OnDone) -> WholeEdit:
    """A form for evidence of an action or area as it stands, or for new evidence."""
    standing = {
        "title": evidence.title if evidence else "",
        "kind": evidence.kind.value if evidence else "",
        "shows": evidence.shows if evidence else "",
        "place": evidence.place if evidence else "",
        "on": say_date(evidence.on if evidence else today),
        "exempt": form_fields.YES if evidence and evidence.exempt else form_fields.NO,
    }
    entries = [
        Entry("title", "Title", "such as Parent survey, spring", is_long=True),
        form_fields.choice_entry("kind", "Kind", "kind of evidence", EvidenceKind),
        Entry("shows", "Shows", "what it shows, as the board will read it", is_long=True),
        Entry("place", "Where", "where it is kept: a folder or a page"),
        Entry("on", "Of", "the day it speaks of", date_echo(today, "past")),
        form_fields.exempt_entry(),
    ]
    named = about.ref if isinstance(about, Action) else f"area {about.number}"
    read = partial(_read, about=about, evidence=evidence, today=today)
    form = WholeForm(f"Evidence of {inline(named)}", entries, standing, read, "title")

    def anew(now: Plan) -> WholeEdit | None:
        there = next((one for one in now.evidence if evidence and one.id == evidence.id), None)
        return evidence_form(about, there, today=today, done=done) if there or not evidence else None

    kind = "evidence" if isinstance(about, Action) else "evidence of an area"
    ids = frozenset({evidence.id if evidence else about.id})
    opens = "evidence" if evidence else "evidence n"
    return WholeEdit(opens, named, f"{kind} {bool(evidence)}", ids, form, done, anew)


def _read(fields: Fields, *, about: Action | Area, evidence: Evidence | None, today: date) -> Task:
    no_day: date | None = None
    on = fields.read("on", partial(read_date, today=today, prefer="past"), no_day)
    draft = EvidenceDraft(
        kind=fields.read("kind", _kind, EvidenceKind.DOCUMENT),
        title=fields.values["title"],
        action_id=about.id if isinstance(about, Action) else None,
        area_id=about.id if isinstance(about, Area) else None,
        shows=fields.values["shows"],
        place=fields.values["place"],
        exempt=fields.read("exempt", form_fields.read_yes, otherwise=False),
    )
    if not fields.values["kind"]:
        fields.refuse("kind", "Say what kind of evidence it is.")
    if evidence and not fields.values["on"]:
        fields.refuse("on", "Say of which day it speaks.")
    if on is not None and on > today:
        fields.refuse("on", f"{say_date(on)} is still to come.")
    fields.check(draft, {})
    form_fields.ask_about_personal(fields, ("title", "shows", "place"))
    names = ("kind", "title", "shows", "place", "exempt")
    values: dict[str, object] = {name: getattr(draft, name) for name in names if fields.is_changed(name)}
    if on and fields.is_changed("on"):
        values["on"] = on

    def task(store: Any, author: Any) -> Change | None:
        from send_actions.changes.evidence import add_evidence, revise_evidence

        if evidence is None:
            return add_evidence(store, draft, on=on, **author)
        return revise_evidence(store, evidence.id, values, expected_version=evidence.version, **author)

    return task


def _kind(text: str) -> EvidenceKind:
    return read_choice("kind of evidence", text, EvidenceKind)

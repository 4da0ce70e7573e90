"""What forms ask, and from what stands in their fields to drafts: pure, without Textual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final, TypedDict

from send_actions.domain.checks.slips import LOOK_AGAIN, PATH_BY, date_slips
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Plan, Timeline
from send_actions.domain.plan.vocabulary import TROUBLED, Heard, Impact, Precision, Status
from send_actions.domain.text import clean, cut, fold
from send_actions.domain.words.choices import read_heard
from send_actions.domain.words.dates import read_date, read_due_or_refuse, say_date
from send_actions.domain.words.personal_data import questions
from send_actions.errors import UsageError
from send_actions.tui.form_owners import FROM, complete_heard_from
from send_actions.tui.form_words import date_echo, heard_echo
from send_actions.tui.forms import Entry, Values

ASKS_AGAIN: Final = {
    Status.COMPLETE: ("proof", "No proof named", "Complete says that it is delivered"),
    Status.EMBEDDED: ("proof", "No proof named", "Embedded says that it is everyday practice"),
    Status.ON_HOLD: ("again", "No date to look again", "On hold says that it is stopped for now"),
    Status.WITHDRAWN: ("why", "No reason given", "Withdrawn takes it out of the counts"),
}
"""What the four statuses that a second Enter saves ask for, and what to say without it and with it."""


def heard_fields(plan: Plan) -> list[Entry]:
    """How an update was learnt, and from whom, apart from who typed it."""
    from_whom = partial(complete_heard_from, plan=plan)
    return [
        Entry("heard", "Heard", "return, e-mail, meeting or judgement", heard_echo, later=True),
        Entry(FROM, "From", "whom it was heard from", later=True, complete=from_whom),
    ]


def status_fields(status: Status, plan: Plan, *, today: date) -> list[Entry]:
    """What setting a status asks for."""
    return [*own_fields(status, today), *heard_fields(plan)]


def own_fields(status: Status, today: date) -> list[Entry]:
    """What a status asks for by itself, without how it was heard."""
    if status in {Status.COMPLETE, Status.EMBEDDED}:
        return [
            Entry("proof", "Proof", "what shows that it is done", is_long=True),
            Entry("why", "Note", "for the paper", is_long=True),
        ]
    if status is Status.ON_HOLD:
        return [
            Entry("why", "Why", "why it is stopped", is_long=True),
            Entry("again", "Look again by", "a date", date_echo(today)),
        ]
    if status is Status.WITHDRAWN:
        return [Entry("why", "Why", "superseded, merged or dropped, and why", is_long=True)]
    if status in TROUBLED:
        return [
            Entry("why", "Why", "the reason, as the board will read it", is_long=True),
            Entry("path", "Path to green", "what brings it back", is_long=True),
            Entry("by", "By", "a date", date_echo(today)),
            Entry("ask", "Ask", "what the board is asked for", later=True, is_long=True),
        ]
    return [Entry("why", "Note", "for the paper, if there is something to say", is_long=True)]


def status_draft(values: Values, status: Status, *, today: date) -> UpdateDraft:
    """The update a status form stands for; raises UsageError for a date that cannot be read."""
    return UpdateDraft(
        status=status,
        note=values.get("why", ""),
        path=values.get("path", ""),
        path_by=_date(values, "by", today=today),
        look_again=_date(values, "again", today=today),
        proof=values.get("proof", ""),
        ask=values.get("ask", ""),
        on=_day(values, today=today),
        **_heard(values),
    )


def status_doubts(status: Status, actions: Sequence[Action], values: Values) -> str:
    """What to ask once before a status is saved: what looks personal, or what the status wants and lacks.

    Of actions that have the status already, that was asked when they got it.
    """
    personal = personal_doubts(values)
    if personal or status not in ASKS_AGAIN or all(action.status is status for action in actions):
        return personal
    field, lacks, means = ASKS_AGAIN[status]
    return f"{means if values.get(field) else lacks}: Enter again saves it as {status.word.lower()}"


def personal_doubts(values: Values) -> str:
    """What in the fields looks as if it were about one person; empty when nothing does."""
    asked = [question for text in values.values() for question in questions(text)]
    return f"{asked[0]} Enter again saves it all the same" if asked else ""


def slip_doubts(
    values: Values, actions: Sequence[Action], plan: Plan, then: Callable[[date], Plan | None]
) -> list[str]:
    """What to ask once about the dates in the fields; `then` is the plan as at a date, if it can be read.

    A due date alone puts no action where it was not yet, and is asked about where it is another than before.
    """
    today = plan.as_at
    try:
        on = _day(values, today=today)
        due = read_due_or_refuse(values["due"], today=today) if "due" in values else None
        coming = {PATH_BY: _date(values, "by", today=today), LOOK_AGAIN: _date(values, "again", today=today)}
    except UsageError:
        return []
    at_the_time = then(on) if on and on < today and "due" not in values else None
    is_new = any(action.due is None or not is_same_due(action.due, due) for action in actions)
    return date_slips(plan, actions, at_the_time, on=on, coming=coming, due=due if is_new else None)


def with_slips(slips: Sequence[str], doubt: str) -> str:
    """What to ask once in all: the dates that look like slips, then what else is in doubt."""
    return " ".join([*slips, doubt or "Enter again saves it all the same"]) if slips else doubt


def note_draft(values: Values, *, is_private: bool, today: date) -> UpdateDraft:
    """The update a note stands for."""
    draft = UpdateDraft(on=_day(values, today=today), **_heard(values))
    note = values.get("note", "")
    if not clean(note):
        raise UsageError("Nothing is typed yet: type the note, then Enter; Esc leaves all as it was.")
    return replace(draft, private_note=note) if is_private else replace(draft, note=note)


def impact_draft(values: Values, impact: Impact, *, today: date) -> UpdateDraft:
    """The update an impact rating stands for."""
    shows, on = values.get("shows", ""), _day(values, today=today)
    return UpdateDraft(impact=impact, impact_shown_by=shows, on=on, **_heard(values))


def deadline_draft(values: Values, plan: Plan, *, today: date) -> DeadlineDraft:
    """The deadline a due date form stands for; raises UsageError for words that name no date."""
    agreed = values.get("agreed", "")
    meeting_id = meeting_id_of(agreed, plan, today=today) if agreed else None
    return DeadlineDraft(
        due=read_due_or_refuse(values["due"], today=today),
        reason=values.get("why", ""),
        agreed_meeting_id=meeting_id,
        on=_day(values, today=today),
    )


def deadline_doubts(values: Values, actions: Sequence[Action], *, today: date) -> str:
    """What to ask once before a due date is saved: personal words, no reason, or no day."""
    try:
        due = read_due_or_refuse(values["due"], today=today)
    except UsageError:
        return ""
    doubts = []
    if not values.get("why") and any(action.due for action in actions):
        doubts.append("no reason given")
    if due.precision is Precision.ONGOING:
        doubts.append("ongoing has no date to hold it to")
    words = "; ".join(doubts)
    asked = f"{words[:1].upper()}{words[1:]}: Enter again saves it" if doubts else ""
    return personal_doubts(values) or asked


def with_last_day(values: Values, plan: Plan) -> Values:
    """The values with the day of the last meeting where `last` is typed for the date spoken of."""
    last = plan.last_meeting
    if last and fold(clean(values.get("on", ""))) == "last":
        return {**values, "on": last.on.isoformat()}
    return values


def about_date(text: str, plan: Plan, timeline: Timeline | None, *, today: date) -> str:
    """What a date given for an update means: for 11 March; today's red stands. Nothing of no date."""
    try:
        day = read_date(with_last_day({"on": text}, plan)["on"], today=today, prefer="past")
    except UsageError as refusal:
        return str(refusal)
    later = [u for u in timeline.updates if u.status and u.on > day] if timeline else []
    stands = ""
    if later and later[0].status:
        entry = plan.legend_of(later[0].status)
        stands = f"; the {entry.word.lower()} said on {say_date(later[0].on)} stands"
    return f"For {say_date(day)}{stands}"


class _Heard(TypedDict, total=False):
    heard: Heard
    heard_from: str


def _heard(values: Values) -> _Heard:
    found: _Heard = {"heard_from": values.get("from", "")}
    if values.get("heard"):
        found["heard"] = read_heard(values["heard"])
    return found


def _date(values: Values, name: str, *, today: date) -> date | None:
    return read_date(values[name], today=today, prefer="future") if values.get(name) else None


def _day(values: Values, *, today: date) -> date | None:
    return read_date(values["on"], today=today, prefer="past") if values.get("on") else None


def meeting_id_of(text: str, plan: Plan, *, today: date) -> int:
    """The meeting that "last" or a date names; raises UsageError."""
    last = plan.last_meeting
    if fold(clean(text)) == "last" and last:
        return last.id
    try:
        day = read_date(text, today=today, prefer="past")
    except UsageError:
        of_last = f"last, for that of {say_date(last.on)}, or " if last else ""
        raise UsageError(
            f"No meeting “{cut(clean(text, one_line=True), 40)}”: type {of_last}a meeting's date; "
            "left empty, the board is asked to agree."
        ) from None
    of_day = [meeting for meeting in plan.meetings if meeting.on == day]
    if not of_day:
        hint = f": the last was on {say_date(last.on)}" if last else ""
        raise UsageError(f"No meeting on {say_date(day)}{hint}.")
    return min(of_day, key=lambda meeting: meeting.series != plan.main_series).id

"""What is asked about what a meeting said, and from what stands in the fields to drafts: without Textual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from send_actions.domain.checks.slips import date_slips
from send_actions.domain.drafts import NO_DUE
from send_actions.domain.minute_drafts import MinuteDraft, meeting_to_minute
from send_actions.domain.plan import Action, Area, Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import ASKS, MinuteKind
from send_actions.domain.text import clean, fold
from send_actions.domain.words.dates import BY, read_date, read_due_or_refuse, say_date
from send_actions.errors import UsageError
from send_actions.tui.drawing.actions import refs_of
from send_actions.tui.form_drafts import personal_doubts
from send_actions.tui.form_owners import ROLE, owner_doubts, owner_draft
from send_actions.tui.form_words import due_echo
from send_actions.tui.forms import Entry, Values
from send_actions.tui.owner_field import owner_entry
from send_actions.tui.text_layout import Line, inline

WHAT: Final = "what"
BY_WHEN: Final = "due"
AT: Final = "at"

VERBS: Final = {
    MinuteKind.QUESTION: "asked",
    MinuteKind.REQUEST: "requested",
    MinuteKind.DECISION: "decided",
    MinuteKind.RESOLVED: "resolved",
}
"""What a meeting did, by the kind of minute."""

_HINTS: Final = {
    MinuteKind.QUESTION: "the question, as it was asked",
    MinuteKind.REQUEST: "what was asked for",
    MinuteKind.DECISION: "what was decided",
    MinuteKind.RESOLVED: "what was resolved",
}


@dataclass(frozen=True)
class Subject:
    """What something is said of: actions, an area or the whole plan; and the minute under the cursor."""

    actions: tuple[Action, ...] = ()
    area: Area | None = None
    minute: Minute | None = None

    @property
    def words(self) -> str:
        """How the foot names it."""
        if self.actions:
            return refs_of(self.actions)
        return f"area {inline(self.area.number)}" if self.area else "the whole plan"


def said_sentence(subject: Subject, kind: MinuteKind, meeting: Meeting, plan: Plan) -> Line:
    """What is about to be written down: 9.2  requested by the board of 11 March 2026."""
    return [(subject.words, "bold"), (f"  {VERBS[kind]} by {meeting_words(meeting, plan)}", "dim")]


def meeting_words(meeting: Meeting, plan: Plan) -> str:
    """A meeting as a sentence names it: today's board, the board of 11 March 2026, Scrutiny of 24 March."""
    name = "board" if meeting.series == plan.main_series else inline(meeting.series)
    if meeting.on == plan.as_at:
        return f"today's {name}" if name == "board" else f"{name} today"
    return f"the board of {say_date(meeting.on)}" if name == "board" else f"{name}, {say_date(meeting.on)}"


def said_fields(kind: MinuteKind, plan: Plan, *, today: date) -> list[Entry]:
    """What a minute of a kind asks for; the meeting stays away until Tab reaches it."""
    entries = [Entry(WHAT, "What", _HINTS[kind], is_long=True)]
    if kind in ASKS:
        entries += [
            owner_entry(ROLE, "Who answers", plan, otherwise="whoever leads it"),
            Entry(BY_WHEN, "By", "a date, month, quarter or term", due_echo(today)),
        ]
    return [*entries, Entry(AT, "Meeting", "its date, when it is another", later=True)]


def said_drafts(
    values: Values, kind: MinuteKind, subject: Subject, meeting: Meeting, plan: Plan
) -> list[MinuteDraft]:
    """What a form says of each thing; raises UsageError for what cannot be understood."""
    if not clean(values.get(WHAT, "")):
        raise UsageError("Nothing is typed yet: type what was said, then Enter; Esc leaves all as it was.")
    at = read_meeting(values[AT], plan) if values.get(AT) else meeting
    owner = owner_draft({ROLE: values[ROLE]}, plan) if values.get(ROLE) else None
    due = read_due_or_refuse(values[BY_WHEN], today=plan.as_at, asked=BY) if values.get(BY_WHEN) else NO_DUE
    area_id = subject.area.id if subject.area else None
    draft = MinuteDraft(at.id, kind, values[WHAT], area_id=area_id, owner=owner, due=due).checked()
    return [replace(draft, action_id=action.id) for action in subject.actions] or [draft]


def said_doubts(values: Values, plan: Plan) -> str:
    """What to ask once before it is saved: what looks personal, who is nearly known, a date that slips."""
    if asked := personal_doubts(values):
        return asked
    if values.get(ROLE) and (asked := owner_doubts({ROLE: values[ROLE]}, plan, ())):
        return asked
    try:
        text = values.get(BY_WHEN)
        due = read_due_or_refuse(text, today=plan.as_at, asked=BY) if text else None
    except UsageError:
        return ""
    slips = date_slips(plan, (), None, on=None, coming={}, due=due)
    return f"{' '.join(slips)} Enter again saves it all the same" if slips else ""


def answer_fields() -> list[Entry]:
    """What answering asks for."""
    return [Entry(WHAT, "Answer", "what was answered", is_long=True)]


def answer_words(values: Values) -> str:
    """The words of an answer; raises UsageError without any."""
    if not clean(values.get(WHAT, "")):
        raise UsageError("Nothing is typed yet: type the answer, then Enter; Esc leaves all as it was.")
    return values[WHAT]


def answered_on(values: Values, *, today: date) -> date | None:
    """The day of an answer, None for today; raises UsageError for words that name none."""
    return read_date(values["on"], today=today, prefer="past") if values.get("on") else None


def read_meeting(text: str, plan: Plan) -> Meeting:
    """The meeting that was held on a day, of the main series where there are two; raises UsageError."""
    if fold(clean(text)) == "last" and plan.last_meeting:
        return plan.last_meeting
    on = read_date(text, today=plan.as_at, prefer="past")
    found = [meeting for meeting in plan.meetings if meeting.on == on]
    if not found:
        last = f": the last was on {say_date(plan.last_meeting.on)}" if plan.last_meeting else ""
        raise UsageError(f"No meeting on {say_date(on)}{last}.")
    return meeting_to_minute(plan, min(found, key=lambda one: one.series != plan.main_series))


def open_asks(plan: Plan, subject: Subject) -> Sequence[Minute]:
    """The questions and requests about a thing that have no answer, the newest last."""
    if subject.minute:
        return [subject.minute] if subject.minute.kind in ASKS else []
    ids = {action.id for action in subject.actions}
    return [
        one
        for one in plan.minutes
        if one.is_waiting
        and (one.action_id in ids if ids else subject.area is not None and one.area_id == subject.area.id)
    ]


def theirs_line(was: Minute, now: Minute) -> Line:
    """What somebody else has said of a question or request since it was seen."""
    line: Line = [(f" The {now.kind.value} was changed by someone else: ", "amber")]
    if now.answer != was.answer:
        return [*line, ("answer ", "dim"), (f"“{inline(now.answer)}”" if now.answer else "none", "bold")]
    if now.text != was.text:
        return [*line, ("it says ", "dim"), (f"“{inline(now.text)}”", "bold")]
    return [*line, ("who answers, or by when", "bold")]

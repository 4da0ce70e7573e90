"""What meetings said, as `minute list` lists it, and the minute and the meeting that are meant."""

from __future__ import annotations

from typing import Final

from send_actions.cli.plan_change import meeting_of
from send_actions.cli.plan_view import PlanView
from send_actions.cli.thing_list import Record, Shown, ThingList, part
from send_actions.domain.minute_drafts import meeting_to_minute
from send_actions.domain.plan import Meeting, Minute
from send_actions.domain.plan.vocabulary import ASKS
from send_actions.domain.text import clean, cut, fold, match_key, printable
from send_actions.domain.words.dates import say_date, say_due
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

_LONGEST_QUOTE: Final = 40


def minuted_meeting(at: str | None, series: str, view: PlanView) -> Meeting:
    """Return the meeting that is meant: the one named, else today's or the last one held."""
    if at is not None:
        return meeting_to_minute(view.plan, meeting_of(at, view, series))
    if series:
        today = [one for one in view.plan.meetings if one.on == view.today and is_of_series(one, series)]
        return today[0] if today else meeting_of("last", view, series)
    return meeting_to_minute(view.plan)


def minute_of(which: str, view: PlanView) -> Minute:
    """Return the minute of a number or of words that one alone has; raises UsageError."""
    words, minutes = clean(which, one_line=True), view.plan.minutes
    if words.isdecimal() and (found := [one for one in minutes if one.id == int(words)]):
        return found[0]
    found = [one for one in minutes if fold(words) in fold(one.text)] if words else []
    if len(found) == 1:
        return found[0]
    typed = printable(cut(words, _LONGEST_QUOTE))
    if found:
        numbers = ", ".join(str(one.id) for one in found[:3])
        raise UsageError(f'"{typed}" are words of {len(found)} minutes: give its number, such as {numbers}.')
    raise UsageError(f'There is no minute "{typed}": see `send-actions minute list`.')


def minute_records(view: PlanView, of: Meeting | None, series: str, *, is_open: bool) -> list[Record]:
    """Return what was said, of one meeting or of a series if given, by the meetings' days."""
    meetings = view.plan.meetings_by_id
    listed = [
        one
        for one in view.plan.minutes
        if (of is None or one.meeting_id == of.id)
        and (of or not series or is_of_series(meetings[one.meeting_id], series))
        and (not is_open or one.is_waiting)
    ]
    listed.sort(key=lambda one: (meetings[one.meeting_id].on, one.id))
    return [_record(one, meetings[one.meeting_id], view) for one in listed]


def is_of_series(meeting: Meeting, series: str) -> bool:
    """Whether a meeting is of a series, however that is written."""
    return match_key(meeting.series) == match_key(series)


def _record(one: Minute, meeting: Meeting, view: PlanView) -> Record:
    plan = view.plan
    action = plan.actions_by_id.get(one.action_id or 0)
    area = plan.areas_by_id.get(one.area_id or 0)
    made = plan.actions_by_id.get(one.made_action_id or 0)
    return {
        "minute": one.id,
        "meeting": iso_day(meeting.on),
        "series": meeting.series,
        "kind": one.kind.value,
        "words": one.text,
        "ref": action.ref if action else "",
        "area": area.number if area else "",
        "owner": str(one.owner) if one.owner else "",
        "due": iso_day(one.due.on if one.due else None),
        "due_text": say_due(one.due) if one.due else "",
        "answer": one.answer,
        "answered_on": iso_day(one.answered_on),
        "made_ref": made.ref if made else "",
        "exempt": one.exempt,
        "day": say_date(meeting.on),
        "of": action.ref if action else f"area {area.number}" if area else "the plan",
        "became": _became(one, made.ref if made else ""),
    }


def _became(one: Minute, made: str) -> str:
    """Return what became of a minute: the action it became, its answer, or that it has none."""
    if made:
        return f"became action {made}"
    if one.kind not in ASKS:
        return ""
    if one.is_answered:
        on = f" {say_date(one.answered_on)}" if one.answered_on else ""
        return f"answered{on}" + (f": {one.answer}" if one.answer else "")
    return "no answer yet"


MINUTES: Final = ThingList(
    kind="minutes",
    noun="minute",
    fields=(
        *("minute", "meeting", "series", "kind", "words", "ref", "area", "owner", "due", "due_text"),
        *("answer", "answered_on", "made_ref", "exempt"),
    ),
    columns=(
        Shown("No", "minute", right=True),
        Shown("Meeting", "day", right=True),
        Shown("Kind", "kind"),
        Shown("Of", "of"),
        Shown("Words", "words", least=24),
        Shown("Answers", "owner", least=12, spare=3),
        Shown("By", "due_text", spare=2),
        Shown("Became", "became", least=14, spare=1),
    ),
    sentences=lambda one: (
        f"{one['minute']}, {one['kind']} of {one['day']}, {one['series']}, of {one['of']}: {one['words']}",
        part("Answers", one["owner"]),
        part("By", one["due_text"]),
        one["became"][:1].upper() + one["became"][1:],
    ),
    when_none="No minutes: write down what a meeting says with `send-actions minute add KIND WORDS`",
)

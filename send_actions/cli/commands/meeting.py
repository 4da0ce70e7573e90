"""`meeting`: put a board's meetings in the diary, change, remove and list them, and read their minutes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final, NamedTuple

from send_actions.cli.command_group import command_group
from send_actions.cli.commands.meeting_minutes import take_minutes
from send_actions.cli.options import Db, ViewOptions, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import make_change, meeting_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things, part
from send_actions.domain.checks.slips import meeting_slips
from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.plan import Meeting, Paper
from send_actions.domain.text import clean, fold
from send_actions.domain.words.dates import read_date, say_date, say_days
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

meeting = command_group("meeting")

When = Annotated[str, argument("DATE", "Its day, past or to come.")]
Which = Annotated[str, argument("MEETING", "Its date, or next, today or last.")]
Series = Annotated[str, option("--series", "NAME", "Which board; without, the plan's main one.")]
To = Annotated[str | None, option("--to", "DATE", "Its new day.")]
ReturnsDue = Annotated[str | None, option("--returns-due", "DATE", "By when owners answer.")]
PapersDue = Annotated[str | None, option("--papers-due", "DATE", "By when the papers go out.")]

_FROM_TODAY: Final = re.compile(r"today|yesterday|tomorrow|\+.*|(?:next|this|coming) .*|eom")
"""Days that people count from the day on which they say them."""


class DueForIt(NamedTuple):
    """What is due for a meeting."""

    returns_due: ReturnsDue = None
    papers_due: PapersDue = None


@meeting.callback()
def begin(db: Db = None) -> None:
    """Put the board's meetings in the diary, change, remove and list them, and read their minutes."""
    del db  # each command's own --db looks for it here


@meeting.command("add")
@grouped_options
def add(when: When, *, series: Series = "", due: DueForIt, yes: Yes = False, db: Db = None) -> None:
    """Put a meeting in the diary, past or to come: what moved since the last one is then told.

    send-actions meeting add "13 May 2026" --returns-due "29 April" --papers-due "6 May"
    """
    with open_plan(db) as view:
        on = read_date(when, today=view.today)
        draft = MeetingDraft(on, series, **_days(due, on, view.today)).checked()
    _question(draft, view, is_confirmed=yes)
    from send_actions.changes.meetings import add_meeting

    make_change(view, lambda store, author: add_meeting(store, draft, **author))


@meeting.command("edit")
@grouped_options
def edit(
    which: Which,
    *,
    to: To = None,
    series: Series = "",
    due: DueForIt,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Move a meeting to another day, or change what is due for it; "" leaves a date out.

    send-actions meeting edit next --to "22 April 2026" --papers-due "17 April"
    """
    if to is None and due == DueForIt():
        raise UsageError(
            "Say what to change, such as --to or --papers-due: see `send-actions meeting edit --help`."
        )
    with open_plan(db) as view:
        meant = meeting_of(which, view, series)
        on = read_date(to, today=view.today) if to is not None else meant.on
        values = _days(due, on, view.today) | ({} if to is None else {"on": on})
        known: dict[str, date | None] = {
            "on": on,
            "returns_due": meant.returns_due,
            "papers_due": meant.papers_due,
        }
        draft = MeetingDraft(series=meant.series, **{**known, **values}).checked()
    _question(draft, view, *_issued_for(meant, on, view), is_confirmed=yes)
    from send_actions.changes.meetings import revise_meeting

    make_change(
        view,
        lambda store, author: revise_meeting(store, meant.id, values, **author),
        f"The meeting of {say_date(meant.on)} is in the diary so already: nothing was changed.",
    )


@meeting.command("remove")
def remove(which: Which, *, series: Series = "", db: Db = None) -> None:
    """Take a meeting out of the diary, unless something hangs on it.

    send-actions meeting remove "15 April 2026"
    """
    with open_plan(db) as view:
        meant = meeting_of(which, view, series)
    from send_actions.changes.meetings import remove_meeting

    make_change(view, lambda store, author: remove_meeting(store, meant.id, **author))


@meeting.command("list")
@grouped_options
def list_meetings(options: ViewOptions) -> None:
    """List the meetings by date: which are held, the last, the next, and which paper each was shown.

    send-actions meeting list
    """
    list_things(_MEETINGS, lambda view: [_record(one, view) for one in view.plan.meetings], options)


meeting.command("minutes")(take_minutes)


def _days(due: DueForIt, on: date, today: date) -> dict[str, date | None]:
    """Return the days that were given of what is due for a meeting; an empty one is none.

    A day that is said from today on, such as tomorrow, is counted from today; others are those before it.
    """
    given = {name: text for name, text in due._asdict().items() if text is not None}
    return {name: _day_due(text, on, today) if text else None for name, text in given.items()}


def _day_due(text: str, on: date, today: date) -> date:
    if _FROM_TODAY.fullmatch(fold(clean(text, one_line=True))):
        return read_date(text, today=today)
    return read_date(text, today=on, prefer="past")


def _question(draft: MeetingDraft, view: PlanView, *told: str, is_confirmed: bool) -> None:
    """Ask once what is `told`, and about dates of a meeting that look like slips."""
    due = {"Returns": draft.returns_due, "Papers": draft.papers_due}
    slips = meeting_slips(draft.on or view.today, view.today, due)
    instead = "give another date" if slips else ""
    question_slips([*told, *slips], is_confirmed=is_confirmed, instead=instead)


def _issued_for(meant: Meeting, on: date, view: PlanView) -> list[str]:
    """Say that a paper was issued for a meeting to come that is to be moved."""
    records = [paper.record for paper in view.plan.papers if paper.meeting_id == meant.id]
    if not records or on == meant.on or meant.on < view.today:
        return []
    was = f"issued for the meeting of {say_date(meant.on)}"
    return [f"The paper of record {max(records)} was {was}: it stays with the meeting of {say_date(on)}."]


def _record(one: Meeting, view: PlanView) -> Record:
    plan = view.plan
    papers = [paper for paper in plan.papers if paper.meeting_id == one.id]
    last = max(papers, key=lambda paper: paper.id, default=None)
    return {
        "date": iso_day(one.on),
        "series": one.series,
        "main": one.series == plan.main_series,
        "returns_due": iso_day(one.returns_due),
        "papers_due": iso_day(one.papers_due),
        "held": one.on < plan.as_at,
        "issued_on": iso_day(last.on if last else None),
        "issued_record": last.record if last else None,
        "issued_kind": last.kind if last else None,
        "day": say_date(one.on),
        "standing": _standing(one, view),
        "returns": _day(one.returns_due),
        "papers": _day(one.papers_due),
        "issued": _issued(papers),
    }


def _issued(papers: list[Paper]) -> str:
    """The paper of each kind that was issued last, the kinds by their names."""
    last = {paper.kind: paper for paper in sorted(papers, key=lambda paper: paper.id)}
    return "; ".join(
        f"{kind}, {say_date(last[kind].on)}, record {last[kind].record}" for kind in sorted(last)
    )


def _day(day: date | None) -> str:
    return say_date(day) if day else ""


def _standing(one: Meeting, view: PlanView) -> str:
    """Return where a meeting stands: held, the last, today, the next, or in how many days."""
    days = (one.on - view.plan.as_at).days
    when = "held" if days < 0 else "today" if days == 0 else f"in {say_days(days)}"
    if one == view.plan.last_meeting:
        return "last meeting"
    return f"next meeting, {when}" if one == view.plan.next_meeting else when


_MEETINGS: Final = ThingList(
    kind="meetings",
    noun="meeting",
    fields=(
        *("date", "series", "main", "returns_due", "papers_due", "held"),
        *("issued_on", "issued_record", "issued_kind"),
    ),
    columns=(
        Shown("Meeting", "day", right=True),
        Shown("Board", "series", least=20),
        Shown("When", "standing"),
        Shown("Returns due", "returns", right=True, spare=3),
        Shown("Papers due", "papers", right=True, spare=2),
        Shown("Paper issued", "issued", right=True, spare=1),
    ),
    sentences=lambda one: (
        f"{one['day']}: {one['series']}",
        one["standing"].capitalize(),
        part("Returns due", one["returns"]),
        part("Papers due", one["papers"]),
        part("Paper issued:", one["issued"]),
    ),
    when_none="No meetings yet: put one in the diary with `send-actions meeting add DATE`",
)

"""`meeting`: put a board's meetings in the diary, and list them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from send_actions.cli.action_json import iso_day
from send_actions.cli.command_group import command_group
from send_actions.cli.options import Db, ViewOptions, Yes, argument, grouped_options, option
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import counted, sentences
from send_actions.cli.plan_change import make_change
from send_actions.cli.plan_view import open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.terminal import Terminal, column, lay_out, line_of
from send_actions.domain.checks.slips import meeting_slips
from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.words.dates import read_date, say_date, say_days

meeting = command_group("meeting")

When = Annotated[str, argument("DATE", "Its day, past or to come.")]
Series = Annotated[str, option("--series", "NAME", "Which board; without, the plan's main one.")]
ReturnsDue = Annotated[str | None, option("--returns-due", "DATE", "By when owners answer.")]
PapersDue = Annotated[str | None, option("--papers-due", "DATE", "By when the papers go out.")]

NONE_YET = "No meetings yet: put one in the diary with `send-actions meeting add DATE`"


@meeting.callback()
def begin(db: Db = None) -> None:
    """Put the board's meetings in the diary, and list them."""
    del db  # each command's own --db looks for it here


@meeting.command("add")
def add(
    when: When,
    *,
    series: Series = "",
    returns_due: ReturnsDue = None,
    papers_due: PapersDue = None,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Put a meeting in the diary, past or to come: what moved since the last one is then told.

    send-actions meeting add "13 May 2026" --returns-due "29 April" --papers-due "6 May"
    """
    with open_plan(db) as view:
        on = read_date(when, today=view.today)
        returns, papers = (
            read_date(due, today=on, prefer="past") if due is not None else None
            for due in (returns_due, papers_due)
        )
        draft = MeetingDraft(on, series, returns, papers).checked()
    due_for_it = {"Returns": returns, "Papers": papers}
    question_slips(meeting_slips(on, view.today, due_for_it), is_confirmed=yes)
    from send_actions.changes.meetings import add_meeting

    make_change(view, lambda store, author: add_meeting(store, draft, **author))


@meeting.command("list")
@grouped_options
def list_meetings(options: ViewOptions) -> None:
    """List the meetings by date: which are held, which is the last and which the next.

    send-actions meeting list
    """
    with open_plan(options.db, options.as_at, options.record) as view:
        plan = view.plan
        found = counted(len(plan.meetings), "meeting") if plan.meetings else NONE_YET
        listing = Listing(
            kind="meetings",
            items=lambda: [_item(one, plan) for one in plan.meetings],
            rows=lambda: _rows(plan),
            lines=lambda: (_line(one, plan) for one in plan.meetings),
            table=lambda terminal: _table(plan, terminal),
            summary=f"{found} ({stamp(view)}).",
        )
        page = page_of(listing, view, options)
    write_page(page)


def _item(one: Meeting, plan: Plan) -> dict[str, Any]:
    return {
        "date": iso_day(one.on),
        "series": one.series,
        "main": one.series == plan.main_series,
        "returns_due": iso_day(one.returns_due),
        "papers_due": iso_day(one.papers_due),
        "held": one.on < plan.as_at,
    }


def _rows(plan: Plan) -> Iterator[Sequence[object]]:
    yield "date", "series", "main", "returns_due", "papers_due", "held"
    for one in plan.meetings:
        yield tuple(_item(one, plan).values())


def _line(one: Meeting, plan: Plan) -> str:
    parts = [
        f"{say_date(one.on)}: {one.series}",
        _standing(one, plan).capitalize(),
        f"Returns due {say_date(one.returns_due)}" if one.returns_due else "",
        f"Papers due {say_date(one.papers_due)}" if one.papers_due else "",
    ]
    return line_of(sentences(parts))


def _table(plan: Plan, terminal: Terminal) -> Iterator[str]:
    found = plan.meetings
    if not found:
        return iter(())
    return lay_out(
        [
            column("Meeting", [say_date(one.on) for one in found], right=True),
            column("Board", [one.series for one in found], least=20),
            column("When", [_standing(one, plan) for one in found]),
            column(
                "Returns due",
                [_date(one.returns_due) for one in found],
                right=True,
                spare=2,
            ),
            column(
                "Papers due",
                [_date(one.papers_due) for one in found],
                right=True,
                spare=1,
            ),
        ],
        terminal,
    )


def _date(day: date | None) -> str:
    return say_date(day) if day else ""


def _standing(one: Meeting, plan: Plan) -> str:
    """Return where a meeting stands: held, the last, today, the next, or in how many days."""
    days = (one.on - plan.as_at).days
    when = "held" if days < 0 else "today" if days == 0 else f"in {say_days(days)}"
    if one == plan.last_meeting:
        return "last meeting"
    return f"next meeting, {when}" if one == plan.next_meeting else when

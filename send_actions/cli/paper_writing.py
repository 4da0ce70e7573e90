"""A paper from the command line: what every kind takes, and its way to a file, the screen and a meeting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from send_actions.cli.options import AsAt, Db, Record, Yes, option
from send_actions.cli.plan_change import make_change, meeting_of, series_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.terminal import tell_lines
from send_actions.domain.checks.slips import issued_slips, paper_slips
from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.text import clean, printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.store.reader import read_plan

if TYPE_CHECKING:
    from send_actions.papers.issued_paper import IssuedPaper
    from send_actions.papers.request import PaperRequest
    from send_actions.reports.document import Document

Output = Annotated[str, option("--output", "FILE", "The file to write; - is standard output.", "-o")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Format = Annotated[
    str | None, option("--format", "FORMAT", "The format, such as md, when the file's name does not say.")
]
Template = Annotated[
    Path | None,
    option("--template", "FILE", "A Word file whose styles, header and footer a Word paper takes."),
]
For = Annotated[str | None, option("--audience", "WHO", "For whom: internal, board or public.")]
Issue = Annotated[
    str | None,
    option("--issue", "MEETING", "Note that it is issued for a meeting: its date, next, today or last."),
]
Since = Annotated[
    str | None,
    option(
        "--since",
        "DATE",
        "Compare with the plan on this day, not the paper issued last: a date, or last for a meeting's.",
    ),
]
ReportNumber = Annotated[
    str | None,
    option("--number", "TEXT", "The report's number as your council gives it, such as SEND/26/07."),
]

Series = Annotated[
    str, option("--series", "NAME", "Which series of meetings it is for; without, the plan's main one.")
]

LONGEST_NUMBER: Final = 60
"""Characters of a report's number; more would be a title."""


class PaperOptions(NamedTuple):
    """What every kind of paper takes: where it goes and how, for whom, as at when, and of which plan."""

    output: Output = "-"
    form: Format = None
    template: Template = None
    number: ReportNumber = None
    audience: For = None
    issue: Issue = None
    as_at: AsAt = None
    record: Record = None
    force: Force = False
    yes: Yes = False
    db: Db = None


Subject = Callable[[PlanView], dict[str, str]]
"""What a paper is about, by name, once the plan is there to find it in."""


def nothing_besides(view: PlanView) -> dict[str, str]:
    """Return that a paper is about the plan alone."""
    del view
    return {}


def since_when(text: str | None, view: PlanView, series: str = "") -> dict[str, str]:
    """Return from when on a paper tells, by name: a day before its own, or "last" for a series' last meeting.

    Raises UsageError.
    """
    if text is None:
        return {}
    if text.strip().casefold() == "last":
        return {"--since": meeting_of(text, view, series).on.isoformat()}
    day = view.past_day(text, meant="The day to compare with", or_period=True)
    if day and day >= view.plan.as_at:
        raise UsageError(
            f"--since {say_date(day)} is not before the paper's own date, {say_date(view.plan.as_at)}: "
            "give an earlier day."
        )
    return {"--since": day.isoformat()} if day else {}


def for_series(word: str, series: str, view: PlanView, told: dict[str, str]) -> dict[str, str]:
    """Return what a paper is told, with the series that it is for and, unless told, since it met last.

    Raises UsageError for a series that there is not, or that has not met where there is nothing else to tell.
    """
    found = series_of(series, view)
    if not found:
        return told
    from send_actions.papers.report_front import SERIES
    from send_actions.papers.series_met import about_series

    to = told.get("--to")
    about = dict(about_series(word, view.plan, found[SERIES], date.fromisoformat(to) if to else None)) | told
    if word == "since" and "--since" not in about:
        raise UsageError(
            f"{printable(found[SERIES])} has not met before {say_date(view.plan.as_at)}: "
            "say with --since from when on to tell."
        )
    return about


def write_paper(word: str, asked: PaperOptions, subject: Subject = nothing_besides, series: str = "") -> None:
    """Make the paper of a kind, issue it where that is asked, and write it; only standard error speaks of it.

    `subject` names what the paper is about as its kind's `takes` has it, and `series` whose last meeting
    `--as-at last` means, when not the main one's. Raises UsageError and
    SendActionsError as the plan, the kind and the file refuse.
    """
    from send_actions.domain.checks.summary import ask_about_clock
    from send_actions.papers.issued_paper import IssuedPaper
    from send_actions.papers.kinds import kind_of, refuse_nothing
    from send_actions.papers.names_left import names_left
    from send_actions.papers.request import PaperRequest
    from send_actions.reports.audience import read_audience
    from send_actions.reports.output import STANDARD_OUTPUT, deliver, encode

    kind = kind_of(word)
    is_for_all = asked.output == STANDARD_OUTPUT
    chosen = _chosen_format(word, kind.format, asked)
    if not is_for_all:
        refuse_over(asked.output, asked.template, "template")
    meeting: Meeting | None = None
    with open_plan(asked.db, asked.as_at, asked.record, series=series) as view:
        refuse_nothing(view.reading, view.plan)
        if not is_for_all:
            refuse_over(asked.output, view.location, "plan")
        question = ask_about_clock(view.later_changes)
        viewer = read_audience(asked.audience) if asked.audience is not None else kind.audience
        if asked.issue is not None:
            meeting = meeting_of(asked.issue, view)
        about = subject(view) | _numbered(word, asked.number)
        request = PaperRequest(word, viewer, tuple(about.items()))
        plan = with_issued(view) if meeting else view.plan
        paper, known = _made(view, plan, request, meeting if asked.record is None else None)
        shown = paper.as_at or view.plan.as_at
        names = names_left(view.reading, view.plan, paper, viewer)
    content = encode(paper, chosen, template=asked.template)
    issued: IssuedPaper | None = None
    if meeting:
        issued = IssuedPaper(word, shown, known, viewer.value, meeting.id, content)
        question_issue(plan, issued, meeting, is_confirmed=asked.yes)
    write = partial(deliver, content, chosen, asked.output, force=asked.force)
    if issued is None or is_for_all:
        write()  # before the change, lest a reader who stops half way keep others from theirs
    if meeting and issued:
        note_issued(view, issued, meeting, None if is_for_all else write)
    wrote = f"Wrote {printable(asked.output)}, as at {say_date(shown)}, record {known}."
    told = ("" if is_for_all else wrote, question, *names)
    tell_lines(filter(None, told))


def _chosen_format(word: str, usual: str, asked: PaperOptions) -> str:
    """Return the format that is asked for, by name or by the file's ending; raises UsageError."""
    from send_actions.papers.kinds import check_format
    from send_actions.reports.output import STANDARD_OUTPUT, format_of, read_format, refuse_other_ending

    is_for_all = asked.output == STANDARD_OUTPUT
    chosen = asked.form or (usual if is_for_all else format_of(asked.output))
    check_format(word, read_format(chosen))
    if not is_for_all:
        refuse_other_ending(asked.output, read_format(chosen))
    return chosen


def refuse_over(output: str, read: str | Path | None, noun: str) -> None:
    """Refuse to write a paper over a file that it is made of; raises UsageError."""
    with suppress(OSError, ValueError):  # what is not there is not written over
        if read and Path(output).samefile(read):
            raise UsageError(f"{printable(output)} is the {noun} itself: name another file with -o.")


def with_issued(view: PlanView) -> Plan:
    """Return the plan as it is looked at, but with all papers that were issued by now, whatever they show."""
    if view.plan.as_at == view.today and view.record is None:
        return view.plan
    return replace(view.plan, papers=read_plan(view.reading, view.today).papers)


def _made(view: PlanView, plan: Plan, request: PaperRequest, meeting: Meeting | None) -> tuple[Document, int]:
    """Return a paper and the record it shows: the plan's, or that of the same one issued just before."""
    from send_actions.papers.issued_paper import record_to_issue
    from send_actions.papers.kinds import make_paper

    paper, known = make_paper(view.reading, view.plan, request), view.plan.record
    if meeting is None:
        return paper, known
    shown, audience = paper.as_at or view.plan.as_at, request.audience.value
    again = record_to_issue(plan, shown, request.kind, meeting.id, audience)
    return (paper if again == known else make_paper(view.reading, view.plan, request, again)), again


def _numbered(word: str, text: str | None) -> dict[str, str]:
    """Return the number of a report, by name; raises UsageError where it is too long or the kind has none."""
    from send_actions.papers.kinds import kind_of
    from send_actions.papers.report_front import NUMBER

    if text is None:
        return {}
    number = clean(text, one_line=True)
    if not number:
        raise UsageError("--number is empty: give the number, such as SEND/26/07, or leave --number out.")
    if NUMBER not in kind_of(word).takes:
        raise UsageError(f"`report {word}` is no report with a number: leave --number out.")
    if len(number) > LONGEST_NUMBER:
        raise UsageError(
            f"--number has {len(number)} characters: give at most {LONGEST_NUMBER}, such as SEND/26/07."
        )
    return {NUMBER: number}


def question_issue(plan: Plan, paper: IssuedPaper, meeting: Meeting, *, is_confirmed: bool) -> None:
    """Ask once about the meeting, and about a paper that it had before; the same again is no slip."""
    from send_actions.papers.issued_paper import is_issued

    slips = paper_slips(plan, meeting, paper.as_at)
    if not is_issued(plan, paper):
        slips += issued_slips(plan, meeting, paper.kind)
    asked = "Issue it all the same?"
    question_slips(slips, is_confirmed=is_confirmed, question=asked, instead="name another meeting")


def note_issued(
    view: PlanView, paper: IssuedPaper, meeting: Meeting, write: Callable[[], None] | None
) -> None:
    """Note that a paper is issued; what writes to a plan is loaded only now."""
    from send_actions.changes.issuing import issue_paper

    make_change(
        view,
        lambda store, author: issue_paper(store, paper, write, **author),
        f"It was issued for the meeting of {say_date(meeting.on)} already: nothing was changed.",
    )

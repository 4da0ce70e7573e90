"""`return`: ask owners for their updates by workbooks, take what they send back, and see who answered."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.commands.return_taking import take
from send_actions.cli.found_by_name import Sought, by_name, titled
from send_actions.cli.options import AsAt, Csv, Db, Json, Plain, Record, ViewOptions, grouped_options, option
from send_actions.cli.paper_writing import refuse_over
from send_actions.cli.phrases import counted
from send_actions.cli.plan_change import make_change, meeting_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.thing_list import Record as Row
from send_actions.cli.thing_list import Shown, ThingList, list_things, part
from send_actions.domain.checks.rounds import meeting_of_round
from send_actions.domain.plan import Meeting, Owner, Plan
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

if TYPE_CHECKING:
    from send_actions.papers.return_making import Return, Whose
    from send_actions.store.chase_reader import Chased

returns = command_group("return")

OfOwner = Annotated[str | None, option("--owner", "WHO", "Of one owner: role and organisation.")]
OfBody = Annotated[str | None, option("--org", "NAME", "Of all owners of an organisation, in one file.")]
OfAll = Annotated[bool, typer.Option("--all", help="A file for each owner, in a folder.")]
Shared = Annotated[bool, typer.Option("--shared", help="One file for all; what is exempt is left out.")]
Out = Annotated[str | None, option("--output", "FILE", "The file to write; else it is named by whom.", "-o")]
Into = Annotated[str | None, option("--to", "DIR", "The folder for --all, new or empty.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files of the same name; others stay.")]
ForMeeting = Annotated[str, option("--meeting", "MEETING", "Its date, or next, today or last.")]


class MakeOptions(NamedTuple):
    """Whose returns are made, and where they go."""

    owner: OfOwner = None
    org: OfBody = None
    all_: OfAll = False
    shared: Shared = False
    output: Out = None
    to: Into = None
    force: Force = False
    db: Db = None


@returns.callback()
def begin(db: Db = None) -> None:
    """Ask owners for their updates by workbooks, take what they send back, and see who has answered."""
    del db  # each command's own --db looks for it here


@returns.command("make")
@grouped_options
def make(*, options: MakeOptions) -> None:
    """Write a workbook of an owner's open actions for them to fill in, and note that they were asked.

    Each row has its status and impact to choose, and room for an update, a path to green and a new date. No
    names, e-mail addresses or private notes are in it. Made again on a later day, its owner is chased.

    send-actions return make --owner "Head of SEND, LA"
    send-actions return make --all --to returns
    """
    from send_actions.papers.return_making import ReturnMaker
    from send_actions.papers.return_writing import told_of_returns, write_returns

    _check(options)
    with open_plan(options.db) as view:
        plan, whose = view.plan, _whose(options, view)
        made = ReturnMaker(view.reading, plan).made(whose)
        refuse_over(options.output or "", view.location, "plan")
    where = _place(options, plan) or made[0].name
    write_returns(plan, made, whose, where, over=options.force)
    many = counted(sum(len(one.actions) for one in made), "action")
    sys.stderr.write(f"Wrote {printable(where)}: {many}, record {plan.record}.\n")
    sys.stderr.writelines(f"{printable(line)}\n" for line in told_of_returns(plan, made, whose))
    _note(made, view)


returns.command("take")(take)


def _check(options: MakeOptions) -> None:
    """Refuse what does not go together; raises UsageError."""
    chosen = [options.owner is not None, options.org is not None, options.all_, options.shared]
    if sum(chosen) != 1:
        raise UsageError('Say whose return: --owner "Head of SEND, LA", --org ICB, --all or --shared.')
    if options.all_ and options.output is not None:
        raise UsageError("--all writes a folder: name it with --to, or leave -o out.")
    if options.to is not None and not options.all_:
        raise UsageError("--to is the folder of --all: name one file with -o.")
    if options.output is not None and Path(options.output).suffix.lower() != ".xlsx":
        raise UsageError("A return is an Excel workbook: end its name with .xlsx.")


def _whose(options: MakeOptions, view: PlanView) -> Whose:
    from send_actions.papers.return_making import Whose

    if options.all_:
        return Whose(is_each=True)
    if options.shared:
        return Whose()
    if options.owner is not None:
        one = view.owner(options.owner)
        return Whose(str(one), (one,))
    return Whose.of_body(_body(options.org or "", view), view.plan)


def _body(typed: str, view: PlanView) -> str:
    """Return an organisation of the plan; raises UsageError naming the nearest."""
    bodies = dict.fromkeys(one.organisation for one in view.plan.owners if one.organisation.strip())
    return titled(typed, by_name(bodies, str), Sought("organisation", "organisations", "owner list"))


def _place(options: MakeOptions, plan: Plan) -> str:
    """Return the file or the folder that was named, else what a folder is called; nothing for a file."""
    if options.all_:
        return options.to or f"returns-{plan.as_at.isoformat()}"
    return options.output or ""


def _note(made: list[Return], view: PlanView) -> None:
    """Note in the ledger who was asked for the next board."""
    from send_actions.changes.chasing import note_asked

    meeting = meeting_of_round(view.plan)
    if meeting is None:
        sys.stderr.write("The diary has no meeting to come, so nobody is noted as asked: `meeting add`.\n")
        return
    ids = list(dict.fromkeys(owner.id for one in made for owner in one.owners))
    unchanged = f"Who is asked for the meeting of {say_date(meeting.on)} is noted already."
    make_change(view, lambda store, author: note_asked(store, meeting.id, ids, **author), unchanged)


class LedgerOptions(NamedTuple):
    """Which meeting's ledger, and how it is put out."""

    meeting: ForMeeting = "next"
    as_json: Json = False
    as_csv: Csv = False
    plain: Plain = False
    as_at: AsAt = None
    record: Record = None
    db: Db = None


@returns.command("list")
@grouped_options
def list_returns(*, options: LedgerOptions) -> None:
    """List who was asked for a return, chased, and has answered, or had nothing to report.

    send-actions return list
    """
    form = ViewOptions(*options[1:])
    list_things(_LEDGER, lambda view: _records(view, options.meeting), form)


def _records(view: PlanView, typed: str) -> list[Row]:
    from send_actions.store.chase_reader import Chased, read_asked

    plan, meeting = view.plan, _meeting(view, typed)
    led = [action.lead.id for action in plan.actions if action.is_open and action.lead]
    known = read_asked(view.reading, plan, meeting)
    wanted = [one for one in plan.owners if one.id in led or one.id in known]
    return [
        _record(one, led.count(one.id), known.get(one.id, Chased()), meeting)
        for one in sorted(wanted, key=str)
    ]


def _meeting(view: PlanView, typed: str) -> Meeting | None:
    """Return the meeting meant; that of the day itself is next, and none where the diary has none to come."""
    if typed == "next":
        return meeting_of_round(view.plan)
    return meeting_of(typed, view)


def _record(one: Owner, many: int, said: Chased, meeting: Meeting | None) -> Row:
    return {
        "role": one.role,
        "org": one.organisation,
        "open": many,
        "meeting": iso_day(meeting.on if meeting else None),
        "state": said.state[0],
        "asked": iso_day(said.asked_on),
        "chased": iso_day(said.chased_on),
        "answered": iso_day(said.answered_on),
        "named": str(one),
    }


_LEDGER: Final = ThingList(
    kind="returns",
    noun="owner",
    fields=("role", "org", "open", "meeting", "state", "asked", "chased", "answered"),
    columns=(
        Shown("Role", "role", least=20),
        Shown("Of", "org", least=6),
        Shown("Open", lambda one: str(one["open"] or ""), right=True),
        Shown("Return", "state"),
        Shown("Asked", lambda one: one["asked"] or "", spare=1),
        Shown("Chased", lambda one: one["chased"] or "", spare=2),
        Shown("Answered", lambda one: one["answered"] or "", spare=1),
    ),
    sentences=lambda one: (
        str(one["named"]),
        str(one["state"]).capitalize(),
        f"Leads {one['open']} open",
        part("Asked", one["asked"]),
        part("Chased", one["chased"]),
        part("Answered", one["answered"]),
    ),
    when_none="Nobody leads an open action: `send-actions edit REF --lead OWNER` names one",
)

"""`return`: ask owners for their updates by workbooks, take what they send back, and see who answered."""

from __future__ import annotations

import sys
from collections.abc import Iterable
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
from send_actions.domain.plan import Meeting, Owner
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError, UsageError
from send_actions.reports.listed_actions import iso_day

if TYPE_CHECKING:
    from send_actions.papers.return_making import Return
    from send_actions.store.chase_reader import Chased

returns = command_group("return")

Whose = Annotated[str | None, option("--owner", "WHO", "Of one owner: role and organisation.")]
OfBody = Annotated[str | None, option("--org", "NAME", "Of all owners of an organisation, in one file.")]
OfAll = Annotated[bool, typer.Option("--all", help="A file for each owner, in a folder.")]
Shared = Annotated[bool, typer.Option("--shared", help="One file for all; what is exempt is left out.")]
Out = Annotated[str | None, option("--output", "FILE", "The file to write; else it is named by whom.", "-o")]
Into = Annotated[str | None, option("--to", "DIR", "The folder for --all, new or empty.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files of the same name; others stay.")]
ForMeeting = Annotated[str, option("--meeting", "MEETING", "Its date, or next, today or last.")]


class MakeOptions(NamedTuple):
    """Whose returns are made, and where they go."""

    owner: Whose = None
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
    from send_actions.papers.return_making import away_words

    _check(options)
    with open_plan(options.db) as view:
        made = _made(options, view)
        if not any(one.actions for one in made):
            raise SendActionsError(f"{_whom(options)} no open action: there is nothing to ask.")
        away = [line for one in made for line in away_words(view.plan, one)]
        unled = [one.ref for one in view.plan.actions if one.is_open and not one.lead]
        refuse_over(options.output or "", view.location, "plan")
    where = _written(made, options, view)
    left_out = made[0].left_out
    many = counted(sum(len(one.actions) for one in made), "action")
    sys.stderr.write(f"Wrote {printable(where)}: {many}, record {view.plan.record}.\n")
    if left_out:
        told = "exempt action is" if left_out == 1 else "exempt actions are"
        sys.stderr.write(f"{left_out} {told} left out: others see it too.\n")
    sys.stderr.writelines(f"{printable(line)}\n" for line in dict.fromkeys(away))
    if options.all_ and unled:
        sys.stderr.write(f"In no return, for want of a lead: {', '.join(unled)}.\n")
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


def _made(options: MakeOptions, view: PlanView) -> list[Return]:
    from send_actions.papers.return_making import ReturnMaker, Whose

    if options.all_:
        whose = Whose(is_each=True)
    elif options.shared:
        whose = Whose()
    elif options.owner is not None:
        one = view.owner(options.owner)
        whose = Whose(str(one), (one,))
    else:
        whose = Whose.of_body(_body(options.org or "", view), view.plan)
    return ReturnMaker(view.reading, view.plan).made(whose)


def _body(typed: str, view: PlanView) -> str:
    """Return an organisation of the plan; raises UsageError naming the nearest."""
    bodies = dict.fromkeys(one.organisation for one in view.plan.owners if one.organisation.strip())
    return titled(typed, by_name(bodies, str), Sought("organisation", "organisations", "owner list"))


def _whom(options: MakeOptions) -> str:
    return f"{printable(options.owner or options.org or 'The plan')} has"


def _written(made: list[Return], options: MakeOptions, view: PlanView) -> str:
    """Write one file or the folder of all, whole or not at all; return where."""
    from send_actions.papers.return_making import folder_of
    from send_actions.reports.folder import with_those_before, write_folder
    from send_actions.reports.output import deliver

    if options.all_:
        folder = options.to or f"returns-{view.plan.as_at.isoformat()}"
        files = folder_of(view.plan, made)
        if options.force:
            _refuse_over_filled(folder, files)
            files = with_those_before(files, folder)
        write_folder(files, folder, force=options.force)
        return folder
    file = options.output or made[0].name
    deliver(made[0].content, "excel", file, force=options.force)
    return file


def _refuse_over_filled(folder: str, names: Iterable[str]) -> None:
    """Refuse to write over a return that somebody filled in; raises SendActionsError."""
    from send_actions.importers.return_sheet import is_filled_in

    there = (Path(folder, name) for name in names if name.endswith(".xlsx"))
    if filled := next((file.name for file in there if file.is_file() and is_filled_in(file)), ""):
        raise SendActionsError(
            f"{printable(filled)} in {printable(folder)} is filled in and would be lost: name another folder."
        )


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

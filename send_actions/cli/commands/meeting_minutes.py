"""`meeting minutes`: read a meeting's own minutes, and take from them what it decided and asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from send_actions.cli.minute_list import minuted_meeting
from send_actions.cli.options import Csv, Db, Json, NotPersonal, Plain, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import can_ask, question_slips, typed_answer
from send_actions.cli.terminal import tell, tell_lines
from send_actions.domain.plan import Meeting
from send_actions.domain.text import cut, fold, match_key, printable
from send_actions.domain.words.dates import days_named, say_date
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.cli.minute_offers import Wanted
    from send_actions.cli.thing_list import Record
    from send_actions.importers.minutes.minutes_file import MinutesRead
    from send_actions.importers.minutes.minutes_offers import MinuteOffer

File = Annotated[str, argument("FILE", "Minutes: a Word document or a text; - for what is piped in.")]
Of = Annotated[str | None, option("--meeting", "MEETING", "Whose minutes they are: its date, today or last.")]
Series = Annotated[str, option("--series", "NAME", "Which board; without, the plan's main one.")]
Accept = Annotated[str | None, option("--accept", "WHICH", "all, or numbers of the listing: 1,3.")]
Into = Annotated[
    str | None, option("--area", "AREA", "The area in which actions of the plan are made of actions.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only list what was found; write nothing.")]

_TITLE: Final = 12
"""Among how many lines, from the first, minutes say the day of their meeting."""
_PIPED: Final = "-"
_NAMED: Final = 3
_UNREAD: Final = 5
_QUOTED: Final = 60


class MinutesOptions(NamedTuple):
    """Whose minutes they are, what is taken from them, and the plan."""

    meeting: Of = None
    series: Series = ""
    accept: Accept = None
    area: Into = None
    as_json: Json = False
    as_csv: Csv = False
    plain: Plain = False
    dry_run: DryRun = False
    not_personal: NotPersonal = False
    yes: Yes = False
    db: Db = None


@grouped_options
def take_minutes(file: File, *, options: MinutesOptions) -> None:
    """Find in minutes what was decided, requested and is to be done, to accept, edit or pass.

    What stands behind RESOLVED, DECISION, ACTION or AP1 is found, and below "Actions"; so are "It was agreed
    that", "Head of SEND to …" and "The board asked why". At a terminal each is asked about; elsewhere
    --accept takes them, and without it they are listed. What was only noted is passed unless its number is
    given. All is one change.

    send-actions meeting minutes board.docx --meeting "11 March 2026" --accept all
    """
    is_listing = options.as_json or options.as_csv or options.plain or options.dry_run
    if options.accept is not None and is_listing:
        raise UsageError(
            "--accept writes, and --json, --csv, --plain and --dry-run only list: leave one out."
        )
    name = "The text" if file == _PIPED else printable(Path(file).name)
    read = _read(file)
    is_look = is_listing or (options.accept is None and not can_ask())
    with open_plan(options.db) as view:
        met, day = _meeting(read, options, view, is_look=is_look)
        offers = _offers(read, view, met, day)
    if read.guessed:
        tell(f"{name}: its encoding is guessed to be {read.guessed}.")
    if met and options.meeting is not None:
        _doubt_day(read, met, view, name)
    unread = _unread(read, offers, name, _titles(view))
    if is_look or not offers or met is None:
        _list(offers, options, view, name, unread)
    else:
        _take(offers, options, view, met, name, unread=unread)


def _read(file: str) -> MinutesRead:
    from send_actions.importers.minutes.minutes_file import minutes_of, read_minutes

    if file != _PIPED:
        return read_minutes(Path(file))
    if sys.stdin.isatty():
        tell("Paste the minutes, then press Enter and Ctrl+D.")
    return minutes_of(sys.stdin.buffer.read(), "The text")


def _meeting(
    read: MinutesRead, options: MinutesOptions, view: PlanView, *, is_look: bool
) -> tuple[Meeting | None, date]:
    """Return the meeting whose minutes they are, if it is known or has to be, and the day they count from."""
    said = _days_said(read, view)
    found = None
    if options.meeting is not None:
        found = minuted_meeting(options.meeting, options.series, view)
    else:
        found = next((one for day in said for one in view.plan.meetings if _is_of(one, day, options)), None)
    if found is None and not is_look:
        found = _asked_meeting(said, options, view)
    elif found and options.meeting is None and not is_look and options.accept is None:
        found = _confirmed(found, options, view)
    return found, found.on if found else next(iter(said), view.today)


def _days_said(read: MinutesRead, view: PlanView) -> list[date]:
    """Return the days up to today that the first lines of minutes name."""
    first = [line for line in read.lines if line.text.strip()][:_TITLE]
    return [day for line in first for day in days_named(line.text) if day <= view.today]


def _doubt_day(read: MinutesRead, met: Meeting, view: PlanView, name: str) -> None:
    """Say so where minutes name another day than that of the meeting they are taken for."""
    said = _days_said(read, view)
    if said and met.on not in said:
        taken = f"they are taken for those of {say_date(met.on)}"
        tell(f"{name} doubt: the minutes name {say_date(said[0])}, and {taken}.")


def _titles(view: PlanView) -> dict[str, str]:
    return {match_key(action.ref): action.title for action in view.plan.actions}


def _unread(
    read: MinutesRead, offers: Sequence[MinuteOffer], name: str, titles: Mapping[str, str]
) -> list[str]:
    """Return what was struck out, and which lines look like something to take and were not read."""
    from send_actions.importers.minutes.minutes_unread import find_unread

    found = find_unread(read.lines, offers, titles)
    lines = [
        f"{name} doubt: “{cut(words, _QUOTED)}” is struck out, and was left out." for words in read.struck
    ]
    lines += [
        f"{name} doubt, line {line.number}: it looks like {what} and was not read: "
        f"“{cut(line.text, _QUOTED)}”"
        for line, what in found[:_UNREAD]
    ]
    if len(found) > _UNREAD:
        lines.append(
            f"{name} doubt: so do {len(found) - _UNREAD} more lines, from line {found[_UNREAD][0].number}."
        )
    return lines


def _is_of(one: Meeting, day: date, options: MinutesOptions) -> bool:
    is_series = not options.series or match_key(options.series) in match_key(one.series)
    return one.on == day and is_series


def _asked_meeting(said: Sequence[date], options: MinutesOptions, view: PlanView) -> Meeting:
    """Ask for the meeting; where nobody can answer, refuse and name the flag."""
    if options.accept is None:
        return _confirmed(minuted_meeting(None, options.series, view), options, view)
    if said:
        day = say_date(said[0])
        raise SendActionsError(
            f"The diary has no meeting of {day}, which the minutes name: add --meeting with another, "
            f'or put it there with `send-actions meeting add "{day}"`.'
        )
    raise SendActionsError("The minutes name no day of a meeting: add --meeting, such as --meeting last.")


def _confirmed(found: Meeting, options: MinutesOptions, view: PlanView) -> Meeting:
    """Ask which meeting it is, with the one found offered."""
    while True:
        typed = typed_answer("Which meeting are these the minutes of?", offer=say_date(found.on))
        if typed == say_date(found.on):
            return found
        try:
            return minuted_meeting(typed, options.series, view)
        except SendActionsError as refusal:
            tell(str(refusal))


def _offers(read: MinutesRead, view: PlanView, met: Meeting | None, day: date) -> list[MinuteOffer]:
    from send_actions.cli.minute_offers import with_known_owner, with_next_meeting
    from send_actions.importers.minutes.minutes_text import find_offers

    found = find_offers(read.lines, met=day, titles=_titles(view))
    offers = [with_known_owner(offer, view.plan) for offer in found]
    return [with_next_meeting(offer, view.plan, met) for offer in offers] if met else offers


def _list(
    offers: Sequence[MinuteOffer], options: MinutesOptions, view: PlanView, name: str, unread: Sequence[str]
) -> None:
    from send_actions.cli.minute_offers import OFFERS, offer_records
    from send_actions.cli.options import ViewOptions
    from send_actions.cli.thing_list import list_things

    if offers or options.as_json or options.as_csv:
        records = offer_records(offers, view.plan)
        form = ViewOptions(options.as_json, options.as_csv, options.plain, db=options.db)
        list_things(OFFERS, lambda _: records, form)
        _doubt(records, name)
    tell_lines(unread)
    if offers:
        tell(f"{name}: nothing was written; --accept all or --accept 1,3 takes them.")
    else:
        told = "nothing in it is marked as decided, requested or to be done"
        tell(f"{name}: {told}; `send-actions minute add` writes it down.")


def _doubt(records: Sequence[Record], name: str) -> None:
    """Tell what is in doubt of each offer."""
    tell_lines(f"{name} doubt, entry {one['offer']}: {one['note']}." for one in records if one["note"])


def _take(
    offers: Sequence[MinuteOffer],
    options: MinutesOptions,
    view: PlanView,
    met: Meeting,
    name: str,
    *,
    unread: Sequence[str],
) -> None:
    """Write down what is accepted of the offers as one change."""
    from send_actions.changes.minutes_taken import take_minutes as write_down
    from send_actions.cli.minute_offers import ask_each, taken_of

    area = view.area(options.area).number if options.area is not None else ""
    wanted = (
        ask_each(offers, view, area, met.on)
        if options.accept is None
        else _accepted(offers, options.accept, view, area, name)
    )
    tell_lines(unread)
    if not wanted:
        tell("Nothing was accepted, and nothing was written.")
        return
    _question(wanted, options, met)
    taken = taken_of(wanted, view, met)
    unchanged = f"The minutes of {say_date(met.on)} say so already: nothing was changed."
    make_change(view, lambda store, author: write_down(store, taken, **author), unchanged)


def _accepted(
    offers: Sequence[MinuteOffer], typed: str, view: PlanView, area: str, name: str
) -> list[Wanted]:
    """Return the offers of the numbers typed; of all, those that were more than noted."""
    from send_actions.cli.minute_offers import Wanted, offer_records
    from send_actions.importers.minutes.minutes_offers import OfferKind

    numbers = [number.strip() for number in typed.split(",")]
    records = offer_records(offers, view.plan)
    if fold(typed.strip()) == "all":
        chosen = [record for record in records if not record["only_noted"]]
        if passed := ",".join(str(record["offer"]) for record in records if record["only_noted"]):
            several = "," in passed
            which = f"entries {passed} are" if several else f"entry {passed} is"
            was, them = ("were", "them") if several else ("was", "it")
            tell(f"{name}: {which} only noted and {was} passed; --accept {passed} takes {them}.")
    elif all(one.isascii() and one.isdecimal() and 1 <= int(one) <= len(offers) for one in numbers):
        chosen = [records[int(one) - 1] for one in dict.fromkeys(numbers)]
    else:
        raise UsageError(f"--accept takes all, or numbers from 1 to {len(offers)} with commas between.")
    _doubt(chosen, name)
    found = [offers[record["offer"] - 1] for record in chosen]
    return [Wanted(one, area if one.kind is OfferKind.ACTION else "") for one in found]


def _question(wanted: Sequence[Wanted], options: MinutesOptions, met: Meeting) -> None:
    """Ask once about what looks personal, and about dates before the meeting."""
    offers = [one.offer for one in wanted]
    question_personal(
        [offer.text for offer in offers],
        roles=[offer.who for offer in offers] if options.accept is not None else [],
        is_confirmed=options.not_personal,
    )
    early = [
        f"The date of “{cut(offer.text, 40)}”, {say_date(offer.due.on)}, is before the meeting."
        for offer in offers
        if offer.due and offer.due.on and offer.due.on < met.on
    ]
    more = [f"So are those of {len(early) - _NAMED} more."] if len(early) > _NAMED else []
    question_slips([*early[:_NAMED], *more], is_confirmed=options.yes, instead="leave its number out")

"""The first plan made as it was wanted: with what the spreadsheet says, or not at all."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from send_actions.care.places import shown_place
from send_actions.cli.location import actor, settings
from send_actions.cli.terminal import tell
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.templates.wanted import EIGHTEEN, Wanted
from send_actions.tui.leaving import ENDING, leaving_on_signals


def make_first(wanted: Wanted) -> str:
    """Make the plan, bring in the file there is, remember the places, and return that of the plan.

    Raises SendActionsError when anything refuses or what the file holds is not wanted: there is no plan then.
    """
    from send_actions.config import settings_folder, write_settings
    from send_actions.templates.begin import Template, begin_from_template

    if wanted.by:
        write_settings(settings_folder(), replace(settings(), by=wanted.by))
    template = Template.EIGHTEEN if wanted.choice == EIGHTEEN else Template.EMPTY
    begin_from_template(
        wanted.place,
        template,
        partnership=wanted.partnership,
        actor=actor(),
        at=datetime.now(UTC),
        day=date.today(),
    )
    with leaving_on_signals(names=ENDING[1:]), ExitStack() as unless_done:
        unless_done.callback(wanted.place.unlink, missing_ok=True)  # nobody knows of the plan yet
        if wanted.file:
            _bring_in(wanted.file, wanted.place)
        own = replace(settings(), place=str(wanted.place), copies=str(wanted.copies or ""))
        write_settings(settings_folder(), own)
        unless_done.pop_all()
    tell(f"Made {shown_place(wanted.place)}: commands without --db, and the app, open it.")
    _first_copy(wanted)
    return str(wanted.place)


def holding_of(file: Path) -> str:
    """Return what a file holds, to be told before it is brought in; raises SendActionsError."""
    from send_actions.importers.import_words import holding
    from send_actions.importers.plan_file import read_plan_file

    lines = read_plan_file(file, today=date.today())
    return f"{holding(lines, printable(file.name))}. It is shown and asked about first."


def _bring_in(file: Path, place: Path) -> None:
    """Bring a file into the new plan, after its preview; raises SendActionsError when it does not come in."""
    from send_actions.cli.commands.import_file import ImportOptions, import_file
    from send_actions.store.sqlite.copying import read_mark

    before = read_mark(place)
    try:
        import_file(file=file, **ImportOptions(db=str(place))._asdict())
    except (KeyboardInterrupt, typer.Abort):
        raise SendActionsError(f"{printable(file.name)} was not brought in: no plan was made.") from None
    if read_mark(place) == before:
        raise SendActionsError(f"{printable(file.name)} has nothing to bring in: no plan was made.")


def _first_copy(wanted: Wanted) -> None:
    """Make the first dated copy, where copies are wanted; a refusal is said and costs only that."""
    from send_actions.care.dated_copies import keep_copy

    if wanted.copies:
        try:
            keep_copy(str(wanted.place), wanted.copies, day=date.today())
        except SendActionsError as refusal:
            tell(str(refusal))

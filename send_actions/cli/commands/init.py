"""`init`: make a plan, never over an existing file; the first of one's own is remembered."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from send_actions.care.places import about_plan_place
from send_actions.cli.location import actor, plan_location, settings, shown_location
from send_actions.cli.options import Db, option
from send_actions.cli.terminal import tell
from send_actions.domain.text import printable
from send_actions.domain.words.choices import nearest
from send_actions.errors import SendActionsError, UsageError

TEMPLATES = ("eighteen", "empty", "sample")

Template = Annotated[
    str | None,
    option(
        "--template",
        "NAME",
        "eighteen areas for improvement (also when left out), empty, or the sample.",
        complete=lambda incomplete: [name for name in TEMPLATES if name.startswith(incomplete)],
    ),
]
Title = Annotated[str, option("--title", "TEXT", "The plan's title.")]
Partnership = Annotated[str, option("--partnership", "NAME", "Whose plan it is.")]
Mine = Annotated[
    bool,
    typer.Option(
        "--mine", help="Make it yours: the plan of commands without --db. One that is there will do."
    ),
]

FOR_TRYING = "The sample is for trying things out and never becomes your plan: leave --mine out."
NOWHERE = "Say where the plan is to be: send-actions init --db plan.db"


def begin_plan(
    *,
    template: Template = None,
    title: Title = "",
    partnership: Partnership = "",
    mine: Mine = False,
    db: Db = None,
) -> None:
    """Make a plan, from a template if you like; never over an existing file.

    The first plan is yours: later commands open it without --db. Of a later one, --mine makes it yours.

    send-actions init --db plan.db --template eighteen --partnership "Our partnership"
    """
    kind = _template(template)
    if mine and kind == "sample":
        raise UsageError(FOR_TRYING)
    location = plan_location(db, otherwise=NOWHERE)
    if mine and not (template or title or partnership) and os.path.exists(location):  # noqa: PTH110
        _refuse_sample(location)
        _remember(location)
    else:
        _make(location, kind, title=title, partnership=partnership)
        if mine or db:
            _settle_whose(location, kind, is_mine=mine)


def _template(name: str | None) -> str:
    if name is None or name in TEMPLATES:
        return name or TEMPLATES[0]
    near = nearest(name, TEMPLATES)
    tail = f"did you mean {near}?" if near else f"use one of {', '.join(TEMPLATES)}."
    raise UsageError(f'There is no template "{printable(name)}": {tail}')


def _make(location: str, kind: str, *, title: str, partnership: str) -> None:
    folder = Path(location).parent
    if "://" not in location and not os.path.isdir(folder):  # noqa: PTH112  the other raises for a long name
        raise SendActionsError(f"The folder {printable(str(folder))} is not there: make it first.")
    who = actor()
    from send_actions.templates.begin import Template as Kind
    from send_actions.templates.begin import begin_from_template

    of = {"title": title, "partnership": partnership}
    begin_from_template(location, Kind(kind), **of, actor=who, at=datetime.now(UTC), day=date.today())
    tell(f"Made {shown_location(location)} from the template {kind}.")
    if "://" not in location and (told := about_plan_place(Path(location))):
        tell(told)


def _refuse_sample(location: str) -> None:
    """Refuse a file that is no plan, or a training plan with a pinned day, which the sample is."""
    from send_actions.store.reader import open_reader, read_today

    reading = open_reader(location)
    try:
        if read_today(reading):
            raise UsageError(FOR_TRYING)
    finally:
        reading.close()


def _settle_whose(location: str, kind: str, *, is_mine: bool) -> None:
    """Remember the first plan of one's own; of any other say how it is opened. A refusal costs only that."""
    named = os.environ.get("SEND_ACTIONS_DB")
    try:
        if is_mine:
            _remember(location)
            return
        other = named or settings().place
        if other and Path(other).absolute() != Path(location).absolute():
            _name_other_plan(location, other, kind, by_environment=bool(named))
        elif kind == "sample":
            tell(f"It is for trying things out: open it with `send-actions --db {printable(location)}`.")
        elif not other and "://" not in location:
            _remember(location)
    except SendActionsError as refusal:
        tell(str(refusal))


def _name_other_plan(location: str, other: str, kind: str, *, by_environment: bool) -> None:
    """Say which plan commands open that name none, and how this one is opened."""
    why = " (SEND_ACTIONS_DB)" if by_environment else ""
    mine = f", or make it yours with `send-actions init --mine --db {printable(location)}`"
    tell(
        f"Commands without --db still open {shown_location(other)}{why}: name this one with --db or "
        f"SEND_ACTIONS_DB{'' if kind == 'sample' else mine}."
    )


def _remember(location: str) -> None:
    """Keep the plan as this person's own, so that later commands find it."""
    from send_actions.config import settings_folder, write_settings

    own = location if "://" in location else str(Path(location).absolute())
    write_settings(settings_folder(), replace(settings(), place=own))
    first = os.environ.get("SEND_ACTIONS_DB")
    stop = f", once SEND_ACTIONS_DB no longer names {shown_location(first)}" if first else ""
    tell(f"{shown_location(location)} is now your plan: commands without --db, and the app, open it{stop}.")

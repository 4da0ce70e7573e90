"""`init`: make a plan, never over an existing file."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from send_actions.cli.options import Db, words
from send_actions.cli.place import actor, named_before, place_named, settings
from send_actions.domain.text import shown
from send_actions.domain.words import nearest
from send_actions.errors import SendActionsError, UsageError

TEMPLATES = ("eighteen", "empty", "sample")

Template = Annotated[
    str,
    typer.Option(
        "--template",
        metavar="NAME",
        help="eighteen areas for improvement, empty, or the sample.",
        autocompletion=lambda incomplete: [name for name in TEMPLATES if name.startswith(incomplete)],
    ),
]
Title = Annotated[str, words("--title", explained="The plan's title.")]
Partnership = Annotated[str, words("--partnership", metavar="NAME", explained="Whose plan it is.")]


def begin_plan(
    context: typer.Context,
    *,
    template: Template = "eighteen",
    title: Title = "",
    partnership: Partnership = "",
    db: Db = None,
) -> None:
    """Make a plan, from a template if you like; never over an existing file.

    send-actions init --db plan.db --template eighteen --partnership "Our partnership"
    """
    if template not in TEMPLATES:
        near = nearest(template, TEMPLATES)
        tail = f"did you mean {near}?" if near else f"use one of {', '.join(TEMPLATES)}."
        raise UsageError(f'There is no template "{shown(template)}": {tail}')
    named = db if db is not None else named_before(context)
    place = place_named(named)
    if not place:
        raise SendActionsError("Say where the plan is to be: send-actions init --db plan.db")
    who = actor()
    from send_actions.templates.begin import Template as Kind
    from send_actions.templates.begin import begin_from_template

    begin_from_template(
        place,
        Kind(template),
        title=title,
        partnership=partnership,
        actor=who,
        at=datetime.now(UTC),
        day=date.today(),
    )
    sys.stderr.write(f"Made {shown(place)} from the template {template}.\n")
    if named:
        _remember(place)


def _remember(place: str) -> None:
    """Keep the first plan as this person's own, so that later commands find it; a refusal costs only that."""
    if os.environ.get("SEND_ACTIONS_DB") or "://" in place:
        return
    from send_actions.config import write_settings
    from send_actions.paths import settings_folder

    try:
        known = settings()
        if known.place:
            return
        write_settings(settings_folder(), replace(known, place=str(Path(place).absolute())))
    except SendActionsError as refusal:
        sys.stderr.write(f"{shown(str(refusal))}\n")
        return
    sys.stderr.write("It is now your plan: commands without --db, and the app, open it.\n")

"""`note`: write down something about an action, for the paper or for yourself."""

from __future__ import annotations

from typing import Annotated

import typer

from send_actions.cli.options import Db, HeardFrom, HeardHow, NotPersonal, On, Ref
from send_actions.cli.plan_view import open_plan
from send_actions.cli.update_drafts import update_drafts, write_updates
from send_actions.domain.text import clean
from send_actions.errors import UsageError

Text = Annotated[str, typer.Argument(metavar="TEXT", help="What to write down, in quotes.")]
Private = Annotated[bool, typer.Option("--private", help="For yourself: it never leaves the plan.")]


def note(
    context: typer.Context,
    ref: Ref,
    text: Text,
    *,
    private: Private = False,
    on: On = None,
    heard: HeardHow = None,
    heard_from: HeardFrom = "",
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Write a note on an action; its status stays as it is."""
    if not clean(text):
        raise UsageError("The note is empty: write it in quotes after the ref.")
    with open_plan(context, db) as view:
        action = view.action(ref)
        values = {"private_note" if private else "note": text}
        drafts = update_drafts([action], view, on=on, heard=heard, heard_from=heard_from, **values)
    unchanged = f"{action.ref} has this note already: nothing was changed."
    write_updates(drafts, view, is_confirmed=not_personal, unchanged=unchanged)

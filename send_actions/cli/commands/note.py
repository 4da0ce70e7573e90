"""`note`: write down something about an action, for the paper or for yourself."""

from __future__ import annotations

from typing import Annotated

import typer

from send_actions.cli.options import Db, HeardFrom, HeardHow, NotPersonal, On, Ref
from send_actions.cli.saying import drafts_of, say
from send_actions.cli.sight import look
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
    with look(context, db) as sight:
        action = sight.action(ref)
        said = {"private_note" if private else "note": text}
        drafts = drafts_of([action], sight, on=on, heard=heard, heard_from=heard_from, **said)
    unchanged = f"{action.ref} has this note already: nothing was changed."
    say(drafts, sight, is_confirmed=not_personal, unchanged=unchanged)

"""`confirm`: say that actions stand as they did; silence and confirmation differ."""

from __future__ import annotations

import typer

from send_actions.cli.options import Db, HeardFrom, HeardHow, NotPersonal, On, Refs, Why
from send_actions.cli.plan_view import open_plan
from send_actions.cli.update_drafts import actions_of, update_drafts, write_updates


def confirm(
    context: typer.Context,
    refs: Refs,
    *,
    why: Why = "",
    on: On = None,
    heard: HeardHow = None,
    heard_from: HeardFrom = "",
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Say of one action or several: no change, still right."""
    with open_plan(context, db) as view:
        actions = actions_of(refs, view)
        drafts = update_drafts(
            actions, view, on=on, heard=heard, heard_from=heard_from, no_change=True, note=why
        )
    named = ", ".join(action.ref for action in actions)
    verb = "was" if len(actions) == 1 else "were"
    unchanged = f"{named} {verb} confirmed already: nothing was changed."
    write_updates(drafts, view, is_confirmed=not_personal, unchanged=unchanged)

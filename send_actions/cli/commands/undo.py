"""`undo`: take back your newest change, or only show what that would be."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.changing import Hand, tell, write
from send_actions.cli.options import Db
from send_actions.cli.place import actor
from send_actions.cli.sight import Sight, look
from send_actions.domain.nouns import Change
from send_actions.errors import SendActionsError

if TYPE_CHECKING:
    from send_actions.store.database import Store

Show = Annotated[bool, typer.Option("--show", help="Only show what would be taken back.")]

NOTHING = "There is nothing of yours to take back."


def undo_change(context: typer.Context, show: Show = False, db: Db = None) -> None:
    """Take back your newest change, at once; `redo` brings it back."""
    with look(context, db) as sight:
        if show:
            _show(sight)
            return

    def task(store: Store, hand: Hand) -> Change:
        from send_actions.changes.undo import undo

        return undo(store, **hand)

    tell(write(sight, task), NOTHING, back="send-actions redo brings it back")


def _show(sight: Sight) -> None:
    """Write the change that would be taken back, and every field as it would be again."""
    from send_actions.domain.undoing import next_undo, said_since
    from send_actions.store.reader import read_changes

    changes = read_changes(sight.reading)
    wanted = next_undo(changes, actor())
    if wanted is None:
        raise SendActionsError(NOTHING)
    later = said_since(wanted, changes, wanted.id)
    if later:
        raise SendActionsError(
            f"“{wanted.label}” cannot be taken back: {later.actor or 'someone'} has since done "
            f"“{later.label}” (record {later.id})."
        )
    sys.stdout.writelines(f"{line}\n" for line in _preview(wanted, changes))


def _preview(wanted: Change, changes: Sequence[Change]) -> list[str]:
    from send_actions.cli.differences import tell as tell_of
    from send_actions.cli.screen import line_of
    from send_actions.domain.dates import say_date

    head = f"Would take back record {wanted.id} of {say_date(wanted.day)}: {wanted.label}"
    told = tell_of(changes)[wanted.id]
    return [
        line_of(head),
        *(
            line_of(f"  {t.about or t.noun}, {t.field}: {t.after or 'nothing'} → {t.before or 'nothing'}")
            for t in told
        ),
    ]

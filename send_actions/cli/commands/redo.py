"""`redo`: bring back what your last undo took back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from send_actions.cli.changing import Hand, tell, write
from send_actions.cli.options import Db
from send_actions.cli.sight import look
from send_actions.domain.plan import Change

if TYPE_CHECKING:
    from send_actions.store.database import Store


def redo_change(context: typer.Context, db: Db = None) -> None:
    """Bring back what your last undo took back."""
    with look(context, db) as sight:
        pass

    def task(store: Store, hand: Hand) -> Change:
        from send_actions.changes.undo import redo

        return redo(store, **hand)

    tell(write(sight, task), sight, "There is nothing of yours to bring back.")

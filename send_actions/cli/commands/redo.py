"""`redo`: bring back what your last undo took back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from send_actions.cli.options import Db
from send_actions.cli.plan_change import Author, show_change, write
from send_actions.cli.plan_view import open_plan
from send_actions.domain.plan import Change

if TYPE_CHECKING:
    from send_actions.store.database import Store


def redo_change(context: typer.Context, db: Db = None) -> None:
    """Bring back what your last undo took back."""
    with open_plan(context, db) as view:
        pass

    def task(store: Store, author: Author) -> Change:
        from send_actions.changes.undo import redo

        return redo(store, **author)

    show_change(write(view, task), view, "There is nothing of yours to bring back.")

"""Whether a file has the tables of this version: those of a plan that another one made may differ."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.store.migrations.frozen import HEAD, frozen_statements

_COLUMNS: Final = (
    'SELECT made.name, told.name, told.type, told."notnull" '
    "FROM sqlite_master AS made JOIN pragma_table_info(made.name) AS told WHERE made.type = 'table'"
)


def version_refusal(connection: sqlite3.Connection, path: Path) -> SendActionsError | None:
    """Return the refusal of a plan whose tables are not those of this version; None when they are.

    It is looked into when something went wrong, so that opening a plan never waits for it.
    """
    with closing(sqlite3.connect(":memory:")) as ours:
        for statement in frozen_statements(HEAD, "sqlite"):
            ours.execute(statement)
        wanted = set(ours.execute(_COLUMNS))
    tables = {table for table, *_ in wanted}
    found = {column for column in connection.execute(_COLUMNS) if column[0] in tables}
    if found == wanted:
        return None
    return SendActionsError(
        f"The plan {printable(str(path))} was made by another version of send-actions, with other tables: "
        "open it with that one, or bring the file that its `list --csv` writes into a new plan."
    )

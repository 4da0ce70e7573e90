"""The schema: SQLModel tables without behaviour, one for each noun of the plan.

A change loads the tables that it writes: to make a class of one takes as long as to read a plan.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

import sqlalchemy as sa
from sqlmodel import SQLModel

__all__ = ["TABLES", "whole_metadata"]

_HOMES: Final = {
    "record": ("change", "difference", "plan"),
    "actions": ("action", "progress_update", "deadline"),
    "areas": ("area", "judgement", "step", "action_support", "action_dependency", "action_measure"),
    "boards": (
        *("meeting", "minute", "measure", "reading", "milestone", "comparator"),
        *("evidence", "source", "finding", "finding_area"),
    ),
    "kept_beside": ("owner", "legend", "paper", "chase", "saved_view", "imported_file", "import_mapping"),
}
"""The tables by the module that has them."""

_HOME_OF: Final = {noun: home for home, nouns in _HOMES.items() for noun in nouns}


class _Tables(Mapping[str, sa.Table]):
    """The tables by their names, each loaded when it is asked for."""

    def __getitem__(self, noun: str) -> sa.Table:
        import_module(f"{__name__}.{_HOME_OF[noun]}")
        return SQLModel.metadata.tables[noun]

    def __iter__(self) -> Iterator[str]:
        return iter(_HOME_OF)

    def __len__(self) -> int:
        return len(_HOME_OF)


TABLES: Final = _Tables()


def whole_metadata() -> sa.MetaData:
    """Return what SQLAlchemy knows of every table, as a migration or the making of tables wants it."""
    for table in TABLES.values():
        for index in table.indexes:
            options = index.dialect_options
            options["postgresql"]["where"] = options["sqlite"]["where"]
    return SQLModel.metadata

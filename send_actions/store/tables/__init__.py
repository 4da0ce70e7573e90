"""The schema: SQLModel tables without behaviour, one for each noun of the plan."""

from typing import Final

from send_actions.store.tables import actions, boards, plan

__all__ = ["METADATA", "TABLES", "actions", "boards", "plan"]

METADATA: Final = plan.Row.metadata
TABLES: Final = METADATA.tables

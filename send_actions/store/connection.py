"""What the reader asks of a database."""

from __future__ import annotations

from typing import Any, Protocol

from send_actions.errors import SendActionsError


class Connection(Protocol):
    """What a database gives for reading."""

    @property
    def dialect(self) -> str:
        """Its name: sqlite or postgresql."""

    @property
    def is_in_transaction(self) -> bool:
        """Whether one state is held already."""

    def fetch(self, statement: str, parameters: dict[str, Any]) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Return the names and rows of a statement; raises SendActionsError when the database refuses."""

    def damage(self) -> SendActionsError | None:
        """Return the refusal of a plan with damage inside a row; None when every row is sound."""

    def stamp(self) -> tuple[int, int, int]:
        """Return what differs after another program changed or replaced the plan."""

    def close(self) -> None:
        """Let go of the plan."""

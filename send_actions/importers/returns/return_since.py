"""What the plan has said of an action since a return showed it, whatever the value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from send_actions.domain.plan import Change, Plan
from send_actions.domain.text import cut
from send_actions.importers.returns.return_state import ReturnState
from send_actions.importers.returns.return_values import COLUMNS, is_same, said_value, values_of
from send_actions.importers.returns.returned_rows import MatchedRow

_BESIDE_STATUS: Final = ("path", "path_by", "ask")
"""What ends with a status, and is said again with one that still needs it."""
_SAYING: Final[Mapping[str, tuple[str, ...]]] = {
    "status": ("status", "no_change", "note"),
    "due": ("precision",),
}
"""What a statement has where it speaks of a field: of a status it does with a note, or as before, too."""
_NAMES: Final = {"path": "path to green", "path_by": "path by", "due": "due date"}
_LONGEST: Final = 60


class SaidSince:
    """What was said since the rows of a return were made; `told` has a line for what they do not speak of."""

    def __init__(self, plan: Plan, state: ReturnState) -> None:
        self._plan, self._state = plan, state
        self.told: list[str] = []

    def is_said(self, one: MatchedRow, name: str) -> bool:
        """Say whether the plan has spoken of a field since."""
        return self._spoken(one, name) is not None

    def is_noted(self, one: MatchedRow) -> bool:
        """Say whether a note was said since."""
        return self.is_said(one, "note")

    def last_said(self, one: MatchedRow, name: str) -> int:
        """Return the number of the last change since that spoke of a field and was no return; 0 for none."""
        said = _SAYING.get(name, (name,))
        found = self._state.said_since(one.number, one.now.id, *said, but_returns=True)
        return found.id if found else 0

    def who(self, one: MatchedRow, name: str) -> str:
        """Return in brackets who said a field last since, and in which record; empty where nobody did."""
        return _who(self._state.newer(one.number, one.now.id, name) or self._spoken(one, name))

    def tell(self, one: MatchedRow, *, apart: set[str]) -> None:
        """Tell what was said since of a row's action, but for what stands `apart`: the row speaks of it."""
        showed, stands = values_of(one.shown), values_of(one.now)
        is_status_moved = not is_same(showed["status"], stands["status"])
        for name in COLUMNS:
            ended = is_status_moved and name in _BESIDE_STATUS and stands[name] is None
            if name in apart or ended:
                continue
            was, now = (cut(said_value(values[name], self._plan), _LONGEST) for values in (showed, stands))
            if not is_same(showed[name], stands[name]):
                self._tell(one, name, f"{was} → {now}{self.who(one, name)}")
            elif name != "due" and (
                again := self._state.said_since(one.number, one.now.id, name, but_returns=True)
            ):
                self._tell(one, name, f"{now}, said again{_who(again)}")
        if "note" not in apart and self.is_noted(one):
            self._tell(
                one, "note", f"{cut(said_value(one.now.note, self._plan), _LONGEST)}{self.who(one, 'note')}"
            )

    def _spoken(self, one: MatchedRow, name: str) -> Change | None:
        return self._state.said_since(one.number, one.now.id, *_SAYING.get(name, (name,)))

    def _tell(self, one: MatchedRow, name: str, told: str) -> None:
        self.told.append(f"{one.now.ref} {_NAMES.get(name, name)}: {told}")


def _who(change: Change | None) -> str:
    return f" ({change.actor}, record {change.id})" if change else ""

"""Words that were typed into a form and are not saved: what they are known by, and where it was opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from send_actions.tui.forms import Values

Kept = tuple[str, frozenset[int]]
"""What kept words are known by: what their form asks, and the rows it is about."""


@dataclass(frozen=True)
class Spot:
    """Where a form was opened: view, row under each list's cursor, pane, action and marks."""

    view: str = "home"
    rows: Sequence[str] = ()
    pane: int = 0
    action: int | None = None
    marks: Sequence[int] = ()


class Asking(Protocol):
    """A form with what it does, as far as its words are told from others."""

    @property
    def strip(self) -> str:
        """The command that opens it, and the letter after it."""

    @property
    def meant(self) -> str:
        """The status that it sets, if it does."""

    @property
    def names(self) -> Sequence[str]:
        """What it is about, by name."""

    @property
    def named(self) -> str:
        """The same in few words."""

    @property
    def known_by(self) -> Kept:
        """What its words are kept under."""

    @property
    def standing(self) -> Values:
        """What stands in its fields before anything is typed."""


@dataclass(frozen=True)
class Words:
    """What was typed into one form: its fields by name, and what stood in each before (`was`)."""

    opens: str
    named: str
    names: Sequence[str]
    meant: str
    asked: str
    ids: frozenset[int]
    values: Values
    was: Values = field(default_factory=dict)
    spot: Spot = field(default_factory=Spot)

    @property
    def known_by(self) -> Kept:
        """What they are kept under."""
        return self.asked, self.ids

    def told(self) -> dict[str, Any]:
        """Return them as a file has them."""
        return {**asdict(self), "ids": sorted(self.ids), "names": list(self.names)}


def words_of(edit: Asking, values: Values, spot: Spot) -> Words:
    """Return what was typed into a form, without the fields that were left as they stood."""
    standing = edit.standing
    typed = {name: text for name, text in values.items() if text != standing.get(name, "")}
    was = {name: standing[name] for name in typed if name in standing}
    asked, ids = edit.known_by
    return Words(edit.strip, edit.named, tuple(edit.names), edit.meant, asked, ids, typed, was, spot)


def read_words(told: Mapping[str, Any]) -> Words:
    """Return words as a file has them; raises ValueError, LookupError or TypeError for what is none."""
    spot = told["spot"]
    action = None if spot["action"] is None else int(spot["action"])
    at = Spot(
        str(spot["view"]),
        tuple(map(str, spot["rows"])),
        int(spot["pane"]),
        action,
        tuple(map(int, spot["marks"])),
    )
    return Words(
        str(told["opens"]),
        str(told["named"]),
        tuple(map(str, told["names"])),
        str(told["meant"]),
        str(told["asked"]),
        frozenset(map(int, told["ids"])),
        _texts(told["values"]),
        _texts(told["was"]),
        at,
    )


def _texts(told: Any) -> dict[str, str]:
    return {str(name): str(text) for name, text in dict(told).items()}

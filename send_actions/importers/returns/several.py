"""Several returns at once: which of them say different things of one action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from send_actions.domain.plan import Action, Due
from send_actions.importers.returns.return_file import ReturnRead

Said = tuple[Action, str, object]
"""What a return says: of which action, which field, and its value."""


class Differing(NamedTuple):
    """Two returns, by their names, that say different things of one action."""

    first: str
    other: str
    ref: str

    def __str__(self) -> str:
        return f"{self.first} and {self.other} say different things of {self.ref}"


Says = Callable[[ReturnRead], Iterable[Said]]


def first_differing(read: Iterable[ReturnRead], said: Says) -> Differing | None:
    """Return the first two returns that say different things of one action; None where all agree."""
    told: dict[tuple[int, str], tuple[str, object]] = {}
    for one in read:
        for action, name, value in said(one):
            file, before = told.setdefault((action.id, name), (one.name, value))
            if before != value:
                return Differing(file, one.name, action.ref)
    return None


def claims(one: ReturnRead) -> Iterator[Said]:
    """Yield what a return says, also where it is still open whether that is to stand."""
    for claim in one.claims:
        due = claim.value if isinstance(claim.value, Due) else None
        yield claim.action, claim.name, (due.on or due.text) if due else claim.value


def statements(one: ReturnRead) -> Iterator[Said]:
    """Yield what is to be written of a return, but for notes, of which several may stand."""
    for row in one.rows:
        said = row.update.statements() if row.update else {}
        yield from ((row.action, name, value) for name, value in said.items() if name != "note")
        if row.deadline:
            yield row.action, "due", row.deadline.due.on or row.deadline.due.text


def agreeing(read: Sequence[ReturnRead]) -> tuple[list[ReturnRead], list[Differing]]:
    """Return the returns that can be taken together, and why the others cannot: the one before them does."""
    taken: list[ReturnRead] = []
    apart: list[Differing] = []
    for one in read:
        both = [*taken, one]
        if found := first_differing(both, claims) or first_differing(both, statements):
            apart.append(found)
        else:
            taken = both
    return taken, apart

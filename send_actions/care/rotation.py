"""Which dated copies stay and which may go."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Final, Protocol, TypeVar

NEWEST: Final = 10
DAYS: Final = 7
WEEKS: Final = 8
MONTHS: Final = 24

_WITHIN: Final[Sequence[tuple[int, Callable[[date], Hashable]]]] = (
    (DAYS, lambda day: day),
    (WEEKS, lambda day: day.isocalendar()[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
)
"""How many stretches of a length are counted back, and in which one a day lies."""


class Dated(Protocol):
    """Something of a day."""

    @property
    def day(self) -> date:
        """Its day."""


_Copy = TypeVar("_Copy", bound=Dated)


def kept(copies: Iterable[_Copy]) -> list[_Copy]:
    """Return the copies that stay, of all of them with the newest first.

    Stretches without a copy do not count, so that neither a long pause nor a wrong clock takes any away.
    """
    newest_first = list(copies)
    chosen = set(range(min(NEWEST, len(newest_first))))
    for many, stretch_of in _WITHIN:
        last_of: dict[Hashable, int] = {}
        for place, copy in enumerate(newest_first):
            last_of.setdefault(stretch_of(copy.day), place)
        chosen.update(islice(last_of.values(), many))
    return [newest_first[place] for place in sorted(chosen)]

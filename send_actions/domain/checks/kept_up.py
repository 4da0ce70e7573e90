"""How far a plan is kept up: of what should be there by now, how much is, with its sum spelt out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from send_actions.domain.checks.action_checks import Facts, no_path, no_reason, no_update, path_date_passed
from send_actions.domain.measuring.rhythm import is_read_on_time
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import REASONED, TROUBLED


class Part(NamedTuple):
    """One thing that is kept up: what it is called, how many are as they should be, and of how many."""

    words: str
    kept: int
    of: int

    def __str__(self) -> str:
        return f"{self.words} {self.kept:,} of {self.of:,}"


class KeptUp(NamedTuple):
    """How far a plan is kept up, in parts that add up."""

    parts: tuple[Part, ...]

    @property
    def kept(self) -> int:
        """How many are as they should be."""
        return sum(part.kept for part in self.parts)

    @property
    def of(self) -> int:
        """Of how many."""
        return sum(part.of for part in self.parts)

    @property
    def share(self) -> int | None:
        """The share in per cent, rounded down so that 100 is all of them; None when nothing is asked for."""
        return self.kept * 100 // self.of if self.of else None

    @property
    def short(self) -> str:
        """The share in words: kept up: 91%; empty when nothing is asked for."""
        return "" if self.share is None else f"kept up: {self.share}%"

    @property
    def sentence(self) -> str:
        """The share and its sum: kept up: 91%, 10 of 11 (updates 5 of 5, reasons 3 of 4, paths 2 of 2)."""
        if self.share is None:
            return ""
        return f"{self.short}, {self.kept:,} of {self.of:,} ({', '.join(map(str, self.parts))})"


def kept_up(plan: Plan) -> KeptUp:
    """How far a plan is kept up: updates, reasons and paths as the checks ask for them, readings on time.

    What nothing is asked of has no part: updates before there were two meetings, measures without a rhythm.
    """
    return KeptUp(tuple(part for part in _parts(plan) if part.of))


def _parts(plan: Plan) -> Iterator[Part]:
    facts = Facts(plan)
    spoken_of = [one for one in plan.actions if one.is_open] if facts.silence_starts else []
    yield Part("updates", sum(no_update(one, facts) is None for one in spoken_of), len(spoken_of))
    reasoned = [one for one in plan.actions if one.status in REASONED]
    yield Part("reasons", sum(no_reason(one, facts) is None for one in reasoned), len(reasoned))
    troubled = [one for one in plan.actions if one.status in TROUBLED]
    has_path = (no_path(one, facts) is None and path_date_passed(one, facts) is None for one in troubled)
    yield Part("paths", sum(has_path), len(troubled))
    read = [is_read_on_time(measure, plan.as_at) for measure in plan.measures]
    yield Part("readings", read.count(True), len(read) - read.count(None))

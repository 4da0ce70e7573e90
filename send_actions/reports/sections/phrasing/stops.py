"""The stops of a plan's journey: how its actions and areas stood at each meeting, and how they stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from send_actions.domain.checks.summary import count_statuses, summarise_areas
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import WORST_FIRST, Status
from send_actions.domain.words.dates import say_date, short_date
from send_actions.reports.document import Paragraph, StatusMark, text_of
from send_actions.reports.sections.phrasing.cells import NO_STATUS, Summaries, filled, mark

MOST_STOPS: Final = 24
"""Stops that a picture has room for; a longer journey is told by its newest."""


class Stop(NamedTuple):
    """How a plan stood on a day: its actions counted by status, and its areas."""

    on: date
    counts: Mapping[Status | None, int]
    areas: Summaries

    @property
    def total(self) -> int:
        """How many actions there were."""
        return sum(self.counts.values())


def stops_of(plan: Plan, earlier: Iterable[Plan]) -> list[Stop]:
    """The stops from the first meeting to the plan itself; plans are taken one by one, their sums kept."""
    before = sorted((_stop(one) for one in earlier), key=attrgetter("on"))
    return [*before, _stop(plan)]


def newest(stops: Sequence[Stop]) -> tuple[list[Stop], list[Paragraph]]:
    """The newest stops that a picture has room for, and what has to be said of the others."""
    shown = list(stops[-MOST_STOPS:])
    left_out = f"The newest {MOST_STOPS} of {len(stops)} dates are shown, from {say_date(shown[0].on)} on."
    return shown, [text_of(left_out)] if len(stops) > MOST_STOPS else []


def labels_of(stops: Sequence[Stop]) -> tuple[str, ...]:
    """The days of stops as short as columns want them."""
    return tuple(short_date(stop.on).strip() for stop in stops)


def key_of(plan: Plan) -> dict[Status | None, StatusMark]:
    """Every status as this plan words it, worst first, and what stands for none."""
    key: dict[Status | None, StatusMark] = {None: StatusMark("–", "?", NO_STATUS, "none")}
    for status in WORST_FIRST:
        shown = mark(plan, status)
        if isinstance(shown, StatusMark):
            key[status] = shown
    return {status: key[status] for status in (*WORST_FIRST, None)}


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them: 3, 8 and 9."""
    names = [filled(name) for name in names]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _stop(plan: Plan) -> Stop:
    return Stop(plan.as_at, count_statuses(plan.actions), summarise_areas(plan, None))

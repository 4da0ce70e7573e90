"""The journey on one page: how each area stood at every board, and how it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from send_actions.domain.plan import Plan
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt
from send_actions.reports.document import Block, Document, text_of
from send_actions.reports.sections.charts.journey_chart import areas_chart
from send_actions.reports.sections.phrasing.stops import Stop, key_of, stops_of
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import SeenPlan, seen_plan


def journey_paper(
    plan: Plan,
    earlier: Iterable[Plan],
    *,
    audience: str = Audience.BOARD,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """Each area of a plan at its boards, of which `earlier` are the plans, one after another.

    `also_exempt` is what became exempt after the plan's record or date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    return seen.paper(
        "the journey", seen.front(), _told(seen, earlier), subject=f"The journey, as at {position(plan)}"
    )


def _told(seen: SeenPlan, earlier: Iterable[Plan]) -> Iterator[Block]:
    stops = stops_of(seen.now, map(seen.another, earlier))
    if not seen.now.areas:
        yield text_of("There are no areas yet, so there is no journey to show.")
        return
    if len(stops) == 1:
        yield text_of("No board was held before this date: this is where the areas begin.")
    yield text_of(f"{_key(seen.now, stops)}.")
    yield from areas_chart(seen.now, stops, is_drawn=False)


def _key(now: Plan, stops: Sequence[Stop]) -> str:
    """What the letters stand for, of those that some area has, worst first."""
    shown = {summary.status for stop in stops for summary in stop.areas.values()}
    marks = [mark for status, mark in key_of(now).items() if status in shown]
    return ", ".join(f"{one.symbol} {one.letter} is {one.word.lower()}" for one in marks)

"""The paper for a stocktake: how the plan went over several boards, told from its first day to its last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from send_actions.domain.checks.summary import count_statuses, summarise_areas
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Deadline, Plan
from send_actions.domain.plan.vocabulary import DONE, Impact, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt, redact_deadlines
from send_actions.reports.document import Block, BulletList, Document, Heading, text_of
from send_actions.reports.sections.board.key_and_counts import legend
from send_actions.reports.sections.phrasing.cells import count_of, labelled, status_word
from send_actions.reports.sections.phrasing.minutes_told import counted_minutes, minutes_of, told_meeting
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.numbered import Told, numbered
from send_actions.reports.sections.phrasing.period import Period
from send_actions.reports.sections.review.achieved import achieved
from send_actions.reports.sections.review.evidence_kept import (
    are_evidenced,
    evidence_of_actions,
    evidenced_actions,
    shown_as_done,
)
from send_actions.reports.sections.review.impact_in_period import impact_in_period
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import seen_plan
from send_actions.reports.sections.review.slipped import dates_moved, slipped
from send_actions.reports.sections.review.statuses_by_board import statuses_by_board
from send_actions.reports.sections.review.then_and_now import (
    area_ways,
    areas_then_and_now,
    measures_then_and_now,
    milestones_met,
)

_DIFFERENCE = "What difference it made"


def stocktake_paper(
    plan: Plan,
    earlier: Sequence[Plan],
    *,
    audience: str = Audience.BOARD,
    deadlines: Mapping[int, Sequence[Deadline]] | None = None,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """How a plan went from the first of some earlier days to its own date.

    `earlier` are the plans as at the first day and as at each board since, oldest first; at least one.
    `deadlines` are those of the actions whose date ever moved, by action id and newest first. `also_exempt`
    is what became exempt after the plan's record or date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    dates = redact_deadlines(deadlines or {}, seen.viewer, seen.now, seen.exempt)
    period = Period(tuple(map(seen.another, earlier)), seen.now, dates)
    first = say_date(period.start.as_at)
    return seen.paper(
        "stocktake",
        seen.front(("Period", f"{first} to {say_date(plan.as_at)}")),
        _blocks(period),
        subject=f"How the plan went from {first} to {position(plan)}",
    )


def _blocks(period: Period) -> Iterator[Block]:
    sections: dict[str, Told] = {
        "In short": _in_short(period),
        "Board by board": statuses_by_board(period),
        "What was achieved": lambda at: achieved(period, at[_DIFFERENCE]),
        "What slipped": slipped(period),
        "What was decided and asked, and what became of it": _decided(period),
        "Measures at the start and now": [measures_then_and_now(period)],
        _DIFFERENCE: impact_in_period(period),
        "Which actions are evidenced, and by what": _evidenced(period.now),
        "Areas that got better or worse": areas_then_and_now(period),
        "What the statuses mean": legend(period.now),
    }
    yield from numbered(sections)


def _in_short(period: Period) -> Iterator[Block]:
    """Yield the period in one line for each of the sections to come."""
    start, plan = period.start, period.now
    boards = sum(meeting.series == plan.main_series for meeting in period.meetings)
    ways = list(area_ways(period).values())
    evidenced = sum(action.impact is Impact.EVIDENCED for action in start.actions)
    same = len(ways) - ways.count(Direction.UP) - ways.count(Direction.DOWN)
    lines = {
        "Period": f"{count_of(boards, 'board')} from {say_date(start.as_at)} to {say_date(plan.as_at)}",
        "Statuses": _counted(period),
        "Achieved": (
            f"{count_of(len(period.movement.completed), 'action')} completed, "
            f"{count_of(len(period.steps), 'step')} reached"
        ),
        "Slipped": " ".join(dates_moved(period)),
        "Meetings": counted_minutes(minutes_of(plan, period.meetings)),
        "Measures": milestones_met(period),
        "Difference": f"{are_evidenced(plan)} evidenced impact, {evidenced} of {len(start.actions)} then",
        "Areas": f"{ways.count(Direction.UP)} better, {ways.count(Direction.DOWN)} worse, {same} neither",
    }
    yield BulletList(tuple(labelled(label, words) for label, words in lines.items()))


def _counted(period: Period) -> str:
    """What is off track, at risk and done: then and now."""
    plan = period.now
    then, now = (count_statuses(one.actions) for one in (period.start, plan))
    done_then, done_now = (sum(counted[status] for status in DONE) for counted in (then, now))
    told = [
        f"{now[status]} {status_word(plan, status).lower()} now, {then[status]} then"
        for status in (Status.OFF_TRACK, Status.AT_RISK)
    ]
    done = f"{done_now} of {len(plan.actions)} done now, {done_then} of {len(period.start.actions)} then"
    return "; ".join([*told, done])


def _decided(period: Period) -> Iterator[Block]:
    plan, naming = period.now, Naming()
    areas = summarise_areas(plan, None)
    minutes = minutes_of(plan, period.meetings)
    if not minutes:
        yield text_of("No decision, question or request is noted for this period.")
    for meeting in period.meetings:
        said = [minute for minute in minutes if minute.meeting_id == meeting.id]
        if said:
            yield from told_meeting(plan, meeting, said, areas, naming)


def _evidenced(plan: Plan) -> Iterator[Block]:
    kept, naming = evidence_of_actions(plan), Naming()
    yield text_of(f"{are_evidenced(plan)} impact that is evidenced.")
    yield from evidenced_actions(plan, kept, naming)
    yield Heading(3, "What shows that completed actions are done")
    yield from shown_as_done(plan, kept, naming)

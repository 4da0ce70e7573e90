"""The paper for the board: four pages with what it is asked to decide first, and then annexes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.checks.urgency import silence_starts
from send_actions.domain.plan import Deadline, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    Exempt,
    exempt_in,
    read_audience,
    redact_deadlines,
    redact_plan,
)
from send_actions.reports.document import Block, Document
from send_actions.reports.sections.board.better_or_worse import better_or_worse
from send_actions.reports.sections.board.decisions import decisions, to_decide
from send_actions.reports.sections.board.difference import difference
from send_actions.reports.sections.board.help_and_watch import help_needed, watch_list
from send_actions.reports.sections.board.key_and_counts import counts, legend, statuses
from send_actions.reports.sections.board.last_time import Issued, as_issued
from send_actions.reports.sections.board.measures_table import measures
from send_actions.reports.sections.board.next_and_silent import due_next, silent
from send_actions.reports.sections.board.overdue_and_at_risk import at_risk, overdue
from send_actions.reports.sections.board.plan_by_area import plan_by_area
from send_actions.reports.sections.board.voices import voices, which_voices
from send_actions.reports.sections.board.what_moved import what_moved
from send_actions.reports.sections.board.what_was_asked import what_was_asked
from send_actions.reports.sections.charts.journey_chart import journey
from send_actions.reports.sections.charts.measure_charts import measure_charts
from send_actions.reports.sections.meetings.days_to_come import days_of_board
from send_actions.reports.sections.phrasing.cells import Summaries, count_of, filled, status_word
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.numbered import Told, letter_of, lettered, numbered
from send_actions.reports.sections.review.review_front import front, position, withheld

_DECIDE = "The Board is asked to"
_HELP = "Help needed"
_MEASURES = "measures"


class _Behind(NamedTuple):
    """What a paper is made of besides the two plans, as its reader may see it."""

    areas: Summaries
    journey: Iterable[Plan]
    deadlines: Mapping[int, Sequence[Deadline]]
    issued: Issued | None


def board_paper(
    plan: Plan,
    before: Plan | None,
    *,
    audience: str = Audience.BOARD,
    journey: Iterable[Plan] = (),
    deadlines: Mapping[int, Sequence[Deadline]] | None = None,
    also_exempt: Exempt = NOTHING_EXEMPT,
    issued: Issued | None = None,
) -> Document:
    """The board paper of a plan as at its date, compared with `before`, the plan as at the last meeting.

    Where a paper was issued for that meeting, `before` is the plan as it showed it, and `issued` the paper.
    `journey` are the plans as at the earlier meetings, of which it shows letters alone. `deadlines` are those
    of the actions in `to_agree(plan)` by action id, newest first, for the date before and the reason of a
    move. `also_exempt` is what became exempt after the plan's record or date, which a board does not see
    either.
    """
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    now = redact_plan(plan, viewer, exempt)
    then = redact_plan(before, viewer, exempt) if before else None
    shown = replace(issued, known=redact_plan(issued.known, viewer, exempt)) if issued else None
    seen = redact_deadlines(deadlines or {}, viewer, now, exempt)
    behind = _Behind(summarise_areas(now, then), journey, seen, shown)
    annexes = _annexes(now, then, viewer, behind)
    to_read = _to_read(now, then, behind, letter_of(annexes, _MEASURES))
    board = f" for the {plan.main_series}" if plan.main_series.strip() else ""
    return Document(
        f"{filled(now.title, 'Action plan')}: board paper",
        (
            ("Purpose", _purpose(now, then)),
            *front(plan, viewer, exempt, ("Compared with", _compared(before, viewer, issued, exempt))),
        ),
        (*numbered(to_read), *lettered(annexes)),
        as_at=plan.as_at,
        subject=f"Board paper{board}, as at {position(plan)}",
        legend=statuses(now),
        entries=days_of_board(now),
    )


def _to_read(now: Plan, then: Plan | None, behind: _Behind, measures_annex: str) -> dict[str, Told]:
    """The pages before the annexes: what is decided first, then what a board asks of its plan."""
    areas, asked, board = behind.areas, to_decide(now), now.next_meeting
    numbers = {action.id: number for number, action in enumerate(asked, start=1)}
    return {
        _DECIDE: [
            decisions(now, asked, behind.deadlines),
            *better_or_worse(now, then, asked),
        ],
        "What was asked last time": what_was_asked(now, then, areas, numbers),
        f"What families and young people say{which_voices(now)}": voices(now, areas),
        "What difference it makes": difference(now, measures_annex),
        _HELP: help_needed(now, numbers),
        "Watch list": watch_list(now),
        f"What moved{_since(then.as_at if then else None)}": lambda at: what_moved(
            now, then, decided=at[_DECIDE], helped=at[_HELP]
        ),
        f"Next{f': due up to the board of {say_date(board.on)}' if board else ''}": due_next(now),
        f"Silent{_since(silence_starts(now))}": silent(now),
    }


def _since(day: date | None) -> str:
    return f" since {say_date(day)}" if day else ""


def _annexes(
    now: Plan,
    then: Plan | None,
    viewer: Audience,
    behind: _Behind,
) -> dict[str, list[Block]]:
    """What stands behind the pages to read."""
    naming = Naming()
    last_time = as_issued(then, behind.issued, naming) if then and behind.issued else []
    return {
        "key and counts": [*legend(now), *last_time, *counts(now, then, viewer, naming)],
        "the plan by area": plan_by_area(now, behind.areas),
        _MEASURES: measures(now),
        "the journey": journey(now, behind.journey),
        "measures by period": measure_charts(now),
        "overdue": overdue(now, behind.deadlines),
        f"{status_word(now, Status.AT_RISK).lower()}": at_risk(now),
    }


def _purpose(now: Plan, then: Plan | None) -> str:
    """Why a board gets this paper, in one sentence."""
    shows = f"what has changed since {say_date(then.as_at)}" if then else "where the plan stands"
    many = len(to_decide(now))
    asks = f" and to ask the Board for {count_of(many, 'decision')}" if many else "; no decision is asked for"
    return f"To show {shows}{asks}."


def _compared(before: Plan | None, audience: Audience, issued: Issued | None, exempt: Exempt) -> str:
    """With what the paper compares its plan."""
    if before is None:
        return "nothing: no earlier meeting"
    as_issued_for = f", as issued for the meeting of {say_date(issued.meeting.on)}" if issued else ""
    return position(before) + as_issued_for + withheld(before, audience, exempt)

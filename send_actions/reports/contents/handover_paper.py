"""The paper for whoever takes a plan over: what it is, who leads what, what is urgent, what to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import ASKS, Status
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import say_times
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt
from send_actions.reports.document import Block, BulletList, Document, Paragraph, text_of
from send_actions.reports.sections.board.key_and_counts import legend
from send_actions.reports.sections.meetings.diary import diary
from send_actions.reports.sections.phrasing.cells import (
    Summaries,
    count_of,
    day_words,
    due_phrase,
    filled,
    labelled,
    status_word,
)
from send_actions.reports.sections.phrasing.minutes_told import (
    minutes_of,
    told_meeting,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.numbered import Told, numbered
from send_actions.reports.sections.review.findings_answered import counted_actions
from send_actions.reports.sections.review.first_week import first_week
from send_actions.reports.sections.review.how_to_read import (
    conventions,
    knows_little_of,
    look_back,
    questioned,
)
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import seen_plan
from send_actions.reports.sections.review.slipped import agreed_words, moved_words
from send_actions.reports.sections.review.who_leads import who_leads

_DECIDED: Final = "What the last boards decided, and what is open"
_LAST_BOARDS: Final = 2
_READER: Final = "Whoever takes the plan over"
_MONTH: Final = timedelta(days=30)


def handover_paper(
    plan: Plan,
    *,
    shown_by: str = "",
    audience: str = Audience.INTERNAL,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """What the next lead of a plan has to know of it, as at its date.

    `shown_by` is the command that makes the last board paper again, where one was issued. `also_exempt` is
    what became exempt after the plan's record or date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    return seen.paper(
        "handover",
        seen.front(reader=_READER),
        _blocks(seen.now, shown_by),
        subject=f"What the next lead has to know, as at {position(plan)}",
    )


def _blocks(plan: Plan, shown_by: str) -> Iterator[Block]:
    areas = summarise_areas(plan, None)
    sections: dict[str, Told] = {
        "What this plan is": [_what_it_is(plan, areas)],
        "The first week": lambda at: [first_week(plan, shown_by, at[_DECIDED])],
        "What is urgent in the next 30 days": [_urgent(plan)],
        "Who leads what": [who_leads(plan)],
        "The rhythm of meetings": diary(plan),
        _DECIDED: _decided(plan, areas),
        "How often dates move": _moved(plan),
        "What the checks question, and how to read them": questioned(plan),
        "What this house has agreed": [conventions(plan), *legend(plan)],
        "Where the plan knows little": [knows_little_of(plan)],
        "How to look back": [look_back()],
    }
    yield from numbered(sections)


def _what_it_is(plan: Plan, areas: Summaries) -> Block:
    stands = Counter(_stands(plan, summary) for summary in areas.values())
    sources = sorted(plan.sources, key=lambda source: (source.on, source.id))
    findings = sum(len(source.findings) for source in sources)
    leads = {str(action.lead) for action in plan.actions if action.lead}
    leading = f"{count_of(len(leads), 'role')} that {'leads' if len(leads) == 1 else 'lead'} actions"
    first = min((meeting.on for meeting in plan.meetings), default=None)
    lines = {
        "What": f"the action plan of {filled(plan.partnership, 'a partnership that is not named')}",
        "How large": (
            f"{count_of(len(plan.areas), 'area')}; {counted_actions(plan, plan.actions)}; "
            f"{leading}; {count_of(len(plan.measures), 'measure')}"
        ),
        "How its areas stand": ", ".join(f"{many} {word}" for word, many in stands.items()) or "no areas yet",
        "Where it comes from": "; ".join(
            [f"{filled(source.title)}, {say_date(source.on)}" for source in sources]
            + ([f"{count_of(findings, 'finding')} in all"] if findings else [])
        )
        or "no source is named",
        "Since when": f"its first meeting in the diary is that of {say_date(first)}"
        if first
        else "not known",
    }
    return BulletList(tuple(labelled(label, words) for label, words in lines.items()))


def _stands(plan: Plan, summary: AreaSummary) -> str:
    """How one area stands in a word, so that all of them can be counted."""
    if summary.status is None and not summary.total:
        return "without an action that stands"
    return status_word(plan, summary.status).lower()


def _urgent(plan: Plan) -> Block:
    """What is off track, late, or due soon, and which meetings and returns come."""
    until = plan.as_at + _MONTH
    naming = Naming()
    found = (
        (status_word(plan, Status.OFF_TRACK), [a for a in plan.actions if a.status is Status.OFF_TRACK]),
        ("Overdue", [a for a in plan.actions if is_overdue(a, plan.as_at)]),
        (
            f"Due by {say_date(until)}",
            [a for a in plan.actions if a.is_open and a.due_on and plan.as_at <= a.due_on <= until],
        ),
        (
            "Past the date of the path to green",
            [a for a in plan.actions if a.is_open and a.path_by and a.path_by < plan.as_at],
        ),
    )
    told: set[int] = set()
    items = []
    for words, those in found:
        if those:
            named = [_with_due(a, naming, told) for a in _worst(plan, those)]
            items.append(labelled(f"{words}, {len(those)}", *named))
    items += _days(plan)
    return BulletList(tuple(items)) if items else text_of("Nothing is late, off track or due soon.")


def _worst(plan: Plan, actions: list[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: worst_first(action, plan.as_at))


def _with_due(action: Action, naming: Naming, told: set[int]) -> str:
    """An action with when it is due where that was not told before."""
    due = f" (due {due_phrase(action.due)})" if action.due and action.id not in told else ""
    told.add(action.id)
    return f"{naming.action(action)}{due}"


def _days(plan: Plan) -> Iterator[Paragraph]:
    """Yield the meetings of the next 30 days with what they want before."""
    until = plan.as_at + _MONTH
    for meeting in sorted(plan.meetings, key=lambda one: (one.on, one.id)):
        if plan.as_at <= meeting.on <= until:
            days = [
                f"{what} due {day_words(day, plan.as_at)}"
                for what, day in (("returns", meeting.returns_due), ("papers", meeting.papers_due))
                if day
            ]
            yield labelled(
                f"{filled(meeting.series, 'A meeting')}, {say_date(meeting.on)}",
                *(days or ["no day is set for returns or papers"]),
            )


def _decided(plan: Plan, areas: dict[int, AreaSummary]) -> Iterator[Block]:
    """Yield what the last boards said, and then all that any meeting still waits for."""
    held = [meeting for meeting in plan.meetings if meeting.on <= plan.as_at]
    boards = [meeting for meeting in held if meeting.series == plan.main_series][-_LAST_BOARDS:]
    naming = Naming()
    if not boards:
        yield text_of("No board was held yet.")
    told: set[int] = set()
    for meeting in boards:
        said = minutes_of(plan, [meeting])
        told |= {minute.id for minute in said}
        yield from told_meeting(plan, meeting, said, areas, naming)
        if not said:
            yield text_of("Nothing is noted of it.")
    waiting = [one for one in minutes_of(plan, held) if one.is_waiting and one.id not in told]
    of_meeting = {meeting: [m for m in waiting if m.meeting_id == meeting.id] for meeting in held}
    for meeting, minutes in of_meeting.items():
        if minutes:
            yield from told_meeting(plan, meeting, minutes, areas, naming)
    if not any(minute.kind in ASKS for minute in plan.minutes):
        yield text_of("No meeting has asked anything.")


def _moved(plan: Plan) -> Iterator[Block]:
    """Yield how many dates ever moved, how often, and which moved most."""
    moved = [action for action in plan.actions if action.due_moves]
    if not moved:
        yield text_of("No due date has moved.")
        return
    times = sum(action.due_moves for action in moved)
    agreed = sum(action.due_agreed for action in moved)
    told = moved_words(len(moved), len(plan.actions), times), agreed_words(len(moved), agreed)
    yield text_of(" ".join(told))
    naming = Naming()
    by_times: dict[int, list[Action]] = {}
    for action in moved:
        by_times.setdefault(action.due_moves, []).append(action)
    yield BulletList(
        tuple(
            labelled(f"Moved {say_times(many)}, {len(by_times[many])}", naming.actions(by_times[many]))
            for many in sorted(by_times, reverse=True)
        )
    )

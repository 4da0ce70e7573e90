"""The work as the public sees it: what is done, late and due next, named one by one and never counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from send_actions.domain.checks.urgency import days_overdue, is_overdue
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import DONE, Impact, Precision
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import say_times
from send_actions.domain.words.statements import say_statement
from send_actions.reports.document import Block, BulletList, Paragraph, Strong, text_of
from send_actions.reports.sections.phrasing.cells import (
    due_phrase,
    filled,
    full_name,
    labelled,
    one_line,
    opening,
    sentence,
)

_DIFFERENCE = {
    Impact.TOO_EARLY: "too early to say what difference it makes",
    Impact.NONE_YET: "no difference seen yet",
    Impact.EMERGING: "first signs of a difference",
    Impact.EVIDENCED: "a difference is shown",
}
_NOT_NAMED = {
    Impact.EMERGING: "rated as showing first signs of a difference; what shows them is not named",
    Impact.EVIDENCED: "rated as having made a difference; what shows it is not named",
}
_AHEAD = timedelta(days=92)


def what_is_done(plan: Plan) -> list[Block]:
    """Every action that is done, with the difference it has made; how far it is embedded is not told."""
    done = [action for action in plan.actions if action.status in DONE]
    if not done:
        return [text_of("Nothing is done yet.")]
    return [BulletList(tuple(labelled(full_name(one), difference_words(plan, one)) for one in done))]


def difference_words(plan: Plan, action: Action) -> str:
    """What difference an action has made, and what shows it, or that nothing is named that does."""
    if action.impact is None:
        return "what difference it makes is not rated yet"
    if action.impact not in _NOT_NAMED:
        return _DIFFERENCE[action.impact]
    shown = what_shows_it(plan, action)
    return f"{_DIFFERENCE[action.impact]} ({shown})" if shown else _NOT_NAMED[action.impact]


def what_shows_it(plan: Plan, action: Action) -> str:
    """What its lead names that shows an action's impact, else the evidence kept; empty where nothing does."""
    kept = (one for one in plan.evidence if one.action_id == action.id and one.on <= plan.as_at)
    titles = (one_line(one.title) for one in sorted(kept, key=lambda one: (one.on, one.id), reverse=True))
    named = one_line(action.impact_shown_by) or next(filter(None, titles), "")
    return named.removesuffix(".")


def what_is_late(plan: Plan) -> list[Block]:
    """Every action that is late, the longest first: when it was due, and what was last said of it.

    Its status is not told, nor its path to green, which only some have.
    """
    late = late_actions(plan)
    if not late:
        return [text_of("Nothing is late.")]
    return [BulletList(tuple(_late(action) for action in late))]


def late_actions(plan: Plan) -> list[Action]:
    """The actions that are late, the longest first."""
    late = [action for action in plan.actions if is_overdue(action, plan.as_at)]
    return sorted(late, key=lambda action: (-days_overdue(action, plan.as_at), natural(action.ref)))


def _late(action: Action) -> Paragraph:
    moved = f", a date that was moved {say_times(action.due_moves)}" if action.due_moves else ""
    said = why_late(action)
    why = sentence(said, keep=True) if said else "Nobody has said why yet."
    return Paragraph((Strong(f"{full_name(action)}:"), f" was due {due_phrase(action.due)}{moved}. {why}"))


def why_late(action: Action) -> str:
    """What was last said of an action, after its day; empty where nothing was."""
    day, words = (action.note_on, action.note) if action.note.strip() else (action.reason_on, action.reason)
    return say_statement((day, opening(words))) if words.strip() else ""


def what_is_next(plan: Plan) -> list[Block]:
    """What is due up to the next board, or in the next three months without one, by its day."""
    by_day = next_actions(plan)
    if not by_day:
        return [text_of(f"Nothing is due by {say_date(_until(plan))}.")]
    items = (
        labelled(f"By {say_date(day)}", "; ".join(map(full_name, by_day[day]))) for day in sorted(by_day)
    )
    return [BulletList(tuple(items))]


def next_actions(plan: Plan) -> dict[date, list[Action]]:
    """The open actions that are due next, by their day."""
    by_day: dict[date, list[Action]] = {}
    for action in plan.actions:
        due = action.due
        if (
            due
            and due.on
            and due.precision is not Precision.ONGOING
            and action.is_open
            and plan.as_at <= due.on <= _until(plan)
        ):
            by_day.setdefault(due.on, []).append(action)
    return by_day


def _until(plan: Plan) -> date:
    return plan.next_meeting.on if plan.next_meeting else plan.as_at + _AHEAD


def when_it_meets(plan: Plan) -> list[Block]:
    """The board's last meeting and those to come of every series, by their days."""
    held = [meeting for meeting in plan.main_meetings if meeting.on <= plan.as_at]
    coming = [meeting for meeting in plan.meetings if meeting.on > plan.as_at]
    items = [
        *(labelled("Last met", _meeting(meeting)) for meeting in held[-1:]),
        *(labelled("To come", _meeting(meeting)) for meeting in _by_day(coming)),
    ]
    if not coming:
        items.append(labelled("To come", "no meeting is in the diary"))
    return [BulletList(tuple(items))]


def _by_day(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda meeting: (meeting.on, meeting.id))


def _meeting(meeting: Meeting) -> str:
    return f"{filled(meeting.series, 'the board')}, {say_date(meeting.on)}"

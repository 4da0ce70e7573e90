"""The paper in brief: at most six facts, each with the actions behind it or a table that names them."""

from __future__ import annotations

from collections import Counter
from typing import Final

from send_actions.domain.checks.urgency import has_no_update, is_overdue, silence_starts
from send_actions.domain.history.comparison import compare
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import DONE, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import Audience, exempt_in
from send_actions.reports.document import BulletList, bullets
from send_actions.reports.sections.cells import count_of, refs, signed, status_word
from send_actions.reports.sections.counts_and_changes import NO_EARLIER, due_before_next
from send_actions.reports.sections.exceptions_and_decisions import can_agree, to_agree, wants_new_date

_EXEMPT_WORDS: Final = {
    Audience.BOARD: "exempt, counted here without detail",
    Audience.INTERNAL: "exempt, shown here in full and without detail in a board's paper",
}


def in_brief(plan: Plan, before: Plan | None, audience: Audience) -> BulletList:
    """What needs the board, what it is asked, what moved, who is silent, what comes next, and the whole."""
    items = (
        _exceptions(plan, before),
        _agreement(plan),
        _changes(plan, before),
        _no_update(plan),
        _due_next(plan),
        _totals(plan, audience),
    )
    return bullets(*filter(None, items))


def _exceptions(plan: Plan, before: Plan | None) -> str:
    """Off track, at risk and overdue, each with its change since last time."""
    statuses = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK)
    off_track, at_risk, on_track = (status_word(plan, status).lower() for status in statuses)
    now, then = _counts(plan), _counts(before) if before else None
    grown = [f" ({signed(new - old)})" for new, old in zip(now, then, strict=True)] if then else [""] * 3
    counted = zip(now, (off_track, at_risk, "overdue"), grown, strict=True)
    facts = ", ".join(f"{count} {words}{change}" for count, words, change in counted)
    since = f", compared with {say_date(before.as_at)}" if before else ""
    green = [a for a in plan.actions if a.status is Status.ON_TRACK and is_overdue(a, plan.as_at)]
    are = "is" if len(green) == 1 else "are"
    still = f" {len(green)} of the overdue {are} still {on_track}: {refs(green)}." if green else ""
    return f"{facts}{since}.{still}"


def _counts(plan: Plan) -> tuple[int, int, int]:
    statuses = [action.status for action in plan.actions]
    late = sum(is_overdue(action, plan.as_at) for action in plan.actions)
    return statuses.count(Status.OFF_TRACK), statuses.count(Status.AT_RISK), late


def _agreement(plan: Plan) -> str:
    """What the Board is asked to agree and to decide, and what cannot be agreed yet."""
    waiting = to_agree(plan)
    agree = [action for action in waiting if can_agree(action, plan)]
    passed = [action for action in waiting if wants_new_date(action, plan.as_at)]
    off = [action for action in plan.actions if action.status is Status.OFF_TRACK]
    asks = []
    if agree:
        asks.append(f"agree changes to {_named(agree)}")
    other = [a for a in plan.actions if a.ask and a.status is not Status.OFF_TRACK]
    if other:
        asks.append(f"answer what is asked for {_named(other)}")
    if off:
        words = status_word(plan, Status.OFF_TRACK).lower()
        asks.append(f"decide what help to give to {count_of(len(off), 'action')} {words}: {refs(off)}")
    sentences = [f"The Board is asked to {'; and to '.join(asks)}."] if asks else []
    if passed:
        sentences.append(f"A date the Board can agree is needed for {_named(passed)}.")
    return " ".join(sentences) or "Nothing waits for the Board's agreement."


def _changes(plan: Plan, before: Plan | None) -> str:
    """What went down and up since the last meeting."""
    if before is None:
        return NO_EARLIER
    movement = compare(before, plan)
    ways = (("went down", movement.down), ("went up", movement.up))
    named = [f"{len(found)} {way}: {refs(move.action for move in found)}" for way, found in ways if found]
    since = f"since {say_date(before.as_at)}"
    return f"{'; '.join(named)}, {since}." if named else f"Nothing went down or up {since}."


def _no_update(plan: Plan) -> str:
    """The open actions without an update since the meeting before the last."""
    since = silence_starts(plan)
    silent = [action for action in plan.actions if has_no_update(action, plan)]
    if since is None or not silent:
        return ""
    have = "action has" if len(silent) == 1 else "actions have"
    return f"{len(silent)} open {have} no update since {say_date(since)}: {refs(silent)}."


def _due_next(plan: Plan) -> str:
    """The next meeting and what falls due before it."""
    meeting = plan.next_meeting
    if meeting is None:
        return "No later meeting is in the diary."
    due = due_before_next(plan, meeting)
    fall = "falls" if len(due) == 1 else "fall"
    what = f"{count_of(len(due), 'open action')} {fall} due by then: {refs(due)}"
    return f"Next meeting: {say_date(meeting.on)}. {what if due else 'Nothing falls due by then'}."


def _totals(plan: Plan, audience: Audience) -> str:
    """The whole plan, which the counts add up to, and what of it is exempt."""
    by_status = Counter(action.status for action in plan.actions)
    is_open = sum(action.is_open for action in plan.actions)
    hidden = exempt_in(plan).actions
    exempt = [action for action in plan.actions if action.id in hidden]
    and_exempt = f" {len(exempt)} {_EXEMPT_WORDS[audience]}: {refs(exempt)}." if exempt else ""
    return (
        f"{count_of(len(plan.actions), 'action')} in {count_of(len(plan.areas), 'area')}: {is_open} open, "
        f"{sum(by_status[status] for status in DONE)} done, {by_status[Status.ON_HOLD]} on hold, "
        f"{by_status[Status.WITHDRAWN]} withdrawn.{and_exempt}"
    )


def _named(actions: list[Action]) -> str:
    return f"{count_of(len(actions), 'action')}: {refs(actions)}"

"""What the Board is asked to decide: one item for each action, in its lead's own words if there are any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from send_actions.domain.checks.action_checks import (
    has_unagreed_date,
    has_unagreed_status,
    waits_for_sign_off,
)
from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.history.comparison import has_a_date
from send_actions.domain.plan import Action, Deadline, Plan
from send_actions.domain.plan.vocabulary import TROUBLED, Precision, Status
from send_actions.domain.words.dues import say_times
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, NumberedList, Paragraph, Strong, text_of
from send_actions.reports.sections.board.next_and_silent import owed_by
from send_actions.reports.sections.phrasing.agreement import moved_date, wants_new_date
from send_actions.reports.sections.phrasing.cells import (
    as_said,
    day_words,
    due_phrase,
    filled,
    one_line,
    owner_words,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import named


def to_decide(plan: Plan) -> tuple[Action, ...]:
    """The actions of which the Board is asked something: help first, then dates and holds, then sign-offs."""
    ranked = [(rank, action) for action in plan.actions if (rank := _rank(action, plan)) is not None]
    ranked.sort(key=lambda pair: (pair[0], worst_first(pair[1], plan.as_at)))
    return tuple(action for _, action in ranked)


def decisions(
    plan: Plan,
    asked: Sequence[Action],
    deadlines: Mapping[int, Sequence[Deadline]],
    *,
    leads: bool = False,
) -> Block:
    """What is asked of the Board for each of some actions, with what it needs and by when.

    `deadlines` holds, by action id and newest first, those of the actions in `to_agree`. With `leads` each
    says who leads it, for a chair who calls on them.
    """
    if not asked:
        return text_of("Nothing waits for the Board's decision.")
    return NumberedList(tuple(_item(plan, one, deadlines.get(one.id), leads=leads) for one in asked))


def is_asking(action: Action) -> bool:
    """Whether the lead asks something of the Board that the reader may know of."""
    return bool(action.ask.strip()) and not is_withheld(action)


def _rank(action: Action, plan: Plan) -> int | None:
    if action.status is Status.OFF_TRACK or is_asking(action):
        return 0
    if waits_for_sign_off(action, plan):
        return 2
    return 1 if has_unagreed_date(action) or has_unagreed_status(action, plan) else None


def _item(plan: Plan, action: Action, deadlines: Sequence[Deadline] | None, *, leads: bool) -> Paragraph:
    wanted = [*_help(action), *_date(plan, action, deadlines), *_status(plan, action)]
    told = ["Its detail is exempt."] if is_withheld(action) else [*map(sentence, _needs(plan, action))]
    if leads and not is_withheld(action):
        told.append(sentence(f"Lead: {owner_words(action.lead)}" if action.lead else "It has no lead"))
    name, body = Strong(named(action.ref, action.title)), "" if leads else owed_by(action)
    whose = f" ({body})" if body else ""
    return Paragraph((name, f"{whose}: {' '.join([sentence('; and '.join(wanted), keep=True), *told])}"))


def _help(action: Action) -> Iterator[str]:
    """Yield what is asked, in the lead's own words under their day, or that help is wanted."""
    if is_asking(action):
        yield as_said(action.ask, action.ask_on, "asked")
    elif action.status is Status.OFF_TRACK:
        yield "decide what help to give"


def _date(plan: Plan, action: Action, deadlines: Sequence[Deadline] | None) -> Iterator[str]:
    """Yield what is asked of a date that was moved and not agreed: from what, to what and why."""
    if not has_unagreed_date(action):
        return
    new = due_phrase(action.due)
    if wants_new_date(action, plan.as_at):
        told = f"{new} passed without agreement" if has_a_date(action.due) else f"the new one is {new}"
        whom = " its lead" if action.lead else ""
        yield f"ask{whom} for a new date ({told if action.due else 'the old one was taken away'})"
        return
    moved = moved_date(action, deadlines or ())
    old, first = due_phrase(moved.old), due_phrase(action.first_due)
    at_first = f"; at first {first}" if first != old else ""
    why = as_said(moved.reason, moved.said_on) if moved.reason else "no reason was given"
    if is_withheld(action):
        why = ""
    elif deadlines is None:
        why = "the reason is in the plan's history"
    yield f"agree the new date, {new}, moved {say_times(action.due_moves)} from {old}{at_first}{_after(why)}"


def _status(plan: Plan, action: Action) -> Iterator[str]:
    """Yield what is asked of a hold, a withdrawal or a completion that no meeting has agreed."""
    if not has_unagreed_status(action, plan):
        return
    if waits_for_sign_off(action, plan):
        proof = (
            f"proof: {one_line(action.proof).removesuffix('.')}" if action.proof.strip() else "no proof named"
        )
        told = "" if is_withheld(action) else f" ({proof})"
        yield f"sign it off as {status_word(plan, action.status).lower()}{told}"
        return
    was = f" (it was {status_word(plan, action.was).lower()})" if action.was else ""
    what = "agree to withdraw it"
    if action.status is Status.ON_HOLD:
        look = action.look_again
        until = f", to look again on {day_words(look, plan.as_at)}" if look else ""
        what = f"agree to put it on hold{until}"
    why = as_said(action.reason, action.reason_on) if action.reason.strip() else "no reason was given"
    yield f"{what}{was}{_after('' if is_withheld(action) else why)}"


def _after(why: str) -> str:
    return f": {why}" if why else ""


def _needs(plan: Plan, action: Action) -> Iterator[str]:
    """Yield when it was due, unless that is what is asked about, and its path to green, and by when."""
    if action.is_open and not has_unagreed_date(action):
        late = ", overdue" if is_overdue(action, plan.as_at) else ""
        is_ongoing = action.due is not None and action.due.precision is Precision.ONGOING
        due = "ongoing" if is_ongoing else f"due {due_phrase(action.due)}{late}"
        yield due if action.due else "it has no due date"
    if action.status not in TROUBLED:
        return
    by = f" by {day_words(action.path_by, plan.as_at)}" if action.path_by else ""
    if not action.path.strip():
        yield f"path to green{by}: not given"
    elif not is_asking(action):
        yield f"path to green{by}: {filled(one_line(action.path))}"
    elif by:
        yield f"path to green{by}"

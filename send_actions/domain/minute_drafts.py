"""What someone asks to be kept of a meeting: what it said, and what it agreed of what was proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.checks.action_checks import has_unagreed_date, has_unagreed_status
from send_actions.domain.drafting import LONGEST_LINE, Draft
from send_actions.domain.drafts import NO_DUE, ActionDraft, OwnerDraft
from send_actions.domain.plan import Action, Area, Due, Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import ASKS, MinuteKind, Status
from send_actions.domain.text import clean, cut, fold
from send_actions.domain.words.dates import say_date, say_due
from send_actions.errors import SendActionsError

BECAME_AN_ACTION: Final = "It became an action of the plan."
"""The answer to a request that an action was made of."""


@dataclass(frozen=True)
class MinuteDraft(Draft):
    """What a meeting said of an action, an area or the plan, and of what it asks who answers by when."""

    meeting_id: int = 0
    kind: MinuteKind = MinuteKind.DECISION
    text: str = field(default="", metadata={"needed": "Say in words what the meeting said."})
    action_id: int | None = None
    area_id: int | None = None
    owner: OwnerDraft | None = None
    due: Due = NO_DUE
    exempt: bool = False

    def problems(self) -> list[str]:
        """A minute is about one thing, and only what waits for an answer has an owner and a date."""
        found = super().problems()
        if self.action_id is not None and self.area_id is not None:
            found.append("A minute is about an action or an area, not both.")
        if self.kind not in ASKS and (self.owner or self.due != NO_DUE):
            found.append("Only a question or a request has someone who answers it, and a date.")
        if self.owner:
            found += self.owner.problems()
        return found


@dataclass(frozen=True)
class AgreementDraft(Draft):
    """What a meeting agreed of one action: its status or its due date as they stand, or what was asked."""

    action_id: int = 0
    meeting_id: int = 0
    text: str = ""
    status: Status | None = None
    due: Due | None = None


class TakenMinute(NamedTuple):
    """What is put down for a meeting, and the action that is made of it, if one is."""

    minute: MinuteDraft
    action: ActionDraft | None = None


def meeting_to_minute(plan: Plan, of: Meeting | None = None) -> Meeting:
    """Return the meeting that something is put down for: the one given, today's, else the last one held.

    Raises SendActionsError without any, or for one that is still to come.
    """
    if of is not None and of.on > plan.as_at:
        raise SendActionsError(
            f"The meeting of {say_date(of.on)} has not been yet: write down what it says on its day."
        )
    found = of or plan.meeting_today or _today_elsewhere(plan) or plan.last_meeting or _last_elsewhere(plan)
    if found is None:
        raise SendActionsError("No meeting was held yet: put today's in the diary first.")
    return found


def is_put_down(plan: Plan, meeting: Meeting, text: str) -> bool:
    """Say whether these words of a meeting stand in the plan already, whatever they were put down as."""
    words = fold(clean(text, one_line=True))
    return any(
        one.meeting_id == meeting.id and fold(clean(one.text, one_line=True)) == words for one in plan.minutes
    )


class Proposed(NamedTuple):
    """What was proposed of an action and waits for a meeting: its status, its due date, what was asked."""

    status: Status | None
    due: Due | None
    ask: str
    words: str


def proposed(plan: Plan, action: Action, by: date | None = None) -> Proposed | None:
    """Return what of an action waits for a meeting to agree, asked by a day if given; None for nothing."""
    status = action.status if has_unagreed_status(action, plan) else None
    due = action.due if has_unagreed_date(action) else None
    is_asked = action.ask and action.ask_on and (by is None or action.ask_on <= by)
    ask = clean(action.ask, one_line=True) if is_asked else ""
    told = [plan.legend_of(status).word.lower()] if status else []
    if due:
        first = f", first {say_due(action.first_due)}" if action.first_due else ""
        told.append(f"due {say_due(due)}{first}")
    told += [f"what was asked, “{ask}”"] if ask else []
    return Proposed(status, due, ask, "; ".join(told)) if told else None


def agreements(
    plan: Plan, actions: Iterable[Action], meeting: Meeting, words: str = ""
) -> list[AgreementDraft]:
    """Return what a meeting agrees of actions: all that was proposed of each and waits for a meeting.

    `words` are those of the minute, else it says what was agreed. Raises SendActionsError for an action of
    which nothing waits.
    """
    drafts = []
    for action in actions:
        waits = proposed(plan, action, meeting.on)
        if waits is None:
            raise SendActionsError(_nothing_waits(action, meeting))
        text = words or f"Agreed: {waits.words}"
        drafts.append(AgreementDraft(action.id, meeting.id, text, waits.status, waits.due))
    return drafts


def action_asked_for(plan: Plan, minute: Minute, area: Area) -> ActionDraft:
    """Return the action that a request asks for in an area: in its words, led by who was to answer it.

    It is exempt where the request is, or the action that this is about.
    """
    asked = OwnerDraft(minute.owner.role, minute.owner.organisation) if minute.owner else None
    about = plan.actions_by_id.get(minute.action_id or 0)
    title = cut(clean(minute.text, one_line=True), LONGEST_LINE)
    exempt = minute.exempt or bool(about and about.exempt)
    return ActionDraft(area.id, plan.next_ref(area), title, lead=asked, exempt=exempt)


def _nothing_waits(action: Action, meeting: Meeting) -> str:
    if action.ask and action.ask_on:
        asked, met = say_date(action.ask_on), say_date(meeting.on)
        return f"{action.ref} asked the board on {asked}, after the meeting of {met}."
    return f"Nothing of {action.ref} waits for a meeting: no moved date, hold, withdrawal, sign-off or ask."


def _today_elsewhere(plan: Plan) -> Meeting | None:
    return next((meeting for meeting in plan.meetings if meeting.on == plan.as_at), None)


def _last_elsewhere(plan: Plan) -> Meeting | None:
    held = (meeting for meeting in plan.meetings if meeting.on < plan.as_at)
    return max(held, key=lambda meeting: meeting.on, default=None)


def answer_day(on: date | None, asked: date, day: date) -> date:
    """Return the day of an answer, today unless given; refuses one before it was asked."""
    if on is not None and on < asked:
        raise SendActionsError(
            f"It was asked on {say_date(asked)}: an answer on {say_date(on)} is before that."
        )
    return on or day

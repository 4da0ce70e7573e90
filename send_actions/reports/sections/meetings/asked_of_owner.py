"""What is asked of the lead of an action or area: updates, dates, reasons, paths, and a board's questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from send_actions.domain.checks.action_checks import ACTION_RULES, Facts
from send_actions.domain.checks.urgency import owes_update
from send_actions.domain.plan import Action, Area, Minute, Plan
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.statements import last_statements
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Paragraph, Strong
from send_actions.reports.sections.phrasing.agreement import wants_new_date
from send_actions.reports.sections.phrasing.cells import (
    as_said,
    due_phrase,
    filled,
    quoted,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming, named

_Wish = Callable[[Action, str], str]


def _instead_of(day: date | None) -> str:
    return f" (it was to be by {say_date(day)})" if day else ""


_WISHES: Final[dict[str, _Wish]] = {
    "overdue": lambda one, _: f"say when it will be done (it was due {due_phrase(one.due)})",
    "due-before-next": lambda one, _: f"say whether it will be done in time (due {due_phrase(one.due)})",
    "no-reason": lambda _, status: f"say why it is {status}",
    "no-path": lambda *_: "give the path to green, and by when",
    "path-date-passed": lambda one, _: f"give a new path to green, and by when{_instead_of(one.path_by)}",
    "late-start": lambda one, _: f"say when it will start{_instead_of(one.start)}",
    "hold-date-passed": lambda *_: "say when it is to be looked at again",
    "no-proof": lambda *_: "name what shows that it is done",
    "impact-unsupported": lambda *_: "name what shows its impact",
    "no-due": lambda *_: "give a due date",
}
"""What is asked where a check questions an action, in the order in which it is asked."""


class Asking:
    """What is asked of whoever leads an action or an area of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._facts = Facts(plan)
        self._held = {meeting.id: meeting for meeting in plan.meetings if meeting.on <= plan.as_at}
        waiting = (one for one in plan.minutes if one.is_waiting)
        self._waiting = sorted(
            (one for one in waiting if one.meeting_id in self._held),
            key=lambda one: (self._held[one.meeting_id].on, one.id),
        )

    def of(self, action: Action) -> list[str]:
        """What is asked of an action's lead, each as a request; empty where it is nothing."""
        return [*self._checks(action), *self._questions(action)]

    def of_areas(self, areas: Iterable[Area]) -> list[Paragraph]:
        """What meetings asked of whole areas and have no answer to."""
        by_id = {area.id: area for area in areas}
        found = []
        for minute in self._waiting:
            area = by_id.get(minute.area_id or 0)
            if area and minute.action_id is None:
                name = Strong(f"Area {named(area.number, area.title)}:")
                found.append(Paragraph((name, f" {sentence(f'please {self._question(minute)}')}")))
        return found

    def item(self, action: Action, naming: Naming) -> Paragraph:
        """An action with its status as last said and when, and what is asked of its lead."""
        exempt = " (exempt)" if action.exempt and not is_withheld(action) else ""
        asked = sentence(f"please {_joined(self.of(action))}")
        return Paragraph((Strong(f"{naming.action(action)}{exempt}:"), f" {self._stands(action)} {asked}"))

    def _stands(self, action: Action) -> str:
        """How it stands, since when, and the last words said, each under its own day."""
        since = f" since {say_date(action.since)}" if action.since else ""
        stands = sentence(f"{status_word(self._plan, action.status).lower()}{since}", keep=True)
        said = [] if is_withheld(action) else [as_said(words, day) for day, words in last_statements(action)]
        return f"{stands} {sentence('; '.join(said))}" if said else stands

    def _checks(self, action: Action) -> Iterator[str]:
        found = [code for code in _WISHES if ACTION_RULES[code](action, self._facts)]
        status = status_word(self._plan, action.status).lower()
        if owes_update(action, self._plan):
            yield "say how it stands now"
        for code in found:
            yield _WISHES[code](action, status)
        if wants_new_date(action, self._plan.as_at) and "overdue" not in found and "no-due" not in found:
            yield "propose a date that the board can agree"

    def _questions(self, action: Action) -> Iterator[str]:
        for minute in self._waiting:
            if minute.action_id == action.id:
                yield self._question(minute)

    def _question(self, minute: Minute) -> str:
        meeting = self._held[minute.meeting_id]
        verb = "answer" if minute.kind is MinuteKind.QUESTION else "bring what was requested by"
        who = f"{filled(meeting.series, 'the meeting')} of {say_date(meeting.on)}"
        return f"{verb} the {who}: {quoted(filled(minute.text))}"


def _joined(wishes: list[str]) -> str:
    return "; and ".join(filter(None, ("; ".join(wishes[:-1]), wishes[-1])))

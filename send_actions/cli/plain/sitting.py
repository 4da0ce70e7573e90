"""One sitting in plain lines: at which plan, as at which day, for whom, and what is kept while it lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from send_actions.cli.phrases import sentences, status_words
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import line_of
from send_actions.domain.checks.rounds import lead_of
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Plan, Timeline
from send_actions.domain.plan.vocabulary import Heard
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import due_words
from send_actions.domain.words.statements import labelled_statements
from send_actions.store.reader import read_timeline


@dataclass
class Memory:
    """What a sitting keeps while it lasts.

    `menus` counts how often each was asked, `said` is what is said once, `unsaved` the answers of each form
    that was left, by its title, and `saved` how many changes were made. What follows is `heard` in a way and
    `heard_from` someone, empty where it is each action's lead; it is said for the day `on`, when not today.
    """

    menus: Counter[str] = field(default_factory=Counter)
    said: set[str] = field(default_factory=set)
    unsaved: dict[str, dict[str, str]] = field(default_factory=dict)
    heard: Heard | None = None
    heard_from: str = ""
    on: date | None = None
    saved: int = 0

    @property
    def manner(self) -> str:
        """How what follows is said, where that was chosen: for which day, and how it was heard."""
        day = f", for {say_date(self.on)}" if self.on else ""
        heard = f", heard by {self.heard.value}" if self.heard else ""
        return day + heard + (f" from {line_of(self.heard_from)}" if self.heard_from else "")

    def source_of(self, actions: tuple[Action, ...]) -> tuple[Heard | None, str]:
        """Return how an update of actions is heard and from whom; nobody for one's own judgement."""
        if self.heard in {None, Heard.JUDGEMENT}:
            return self.heard, ""
        leads = {lead_of(action) for action in actions}
        return self.heard, self.heard_from or (leads.pop() if len(leads) == 1 else "")


class Sitting(Noun):
    """The plan's location, the earlier day that is looked at in ISO 8601, if any, and what is kept.

    `for_board` shows what a board's paper would, and nothing can be changed. Papers are offered to be written
    beside the plan, or into the folder `papers_to`; of a plan that is not lasting no round is kept.
    """

    location: str
    memory: Memory
    as_at: str | None = None
    for_board: bool = False
    papers_to: Path | None = None
    is_lasting: bool = True

    @property
    def is_looking_back(self) -> bool:
        """Whether the plan is shown as it stood on an earlier day."""
        return self.as_at is not None

    @property
    def manner(self) -> str:
        """How what follows is said, where anything can be said."""
        return "" if self.is_read_only else self.memory.manner

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self.is_looking_back or self.for_board

    def at(self, day: date | None) -> Sitting:
        """Return the same sitting at an earlier day; None for today."""
        return replace(self, as_at=day.isoformat() if day else None)

    @contextmanager
    def plan(self) -> Iterator[PlanView]:
        """Open the plan as it is looked at; for a board only what its paper would show is in it."""
        with open_plan(self.location, self.as_at) as view:
            yield self._for_the_room(view) if self.for_board else view

    def before(self, view: PlanView) -> Plan | None:
        """Return how the plan stood at the last meeting, as it may be seen here."""
        return self._redacted(view.before, view) if self.for_board and view.before else view.before

    def timeline(self, action: Action, view: PlanView) -> Timeline:
        """Return what was said of an action, as it may be heard here."""
        if not self.for_board:
            return read_timeline(view.reading, action.id, view.plan.as_at)
        from send_actions.tui.room_reader import RoomReader

        with closing(RoomReader(self.location, date.today)) as reader:
            plan = reader.snapshot(view.plan.as_at).plan
            return reader.timeline(plan, plan.actions_by_id[action.id])

    def _for_the_room(self, view: PlanView) -> PlanView:
        return PlanView(view.location, view.reading, self._redacted(view.plan, view), view.today)

    @staticmethod
    def _redacted(plan: Plan, view: PlanView) -> Plan:
        from send_actions.papers.exempt import exempt_as_last_known
        from send_actions.reports.audience import Audience, exempt_in, redact_plan

        exempt = exempt_in(plan) | exempt_in(view.plan) | exempt_as_last_known(view.reading, plan)
        return redact_plan(plan, Audience.BOARD, exempt)


def told(action: Action, view: PlanView) -> str:
    """Return an action in sentences: how it stands and why, when it is due and who leads it."""
    plan = view.plan
    return line_of(
        sentences(
            [
                f"{action.ref}, {action.title}",
                status_words(plan, action),
                *(f"{label}: {text}" for label, text in labelled_statements(action)),
                f"Path to green: {action.path}" if action.path else "",
                f"Asks the board: {action.ask}" if action.ask else "",
                f"Due {due_words(action, days_overdue(action, plan.as_at))}",
                f"Lead {action.lead or 'nobody named'}",
            ]
        )
    )


def named(action: Action, view: PlanView) -> str:
    """Return an action in one short sentence, as lists say it."""
    return line_of(
        sentences([f"{action.ref}, {action.title}", status_words(view.plan, action).partition(",")[0]])
    )


def day_told(view: PlanView, *, is_back: bool) -> str:
    """Return the day the plan is shown as at."""
    back = ", looking back: nothing can be changed" if is_back else ""
    return f"As at {say_date(view.plan.as_at)}{back}."


def refs_of(actions: tuple[Action, ...]) -> str:
    """Return the refs of actions as a sentence has them: 9.1, 9.3 and 9.4."""
    refs = [line_of(action.ref) for action in actions]
    return " and ".join(filter(None, (", ".join(refs[:-1]), refs[-1])))

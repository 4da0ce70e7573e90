"""One sitting in plain lines: at which plan, as at which day, and how an action is said in a sentence."""

from __future__ import annotations

from contextlib import AbstractContextManager

from send_actions.cli.phrases import sentences, status_words
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import line_of
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import due_words
from send_actions.domain.words.statements import labelled_statements


class Sitting(Noun):
    """The plan's location, and the earlier day that is looked at in ISO 8601, if any."""

    location: str
    as_at: str | None = None

    @property
    def is_looking_back(self) -> bool:
        """Whether the plan is shown as it stood on an earlier day."""
        return self.as_at is not None

    def plan(self) -> AbstractContextManager[PlanView]:
        """Open the plan as it is looked at."""
        return open_plan(self.location, self.as_at)


def told(action: Action, view: PlanView) -> str:
    """Return an action in sentences: how it stands and why, when it is due and who leads it."""
    plan = view.plan
    return line_of(
        sentences(
            [
                f"{action.ref}, {action.title}",
                status_words(plan, action),
                *(f"{label}: {text}" for label, text in labelled_statements(action)),
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


def day_told(view: PlanView) -> str:
    """Return the day the plan is shown as at."""
    back = ", looking back: nothing can be changed" if view.plan.as_at < view.today else ""
    return f"As at {say_date(view.plan.as_at)}{back}."

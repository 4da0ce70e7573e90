"""What a file says of a plan, line by line, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Status


@dataclass(frozen=True)
class Problem:
    """Something about one cell: a question blocks the import, a doubt is only listed."""

    cell: str
    message: str
    is_question: bool = False

    def __str__(self) -> str:
        return f"{self.cell}: {self.message}"


@dataclass(frozen=True)
class AreaLine:
    """What a file says of an area; None is unsaid."""

    number: str
    title: str | None = None
    theme: str | None = None
    lead: OwnerDraft | None = None


@dataclass(frozen=True)
class ActionLine:
    """What a file says of an action; None is unsaid."""

    ref: str
    area_number: str
    title: str
    success_measure: str | None = None
    lead: OwnerDraft | None = None
    partners: str | None = None
    start: date | None = None
    status: Status | None = None
    impact: Impact | None = None
    due: Due | None = None


@dataclass(frozen=True)
class PlanLines:
    """A whole file: areas and actions in its order, and every problem found."""

    areas: tuple[AreaLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The problems that have to be answered first."""
        return tuple(problem for problem in self.problems if problem.is_question)

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The problems that are only listed."""
        return tuple(problem for problem in self.problems if not problem.is_question)

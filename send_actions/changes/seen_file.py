"""A file as it would come in: what is open about it and what the plan would become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_actions.changes.returns_taken import TakenReturns
    from send_actions.importers.answers import Answers
    from send_actions.importers.plan_lines import FileDate, PlanLines
    from send_actions.importers.problems import Problem


@dataclass(frozen=True)
class Said:
    """What was answered of a file: words by flag and what each speaks of, and the date it counts from.

    `on` is None for today, and `is_dated` says whether that was answered.
    """

    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    on: date | None = None
    is_dated: bool = False


@dataclass(frozen=True)
class SeenFile:
    """A file read against the plan at a record, with what it would change: a plan's file, or a return.

    `holds` says how much is in it, and `comes` is what is written. `would` has a line for each thing that
    would differ and `label` what the change would be called; without one `nothing` says why. `same` are the
    refs of actions of which all is said already. All of that is only known once no question is open. Of a
    plan's file, `read_as` has how its columns are read, `file_date` the day it says, and `used` what was
    answered of it, here or before; of returns, `moved` has what the plan has said since they were made, and
    `clean` the rows of which nothing is asked, where only whose words stand is open.
    """

    name: str
    holds: str
    comes: PlanLines | TakenReturns
    problems: tuple[Problem, ...]
    record: int
    day: date
    would: tuple[str, ...] = ()
    label: str = ""
    nothing: str = ""
    same: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    file_date: FileDate | None = None
    used: Answers | None = None
    moved: tuple[str, ...] = ()
    clean: SeenFile | None = None

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The problems that have to be answered first."""
        return tuple(one for one in self.problems if one.is_question)

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The problems that are only listed."""
        return tuple(one for one in self.problems if not one.is_question)

    @property
    def asks_date(self) -> bool:
        """Whether it speaks of another day than today, so that it is asked from when it counts."""
        return self.file_date is not None and self.file_date.on != self.day

"""A plan as a file gives it: areas, actions with what is said of each, and every problem found."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, NamedTuple

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status
from send_actions.domain.text import match_key
from send_actions.domain.words.listed import Listed
from send_actions.importers.answers import Answers
from send_actions.importers.due_cells import DueCells
from send_actions.importers.measure_columns import MeasureLine
from send_actions.importers.problems import Problem

_OF_AREA: Final = ("title", "theme", "lead", "outcome", "judged")


@dataclass(frozen=True)
class AreaLine:
    """What a file says of an area; None is unsaid, and what is `removed` is said to be nothing.

    One that `is_compared` says only what was changed in a list of ours; `taken` are the fields of it that
    were disputed, and answered to be the file's.
    """

    number: str
    title: str | None = None
    theme: str | None = None
    lead: OwnerDraft | None = None
    outcome: str | None = None
    judged: Status | None = None
    removed: frozenset[str] | None = None
    is_compared: bool = field(default=False, compare=False, repr=False)
    taken: frozenset[str] | None = field(default=None, compare=False, repr=False)

    def filled_from(self, other: AreaLine) -> AreaLine:
        """Return the line with what another says of the same area and this one does not."""
        removed, taken = self.removed or frozenset(), self.taken or frozenset()
        unsaid = {n for n in _OF_AREA if getattr(self, n) is None and n not in removed}
        filled = {name: getattr(other, name) for name in unsaid}
        removed |= (other.removed or frozenset()) & unsaid
        taken |= (other.taken or frozenset()) & unsaid
        return replace(self, **filled, removed=removed or None, taken=taken or None)

    def only_taken(self) -> AreaLine:
        """Return what the line says by an answer alone."""
        taken = self.taken or frozenset()
        said = {name: getattr(self, name) for name in taken}
        return AreaLine(self.number, removed=(self.removed or frozenset()) & taken, is_compared=True, **said)


class SaidThen(NamedTuple):
    """What a file says was said on a day, or on none; `since` begins the month that the day ends."""

    on: date | None
    status: Status | None = None
    note: str | None = None
    since: date | None = None


class StepLine(NamedTuple):
    """A step inside an action."""

    words: str
    due: Due


@dataclass(frozen=True)
class ActionLine:
    """What a file says of an action; None is unsaid, and an area without a number is the one it is in.

    `revised` is a second due date, which moves the first; it `has_unread_move` where its words are no date.
    What is `removed` is said to be nothing. `listed` says which action and state our own list showed in it,
    `emptied` has the fields of that list whose cells are empty, `worked_out` the words of cells that are
    worked out; one that `is_compared` says only what was changed in it, and of that `taken` are the fields
    that were disputed, and answered to be the file's. `said` is what was said before, oldest first, `steps`
    the steps inside, `measures` what it is to move; one that `is_unnumbered` has no ref in the file.
    """

    ref: str
    area_number: str
    title: str
    success_measure: str | None = None
    lead: OwnerDraft | None = None
    sro: OwnerDraft | None = None
    partners: str | None = None
    start: date | None = None
    status: Status | None = None
    impact: Impact | None = None
    due: Due | None = None
    updated_on: date | None = None
    note: str | None = None
    ask: str | None = None
    revised: Due | None = None
    revised_reason: str = ""
    has_unread_move: bool = False
    due_cells: DueCells | None = None
    due_is_doubtful: bool = False
    removed: frozenset[str] = frozenset()
    is_compared: bool = False
    listed: Listed | None = field(default=None, compare=False, repr=False)
    emptied: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    first_due: date | None = field(default=None, compare=False, repr=False)
    note_on: date | None = field(default=None, compare=False, repr=False)
    ask_on: date | None = field(default=None, compare=False, repr=False)
    worked_out: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    area_title: str = field(default="", compare=False, repr=False)
    area_label: str = field(default="", compare=False, repr=False)
    row: int = field(default=0, compare=False, repr=False)
    taken: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    said: tuple[SaidThen, ...] = ()
    steps: tuple[StepLine, ...] = ()
    measures: tuple[MeasureLine, ...] = ()
    is_unnumbered: bool = field(default=False, compare=False, repr=False)

    @property
    def latest_status(self) -> Status | None:
        """The status that is said now, else the last that was said before."""
        return self.status or next((then.status for then in reversed(self.said) if then.status), None)

    def only_taken(self) -> ActionLine:
        """Return what the line says by an answer alone."""
        said: dict[str, Any] = {name: getattr(self, name) for name in self.taken - {"area", "title"}}
        number = self.area_number if "area" in self.taken else ""
        title = self.title if "title" in self.taken else ""
        said["removed"] = self.removed & self.taken
        return ActionLine(self.ref, number, title, is_compared=True, row=self.row, **said)

    def due_meant(self, known: Due | None) -> Due | None:
        """Return the due date that the line says, where the plan has the known one; None when none."""
        if self.due_is_doubtful and known is not None and known.precision is not Precision.UNCLEAR:
            return None
        return self.due_cells.meant(known) if self.due_cells else self.due


@dataclass(frozen=True)
class FileDate:
    """The date that a file says it speaks of, with the words and the cell that say so."""

    on: date
    words: str
    cell: str


@dataclass(frozen=True)
class PlanLines:
    """A whole file: areas and actions in its order, and every problem found.

    `places` are its columns by field, `answers` what was answered and `used` those answers that the file asks
    for, `digest` tells it from other files, and `taken_against` what was answered of its disputed cells, and
    against which words, from other answers. One that `is_answered_anew` came in before with other answers.
    `record` is the state of the plan with which rows of our own list were compared, if there are any, and
    `listed_at` the oldest record at which these were listed; `is_edited` says whether any of them says
    something else than the list did, `is_left` whether the plan's words were answered to stand against it.
    `left` is what it says where the plan's words stand that were said since its last version came in,
    which is the very same file where it `is_again`.
    `read_as` has each heading with what it is read as, `measures` those of tables of their own.
    """

    areas: tuple[AreaLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    file_date: FileDate | None = None
    digest: str = ""
    taken_against: str = ""
    record: int | None = None
    listed_at: int | None = None
    is_edited: bool = False
    is_left: bool = False
    left: Mapping[str, str] = field(default_factory=dict)
    is_again: bool = False
    used: Answers = field(default_factory=Answers)
    is_answered_anew: bool = False
    read_as: tuple[tuple[str, str], ...] = ()
    measures: tuple[MeasureLine, ...] = ()

    def only_taken(self, known: Container[str], actions_known: Container[str]) -> PlanLines:
        """Return what the file says by answers alone, with the areas needed for it that are not known.

        Of an action that is not known either nothing is said, unless the answers made the row another's.
        """
        said = (line.only_taken() for line in self.actions if line.taken)
        actions = tuple(line for line in said if line.title or match_key(line.ref) in actions_known)
        needed = {match_key(line.area_number) for line in actions}
        areas = (
            area if match_key(area.number) not in known else area.only_taken()
            for area in self.areas
            if area.taken or match_key(area.number) in needed
        )
        return replace(self, areas=tuple(areas), actions=actions)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """The problems that have to be answered first."""
        return tuple(p for p in self.problems if p.is_question)

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The problems that are only listed."""
        return tuple(p for p in self.problems if not p.is_question)

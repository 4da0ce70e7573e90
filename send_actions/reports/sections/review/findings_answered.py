"""How each finding of an inspection or review stands: which areas answer it, and what their actions do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from send_actions.domain.checks.summary import count_statuses
from send_actions.domain.plan import Action, Area, Finding, Plan, Source
from send_actions.domain.plan.vocabulary import DONE, WORST_FIRST, FindingKind, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_answered_in_secret
from send_actions.reports.sections.phrasing.cells import count_of, filled, one_line, quoted, status_word

FINDING_WORDS: Final = {
    FindingKind.STRENGTH: "Strength",
    FindingKind.AREA_FOR_IMPROVEMENT: "Area for improvement",
    FindingKind.RECOMMENDATION: "Recommendation",
}
"""What each kind of finding is called."""


AN_EXEMPT_ITEM: Final = "An exempt item"
"""What stands among the areas that answer a finding where some are exempt."""


class Answer(StrEnum):
    """What becomes of a finding."""

    STRENGTH = "A strength, to be kept"
    NO_AREA = "No area answers it"
    NO_ACTION = "Its areas hold no action"
    IN_HAND = "In hand"
    DONE = "All its actions are done"
    WITHHELD = "Answered by an exempt item"


class Answered(NamedTuple):
    """A finding with its source, the areas that answer it, their actions, and what that comes to."""

    finding: Finding
    source: Source
    areas: tuple[Area, ...]
    actions: tuple[Action, ...]
    answer: Answer

    @property
    def name(self) -> str:
        """The finding inside a sentence: its words, and where they stand."""
        where = ", ".join(filter(None, (one_line(self.source.title), one_line(self.finding.place))))
        return f"{quoted(filled(self.finding.text))} ({filled(where)}, {say_date(self.source.on)})"


class Coverage:
    """A plan's findings and areas held against each other."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def _working(self) -> dict[int, list[Action]]:
        """The actions that still stand, for each area that they are in or support."""
        found: dict[int, list[Action]] = {area.id: [] for area in self._plan.areas}
        for action in self._plan.actions:
            if action.status is not Status.WITHDRAWN:
                for id_ in dict.fromkeys((action.area_id, *action.supports)):
                    found.setdefault(id_, []).append(action)
        return found

    @cached_property
    def answered(self) -> tuple[Answered, ...]:
        """Every finding, by the day of its source, with what answers it."""
        sources = sorted(self._plan.sources, key=lambda source: (source.on, source.id))
        return tuple(self._answered(finding, source) for source in sources for finding in source.findings)

    @cached_property
    def asked_of(self) -> dict[int, list[Answered]]:
        """The findings that ask something of each area; strengths ask for nothing."""
        found: dict[int, list[Answered]] = {area.id: [] for area in self._plan.areas}
        for one in self.answered:
            if one.answer is not Answer.STRENGTH:
                for area in one.areas:
                    found[area.id].append(one)
        return found

    def actions_of(self, area: Area) -> Sequence[Action]:
        """The actions that still stand in an area or support it."""
        return self._working[area.id]

    def with_answer(self, *answers: Answer) -> list[Answered]:
        """The findings of which that has become."""
        return [one for one in self.answered if one.answer in answers]

    def _answered(self, finding: Finding, source: Source) -> Answered:
        wanted = set(finding.area_ids)
        areas = tuple(area for area in self._plan.areas if area.id in wanted)
        ids = {action.id for area in areas for action in self._working[area.id]}
        actions = tuple(action for action in self._plan.actions if action.id in ids)
        is_secret = is_answered_in_secret(finding)
        if finding.kind is FindingKind.STRENGTH:
            answer = Answer.STRENGTH
        elif is_secret and not actions:
            answer = Answer.WITHHELD
        elif not areas:
            answer = Answer.NO_AREA
        elif not actions:
            answer = Answer.NO_ACTION
        else:
            is_done = not is_secret and all(a.status in DONE for a in actions)
            answer = Answer.DONE if is_done else Answer.IN_HAND
        return Answered(finding, source, areas, actions, answer)


def counted_actions(plan: Plan, actions: Iterable[Action]) -> str:
    """Actions counted by status, so that they add up: 5 actions: 1 off track, 4 done."""
    counts = count_statuses(actions)
    total = sum(counts.values())
    done = sum(counts[status] for status in DONE)
    order = [status for status in (*WORST_FIRST, None) if status not in DONE]
    told = [(counts.get(status, 0), status_word(plan, status).lower()) for status in order]
    words = ", ".join(f"{many} {word}" for many, word in (*told, (done, "done")) if many)
    return f"{count_of(total, 'action')}: {words}" if words else "no action"

"""Checks: rules that question the plan and say why, worst first; they never change anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from send_actions.domain.checks.action_checks import ACTION_RULES, Facts
from send_actions.domain.checks.urgency import is_overdue, owes_update, severity, worst_first, worst_open
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Area, Finding, Minute, Plan, Source
from send_actions.domain.plan.vocabulary import FindingKind, MinuteKind, Status
from send_actions.domain.text import cut, printable
from send_actions.domain.words.choices import nearest
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError

__all__ = [
    "CODES",
    "Flag",
    "check",
    "check_action",
    "codes_of",
    "flags_by_action",
    "is_overdue",
    "name_of",
    "owes_update",
    "read_code",
]

CODES: Final = {
    "green-but-overdue": "On track past the due date",
    "overdue": "Overdue",
    "board-asked": "The board asked and has no answer",
    "stuck": "At risk at three meetings running",
    "path-date-passed": "Past the date of its path to green",
    "no-reason": "Without a reason",
    "no-path": "Off track or at risk without a path to green",
    "area-greener": "Areas judged greener than their actions",
    "no-update": "Nothing said since the meeting before the last",
    "due-before-next": "Due before the next meeting",
    "late-start": "Past the start date, not started",
    "hold-date-passed": "On hold past the date to look again, or without one",
    "not-agreed": "Moved, on hold, withdrawn or done without a meeting's agreement",
    "date-moved-twice": "Due date moved twice or more",
    "impact-unsupported": "Impact evidenced without evidence",
    "no-proof": "Complete or embedded without proof",
    "no-impact": "Done, with no impact yet",
    "finding-unanswered": "Findings without an action",
    "no-due": "Without a due date",
    "no-lead": "Without an action lead",
    "no-success-measure": "Without a success measure",
}
"""Every code, worst first, with its heading (PRODUCT section 4)."""

_SHORT: Final = {
    "date-moved-twice": "date moved twice or more",
    "hold-date-passed": "hold to look at again",
}
"""What a check is called in few words where its code would not be true of all that it finds."""

OF_OUTLINE: Final = ("green-but-overdue", "overdue")
"""The codes, first of all, that question nothing but status and due date."""

_LONGEST_QUOTE: Final = 90


class Flag(Noun):
    """One question put to the plan: its code, its sentence and where to go.

    A flag on an action has its area too; on an area only that; on the whole plan neither. `about` is the
    minute or finding behind it, if any.
    """

    code: str
    action: Action | None
    area: Area | None
    message: str
    about: Minute | Finding | None = None


def check(plan: Plan, codes: Iterable[str] = CODES) -> list[Flag]:
    """Every question that all or some checks put to a plan, worst first by code and within each."""
    wanted = frozenset(codes)
    facts = Facts(plan)
    actions = sorted(plan.actions, key=lambda action: worst_first(action, plan.as_at))
    return [flag for code in CODES if code in wanted for flag in _flags(code, actions, facts)]


def first_flagged(plan: Plan, codes: Iterable[str] = CODES) -> Action | None:
    """The action that the first question put to any is about, by all or some checks; None without one."""
    facts = Facts(plan)
    for code in codes:
        found = [flag.action for flag in _flags(code, plan.actions, facts) if flag.action]
        if found:
            return found[0] if code in _PLAN_RULES else min(found, key=lambda a: worst_first(a, plan.as_at))
    return None


def flags_by_action(flags: Iterable[Flag]) -> dict[int, list[Flag]]:
    """The questions put to each action that has any, by its row id, in their order."""
    found: dict[int, list[Flag]] = {}
    for flag in flags:
        if flag.action:
            found.setdefault(flag.action.id, []).append(flag)
    return found


def codes_of(flags: Iterable[Flag]) -> list[str]:
    """The codes of some questions, in their order, each once."""
    return list(dict.fromkeys(flag.code for flag in flags))


def name_of(code: str) -> str:
    """A check in few words, as in "no update"."""
    return _SHORT.get(code, code.replace("-", " "))


def check_action(action: Action, plan: Plan) -> list[Flag]:
    """The questions put to one action, worst first."""
    facts = Facts(plan)
    codes = [code for code in CODES if code in ACTION_RULES or code == "board-asked"]
    found = [flag for code in codes for flag in _flags(code, [action], facts)]
    return [flag for flag in found if flag.action and flag.action.id == action.id]


def read_code(text: str) -> str:
    """The check meant by its code; raises UsageError naming the nearest."""
    code = text.strip().lower().replace("_", "-")
    if code in CODES:
        return code
    near = nearest(code, CODES)
    tail = f"did you mean {near}?" if near else f"use one of {', '.join(CODES)}."
    named = f'No check "{printable(cut(text.strip(), 40))}"' if code else "No check given"
    raise UsageError(f"{named}: {tail}")


def area_greener(plan: Plan) -> Iterator[Flag]:
    """Areas judged greener than their worst open action, and no reason given."""
    words = {entry.status: entry.word.lower() for entry in plan.legend}
    for area in plan.areas:
        judged, worst = area.judgement, worst_open(plan.actions_by_area[area.id], plan.as_at)
        if judged is None or judged.reason or worst is None:
            continue
        if _greenness(judged.status) > _greenness(worst.status):
            state = words[worst.status] if worst.status else "without a status"
            judgement = f"Judged {words[judged.status]} on {say_date(judged.on)}"
            message = f"{judgement}, greener than {worst.ref}, which is {state}; no reason given."
            yield Flag("area-greener", None, area, message)


def finding_unanswered(plan: Plan) -> Iterator[Flag]:
    """Findings that ask for something, with no area, or whose areas hold no action that still stands."""
    acted_on: set[int] = set()
    for action in plan.actions:
        if action.status is not Status.WITHDRAWN:
            acted_on |= {action.area_id, *action.supports}
    for source in plan.sources:
        for finding in source.findings:
            if finding.kind is not FindingKind.STRENGTH and acted_on.isdisjoint(finding.area_ids):
                yield _unanswered(source, finding, plan)


def board_asked(plan: Plan) -> Iterator[Flag]:
    """Questions and requests of meetings up to the as-at date that have no answer, the oldest first."""
    meetings = {id_: meeting.on for id_, meeting in plan.meetings_by_id.items() if meeting.on <= plan.as_at}
    asked = [
        (meetings[minute.meeting_id], minute)
        for minute in plan.minutes
        if minute.is_waiting and minute.meeting_id in meetings
    ]
    for on, minute in sorted(asked, key=lambda pair: (pair[0], pair[1].id)):
        action = plan.actions_by_id.get(minute.action_id or 0)
        area = plan.area_of(action) if action else plan.areas_by_id.get(minute.area_id or 0)
        verb = "Asked" if minute.kind is MinuteKind.QUESTION else "Requested"
        message = f"{verb} on {say_date(on)}, not answered: {_quoted(minute.text)}"
        yield Flag("board-asked", action, area, message, minute)


_PLAN_RULES: Final[dict[str, Callable[[Plan], Iterable[Flag]]]] = {
    "board-asked": board_asked,
    "area-greener": area_greener,
    "finding-unanswered": finding_unanswered,
}


def _flags(code: str, actions: Iterable[Action], facts: Facts) -> Iterator[Flag]:
    if code in _PLAN_RULES:
        yield from _PLAN_RULES[code](facts.plan)
        return
    rule = ACTION_RULES[code]
    for action in actions:
        message = rule(action, facts)
        if message:
            yield Flag(code, action, facts.plan.area_of(action), message)


def _greenness(status: Status | None) -> int:
    """How green a status is; what waits is as green as on track, for it is not in trouble."""
    waits = status in {None, Status.NOT_STARTED, Status.ON_HOLD, Status.WITHDRAWN}
    return severity(Status.ON_TRACK if waits else status)


def _unanswered(source: Source, finding: Finding, plan: Plan) -> Flag:
    areas = [plan.areas_by_id[id_] for id_ in finding.area_ids if id_ in plan.areas_by_id]
    numbers = ", ".join(area.number for area in areas)
    gap = f"area {numbers} holds no action" if len(areas) == 1 else f"areas {numbers} hold no action"
    words = f"{source.title}: {_quoted(finding.text)}"
    message = f"{words} has no area." if not areas else f"{words} has no answer, {gap}."
    return Flag("finding-unanswered", None, areas[0] if areas else None, message, finding)


def _quoted(text: str) -> str:
    return f"“{cut(' '.join(text.split()), _LONGEST_QUOTE)}”"

"""Rows in force (dates as `date` or ISO text, closed lists as slugs) put together as a Plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.history.asks import last_decided, while_unanswered
from send_actions.domain.history.folding import SAID_FIELDS, Row, as_date, as_due, as_status
from send_actions.domain.history.rows_in_force import Rows, grouped, is_retired, made_of, maker_of, rows_until
from send_actions.domain.plan import (
    Action,
    Area,
    Comparator,
    Evidence,
    Finding,
    Judgement,
    Measure,
    Meeting,
    Milestone,
    Minute,
    Owner,
    Paper,
    Plan,
    Reading,
    Said,
    Source,
    Step,
    in_order,
)
from send_actions.domain.plan.vocabulary import (
    DEFAULT_LEGEND,
    LegendEntry,
)
from send_actions.domain.text import natural

NOUNS: Final = (
    *("plan", "legend", "owner", "area", "judgement", "action", "action_support", "action_dependency"),
    *("action_measure", "step", "paper"),
    *("progress_update", "deadline", "meeting", "minute", "measure", "reading", "milestone", "comparator"),
    *("evidence", "source", "finding", "finding_area"),
)
"""The tables that a Plan is made of."""

DATES_ITSELF: Final = frozenset({"gone_on", "reached_on"})
"""Fields that are dated by what they say, not by the day they were typed."""

_NO_PLAN = {"title": "", "partnership": "", "main_series": "", "today": None, "signs_off_from": None}


def assemble(
    rows: Rows,
    said: Mapping[int, Row] | None,
    *,
    as_at: date,
    record: int,
    with_actions: Collection[int] | None = None,
) -> Plan:
    """Return the plan of these rows; `said` has the fields that statements give to each action.

    Without it the rows of actions have what an outline shows of them, and the actions keep their order.
    `with_actions` are the areas that have any, where the rows are those of some actions only.
    """
    plan: Row = next(iter(rows["plan"]), _NO_PLAN)
    owners = {
        r["id"]: Owner(
            *(r["id"], r["role"], r["organisation"], r["name"], r["email"], r["deputy"]),
            away_until=as_date(r["away_until"]),
        )
        for r in rows["owner"]
    }
    meetings = _meetings(rows["meeting"], as_at)
    minutes = _minutes(rows["minute"], {m.id for m in meetings if m.on <= as_at}, owners, as_at)
    if said is None:
        actions = _outlined(rows["action"], owners)
    else:
        actions = _actions(rows, said, owners, last_decided(minutes, meetings), as_at)
    evidence = [made_of(Evidence, row) for row in rows_until(rows["evidence"], as_at)]
    return Plan(
        title=plan["title"],
        partnership=plan["partnership"],
        as_at=as_at,
        record=record,
        main_series=plan["main_series"],
        today=as_date(plan["today"]),
        signs_off_from=as_date(plan["signs_off_from"]),
        legend=_legend(rows["legend"], as_at),
        areas=areas_there(rows, owners, as_at, with_actions or {action.area_id for action in actions}),
        actions=actions,
        owners=tuple(sorted(owners.values(), key=lambda o: (o.role.casefold(), o.organisation, o.id))),
        meetings=meetings,
        minutes=minutes,
        measures=_measures(rows, as_at),
        evidence=tuple(sorted(evidence, key=lambda e: (e.on, e.id))),
        sources=_sources(rows, as_at),
        papers=tuple(made_of(Paper, row) for row in rows_until(rows["paper"], as_at)),
    )


def _actions(
    rows: Rows,
    said: Mapping[int, Row],
    owners: Mapping[int, Owner],
    decided: Mapping[int, date],
    as_at: date,
) -> tuple[Action, ...]:
    supports, needs, moves = (
        _linked(rows_until(rows[noun], as_at), to)
        for noun, to in (
            ("action_support", "area_id"),
            ("action_dependency", "needs_id"),
            ("action_measure", "measure_id"),
        )
    )
    steps = grouped(rows_until(rows["step"], as_at), "action_id")
    made: list[Action] = []
    for row in rows["action"]:
        own = row["id"]
        fields = {
            **while_unanswered(said[own], decided.get(own)),
            "lead": owners.get(row["lead_id"]),
            "sro": owners.get(row["sro_id"]),
            "supports": supports.get(own, ()),
            "depends_on": needs.get(own, ()),
            "measures": moves.get(own, ()),
            "steps": _steps(steps[own], as_at) if own in steps else (),
        }
        made.append(maker_of(Action, _OF_ACTIONS)(row, fields))
    return tuple(sorted(made, key=lambda a: (natural(a.ref), a.id)))


def _outlined(rows: Iterable[Row], owners: Mapping[int, Owner]) -> tuple[Action, ...]:
    """Return actions of which area and status are known, whether each is exempt, and what else rows have.

    They are in the order of their rows: to sort by ref takes as long as to make them.
    """
    made: list[Action] = []
    for row in rows:
        action = object.__new__(Action)  # what is not set here is what the class has for it
        said = {"exempt": bool(row["exempt"]), "status": as_status(row["status"])}
        if "updated_on" not in row:
            vars(action).update(said, id=row["id"], area_id=row["area_id"], ref="", title="")
        else:
            vars(action).update(
                said,
                id=row["id"],
                area_id=row["area_id"],
                ref=row["ref"],
                title=row["title"],
                lead=owners.get(row["lead_id"]),
                due=as_due(row["due"], row["precision"], row["text"]),
                updated_on=as_date(row["updated_on"]),
            )
        made.append(action)
    return tuple(made)


_OF_ACTIONS: Final = (
    *("lead", "sro", "supports", "depends_on", "measures", "steps"),
    *SAID_FIELDS,
)
"""The fields of an action that are not columns of its row."""


def _linked(rows: Iterable[Row], to: str) -> dict[int, tuple[int, ...]]:
    """Return what each action is linked with."""
    return {own: tuple(link[to] for link in links) for own, links in grouped(rows, "action_id").items()}


def _steps(rows: Iterable[Row], as_at: date) -> tuple[Step, ...]:
    """Return the steps by the day they are due; one is reached from its own date on."""
    steps = []
    for row in rows:
        reached_on = as_date(row["reached_on"])
        due = as_due(row["due"], row["precision"], row["text"])
        is_reached = reached_on is not None and reached_on <= as_at
        steps.append(made_of(Step, row, due=due, reached_on=reached_on if is_reached else None))
    return tuple(sorted(steps, key=lambda step: (step.due.on or date.max, step.id)))


def areas_there(
    rows: Rows, owners: Mapping[int, Owner], as_at: date, with_actions: Collection[int]
) -> tuple[Area, ...]:
    """Return the areas there are: from their own date until retired, and as long as an action is in them."""
    judgements = {
        row["area_id"]: made_of(Judgement, row)
        for row in sorted(rows_until(rows["judgement"], as_at), key=lambda r: (as_date(r["on"]), r["id"]))
    }
    return in_order(
        [
            made_of(Area, row, lead=owners.get(row["lead_id"]), judgement=judgements.get(row["id"]))
            for row in rows["area"]
            if row["id"] in with_actions or (rows_until([row], as_at) and not is_retired(row, as_at))
        ]
    )


def _legend(rows: Sequence[Row], as_at: date) -> tuple[LegendEntry, ...]:
    own = {row["status"]: made_of(LegendEntry, row) for row in rows_until(rows, as_at)}
    return tuple(own.get(entry.status.value, entry) for entry in DEFAULT_LEGEND)


def _meetings(rows: Sequence[Row], as_at: date) -> tuple[Meeting, ...]:
    """Return the meetings known of: from the day they were put in the diary, or from their own date."""
    known = [row for row in rows if (as_date(row["listed_on"]) or as_at) <= as_at or rows_until([row], as_at)]
    return tuple(sorted((made_of(Meeting, row) for row in known), key=lambda m: (m.on, m.series, m.id)))


def _minutes(
    rows: Iterable[Row], held: set[int], owners: Mapping[int, Owner], as_at: date
) -> tuple[Minute, ...]:
    """Return what was said at meetings held by the date; an answer counts from its own date."""
    unanswered = {"answer": "", "answered_on": None}
    given = [row for row in rows if row["meeting_id"] in held]
    kept = [
        row if (as_date(row["answered_on"]) or as_at) <= as_at else Said({**row, **unanswered})
        for row in given
    ]
    return tuple(sorted((_minute(row, owners) for row in kept), key=lambda m: m.id))


def _minute(row: Row, owners: Mapping[int, Owner]) -> Minute:
    due = as_due(row["due"], row["precision"], row["due_text"])
    return made_of(Minute, row, owner=owners.get(row["owner_id"]), due=due)


def _measures(rows: Rows, as_at: date) -> tuple[Measure, ...]:
    readings = grouped(rows_until(rows["reading"], as_at), "measure_id")
    milestones = grouped(rows["milestone"], "measure_id")
    comparators = grouped(rows["comparator"], "measure_id")

    def measure(row: Row) -> Measure:
        read = [
            Reading(r["id"], as_date(r["on"]) or as_at, r["period"], r["value"], r["note"])
            for r in readings.get(row["id"], ())
        ]
        planned = [made_of(Milestone, m) for m in milestones.get(row["id"], ())]
        return made_of(
            Measure,
            row,
            readings=tuple(sorted(read, key=lambda r: (r.on, r.id))),
            milestones=tuple(sorted(planned, key=lambda m: (m.by, m.id))),
            comparators=tuple(made_of(Comparator, c) for c in comparators.get(row["id"], ())),
        )

    return tuple(measure(row) for row in rows_until(rows["measure"], as_at))


def _sources(rows: Rows, as_at: date) -> tuple[Source, ...]:
    areas = grouped(rows_until(rows["finding_area"], as_at), "finding_id")
    findings: dict[int, list[Finding]] = defaultdict(list)
    for row in rows["finding"]:
        answered_by = tuple(link["area_id"] for link in areas.get(row["id"], ()))
        findings[row["source_id"]].append(made_of(Finding, row, area_ids=answered_by))
    made = [made_of(Source, r, findings=tuple(findings[r["id"]])) for r in rows_until(rows["source"], as_at)]
    return tuple(sorted(made, key=lambda s: (s.on, s.id)))

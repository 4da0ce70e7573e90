"""Rows in force, put together as a Plan; the dates of rows that are few are decided here.

Rows come as mappings of column names to scalars, dates as `date` or ISO text, closed lists as slugs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from send_actions.domain.history.statements import InForce, as_date, is_retired
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
    Plan,
    Reading,
    Source,
    in_order,
)
from send_actions.domain.plan.vocabulary import (
    DEFAULT_LEGEND,
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    LegendEntry,
    MinuteKind,
    SourceKind,
    Status,
)
from send_actions.domain.text import natural

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

_NO_PLAN = {"title": "", "partnership": "", "main_series": "", "today": None}


def assemble(rows: Rows, statements: Mapping[int, InForce], *, as_at: date, record: int) -> Plan:
    """Return the plan of these rows; `statements` has an entry for every action there is on the date."""
    plan: Mapping[str, Any] = next(iter(rows["plan"]), _NO_PLAN)
    owners = {row["id"]: _owner(row) for row in rows["owner"]}
    actions = _actions(rows, statements, owners, as_at)
    areas = _areas(rows, owners, as_at, {action.area_id for action in actions})
    meetings = _meetings(rows["meeting"], as_at)
    return Plan(
        title=plan["title"],
        partnership=plan["partnership"],
        as_at=as_at,
        record=record,
        main_series=plan["main_series"],
        today=as_date(plan["today"]),
        legend=_legend(rows["legend"], as_at),
        areas=areas,
        actions=actions,
        owners=tuple(sorted(owners.values(), key=lambda o: (o.role.casefold(), o.organisation, o.id))),
        meetings=meetings,
        minutes=_minutes(rows["minute"], {m.id for m in meetings if m.on <= as_at}, as_at),
        measures=_measures(rows, as_at),
        evidence=_evidence(rows["evidence"], as_at),
        sources=_sources(rows, as_at),
    )


def _owner(row: Mapping[str, Any]) -> Owner:
    return Owner(row["id"], row["role"], row["organisation"], row["name"], row["email"])


def _there(rows: Iterable[Mapping[str, Any]], as_at: date) -> list[Mapping[str, Any]]:
    return [row for row in rows if (as_date(row["on"]) or as_at) <= as_at]


def _actions(
    rows: Rows, statements: Mapping[int, InForce], owners: Mapping[int, Owner], as_at: date
) -> tuple[Action, ...]:
    supports, needs = defaultdict(list), defaultdict(list)
    for row in _there(rows["action_support"], as_at):
        supports[row["action_id"]].append(row["area_id"])
    for row in _there(rows["action_dependency"], as_at):
        needs[row["action_id"]].append(row["needs_id"])
    actions = [
        Action(
            id=row["id"],
            area_id=row["area_id"],
            ref=row["ref"],
            title=row["title"],
            success_measure=row["success_measure"],
            lead=owners.get(row["lead_id"]),
            sro=owners.get(row["sro_id"]),
            partners=split_partners(row["partners"]),
            start=as_date(row["start"]),
            exempt=bool(row["exempt"]),
            supports=tuple(supports[row["id"]]),
            depends_on=tuple(needs[row["id"]]),
            version=row["version"],
            **_last_said(statements[row["id"]]),
        )
        for row in rows["action"]
    ]
    return tuple(sorted(actions, key=lambda a: (natural(a.ref), a.id)))


def split_partners(text: str) -> tuple[str, ...]:
    """Return the organisations of a list written with semicolons."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


def _last_said(statements: InForce) -> dict[str, Any]:
    apart = {name: value for name, value in vars(statements).items() if name not in ("status", "due")}
    return vars(statements.status) | vars(statements.due) | apart


def _areas(rows: Rows, owners: Mapping[int, Owner], as_at: date, with_actions: set[int]) -> tuple[Area, ...]:
    """Return the areas there are: from their own date until retired, and as long as an action is in them."""
    judgements = {
        row["area_id"]: Judgement(as_date(row["on"]) or as_at, Status(row["status"]), row["reason"])
        for row in sorted(_there(rows["judgement"], as_at), key=lambda r: (as_date(r["on"]), r["id"]))
    }
    return in_order(
        [
            Area(
                id=row["id"],
                number=row["number"],
                title=row["title"],
                outcome=row["outcome"],
                theme=row["theme"],
                headline=row["headline"],
                lead=owners.get(row["lead_id"]),
                exempt=bool(row["exempt"]),
                judgement=judgements.get(row["id"]),
                version=row["version"],
            )
            for row in rows["area"]
            if row["id"] in with_actions
            or not ((as_date(row["on"]) or as_at) > as_at or is_retired(row, as_at))
        ]
    )


def _legend(rows: Sequence[Mapping[str, Any]], as_at: date) -> tuple[LegendEntry, ...]:
    own = {
        row["status"]: LegendEntry(
            Status(row["status"]), row["colour"], row["word"], row["definition"], bool(row["used"])
        )
        for row in _there(rows, as_at)
    }
    return tuple(own.get(entry.status.value, entry) for entry in DEFAULT_LEGEND)


def _meetings(rows: Sequence[Mapping[str, Any]], as_at: date) -> tuple[Meeting, ...]:
    """Return the meetings known of: from the day they were put in the diary, or from their own date."""
    meetings = [
        Meeting(
            id=row["id"],
            on=as_date(row["on"]) or as_at,
            series=row["series"],
            returns_due=as_date(row["returns_due"]),
            papers_due=as_date(row["papers_due"]),
            record_issued=row["record_issued"],
            version=row["version"],
        )
        for row in rows
        if min(as_date(row["listed_on"]) or as_at, as_date(row["on"]) or as_at) <= as_at
    ]
    return tuple(sorted(meetings, key=lambda m: (m.on, m.series, m.id)))


def _minutes(rows: Iterable[Mapping[str, Any]], held: set[int], as_at: date) -> tuple[Minute, ...]:
    """Return what was said at meetings held by the date; an answer counts from its own date."""
    minutes = []
    for row in rows:
        if row["meeting_id"] in held:
            answered = as_date(row["answered_on"])
            is_answered = answered is None or answered <= as_at
            minutes.append(
                Minute(
                    id=row["id"],
                    meeting_id=row["meeting_id"],
                    kind=MinuteKind(row["kind"]),
                    text=row["text"],
                    action_id=row["action_id"],
                    area_id=row["area_id"],
                    answer=row["answer"] if is_answered else "",
                    answered_on=answered if is_answered else None,
                    exempt=bool(row["exempt"]),
                    version=row["version"],
                )
            )
    return tuple(sorted(minutes, key=lambda m: m.id))


def _grouped(rows: Iterable[Mapping[str, Any]], key: str) -> dict[int, list[Mapping[str, Any]]]:
    groups: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def _measures(rows: Rows, as_at: date) -> tuple[Measure, ...]:
    readings = _grouped(_there(rows["reading"], as_at), "measure_id")
    milestones = _grouped(rows["milestone"], "measure_id")
    comparators = _grouped(rows["comparator"], "measure_id")
    return tuple(
        Measure(
            id=row["id"],
            title=row["title"],
            unit=row["unit"],
            better=Better(row["better"]),
            area_id=row["area_id"],
            baseline=row["baseline"],
            baseline_period=row["baseline_period"],
            target=row["target"],
            target_by=as_date(row["target_by"]),
            definition=row["definition"],
            readings=_readings(readings.get(row["id"], [])),
            milestones=tuple(
                Milestone(m["id"], as_date(m["by"]) or as_at, m["value"])
                for m in sorted(milestones.get(row["id"], []), key=lambda m: (as_date(m["by"]), m["id"]))
            ),
            comparators=tuple(
                Comparator(c["id"], ComparatorKind(c["kind"]), c["value"], c["period"], c["source"])
                for c in comparators.get(row["id"], [])
            ),
            version=row["version"],
        )
        for row in _there(rows["measure"], as_at)
    )


def _readings(rows: Iterable[Mapping[str, Any]]) -> tuple[Reading, ...]:
    made = [Reading(r["id"], as_date(r["on"]) or date.min, r["period"], r["value"], r["note"]) for r in rows]
    return tuple(sorted(made, key=lambda r: (r.on, r.id)))


def _evidence(rows: Iterable[Mapping[str, Any]], as_at: date) -> tuple[Evidence, ...]:
    made = [
        Evidence(
            id=row["id"],
            on=as_date(row["on"]) or as_at,
            kind=EvidenceKind(row["kind"]),
            title=row["title"],
            shows=row["shows"],
            place=row["place"],
            action_id=row["action_id"],
            area_id=row["area_id"],
            exempt=bool(row["exempt"]),
            version=row["version"],
        )
        for row in _there(rows, as_at)
    ]
    return tuple(sorted(made, key=lambda e: (e.on, e.id)))


def _sources(rows: Rows, as_at: date) -> tuple[Source, ...]:
    areas = _grouped(_there(rows["finding_area"], as_at), "finding_id")
    findings: dict[int, list[Finding]] = defaultdict(list)
    for row in rows["finding"]:
        answered_by = tuple(link["area_id"] for link in areas.get(row["id"], []))
        findings[row["source_id"]].append(
            Finding(
                row["id"],
                row["source_id"],
                FindingKind(row["kind"]),
                row["text"],
                row["place"],
                answered_by,
                row["version"],
            )
        )
    made = [
        Source(
            id=row["id"],
            on=as_date(row["on"]) or as_at,
            kind=SourceKind(row["kind"]),
            title=row["title"],
            author=row["author"],
            findings=tuple(findings[row["id"]]),
            version=row["version"],
        )
        for row in _there(rows["source"], as_at)
    ]
    return tuple(sorted(made, key=lambda s: (s.on, s.id)))

"""Rows in force (dates as `date` or ISO text, closed lists as slugs) put together as a Plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Final, TypeVar

from send_actions.domain.history.asks import last_decided, while_unanswered
from send_actions.domain.history.folding import SAID_FIELDS, Row, as_date, as_due
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
    Source,
    Step,
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

Rows = Mapping[str, Sequence[Row]]
Noun = TypeVar("Noun")

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


def assemble(rows: Rows, said: Mapping[int, Row], *, as_at: date, record: int) -> Plan:
    """Return the plan of these rows; `said` has the fields that statements give to each action."""
    plan: Row = next(iter(rows["plan"]), _NO_PLAN)
    owners = {
        r["id"]: Owner(r["id"], r["role"], r["organisation"], r["name"], r["email"]) for r in rows["owner"]
    }
    meetings = _meetings(rows["meeting"], as_at)
    minutes = _minutes(rows["minute"], {m.id for m in meetings if m.on <= as_at}, as_at)
    actions = _actions(rows, said, owners, last_decided(minutes, meetings), as_at)
    evidence = [_made(Evidence, row) for row in rows_until(rows["evidence"], as_at)]
    return Plan(
        title=plan["title"],
        partnership=plan["partnership"],
        as_at=as_at,
        record=record,
        main_series=plan["main_series"],
        today=as_date(plan["today"]),
        signs_off_from=as_date(plan["signs_off_from"]),
        legend=_legend(rows["legend"], as_at),
        areas=_areas(rows, owners, as_at, {action.area_id for action in actions}),
        actions=actions,
        owners=tuple(sorted(owners.values(), key=lambda o: (o.role.casefold(), o.organisation, o.id))),
        meetings=meetings,
        minutes=minutes,
        measures=_measures(rows, as_at),
        evidence=tuple(sorted(evidence, key=lambda e: (e.on, e.id))),
        sources=_sources(rows, as_at),
        papers=tuple(_made(Paper, row) for row in rows_until(rows["paper"], as_at)),
    )


def is_retired(row: Mapping[str, Any], as_at: date) -> bool:
    """Say whether a row was taken out of the plan by the date."""
    gone_on = as_date(row["gone_on"])
    return gone_on is not None and gone_on <= as_at


def rows_until(rows: Iterable[Row], as_at: date) -> list[Row]:
    """Return the rows that are there by a date: those of no date or one not after it."""
    return [row for row in rows if (as_date(row["on"]) or as_at) <= as_at]


def grouped(rows: Iterable[Row], key: str) -> defaultdict[int, list[Row]]:
    """Return the rows by a column, in their order."""
    groups: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


@lru_cache(maxsize=1024)
def split_partners(text: str) -> tuple[str, ...]:
    """Return the organisations of a list written with semicolons."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


_CLOSED_LISTS: Final = (Better, ComparatorKind, EvidenceKind, FindingKind, MinuteKind, SourceKind, Status)
_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    **{words.__name__: words for words in _CLOSED_LISTS},
    "date": as_date,
    "date | None": as_date,
    "bool": bool,
    "tuple[str, ...]": split_partners,
}
"""How a column is read, by the annotation of the field it becomes; any other is taken as it is."""


@cache
def _maker(noun: Any, own: tuple[str, ...]) -> Callable[[Row, Mapping[str, Any]], Any]:
    """Return what makes a row its noun; `own` are the fields that are not as a column has them.

    The fields are set at once: a frozen noun sets them one by one, which of ten thousand is felt.
    """
    kinds = {name: kind for name, kind in noun.__annotations__.items() if name not in own}
    as_they_are = [name for name, kind in kinds.items() if kind not in _READERS]
    read = [(name, _READERS[kind]) for name, kind in kinds.items() if kind in _READERS]
    pick = itemgetter("id", *as_they_are)

    def make(row: Row, fields: Mapping[str, Any]) -> Any:
        made = object.__new__(noun)
        found = vars(made)
        found.update(zip(as_they_are, pick(row)[1:], strict=True))
        for name, how in read:
            found[name] = how(row[name])
        found.update(fields)
        return made

    return make


def _made(noun: type[Noun], row: Row, **own: Any) -> Noun:
    """Return a row as its noun, with fields of its own."""
    kind: Any = noun
    made: Noun = _maker(kind, tuple(own))(row, own)
    return made


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
        made.append(_maker(Action, _OF_ACTIONS)(row, fields))
    return tuple(sorted(made, key=lambda a: (natural(a.ref), a.id)))


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
        steps.append(_made(Step, row, due=due, reached_on=reached_on if is_reached else None))
    return tuple(sorted(steps, key=lambda step: (step.due.on or date.max, step.id)))


def _areas(rows: Rows, owners: Mapping[int, Owner], as_at: date, with_actions: set[int]) -> tuple[Area, ...]:
    """Return the areas there are: from their own date until retired, and as long as an action is in them."""
    judgements = {
        row["area_id"]: _made(Judgement, row)
        for row in sorted(rows_until(rows["judgement"], as_at), key=lambda r: (as_date(r["on"]), r["id"]))
    }
    return in_order(
        [
            _made(Area, row, lead=owners.get(row["lead_id"]), judgement=judgements.get(row["id"]))
            for row in rows["area"]
            if row["id"] in with_actions or (rows_until([row], as_at) and not is_retired(row, as_at))
        ]
    )


def _legend(rows: Sequence[Row], as_at: date) -> tuple[LegendEntry, ...]:
    own = {row["status"]: _made(LegendEntry, row) for row in rows_until(rows, as_at)}
    return tuple(own.get(entry.status.value, entry) for entry in DEFAULT_LEGEND)


def _meetings(rows: Sequence[Row], as_at: date) -> tuple[Meeting, ...]:
    """Return the meetings known of: from the day they were put in the diary, or from their own date."""
    known = [row for row in rows if (as_date(row["listed_on"]) or as_at) <= as_at or rows_until([row], as_at)]
    return tuple(sorted((_made(Meeting, row) for row in known), key=lambda m: (m.on, m.series, m.id)))


def _minutes(rows: Iterable[Row], held: set[int], as_at: date) -> tuple[Minute, ...]:
    """Return what was said at meetings held by the date; an answer counts from its own date."""
    unanswered = {"answer": "", "answered_on": None}
    given = [row for row in rows if row["meeting_id"] in held]
    kept = [
        row if (as_date(row["answered_on"]) or as_at) <= as_at else {**row, **unanswered} for row in given
    ]
    return tuple(sorted((_made(Minute, row) for row in kept), key=lambda m: m.id))


def _measures(rows: Rows, as_at: date) -> tuple[Measure, ...]:
    readings = grouped(rows_until(rows["reading"], as_at), "measure_id")
    milestones = grouped(rows["milestone"], "measure_id")
    comparators = grouped(rows["comparator"], "measure_id")

    def measure(row: Row) -> Measure:
        read = [
            Reading(r["id"], as_date(r["on"]) or as_at, r["period"], r["value"], r["note"])
            for r in readings.get(row["id"], ())
        ]
        planned = [_made(Milestone, m) for m in milestones.get(row["id"], ())]
        return _made(
            Measure,
            row,
            readings=tuple(sorted(read, key=lambda r: (r.on, r.id))),
            milestones=tuple(sorted(planned, key=lambda m: (m.by, m.id))),
            comparators=tuple(_made(Comparator, c) for c in comparators.get(row["id"], ())),
        )

    return tuple(measure(row) for row in rows_until(rows["measure"], as_at))


def _sources(rows: Rows, as_at: date) -> tuple[Source, ...]:
    areas = grouped(rows_until(rows["finding_area"], as_at), "finding_id")
    findings: dict[int, list[Finding]] = defaultdict(list)
    for row in rows["finding"]:
        answered_by = tuple(link["area_id"] for link in areas.get(row["id"], ()))
        findings[row["source_id"]].append(_made(Finding, row, area_ids=answered_by))
    made = [_made(Source, r, findings=tuple(findings[r["id"]])) for r in rows_until(rows["source"], as_at)]
    return tuple(sorted(made, key=lambda s: (s.on, s.id)))

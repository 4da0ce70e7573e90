"""Plans and their parts for tests: say only what matters, the rest is invented; same name, same id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from zlib import crc32

from send_actions.domain.plan import (
    Action,
    Area,
    Due,
    Evidence,
    Finding,
    Judgement,
    Measure,
    Meeting,
    Minute,
    Owner,
    Plan,
    Reading,
    Source,
)
from send_actions.domain.plan.vocabulary import (
    Better,
    EvidenceKind,
    FindingKind,
    Impact,
    MinuteKind,
    Precision,
    SourceKind,
    Status,
)
from send_actions.domain.text import natural

Thing = Action | Area | Meeting | Minute | Measure | Evidence | Source | Owner


def an_id(noun: str, name: str) -> int:
    """The row id of a named thing: always the same for the same name, whatever was named before it."""
    return crc32(f"{noun} {name}".encode())


def day(text: str | date | None) -> date | None:
    """A date from ISO text; dates and None pass through."""
    return date.fromisoformat(text) if isinstance(text, str) else text


def a_day(text: str | date) -> date:
    """A date that must be there."""
    return date.fromisoformat(text) if isinstance(text, str) else text


def a_due(due: str | date | Due | None) -> Due | None:
    """A due date from ISO text, `ongoing`, a date or a ready one."""
    if due is None or isinstance(due, Due):
        return due
    if due == "ongoing":
        return Due(None, Precision.ONGOING, "Ongoing")
    on = a_day(due)
    return Due(on, Precision.DAY, on.isoformat())


def an_owner(role: str = "Therapies Lead", organisation: str = "ICB", **what_matters: Any) -> Owner:
    """A role in an organisation."""
    return Owner(
        **{"id": an_id("owner", f"{role}, {organisation}")} | what_matters,
        role=role,
        organisation=organisation,
    )


def an_area(number: str = "9", judgement: str | Judgement | None = None, **what_matters: Any) -> Area:
    """An area by its number; a judgement may be a status slug, said on 11 March 2026 unless `judged` says."""
    judged = a_day(what_matters.pop("judged", "2026-03-11"))
    why = what_matters.pop("why", "")
    if isinstance(judgement, str):
        judgement = Judgement(judged, Status(judgement), why)
    values: dict[str, Any] = {"id": an_id("area", number), "title": f"Area {number}"} | what_matters
    return Area(number=number, judgement=judgement, **values)


def an_action(
    ref: str = "9.3",
    due: str | date | Due | None = "2026-03-31",
    status: str | None = "at-risk",
    **what_matters: Any,
) -> Action:
    """An action by its ref, in the area of the ref's first part; dates may be ISO text, words slugs."""
    values: dict[str, Any] = {
        "id": an_id("action", ref),
        "area_id": an_id("area", ref.partition(".")[0]),
        "title": f"Action {ref}",
    } | what_matters
    if values.get("reason"):
        values = {"reason_on": values.get("updated_on"), "note": values["reason"]} | values
        values = {"note_on": values["reason_on"]} | values
    for name in (
        "start",
        "since",
        "path_by",
        "look_again",
        "updated_on",
        "reason_on",
        "note_on",
        "confirmed_on",
        "ask_on",
    ):
        values[name] = day(values.get(name))
    if values.get("was") is not None:
        values["was"] = Status(values["was"])
    if values.get("impact") is not None:
        values["impact"] = Impact(values["impact"])
    values["due"] = a_due(due)
    values["first_due"] = a_due(values.get("first_due", due))
    return Action(ref=ref, status=None if status is None else Status(status), **values)


def a_meeting(on: str | date = "2026-03-11", series: str = "Board", **what_matters: Any) -> Meeting:
    """A meeting on a date; of the main series unless another is named."""
    values: dict[str, Any] = {"id": an_id("meeting", f"{series} {on}")} | what_matters
    for name in ("returns_due", "papers_due"):
        values[name] = day(values.get(name))
    return Meeting(on=a_day(on), series=series, **values)


def a_minute(
    text: str = "Why is it late?",
    kind: str = "question",
    meeting: Meeting | None = None,
    about: Action | Area | None = None,
    **what_matters: Any,
) -> Minute:
    """What a board said at a meeting about an action, an area or the plan."""
    values: dict[str, Any] = {"id": an_id("minute", text)} | what_matters
    values["answered_on"] = day(values.get("answered_on"))
    return Minute(
        meeting_id=(meeting or a_meeting()).id,
        kind=MinuteKind(kind),
        text=text,
        action_id=about.id if isinstance(about, Action) else None,
        area_id=about.id if isinstance(about, Area) else None,
        **values,
    )


def some_evidence(
    title: str = "Audit of fifteen plans", about: Action | Area | None = None, **what_matters: Any
) -> Evidence:
    """A piece of evidence for an action or an area."""
    values: dict[str, Any] = {"id": an_id("evidence", title)} | what_matters
    return Evidence(
        on=a_day(values.pop("on", "2026-03-01")),
        kind=EvidenceKind(values.pop("kind", "audit")),
        title=title,
        action_id=about.id if isinstance(about, Action) else None,
        area_id=about.id if isinstance(about, Area) else None,
        **values,
    )


def a_finding(
    text: str = "Waits for therapies are too long.",
    kind: str = "area-for-improvement",
    areas: Iterable[Area] = (),
    **what_matters: Any,
) -> Finding:
    """A finding, answered by areas."""
    values: dict[str, Any] = {
        "id": an_id("finding", text),
        "source_id": an_id("source", "Peer review"),
    } | what_matters
    return Finding(text=text, kind=FindingKind(kind), area_ids=tuple(area.id for area in areas), **values)


def a_source(*findings: Finding, title: str = "Peer review", **what_matters: Any) -> Source:
    """A source with its findings."""
    values: dict[str, Any] = {"id": an_id("source", title)} | what_matters
    return Source(
        on=a_day(values.pop("on", "2025-06-02")),
        kind=SourceKind(values.pop("kind", "peer-review")),
        title=title,
        findings=findings,
        **values,
    )


def a_measure(
    title: str = "Advice within six weeks",
    readings: Iterable[tuple[str, float]] = (),
    **what_matters: Any,
) -> Measure:
    """A measure in per cent, higher being better; readings are pairs of ISO date and value."""
    values: dict[str, Any] = {"id": an_id("measure", title), "unit": "%"} | what_matters
    return Measure(
        title=title,
        better=Better(values.pop("better", "higher")),
        readings=tuple(
            Reading(an_id("reading", f"{title} {on}"), a_day(on), on, value) for on, value in readings
        ),
        **values,
    )


def a_plan(*things: Thing, as_at: str | date = "2026-03-31", **what_matters: Any) -> Plan:
    """A plan of the things given, in order; an area nobody gave is made for the action that needs it."""
    areas = {thing.id: thing for thing in things if isinstance(thing, Area)}
    actions = sorted((t for t in things if isinstance(t, Action)), key=lambda a: (natural(a.ref), a.id))
    for action in actions:
        if action.area_id not in areas:
            areas[action.area_id] = an_area(action.ref.partition(".")[0], id=action.area_id)
    values: dict[str, Any] = {
        "title": "SEND improvement plan",
        "partnership": "Sample partnership",
        "record": 1,
        "main_series": "Board",
    } | what_matters
    return Plan(
        as_at=a_day(as_at),
        areas=tuple(sorted(areas.values(), key=lambda a: (natural(a.number), a.id))),
        actions=tuple(actions),
        owners=tuple(t for t in things if isinstance(t, Owner)),
        meetings=tuple(sorted((t for t in things if isinstance(t, Meeting)), key=lambda m: (m.on, m.id))),
        minutes=tuple(t for t in things if isinstance(t, Minute)),
        measures=tuple(t for t in things if isinstance(t, Measure)),
        evidence=tuple(t for t in things if isinstance(t, Evidence)),
        sources=tuple(t for t in things if isinstance(t, Source)),
        **values,
    )

"""Building the sample plan: its files, and what is written down of one kind of thing on one day."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from send_actions.changes.plan import Owners
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.words.dates import read_due
from send_actions.store.recording import Recording

_FOLDER: Final = Path(__file__).with_name("sample")
_DATES: Final = frozenset(
    {"on", "start", "returns_due", "papers_due", "path_by", "look_again", "answered_on", "target_by", "by"}
)
_NUMBERS: Final = frozenset({"baseline", "target", "value"})
_CHOICES: Final = frozenset({"status", "impact", "heard"})
"""Columns whose empty cell is None, as it is in columns of dates and numbers."""

OWN_DAY: Final = "on"
Line = Mapping[str, str]


@dataclass
class Built:
    """The ids of things by the names that the files use; `waiting` depends on what is still to come."""

    main_series: str = ""
    areas: dict[str, int] = field(default_factory=dict)
    actions: dict[str, int] = field(default_factory=dict)
    meetings: dict[tuple[str, str], int] = field(default_factory=dict)
    measures: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[str, str]] = field(default_factory=list)

    def subject(self, line: Line) -> dict[str, int | None]:
        """The action and the area that a line is about, if any."""
        return {"action_id": self.actions.get(line["ref"]), "area_id": self.areas.get(line["area"])}

    def agreed(self, line: Line) -> dict[str, int | None]:
        """The meeting that agreed what a line says, if any."""
        return {"agreed_meeting_id": self.meetings.get((line["agreed_meeting"], self.main_series))}


Step = Callable[[Built, Recording, Sequence[Line]], None]


def read_lines(name: str) -> list[Line]:
    """Return the lines of one of the sample's files."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day_of(line: Line) -> date:
    """Return the day a line speaks of."""
    return date.fromisoformat(line["on"])


def _values(line: Line, columns: str) -> dict[str, Any]:
    """Return cells by their column, each as the plan keeps it."""
    return {name: _value(name, line[name]) for name in columns.split()}


def _value(name: str, text: str) -> Any:
    if name in _DATES:
        return date.fromisoformat(text) if text else None
    if name in _NUMBERS:
        return float(text) if text else None
    return text or None if name in _CHOICES else text


def _parts(text: str) -> list[str]:
    """Return the parts of a list written with semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def _owner(owners: Owners, line: Line, who: str) -> int | None:
    role, organisation = line[f"{who}_role"], line[f"{who}_org"]
    return owners.id_of(OwnerDraft(role, organisation)) if role else None


def _add_areas(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    owners = Owners(recording)
    rows = [
        {
            "on": recording.day,
            **_values(line, "number title outcome theme"),
            "lead_id": _owner(owners, line, "lead"),
        }
        for line in lines
    ]
    built.areas |= zip((line["number"] for line in lines), recording.insert("area", rows), strict=True)


def _add_actions(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    owners = Owners(recording)
    rows = [
        {
            **_values(line, "on ref title success_measure partners start"),
            "area_id": built.areas[line["area"]],
            "lead_id": _owner(owners, line, "lead"),
            "sro_id": _owner(owners, line, "sro"),
        }
        for line in lines
    ]
    built.actions |= zip((line["ref"] for line in lines), recording.insert("action", rows), strict=True)
    supports = [
        {"on": day_of(line), "action_id": built.actions[line["ref"]], "area_id": built.areas[number]}
        for line in lines
        for number in _parts(line["supports"])
    ]
    recording.insert("action_support", supports)
    built.waiting += [(line["ref"], needed) for line in lines for needed in _parts(line["depends_on"])]
    there = [pair for pair in built.waiting if set(pair) <= set(built.actions)]
    needs = [
        {"on": recording.day, "action_id": built.actions[ref], "needs_id": built.actions[needed]}
        for ref, needed in there
    ]
    recording.insert("action_dependency", needs)
    built.waiting = [pair for pair in built.waiting if pair not in there]


def _add_sources(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    ids = recording.insert("source", [_values(line, "on kind title author") for line in lines])
    built.sources |= zip((line["title"] for line in lines), ids, strict=True)
    for line in read_lines("findings"):
        finding = {"source_id": built.sources[line["source"]], **_values(line, "kind text place")}
        finding_id = recording.insert("finding", [finding])[0]
        answered_by = [
            {"on": recording.day, "finding_id": finding_id, "area_id": built.areas[number]}
            for number in _parts(line["areas"])
        ]
        recording.insert("finding_area", answered_by)


def _add_measures(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    columns = "title unit better baseline baseline_period target target_by definition"
    rows = [
        {"on": recording.day, "area_id": built.areas.get(line["area"]), **_values(line, columns)}
        for line in lines
    ]
    built.measures |= zip((line["title"] for line in lines), recording.insert("measure", rows), strict=True)
    _add_to_measures(built, recording, "milestone", read_lines("milestones"), "by value")
    _add_to_measures(built, recording, "comparator", read_lines("comparators"), "kind value period source")


def _add_readings(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    _add_to_measures(built, recording, "reading", lines, "on period value note")


def _add_to_measures(
    built: Built, recording: Recording, noun: str, lines: Sequence[Line], columns: str
) -> None:
    rows = [{"measure_id": built.measures[line["measure"]], **_values(line, columns)} for line in lines]
    recording.insert(noun, rows)


def _add_meetings(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    columns = "on series returns_due papers_due"
    ids = recording.insert(
        "meeting", [{"listed_on": recording.day, **_values(line, columns)} for line in lines]
    )
    built.meetings |= zip(((line["on"], line["series"]) for line in lines), ids, strict=True)


def _issue_papers(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        if line["series"] == built.main_series:
            meeting_id = built.meetings[line["on"], line["series"]]
            shown = {"as_at": recording.day, "record": recording.id - 1}
            paper = {"kind": "board", "audience": "board", "meeting_id": meeting_id, "on": recording.day}
            recording.insert("paper", [{**paper, **shown}])
            recording.edit("meeting", meeting_id, {"record_issued": recording.id - 1})


def _add_minutes(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [
        {
            "meeting_id": built.meetings[line["meeting_on"], line["series"]],
            **_values(line, "kind text"),
            **built.subject(line),
        }
        for line in lines
    ]
    recording.insert("minute", rows)


def _answer_minutes(_built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        asked = recording.rows_in_plan("minute", text=line["text"])[0]
        recording.edit("minute", asked["id"], _values(line, "answer answered_on"))


def _add_updates(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    """Add what was said; a "no change" keeps the status that it confirms."""
    for line in lines:
        built.statuses[line["ref"]] = line["status"] or built.statuses[line["ref"]]
    columns = "on status impact note path path_by look_again proof impact_shown_by heard heard_from"
    rows = [
        {
            "action_id": built.actions[line["ref"]],
            "no_change": line["no_change"] == "yes",
            **_values(line, columns),
            **({"status": built.statuses[line["ref"]]} if line["no_change"] == "yes" else {}),
            **built.agreed(line),
        }
        for line in lines
    ]
    recording.insert("progress_update", rows)
    for line in lines:
        recording.touch("action", built.actions[line["ref"]])


def _add_deadlines(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = []
    for line in lines:
        due = read_due(line["text"] or line["due"], today=day_of(line))
        rows.append(
            {
                "action_id": built.actions[line["ref"]],
                **_values(line, "on reason minute"),
                "due": due.on,
                "precision": due.precision,
                "text": due.text,
                **built.agreed(line),
            }
        )
    recording.insert("deadline", rows)


def _file_evidence(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [{**_values(line, "on kind title shows place"), **built.subject(line)} for line in lines]
    recording.insert("evidence", rows)


def _judge_areas(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [{"area_id": built.areas[line["area"]], **_values(line, "on status reason")} for line in lines]
    recording.insert("judgement", rows)


def _write_headlines(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        recording.edit("area", built.areas[line["area"]], _values(line, "headline"))


STEPS: Final[tuple[tuple[str, str, Step, str], ...]] = (
    ("areas", "Add the eighteen areas of the self-evaluation", _add_areas, ""),
    ("sources", "Enter what inspection, reviews and the self-evaluation found", _add_sources, ""),
    ("meetings", "Put the year's meetings in the diary", _add_meetings, ""),
    ("measures", "Set up the measures", _add_measures, ""),
    ("actions", "Add {count} actions: {refs}", _add_actions, OWN_DAY),
    ("deadlines", "Set the due dates of {refs}", _add_deadlines, OWN_DAY),
    ("updates", "Updates of {day}: {refs}", _add_updates, OWN_DAY),
    ("readings", "Readings to {day}", _add_readings, OWN_DAY),
    ("evidence", "File evidence of {day}", _file_evidence, OWN_DAY),
    ("judgements", "Area leads' judgements of {day}", _judge_areas, OWN_DAY),
    ("headlines", "Headlines for the board of {day}", _write_headlines, OWN_DAY),
    ("meetings", "Issue the paper of {day}", _issue_papers, "papers_due"),
    ("minutes", "What was said at the meeting of {day}", _add_minutes, "meeting_on"),
    ("minutes", "Answers to what the board asked", _answer_minutes, "answered_on"),
)
"""Name of the file, label of the change, what is done, and the column that says on which day."""

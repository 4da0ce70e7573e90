"""Building the sample plan: what is written down of one kind of thing on one day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from send_actions.changes.owners import Owners
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.words.dates import read_due
from send_actions.store.recording import Recording
from send_actions.templates.sample_files import OWN_DAY, Built, Line, date_of, day_of, listed
from send_actions.templates.sample_proof import put_evidence, put_measures, put_readings, put_sources

Step = Callable[[Built, Recording, Sequence[Line]], None]


def _areas(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    owners = Owners(recording)
    rows = [
        {
            "on": recording.day,
            "number": line["number"],
            "title": line["title"],
            "outcome": line["outcome"],
            "theme": line["theme"],
            "lead_id": owners.id_of(OwnerDraft(line["lead_role"], line["lead_org"])),
        }
        for line in lines
    ]
    ids = recording.insert("area", rows)
    built.areas.update(zip((line["number"] for line in lines), ids, strict=True))


def _actions(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    owners = Owners(recording)
    rows = [
        {
            "on": date_of(line),
            "ref": line["ref"],
            "area_id": built.areas[line["area"]],
            "title": line["title"],
            "success_measure": line["success_measure"],
            "lead_id": owners.id_of(OwnerDraft(line["lead_role"], line["lead_org"])),
            "sro_id": owners.id_of(OwnerDraft(line["sro_role"], line["sro_org"]))
            if line["sro_role"]
            else None,
            "partners": line["partners"],
            "start": day_of(line["start"]),
        }
        for line in lines
    ]
    ids = recording.insert("action", rows)
    built.actions.update(zip((line["ref"] for line in lines), ids, strict=True))
    built.waiting.extend((line["ref"], needed) for line in lines for needed in listed(line["depends_on"]))
    supports = [
        {"on": date_of(line), "action_id": built.actions[line["ref"]], "area_id": built.areas[number]}
        for line in lines
        for number in listed(line["supports"])
    ]
    recording.insert("action_support", supports)
    there = [pair for pair in built.waiting if set(pair) <= set(built.actions)]
    needs = [
        {"on": recording.day, "action_id": built.actions[ref], "needs_id": built.actions[needed]}
        for ref, needed in there
    ]
    recording.insert("action_dependency", needs)
    built.waiting = [pair for pair in built.waiting if pair not in there]


def _meetings(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [
        {
            "listed_on": recording.day,
            "on": date_of(line),
            "series": line["series"],
            "returns_due": day_of(line["returns_due"]),
            "papers_due": day_of(line["papers_due"]),
        }
        for line in lines
    ]
    ids = recording.insert("meeting", rows)
    built.meetings.update(zip(((line["on"], line["series"]) for line in lines), ids, strict=True))


def _papers(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        if line["series"] == built.main_series:
            meeting_id = built.meetings[line["on"], line["series"]]
            shown = {"as_at": recording.day, "record": recording.id - 1}
            paper = {"kind": "board", "audience": "board", "meeting_id": meeting_id, "on": recording.day}
            recording.insert("paper", [{**paper, **shown}])
            recording.edit("meeting", meeting_id, {"record_issued": recording.id - 1})


def _minutes(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    recording.insert(
        "minute",
        [
            {
                "meeting_id": built.meetings[line["meeting_on"], line["series"]],
                "kind": line["kind"],
                "text": line["text"],
                "action_id": built.actions.get(line["ref"]),
                "area_id": built.areas.get(line["area"]),
            }
            for line in lines
        ],
    )


def _answers(_built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        asked = recording.living("minute", text=line["text"])[0]
        recording.edit(
            "minute", asked["id"], {"answer": line["answer"], "answered_on": day_of(line["answered_on"])}
        )


def _updates(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    recording.insert(
        "progress_update",
        [
            {
                "action_id": built.actions[line["ref"]],
                "on": date_of(line),
                "status": line["status"] or None,
                "impact": line["impact"] or None,
                "note": line["note"],
                "path": line["path"],
                "path_by": day_of(line["path_by"]),
                "look_again": day_of(line["look_again"]),
                "proof": line["proof"],
                "impact_shown_by": line["impact_shown_by"],
                "no_change": line["no_change"] == "yes",
                "agreed_meeting_id": _agreed(built, line),
                "heard": line["heard"] or None,
                "heard_from": line["heard_from"],
            }
            for line in lines
        ],
    )
    for line in lines:
        recording.touch("action", built.actions[line["ref"]])


def _agreed(built: Built, line: Line) -> int | None:
    return built.meetings.get((line["agreed_meeting"], built.main_series))


def _deadlines(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = []
    for line in lines:
        due = read_due(line["text"] or line["due"], today=date_of(line))
        rows.append(
            {
                "action_id": built.actions[line["ref"]],
                "on": date_of(line),
                "due": due.on,
                "precision": due.precision,
                "text": due.text,
                "reason": line["reason"],
                "agreed_meeting_id": _agreed(built, line),
                "minute": line["minute"],
            }
        )
    recording.insert("deadline", rows)


def _judgements(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    recording.insert(
        "judgement",
        [
            {
                "area_id": built.areas[line["area"]],
                "on": date_of(line),
                "status": line["status"],
                "reason": line["reason"],
            }
            for line in lines
        ],
    )


def _headlines(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        recording.edit("area", built.areas[line["area"]], {"headline": line["headline"]})


STEPS: Final[tuple[tuple[str, str, Step, str], ...]] = (
    ("areas", "Add the eighteen areas of the self-evaluation", _areas, ""),
    ("sources", "Enter what inspection, reviews and the self-evaluation found", put_sources, ""),
    ("meetings", "Put the year's meetings in the diary", _meetings, ""),
    ("measures", "Set up the measures", put_measures, ""),
    ("actions", "Add {count} actions: {refs}", _actions, OWN_DAY),
    ("deadlines", "Set the due dates of {refs}", _deadlines, OWN_DAY),
    ("updates", "Updates of {day}: {refs}", _updates, OWN_DAY),
    ("readings", "Readings to {day}", put_readings, OWN_DAY),
    ("evidence", "File evidence of {day}", put_evidence, OWN_DAY),
    ("judgements", "Area leads' judgements of {day}", _judgements, OWN_DAY),
    ("headlines", "Headlines for the board of {day}", _headlines, OWN_DAY),
    ("meetings", "Issue the paper of {day}", _papers, "papers_due"),
    ("minutes", "What was said at the meeting of {day}", _minutes, "meeting_on"),
    ("minutes", "Answers to what the board asked", _answers, "answered_on"),
)
"""Name of the file, label of the change, what is done, and the column that says on which day."""

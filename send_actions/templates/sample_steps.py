"""Building the sample plan: what is written down of one kind of thing on one day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from send_actions.changes.plan import Owners
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.words.dates import read_due
from send_actions.store.recording import Recording
from send_actions.templates.sample_files import OWN_DAY, Built, Line, day_of, parts_of, read_lines, values_of

Step = Callable[[Built, Recording, Sequence[Line]], None]


def _owner(owners: Owners, line: Line, who: str) -> int | None:
    role, organisation = line[f"{who}_role"], line[f"{who}_org"]
    return owners.id_of(OwnerDraft(role, organisation)) if role else None


def _add_areas(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    owners = Owners(recording)
    rows = [
        {
            "on": recording.day,
            **values_of(line, "number title outcome theme"),
            "lead_id": _owner(owners, line, "lead"),
        }
        for line in lines
    ]
    built.areas |= zip((line["number"] for line in lines), recording.insert("area", rows), strict=True)


def _add_actions(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    owners = Owners(recording)
    rows = [
        {
            **values_of(line, "on ref title success_measure partners start"),
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
        for number in parts_of(line["supports"])
    ]
    recording.insert("action_support", supports)
    built.waiting += [(line["ref"], needed) for line in lines for needed in parts_of(line["depends_on"])]
    there = [pair for pair in built.waiting if set(pair) <= set(built.actions)]
    needs = [
        {"on": recording.day, "action_id": built.actions[ref], "needs_id": built.actions[needed]}
        for ref, needed in there
    ]
    recording.insert("action_dependency", needs)
    built.waiting = [pair for pair in built.waiting if pair not in there]


def _add_sources(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    ids = recording.insert("source", [values_of(line, "on kind title author") for line in lines])
    built.sources |= zip((line["title"] for line in lines), ids, strict=True)
    for line in read_lines("findings"):
        finding = {"source_id": built.sources[line["source"]], **values_of(line, "kind text place")}
        finding_id = recording.insert("finding", [finding])[0]
        answered_by = [
            {"on": recording.day, "finding_id": finding_id, "area_id": built.areas[number]}
            for number in parts_of(line["areas"])
        ]
        recording.insert("finding_area", answered_by)


def _add_measures(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    columns = "title unit better baseline baseline_period target target_by definition"
    rows = [
        {"on": recording.day, "area_id": built.areas.get(line["area"]), **values_of(line, columns)}
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
    rows = [{"measure_id": built.measures[line["measure"]], **values_of(line, columns)} for line in lines]
    recording.insert(noun, rows)


def _add_meetings(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    columns = "on series returns_due papers_due"
    ids = recording.insert(
        "meeting", [{"listed_on": recording.day, **values_of(line, columns)} for line in lines]
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
            **values_of(line, "kind text"),
            **built.subject(line),
        }
        for line in lines
    ]
    recording.insert("minute", rows)


def _answer_minutes(_built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        asked = recording.rows_in_plan("minute", text=line["text"])[0]
        recording.edit("minute", asked["id"], values_of(line, "answer answered_on"))


def _add_updates(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    """Add what was said; a "no change" keeps the status that it confirms."""
    for line in lines:
        built.statuses[line["ref"]] = line["status"] or built.statuses[line["ref"]]
    columns = "on status impact note ask path path_by look_again proof impact_shown_by heard heard_from"
    rows = [
        {
            "action_id": built.actions[line["ref"]],
            "no_change": line["no_change"] == "yes",
            **values_of(line, columns),
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
                **values_of(line, "on reason minute"),
                "due": due.on,
                "precision": due.precision,
                "text": due.text,
                **built.agreed(line),
            }
        )
    recording.insert("deadline", rows)


def _add_steps(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = []
    for line in lines:
        due = read_due(line["by"], today=day_of(line))
        told = {"due": due.on, "precision": due.precision, "text": due.text}
        action_id = built.actions[line["ref"]]
        rows.append({"action_id": action_id, **values_of(line, "on words"), **told})
        recording.touch("action", action_id)
    recording.insert("step", rows)


def _reach_steps(_built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        step = recording.rows_in_plan("step", words=line["words"])[0]
        recording.edit("step", step["id"], values_of(line, "reached_on"))


def _link_measures(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [
        {
            "on": day_of(line),
            "action_id": built.actions[line["ref"]],
            "measure_id": built.measures[line["measure"]],
        }
        for line in lines
    ]
    recording.insert("action_measure", rows)


def _sign_off(_built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    recording.edit("plan", 1, values_of(lines[0], "signs_off_from"))


def _file_evidence(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [{**values_of(line, "on kind title shows place"), **built.subject(line)} for line in lines]
    recording.insert("evidence", rows)


def _judge_areas(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    rows = [{"area_id": built.areas[line["area"]], **values_of(line, "on status reason")} for line in lines]
    recording.insert("judgement", rows)


def _write_headlines(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    for line in lines:
        recording.edit("area", built.areas[line["area"]], values_of(line, "headline"))


STEPS: Final[tuple[tuple[str, str, Step, str], ...]] = (
    ("areas", "Add the eighteen areas of the self-evaluation", _add_areas, ""),
    ("sources", "Enter what inspection, reviews and the self-evaluation found", _add_sources, ""),
    ("meetings", "Put the year's meetings in the diary", _add_meetings, ""),
    ("measures", "Set up the measures", _add_measures, ""),
    ("actions", "Add {count} actions: {refs}", _add_actions, OWN_DAY),
    ("deadlines", "Set the due dates of {refs}", _add_deadlines, OWN_DAY),
    ("steps", "Add steps to {refs}", _add_steps, OWN_DAY),
    ("moves", "Say which measures are moved by {refs}", _link_measures, OWN_DAY),
    ("updates", "Updates of {day}: {refs}", _add_updates, OWN_DAY),
    ("steps", "Steps reached of {refs}", _reach_steps, "reached_on"),
    ("readings", "Readings to {day}", _add_readings, OWN_DAY),
    ("evidence", "File evidence of {day}", _file_evidence, OWN_DAY),
    ("judgements", "Area leads' judgements of {day}", _judge_areas, OWN_DAY),
    ("headlines", "Headlines for the board of {day}", _write_headlines, OWN_DAY),
    ("meetings", "Issue the paper of {day}", _issue_papers, "papers_due"),
    ("minutes", "What was said at the meeting of {day}", _add_minutes, "meeting_on"),
    ("plan", "Have a meeting sign off completion from {day}", _sign_off, "signs_off_from"),
    ("minutes", "Answers to what the board asked", _answer_minutes, "answered_on"),
)
"""Name of the file, label of the change, what is done, and the column that says on which day."""

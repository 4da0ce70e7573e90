"""Building the sample plan: its measures, evidence and sources."""

from __future__ import annotations

from collections.abc import Sequence

from send_actions.store.recording import Recording
from send_actions.templates.sample_files import Built, Line, date_of, day_of, listed, number_of, read_lines


def put_measures(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    """Set up the measures with their milestones and comparators."""
    rows = [
        {
            "on": recording.day,
            "title": line["title"],
            "unit": line["unit"],
            "better": line["better"],
            "area_id": built.areas.get(line["area"]),
            "baseline": number_of(line["baseline"]),
            "baseline_period": line["baseline_period"],
            "target": number_of(line["target"]),
            "target_by": day_of(line["target_by"]),
            "definition": line["definition"],
        }
        for line in lines
    ]
    ids = recording.insert("measure", rows)
    built.measures.update(zip((line["title"] for line in lines), ids, strict=True))
    recording.insert(
        "milestone",
        [
            {"measure_id": built.measures[m["measure"]], "by": day_of(m["by"]), "value": float(m["value"])}
            for m in read_lines("milestones")
        ],
    )
    recording.insert(
        "comparator",
        [
            {
                "measure_id": built.measures[c["measure"]],
                "kind": c["kind"],
                "value": float(c["value"]),
                "period": c["period"],
                "source": c["source"],
            }
            for c in read_lines("comparators")
        ],
    )


def put_readings(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    """Enter readings."""
    recording.insert(
        "reading",
        [
            {
                "measure_id": built.measures[line["measure"]],
                "on": date_of(line),
                "period": line["period"],
                "value": float(line["value"]),
                "note": line["note"],
            }
            for line in lines
        ],
    )


def put_evidence(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    """File evidence."""
    recording.insert(
        "evidence",
        [
            {
                "on": date_of(line),
                "kind": line["kind"],
                "title": line["title"],
                "shows": line["shows"],
                "place": line["place"],
                "action_id": built.actions.get(line["ref"]),
                "area_id": built.areas.get(line["area"]),
            }
            for line in lines
        ],
    )


def put_sources(built: Built, recording: Recording, lines: Sequence[Line]) -> None:
    """Enter the sources with their findings."""
    rows = [
        {"on": date_of(line), "kind": line["kind"], "title": line["title"], "author": line["author"]}
        for line in lines
    ]
    built.sources.update(
        zip((line["title"] for line in lines), recording.insert("source", rows), strict=True)
    )
    for line in read_lines("findings"):
        said = {name: line[name] for name in ("kind", "text", "place")}
        finding_id = recording.insert("finding", [{"source_id": built.sources[line["source"]], **said}])[0]
        answered_by = [
            {"on": recording.day, "finding_id": finding_id, "area_id": built.areas[number]}
            for number in listed(line["areas"])
        ]
        recording.insert("finding_area", answered_by)

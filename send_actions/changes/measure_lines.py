"""What the lines of a file say of measures and the plan does not, written within one change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from send_actions.changes.validation import statement_date
from send_actions.domain.drafts import MeasureDraft
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date
from send_actions.importers.measure_columns import MeasureLine
from send_actions.store.recording import Recording


class MeasureWriter:
    """The measures of one import within its change; `on` is the date that the file speaks of."""

    def __init__(self, recording: Recording, on: date) -> None:
        self._recording, self._on = recording, on
        self.new = self.readings = self.corrected = 0

    @cached_property
    def _rows(self) -> dict[str, dict[str, Any]]:
        """The measures of the plan, read once a file speaks of any."""
        return {match_key(row["title"]): row for row in self._recording.rows_in_plan("measure")}

    def write(self, line: MeasureLine, *, area_id: int | None = None, action_id: int | None = None) -> None:
        """Say a measure, its values, and the action that is meant to move it, unless it is said already."""
        measure_id = self._measure(line, area_id)
        for on, period, value, note in line.readings:
            day = statement_date(min(on or self._on, self._on), self._on)
            said = {"period": period or say_date(day), "value": value, **({"note": note} if note else {})}
            self._add("reading", measure_id, {"on": day}, said)
        for milestone in line.milestones:
            self._add("milestone", measure_id, {"by": milestone.on}, {"value": milestone.value})
        link = {"action_id": action_id, "measure_id": measure_id}
        if action_id is not None and not self._recording.rows_in_plan("action_measure", **link):
            self._recording.insert("action_measure", [{"on": self._on, **link}])
            self._recording.touch("action", action_id)

    def write_all(self, lines: Iterable[MeasureLine]) -> None:
        """Say several measures that no action of the file moves, each in its area."""
        areas: dict[str, int] = {}
        for line in lines:
            if line.area and not areas:
                areas = {match_key(row["number"]): row["id"] for row in self._recording.rows_in_plan("area")}
            self.write(line, area_id=areas.get(match_key(line.area)) if line.area else None)

    def _measure(self, line: MeasureLine, area_id: int | None) -> int:
        said: dict[str, Any] = {
            "baseline": line.baseline,
            "baseline_period": line.baseline_period,
            "target": line.target,
            "target_by": line.target_by,
        }
        if line.area:
            said["area_id"] = area_id
        known = self._rows.get(match_key(line.title))
        if known is None:
            said = {"area_id": area_id, **said}
            draft = MeasureDraft(title=line.title, unit=line.unit, better=line.better, **said)
            row_id = self._recording.insert("measure", [{"on": self._on, **vars(draft.checked())}])[0]
            self._rows[match_key(line.title)] = {"id": row_id, **vars(draft)}
            self.new += 1
            return int(row_id)
        differing = {name: value for name, value in said.items() if value not in (None, "", known[name])}
        if differing:
            self._recording.edit("measure", known["id"], differing)
            self.corrected += 1
        return int(known["id"])

    def _add(self, noun: str, measure_id: int, key: dict[str, Any], said: dict[str, Any]) -> None:
        """Add a value of a measure, or correct the one of the same day."""
        there = self._recording.rows_in_plan(noun, measure_id=measure_id, **key)
        if not there:
            self._recording.insert(noun, [{"measure_id": measure_id, **key, **said}])
            self.readings += noun == "reading"
        elif any(there[-1][name] != said[name] for name in ("value", "note") if name in said):
            self._recording.edit(noun, there[-1]["id"], said)
            self.corrected += 1

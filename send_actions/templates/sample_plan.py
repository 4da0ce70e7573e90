"""The invented sample plan, built day by day as its improvement lead would have kept it; always the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final

from send_actions.domain.words.dates import say_date
from send_actions.store.database import Store
from send_actions.store.recording import Recording
from send_actions.templates.sample_files import OWN_DAY, Built, Line, day_of, read_lines
from send_actions.templates.sample_steps import STEPS, Step

_LEAD: Final = "SEND Improvement Lead"


def build_sample(store: Store, *, title: str = "", partnership: str = "") -> None:
    """Write the sample's whole past into an empty plan, one change for each kind of thing done in a day."""
    _Building(store).build(title, partnership)


class _Building:
    """The plan in the making, change by change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._record = 0
        self._built = Built()

    def build(self, title: str, partnership: str) -> None:
        """Begin the plan on its first day, then live through every later one."""
        plan = read_lines("plan")[0]
        self._built.main_series = plan["main_series"]
        by_day: dict[date, list[tuple[str, Step, list[Line]]]] = defaultdict(list)
        first = min(day_of(line) for line in read_lines("actions"))
        for name, label, step, day_column in STEPS:
            for day, lines in _grouped(read_lines(name), day_column, first).items():
                by_day[day].append((label, step, lines))
        today = date.fromisoformat(plan["today"])
        row = {
            "title": title or plan["title"],
            "partnership": partnership or plan["partnership"],
            "main_series": plan["main_series"],
            "today": today,
        }
        self._do("Begin the plan", first, lambda recording: recording.insert("plan", [row]))
        for day, steps in sorted(item for item in by_day.items() if item[0] <= today):
            for label, step, lines in steps:
                self._do(_labelled(label, lines, day), day, partial(self._take, step, lines))

    def _take(self, step: Step, lines: Sequence[Line], recording: Recording) -> None:
        step(self._built, recording, lines)

    def _do(self, label: str, day: date, step: Callable[[Recording], object]) -> None:
        at = datetime.combine(day, time(16), UTC) + timedelta(seconds=self._record)
        with self._store.record(label, actor=_LEAD, at=at, day=day) as recording:
            step(recording)
            self._record = recording.id


def _grouped(lines: Sequence[Line], day_column: str, first: date) -> dict[date, list[Line]]:
    """Group lines by the day they were written down, the plan's first day at the earliest."""
    groups: dict[date, list[Line]] = defaultdict(list)
    for line in lines:
        if not day_column:
            groups[first].append(line)
        elif day_column == OWN_DAY:
            groups[max(day_of(line), first)].append(line)
        elif line[day_column]:
            groups[date.fromisoformat(line[day_column])].append(line)
    return groups


def _labelled(label: str, lines: Sequence[Line], day: date) -> str:
    refs = list(dict.fromkeys(line["ref"] for line in lines if line.get("ref")))
    named = ", ".join(refs[:4]) + (f" and {len(refs) - 4} more" if len(refs) > 4 else "")  # noqa: PLR2004
    return label.format(day=say_date(day), refs=named, count=len(lines)).strip()

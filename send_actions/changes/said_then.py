"""What a file says was said before, as far as the plan does not have it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from send_actions.domain.history.folding import as_date
from send_actions.importers.plan_lines import SaidThen


def not_said_yet(
    said: Sequence[SaidThen], known: Sequence[Mapping[str, Any]], on: date, came_in: Collection[date]
) -> Iterator[dict[str, Any]]:
    """Yield the updates that are not known, on their days; words without a day are of the last of these.

    A review that was still to end counted from the day when its file came in, which is one of `came_in`: what
    it said then it says now. Nor is a reason said again of a status that it was given for.
    """
    last = max((then.on for then in said if then.on), default=on)
    for then in said:
        on_day = [row for row in known if _is_of(then, as_date(row["on"]), came_in)]
        is_noted = not then.note or _has(on_day, note=then.note)
        if is_noted and (not then.status or _has(on_day, status=then.status)):
            continue
        note = None if then.status and _has(known, status=then.status, note=then.note) else then.note
        yield {
            "on": then.on or last,
            **{name: value for name, value in (("status", then.status), ("note", note)) if value},
        }


def _is_of(then: SaidThen, day: date | None, came_in: Collection[date]) -> bool:
    """Say whether a day is the one that something was said on; without a day any is."""
    if then.on is None or day is None or day == then.on:
        return then.on is None or day == then.on
    return then.since is not None and then.since <= day < then.on and day in came_in


def _has(rows: Sequence[Mapping[str, Any]], **said: Any) -> bool:
    return any(all((row[name] or None) == value for name, value in said.items()) for row in rows)

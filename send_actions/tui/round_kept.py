"""Where one is in the round of a plan, kept for the next sitting: what was said stands in the plan itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from send_actions.domain.checks.rounds import Order, Round
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Heard
from send_actions.tui.own_files import OwnFiles


@dataclass(frozen=True)
class KeptRounds:
    """One file for each plan in a folder, written whole; without a folder nothing is kept."""

    folder: Path | None

    def read(self, place: str, meeting_id: int | None, plan: Plan) -> Round | None:
        """Return the round of a plan for a meeting as it was left; None for one that is not kept.

        One that began at a record which the plan has not reached is another plan's.
        """
        try:
            kept = self._files.read(place)
            if kept is None or kept["meeting"] != meeting_id or kept["began"] > plan.record:
                return None
            return _round_of(kept)
        except (ValueError, LookupError, TypeError):
            return None

    def write(self, place: str, meeting_id: int | None, one: Round) -> bool:
        """Keep a round, whole or not at all; says whether it is kept."""
        return self._files.write(place, {"meeting": meeting_id, **_told(one)})

    @property
    def _files(self) -> OwnFiles:
        return OwnFiles(self.folder, "round")


def _told(one: Round) -> dict[str, Any]:
    return {
        "began": one.began,
        "order": one.order.value,
        "place": one.place,
        "heard": one.heard.value if one.heard else None,
        "later": sorted(one.later),
        "queue": one.queue,
    }


def _round_of(kept: dict[str, Any]) -> Round:
    """Return the round that was kept; raises ValueError, LookupError or TypeError for what is none."""
    queue = tuple(map(int, kept["queue"]))
    place = max(0, min(int(kept["place"]), len(queue)))
    heard = Heard(kept["heard"]) if kept["heard"] else None
    later = frozenset(map(int, kept["later"]))
    return Round(queue, place, Order(kept["order"]), later, heard, int(kept["began"]))

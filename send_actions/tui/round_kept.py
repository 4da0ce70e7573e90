"""Where one is in the round of a plan, kept for the next sitting: what was said stands in the plan itself."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from send_actions.domain.checks.rounds import Order, Round
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Heard

KNOWN: Final = 16
"""Characters of a place's digest that name its file."""


@dataclass(frozen=True)
class KeptRounds:
    """One file for each plan in a folder, written whole; without a folder nothing is kept."""

    folder: Path | None

    def read(self, place: str, meeting_id: int | None, plan: Plan) -> Round | None:
        """Return the round of a plan for a meeting as it was left; None for one that is not kept.

        One that began at a record which the plan has not reached is another plan's.
        """
        file = self._file(place)
        try:
            kept = json.loads(file.read_text(encoding="utf-8")) if file else None
            if not isinstance(kept, dict) or kept["meeting"] != meeting_id or kept["began"] > plan.record:
                return None
            return _round_of(kept)
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def write(self, place: str, meeting_id: int | None, one: Round) -> bool:
        """Keep a round, whole or not at all; says whether it is kept."""
        file = self._file(place)
        if file is None:
            return False
        text = json.dumps({"meeting": meeting_id, **_told(one)}, separators=(",", ":"))
        beside = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as written:
                written.write(text.encode())
            beside.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()
            return False
        return True

    def _file(self, place: str) -> Path | None:
        """The file of a plan's place, which is not told by its name: a URL may have a password in it."""
        whole = place if "://" in place else str(Path(place).absolute())
        named = f"round-{sha256(whole.encode()).hexdigest()[:KNOWN]}.json"
        return self.folder / named if self.folder else None


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

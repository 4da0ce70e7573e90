"""What a plan keeps of the files that were brought in: answers to their questions, and the last refs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from send_actions.importers.answers import Answers

ANSWERS: Final = "answers"
LAST_FILE: Final = "last file"


class LastFile(NamedTuple):
    """The file that was brought in last: its name and the refs that stood in it."""

    name: str
    refs: tuple[str, ...]


def read_kept(rows: Iterable[Mapping[str, Any]]) -> tuple[Answers, LastFile | None]:
    """Return the answers and the last file that the plan keeps; what cannot be read is not kept."""
    kept = {row["name"]: row["mapping"] for row in rows}
    answers = Answers.from_json(kept.get(ANSWERS, ""))
    try:
        last = json.loads(kept.get(LAST_FILE, "{}"))
        return answers, LastFile(str(last["name"]), tuple(map(str, last["refs"])))
    except (ValueError, KeyError, TypeError):
        return answers, None

"""What a return shows of each action: written when it is given out, compared when it comes back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date, say_due
from send_actions.domain.words.listed import Listed
from send_actions.domain.words.return_words import ReturnColumn

Shown = str | date
"""What a cell of a return shows: words, or a date."""

ReturnRow = Mapping[ReturnColumn, Shown]
"""The cells of one action by their columns."""


def return_row(plan: Plan, action: Action) -> ReturnRow:
    """Return what a return shows of an action of a plan; what is asked anew is empty."""
    said = f"{say_date(action.note_on)}: {action.note}" if action.note and action.note_on else "Nothing yet"
    area = plan.area_of(action).number
    return {
        ReturnColumn.REF: action.ref,
        ReturnColumn.ACTION: action.title,
        ReturnColumn.LEAD: str(action.lead or ""),
        ReturnColumn.DUE: say_due(action.due) if action.due else "No date",
        ReturnColumn.LAST_SAID: said,
        ReturnColumn.NO_CHANGE: "",
        ReturnColumn.STATUS: plan.legend_of(action.status).word if action.status else "",
        ReturnColumn.NOTE: "",
        ReturnColumn.IMPACT: action.impact.word if action.impact else "",
        ReturnColumn.PATH: action.path,
        ReturnColumn.PATH_BY: action.path_by or "",
        ReturnColumn.ASK: action.ask,
        ReturnColumn.NEW_DUE: "",
        ReturnColumn.WHY_NEW_DUE: "",
        ReturnColumn.KEPT_AS: str(Listed(action.ref, area, plan.as_at, plan.record)),
    }


def mark_of(words: str) -> str:
    """Return what words on another sheet of a return are known again by: their letters and figures."""
    key = _NO_LETTER.sub("", fold(words)) or words.strip()
    return hashlib.sha256(key.encode()).hexdigest()[:_MARK]


_NO_LETTER: Final = re.compile(r"[\W_]+")
_MARK: Final = 6

_IN_DIGEST: Final = (
    *(ReturnColumn.REF, ReturnColumn.DUE, ReturnColumn.STATUS, ReturnColumn.IMPACT),
    *(ReturnColumn.PATH_BY, ReturnColumn.KEPT_AS),
)
"""What a state of the plan is known again by: nothing in which a name may stand, which another day hides."""


def digest_of_rows(rows: Sequence[ReturnRow]) -> str:
    """Return the SHA-256 of how the plan stood that rows show, in any order."""
    told = sorted("\n".join(f"{column.value}={row[column]}" for column in _IN_DIGEST) for row in rows)
    return hashlib.sha256("\n\n".join(told).encode()).hexdigest()

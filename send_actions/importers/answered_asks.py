"""What a file asks of the board: what a meeting answered is left out, and what ends unsaid is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from send_actions.domain.history.asks import days_decided
from send_actions.domain.history.folding import as_date
from send_actions.domain.history.state import in_force
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date
from send_actions.importers.cell_text import is_echo
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.disputes import Past
from send_actions.importers.plan_lines import ActionLine


def settle_asks(
    lines: Sequence[ActionLine], plan: Plan, past: Past | None, on: date, problems: Problems
) -> list[ActionLine]:
    """Return the lines without the asks that a meeting had answered by then; tell these and what ends."""
    then = plan if past is None or on == plan.as_at else past.plan(on, plan.record) or plan
    answered = _Answered(then, past, on)
    ids = {match_key(action.ref): action.id for action in plan.actions}
    settled = []
    for line in lines:
        action = then.actions_by_id.get(ids.get(match_key(line.ref), 0))
        day = answered.on_day(action, line.ask) if action and line.ask and "ask" not in line.taken else None
        if day:
            told = f"The meeting of {say_date(day)} answered this ask of {line.ref}: it is left out. "
            problems.doubt(line.row, "ask", f"{told}To ask again, use other words.")
        if action and _ends_unsaid(line, action):
            told = f"{line.ref}: the ask to the board ends with its status; type it anew if it still stands."
            problems.doubt(line.row, "ask" if "ask" in problems.places else "status", told)
        settled.append(replace(line, ask=None) if day else line)
    return settled


def _ends_unsaid(line: ActionLine, action: Action) -> bool:
    """Say whether a list of ours changes the status, with which the ask ends, and not the ask."""
    if not action.ask or line.status in (None, action.status):
        return False
    is_ours = line.is_compared or (line.updated_on is not None and line.updated_on == action.updated_on)
    return is_ours and (line.ask is None or (line.ask == action.ask and not line.is_compared))


class _Answered:
    """The asks that meetings had answered by a date; the past is read once it is needed."""

    def __init__(self, plan: Plan, past: Past | None, on: date) -> None:
        self._past, self._on = past, on
        self._decided = days_decided(plan.minutes, plan.meetings)
        self._asked: Mapping[int, Sequence[tuple[date, str]]] | None = None

    def on_day(self, action: Action, words: str) -> date | None:
        """Return the day of the meeting that answered these words; None when none did."""
        days = self._decided.get(action.id)
        if not days or self._past is None or is_echo(words, action.ask):
            return None
        if self._asked is None:
            self._asked = _asks(self._past)
        asked = [
            day for day, ask in self._asked.get(action.id, ()) if day <= self._on and is_echo(words, ask)
        ]
        return min((day for day in days if asked and max(asked) <= day <= self._on), default=None)


def _asks(past: Past) -> Mapping[int, Sequence[tuple[date, str]]]:
    """Return the asks of each action, by its id, with their days."""
    asks: dict[int, list[tuple[date, str]]] = {}
    for change in in_force(past.changes(0)):
        for said in change.differences:
            if said.noun == "progress_update" and said.field is None and said.after.get("ask"):
                day = as_date(said.after["on"])
                if day:
                    asks.setdefault(said.after["action_id"], []).append((day, said.after["ask"]))
    return asks

"""What a return showed, and what was said since it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from send_actions.domain.history.folding import as_date
from send_actions.domain.history.state import in_force
from send_actions.domain.plan import Action, Change, Difference, Plan
from send_actions.domain.plan.vocabulary import Heard
from send_actions.domain.return_rows import digest_of_rows, return_row
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.listed import Listed
from send_actions.domain.words.return_words import ABOUT, ReturnColumn, ReturnFact
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.kept import answers_kept_as
from send_actions.importers.ours.disputes import Past
from send_actions.importers.ours.listed_values import touches
from send_actions.importers.problems import Problem
from send_actions.importers.returns.return_sheet import FILE, ReturnSheet
from send_actions.importers.returns.return_values import is_same


class SideBefore(NamedTuple):
    """Whose words a question was answered to stand before, and whether that was undone since."""

    side: str
    is_undone: bool


class ReturnState:
    """The plan as a return showed it, row by row, and what was said of its actions after.

    Raises SendActionsError for a return of another plan, or one that the plan has not reached.
    """

    def __init__(self, sheet: ReturnSheet, plan: Plan, past: Past, begun: str) -> None:
        self._sheet, self._plan, self._past = sheet, plan, past
        self._refuse_other(begun)
        self._plans: dict[tuple[date, int], Plan] = {(plan.as_at, plan.record): plan}
        self._by_ref: dict[int, dict[str, Action]] = {}
        self._since: dict[int, list[Change]] = {}
        self._heard: dict[int, dict[tuple[int, str], list[Mapping[str, Any]]]] = {}
        self._listed = {row.number: _listed(row.cells.get(ReturnColumn.KEPT_AS, "")) for row in sheet.rows}

    def problems(self) -> Iterator[Problem]:
        """Yield what is in doubt of the file as a whole."""
        cell = f"{self._sheet.prefix}{FILE}"
        if not self._sheet.facts.get(ReturnFact.PLAN):
            told = f"It does not say which plan it is of (no sheet {ABOUT}): it is known by its refs."
            yield Problem(cell, told)
        if not all(map(self.is_known, self._listed)):
            told = "It does not say what it showed: it is compared with the plan as it is now."
            yield Problem(cell, told)
        elif self._is_other_past():
            told = (
                "The plan says otherwise what this file showed: it may have been brought back from a copy "
                "since. Look at each line."
            )
            yield Problem(cell, told)

    def kept_ref(self, number: int) -> str:
        """Return the ref that a row was given in its hidden cell; empty where that is gone."""
        listed = self._listed[number]
        return listed.ref if listed else ""

    def is_known(self, number: int) -> bool:
        """Say whether it is known what a row showed; else it is compared with the plan as it is now."""
        return self._state(number) is not None

    def shown(self, number: int, ref: str) -> tuple[Plan, Action] | None:
        """Return the action of a ref as a row showed it, and the plan then; None where it showed none."""
        plan = self._plan_of(number)
        if id(plan) not in self._by_ref:
            self._by_ref[id(plan)] = {match_key(one.ref): one for one in plan.actions}
        found = self._by_ref[id(plan)].get(match_key(ref))
        return (plan, found) if found else None

    def newer(self, number: int, action_id: int, name: str) -> Change | None:
        """Return the last change in force since a row was made that said something of a field."""
        changes = reversed(self._changes_since(self._plan_of(number).record))
        return next((one for one in changes if touches(one, "action", action_id, name)), None)

    def said_since(
        self, number: int, action_id: int, *names: str, but_returns: bool = False
    ) -> Change | None:
        """Return the last change since a row was made that said one of some fields for a day until now.

        What says the same as before counts too; with `but_returns` nothing that was heard by return does.
        """
        until = self._plan.as_at
        for change in reversed(self._changes_since(self._plan_of(number).record)):
            for said in (one.after for one in _new(change) if one.after.get("action_id") == action_id):
                day, is_heard = as_date(said.get("on")), said.get("heard") == Heard.RETURN.value
                if (
                    any(said.get(name) for name in names)
                    and day
                    and day <= until
                    and not (but_returns and is_heard)
                ):
                    return change
        return None

    def was_heard(self, number: int, action_id: int, name: str, value: Any) -> bool:
        """Say whether a value was taken from a return already, since a row was made."""
        record = self._plan_of(number).record
        if record not in self._heard:
            self._heard[record] = _statements(self._changes_since(record))
        kind = "deadline" if name == "due" else "progress_update"
        said = self._heard[record].get((action_id, kind), ())
        return any(is_same(one.get(name), _as_kept(value)) for one in said)

    def side_before(self, key: str) -> SideBefore | None:
        """Return whose words a question was answered to stand last, also where that was undone since."""
        found, is_undone = self._kept_before(key)
        return SideBefore(found, is_undone) if found else None

    def answered_before(self, digest: str) -> Answers | None:
        """Return what a return of this digest was answered when it was taken, also where that was undone."""
        found, _ = self._kept_before(answers_kept_as(digest))
        return Answers.from_json(found) if found else None

    def _kept_before(self, name: str) -> tuple[str, bool]:
        """Return what is kept under a name last, and whether that was undone; empty where nothing is."""
        found = self._kept.get(name)
        return (found[0], found[1] not in self._in_force) if found else ("", False)

    @cached_property
    def _kept(self) -> dict[str, tuple[str, int]]:
        return {
            str(one.after.get("name")): (str(one.after.get("mapping")), change.id)
            for change in self._past.changes(0)
            for one in _new(change)
            if one.noun == "import_mapping" and change.undoes is None
        }

    @cached_property
    def _in_force(self) -> set[int]:
        return {change.id for change in self._changes_since(0)}

    def was_said(self, action_id: int, name: str, value: Any) -> bool:
        """Say whether the plan ever said a value of a field, so that an old file may have shown it."""
        said = (one.after for change in self._changes_since(0) for one in _new(change))
        return any(
            one.get("action_id") == action_id and is_same(one.get(name), _as_kept(value)) for one in said
        )

    def _changes_since(self, record: int) -> list[Change]:
        if record not in self._since:
            self._since[record] = in_force(self._past.changes(record))
        return self._since[record]

    def _plan_of(self, number: int) -> Plan:
        state = self._state(number)
        if state is None:
            return self._plan
        if state not in self._plans:
            self._plans[state] = self._past.plan(*state) or self._plan
        return self._plans[state]

    def _state(self, number: int) -> tuple[date, int] | None:
        listed = self._listed[number]
        if listed and listed.as_at and listed.record is not None:
            return listed.as_at, listed.record
        return self._of_file

    @cached_property
    def _of_file(self) -> tuple[date, int] | None:
        facts = self._sheet.facts
        try:
            return date.fromisoformat(facts.get(ReturnFact.AS_AT, "")), int(facts.get(ReturnFact.RECORD, ""))
        except ValueError:
            return None

    def _refuse_other(self, begun: str) -> None:
        sheet, said = self._sheet, self._sheet.facts.get(ReturnFact.PLAN, "")
        if said and said != begun:
            day = _day_of(said)
            of = f", begun on {say_date(day)}" if day else ""
            raise SendActionsError(
                f"{sheet.name} is a return of another plan{of}. Take it into that plan: --db."
            )
        made_on = self._of_file[0] if self._of_file else self._plan.as_at
        if made_on > self._plan.as_at:
            raise SendActionsError(
                f"{sheet.name} was made on {say_date(made_on)}, so it counts from that day "
                "or a later one: --on."
            )
        of_rows = (_listed(row.cells.get(ReturnColumn.KEPT_AS, "")) for row in sheet.rows)
        made_at = max((one.record for one in of_rows if one and one.record is not None), default=0)
        made_at = max(made_at, self._of_file[1] if self._of_file else 0)
        if made_at > self._plan.record:
            raise SendActionsError(
                f"{sheet.name} was made at record {made_at}, and this plan has only reached "
                f"{self._plan.record}. Take it into the plan that it was made from: --db."
            )

    def _is_other_past(self) -> bool:
        """Say whether a file that has all its rows showed other words than the plan has for its record."""
        facts, rows = self._sheet.facts, self._sheet.rows
        found = [self.shown(row.number, self.kept_ref(row.number)) for row in rows]
        if facts.get(ReturnFact.ROWS) != str(len(rows)) or ReturnFact.DIGEST not in facts:
            return False
        shown = [return_row(*one) for one in found if one]
        return len(shown) == len(rows) and digest_of_rows(shown) != facts[ReturnFact.DIGEST]


def _statements(changes: Iterable[Change]) -> dict[tuple[int, str], list[Mapping[str, Any]]]:
    """Return the due dates that changes say, and the updates that were heard by return, by their action."""
    found: dict[tuple[int, str], list[Mapping[str, Any]]] = {}
    for difference in (one for change in changes for one in _new(change)):
        said = difference.after
        if difference.noun == "deadline" or said.get("heard") == Heard.RETURN.value:
            found.setdefault((said.get("action_id"), difference.noun), []).append(said)
    return found


def _new(change: Change) -> Iterator[Difference]:
    """Yield what a change wrote anew, whole."""
    return (one for one in change.differences if one.field is None and one.after)


def _listed(text: str) -> Listed | None:
    return Listed.read(" ".join(text.split()))


def _day_of(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _as_kept(value: Any) -> Any:
    on = getattr(value, "on", value)
    return on.isoformat() if isinstance(on, date) else getattr(value, "value", value)

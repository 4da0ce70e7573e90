"""Fields that several whole forms have: areas and actions by name, dates, yes or no."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from send_actions.domain.plan import Area, Plan
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import clean, fold, match_key
from send_actions.domain.words.choices import nearest, nearest_ref, read_choice, read_status
from send_actions.domain.words.dates import read_date, read_due, read_start, say_date
from send_actions.domain.words.personal_data import questions
from send_actions.errors import UsageError
from send_actions.tui.drawing.actions import word
from send_actions.tui.form_words import date_echo
from send_actions.tui.forms import Completion, Entry, Values
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_forms import Fields

YES: Final = "yes"
NO: Final = "no"
_YES_WORDS: Final = frozenset({"y", "yes", "true", "exempt"})
_NO_WORDS: Final = frozenset({"n", "no", "false", "not exempt"})


def area_entry(plan: Plan, *, label: str = "Area", hint: str = "its number", apart: bool = False) -> Entry:
    """An area by its number or title."""

    def echo(text: str) -> str:
        try:
            area = read_area(text, plan)
        except UsageError as refusal:
            return str(refusal)
        return inline(f"{area.number} {area.title}")

    def complete(values: Values) -> Completion | None:
        typed = fold(values.get("area", ""))
        found = [area for area in plan.areas if typed and fold(area.title).startswith(typed)]
        if not found:
            return None
        return Completion(found[0].title, {"area": found[0].number})

    return Entry("area", label, hint, echo, complete=complete, apart=apart)


def choice_entry(name: str, label: str, what: str, choices: type[StrEnum]) -> Entry:
    """One of a closed list."""
    words = [say_choice(one) for one in choices]
    hint = f"{', '.join(words[:-1])} or {words[-1]}"

    def complete(values: Values) -> Completion | None:
        typed = fold(values.get(name, ""))
        found = next((one for one in words if typed and one.startswith(typed) and one != typed), None)
        return Completion(found, {name: found}) if found else None

    return Entry(name, label, hint, choice_echo(what, choices), complete=complete)


def choice_echo(what: str, choices: type[StrEnum]) -> Callable[[str], str]:
    """Say which of a closed list is meant."""

    def echo(text: str) -> str:
        try:
            return say_choice(read_choice(what, text, choices))
        except UsageError as refusal:
            return str(refusal)

    return echo


def say_choice(choice: StrEnum) -> str:
    """One of a closed list in words: area for improvement."""
    return choice.value.replace("-", " ")


def exempt_entry() -> Entry:
    """Whether a board sees no detail of it."""
    return Entry("exempt", "Exempt", "no; yes: counted, but without detail for a board")


def date_entry(name: str, label: str, hint: str, *, today: date, apart: bool = False) -> Entry:
    """A day."""
    return Entry(name, label, hint, date_echo(today, "nearest"), apart=apart)


def start_echo(today: date) -> Callable[[str], str]:
    """Say the day on which work starts; the first of a month or term is told."""

    def echo(text: str) -> str:
        try:
            first = read_start(text, today=today)
        except UsageError as refusal:
            return str(refusal)
        is_day = read_due(text, today=today).precision is Precision.DAY
        return say_date(first) if is_day else f"{say_date(first)}, its first day"

    return echo


def status_echo(plan: Plan) -> Callable[[str], str]:
    """Say a status by the plan's word for it."""

    def echo(text: str) -> str:
        try:
            return word(plan, read_status(text, plan.legend))
        except UsageError as refusal:
            return str(refusal)

    return echo


def read_yes(text: str) -> bool:
    """Return whether a field says yes; raises UsageError."""
    said = fold(clean(text, one_line=True))
    if said not in _YES_WORDS | _NO_WORDS:
        raise UsageError("Type yes or no.")
    return said in _YES_WORDS


def read_day(today: date) -> Callable[[str], date]:
    """Make a reader of days, the nearest where the year is left out."""
    return partial(read_date, today=today, prefer="nearest")


def read_area(text: str, plan: Plan) -> Area:
    """Return the area of a number or title; raises UsageError naming the nearest."""
    typed = clean(text, one_line=True)
    number = re.sub(r"^area\s+", "", typed, flags=re.IGNORECASE)
    for area in plan.areas:
        if match_key(area.number) == match_key(number) or fold(area.title) == fold(typed):
            return area
    near = nearest(number, [area.number for area in plan.areas])
    raise UsageError(f"There is no area {inline(typed)}{f': did you mean {inline(near)}?' if near else '.'}")


def read_areas(text: str, plan: Plan) -> tuple[int, ...]:
    """Return the ids of areas by their numbers, parted by commas; raises UsageError for the first unknown."""
    return tuple(dict.fromkeys(read_area(part, plan).id for part in _parts(text)))


def read_refs(text: str, plan: Plan) -> tuple[int, ...]:
    """Return the ids of actions by their refs, parted by commas; raises UsageError for the first unknown."""
    parts = _parts(text)
    by_ref = {match_key(action.ref): action.id for action in plan.actions} if parts else {}
    for part in parts:
        if match_key(part) not in by_ref:
            near = nearest_ref(part, [action.ref for action in plan.actions])
            meant = f": did you mean {inline(near)}?" if near else "."
            raise UsageError(f"There is no action {inline(part)}{meant}")
    return tuple(dict.fromkeys(by_ref[match_key(part)] for part in parts))


def measures_entry(plan: Plan) -> Entry:
    """The measures that an action is meant to move, by their titles."""

    def complete(values: Values) -> Completion | None:
        before, _, last = values.get("moves", "").rpartition(";")
        typed = fold(last.strip())
        titles = [one.title for one in plan.measures]
        found = next((t for t in titles if typed and fold(t).startswith(typed) and fold(t) != typed), None)
        whole = f"{before}; {found}" if before else found
        return Completion(whole, {"moves": whole}) if found and whole else None

    hint = "measures by their titles, with ; between them"
    return Entry("moves", "Moves", hint, is_long=True, complete=complete)


def read_measures(text: str, plan: Plan) -> tuple[int, ...]:
    """Return the ids of measures by their titles, or how these begin; raises UsageError."""
    found: dict[int, None] = {}
    for part in (part.strip() for part in re.split(r"[;\n]", text)):
        begun = [one for one in plan.measures if fold(one.title).startswith(fold(part))]
        same = [one for one in begun if fold(one.title) == fold(part)] or begun
        if part and len(same) != 1:
            near = nearest(part, [one.title for one in plan.measures])
            meant = f": did you mean {inline(near)}?" if near else "."
            raise UsageError(f"There is no one measure {inline(part)}{meant}")
        found |= {one.id: None for one in same if part}
    return tuple(found)


def areas_echo(plan: Plan) -> Callable[[str], str]:
    """Name the areas of some numbers."""

    def echo(text: str) -> str:
        try:
            found = read_areas(text, plan)
        except UsageError as refusal:
            return str(refusal)
        return " · ".join(inline(f"{plan.areas_by_id[i].number} {plan.areas_by_id[i].title}") for i in found)

    return echo


def refs_echo(plan: Plan) -> Callable[[str], str]:
    """Name the actions of some refs."""

    def echo(text: str) -> str:
        try:
            found = read_refs(text, plan)
        except UsageError as refusal:
            return str(refusal)
        return " · ".join(inline(f"{plan.actions_by_id[i].ref} {plan.actions_by_id[i].title}") for i in found)

    return echo


def ask_about_personal(fields: Fields, names: Sequence[str]) -> None:
    """Gather what in some fields looks as if it were about one person."""
    for name in names:
        asked = questions(fields.values.get(name, "")) if fields.is_changed(name) else []
        fields.doubt(name, asked[0] if asked else "")


def _parts(text: str) -> list[str]:
    return [part for part in (part.strip() for part in re.split(r"[,;\n]", text)) if part]

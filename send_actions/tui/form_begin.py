"""What the first run asks beside the choice: where the plan and its copies are to be, and who keeps it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from send_actions.care.chosen_places import (
    new_copies_place,
    new_plan_place,
    spreadsheet_at,
    usual_plan_place,
)
from send_actions.care.places import (
    about_copies_place,
    about_plan_place,
    shown_place,
    usual_copies_folder,
)
from send_actions.errors import SendActionsError, UsageError
from send_actions.templates.wanted import SPREADSHEET, Wanted
from send_actions.tui.forms import Entry, Values
from send_actions.tui.whole_forms import Fields

Look = Callable[[Path], str]
"""Says what a file holds, before it is brought in; raises SendActionsError for one that cannot be read."""

_NO_COPIES: Final = "Without a folder there are no dated copies: name one, best on another drive."


@dataclass(frozen=True)
class BeginForm:
    """The fields that go with a choice."""

    choice: str
    asks_name: bool
    look: Look
    standing: Values = field(default_factory=dict)
    theirs: Values = field(default_factory=dict)
    about: str = ""

    @property
    def title(self) -> str:
        """What the fields are for."""
        return "Where it is kept, and by whom"

    @property
    def begins_at(self) -> str:
        """The first field."""
        return self.entries[0].id

    @property
    def entries(self) -> Sequence[Entry]:
        """The fields, from the file that is brought in to the name of who keeps the plan."""
        file = Entry("file", "Spreadsheet", "its name with its folder: type, paste or drop it here")
        place = Entry("place", "The plan", "a file in a folder of yours", echo=_about_place)
        copies = Entry(
            "copies", "Dated copies", "a folder, best on another drive or share", echo=_about_copies
        )
        whose = Entry("partnership", "Whose plan", "such as Our partnership; may wait")
        name = Entry("by", "Your name", "as colleagues know it: it stands beside what you change")
        first = (file,) if self.choice == SPREADSHEET else ()
        return (*first, place, copies, whose, *((name,) if self.asks_name else ()))

    def read(self, values: Values) -> tuple[Wanted, Fields]:
        """Return what the fields come to, with what is wrong or in doubt beside each."""
        fields, nowhere = Fields(values, self.standing), Path()
        file = fields.read("file", self._file(fields), nowhere) if self.choice == SPREADSHEET else None
        place = fields.read("place", new_plan_place, nowhere)
        copies = fields.read("copies", new_copies_place, nowhere)
        if file == nowhere:
            fields.refuse("file", "Name the file to bring in, or choose something else to begin with.")
        if place == nowhere:
            fields.refuse("place", "Say where the plan is to live.")
        if copies == nowhere:
            fields.doubt("copies", _NO_COPIES)
        elif place.parent == copies:
            fields.refuse("copies", "Name another folder than the plan's own, so that they are told apart.")
        if self.asks_name and not values.get("by"):
            fields.refuse("by", "Say who you are: every change says who made it.")
        fields.doubt("place", about_plan_place(place))
        kept_in = None if copies == nowhere else copies
        words = values.get("partnership", ""), values.get("by", "")
        return Wanted(self.choice, place, file, kept_in, *words), fields

    def _file(self, fields: Fields) -> Callable[[str], Path]:
        def read(typed: str) -> Path:
            path = spreadsheet_at(typed)
            try:
                fields.doubt("file", self.look(path))
            except SendActionsError as refusal:
                raise UsageError(str(refusal)) from refusal
            return path

        return read


class BeginState:
    """What was chosen and typed, kept while the screen is away; `wanted` is what came of it last."""

    def __init__(self, *, by: str, asks_name: bool, look: Look) -> None:
        self.choice = SPREADSHEET
        self.values: dict[str, str] = first_values(by)
        self.asks_name = asks_name
        self.look = look
        self.message = ""
        self.wanted: Wanted | None = None

    def keep(self, choice: str, values: dict[str, str], wanted: Wanted) -> None:
        """Keep what was chosen."""
        self.choice, self.values, self.wanted = choice, values, wanted


def first_values(by: str) -> dict[str, str]:
    """What stands in the fields at first."""
    place = usual_plan_place()
    copies = usual_copies_folder(place, os.environ)
    return {"place": shown_place(place), "copies": shown_place(copies), "by": by}


def _about_place(typed: str) -> str:
    try:
        return about_plan_place(new_plan_place(typed))
    except UsageError as refusal:
        return str(refusal)


def _about_copies(typed: str) -> str:
    try:
        return about_copies_place(new_copies_place(typed))
    except UsageError as refusal:
        return str(refusal)

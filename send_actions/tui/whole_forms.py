"""What a form is that fills the screen: what stands now, and what its fields come to, read one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from send_actions.domain.drafting import Draft
from send_actions.errors import UsageError
from send_actions.tui.forms import Entry, Values
from send_actions.tui.plan_writer import Task

_Meaning = TypeVar("_Meaning")

WHOLE: Final = ""
"""What is wrong with the form and with no one field of it."""


class Fields:
    """The fields of a form, read one by one; what is wrong or in doubt is gathered beside each."""

    def __init__(self, values: Values, standing: Values) -> None:
        self.values = values
        self.standing = standing
        self.problems: dict[str, str] = {}
        self.doubts: dict[str, str] = {}

    def is_changed(self, name: str) -> bool:
        """Whether a field says otherwise than what stands."""
        return self.values.get(name, "") != self.standing.get(name, "")

    def read(self, name: str, reader: Callable[[str], _Meaning], otherwise: _Meaning) -> _Meaning:
        """Return what a field means; what it would be without words when it is empty or cannot be read."""
        text = self.values.get(name, "")
        try:
            return reader(text) if text else otherwise
        except UsageError as refusal:
            self.problems[name] = str(refusal)
            return otherwise

    def refuse(self, name: str, words: str) -> None:
        """Say what is wrong with a field, unless something is said of it already."""
        self.problems.setdefault(name, words)

    def doubt(self, name: str, words: str) -> None:
        """Say what to ask once of a field, if there is something to ask."""
        if words:
            self.doubts.setdefault(name, words)

    def check(self, draft: Draft, names: Mapping[str, str]) -> None:
        """Gather what a draft refuses; `names` are the form's names of its fields, where they are others."""
        by_field = draft.problems_by_field()
        for name, found in by_field.items():
            self.refuse(names.get(name, name), found[0])
        told = {problem for found in by_field.values() for problem in found}
        for problem in draft.problems():
            if problem not in told:
                self.refuse(names.get(WHOLE, WHOLE), problem)


@dataclass(frozen=True)
class Reading:
    """What the fields come to: what is wrong and what is in doubt, by field, and the task once nothing is."""

    task: Task
    problems: Mapping[str, str]
    doubts: Mapping[str, str]


@dataclass(frozen=True)
class WholeForm:
    """What a whole form asks: `standing` is what stands now, in the words of its fields.

    It begins at the field `begins_at`; `about` says what to know while one fills it in; `theirs` are the
    fields that somebody else has changed meanwhile as well, with what they now say.
    """

    title: str
    entries: Sequence[Entry]
    standing: Values
    read: Callable[[Fields], Task]
    begins_at: str
    theirs: Values = field(default_factory=dict)
    about: str = ""

    def reading(self, values: Values) -> Reading:
        """Return what values come to."""
        fields = Fields(values, self.standing)
        return Reading(self.read(fields), fields.problems, fields.doubts)

    def labelled(self, names: Sequence[str]) -> str:
        """Return the labels of some fields in one sentence's part, in their order."""
        return ", ".join(entry.label.lower() for entry in self.entries if entry.id in names)

"""A form that fills the screen, about any noun: what stands, what its fields come to, and who saved first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from send_actions.domain.drafting import Draft
from send_actions.domain.plan import Change, Plan
from send_actions.errors import UsageError
from send_actions.tui.forms import Entry, Values
from send_actions.tui.plan_writer import Task
from send_actions.tui.text_layout import Line, inline

if TYPE_CHECKING:
    from send_actions.tui.prompts.form import Ends
    from send_actions.tui.prompts.prompt import Prompt

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

    It begins at the field `begins_at`; `theirs` are the fields that somebody else has changed meanwhile as
    well, with what they now say.
    """

    title: str
    entries: Sequence[Entry]
    standing: Values
    read: Callable[[Fields], Task]
    begins_at: str
    theirs: Values = field(default_factory=dict)

    def reading(self, values: Values) -> Reading:
        """Return what values come to."""
        fields = Fields(values, self.standing)
        return Reading(self.read(fields), fields.problems, fields.doubts)

    def labelled(self, names: Sequence[str]) -> str:
        """Return the labels of some fields in one sentence's part, in their order."""
        return ", ".join(entry.label.lower() for entry in self.entries if entry.id in names)


@dataclass(frozen=True)
class WholeEdit:
    """One whole form with what it does; it can be refused and shown again as a strip can.

    `strip` is the key that opens it, `named` what it is about, `ids` of which rows; `done` hears that it was
    saved, and `anew` makes it again of the plan as it now stands, or of nothing when that is gone.
    """

    strip: str
    named: str
    kind: str
    ids: frozenset[int]
    form: WholeForm
    done: Callable[[Change | None], None]
    anew: Callable[[Plan], WholeEdit | None]
    meant: str = ""

    @property
    def names(self) -> Sequence[str]:
        """What it is about, by name."""
        return [self.named]

    @property
    def known_by(self) -> tuple[str, frozenset[int]]:
        """What its words are kept under."""
        return f"{self.strip} {self.kind}", self.ids

    @property
    def first_field(self) -> str:
        """The field that one begins in."""
        return self.form.begins_at

    def prompt(self, ends: Ends, values: Values, message: str, above: Sequence[Line]) -> Prompt:
        """Make the form, its fields holding what stands but for these values."""
        from send_actions.tui.prompts.form_room import FormRoom

        return FormRoom(self.form, ends, {**self.form.standing, **values}, message, above)

    def task(self, values: Values) -> Task:
        """Make the task of values that were read without a problem."""
        return self.form.reading(values).task

    def saved(self, change: Change | None) -> None:
        """Hear that it was saved."""
        self.done(change)

    def against(self, plan: Plan, values: Values) -> tuple[WholeEdit, Values, list[Line]]:
        """Return the edit on what somebody else has saved first, the words for it, and what to say of that.

        Fields that were left alone take what now stands; where both wrote, one's own words stay.
        """
        now = self.anew(plan)
        if now is None:
            return self, values, []
        was, new = self.form.standing, now.form.standing
        moved = [name for name in new if new[name] != was.get(name, "")]
        both = [name for name in moved if values.get(name, "") not in {was.get(name, ""), new[name]}]
        merged = {name: values[name] if name in both or name not in moved else new[name] for name in values}
        form = replace(now.form, theirs={name: new[name] for name in both})
        fields = self.form.labelled(moved) or "something said of it"
        line: Line = [(f" {inline(self.named)} was changed by someone else: ", "amber"), (fields, "bold")]
        where = (
            f"theirs beside yours: {form.labelled(both)}" if both else "none of it in a field you wrote in"
        )
        return replace(now, form=form), merged, [line, [(f" {where[:1].upper()}{where[1:]}", "")]]

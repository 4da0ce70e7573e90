"""A whole form on its way: sent off to be saved, and shown again beside what somebody else saved first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from send_actions.domain.plan import Change, Plan
from send_actions.tui.forms import Values
from send_actions.tui.plan_writer import OnDone, Task
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.whole_forms import WholeForm

if TYPE_CHECKING:
    from send_actions.tui.prompts.form import Ends
    from send_actions.tui.prompts.prompt import Prompt


@dataclass(frozen=True)
class WholeEdit:
    """One whole form with what it does; it can be refused and shown again as a strip can.

    `strip` is the command that opens it, `named` what it is about, `ids` of which rows; `done` hears that it
    was saved, and `anew` makes it again of the plan as it now stands, or of nothing when that is gone.
    """

    strip: str
    named: str
    kind: str
    ids: frozenset[int]
    form: WholeForm
    done: OnDone
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

    @property
    def standing(self) -> Values:
        """What stands in its fields."""
        return self.form.standing

    def beside(self, was: Values, typed: Values) -> WholeEdit:
        """Return it with what somebody changed since words were typed, where these say otherwise."""
        now = self.form.standing
        theirs = {
            name: now[name]
            for name in typed
            if name in was and now.get(name, "") not in {was[name], typed[name]}
        }
        return replace(self, form=replace(self.form, theirs=theirs))

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

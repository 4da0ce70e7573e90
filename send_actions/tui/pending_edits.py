"""What was sent off to be saved, and what comes back refused: it waits until its form can be shown again."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from send_actions.domain.plan import Action
from send_actions.errors import EditConflictError, SendActionsError
from send_actions.tui import form_drafts
from send_actions.tui.internals import now
from send_actions.tui.plan_writer import Outcome, Task
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line

if TYPE_CHECKING:
    from textual.screen import Screen

    from send_actions.domain.plan import Plan
    from send_actions.tui.prompts.form import Form

Values = Mapping[str, str]

MakeTask = Callable[[Values, Mapping[int, int]], Task]
"""Makes the task of a form's values, with the versions of the actions that were seen."""


@dataclass(frozen=True)
class PendingEdit:
    """One form with what it does: enough to send it off, and to open it again when it is refused.

    `form_of` makes the form for the actions as they stand; `done` hears that it was saved.
    """

    form_of: Callable[[Sequence[Action], Callable[[Values], str | None]], Form]
    make: MakeTask
    actions: tuple[Action, ...]
    done: Callable[[PendingEdit, Values, Outcome], None]


@dataclass(frozen=True)
class RefusedEdit:
    """A saving that did not go through, with the words that were typed."""

    saving: PendingEdit
    values: Values
    error: SendActionsError


@runtime_checkable
class HasFoot(Protocol):
    """A screen with a foot at which a strip can be opened."""

    strip: Prompt | None

    @property
    def can_ask(self) -> bool:
        """Whether a form may be opened here now."""

    async def open_prompt(self, strip: Prompt) -> None:
        """Open a strip at the foot."""


class Writes(Protocol):
    """What the app does for what is to be saved."""

    @property
    def plan(self) -> Plan:
        """The plan as it is shown."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen that is seen."""

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot of the screen that is seen."""

    def write(self, task: Task, then: Callable[[Outcome], None]) -> None:
        """Do one change after those before it; `then` hears how it went."""

    def read_again(self) -> None:
        """Read what is shown once more."""

    def call_next(self, callback: Callable[[], Awaitable[None]]) -> None:
        """Do something when the app has done what it is at."""


class PendingEdits:
    """Sends forms off, and opens refused ones again, one at a time, when no other strip is open."""

    def __init__(self, app: Writes) -> None:
        self._app = app
        self._refused: deque[RefusedEdit] = deque()

    @property
    def is_waiting(self) -> bool:
        """Whether a refused saving waits to be shown."""
        return bool(self._refused)

    def form(self, saving: PendingEdit) -> Form:
        """The form of a saving; its Enter sends it off, or says at once what cannot be understood."""
        seen = {action.id: action.version for action in saving.actions}
        return saving.form_of(saving.actions, lambda values: self.send(saving, values, seen))

    def send(self, saving: PendingEdit, values: Values, seen: Mapping[int, int]) -> str | None:
        """Send words off to be saved; returns a sentence when they are not understood."""
        try:
            task = saving.make(values, seen)
        except SendActionsError as refusal:
            return str(refusal)

        def then(outcome: Outcome) -> None:
            if outcome.error is None:
                saving.done(saving, values, outcome)
            else:
                self._refused.append(RefusedEdit(saving, values, outcome.error))
                self._app.call_next(self.ask)

        self._app.say("Saving …", "dim")
        self._app.write(task, then)
        return None

    async def ask(self) -> None:
        """Open the form of the first refused saving, unless the screen has a strip or no room for one."""
        screen = self._app.screen if self._refused else None
        if not isinstance(screen, HasFoot) or screen.strip or not screen.can_ask:
            return
        from send_actions.tui.prompts.form import FormPrompt

        refused = self._refused.popleft()
        saving, above = self._as_it_stands(refused)
        says = "" if above else str(refused.error)
        strip = FormPrompt(self.form(saving), values=refused.values, says=says, above=above)
        await screen.open_prompt(strip)
        strip.opened_at = now()

    def _as_it_stands(self, refused: RefusedEdit) -> tuple[PendingEdit, list[Line]]:
        """The saving for the actions as they are now, and what somebody else has said of them meanwhile."""
        saving, app = refused.saving, self._app
        if not isinstance(refused.error, EditConflictError):
            return saving, []
        app.read_again()
        plan = app.plan
        living = tuple(plan.actions_by_id.get(was.id, was) for was in saving.actions)
        anew = PendingEdit(saving.form_of, saving.make, living, saving.done)
        return anew, theirs_lines(plan, saving.actions)


def theirs_lines(plan: Plan, seen: Sequence[Action]) -> list[Line]:
    """What somebody else has said of actions since they were seen, field by field."""
    lines: list[Line] = []
    for was in seen:
        now_is = plan.actions_by_id.get(was.id)
        if now_is is not None and now_is.version == was.version:
            continue
        differs = form_drafts.what_differs(plan, was, now_is)
        start = f" {form_drafts.refs_of([was])} was changed by someone else: "
        for field, words in differs:
            lines.append([(start, "amber"), (f"{field} ", "dim"), (words, "bold")])
            start = " " * len(start)
    choice: Line = [(" Yours is below: ", ""), ("Enter", "key"), (" saves yours as well, ", "")]
    return [*lines, [*choice, ("Esc", "key"), (" leaves theirs", "")]]

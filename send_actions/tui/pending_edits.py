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
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line

if TYPE_CHECKING:
    from textual.screen import Screen

    from send_actions.domain.plan import Plan
    from send_actions.tui.prompts.fields import Form

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
    """An edit that did not go through, with the words that were typed."""

    edit: PendingEdit
    values: Values
    error: SendActionsError


@runtime_checkable
class HasFoot(Protocol):
    """A screen with a foot at which a prompt can be opened."""

    @property
    def foot(self) -> Foot:
        """Its foot."""


class Host(Protocol):
    """What the app does for edits that wait."""

    @property
    def screen(self) -> Screen[Any]:
        """The screen that is seen."""

    def call_next(self, callback: Callable[[], Awaitable[None]]) -> None:
        """Do something when the app has done what it is at."""


class PendingEdits:
    """Sends forms off, and opens refused ones again, one at a time, when no other strip is open."""

    def __init__(self, app: Host, session: Session) -> None:
        self._app = app
        self._session = session
        self._refused: deque[RefusedEdit] = deque()

    @property
    def is_waiting(self) -> bool:
        """Whether a refused edit waits to be shown."""
        return bool(self._refused)

    def form(self, edit: PendingEdit) -> Form:
        """The form of an edit; its Enter sends it off, or says at once what cannot be understood."""
        seen = {action.id: action.version for action in edit.actions}
        return edit.form_of(edit.actions, lambda values: self.send(edit, values, seen))

    def send(self, edit: PendingEdit, values: Values, seen: Mapping[int, int]) -> str | None:
        """Send words off to be saved; returns a sentence when they are not understood."""
        try:
            task = edit.make(values, seen)
        except SendActionsError as refusal:
            return str(refusal)

        def then(outcome: Outcome) -> None:
            if outcome.error is None:
                edit.done(edit, values, outcome)
            else:
                self._refused.append(RefusedEdit(edit, values, outcome.error))
                self._app.call_next(self.ask)

        self._session.say("Saving …", "dim")
        self._session.write(task, then)
        return None

    async def ask(self) -> None:
        """Open the form of the first refused edit, unless the screen has a prompt or no room for one."""
        screen = self._app.screen if self._refused else None
        if not isinstance(screen, HasFoot) or not screen.foot.can_ask:
            return
        from send_actions.tui.prompts.fields import FormPrompt

        refused = self._refused.popleft()
        edit, above = self._as_it_stands(refused)
        says = "" if above else str(refused.error)
        prompt = FormPrompt(self.form(edit), values=refused.values, says=says, above=above)
        await screen.foot.ask(prompt)
        prompt.opened_at = now()

    def _as_it_stands(self, refused: RefusedEdit) -> tuple[PendingEdit, list[Line]]:
        """The edit for the actions as they are now, and what somebody else has said of them meanwhile."""
        edit, session = refused.edit, self._session
        if not isinstance(refused.error, EditConflictError):
            return edit, []
        session.read_again()
        plan = session.plan
        living = tuple(plan.actions_by_id.get(was.id, was) for was in edit.actions)
        anew = PendingEdit(edit.form_of, edit.make, living, edit.done)
        return anew, theirs_lines(plan, edit.actions)


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

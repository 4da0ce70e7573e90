"""What was sent off to be saved, and what comes back refused: it waits until its form can be shown again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from send_actions.domain.plan import Action, Change, Plan
from send_actions.domain.text import natural
from send_actions.errors import EditConflictError, SendActionsError
from send_actions.tui.drawing.actions import refs_of
from send_actions.tui.form_words import what_differs
from send_actions.tui.forms import Form, Values
from send_actions.tui.internals import now
from send_actions.tui.plan_writer import Task, Versions, versions_of
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line

if TYPE_CHECKING:
    from textual.app import App

    from send_actions.tui.prompts.form import FormPrompt

_Kept = tuple[str, frozenset[int]]
"""What kept words are known by: what their form asks, and the actions it is about."""

MakeTask = Callable[[Values, Versions], Task]
"""Makes the task of a form's values, with the versions of the actions that were seen."""


@dataclass(frozen=True)
class PendingEdit:
    """One form with what it does: enough to send it off, and to open it again when it is refused.

    `strip` is the keys that open it, `meant` the status that it sets, if it does; `form_of` makes the form
    for the actions as they stand; `done` hears that it was saved.
    """

    strip: str
    form_of: Callable[[Sequence[Action]], Form]
    make: MakeTask
    actions: tuple[Action, ...]
    done: Callable[[tuple[Action, ...], Change | None], None]
    meant: str = ""

    @property
    def known_by(self) -> _Kept:
        """What its words are kept under: they are shown again only where the very same is asked."""
        asked = " ".join(entry.label for entry in self.form_of(self.actions).entries)
        return f"{self.strip[:1]} {asked}", frozenset(action.id for action in self.actions)


KEPT: Final = "These are your words from before{}; Ctrl+U clears a field."


class PendingEdits:
    """Sends forms off, and opens refused ones again, one at a time, when no other prompt is open."""

    def __init__(self, app: App[int], session: Session) -> None:
        self._app = app
        self._session = session
        self._refused: deque[tuple[PendingEdit, Values, SendActionsError]] = deque()
        self._kept: dict[_Kept, tuple[PendingEdit, Values]] = {}
        self._sent: tuple[PendingEdit, str] | None = None
        """The edit that was sent off last, and its first field: there goes what was pasted after it."""

    @property
    def is_waiting(self) -> bool:
        """Whether a refused edit waits to be shown."""
        return bool(self._refused)

    @property
    def unsaved(self) -> str:
        """What was typed, left by Esc and not saved since, in words; empty for nothing."""
        actions = {action.id: action for edit, _ in self._kept.values() for action in edit.actions}
        shown = refs_of(sorted(actions.values(), key=lambda action: natural(action.ref)))
        return f"Your words for {shown} are not saved." if shown else ""

    async def open(
        self, foot: Foot, edit: PendingEdit, values: Values, message: str = "", above: Sequence[Line] = ()
    ) -> FormPrompt:
        """Open the form of an edit with the words that Esc left in it the last time.

        Its Enter sends it off, or says at once what cannot be understood.
        """
        from send_actions.tui.prompts.form import Ends, FormPrompt

        was, kept = (edit, {}) if values else self._kept.get(edit.known_by, (edit, {}))
        leave = partial(self._choose_theirs if above else self._keep, edit)
        ends = Ends(partial(self._send, edit, versions_of(edit.actions)), leave)
        form = edit.form_of(edit.actions)
        meant = f", for {was.meant}" if was.meant != edit.meant else ""
        told = message or (KEPT.format(meant) if kept else "")
        prompt = FormPrompt(form, ends, values or kept, told, above)
        await foot.ask(prompt)
        return prompt

    def keep_rest(self, character: str) -> str:
        """Keep what was pasted beyond the line break that saved a form: it is no row of commands.

        Returns what to say of it, once.
        """
        if self._sent is None:
            return ""
        edit, field = self._sent
        known = edit.known_by
        _, kept = self._kept.get(known, (edit, {}))
        before = kept.get(field, "")
        text = before + (character if character.isprintable() else " ")
        if text.strip():
            self._kept[known] = edit, {field: text.lstrip()}
        return f"more came with it: {edit.strip} again shows the rest" if text.strip() and not before else ""

    def _choose_theirs(self, edit: PendingEdit, _values: Values) -> None:
        """Let go of the words, as it was chosen."""
        self._kept.pop(edit.known_by, None)

    def _keep(self, edit: PendingEdit, values: Values) -> None:
        """Keep the words of a form that is left, for the next time it opens on the same actions."""
        known = edit.known_by
        self._kept.pop(known, None)
        if any(values.values()):
            self._kept[known] = edit, values
            refs = refs_of(edit.actions)
            on = f" on {refs}" if refs else ""
            self._session.say(f"Not saved; {edit.strip}{on} shows your words again")

    def _send(self, edit: PendingEdit, seen: Versions, values: Values) -> str | None:
        """Send words off to be saved; returns a sentence when they are not understood."""
        try:
            task = edit.make(values, seen)
        except SendActionsError as refusal:
            return str(refusal)

        def refused(refusal: SendActionsError) -> None:
            self._refused.append((edit, values, refusal))
            self._app.call_next(self.ask)

        self._kept.pop(edit.known_by, None)
        self._sent = edit, next(iter(values))
        self._session.say("Saving …", "dim")
        self._session.write(task, partial(edit.done, edit.actions), refused)
        return None

    async def ask(self) -> None:
        """Open the form of the first refused edit, unless the screen has a prompt or no room for one."""
        foot = next(iter(self._app.screen.query(Foot)), None) if self._refused else None
        if foot is None or not foot.can_ask:
            return
        edit, values, error = self._refused.popleft()
        above: list[Line] = []
        if isinstance(error, EditConflictError):
            self._session.read_again()
            plan = self._session.plan
            above = theirs_lines(plan, edit.actions)
            edit = replace(edit, actions=tuple(plan.actions_by_id.get(was.id, was) for was in edit.actions))
        prompt = await self.open(foot, edit, values, "" if above else str(error), above)
        prompt.opened_at = now()


def theirs_lines(plan: Plan, seen: Sequence[Action]) -> list[Line]:
    """What somebody else has changed of actions since they were seen, field by field."""
    lines: list[Line] = []
    for was in seen:
        now_is = plan.actions_by_id.get(was.id)
        if now_is is not None and now_is.version == was.version:
            continue
        start = f" {refs_of([was])} was changed by someone else: "
        for field, words in what_differs(plan, was, now_is):
            lines.append([(start, "amber"), (f"{field} ", "dim"), (words, "bold")])
            start = " " * len(start)
    choice: Line = [(" Yours is below: ", ""), ("Enter", "key"), (" saves yours as well, ", "")]
    return [*lines, [*choice, ("Esc", "key"), (" leaves theirs", "")]]

"""What was sent off to be saved, and what comes back refused: it waits until its form can be shown again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.domain.plan import Action, Change, Plan
from send_actions.domain.text import natural
from send_actions.errors import EditConflictError, SendActionsError
from send_actions.tui.drawing.actions import named_few, refs_of
from send_actions.tui.forms import Form, Values
from send_actions.tui.internals import now
from send_actions.tui.plan_writer import Task, Versions, versions_of
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line
from send_actions.tui.their_words import CHOICE, theirs_lines
from send_actions.tui.typed_words import Asking, Kept, Spot, Words, words_of

if TYPE_CHECKING:
    from textual.app import App

    from send_actions.tui.prompts.form import Ends
    from send_actions.tui.prompts.prompt import Prompt

MakeTask = Callable[[Values, Versions], Task]
"""Makes the task of a form's values, with the versions of the actions that were seen."""

Anew = Callable[[Plan], "tuple[PendingEdit, Line] | None"]
"""Makes an edit again of a plan, and says what somebody else has changed; None where nobody has."""


class Edit(Asking, Protocol):
    """One form about any noun with what it does: enough to send it off, and to open it again when refused."""

    @property
    def first_field(self) -> str:
        """The field that one begins in."""

    def beside(self, was: Values, typed: Values) -> Edit:
        """Return it with what somebody has changed since words were typed, which say otherwise."""

    def prompt(self, ends: Ends, values: Values, message: str, above: Sequence[Line]) -> Prompt:
        """Make the form that asks, with `above` it what somebody else has changed."""

    def task(self, values: Values) -> Task:
        """Make the task of a form's values; raises SendActionsError for what cannot be understood."""

    def saved(self, change: Change | None) -> None:
        """Hear that it was saved."""

    def against(self, plan: Plan, values: Values) -> tuple[Edit, Values, list[Line]]:
        """Return the edit on what somebody else saved first, the words for it, and what to say of that."""


@dataclass(frozen=True)
class PendingEdit:
    """One strip about actions with what it does.

    `strip` is the command that opens it, with the letter after it, `meant` the status that it sets, if it
    does; `form_of` makes the form for the actions as they stand; `done` hears that it was saved. What is of
    more than actions is made `anew` of the plan as somebody else left it.
    """

    strip: str
    form_of: Callable[[Sequence[Action]], Form]
    make: MakeTask
    actions: tuple[Action, ...]
    done: Callable[[tuple[Action, ...], Change | None], None]
    meant: str = ""
    anew: Anew | None = None

    @property
    def names(self) -> Sequence[str]:
        """The refs of the actions."""
        return [action.ref for action in self.actions]

    @property
    def named(self) -> str:
        """The refs of the actions, a few of them."""
        return refs_of(self.actions)

    @property
    def known_by(self) -> Kept:
        """What it asks, and of which actions."""
        asked = " ".join(entry.label for entry in self.form_of(self.actions).entries)
        return f"{self.strip.partition(' ')[0]} {asked}", frozenset(action.id for action in self.actions)

    @property
    def first_field(self) -> str:
        """The first of its fields."""
        return self.form_of(self.actions).entries[0].id

    @property
    def standing(self) -> Values:
        """Nothing: what is said is said anew."""
        return {}

    def beside(self, _was: Values, _typed: Values) -> PendingEdit:
        """Return the same: nothing that stands is written over."""
        return self

    def prompt(self, ends: Ends, values: Values, message: str, above: Sequence[Line]) -> Prompt:
        """Make the strip."""
        from send_actions.tui.prompts.form import FormPrompt

        return FormPrompt(self.form_of(self.actions), ends, values, message, above)

    def task(self, values: Values) -> Task:
        """Make the task, with the versions that are seen."""
        return self.make(values, versions_of(self.actions))

    def saved(self, change: Change | None) -> None:
        """Hear that it was saved."""
        self.done(self.actions, change)

    def against(self, plan: Plan, values: Values) -> tuple[PendingEdit, Values, list[Line]]:
        """Return the same of the actions as they stand, below what somebody else has changed of them."""
        if self.anew and (found := self.anew(plan)):
            edit, theirs = found
            return edit, values, [theirs, CHOICE]
        above = theirs_lines(plan, self.actions)
        now = tuple(plan.actions_by_id.get(was.id, was) for was in self.actions)
        return replace(self, actions=now), values, above


KEPT: Final = "These are your words from before{}; Ctrl+U clears a field."


class PendingEdits:
    """Sends forms off, and opens refused ones again, one at a time, when no other prompt is open."""

    def __init__(self, app: App[int], session: Session, spot: Callable[[], Spot] = Spot) -> None:
        self._app = app
        self._session = session
        self.spot = spot
        """Where one is."""

        self.saved: Callable[[], None] = lambda: None
        """Hears that words were saved."""

        self._refused: deque[tuple[Edit, Values, SendActionsError]] = deque()
        self._kept: dict[Kept, Words] = {}
        self._on_the_way: dict[Kept, Words] = {}
        self._open: tuple[Edit, Prompt, Spot] | None = None
        self._sent: tuple[Edit, str] | None = None
        """The edit that was sent off last, and its first field: there goes what was pasted after it."""

    @property
    def is_waiting(self) -> bool:
        """Whether a refused edit waits to be shown."""
        return bool(self._refused)

    @property
    def unsaved(self) -> str:
        """What was typed, left by Esc and not saved since, in words; empty for nothing."""
        names = {name for words in self._kept.values() for name in words.names}
        shown = named_few(sorted(names, key=natural))
        return f"Your words for {shown} are not saved." if shown else ""

    async def open(
        self, foot: Foot, edit: Edit, values: Values, message: str = "", above: Sequence[Line] = ()
    ) -> Prompt:
        """Open the form of an edit with the words that Esc left in it the last time.

        Its Enter sends it off, or says at once what cannot be understood.
        """
        from send_actions.tui.prompts.form import Ends

        words = None if values else self._kept.get(edit.known_by)
        kept: Values = words.values if words else {}
        if words:
            edit = edit.beside(words.was, kept)
        leave = partial(self._choose_theirs if above else self._keep, foot, edit)
        ends = Ends(partial(self._send, edit), leave)
        meant = f", for {words.meant}" if words and words.meant != edit.meant else ""
        told = message or (KEPT.format(meant) if kept else "")
        prompt = edit.prompt(ends, values or kept, told, above)
        self._open = edit, prompt, self.spot()
        await foot.ask(prompt)
        return prompt

    @property
    def words(self) -> Sequence[Words]:
        """All that was typed and is not saved, what is being typed now last."""
        found = {**self._kept, **self._on_the_way}
        for edit, values, _ in self._refused:
            found[edit.known_by] = words_of(edit, values, self.spot())
        if self._open:
            edit, prompt, spot = self._open
            values = getattr(prompt, "values", {}) if prompt.is_attached and not prompt.is_done else {}
            now_typed = words_of(edit, values, spot)
            if any(now_typed.values.values()):
                found.pop(now_typed.known_by, None)
                found[now_typed.known_by] = now_typed
        return tuple(found.values())

    def take_up(self, words: Sequence[Words]) -> None:
        """Take words of an earlier sitting as if Esc had left them."""
        self._kept |= {one.known_by: one for one in words}

    def let_go(self, words: Words) -> None:
        """Let go of words that were left."""
        self._kept.pop(words.known_by, None)

    def keep_rest(self, foot: Foot, character: str) -> str:
        """Keep what was pasted beyond the line break that saved a form: it is no row of commands.

        Returns what to say of it, once.
        """
        if self._sent is None:
            return ""
        edit, field = self._sent
        known = edit.known_by
        kept = self._kept.get(known)
        before = kept.values.get(field, "") if kept else ""
        text = before + (character if character.isprintable() else " ")
        if text.strip():
            self._kept[known] = words_of(edit, {field: text.lstrip()}, self.spot())
        if before or not text.strip():
            return ""
        return f"more came with it: {_opened_by(foot, edit)} shows the rest"

    def _choose_theirs(self, _foot: Foot, edit: Edit, _values: Values) -> None:
        """Let go of the words, as it was chosen."""
        self._kept.pop(edit.known_by, None)

    def _keep(self, foot: Foot, edit: Edit, values: Values) -> None:
        """Keep the words of a form that is left, for the next time it opens on the same actions."""
        known = edit.known_by
        self._kept.pop(known, None)
        if any(values.values()):
            self._kept[known] = words_of(edit, values, self.spot())
            self._session.say(f"Not saved; {_opened_by(foot, edit)} shows your words again")

    def _send(self, edit: Edit, values: Values) -> str | None:
        """Send words off to be saved; returns a sentence when they are not understood."""
        try:
            task = edit.task(values)
        except SendActionsError as refusal:
            return str(refusal)

        known = edit.known_by

        def saved(change: Change | None) -> None:
            self._on_the_way.pop(known, None)
            edit.saved(change)
            self.saved()

        def refused(refusal: SendActionsError) -> None:
            self._on_the_way.pop(known, None)
            self._refused.append((edit, values, refusal))
            self._app.call_next(self.ask)

        self._on_the_way[known] = words_of(edit, values, self.spot())
        self._kept.pop(known, None)
        self._sent = edit, edit.first_field
        self._session.say("Saving …", "dim")
        self._session.write(task, saved, refused)
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
            edit, values, above = edit.against(self._session.plan, values)
        prompt = await self.open(foot, edit, values, "" if above else str(error), above)
        prompt.opened_at = now()


def _opened_by(foot: Foot, edit: Edit) -> str:
    """The keys that open an edit on the screen of a foot, and what it is about."""
    on = f" on {edit.named}" if edit.named else ""
    return f"{foot.keys_here(edit.strip)}{on}"

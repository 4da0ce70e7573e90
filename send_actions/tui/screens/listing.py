"""A screen with a list of actions to mark, filter, jump in and copy from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from send_actions.domain.plan import Action, Plan
from send_actions.domain.refs import natural
from send_actions.domain.text import clean, fold
from send_actions.errors import SendActionsError
from send_actions.tui.drawing.actions import due_column
from send_actions.tui.drawing.statuses import word
from send_actions.tui.screens.changing import ChangingScreen
from send_actions.tui.text_layout import Line, inline
from send_actions.tui.widgets.table import Table

if TYPE_CHECKING:
    from send_actions.domain.filters.language import Filter
    from send_actions.tui.plan_reader import Snapshot


class ListingScreen(ChangingScreen):
    """Marks, filter, jump line and copying; the screen itself says what is listed."""

    def __init__(self) -> None:
        super().__init__()
        self.filter_text = ""
        self.first_on: int | None = None
        self._filter: Filter | None = None
        self._kept: tuple[Snapshot, Filter, tuple[Action, ...]] | None = None
        self._known: Plan | None = None

    @property
    def listed(self) -> Table:
        """The list in which actions are marked."""
        raise NotImplementedError

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""
        raise NotImplementedError

    @property
    def is_among_areas(self) -> bool:
        """Whether the keys are with something else than actions."""
        raise NotImplementedError

    def put_cursor(self, action: Action) -> None:
        """Put the cursor on an action."""
        raise NotImplementedError

    def draw_subtitle(self) -> None:
        """Say how the list is filtered, sorted and marked."""
        raise NotImplementedError

    def filter_changed(self, *, was_on: bool) -> None:
        """Show what the filter now leaves."""
        raise NotImplementedError

    @property
    def kept(self) -> tuple[Action, ...] | None:
        """The actions the filter leaves; None without one."""
        if not self._filter:
            return None
        snapshot = self.owner.snapshot
        if self._kept is None or self._kept[0] is not snapshot or self._kept[1] is not self._filter:
            if self._kept is not None and self._kept[0] is not snapshot:
                self._filter = self._parsed(self.filter_text)
            self._kept = (snapshot, self._filter, self._filter.keep(snapshot.plan, snapshot.before))
        return self._kept[2]

    def filter_words(self) -> str:
        """The filter and how many it leaves: status:red 6 of 78."""
        kept = self.kept
        if kept is None:
            return ""
        return f"{inline(self.filter_text)}  {len(kept):,} of {len(self.owner.plan.actions):,}"

    def leave_filter(self) -> None:
        """Show all again, with the cursor on the same action."""
        self._set_filter("")

    def targets(self) -> tuple[Action, ...]:
        """All marked actions, else the one under the cursor."""
        plan = self.owner.plan
        if self.listed.marked:
            marked = [plan.actions_by_id[i] for i in self.listed.marked if i in plan.actions_by_id]
            return tuple(sorted(marked, key=lambda action: natural(action.ref)))
        self.listed.wanted = self.listed.current
        action = None if self.is_among_areas else self.action
        return (action,) if action else ()

    def changed(self, actions: Sequence[Action]) -> None:
        """Take the marks of what was changed away."""
        self.listed.marked -= {action.id for action in actions}
        self.listed.refresh()
        self.draw_subtitle()
        self.draw_foot()

    def keep_living_marks(self) -> None:
        """Take away the marks of actions that are no longer part of the plan, and say which."""
        app, known = self.owner, self._known
        if app.is_looking_back:
            return
        gone = [i for i in self.listed.marked if i not in app.plan.actions_by_id]
        self._known = app.plan
        if gone:
            self.listed.marked -= set(gone)
            refs = sorted(known.actions_by_id[i].ref for i in gone if known and i in known.actions_by_id)
            app.say(
                f"{', '.join(inline(ref) for ref in refs)}: no longer part of the plan, so no longer marked"
            )

    async def do_mark(self) -> None:
        """Mark the row and go on to the next."""
        self._mark(1)

    async def do_mark_down(self) -> None:
        """Mark the row and go down."""
        self._mark(1)

    async def do_mark_up(self) -> None:
        """Mark the row and go up."""
        self._mark(-1)

    async def do_mark_all(self) -> None:
        """Mark all that is listed, or take all marks away."""
        ids = set(self.listed.ids)
        self.listed.marked = set() if ids <= self.listed.marked else self.listed.marked | ids
        self.listed.refresh()
        self.draw_subtitle()
        self.draw_foot()

    def _mark(self, step: int) -> None:
        if self.is_among_areas:
            self.say("Marks are for actions: Enter goes to them")
            return
        self.listed.toggle_mark()
        self.listed.move(step)
        self.draw_subtitle()
        self.draw_foot()

    async def do_filter(self) -> None:
        """Show only some actions, following what is typed."""
        from send_actions.tui.prompts.line import LinePrompt

        before = self.filter_text
        self.first_on = self.action.id if self.action else None

        def left() -> None:
            self._set_filter(before)
            self.first_on = None

        await self.open_prompt(
            LinePrompt(
                "/",
                before,
                hint="words, status:red, overdue, no-update, lead:…, area:3, due:before:30/04/2026",
                typed=self._filter_as_typed,
                entered=self._filter_entered,
                left=left,
            )
        )

    async def do_jump(self, first: str = "") -> None:
        """Ask for a ref and put the cursor there."""
        from send_actions.tui.prompts.line import LinePrompt

        await self.open_prompt(LinePrompt("Jump to", first, entered=self._jump, typed=self._jump_as_typed))

    async def do_copy_ref(self) -> None:
        """Copy the ref of the action under the cursor."""
        actions = self._targets_or_say()
        if actions:
            refs = ", ".join(action.ref for action in actions)
            self._copy(refs)

    async def do_copy_line(self) -> None:
        """Copy a line for each action, to paste into an e-mail."""
        actions = self._targets_or_say()
        if actions:
            self._copy("\n".join(self._line_of(action) for action in actions))

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(clean(text))
        first, _, more = text.partition("\n")
        self.say(f"Copied: {inline(first)}" + (f" and {more.count(chr(10)) + 1} more" if more else ""))

    def _line_of(self, action: Action) -> str:
        plan = self.owner.plan
        lead = f" · {action.lead}" if action.lead else ""
        due = due_column(action.due).strip()
        return f"{action.ref} {word(plan, action.status)} · due {due} · {action.title}{lead}"

    def _set_filter(self, text: str) -> str:
        """Take a filter's words; returns what is wrong with them, keeping what was good before."""
        try:
            wanted = self._parsed(text)
        except SendActionsError as refusal:
            return str(refusal)
        was_on = self.kept is not None
        self.filter_text = text if wanted else ""
        self._filter = wanted
        self.filter_changed(was_on=was_on)
        return ""

    def _parsed(self, text: str) -> Filter:
        """A filter's words on the day that is shown, as `list` understands them."""
        from send_actions.domain.filters.language import parse

        return parse(text, today=self.owner.plan.as_at)

    def _filter_as_typed(self, text: str) -> Line:
        refusal = self._set_filter(text)
        if refusal:
            return [(refusal, "dim")]
        kept, everything = self.kept, self.owner.plan.actions
        count = len(everything) if kept is None else len(kept)
        line: Line = [(f"{count:,} of {len(everything):,}", "bold")]
        if kept is not None and not kept and self._filter and self._filter.suggestion:
            line.append((f"  did you mean {self._filter.suggestion}?", "dim"))
        return line

    def _filter_entered(self, text: str) -> str | None:
        refusal = self._set_filter(text) or None
        if refusal is None:
            self.first_on = None
            if self.kept:
                self.filter_entered()
        return refusal

    def filter_entered(self) -> None:
        """Go to what the filter found."""

    def _found(self, text: str) -> Action | None:
        wanted = fold(text.strip())
        actions = self.owner.plan.actions
        exact = next((action for action in actions if fold(action.ref) == wanted), None)
        return exact or next((action for action in actions if fold(action.ref).startswith(wanted)), None)

    def _jump_as_typed(self, text: str) -> Line:
        action = self._found(text) if text else None
        return (
            [(f"{inline(action.ref)}  {inline(action.title)}", "")]
            if action
            else [("no such ref yet", "dim")]
        )

    def _jump(self, text: str) -> str | None:
        action = self._found(text) if text else None
        if action is None:
            return f"There is no action {inline(text)}: g then l lists all of them"
        self.put_cursor(action)
        return None

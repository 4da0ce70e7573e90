"""The keys that change actions: status, impact, notes, due date and lead, for the row or for all marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.errors import SendActionsError
from send_actions.tui import form_drafts, plan_writer
from send_actions.tui.drawing.change_lines import done_line
from send_actions.tui.drawing.statuses import impact_words, word
from send_actions.tui.keys import CONFIRM
from send_actions.tui.pending_edits import MakeTask, PendingEdit, Values
from send_actions.tui.prompts.prompt import MenuPrompt
from send_actions.tui.screens.everywhere import EverywhereScreen
from send_actions.tui.text_layout import Line, inline

if TYPE_CHECKING:
    from send_actions.tui.prompts.form import Form

Versions = Mapping[int, int]


class ChangingScreen(EverywhereScreen):
    """A screen whose rows are actions that can be changed."""

    def targets(self) -> tuple[Action, ...]:
        """The actions a change is about: all marked, else the one under the cursor."""
        raise NotImplementedError

    def changed(self, actions: Sequence[Action]) -> None:
        """Hear that some actions were changed."""

    async def do_status(self) -> None:
        """Name the letters of the statuses."""
        actions = self._targets_or_say()
        if not actions:
            return
        plan = self.owner.plan
        now = f" is {word(plan, actions[0].status).lower()}:" if len(actions) == 1 else ":"
        choices: list[tuple[str, Line]] = [
            (entry.status.key, [(inline(entry.word).lower(), entry.colour)])
            for entry in plan.legend
            if entry.used
        ]
        choices.append((CONFIRM, [("no change", "dim")]))
        question: Line = [(form_drafts.refs_of(actions), "bold"), (now, "dim")]

        async def choose(letter: str) -> None:
            if letter == CONFIRM:
                self._confirm(actions)
            else:
                await self._open_status(actions, next(status for status in Status if status.key == letter))

        await self.open_prompt(MenuPrompt(question, choices, choose))
        self.call_after_refresh(self.owner.writer.prepare)

    async def do_confirm(self) -> None:
        """Say that an action is as it was and still right, at once."""
        actions = self._targets_or_say()
        if actions:
            self._confirm(actions)

    async def do_impact(self) -> None:
        """Name the impacts and their digits."""
        actions = self._targets_or_say()
        if not actions:
            return
        now = f" {impact_words(actions[0].impact)}:" if len(actions) == 1 else " impact:"
        choices: list[tuple[str, Line]] = [(impact.key, [(impact.word.lower(), "dim")]) for impact in Impact]

        async def choose(digit: str) -> None:
            await self._open_impact(actions, next(impact for impact in Impact if impact.key == digit))

        question: Line = [(form_drafts.refs_of(actions), "bold"), (now, "dim")]
        await self.open_prompt(MenuPrompt(question, choices, choose))

    async def do_note(self) -> None:
        """Write a note for the paper."""
        await self._open_note(is_private=False)

    async def do_private(self) -> None:
        """Write a private note."""
        await self._open_note(is_private=True)

    async def do_due(self) -> None:
        """Move the due date."""
        actions = self._targets_or_say()
        if not actions:
            return
        app = self.owner

        def make(values: Values, versions: Versions) -> plan_writer.Task:
            draft = form_drafts.deadline_draft(values, app.plan, today=app.today)
            drafts = [replace(draft, action_id=action.id) for action in actions]
            return plan_writer.move_due(drafts, versions)

        fields = [
            form_drafts.Asked("due", "New date", "30 June, June 2026, Q1 2026/27, +2w or ongoing"),
            form_drafts.Asked("why", "Why", "the reason it moves"),
            form_drafts.Asked(
                "agreed", "Agreed at", "last, or the meeting's date; empty: the board is asked to agree"
            ),
        ]
        await self._open_form(
            form_drafts.due_sentence,
            fields,
            make,
            actions,
            doubts=lambda values: form_drafts.deadline_doubts(values, actions, today=app.today),
        )

    async def do_lead(self) -> None:
        """Name the action lead: a role and an organisation."""
        actions = self._targets_or_say()
        if not actions:
            return
        lead = actions[0].lead if len(actions) == 1 else None

        def make(values: Values, versions: Versions) -> plan_writer.Task:
            return plan_writer.name_lead(
                [action.id for action in actions], form_drafts.owner_draft(values), versions
            )

        fields = [
            form_drafts.Asked("role", "Role", lead.role if lead else "such as Head of SEND; empty: nobody"),
            form_drafts.Asked(
                "organisation", "Organisation", lead.organisation if lead else "such as LA or ICB"
            ),
        ]
        await self._open_form(form_drafts.lead_sentence, fields, make, actions, is_dated=False)

    def _confirm(self, actions: tuple[Action, ...]) -> None:
        """Say of all of them that nothing changed and all is still right."""
        draft = UpdateDraft(no_change=True)
        versions = {action.id: action.version for action in actions}

        def then(outcome: plan_writer.Outcome) -> None:
            if outcome.error is not None:
                self.owner.read_again()
                self.owner.say(str(outcome.error), "amber")
            else:
                self._saved(actions, outcome)

        self.owner.say("Saving …", "dim")
        self.owner.write(_say(actions, draft, versions), then)

    async def _open_status(self, actions: tuple[Action, ...], status: Status) -> None:
        app = self.owner

        def make(values: Values, versions: Versions) -> plan_writer.Task:
            return _say(actions, form_drafts.status_draft(values, status, today=app.today), versions)

        await self._open_form(
            lambda actions: form_drafts.status_sentence(app.plan, actions, status),
            form_drafts.status_fields(status),
            make,
            actions,
            doubts=lambda values: form_drafts.status_doubts(status, values),
        )

    async def _open_impact(self, actions: tuple[Action, ...], impact: Impact) -> None:
        app = self.owner

        def make(values: Values, versions: Versions) -> plan_writer.Task:
            return _say(actions, form_drafts.impact_draft(values, impact, today=app.today), versions)

        sentence: Line = [(form_drafts.refs_of(actions), "bold"), (f"  {impact_words(impact)}", "")]
        fields = [form_drafts.Asked("shows", "Shown by", "data, an audit, what families say")]
        await self._open_form(lambda _actions: sentence, fields, make, actions)

    async def _open_note(self, *, is_private: bool) -> None:
        actions = self._targets_or_say()
        if not actions:
            return
        app = self.owner

        def make(values: Values, versions: Versions) -> plan_writer.Task:
            return _say(
                actions, form_drafts.note_draft(values, is_private=is_private, today=app.today), versions
            )

        sentence = form_drafts.note_sentence(actions, is_private=is_private)
        await self._open_form(lambda _actions: sentence, [form_drafts.Asked("note", "Note")], make, actions)

    async def _open_form(
        self,
        sentence: Callable[[Sequence[Action]], Line],
        fields: Sequence[form_drafts.Asked],
        make: MakeTask,
        actions: tuple[Action, ...],
        *,
        doubts: Callable[[Values], str] = form_drafts.personal_doubts,
        is_dated: bool = True,
    ) -> None:
        from send_actions.tui.prompts.form import Entry, Form, FormPrompt

        self.call_after_refresh(self.owner.writer.prepare)
        entries = [Entry(field.id, field.label, hint=field.hint) for field in fields]
        about_date = self._about_date(actions) if is_dated else None

        def form_of(actions: Sequence[Action], save: Callable[[Values], str | None]) -> Form:
            return Form(sentence(actions), entries, save, doubts, about_date)

        def done(saving: PendingEdit, _values: Values, outcome: plan_writer.Outcome) -> None:
            self._saved(saving.actions, outcome)

        form = self.owner.pending.form(PendingEdit(form_of, make, actions, done))
        await self.open_prompt(FormPrompt(form))

    def _about_date(self, actions: tuple[Action, ...]) -> Callable[[str], str]:
        app = self.owner

        def about(text: str) -> str:
            timeline = app.timeline_of(actions[0]) if len(actions) == 1 else None
            try:
                return form_drafts.about_date(text, app.plan, timeline, today=app.today)
            except SendActionsError:
                return ""

        return about

    def _saved(self, actions: tuple[Action, ...], outcome: plan_writer.Outcome) -> None:
        """Say what was saved, on whichever screen is seen by now."""
        if outcome.change is None:
            self.owner.say(f"{form_drafts.refs_of(actions)} says so already: nothing to save")
            return
        self.changed(actions)
        line = done_line(self.owner.plan, actions, outcome.change.label)
        self.owner.say_line([*line, (" · ", "dim"), ("u", "key"), (" to undo", "dim")])

    def _targets_or_say(self) -> tuple[Action, ...]:
        actions = self.targets()
        if not actions:
            self.refuse("No action here: the cursor is not on one")
        return actions


def _say(actions: tuple[Action, ...], draft: UpdateDraft, versions: Versions) -> plan_writer.Task:
    drafts = [replace(draft, action_id=action.id).checked() for action in actions]
    return plan_writer.say_updates(drafts, versions)

"""The keys that change actions: status, impact, notes, due date and lead, for the row or for all marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from send_actions.domain.dates import say_due
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.nouns import Action
from send_actions.domain.vocabulary import Impact, Status
from send_actions.errors import EditConflictError, SendActionsError
from send_actions.tui import drafting, writing
from send_actions.tui.drawing.statuses import badge, colour, impact_words, word
from send_actions.tui.screens.everywhere import EverywhereScreen
from send_actions.tui.spans import Line, said
from send_actions.tui.strips.strip import AskStrip, MenuStrip

if TYPE_CHECKING:
    from send_actions.tui.strips.form import Form, Values

MakeTask = Callable[["Values", dict[int, int]], writing.Task]
"""Makes the task of a form's values; the versions that were seen, or none to write over what is there."""


@dataclass(frozen=True)
class Saving:
    """A form that was sent off: enough to open it again if it is refused."""

    form: Form
    values: Values
    make: MakeTask
    actions: tuple[Action, ...]


class ChangingScreen(EverywhereScreen):
    """A screen whose rows are actions that can be changed."""

    def targets(self) -> tuple[Action, ...]:
        """The actions a change is about: all marked, else the one under the cursor."""
        raise NotImplementedError

    def changed(self) -> None:
        """Hear that the targets were changed."""

    async def do_status(self) -> None:
        """Name the letters of the statuses."""
        actions = self._targets_or_say()
        if not actions:
            return
        plan = self.owner.plan
        now = f" is {word(plan, actions[0].status).lower()}:" if len(actions) == 1 else ":"
        choices: list[tuple[str, Line]] = [
            (entry.status.key, [(said(entry.word).lower(), entry.colour)])
            for entry in plan.legend
            if entry.used
        ]
        question: Line = [(drafting.refs_of(actions), "bold"), (now, "dim")]

        async def choose(letter: str) -> None:
            status = next(status for status in Status if status.key == letter)
            await self._open_status(actions, status)

        await self.open_strip(MenuStrip(question, choices, choose))
        self.call_after_refresh(self.owner.pen.prepare)

    async def do_impact(self) -> None:
        """Name the impacts and their digits."""
        actions = self._targets_or_say()
        if not actions:
            return
        now = f" {impact_words(actions[0].impact)}:" if len(actions) == 1 else " impact:"
        choices: list[tuple[str, Line]] = [(impact.key, [(impact.word.lower(), "dim")]) for impact in Impact]

        async def choose(digit: str) -> None:
            await self._open_impact(actions, next(impact for impact in Impact if impact.key == digit))

        question: Line = [(drafting.refs_of(actions), "bold"), (now, "dim")]
        await self.open_strip(MenuStrip(question, choices, choose))

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
        first = actions[0]
        present = say_due(first.due) if first.due and len(actions) == 1 else ""
        now = f"  due {present} →" if present else "  due"

        def make(values: Values, seen: dict[int, int]) -> writing.Task:
            draft = drafting.deadline_draft(values, app.plan, today=app.today)
            drafts = [replace(draft, action_id=action.id) for action in actions]
            return writing.move_due(drafts, seen)

        fields = [
            drafting.Asked("due", "New date", "30 June, June 2026, Q1 2026/27, +2w or ongoing"),
            drafting.Asked("why", "Why", "the reason it moves"),
            drafting.Asked(
                "agreed", "Agreed at", "the date of the meeting; empty: the board is asked to agree"
            ),
        ]
        sentence: Line = [(drafting.refs_of(actions), "bold"), (now, "dim")]
        await self._open_form(sentence, fields, make, actions)

    async def do_lead(self) -> None:
        """Name the action lead: a role and an organisation."""
        actions = self._targets_or_say()
        if not actions:
            return
        lead = actions[0].lead if len(actions) == 1 else None

        def make(values: Values, seen: dict[int, int]) -> writing.Task:
            return writing.name_lead([action.id for action in actions], drafting.owner_draft(values), seen)

        fields = [
            drafting.Asked("role", "Role", lead.role if lead else "such as Head of SEND; empty: nobody"),
            drafting.Asked(
                "organisation", "Organisation", lead.organisation if lead else "such as LA or ICB"
            ),
        ]
        now = f"  led by {said(str(lead))} →" if lead else "  lead"
        sentence: Line = [(drafting.refs_of(actions), "bold"), (now, "dim")]
        await self._open_form(sentence, fields, make, actions, is_dated=False)

    async def _open_status(self, actions: tuple[Action, ...], status: Status) -> None:
        today = self.owner.today

        def make(values: Values, seen: dict[int, int]) -> writing.Task:
            return _say(actions, drafting.status_draft(values, status, today=today), seen)

        await self._open_form(
            drafting.status_sentence(self.owner.plan, actions, status),
            drafting.status_fields(status),
            make,
            actions,
            doubts=lambda values: drafting.status_doubts(status, values),
        )

    async def _open_impact(self, actions: tuple[Action, ...], impact: Impact) -> None:
        today = self.owner.today

        def make(values: Values, seen: dict[int, int]) -> writing.Task:
            return _say(actions, drafting.impact_draft(values, impact, today=today), seen)

        sentence: Line = [(drafting.refs_of(actions), "bold"), (f"  {impact_words(impact)}", "")]
        fields = [drafting.Asked("shows", "Shown by", "data, an audit, what families say")]
        await self._open_form(sentence, fields, make, actions)

    async def _open_note(self, *, is_private: bool) -> None:
        actions = self._targets_or_say()
        if not actions:
            return
        today = self.owner.today

        def make(values: Values, seen: dict[int, int]) -> writing.Task:
            return _say(actions, drafting.note_draft(values, is_private=is_private, today=today), seen)

        kind = "  private note: it never leaves the database" if is_private else "  note for the paper"
        sentence: Line = [(drafting.refs_of(actions), "bold"), (kind, "dim")]
        await self._open_form(sentence, [drafting.Asked("note", "Note")], make, actions)

    async def _open_form(
        self,
        sentence: Line,
        fields: Sequence[drafting.Asked],
        make: MakeTask,
        actions: tuple[Action, ...],
        *,
        doubts: Callable[[Values], str] = drafting.personal_doubts,
        is_dated: bool = True,
    ) -> None:
        from send_actions.tui.strips.form import Entry, Form, FormStrip

        self.call_after_refresh(self.owner.pen.prepare)
        seen = {action.id: action.version for action in actions}

        def save(values: Values) -> str | None:
            try:
                task = make(values, seen)
            except SendActionsError as refusal:
                return str(refusal)
            self._send(task, Saving(form, values, make, actions))
            return None

        entries = [Entry(field.id, field.label, hint=field.hint) for field in fields]
        form = Form(sentence, entries, save, doubts, self._about_date(actions) if is_dated else None)
        await self.open_strip(FormStrip(form))

    def _about_date(self, actions: tuple[Action, ...]) -> Callable[[str], str]:
        app = self.owner

        def about(text: str) -> str:
            timeline = app.timeline_of(actions[0]) if len(actions) == 1 else None
            try:
                return drafting.about_date(text, app.plan, timeline, today=app.today)
            except SendActionsError:
                return ""

        return about

    def _send(self, task: writing.Task, saving: Saving) -> None:
        def then(outcome: writing.Outcome) -> None:
            if isinstance(outcome.error, EditConflictError):
                self.call_next(self._choose_version, outcome.error, saving)
            elif outcome.error is not None:
                self.call_next(self._open_again, str(outcome.error), saving)
            elif outcome.change is None:
                self.say(f"{drafting.refs_of(saving.actions)} says so already: nothing to save")
            else:
                self.changed()
                self._say_done(saving.actions, outcome.change.label)

        self.say("Saving …", "dim")
        self.owner.write(task, then)

    def _say_done(self, actions: tuple[Action, ...], label: str) -> None:
        plan = self.owner.plan
        now = plan.actions_by_id.get(actions[0].id)
        if len(actions) == 1 and now and label.startswith("Set ") and now.status:
            mark = badge(plan, now.status)[0][0].strip()
            hue = colour(plan, now.status)
            line: Line = [(f"{said(now.ref)} ", "bold"), (f"{mark} {word(plan, now.status).lower()}", hue)]
        else:
            line = [(said(label), "")]
        self.say_line([*line, (" · ", "dim"), ("u", "key"), (" to undo", "dim")])

    async def _open_again(self, refusal: str, saving: Saving) -> None:
        from send_actions.tui.strips.form import FormStrip

        await self.open_strip(FormStrip(saving.form, values=saving.values, says=refusal))

    async def _choose_version(self, conflict: EditConflictError, saving: Saving) -> None:
        """Someone else saved first: show theirs beside mine, and write over theirs only when told to."""
        self.owner.read_again()
        plan = self.owner.plan
        theirs = "; ".join(
            words
            for was in saving.actions
            if (words := drafting.what_differs(plan, was, plan.actions_by_id.get(was.id)))
        )
        mine = ", ".join(said(value) for value in saving.values.values() if value)

        async def confirm() -> None:
            self._send(saving.make(saving.values, {}), saving)

        sentence = "".join(text for text, _ in saving.form.sentence)
        question = (
            f"{conflict.thing} was changed by someone else: {theirs or 'see above'}. Yours: {sentence} {mine}"
        )
        await self.open_strip(
            AskStrip(
                [(said(question), "amber")],
                confirm,
                yes="save yours as well",
                no="any other key keeps theirs",
            )
        )

    def _targets_or_say(self) -> tuple[Action, ...]:
        actions = self.targets()
        if not actions:
            self.say("No action here: the cursor is not on one")
        return actions


def _say(actions: tuple[Action, ...], draft: UpdateDraft, seen: dict[int, int]) -> writing.Task:
    drafts = [replace(draft, action_id=action.id).checked() for action in actions]
    return writing.say_updates(drafts, seen)

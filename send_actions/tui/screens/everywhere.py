"""The keys that work on every screen: undo and redo, other days, other views, help, commands and leaving."""

from __future__ import annotations

from datetime import date

from send_actions.domain.history.undo import begins_plan, issued_with, next_redo, next_undo
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import read_date, say_date
from send_actions.errors import SendActionsError
from send_actions.tui import keys
from send_actions.tui.plan_writer import Outcome, Task, redo_task, undo_task
from send_actions.tui.prompts.prompt import ConfirmPrompt, MenuPrompt
from send_actions.tui.screens.moving import MovingScreen
from send_actions.tui.text_layout import inline


class EverywhereScreen(MovingScreen):
    """A screen with the keys that work everywhere."""

    async def do_enter(self) -> None:
        """Open what the cursor is on; a screen that has nothing to open does nothing."""

    async def do_escape(self) -> None:
        """Back to today, else one layer back."""
        if self.owner.is_looking_back:
            if self.owner.look_at(None):
                self.say("Today again")
        else:
            await self.go_back()

    async def go_back(self) -> None:
        """Go one layer back."""
        await self.owner.show_view("home")

    async def do_undo(self) -> None:
        """Take back this person's newest change: at once if it was written here, else after asking."""
        app = self.owner
        with app.reading():
            head = next_undo(app.reader.heads(app.plan.record), app.actor)
            change = app.reader.change(head.id)[0] if head else None
            if change is None or begins_plan(change):
                self.say(f"There is nothing of {app.actor}'s to undo")
            elif change.id in app.writer.records:
                self._take_back(change)
            else:
                await self._ask_about(change)

    async def do_redo(self) -> None:
        """Bring back what this person took back."""
        app = self.owner
        with app.reading():
            if next_redo(app.reader.heads(app.plan.record), app.actor) is None:
                self.say("U is redo, and there is nothing to bring back: a small u takes back")
            else:
                self._write(redo_task(), "Brought back", "u to undo")

    async def do_earlier(self) -> None:
        """Look at the plan as at the meeting before the day shown."""
        plan = self.owner.plan
        days = [meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at]
        if days:
            self.owner.look_at(max(days))
        else:
            self.say("There is no earlier meeting to look back to")

    async def do_later(self) -> None:
        """Look at the plan as at the next meeting, up to today."""
        app = self.owner
        if not app.is_looking_back:
            self.say("This is today: [ looks back to the meeting before")
            return
        days = [meeting.on for meeting in app.plan.main_meetings if app.plan.as_at < meeting.on < app.today]
        app.look_at(min(days, default=None))

    async def do_as_at(self) -> None:
        """Ask for a day to look back to."""
        from send_actions.tui.prompts.line import LinePrompt

        await self.open_prompt(LinePrompt("As at", entered=self._look_at, hint="28 Jan, or 28/01/2026"))

    async def do_go(self) -> None:
        """Name the views; g again goes to the first row."""
        choices = [(view.letter, [(view.words, "dim")]) for view in keys.VIEWS]
        await self.open_prompt(MenuPrompt([("Go to", "bold")], [*choices, ("g", [("top", "dim")])], self._go))

    async def do_help(self) -> None:
        """Show what the keys do here."""
        await self.owner.show_help(self.KIND)

    async def do_commands(self) -> None:
        """Find a command by its name."""
        await self.owner.show_commands(self)

    async def do_theme(self) -> None:
        """Take the next theme."""
        self.say(f"Theme: {self.owner.next_theme()}")

    async def do_quit(self) -> None:
        """Go back; at home ask, then end."""
        if self.KIND == "home":
            await self.open_prompt(
                ConfirmPrompt(
                    [("Leave send-actions?", "bold")], self._end, yes="leave", no="any other key stays"
                )
            )
        else:
            await self.go_back()

    async def _end(self) -> None:
        await self.owner.written()
        if self.owner.pending.is_waiting:
            self.say("Not left: something could not be saved", "amber")
            await self.owner.pending.ask()
        else:
            self.owner.exit(0)

    async def _go(self, letter: str) -> None:
        if letter == "g":
            await self.do_top()
        else:
            await self.owner.show_view(next(view.id for view in keys.VIEWS if view.letter == letter))

    def _look_at(self, text: str) -> str | None:
        app = self.owner
        try:
            day = read_date(text, today=app.today, prefer="past")
        except SendActionsError as refusal:
            return str(refusal)
        if day > app.today:
            return f"{say_date(day)} has not been yet: give a day up to {say_date(app.today)}"
        app.look_at(day)
        return None

    async def _ask_about(self, change: Change) -> None:
        async def confirm() -> None:
            self._take_back(change)

        when = _when(change.day, self.owner.today)
        question = f"{inline(change.label)}, {when} by {inline(change.actor)}: take it back?"
        await self.open_prompt(
            ConfirmPrompt([(question, "")], confirm, yes="take back", no="any other key leaves it")
        )

    def _take_back(self, change: Change) -> None:
        paper = issued_with(change, self.owner.plan.meetings)
        shown_at = f", shown in the paper of {say_date(paper.on)}" if paper else ""
        self._write(undo_task(change.id), "Taken back", "U to redo", shown_at)

    def _write(self, task: Task, done: str, next_step: str, shown_at: str = "") -> None:
        def then(outcome: Outcome) -> None:
            if outcome.error is not None:
                self.owner.say(str(outcome.error), "amber")
            elif outcome.change is not None:
                label = outcome.change.label.removeprefix("Undo: ").removeprefix("Redo: ")
                self.owner.say(f"{done}: {inline(label)}{shown_at} · {next_step}")

        self.owner.write(task, then)


def _when(day: date, today: date) -> str:
    return "today" if day == today else f"on {say_date(day)}"

"""What a file would change, before it is brought in: shown at the terminal, or told at the end of a trial."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from send_actions.changes.import_preview import preview_lines
from send_actions.cli.location import shown_location
from send_actions.cli.plan_change import trial_of
from send_actions.cli.plan_view import PlanView
from send_actions.cli.progress_bar import ProgressBar
from send_actions.cli.terminal import tell, tell_lines
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.plan import Change
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.importers.import_words import holding, unchanged, would_change_nothing

if TYPE_CHECKING:
    from send_actions.changes.trial import Trial
    from send_actions.importers.plan_lines import PlanLines


@dataclass(frozen=True)
class TriedImport:
    """A file that is tried on the plan as it is: `day` is the date that it speaks of, None for today."""

    lines: PlanLines
    view: PlanView
    day: date | None
    name: str

    def would(self) -> Change | None:
        """Return what the import would change."""
        with ProgressBar(f"Trying {self.name}") as bar:
            bar.wait(len(self.lines.actions))
            return self._trial.would_import(self.lines)

    def show(self, would: Change, *, most: int | None) -> None:
        """Show what the import would change, by name; at most so many lines of it."""
        lines = preview_lines(would, lambda: self._trial.changes_before(would.id))
        tell_lines(lines[:most], begun="  ", hung="    ")
        if most and len(lines) > most:
            tell(f"… and {len(lines) - most} more: --dry-run lists them all", begun="  ", hung="    ")
        label = printable(would.label) + self.as_at(would)
        tell(f"{label}, in {shown_location(self.view.location)}.")

    def say_untouched(self, would: Change | None, slips: list[str]) -> None:
        """Say at the end of a trial what looks like a slip, and that nothing was written."""
        for slip in slips:
            tell(f"{self.name} slip: {slip}")
        told = "nothing was written" if would else would_change_nothing(self.lines, was_here=self._was_here())
        tell(f"{holding(self.lines, self.name)}: {told}.")

    def unchanged(self) -> str:
        """Return what is said of a file that changes nothing."""
        return unchanged(self.lines, self.name, was_here=self._was_here())

    def as_at(self, change: Change) -> str:
        """Return from which day it counts what a change says of actions; nothing where it says none."""
        is_said = any(one.noun in STATEMENTS and one.field is None for one in change.differences)
        return f", as at {say_date(self.day or self.view.today)}" if is_said else ""

    def _was_here(self) -> bool:
        """Say whether the file changes nothing only because it was brought in before."""
        with ProgressBar(f"Trying {self.name}") as bar:
            bar.wait(len(self.lines.actions))
            return self._trial.was_here(self.lines)

    @property
    def _trial(self) -> Trial:
        return trial_of(self.view, self.name, self.day)

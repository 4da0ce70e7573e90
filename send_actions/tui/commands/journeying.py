"""Stepping along the boards of the journey, and into the actions of one of its areas."""

from __future__ import annotations

from typing import Final, Protocol

from send_actions.tui.commands.command import LOOKING, MOVING, CommandScreen, command


class JourneyColumnsScreen(CommandScreen, Protocol):
    """A screen whose columns are boards."""

    def step(self, boards: int) -> None:
        """Go along the boards."""

    def show_actions(self) -> None:
        """Show the actions of the area under the cursor."""


@command("earlier", "[ ←", "earlier board", LOOKING, keys=("left_square_bracket", "left"))
def step_earlier(screen: JourneyColumnsScreen) -> None:
    """The board before, in the journey; hold it and watch the areas move."""
    screen.step(-1)


@command("later", "] →", "later board", LOOKING, keys=("right_square_bracket", "right"))
def step_later(screen: JourneyColumnsScreen) -> None:
    """The next board, in the journey, up to the plan's own day."""
    screen.step(1)


@command("journey-actions", "a", "its actions", MOVING)
def show_actions(screen: JourneyColumnsScreen) -> None:
    """The journey of each action of the area; Esc goes back to the areas."""
    screen.show_actions()


@command("journey-open", "Enter", "who and why", MOVING, keys=("enter",))
async def open_cell(screen: CommandScreen) -> None:
    """In the journey: who said what of the cell, and why; once more, the plan as at that board."""
    await screen.open()


IN_JOURNEY: Final = (step_earlier, step_later, open_cell, show_actions)
"""What works in the journey alone."""

"""The views of the `g` line; a screen is loaded when it is first gone to."""

from __future__ import annotations

from typing import Any, Final

from send_actions.tui.commands.command import View
from send_actions.tui.screens.home import HomeScreen


def _attention() -> type[Any]:
    from send_actions.tui.screens.attention import AttentionScreen

    return AttentionScreen


def _meetings() -> type[Any]:
    from send_actions.tui.screens.meetings import MeetingsScreen

    return MeetingsScreen


def _impact() -> type[Any]:
    from send_actions.tui.screens.impact import ImpactScreen

    return ImpactScreen


def _due_months() -> type[Any]:
    from send_actions.tui.screens.due_months import DueMonthsScreen

    return DueMonthsScreen


def _readings() -> type[Any]:
    from send_actions.tui.screens.readings import ReadingsScreen

    return ReadingsScreen


def _history() -> type[Any]:
    from send_actions.tui.screens.history import HistoryScreen

    return HistoryScreen


VIEWS: Final = (
    View("p", "home", "plan", "Areas, their actions and the detail.", lambda: HomeScreen),
    View("a", "attention", "needs attention", "What the checks question, worst first.", _attention),
    View("l", "list", "list", "All actions in one list.", lambda: HomeScreen),
    View("i", "impact", "impact", "What difference was made in an area, and what shows it.", _impact),
    View("m", "readings", "measures", "Measures against what was due of them.", _readings),
    View("d", "due-months", "due dates", "Due dates by month, and how they slipped.", _due_months),
    View("b", "board", "board", "Meetings, past and to come.", _meetings),
    View("h", "history", "history", "Who changed what, and when.", _history),
)
"""The views in the order in which `g` names them."""

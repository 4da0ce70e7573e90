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


def _history() -> type[Any]:
    from send_actions.tui.screens.history import HistoryScreen

    return HistoryScreen


def _round() -> type[Any]:
    from send_actions.tui.screens.round import RoundScreen

    return RoundScreen


def _journey() -> type[Any]:
    from send_actions.tui.screens.journey import JourneyScreen

    return JourneyScreen


def _impact() -> type[Any]:
    from send_actions.tui.screens.impact import ImpactScreen

    return ImpactScreen


def _readings() -> type[Any]:
    from send_actions.tui.screens.readings import ReadingsScreen

    return ReadingsScreen


def _due_months() -> type[Any]:
    from send_actions.tui.screens.due_months import DueMonthsScreen

    return DueMonthsScreen


def _inspections() -> type[Any]:
    from send_actions.tui.screens.inspections import InspectionsScreen

    return InspectionsScreen


VIEWS: Final = (
    View("p", "home", "plan", "Areas, their actions and the detail.", lambda: HomeScreen),
    View("a", "attention", "needs attention", "What the checks question, worst first.", _attention),
    View("l", "list", "list", "All actions in one list.", lambda: HomeScreen),
    View("r", "round", "round", "Each action that owes an update, one after another.", _round),
    View("j", "journey", "journey", "How each area stood at the last boards.", _journey),
    View("i", "impact", "impact", "What difference is made in each area.", _impact),
    View("m", "measures", "measures", "Measures with their readings and targets.", _readings),
    View("d", "due-months", "due dates", "Due dates by month, and how they slipped.", _due_months),
    View("b", "board", "board", "Meetings, past and to come.", _meetings),
    View("o", "inspections", "inspections and reviews", "What was found, and what answers it.", _inspections),
    View("h", "history", "history", "Who changed what, and when.", _history),
)
"""The views in the order in which `g` names them."""

"""What stands in home's detail: the action under the cursor, else the area, theme or plan it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from send_actions.domain.plan import Action, Timeline
from send_actions.tui.drawing.actions import action_lines
from send_actions.tui.drawing.areas import Scope, scope_lines
from send_actions.tui.drawing.overview import reading_lines
from send_actions.tui.key_map import KeyMap
from send_actions.tui.plan_reader import Snapshot
from send_actions.tui.text_layout import Line


class Filtered(Protocol):
    """A filter: the actions it keeps, None without one, and what to say when it keeps none."""

    @property
    def kept(self) -> tuple[Action, ...] | None:
        """The actions it leaves."""

    def nothing_lines(self, width: int) -> list[Line]:
        """What to say beside a list that it left empty."""


class Detail(NamedTuple):
    """A detail: its pane's title, what it is of, and how its lines are built for a width."""

    title: str
    subject: Hashable
    build: Callable[[int], Sequence[Line]]


def detail_of(
    snapshot: Snapshot,
    scope: Scope,
    action: Action | None,
    chosen: Filtered,
    timeline_of: Callable[[Action], Timeline],
    *,
    keys: KeyMap,
    is_brief: bool,
) -> Detail:
    """The detail of an action, or without one of the scope."""
    plan, kept = snapshot.plan, chosen.kept
    if snapshot.is_outline:
        return Detail("", "outline", partial(reading_lines, plan))
    if kept is not None and not kept:
        return Detail("", "nothing", chosen.nothing_lines)
    if action is None:
        lines = partial(scope_lines, plan, snapshot.before, scope, snapshot.summaries, keys=keys)
        return Detail(scope.title(plan), (scope, kept), partial(lines, is_brief=is_brief, kept=kept))
    build = partial(action_lines, plan, action, timeline_of(action), is_brief=is_brief)
    return Detail(action.ref, action.id, build)

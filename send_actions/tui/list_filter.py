"""The filter of a list of actions: its words, what they leave, and what was meant where nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from send_actions.domain.plan import Action
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, flow, inline

if TYPE_CHECKING:
    from send_actions.domain.filters.language import Filter
    from send_actions.tui.plan_reader import Snapshot


class ActionFilter:
    """The words of a filter and the actions they leave, read anew with each snapshot."""

    def __init__(self, session: Session) -> None:
        self.text = ""
        self.among: Callable[[], Collection[int] | None] = lambda: None
        """The ids of the actions that are listed without a filter; None for all of the plan."""
        self._session = session
        self._filter: Filter | None = None
        self._kept: tuple[Snapshot, Filter, tuple[Action, ...]] | None = None

    @property
    def kept(self) -> tuple[Action, ...] | None:
        """The actions the filter leaves; None without one."""
        if not self._filter:
            return None
        snapshot = self._session.snapshot
        if self._kept is None or self._kept[0] is not snapshot or self._kept[1] is not self._filter:
            if self._kept is not None and self._kept[0] is not snapshot:
                self._filter = self._parsed(self.text)
            self._kept = (snapshot, self._filter, self._filter.keep(snapshot.plan, snapshot.before))
        return self._kept[2]

    @property
    def words(self) -> str:
        """The filter and how many it leaves: status:red 6 of 78."""
        return f"{inline(self.text)}  {self._n_of_m}" if self._filter else ""

    def take(self, text: str) -> None:
        """Take a filter's words; raises SendActionsError, keeping what was good before."""
        self._filter = self._parsed(text)
        self.text = text if self._filter else ""

    def count_line(self) -> Line:
        """How many actions the filter leaves; the nearest right word when it leaves none."""
        kept = self.kept
        line: Line = [(self._n_of_m, "bold")]
        if kept is not None and self._filter:
            meant = self._meant(self._filter) or ("" if kept else self._filter.suggestion)
            line += [(f"  did you mean {meant}?", "dim")] if meant else []
        return line

    @property
    def _n_of_m(self) -> str:
        """How many of the actions that are listed without it a filter leaves: 6 of 78."""
        kept, among, everything = self.kept, self.among(), self._session.plan.actions
        if among is not None:
            everything = tuple(action for action in everything if action.id in among)
            kept = None if kept is None else tuple(action for action in kept if action.id in among)
        return f"{len(everything if kept is None else kept):,} of {len(everything):,}"

    def _meant(self, chosen: Filter) -> str | None:
        """The term that words of the filter were meant for."""
        from send_actions.domain.filters.unquoted import meant_in_quotes

        return meant_in_quotes(chosen, self._session.plan) or chosen.meant_as_term

    def nothing_lines(self, width: int) -> list[Line]:
        """What to say beside a list that the filter left empty: how many of how many, and what was meant."""
        line = [(" ", ""), *self.count_line()]
        return flow([[(f"{text.strip()}", style)] for text, style in line if text.strip()], width)

    def _parsed(self, text: str) -> Filter:
        """A filter's words on the day that is shown, as `list` understands them."""
        from send_actions.domain.filters.language import parse

        return parse(text, today=self._session.plan.as_at)

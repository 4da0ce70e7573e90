"""The end of the round: each area's own judgement, what changed, who did not answer, and the papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Protocol

from textual.containers import Vertical

from send_actions.domain.checks.rounds import Answers, Round
from send_actions.domain.plan import Action, Area
from send_actions.tui.commands.chase_lists import leads_to_chase
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.judging import AT_ROUND_S_END, Words
from send_actions.tui.commands.undo import undo
from send_actions.tui.drawing.round import progress_line
from send_actions.tui.drawing.round_end import (
    area_heading,
    area_row,
    areas_title,
    changed_lines,
    is_judged,
    judged_lines,
    key_lines,
    silent_lines,
)
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Bar, Page
from send_actions.tui.widgets.table import Table


class Ended(Protocol):
    """A round that came to its end."""

    round: Round
    answers: Answers
    words: Words
    """What was typed of areas and not saved yet."""

    def silent_by_lead(self) -> dict[str, list[Action]]:
        """Who did not answer, by lead."""

    def waiting_by_lead(self) -> dict[str, list[Action]]:
        """Who is still to be heard, by lead."""

    def leave_end(self, *, is_back: bool) -> None:
        """Go back from the end to the last one, or on to what still waits."""


class RoundEndScreen(Frame):
    """Areas over the reason of the one under the cursor, what changed and who did not answer."""

    KIND: ClassVar[str] = "round's end"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[RoundEndScreen]]] = AT_ROUND_S_END
    DEFAULT_CSS: ClassVar[str] = """
    RoundEndScreen #attention { display: none; }
    RoundEndScreen #list-detail { height: 45%; }
    """

    def __init__(self, session: Session, ended: Ended) -> None:
        self._progress = Bar(id="progress")
        self._areas, self._detail = Table(id="list"), Page(id="list-detail")
        self._keys = Bar(id="answers")
        body = Vertical(self._progress, self._areas, self._detail, self._keys, id="body")
        super().__init__(session, self._areas, self._detail, body=body)
        self.is_list_over_detail = True
        self._ended = ended
        self.words = ended.words

    @property
    def area(self) -> Area | None:
        """The area under the cursor."""
        current = self._areas.current
        return self.session.plan.areas_by_id.get(current) if isinstance(current, int) else None

    def chased(self) -> dict[str, list[Action]]:
        """Who did not answer, by lead; those still to be heard where nobody is known not to have."""
        return self._ended.silent_by_lead() or self._ended.waiting_by_lead()

    @property
    def is_asked(self) -> bool:
        """Whether anybody was asked: in this round, or before it since the last board."""
        plan = self.session.plan
        is_heard = plan.last_meeting is not None and any(action.is_open for action in plan.actions)
        return is_heard or bool(self._ended.round.queue)

    def on_mount(self) -> None:
        """Begin at the first area that was not judged since the last board; Textual has the frame draw."""
        self._areas.wanted = self._first_open(self.session.plan.areas)

    def _first_open(self, areas: Sequence[Area]) -> int | None:
        return next((area.id for area in areas if not is_judged(area, self.session.plan)), None)

    def draw(self) -> None:
        """Draw the areas, and what stands below them."""
        plan, summaries = self.session.plan, self.session.snapshot.summaries
        one, answers = self._ended.round, self._ended.answers
        self._progress.show(lambda width: [progress_line(plan, one, answers, width)])
        areas = plan.areas
        self._areas.border_title = titled(areas_title(plan))

        def row(place: int, width: int) -> Line:
            return area_row(plan, areas[place], summaries[areas[place].id], width)

        empty = f"No areas yet: Esc, then {self.session.keys['new']} among the areas of the plan makes one"
        self._areas.show([area.id for area in areas], row, heading=partial(area_heading, plan), empty=empty)
        self.draw_detail()

    def draw_detail(self) -> None:
        """Draw the area under the cursor, what changed, and who did not answer."""
        plan, before, area = self.session.plan, self.session.before, self.area
        summaries = self.session.snapshot.summaries
        self._detail.border_title = titled(f"{area.number} {area.title}" if area else "")

        def build(width: int) -> list[Line]:
            own = [*judged_lines(plan, area, summaries[area.id], width), []] if area else []
            changed = changed_lines(before, plan, width)
            silent = silent_lines(
                self._ended.silent_by_lead(), self._ended.waiting_by_lead(), width, is_asked=self.is_asked
            )
            return [*own, *changed, [], *silent]

        self._detail.show(build)
        to_chase = len(leads_to_chase(self.chased()))
        waiting = sum(map(len, self._ended.waiting_by_lead().values()))
        keys = self.session.keys
        self._keys.show(lambda width: key_lines(plan, area, to_chase, waiting, width, keys=keys))

    def judged(self, area: Area) -> None:
        """Go on to the next area that was not judged."""
        areas = self.session.plan.areas
        place = next((place for place, one in enumerate(areas) if one.id == area.id), 0)
        wanted = self._first_open(areas[place + 1 :]) or self._first_open(areas)
        if wanted is not None:
            self._areas.put_cursor(wanted)
        self.draw_detail()
        self.foot.draw()

    def hints(self) -> Hints:
        """What helps beside the keys that stand above."""
        keys = [keyed("←", "round"), keyed("Tab", "pane"), self.session.keys.hint(undo)]
        return [], [*keys, keyed("Esc", "leave the round")]

    async def open(self) -> None:
        """Go to the area at home."""
        if area := self.area:
            await self.navigator.show_place(area, came_from="round")

    async def go_back(self) -> None:
        """Back into the round, at the last one."""
        await self.app.pop_screen()
        self._ended.leave_end(is_back=True)

    async def go_through_waiting(self) -> None:
        """Into the round again, at the first that still waits."""
        if self._ended.waiting_by_lead():
            await self.app.pop_screen()
            self._ended.leave_end(is_back=False)
        else:
            self.foot.say("Nothing is left to be heard: ← goes back to the last one")

"""The round: one action that owes an update fills the screen; one key answers, and the next one comes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from textual.containers import Vertical

from send_actions.domain.checks.rounds import (
    Answers,
    Round,
    answers_to,
    begin_round,
    by_lead,
    go_back,
    go_on,
    go_to,
    leave_for_later,
    meeting_of_round,
    take_up,
)
from send_actions.domain.plan import Action, Area
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.judging import Words
from send_actions.tui.commands.once import OnceKeyboard
from send_actions.tui.commands.round import IN_ROUND, OF_TODAY, SCROLLS, change_order, heard_from
from send_actions.tui.commands.undo import undo
from send_actions.tui.commands.updates import move_due_date
from send_actions.tui.drawing.round import (
    Asked,
    answer_lines,
    asked_lines,
    no_more_lines,
    order_words,
    progress_line,
    titled_with,
)
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, keyed, wrap
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Bar, Page

TALL: Final = 30
"""Lines of a screen from which there is room between what is said."""


class RoundScreen(Frame):
    """One action over the keys that answer; the round itself is a value, kept at every step."""

    KIND: ClassVar[str] = "round"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[RoundScreen]]] = IN_ROUND
    DEFAULT_CSS: ClassVar[str] = """
    RoundScreen #attention { display: none; }
    RoundScreen #asked { height: 1fr; }
    """

    def __init__(self, session: Session) -> None:
        self._progress, self._asked, self._keys = Bar(id="progress"), Page(id="asked"), Bar(id="answers")
        self._asked.more_words = lambda lines: f"↓ {lines} more" if lines else ""
        super().__init__(
            session, self._asked, body=Vertical(self._progress, self._asked, self._keys, id="body")
        )
        self.keyboard = OnceKeyboard(self, SCROLLS)
        self.selection = self
        self.round = Round()
        self.answers = Answers()
        self.words: Words = {}
        self._is_begun = False
        self._board: int | None = None
        self._answered: list[int] = []
        self._shown: int | None = None

    @property
    def action(self) -> Action | None:
        """The action one is at; None at the end, and while looking back."""
        if self.session.is_looking_back:
            return None
        return self.session.plan.actions_by_id.get(self.round.at or 0)

    @property
    def area(self) -> Area | None:
        """The area of the action one is at."""
        return self.session.plan.area_of(self.action) if self.action else None

    def targets(self) -> tuple[Action, ...]:
        """The action that fills the screen."""
        return (self.action,) if self.action else ()

    def put_cursor(self, action: Action) -> None:
        """Go to an action of the round."""
        self.move(go_to(self.round, action.id))

    def changed(self, actions: Sequence[Action]) -> None:
        """Go on from the action one is at once it is answered; what only moved its date leaves it there."""
        at = self.round.at
        if at is None or at not in {action.id for action in actions} or self.answers.is_waiting(at):
            return
        self._answered.append(at)
        self.move(go_on(self.round, self.answers))
        if self.round.at is None:
            self.app.call_later(self.open)

    def move(self, one: Round) -> None:
        """Take the round as it now is, keep it, and show the action one is at."""
        self.round = one
        self._keep()
        self._draw_round()

    def draw(self) -> None:
        """Take in what was said since, and draw where one is."""
        if not self.session.is_looking_back:
            self._take_in()
        self._draw_round()

    def _take_in(self) -> None:
        session, plan = self.session, self.session.plan
        meeting, before = meeting_of_round(plan), session.before
        silent: frozenset[int] = frozenset()
        with session.reading():
            silent = session.reader.silent(plan, meeting)
        board = meeting.id if meeting else None
        is_new = not self._is_begun or board != self._board
        self._is_begun, self._board = True, board
        if is_new:
            kept = self.navigator.rounds.read(session.reader.place, board, plan)
            self.round = take_up(kept, plan) if kept else begin_round(plan, silent=silent)
            self._answered = []
        else:
            self.round = take_up(self.round, plan)
        self.answers = answers_to(self.round, plan, before.statuses if before else None, silent)
        if is_new:
            self._begin()
        elif self._answered and self.answers.is_waiting(self._answered[-1]):
            self.round = go_to(self.round, self._answered.pop())

    def _begin(self) -> None:
        """Go on from an answer that was saved when the app was ended before its next key."""
        if self.round.at is not None and not self.answers.is_waiting(self.round.at):
            self.round = go_on(self.round, self.answers)
        self._keep()

    def _keep(self) -> None:
        self.navigator.rounds.write(self.session.reader.place, self._board, self.round)

    def _draw_round(self) -> None:
        plan, action, is_past = self.session.plan, self.action, self.session.is_looking_back
        self._progress.show(
            lambda width: [] if is_past else [progress_line(plan, self.round, self.answers, width)]
        )
        self._asked.border_title = titled(titled_with(action) if action else "")
        is_same = self._shown == self.round.at
        self._shown = self.round.at
        self._asked.show(self._lines, from_top=not is_same)
        heard = self.round.heard
        whom = heard_from(heard, action) if action else ""
        self._keys.show(partial(answer_lines, plan, heard, whom) if action else lambda _width: [])
        self.foot.draw()

    def _lines(self, width: int) -> Sequence[Line]:
        session, plan, action = self.session, self.session.plan, self.action
        if session.is_looking_back:
            parts = wrap(f"{OF_TODAY}.", width - 2)
            return [[], *([(f" {part}", "")] for part in parts)]
        if action is None:
            return no_more_lines(plan, self.round, self.answers, width, session.keys)
        flags, timeline = session.snapshot.flags_of(action), session.timeline_of(action)
        asked = Asked(
            action, flags, timeline, _told(action, self.round, self.answers), self.size.height >= TALL
        )
        return asked_lines(plan, asked, width)

    def hints(self) -> Hints:
        """What helps beside the keys that answer."""
        if self.session.is_looking_back:
            return [], [keyed("Esc", "today")]
        if self.action is None:
            moving = [keyed("→", "what waits"), keyed("←", "back")] if self.round.queue else []
            end = [keyed("Enter", "the end")] if self.session.plan.actions else []
            return [], [*end, *moving, keyed("Esc", "leave")]
        other = order_words(self.round.order.other)
        hint = self.session.keys.hint
        keys = [keyed("←", "back"), hint(move_due_date), hint(undo), hint(change_order, other)]
        return [], [*keys, keyed("Esc", "leave, kept here")]

    async def open(self) -> None:
        """Show the end of the round, once one is there."""
        from send_actions.tui.screens.round_end import RoundEndScreen

        if self.session.is_looking_back:
            self.foot.say(OF_TODAY)
        elif self.action is not None:
            self.foot.say("= no change · - no update received · → later, or a status letter")
        elif self.app.screen is self:
            end, said = RoundEndScreen(self.session, self), self.foot.message
            await self.app.push_screen(end)
            end.foot.say_line(said)

    def come_back(self) -> None:
        """Show the end again, where one came from."""
        if self.action is None:
            self.app.call_later(self.open)

    async def go_back(self) -> None:
        """Go home; the round stays where one is."""
        at, many = min(self.round.place + 1, len(self.round.queue)), len(self.round.queue)
        is_open = self.action is not None
        await super().go_back()
        if is_open:
            go = self.session.keys["go"]
            self.session.say(f"The round waits at {at:,} of {many:,}: {go} then r goes on with it")

    def silent_by_lead(self) -> dict[str, list[Action]]:
        """Who did not answer, by lead."""
        return by_lead((one for one in self.round.queue if one in self.answers.silent), self.session.plan)

    def waiting_by_lead(self) -> dict[str, list[Action]]:
        """Who is still to be heard, by lead."""
        return by_lead(filter(self.answers.is_waiting, self.round.queue), self.session.plan)

    def leave_end(self, *, is_back: bool) -> None:
        """Go back from the end to the last one, or on to what still waits."""
        self.move(go_back(self.round) if is_back else leave_for_later(self.round, self.answers))


def _told(action: Action, one: Round, answers: Answers) -> str:
    """What a round has of an action already."""
    if action.id in answers.silent:
        return "no update received"
    if action.id in answers.heard:
        return "heard; what is said again counts as well"
    if action.id in one.later:
        return "left for later"
    return ""

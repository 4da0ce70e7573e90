"""What it takes to add a screen: ten lines, and one row in the table of views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tui.piloting import TODAY

from send_actions.tui.app import SendActionsApp
from send_actions.tui.commands.command import View
from send_actions.tui.internals import screen_text
from send_actions.tui.plan_reader import PlanReader
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line
from send_actions.tui.views import VIEWS
from send_actions.tui.widgets.table import Table


class OutcomesScreen(Frame):
    """The outcome that each area wants."""

    KIND = "outcomes"

    def __init__(self, session: Session) -> None:
        self.table = Table(id="outcomes")
        super().__init__(session, self.table)

    def draw(self) -> None:
        areas = self.session.plan.areas
        self.table.show([area.id for area in areas], lambda at, _width: _line(f"{areas[at].outcome or '-'}"))


def _line(text: str) -> Line:
    return [(text, "")]


def _outcomes() -> type[Any]:
    return OutcomesScreen


VIEW = View("w", "outcomes", "outcomes", "The outcome that each area wants.", _outcomes)


async def test_a_screen_of_ten_lines_has_its_place_its_keys_its_help_and_its_cursor(place: Path) -> None:
    reader = PlanReader(str(place), lambda: TODAY)
    app = SendActionsApp(reader, actor="Ana", views=(*VIEWS, VIEW))
    async with app.run_test(size=(120, 70)) as pilot:
        await pilot.press("g")
        assert "w outcomes" in screen_text(app.screen)
        await pilot.press("w")
        await pilot.pause()
        assert "One way in, and no child waits over 18 weeks." in screen_text(app.screen)
        await pilot.press("j")
        await pilot.pause()
        shown = screen_text(app.screen).splitlines()
        assert any(line.startswith("│▌ One way in") for line in shown)
        assert shown[0].startswith(" SEND improvement plan")
        assert "Esc back" in shown[-1]
        await pilot.press("question_mark")
        await pilot.pause()
        assert "The outcome that each area wants." in screen_text(app.screen)
        await pilot.press("escape", "m")
        await pilot.pause()
        assert "note works in plan (g p), needs attention (g a) and board (g b)" in screen_text(app.screen)
    app.session.writer.close()
    reader.close()

"""The app on a plan made for its tests, driven by keys and read as text."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kept_plans import KeptPlan, a_kept_plan
from textual import events
from textual.pilot import Pilot

from send_actions.domain.plan.vocabulary import Impact
from send_actions.tui.app import SendActionsApp
from send_actions.tui.internals import now, screen_text
from send_actions.tui.plan_reader import PlanReader
from send_actions.tui.themes import DARK
from send_actions.tui.widgets.page import Page

TODAY = date(2026, 3, 31)
FRAMES = Path(__file__).parent.parent / "frames"


@dataclass
class Sitting:
    """One sitting at the app."""

    app: SendActionsApp
    pilot: Pilot[int]
    _moments: float = field(default_factory=now)

    async def press(self, *keys: str) -> None:
        """Press keys one after another and let what they begin be written."""
        await self.pilot.press(*keys)
        await self.app.settle()
        await self.pilot.pause()
        await self.pilot.pause()  # what the last key drew may have asked for a new layout

    async def press_in_peace(self, *keys: str) -> None:
        """Press keys with seconds between them, by their own stamps: none is another held down."""
        for key in keys:
            event = events.Key(key, unicode_character(key))
            self._moments += 5
            event.time = self._moments
            self.app.post_message(event)
            await self.press()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*("space" if character == " " else character for character in text))
        await self.pilot.pause()

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        return screen_text(self.app.screen)

    @property
    def foot(self) -> str:
        """The last line of the screen."""
        return self.screen.splitlines()[-1].strip()

    @property
    def detail(self) -> str:
        """What the detail at home says, as one line."""
        page = self.app.home.panes[-1]
        assert isinstance(page, Page)
        return " ".join(" ".join(text for line in page.lines for text, _ in line).split())

    @property
    def row(self) -> str:
        """The row of the list of actions that the cursor is on."""
        action = self.app.home.actions.action
        return action.ref if action else ""


@asynccontextmanager
async def opened(
    place: Path | KeptPlan,
    size: tuple[int, int] = (120, 30),
    *,
    today: date = TODAY,
    clock: Callable[[], date] | None = None,
    actor: str = "Ana",
    reader: type[PlanReader] = PlanReader,
    theme: str = DARK,
    keep_theme: Callable[[str], None] = lambda _theme: None,
    rounds_in: Path | None = None,
    keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> AsyncIterator[Sitting]:
    """Open the app on a plan's file, on one day or by a clock that goes on."""
    file = place.place if isinstance(place, KeptPlan) else place
    reading = reader(str(file), clock or (lambda: today))
    app = SendActionsApp(
        reading, actor=actor, theme=theme, keep_theme=keep_theme, rounds_in=rounds_in, keys=keys
    )
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Sitting(app, pilot)
    finally:
        app.session.writer.close()
        app.papers.close()
        reading.close()


def unicode_character(key: str) -> str | None:
    """The character that Textual's name of a key stands for, if it is one."""
    named = {"equals_sign": "=", "minus": "-", "comma": ",", "space": " "}
    return named.get(key, key if len(key) == 1 else "\r" if key == "enter" else None)


def a_drawn_plan(folder: Path) -> KeptPlan:
    """A small invented plan with everything a screen can show, as at 31 March 2026."""
    kept = a_kept_plan(folder)
    _areas(kept)
    _meetings(kept)
    _occupational_therapy(kept)
    _others(kept)
    return kept


def _areas(kept: KeptPlan) -> None:
    kept.area("3", title="Autism and ADHD assessment pathway", theme="Identify", on="2025-09-01")
    kept.area(
        "9",
        title="Occupational therapy pathway",
        theme="Assess and meet",
        outcome="One way in, and no child waits over 18 weeks.",
        on="2025-09-01",
    )
    kept.area("14", title="Lived experience felt by all families", theme="Improve outcomes", on="2025-09-01")


def _meetings(kept: KeptPlan) -> None:
    for on, returns in (
        ("2025-12-10", None),
        ("2026-01-28", None),
        ("2026-03-11", None),
        ("2026-04-15", "2026-04-08"),
    ):
        row: dict[str, Any] = {"on": date.fromisoformat(on), "series": "Board", "listed_on": date(2025, 9, 1)}
        row["returns_due"] = date.fromisoformat(returns) if returns else None
        kept.insert("meeting", **row)


def _occupational_therapy(kept: KeptPlan) -> None:
    on = "2025-09-01"
    kept.action("9.1", title="Map therapies into one pathway", due="2025-11-30", on=on)
    kept.action("9.2", title="Agree who pays for sensory and equipment assessments", due="2025-11-30", on=on)
    kept.action("9.3", title="Start an advice line", due="2025-12-31", on=on)
    kept.action("9.4", title="Bring waits within 18 weeks", due="2026-06-30", status=None, on=on)
    kept.say("9.1", "complete", proof="Pathway signed off", on="2025-11-28")
    kept.say("9.1", impact=Impact.EMERGING, on="2026-03-12")
    kept.say("9.2", "at-risk", note="Draft protocol with ICB finance.", on="2026-01-28")
    kept.move("9.2", "2026-01-31", reason="Two more months to agree", on="2025-12-10")
    kept.say(
        "9.2",
        "off-track",
        note="Funding dispute between ICB and council unresolved.",
        path="Joint panel 22 April; board to agree 50:50 until then.",
        path_by=date(2026, 5, 30),
        on="2026-03-20",
    )
    kept.say("9.4", "at-risk", note="Two posts vacant.", path="Locums from May", on="2026-03-04")


def _others(kept: KeptPlan) -> None:
    kept.action(
        "3.1", title="Agree a needs-led pathway with support while waiting", due="2026-07-31", on="2025-09-01"
    )
    kept.action("3.2", title="Clear those waiting over 52 weeks", due="2026-06-30", on="2025-09-01")
    kept.say("3.1", no_change=True, on="2026-03-25")
    kept.say("3.2", note="168 still wait, from 212.", on="2026-03-25")
    kept.action("14.1", title="Ask 200 families each term", due="2026-07-31", on="2025-09-01")
    kept.say("14.1", no_change=True, on="2026-03-25")


def same_as_frame(name: str, screen: str) -> None:
    """Compare a screen with the text kept of it; SEND_ACTIONS_FRAMES=write keeps it anew."""
    file = FRAMES / f"{name}.txt"
    if os.environ.get("SEND_ACTIONS_FRAMES") == "write":
        file.write_text(screen + "\n", encoding="utf-8")
    assert screen + "\n" == file.read_text(encoding="utf-8")

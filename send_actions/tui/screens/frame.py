"""What every screen has: two lines at the top, the foot with its hints, messages and strips, and the keys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from send_actions.tui import keys
from send_actions.tui.drawing.top import attention_line, looking_back_line, title_line
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, clip, flow, length, spread
from send_actions.tui.widgets.page import Bar

if TYPE_CHECKING:
    from send_actions.tui.state import PlanApp

LEAST_WIDTH = 60
LEAST_HEIGHT = 16

_OFF_IN_THE_PAST = frozenset(name for key in keys.KEYS if key.changes for name in key.keys)


class FrameScreen(Screen[None]):
    """A screen between the two lines at the top and the line at the foot.

    A key does `do_<id>` of the screen, with `-` as `_`; what changes the plan waits for what is being
    written, and is refused, with the reason, while looking back.
    """

    KIND: ClassVar[str] = ""
    AUTO_FOCUS: ClassVar[str | None] = ""
    # The strips' rules stand here as well: Textual reads all rules anew when a widget brings more.
    DEFAULT_CSS: ClassVar[str] = """
    FrameScreen { background: $background; color: $foreground; layout: vertical; overflow: hidden hidden; }
    FrameScreen #body { height: 1fr; }
    FrameScreen #foot { height: auto; }
    FrameScreen #too-small { display: none; height: 1fr; }
    FrameScreen.-tiny > * { display: none; }
    FrameScreen.-tiny > #too-small { display: block; }
    FrameScreen Table, FrameScreen Page {
        border: round $panel; border-title-color: $secondary; border-title-style: none;
        border-subtitle-color: $secondary;
    }
    FrameScreen Table:focus, FrameScreen Page:focus {
        border: round $accent; border-title-color: $foreground;
    }
    FrameScreen Bar { border: none; }
    FrameScreen Prompt { height: auto; background: $background; }
    FrameScreen LinePrompt > Horizontal { height: 1; }
    FrameScreen LinePrompt Field { width: 1fr; }
    FrameScreen FormPrompt Horizontal { height: 1; }
    FrameScreen FormPrompt Field { width: 1fr; }
    FrameScreen FormPrompt .-away { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.strip: Prompt | None = None
        self._message: Line = []
        self._refusal = ""
        self._focus_before: Widget | None = None
        self._is_stale = False
        self._strip_turn = asyncio.Lock()

    @property
    def owner(self) -> PlanApp:
        """The app, with the plan it holds."""
        return cast("PlanApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out top, body and foot."""
        yield Bar(id="title")
        yield Bar(id="attention")
        with Vertical(id="body"):
            yield from self.body()
        with Vertical(id="foot"):
            yield Bar(id="hints")
        yield Bar(id="too-small")

    def body(self) -> ComposeResult:
        """What stands between top and foot."""
        raise NotImplementedError

    def draw_plan(self) -> None:
        """Show the plan the app holds."""
        raise NotImplementedError

    def hints(self) -> tuple[Line, list[Line]]:
        """What to say of where the cursor is, and the keys that help there."""
        return [], []

    def on_mount(self) -> None:
        """Draw, and draw again whenever the app holds another plan."""
        self.query_one("#too-small", Bar).show(_too_small)
        self.draw_top()
        self.draw_plan()
        self.draw_foot()
        self.watch(self.app, "seen", self._see_anew, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Say calmly when there is too little room."""
        is_tiny = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(is_tiny, "-tiny")
        if self.owner.pending.is_waiting:
            self.owner.call_next(self.owner.pending.ask)

    @property
    def is_tiny(self) -> bool:
        """Whether there is too little room to see what a key would do."""
        return self.has_class("-tiny")

    @property
    def can_ask(self) -> bool:
        """Whether the form of a refused saving may be opened here now."""
        return self.is_mounted and not self.is_tiny

    @property
    def message(self) -> Line:
        """What stands at the foot until the next key."""
        return self._message

    def draw_top(self) -> None:
        """Show which plan, which day, and what needs me."""
        app = self.owner
        if app.is_looking_back:
            self.query_one("#title", Bar).show(lambda width: [looking_back_line(app.plan, app.today, width)])
        else:
            self.query_one("#title", Bar).show(lambda width: [title_line(app.plan, width)])
        self.query_one("#attention", Bar).show(lambda width: [attention_line(app.plan, width)])

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot until the next key."""
        self.say_line([(words, manner)] if words else [])

    def say_line(self, line: Line) -> None:
        """Show one line of several manners at the foot until the next key."""
        self._message = line
        self.draw_foot()

    def refuse(self, words: str) -> None:
        """Say why a key cannot be done; what was meant to follow it is not taken for other keys."""
        self._refusal = words
        self.say(words)

    def draw_foot(self) -> None:
        """Show the message, else the keys for where the cursor is."""
        bar = self.query_one("#hints", Bar)
        bar.show(lambda width: [self._foot_line(width)])

    def _foot_line(self, width: int) -> Line:
        right: Line = [("?", "key"), (" help  ", "dim"), (":", "key"), (" commands ", "dim")]
        if self._message:
            return spread([(" ", ""), *self._message], [], width)
        about, groups = self.hints()
        room = width - length(right) - 2
        left: Line = [(" ", ""), *about]
        for place, group in enumerate(groups):
            gap: Line = [("  ", "")] if about or place else []
            if length(left) + length(gap) + length(group) > room:
                break
            left = [*left, *gap, *group]
        return spread(clip(left, room), right, width)

    async def open_prompt(self, strip: Prompt) -> None:
        """Open a strip at the foot; it takes the keys until it is done."""
        async with self._strip_turn:
            if self.strip is None:
                self._focus_before = self.focused
            else:
                await self.strip.remove()
            self._message = []
            self.strip = strip
            self.query_one("#hints", Bar).display = False
            await self.query_one("#foot", Vertical).mount(strip)

    async def close_prompt(self, strip: Prompt) -> None:
        """Take a strip away and give the keys back."""
        async with self._strip_turn:
            if self.strip is not strip:
                return
            self.strip = None
            if self._focus_before is not None:
                self._focus_before.focus()
            await strip.remove()
            self.query_one("#hints", Bar).display = True
            self.draw_foot()

    def give_keys(self, pane: Widget) -> None:
        """Let a pane have the keys: now, or once the strip that is open has gone."""
        if self.strip is None:
            pane.focus()
        else:
            self._focus_before = pane

    def waits(self, key: str) -> bool:
        """Whether a key must wait until what is being written is saved: it changes the plan, or leaves."""
        found = keys.on_screen(self.KIND).get(key) if self.strip is None and not self.is_tiny else None
        return found is not None and (found.changes or (found.id == "quit" and self.KIND == "home"))

    def takes_mouse(self, y: int) -> bool:
        """Whether a click counts: with a strip open only one within it."""
        return not self.is_tiny and (self.strip is None or y >= self.strip.region.y)

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end; first of all a refused saving is shown again."""
        if self.is_tiny:
            await self._take_key_unseen(event)
            return
        if self.strip is None:
            await self.owner.pending.ask()
        strip = self.strip
        if strip is not None:
            await self._give_to_strip(strip, event)
            return
        if self._is_meant_for_what_was_refused(event):
            return
        key = keys.on_screen(self.KIND).get(event.key)
        if key is None:
            self.say(keys.what_would(event.character or "", self.KIND))
            return
        await self.do(key, event.character or "")

    async def _take_key_unseen(self, event: events.Key) -> None:
        if event.key in keys.BY_ID["quit"].keys and self.strip is None:
            await self.owner.written()
            if not self.owner.pending.is_waiting:
                self.owner.exit(0)

    async def _give_to_strip(self, strip: Prompt, event: events.Key) -> None:
        if event.time < strip.opened_at:
            strip.leave_out()
            return
        await strip.take_key(event)
        if strip.is_done:
            await self.close_prompt(strip)
            await strip.afterwards()
            await self.owner.pending.ask()

    def _is_meant_for_what_was_refused(self, event: events.Key) -> bool:
        """Whether a key goes on with what was just refused, such as the words after s; it is not done."""
        refusal, self._refusal = self._refusal, ""
        character = event.character or ""
        if not refusal or event.key == "enter":
            return bool(refusal)
        is_off = event.key in _OFF_IN_THE_PAST and self.owner.is_looking_back
        if is_off or not (character.isalpha() or character == " "):
            return False
        self.refuse(refusal)
        return True

    async def take_paste(self, text: str) -> None:
        """Give a pasted text to the strip; without one it is not a row of commands."""
        if self.strip is not None and not self.is_tiny:
            self.strip.take_paste(text)

    async def do(self, key: keys.Key, character: str = "") -> None:
        """Do what a row of the table of keys says, or say why it cannot be done now."""
        self._message = []
        if key.changes:
            await self.owner.written()
            if self.owner.is_looking_back:
                self.refuse(f"{key.shown.split()[0]} {key.words} is off while looking back: Esc for today")
                return
        self.draw_foot()
        done = getattr(self, f"do_{key.id.replace('-', '_')}")
        if key.id == "jump":
            await done(character)
        else:
            await done()

    def come_back(self) -> None:
        """Hear that one came back here from a row that was opened."""

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen lay over this one."""
        if self._is_stale:
            self._see_anew()
        if self.owner.pending.is_waiting:
            self.owner.call_next(self.owner.pending.ask)

    def _see_anew(self) -> None:
        self._is_stale = not self.is_current
        if self.is_current:
            self.draw_top()
            self.draw_plan()
            self.draw_foot()


def _too_small(width: int) -> list[Line]:
    least = f"{LEAST_WIDTH} columns and {LEAST_HEIGHT} lines"
    words = f"send-actions needs {least}: make the window larger, or press q to leave."
    return flow([[(word, "")] for word in words.split()], width, gap=1, indent=0)

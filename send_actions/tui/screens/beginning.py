"""The first run's one screen: what to begin with, and below it where the plan is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from send_actions.templates.wanted import CHOICES, SAMPLE, SPREADSHEET, Wanted
from send_actions.tui.form_begin import BeginForm, BeginState
from send_actions.tui.internals import edit
from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.fields_box import FieldsBox
from send_actions.tui.text_layout import Line, clip, columns, flow, keyed, wrap, wrap_line
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Bar, Page

WELCOME: Final = "send-actions keeps a SEND action plan. There is no plan of yours yet."
_AGAIN: Final = "Enter again goes on."
_NOTHING_KEPT: Final = (
    "The sample opens in a copy that is thrown away: try every key. To begin your own plan, leave it with q: "
    "this screen comes back."
)


class BeginScreen(Screen[None]):
    """Choices over fields; the keys are with the one or the other."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    DEFAULT_CSS: ClassVar[str] = """
    BeginScreen { background: $background; color: $foreground; layout: vertical; overflow: hidden hidden; }
    BeginScreen Bar { border: none; }
    BeginScreen #choices { height: 6; border: round $panel; border-title-color: $secondary; }
    BeginScreen #choices.-here { border: round $accent; border-title-color: $foreground; }
    BeginScreen #sample { height: 1fr; padding: 1 1; }
    BeginScreen FieldsBox {
        height: 1fr; border: round $panel; border-title-color: $secondary;
        border-subtitle-color: $secondary; scrollbar-size-vertical: 1;
    }
    BeginScreen FieldsBox.-here { border: round $accent; border-title-color: $foreground; }
    BeginScreen Horizontal { height: auto; }
    BeginScreen Field { width: 1fr; }
    BeginScreen .-away { display: none; }
    """

    def __init__(self, begun: BeginState) -> None:
        super().__init__()
        self.keyboard = BeginKeyboard(self)
        self.choice = begun.choice
        self.message = begun.message
        self.is_in_fields = bool(begun.message) and self.choice != SAMPLE
        self._begun = begun
        self._values = dict(begun.values)
        self._confirmed: Mapping[str, str] | None = None
        self.choices = Page(id="choices")
        self.box: FieldsBox

    def compose(self) -> ComposeResult:
        """What it is about, the choices, the fields, and the keys."""
        self.box = self._new_box()
        yield Bar(lambda width: [[(f" {part}", "bold")] for part in wrap(WELCOME, width - 2)], id="welcome")
        yield self.choices
        yield Page(_sample_lines, id="sample")
        yield self.box
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Draw, with the keys at the choices."""
        self.choices.border_title = titled("What would you like to begin with?")
        self.draw()

    def draw(self) -> None:
        """Draw everything, and give the cursor to where the keys are."""
        is_sample = self.choice == SAMPLE
        self.choices.show(self._choice_lines, from_top=False)
        self.choices.set_class(not self.is_in_fields, "-here")
        self.box.set_class(self.is_in_fields, "-here")
        self.box.set_class(is_sample, "-away")
        self.query_one("#sample", Page).set_class(not is_sample, "-away")
        self.box.draw()
        self.query_one("#keys", Bar).show(self._foot)
        if not self.is_in_fields:
            self.set_focus(None)
        elif not self.box.field(self.box.here).has_focus:
            self.box.go(self.box.here)

    async def choose(self, choice: str) -> None:
        """Put the cursor on a choice; the fields are those that go with it."""
        had_file, self.choice = self.choice == SPREADSHEET, choice
        self.message = ""
        if had_file != (choice == SPREADSHEET):
            self._values |= self.box.values
            old, self.box = self.box, self._new_box()
            await old.remove()
            await self.mount(self.box, before="#keys")
        self.draw()

    async def step(self, step: int) -> None:
        """Go to the choice before or after."""
        names = list(CHOICES)
        await self.choose(names[max(0, min(names.index(self.choice) + step, len(names) - 1))])

    def take(self) -> None:
        """Take the choice that the cursor is on: open the sample, or go on to the fields."""
        if self.choice == SAMPLE:
            self._leave_with(Wanted(SAMPLE, self._form.read({})[0].place))
        else:
            self.go_into_fields(is_wanted=True)

    def go_into_fields(self, *, is_wanted: bool) -> None:
        """Give the keys to the fields or back to the choices."""
        self.is_in_fields = is_wanted and self.choice != SAMPLE
        self.message = ""
        self.draw()

    def begin(self) -> None:
        """Begin with what stands in the fields, or go to the first that is wrong or has to be asked about."""
        values = self.box.values
        wanted, read = self._form.read(values)
        told = read.problems or ({} if self._confirmed == values else read.doubts)
        self.box.told = told
        if not told:
            self._leave_with(wanted)
            return
        self._confirmed = None if read.problems else values
        self.message = "Nothing is made yet." if read.problems else _AGAIN
        self.box.go(next(entry.id for entry in self._form.entries if entry.id in told))
        self.draw()

    def typed(self) -> None:
        """Take away what was said of what stood there before."""
        self._confirmed, self.message = None, ""
        self.box.told = {name: told for name, told in self.box.told.items() if name != self.box.here}
        self.draw()

    def say(self, words: str) -> None:
        """Say one line at the foot."""
        self.message = words
        self.draw()

    @property
    def first_field(self) -> str:
        """The field at the top."""
        return self._form.begins_at

    @property
    def _form(self) -> BeginForm:
        return BeginForm(self.choice, self._begun.asks_name, self._begun.look)

    def _new_box(self) -> FieldsBox:
        return FieldsBox(self._form, self._values)

    def _leave_with(self, wanted: Wanted) -> None:
        self._begun.keep(self.choice, {**self._values, **self.box.values}, wanted)
        self.app.exit(0)

    def _choice_lines(self, width: int) -> list[Line]:
        """The choices, the one under the cursor marked; what to know of each where there is room."""
        wide = max(columns(words) for words, _ in CHOICES.values()) + 2
        lines: list[Line] = []
        for number, (name, (words, more)) in enumerate(CHOICES.items(), 1):
            is_here = name == self.choice
            mark = ("▌", "accent") if is_here else (" ", "")
            said: Line = [mark, (f" {number} ", "key"), (f" {words:<{wide}}", "bold" if is_here else "")]
            lines.append(clip([*said, (more, "dim")], width))
        return lines

    def _foot(self, width: int) -> list[Line]:
        """What was said, and the keys."""
        parts = wrap_line([(self.message, "amber")], width - 2) if self.message else []
        if self.is_in_fields:
            keys = [keyed("Enter", "begin"), keyed("Tab", "next"), keyed("Esc", "back to the choices")]
        else:
            enter = "open it" if self.choice == SAMPLE else "on to the places"
            keys = [keyed("↑ ↓", "or a number choose"), keyed("Enter", enter), keyed("Esc", "leave")]
        return [*([(" ", ""), *part] for part in parts), *flow(keys, width, gap=3)]


class BeginKeyboard:
    """The keys of the first run's screen."""

    is_saving_long = False

    def __init__(self, screen: BeginScreen) -> None:
        self._screen = screen

    @property
    def cursor_place(self) -> Offset:
        """Where the eye is: in the field, or at the choice."""
        screen = self._screen
        if screen.is_in_fields:
            return screen.box.field(screen.box.here).cursor_place
        return screen.choices.content_region.offset + Offset(1, list(CHOICES).index(screen.choice))

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot until the next key."""
        del manner
        self._screen.say(words)

    def waits(self, key: str) -> bool:
        """Nothing is written here."""
        del key
        return False

    def takes_mouse(self, y: int) -> bool:
        """The keys do everything here."""
        del y
        return False

    async def take_click(self, event: events.Click) -> None:
        """The keys do everything here."""

    async def take_paste(self, text: str) -> None:
        """Put a pasted text, such as a file dropped into the window, where it belongs."""
        screen = self._screen
        if not screen.is_in_fields:
            await screen.choose(SPREADSHEET)
            screen.go_into_fields(is_wanted=True)
            screen.box.put(screen.box.here, "")
        screen.box.put_in(text)
        screen.typed()

    async def take_key(self, event: events.Key) -> None:
        """Do what a key stands for, to its end."""
        if event.key in {"ctrl+c", "ctrl+q"}:
            self._screen.app.exit(0)
        elif self._screen.is_in_fields:
            await self._take_in_fields(event)
        else:
            await self._take_at_choices(event)

    async def _take_at_choices(self, event: events.Key) -> None:
        screen, key = self._screen, event.character or ""
        if event.key in {"escape", "q"}:
            screen.app.exit(0)
        elif event.key in {"up", "k", "down", "j"}:
            await screen.step(1 if event.key in {"down", "j"} else -1)
        elif event.key == "enter":
            screen.take()
        elif event.key == "tab":
            screen.go_into_fields(is_wanted=True)
        elif key.isdecimal() and 1 <= int(key) <= len(CHOICES):
            await screen.choose(list(CHOICES)[int(key) - 1])
        else:
            screen.say(f"{key_name(event.key)}: nothing here; a number chooses, Enter goes on, Esc leaves")

    async def _take_in_fields(self, event: events.Key) -> None:
        screen, box = self._screen, self._screen.box
        if event.key == "escape" or (event.key in {"up", "shift+tab"} and box.here == screen.first_field):
            screen.go_into_fields(is_wanted=False)
        elif event.key == "enter":
            screen.begin()
        elif event.key in {"tab", "down", "shift+tab", "up"}:
            box.step(1 if event.key in {"tab", "down"} else -1)
            screen.draw()
        elif await edit(box.field(box.here), event):
            screen.typed()
        else:
            screen.say(f"{key_name(event.key)}: nothing here; Enter begins, Esc goes back")


def _sample_lines(width: int) -> list[Line]:
    return [[(f" {part}", "")] for part in wrap(_NOTHING_KEPT, width - 2)]

"""Fields at the foot: one line, or a form where Tab moves, Enter saves and Esc leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widgets import Input

from send_actions.domain.text import clean, printable
from send_actions.tui.form_drafts import Entry, Form, Values
from send_actions.tui.internals import edit, focus_now
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, Segment, columns, flow, keyed, length, spread, wrap, wrap_line
from send_actions.tui.widgets.page import Bar

LEFT_OUT: Final = "(what was typed before this opened was left out)"


class Field(Input):
    """Textual's input without its box, with a quiet hint and no way in for control characters."""

    DEFAULT_CSS: ClassVar[str] = """
    Field, Field:focus {
        border: none; height: 1; padding: 0; background: $background; background-tint: transparent;
    }
    """

    def __init__(self, value: str = "", *, hint: str = "", id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(value, placeholder=printable(hint), id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    @property
    def clean_text(self) -> str:
        """What stands in it, clean."""
        return clean(self.value, one_line=True)

    @property
    def cursor_place(self) -> Offset:
        """Where on the screen the next character comes to stand."""
        written = columns(self.value[: self.cursor_position])
        return self.content_region.offset + Offset(written - self.scroll_offset.x, 0)

    def put_in(self, text: str) -> None:
        """Put a pasted text in as one clean line."""
        self.replace(clean(text, one_line=True), *sorted(self.selection))

    def focus_end(self) -> None:
        """Put the cursor behind what stands in it."""
        focus_now(self)
        self.cursor_position = len(self.value)

    def beside(self, label: Segment, width: int, classes: str = "") -> Horizontal:
        """One line of the field and, before it, its label in `width` columns."""
        bar = Bar(lambda _width: [[label]])
        bar.styles.width = width
        return Horizontal(bar, self, id=f"{self.id}-row", classes=classes)


class LinePrompt(Prompt):
    """A label, a field and, above them, what the field's words come to so far.

    `entered` returns nothing when the words are taken, else the sentence to show while the line stays.
    """

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        entered: Callable[[str], str | None],
        hint: str = "",
        typed: Callable[[str], Line] = lambda _text: [],
        left: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._label = label
        self._field = Field(value, hint=hint, id="line")
        self._entered = entered
        self._typed = typed
        self._left = left
        self._message: Line = []

    def compose(self) -> ComposeResult:
        """The line of words above, the label and the field below it."""
        yield from super().compose()
        yield self._field.beside((f" {self._label} ", "key"), columns(self._label) + 2)

    def on_mount(self) -> None:
        """Put the cursor behind what stands in the field."""
        self._field.focus_end()
        self._show_typed()

    async def take_key(self, event: events.Key) -> None:
        """Write into the field; Enter takes the words, Esc leaves all as it was."""
        if event.key == "escape":
            self.is_done = True
            self._left()
        elif event.key == "enter":
            refusal = self._entered(self._field.clean_text)
            self.is_done = refusal is None
            if refusal is not None:
                self._show([(refusal, "amber")])
        else:
            await edit(self._field, event)
            self._show_typed()

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._field.put_in(text)
        self._show_typed()

    def lines(self, width: int) -> list[Line]:
        """What the field's words come to, and the keys."""
        keys: Line = [*keyed("Enter", "go  "), *keyed("Esc", "leave ")]
        return [spread([(" ", ""), *self._message], keys, width)]

    def _show_typed(self) -> None:
        self._show(self._typed(self._field.clean_text))

    def _show(self, message: Line) -> None:
        self._message = message
        self.draw()


MOST_STANDING: Final = 3
"""Lines that tell what stands now."""

_DATE: Final = Entry("on", "For", "the day it speaks of, such as 11 March")
"""The field of the day, where a form has one."""


@dataclass(frozen=True)
class Ends:
    """How a form ends.

    `save` returns nothing when all is well, else the sentence to show while the form stays; `leave` hears
    what stood in the fields that are left.
    """

    save: Callable[[Values], str | None]
    leave: Callable[[Values], None]


class FormPrompt(Prompt):
    """Fields under one line that says what is about to be changed, and lines `above` it."""

    takes_words = True

    def __init__(
        self, form: Form, ends: Ends, values: Values, message: str = "", above: Sequence[Line] = ()
    ) -> None:
        super().__init__()
        self._form = form
        self._ends = ends
        self._message = message
        self._above = above
        self._confirmed: Values | None = None
        self._entries = [*form.entries, *([_DATE] if form.about_date else [])]
        self._fields = {
            entry.id: Field(values.get(entry.id, ""), hint=entry.hint, id=f"field-{entry.id}")
            for entry in self._entries
        }
        self._is_dated = bool(values.get(_DATE.id))
        self._here = self._entries[0].id

    def compose(self) -> ComposeResult:
        """The sentence, then a line for each field; the date's stays away until it is asked for."""
        yield from super().compose()
        width = max(len(entry.label) for entry in self._entries) + 3
        for entry in self._entries:
            is_away = (entry is _DATE or entry.later) and not self._fields[entry.id].value
            classes = "-away" if is_away else ""
            yield self._fields[entry.id].beside((f" {entry.label}", "dim"), width, classes)

    def on_mount(self) -> None:
        """Put the cursor into the first field."""
        self._go(self._here)
        self.draw()

    @property
    def values(self) -> Values:
        """What stands in the fields, clean."""
        return {name: field.clean_text for name, field in self._fields.items()}

    def on_descendant_focus(self) -> None:
        """Write where the mouse put the cursor."""
        self._here = next((name for name, field in self._fields.items() if field.has_focus), self._here)

    def leave_out(self) -> None:
        """Say that keys typed before this opened are not in it."""
        if LEFT_OUT not in self._message:
            self._message = f"{self._message} {LEFT_OUT}".strip()
            self.draw()

    async def take_key(self, event: events.Key) -> None:
        """Write into the field; Tab, Enter, Ctrl+T and Esc are the form's own."""
        if event.key == "escape":
            self.is_done = True
            self._ends.leave(self.values)
        elif event.key == "enter":
            self._enter()
        elif event.key in {"tab", "down", "shift+tab", "up"}:
            names = [entry.id for entry in self._entries if entry is not _DATE or self._is_dated]
            step = 1 if event.key in {"tab", "down"} else -1
            self._go(names[(names.index(self._here) + step) % len(names)])
        elif event.key == "ctrl+t" and self._form.about_date:
            self._is_dated = True
            self._go(_DATE.id)
        else:
            await edit(self._fields[self._here], event)
            self._typed()

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._fields[self._here].put_in(text)
        self._typed()

    def lines(self, width: int) -> list[Line]:
        """What somebody else changed, what is about to be changed, the keys, and what to say of it."""
        keys: list[Line] = [keyed("Enter", "save")]
        keys += [keyed("Tab", "next")] if len(self._entries) > 1 else []
        keys += [keyed("Ctrl+T", "date")] if self._form.about_date else []
        keys.append(keyed("Esc", "leave "))
        right = flow(keys, width, gap=3, indent=0)[0]
        sentence: Line = [(" ", ""), *self._form.sentence]
        fits = length(sentence) + length(right) + 2 <= width
        lines = [spread(sentence, right, width)] if fits else [sentence, [(" ", ""), *right]]
        above = [part for line in self._above for part in wrap_line(line, width)]
        standing = wrap(self._form.standing, width - 2)[:MOST_STANDING] if self._form.standing else []
        echoes = list(self._echoes())
        told = [part for echo in echoes for part in wrap(echo, width - 2)]
        is_told = any(echo.endswith(self._message) for echo in echoes)
        asked = wrap(self._message, width - 2) if self._message and not is_told else []
        return [
            *above,
            *lines,
            *([(f" {part}", "dim")] for part in (*standing, *told)),
            *([(f" {part}", "amber")] for part in asked),
        ]

    def _echoes(self) -> Iterator[str]:
        """How the words of the fields are understood."""
        values = self.values
        for entry in self._entries:
            echo = self._form.about_date if entry is _DATE else entry.echo
            words = values[entry.id]
            if echo and words and (told := echo(words)):
                yield told if entry is _DATE else f"{entry.label}: {told}"

    def _enter(self) -> None:
        values = self.values
        doubt = self._form.doubts(values)
        if doubt and self._confirmed != values:
            self._confirmed = values
            self._message = doubt
        else:
            self._message = self._ends.save(values) or ""
            self.is_done = not self._message
        if not self.is_done:
            self.draw()

    def _typed(self) -> None:
        if self._confirmed != self.values:
            self._confirmed = None
            self._message = ""
        self.draw()

    def _go(self, name: str) -> None:
        self._here = name
        self.query_one(f"#field-{name}-row").remove_class("-away")
        self._fields[name].focus_end()

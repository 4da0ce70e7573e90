"""A few labelled fields at the foot: Tab moves, Enter anywhere saves, Esc leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from send_actions.tui.internals import edit
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, flow, length, spread, wrap, wrap_line
from send_actions.tui.widgets.field import Field
from send_actions.tui.widgets.page import Bar

_LEFT_OUT: Final = "(what was typed before this opened was left out)"

Values = Mapping[str, str]
"""What stands in the fields, by their ids."""


@dataclass(frozen=True)
class Entry:
    """One field: its id, its label, what stands in it, and a quiet hint while it is empty."""

    id: str
    label: str
    value: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Form:
    """What a form asks and does.

    `save` returns nothing when all is well, else the sentence to show while the form stays. `doubts` are
    asked about once: a second Enter saves. `about_date` is what to say of the date field's words; without
    it there is no date to give.
    """

    sentence: Line
    entries: Sequence[Entry]
    save: Callable[[Values], str | None]
    doubts: Callable[[Values], str] = lambda _values: ""
    about_date: Callable[[str], str] | None = None


class FormPrompt(Prompt):
    """Fields under one line that says what is about to be changed."""

    def __init__(
        self, form: Form, *, values: Values | None = None, says: str = "", above: Sequence[Line] = ()
    ) -> None:
        super().__init__()
        self._form = form
        self._says = says
        self._above = above
        self._confirmed: Values | None = None
        self._entries = list(form.entries)
        if form.about_date is not None:
            self._entries.append(Entry("on", "For", "", "the day it speaks of, such as 11 March"))
        given = values or {}
        self._fields = {
            entry.id: Field(given.get(entry.id, entry.value), hint=entry.hint, id=f"field-{entry.id}")
            for entry in self._entries
        }
        self._is_dated = bool(given.get("on"))
        self._here = self._entries[0].id

    def compose(self) -> ComposeResult:
        """The sentence, then a line for each field; the date's stays away until it is asked for."""
        yield Bar(id="strip-line")
        width = max(len(entry.label) for entry in self._entries) + 3
        for entry in self._entries:
            with Horizontal(
                classes="-away" if entry.id == "on" and not self._is_dated else "", id=f"row-{entry.id}"
            ):
                label = Bar(id=f"label-{entry.id}")
                label.styles.width = width
                yield label
                yield self._fields[entry.id]

    def on_mount(self) -> None:
        """Put the cursor into the first field."""
        for entry in self._entries:
            line: Line = [(f" {entry.label}", "dim")]
            self.query_one(f"#label-{entry.id}", Bar).show(lambda _width, line=line: [line])  # type: ignore[misc]
        self._go(self._here)
        self._draw()

    @property
    def values(self) -> Values:
        """What stands in the fields, clean."""
        return {name: field.said for name, field in self._fields.items()}

    def on_descendant_focus(self) -> None:
        """Write where the mouse put the cursor."""
        self._here = next((name for name, field in self._fields.items() if field.has_focus), self._here)

    def leave_out(self) -> None:
        """Say that keys typed before this opened are not in it."""
        if _LEFT_OUT not in self._says:
            self._says = f"{self._says} {_LEFT_OUT}".strip()
            self._draw()

    async def take_key(self, event: events.Key) -> None:
        """Write into the field; Tab, Enter, Ctrl+T and Esc are the form's own."""
        if event.key == "escape":
            self.is_done = True
        elif event.key == "enter":
            self._enter()
        elif event.key in {"tab", "down", "shift+tab", "up"}:
            self._step(1 if event.key in {"tab", "down"} else -1)
        elif event.key == "ctrl+t" and self._form.about_date:
            self._is_dated = True
            self.query_one("#row-on").remove_class("-away")
            self._go("on")
        else:
            await edit(self._fields[self._here], event)
            self._typed()

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._fields[self._here].put_in(text)
        self._typed()

    def _enter(self) -> None:
        values = self.values
        doubt = self._form.doubts(values)
        if doubt and self._confirmed != values:
            self._confirmed = values
            self._says = doubt
        else:
            self._says = self._form.save(values) or ""
            self.is_done = not self._says
        if not self.is_done:
            self._draw()

    def _typed(self) -> None:
        if self._confirmed != self.values:
            self._confirmed = None
            self._says = ""
        self._draw()

    def _step(self, step: int) -> None:
        names = [entry.id for entry in self._entries if entry.id != "on" or self._is_dated]
        self._go(names[(names.index(self._here) + step) % len(names)])

    def _go(self, name: str) -> None:
        self._here = name
        field = self._fields[name]
        field.focus()
        field.cursor_position = len(field.value)

    def _draw(self) -> None:
        says = self._says or self._about_date()
        self.query_one("#strip-line", Bar).show(lambda width: self._top_lines(width, says))

    def _top_lines(self, width: int, says: str) -> list[Line]:
        keys: list[Line] = [
            [("Enter", "key"), (" save", "dim")],
            *([[("Tab", "key"), (" next", "dim")]] if len(self._entries) > 1 else []),
            *([[("Ctrl+T", "key"), (" date", "dim")]] if self._form.about_date else []),
            [("Esc", "key"), (" leave ", "dim")],
        ]
        right = flow(keys, width, gap=3, indent=0)[0]
        sentence: Line = [(" ", ""), *self._form.sentence]
        fits = length(sentence) + length(right) + 2 <= width
        lines = [spread(sentence, right, width)] if fits else [sentence, [(" ", ""), *right]]
        words = [[(f" {part}", "amber")] for part in (wrap(says, width - 2) if says else ())]
        above = [part for line in self._above for part in wrap_line(line, width)]
        return [*above, *lines, *words]

    def _about_date(self) -> str:
        about = self._form.about_date
        return about(self.values["on"]) if about and self.values.get("on") else ""

"""A form at the foot: Tab moves between its fields, Enter saves and Esc leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from send_actions.tui.forms import Completion, Entry, Form, Values
from send_actions.tui.internals import edit, suggest
from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.field import Field, LongField
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, keyed, with_keys, wrap, wrap_line, wrap_to
from send_actions.tui.widgets.page import Bar

LEFT_OUT: Final = "(what was typed before this opened was left out)"
MOST_STANDING: Final = 3
"""Lines that tell what stands now."""

MOST_LINES: Final = 5
"""Lines that one field may take."""

LEFT_ABOVE: Final = 8
"""Lines that stay for the plan above: the two at the top, and some of a list."""

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
            entry.id: (LongField if entry.is_long else Field)(
                values.get(entry.id, ""), hint=entry.hint, id=f"field-{entry.id}"
            )
            for entry in self._entries
        }
        self._label_width = max(len(entry.label) for entry in self._entries) + 3
        self._offered: Completion | None = None
        self._is_dated = bool(values.get(_DATE.id))
        self._here = self._entries[0].id

    def compose(self) -> ComposeResult:
        """The sentence, then a line for each field; the date's stays away until it is asked for."""
        yield from super().compose()
        for entry in self._entries:
            is_away = (entry is _DATE or entry.later) and not self._fields[entry.id].value
            classes = "-away" if is_away else ""
            yield self._fields[entry.id].beside((f" {entry.label}", "dim"), self._label_width, classes)

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
        self._offer()
        self._share_lines()

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
        elif event.key in {"down", "up"} and self._moved_line(1 if event.key == "down" else -1):
            self.draw()
        elif event.key in {"tab", "down", "shift+tab", "up"}:
            names = [entry.id for entry in self._entries if entry is not _DATE or self._is_dated]
            step = 1 if event.key in {"tab", "down"} else -1
            self._go(names[(names.index(self._here) + step) % len(names)])
        elif event.key == "ctrl+t" and self._form.about_date:
            self._is_dated = True
            self._go(_DATE.id)
        elif event.key == "right" and self._offered and self._fields[self._here].cursor_at_end:
            self._take(self._offered)
        elif await edit(self._fields[self._here], event):
            self._typed()
        else:
            self._message = f"{key_name(event.key)}: nothing here; Enter saves, Esc leaves"
            self.draw()

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._fields[self._here].put_in(text)
        self._typed()

    def draw(self) -> None:
        """Draw its lines again, and share what room there is among its fields."""
        super().draw()
        self._share_lines()

    def on_resize(self) -> None:
        """Share the room that there is now."""
        self._share_lines()

    def _share_lines(self) -> None:
        """Give long fields the lines that their words take, first of all the one that is written in."""
        told = len(self.query_one("#prompt-lines", Bar).lines)
        shown = [name for name in self._fields if not self._row(name).has_class("-away")]
        room = self.screen.size.height - LEFT_ABOVE - told - len(shown)
        for name in sorted(shown, key=lambda name: name != self._here):
            field = self._fields[name]
            if isinstance(field, LongField):
                wanted = field.lines_wanted(self.screen.size.width - self._label_width)
                lines = 1 + max(0, min(wanted - 1, MOST_LINES - 1, room))
                room -= lines - 1
                field.stand(lines, is_written_in=name == self._here)

    def _moved_line(self, step: int) -> bool:
        field = self._fields[self._here]
        return isinstance(field, LongField) and field.move_line(step)

    def _row(self, name: str) -> Widget:
        return self.query_one(f"#field-{name}-row")

    def lines(self, width: int) -> list[Line]:
        """What somebody else changed, what is about to be changed, the keys, and what to say of it."""
        keys: list[Line] = [keyed("Enter", "save")]
        keys += [keyed("Tab", "next")] if len(self._entries) > 1 else []
        keys += [keyed("Ctrl+T", "date")] if self._form.about_date else []
        keys.append(keyed("Esc", "leave "))
        lines = with_keys([(" ", ""), *self._form.sentence], keys, width)
        above = [part for line in self._above for part in wrap_line(line, width)]
        standing = wrap_to(self._form.standing, width - 2, MOST_STANDING) if self._form.standing else []
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
        if not self._message and (told := self._form.told(values)):
            yield told
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
        self._offer()
        self.draw()

    def _offer(self) -> None:
        """Show, behind what is typed, what → would make of it."""
        complete = next(entry for entry in self._entries if entry.id == self._here).complete
        self._offered = complete(self.values) if complete else None
        suggest(self._fields[self._here], self._offered.shown if self._offered else "")

    def _take(self, offered: Completion) -> None:
        for name, text in offered.values.items():
            self._fields[name].value = text
        self._fields[self._here].focus_end()
        self._typed()

    def _go(self, name: str) -> None:
        self._here = name
        self._row(name).remove_class("-away")
        self._fields[name].focus_end()
        self._share_lines()

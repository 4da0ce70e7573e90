"""The fields of a whole form, one below the other, each with what is to say of it; they scroll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, Protocol

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from send_actions.domain.text import clean
from send_actions.tui.forms import Completion, Entry, Values
from send_actions.tui.internals import suggest
from send_actions.tui.prompts.field import Field, LongField
from send_actions.tui.text_layout import Line, columns, hang, wrap, wrap_to
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Bar

BREAK: Final = "¶"
"""What stands in a field where its text has a line break."""

MOST_LINES: Final = 8
"""Lines that one field may take."""

WRONG: Final = "!"
"""What marks what is wrong with a field, or asked of it, where there is no colour."""

MOST_SAID: Final = 4
"""Lines that what is said of a field may take."""


class Asked(Protocol):
    """What is asked: the fields, in which to begin, what to know, and what else stands of them."""

    @property
    def title(self) -> str:
        """What stands in the border."""

    @property
    def about(self) -> str:
        """What to know while one fills it in."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The fields."""

    @property
    def begins_at(self) -> str:
        """The field to begin in."""

    @property
    def standing(self) -> Values:
        """What stands now."""

    @property
    def theirs(self) -> Values:
        """What somebody else has put meanwhile."""


class FieldsBox(VerticalScroll, can_focus=False):
    """Labels, fields and, below a field, what is wrong with it or how it is understood."""

    def __init__(self, form: Asked, values: Values) -> None:
        super().__init__(id="fields")
        self.border_title = titled(form.title)
        self._form = form
        self._entries = {entry.id: entry for entry in form.entries}
        self._fields = {
            entry.id: (LongField if entry.is_long else Field)(
                values.get(entry.id, "").replace("\n", BREAK), hint=entry.hint, id=f"field-{entry.id}"
            )
            for entry in form.entries
        }
        self._notes = {name: Bar(id=f"note-{name}") for name in self._entries}
        self._shown: dict[str, Line] = {}
        """What is said of fields as it was drawn last."""
        self._label_width = max(columns(entry.label) for entry in form.entries) + 3
        self.here = form.begins_at
        self.offered: Completion | None = None
        self.told: Mapping[str, str] = {}
        """What is wrong with fields or asked of them, by their ids."""

    def compose(self) -> ComposeResult:
        """What to know, then a line for each field and a place below it."""
        if self._form.about:
            yield Bar(partial(_about_lines, self._form.about))
        for entry in self._form.entries:
            row = self.field(entry.id).beside((f" {entry.label}", "dim"), self._label_width)
            row.styles.margin = (1 if entry.apart else 0, 0, 0, 0)
            yield row
            yield self._notes[entry.id]

    @property
    def entry(self) -> Entry:
        """The field that is written in."""
        return self._entries[self.here]

    def field(self, name: str) -> Field:
        """One of the fields."""
        return self._fields[name]

    @property
    def values(self) -> Values:
        """What stands in the fields, clean; a long one has its line breaks."""
        return {
            name: clean(field.value.replace(BREAK, "\n")) if self._entries[name].is_long else field.clean_text
            for name, field in self._fields.items()
        }

    def put(self, name: str, text: str) -> None:
        """Put a text into a field."""
        self.field(name).value = text.replace("\n", BREAK)
        if name == self.here:
            self.field(name).focus_end()

    def put_in(self, text: str) -> None:
        """Put a pasted text where the cursor is; a long field keeps its line breaks."""
        if self.entry.is_long:
            text = BREAK.join(line.strip() for line in clean(text).splitlines())
        self.field(self.here).put_in(text)

    def go(self, name: str) -> None:
        """Put the cursor into a field."""
        self.here = name
        self.field(name).focus_end()
        self.offer()

    def step(self, step: int) -> None:
        """Go to the next field or the one before."""
        names = list(self._entries)
        self.go(names[(names.index(self.here) + step) % len(names)])

    def page(self, step: int) -> None:
        """Go as many lines on as are in sight, to the field that stands there."""
        wanted = self._row(self.here).virtual_region.y + step * max(1, self.size.height - 2)
        reached = [name for name in self._entries if self._row(name).virtual_region.y <= wanted]
        self.go(reached[-1] if reached else next(iter(self._entries)))

    def moved_line(self, step: int) -> bool:
        """Move a line within a long field; say whether there was one."""
        field = self.field(self.here)
        return isinstance(field, LongField) and field.move_line(step)

    def on_descendant_focus(self) -> None:
        """Write where the mouse put the cursor."""
        self.here = next((name for name, field in self._fields.items() if field.has_focus), self.here)
        self.offer()

    def offer(self) -> None:
        """Show, behind what is typed, what → would make of it."""
        complete = self.entry.complete
        self.offered = complete(self.values) if complete else None
        suggest(self.field(self.here), self.offered.shown if self.offered else "")

    def draw(self) -> None:
        """Say below each field what is to say of it, and keep in sight the one that is written in."""
        values = self.values
        for entry in self._form.entries:
            note, said = self._notes[entry.id], self._said(entry, values[entry.id])
            if said != self._shown.get(entry.id, ()):
                self._shown[entry.id] = said
                note.show(partial(_note_lines, said, self._label_width))
                note.set_class(not said, "-away")
        self.on_resize()
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Give long fields the lines that their words take in the width there is."""
        width = self.scrollable_content_region.width - self._label_width
        for name, field in self._fields.items():
            if isinstance(field, LongField) and width > 1:
                lines = min(field.lines_wanted(width), MOST_LINES)
                field.stand(lines, is_written_in=name == self.here)

    def _said(self, entry: Entry, text: str) -> Line:
        """What is wrong or asked, what somebody else has put, and how the words are understood."""
        wrong, theirs = self.told.get(entry.id, ""), self._form.theirs
        said: Line = [(wrong, "amber")] if wrong else []
        if entry.id in theirs:
            said.append((f"Theirs: {theirs[entry.id] or 'nothing'}", "bold"))
        is_asked = text and (text != self._form.standing.get(entry.id) or entry.id == self.here)
        echo = entry.echo(text) if entry.echo and is_asked and not wrong else ""
        return [*said, *([(echo, "dim")] if echo and echo != text else [])]

    def _follow(self) -> None:
        """Keep the field that is written in, and what is said of it, in sight."""
        row, note = self._row(self.here), self._notes[self.here]
        region = (
            row.virtual_region.union(note.virtual_region)
            if self._shown.get(self.here)
            else row.virtual_region
        )
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self._say_more()

    def watch_virtual_size(self) -> None:
        """Say how much lies below when there is more or less."""
        self._say_more()

    def _say_more(self) -> None:
        below = self.virtual_size.height - self.scroll_offset.y - self.scrollable_content_region.height
        self.border_subtitle = titled(f"↓ {below} more" if below > 0 else "")

    def _row(self, name: str) -> Widget:
        return self.query_one(f"#field-{name}-row")


def _about_lines(words: str, width: int) -> list[Line]:
    """What to know while one fills the form in, and an empty line."""
    return [*([(f" {part}", "dim")] for part in wrap(words, max(1, width - 2))), []]


def _note_lines(said: Line, indent: int, width: int) -> list[Line]:
    """What is said of a field in lines, below where the field begins."""
    room, lines = max(1, width - indent - 1), list[Line]()
    for words, manner in said:
        mark = WRONG if manner == "amber" else ""
        start: Line = [(f"{mark:>{indent - 1}} ", manner)]
        lines += hang(start, wrap_to(words, room, MOST_SAID), manner)
    return lines

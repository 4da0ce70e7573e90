"""A form that fills the screen: a line for each field, what is wrong beside it; Enter saves, Esc asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult

from send_actions.errors import SendActionsError
from send_actions.tui.forms import Values
from send_actions.tui.in_editor import edit_in_editor
from send_actions.tui.internals import edit
from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.fields_box import FieldsBox
from send_actions.tui.prompts.form import LEFT_OUT, Ends
from send_actions.tui.prompts.prompt import AS_USUAL, Prompt, says_no
from send_actions.tui.text_layout import Line, flow, keyed, wrap, wrap_line
from send_actions.tui.whole_forms import WHOLE, WholeForm

ASK_AGAIN: Final = "Enter again saves it all the same."


class FormRoom(Prompt):
    """All fields of one thing, with what stands in them; typed words are asked about before they go."""

    takes_words = True
    fills_screen: ClassVar[bool] = True

    def __init__(
        self, form: WholeForm, ends: Ends, values: Values, message: str = "", above: Sequence[Line] = ()
    ) -> None:
        super().__init__()
        self._form = form
        self._ends = ends
        self._message = message
        self._above = above
        self._confirmed: Values | None = None
        self._is_leaving = False
        self._box = FieldsBox(form, values)

    def compose(self) -> ComposeResult:
        """The fields, and below them what is asked and the keys."""
        yield self._box
        yield from super().compose()

    def on_mount(self) -> None:
        """Put the cursor into the field to begin in."""
        self._box.go(self._box.here)
        self.draw()

    @property
    def values(self) -> Values:
        """What stands in the fields, clean."""
        return self._box.values

    def leave_out(self) -> None:
        """Say that keys typed before this opened are not in it."""
        if LEFT_OUT not in self._message:
            self._say(f"{self._message} {LEFT_OUT}".strip())

    async def take_key(self, event: events.Key) -> None:
        """Write into the field; Tab, Enter, PgUp, PgDn, Ctrl+E, Ctrl+R and Esc are the form's own."""
        box = self._box
        if self._is_leaving and self._is_answered(event):
            return
        if event.key == "escape":
            standing, values = self._form.standing, box.values
            self._is_leaving = any(text != standing.get(name, "") for name, text in values.items())
            self._leave(is_sure=not self._is_leaving)
        elif event.key == "enter":
            self._enter()
        elif self._moved(event.key):
            self.draw()
        elif event.key == "ctrl+e" and box.entry.is_long:
            self._open_editor()
        elif event.key == "ctrl+r" and box.here in self._form.theirs:
            box.put(box.here, self._form.theirs[box.here])
            self._typed()
        elif event.key == "right" and box.offered and box.field(box.here).cursor_at_end:
            for name, text in box.offered.values.items():
                box.put(name, text)
            self._typed()
        elif await edit(box.field(box.here), event):
            self._typed()
        else:
            self._say(f"{key_name(event.key)}: nothing here; Enter saves, Esc leaves")

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._box.put_in(text)
        self._typed()

    def draw(self) -> None:
        """Draw its lines again, and beside each field what is to say of it."""
        self._box.draw()
        super().draw()

    def lines(self, width: int) -> list[Line]:
        """What somebody else changed, what is asked or wrong, and the keys."""
        above = [part for line in self._above for part in wrap_line(line, width)]
        if self._is_leaving:
            asked: Line = [("Leave without saving?", "bold")]
            return [
                *above,
                *flow([asked, keyed("y", "leave"), [(f"any other key stays {AS_USUAL}", "dim")]], width),
            ]
        box = self._box
        keys = [keyed("Enter", "save"), keyed("Tab", "next")]
        keys += [keyed("→", "takes it")] if box.offered else []
        keys += [keyed("Ctrl+R", "takes theirs")] if box.here in self._form.theirs else []
        keys += [keyed("Ctrl+E", "in your editor")] if box.entry.is_long else []
        keys.append(keyed("Esc", "leave"))
        parts = wrap(self._message, width - 2) if self._message else []
        return [*above, *([(f" {part}", "amber")] for part in parts), *flow(keys, width, gap=3)]

    def _moved(self, key: str) -> bool:
        """Move within the form; say whether the key is one that does."""
        box = self._box
        if key in {"tab", "down", "shift+tab", "up"}:
            step = 1 if key in {"tab", "down"} else -1
            if not (key in {"down", "up"} and box.moved_line(step)):
                box.step(step)
        elif key in {"pagedown", "pageup"}:
            box.page(1 if key == "pagedown" else -1)
        else:
            return False
        return True

    def _leave(self, *, is_sure: bool) -> None:
        """Leave, or stand as before."""
        if is_sure:
            self.is_done = True
            self._ends.leave({})
        else:
            self.draw()

    def _is_answered(self, event: events.Key) -> bool:
        """Take the answer to whether to leave; say whether the key was that and no more."""
        self._is_leaving = False
        self._leave(is_sure=(event.character or "").lower() == "y")
        return says_no(event)

    def _enter(self) -> None:
        """Send off what stands in the fields, or go to the first that is wrong or has to be asked about."""
        values = self._box.values
        reading = self._form.reading(values)
        told = reading.problems or ({} if self._confirmed == values else reading.doubts)
        self._box.told = told
        if not told:
            self._message = self._ends.save(values) or ""
            self.is_done = not self._message
        elif reading.problems:
            count = len(told) - (WHOLE in told)
            several = f"{count} fields are to be put right: nothing is saved yet"
            self._message = told.get(WHOLE, several if count > 1 else "Nothing is saved yet")
        else:
            self._confirmed = values
            self._message = f"{told.get(WHOLE, '')} {ASK_AGAIN}".strip()
        first = next((entry.id for entry in self._form.entries if entry.id in told), None)
        if first:
            self._box.go(first)
        if not self.is_done:
            self.draw()

    def _open_editor(self) -> None:
        box = self._box
        try:
            text = edit_in_editor(self.app, box.values[box.here])
        except SendActionsError as refusal:
            self._say(str(refusal))
        else:
            box.put(box.here, text)
            self._typed()

    def _typed(self) -> None:
        """Take away what was said of what stood there before."""
        box = self._box
        if self._confirmed != box.values:
            self._confirmed, self._message = None, ""
            box.told = {name: told for name, told in box.told.items() if name != box.here}
        box.offer()
        self.draw()

    def _say(self, words: str) -> None:
        self._message = words
        self.draw()

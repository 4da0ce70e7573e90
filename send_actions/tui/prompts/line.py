"""One field at the foot: the jump line, the filter line, a date to look back to."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from send_actions.tui.internals import edit
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, columns, spread
from send_actions.tui.widgets.field import Field
from send_actions.tui.widgets.page import Bar


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

    def compose(self) -> ComposeResult:
        """The line of words above, the label and the field below it."""
        yield Bar(id="strip-line")
        with Horizontal():
            label = Bar(id="strip-label")
            label.styles.width = columns(self._label) + 2
            yield label
            yield self._field

    def on_mount(self) -> None:
        """Put the cursor behind what stands in the field."""
        self.query_one("#strip-label", Bar).show(lambda _width: [[(f" {self._label} ", "key")]])
        self._field.focus()
        self._field.cursor_position = len(self._field.value)
        self._say(self._typed(self._field.said))

    async def take_key(self, event: events.Key) -> None:
        """Write into the field; Enter takes the words, Esc leaves all as it was."""
        if event.key == "escape":
            self.is_done = True
            self._left()
        elif event.key == "enter":
            refusal = self._entered(self._field.said)
            self.is_done = refusal is None
            if refusal is not None:
                self._say([(refusal, "amber")])
        else:
            await edit(self._field, event)
            self._say(self._typed(self._field.said))

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        self._field.put_in(text)
        self._say(self._typed(self._field.said))

    def _say(self, words: Line) -> None:
        keys: Line = [("Enter", "key"), (" go  ", "dim"), ("Esc", "key"), (" leave ", "dim")]
        bar = self.query_one("#strip-line", Bar)
        bar.show(lambda width: [spread([(" ", ""), *words], keys, width)])

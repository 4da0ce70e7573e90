"""One line to write in, and above it what its words come to."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult

from send_actions.tui.internals import edit
from send_actions.tui.key_names import key_name
from send_actions.tui.prompts.field import Field
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, columns, keyed, length, spread, wrap_line


class LinePrompt(Prompt):
    """A label, a field and, above them, what the field's words come to so far.

    `entered` returns nothing when the words are taken, else the sentence to show while the line stays; what
    its Enter `does` stands above. What a text is `pasted` as stands in place of all, if it is not its words.
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
        pasted: Callable[[str], str] = lambda _text: "",
        does: str = "go",
    ) -> None:
        super().__init__()
        self._label = label
        self._field = Field(value, hint=hint, id="line")
        self._entered = entered
        self._typed = typed
        self._left = left
        self._pasted = pasted
        self._does = does
        self._message: Line = []
        self._is_refused = False

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
                self._show([(refusal, "amber")], is_refused=True)
        elif await edit(self._field, event):
            self._show_typed()
        else:
            self._show([(f"{key_name(event.key)}: nothing here; Esc leaves", "amber")])

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field, or what it is called."""
        if called := self._pasted(text):
            self._field.value = called
            self._field.focus_end()
        else:
            self._field.put_in(text)
        self._show_typed()

    def lines(self, width: int) -> list[Line]:
        """What the field's words come to, and the keys."""
        keys: Line = [*keyed("Enter", f"{self._does}  "), *keyed("Esc", "leave ")]
        message: Line = [(" ", ""), *self._message]
        if not self._is_refused or length(message) + length(keys) < width:
            return [spread(message, keys, width)]
        return [*wrap_line(message, width), spread([], keys, width)]

    def _show_typed(self) -> None:
        self._show(self._typed(self._field.clean_text))

    def _show(self, message: Line, *, is_refused: bool = False) -> None:
        self._message, self._is_refused = message, is_refused
        self.draw()

"""Where a file goes: one line for its name, and above it what is written, as what and into which folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from textual import events
from textual.app import ComposeResult

from send_actions.tui.internals import edit
from send_actions.tui.key_names import key_name
from send_actions.tui.paper_maker import tidy
from send_actions.tui.prompts.field import Field
from send_actions.tui.prompts.prompt import Prompt
from send_actions.tui.text_layout import Line, columns, inline, keyed, with_keys, wrap

WORDS: Final = {
    ".docx": "Word",
    ".pdf": "PDF",
    ".html": "a web page",
    ".odt": "OpenDocument text",
    ".xlsx": "Excel",
    ".ods": "OpenDocument sheet",
    ".md": "Markdown",
    ".csv": "CSV",
    ".json": "JSON",
    ".txt": "plain text",
    ".eml": "an e-mail draft",
    ".ics": "calendar",
}
"""What people call a file of each ending; Tab goes through them in this order."""

_LABEL: Final = "File"

Entered = Callable[[Path, bool], None]
"""Hears where to write, and whether a file that is there is to be replaced."""


class FilePrompt(Prompt):
    """A file's name, to be changed or taken as it is; Tab goes through the formats, its endings."""

    def __init__(
        self, sentence: str, folder: Path, name: str, endings: Sequence[str], entered: Entered
    ) -> None:
        super().__init__()
        self._sentence = sentence
        self._folder = folder
        known = list(WORDS)
        self._endings = sorted(endings, key=lambda one: known.index(one) if one in WORDS else len(known))
        self._entered = entered
        self._field = Field(name + self._endings[0], id="file")
        self._message = ""
        self._agreed: Path | None = None
        """The file that may be replaced, once it was asked about."""

        self._taken: Path | None = None

    def compose(self) -> ComposeResult:
        """The lines of words above, the label and the field below them."""
        yield from super().compose()
        yield self._field.beside((f" {_LABEL} ", "key"), columns(_LABEL) + 2)

    def on_mount(self) -> None:
        """Put the cursor behind the name, before its ending."""
        self._field.focus_end()
        self._to_ending()
        self.draw()

    async def take_key(self, event: events.Key) -> None:
        """Write into the field; Enter takes the name, Tab another format, Esc leaves all as it was."""
        before = self._field.value
        if event.key == "escape":
            self.is_done = True
            return
        if event.key == "enter":
            self._message = self._doubt()
            self.is_done = not self._message
        elif event.key in {"tab", "shift+tab"}:
            self._change_ending(1 if event.key == "tab" else -1)
        elif await edit(self._field, event):
            self._keep_one_ending(len(before))
            self._message = ""
        else:
            self._message = f"{key_name(event.key)}: nothing here; Enter writes, Esc leaves"
        self.draw()

    def take_paste(self, text: str) -> None:
        """Put a pasted text into the field."""
        before = self._field.value
        self._field.put_in(text)
        self._keep_one_ending(len(before))
        self._message = ""
        self.draw()

    async def afterwards(self) -> None:
        """Hand on the name that was entered."""
        if self._taken:
            self._entered(self._taken, self._taken == self._agreed)

    def lines(self, width: int) -> list[Line]:
        """What is written, the keys, as what and where to, and what to say of the name."""
        ending, following = self._file.suffix.lower(), self._following(1)
        groups: list[Line] = [keyed("Enter", "write")]
        groups += [keyed("Tab", f"{WORDS.get(following, following)} instead")] if following != ending else []
        lines = with_keys([(f" {self._sentence}", "bold")], [*groups, keyed("Esc", "leave ")], width)
        shown = f"As {WORDS.get(ending, ending)}, into" if ending in self._endings else "Into"
        where = wrap(f"{shown} {inline(str(tidy(self._file.parent)))}", width - 2)
        told = wrap(self._message, width - 2) if self._message else []
        return [
            *lines,
            *([(f" {part}", "dim")] for part in where),
            *([(f" {part}", "amber")] for part in told),
        ]

    @property
    def _file(self) -> Path:
        """The file that is named: in the folder proposed, unless the name has one of its own."""
        named = os.path.expanduser(self._field.clean_text)  # noqa: PTH111  the other raises for a user who is none
        return self._folder / named

    def _doubt(self) -> str:
        """Why the name cannot be taken, or a question that a second Enter answers; empty when it is taken."""
        try:
            return self._doubt_of(self._file)
        except OSError as fault:
            return f"{fault.strerror or type(fault).__name__}: name another"

    def _doubt_of(self, file: Path) -> str:
        name = inline(file.name)
        if file.suffix.lower() not in self._endings:
            return f"End the name with {' or '.join(self._endings)}: the ending says what is written"
        if not file.parent.is_dir():
            return f"{inline(str(tidy(file.parent)))} is no folder: make it first, or name another"
        if file.exists() and not file.is_file():
            return f"{name} is no file: name another"
        if file.exists() and self._agreed != file:
            self._agreed = file
            return f"{name} is there already: Enter again replaces it"
        self._taken = file
        return ""

    def _following(self, step: int) -> str:
        """The ending that Tab goes on to; from one that is none of them, the first."""
        ending = self._file.suffix.lower()
        if ending not in self._endings:
            return self._endings[0]
        return self._endings[(self._endings.index(ending) + step) % len(self._endings)]

    def _change_ending(self, step: int) -> None:
        following, text = self._following(step), self._field.clean_text
        ending = Path(text).suffix
        self._field.value = (text.removesuffix(ending) if self._is_known(ending) else text) + following
        self._message = ""
        self._to_ending()

    def _keep_one_ending(self, length_before: int) -> None:
        """Let an ending that was just typed stand alone: the one that stood there goes."""
        text, at = self._field.value, self._field.cursor_position
        typed, rest = text[:at], text[at:]
        ending = Path(typed).suffix
        if len(text) <= length_before or not self._is_known(ending):
            return
        stem = typed.removesuffix(ending)
        if not rest and self._is_known(earlier := Path(stem).suffix):
            typed = stem.removesuffix(earlier) + ending
        elif not self._is_known(rest):
            return
        self._field.value = typed
        self._field.focus_end()

    def _is_known(self, ending: str) -> bool:
        return ending.lower() in WORDS or ending.lower() in self._endings

    def _to_ending(self) -> None:
        self._field.cursor_position = len(self._field.value) - len(Path(self._field.value).suffix)

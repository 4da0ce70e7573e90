"""The keys in force: those that the commands come with, or one's own in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from send_actions.tui.key_names import key_name
from send_actions.tui.text_layout import Line, keyed

STAYING: Final = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("enter", "escape", "tab", "shift+tab", "f1", "ctrl+c", "ctrl+q"),
    )
)
"""The keys that nobody moves, so that nobody is locked in: they stay with their commands beside any other."""

_MARK: Final = re.compile(r"\{([a-z-]+)\}(?=(\w?))")


class Keyed(Protocol):
    """What keys do, as far as it is about the keys."""

    @property
    def id(self) -> str:
        """What the settings call it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys it comes with, as Textual names them."""

    @property
    def shown(self) -> str:
        """How a person reads these keys; the key of another command stands there as its id in braces."""

    @property
    def words(self) -> str:
        """What it does, for a footer."""

    @property
    def sentence(self) -> str:
        """What it does, for help; a command's key stands there as its id in braces."""

    @property
    def is_fixed(self) -> bool:
        """Whether its keys cannot be moved."""


class KeyMap:
    """Which keys do what; whatever names a key asks it, by the command or its id."""

    def __init__(
        self,
        commands: Iterable[Keyed],
        moved: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        self._known: dict[str, Keyed] = {}
        for command in commands:
            self._known.setdefault(command.id, command)
        self._moved = moved

    def __getitem__(self, command_id: str) -> str:
        """The key that a sentence names for a command: the first one, as a person reads it."""
        return self.shown(self._known[command_id]).split()[0]

    def spelt(self, opens: str) -> str:
        """What is typed for a command's id with the letter after it, such as s r for status r."""
        command_id, _, letter = opens.partition(" ")
        return f"{self[command_id]} {letter}".rstrip()

    def pressed(self, opens: str, *, alone: bool = False) -> list[str]:
        """What is pressed for a command's id with the letter after it, or only that, by Textual's names."""
        command_id, _, letter = opens.partition(" ")
        known = self._known.get(command_id)
        first = self.names(known)[:1] if known and not (alone and letter) else ()
        return [*first, *letter]

    def names(self, command: Keyed) -> tuple[str, ...]:
        """The keys of a command, as Textual names them."""
        if command.is_fixed or command.id not in self._moved:
            return command.keys
        moved = self._moved[command.id]
        return (*moved, *(key for key in command.keys if key in STAYING and key not in moved))

    def shown(self, command: Keyed) -> str:
        """How a person reads the keys of a command."""
        if command.is_fixed or command.id not in self._moved:
            return self._filled(command.shown)
        return " ".join(map(key_name, self.names(command)))

    def sentence(self, command: Keyed) -> str:
        """What a command does, as help says it."""
        return self._filled(command.sentence)

    def hint(self, command: Keyed, words: str = "") -> Line:
        """The key of a command and its word, or other words for what it does here."""
        return keyed(self.shown(command).split()[0], words or command.words)

    def _filled(self, text: str) -> str:
        """A text with keys in place of the ids in braces; a letter after a longer key stands apart."""

        def key(mark: re.Match[str]) -> str:
            found = self[mark[1]]
            return f"{found} " if mark[2] and len(found) > 1 else found

        return _MARK.sub(key, text)

"""What is being typed, kept beside the settings meanwhile: a killed app loses a second of it at most."""

from __future__ import annotations

import os
import platform
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from send_actions.tui.own_files import OwnFiles
from send_actions.tui.typed_words import Words, read_words

_KIND: Final = "typed"
_LEFT_AFTER: Final = 10.0
"""Seconds after which a file that nobody touched is left behind: its app touches it each second."""


@dataclass
class HalfTyped:
    """One file for each app at a plan, which only its owner may read; it goes with the words in it."""

    folder: Path | None
    place: str
    _written: Sequence[Words] = ()
    _own: OwnFiles = field(init=False)

    def __post_init__(self) -> None:
        """Take a name that no other app at this plan has."""
        self._own = OwnFiles(self.folder, f"{_KIND}-{secrets.token_hex(4)}")

    def keep(self, words: Sequence[Words], record: int) -> None:
        """Keep words of a plan at a record; without any, nothing is kept any longer.

        Those that stand there are written anew where another app took them over, as of one asleep too long.
        """
        if words == self._written and (not words or self._own.touch(self.place)):
            return
        if words:
            told = {"host": platform.node(), "app": os.getpid(), "record": record}
            kept = self._own.write(self.place, {**told, "words": [one.told() for one in words]})
            self._written = words if kept else self._written
        else:
            self.drop()

    def drop(self) -> None:
        """Keep nothing any longer."""
        self._own.remove(self.place)
        self._written = ()

    def left_behind(self, record: int) -> Sequence[Words]:
        """Take over the words that an app left behind which was ended at this plan; none of another plan."""
        for other in OwnFiles(self.folder, _KIND).others(self.place):
            kept = other.read(self.place)
            if other == self._own or kept is None or _is_there(kept, other.age(self.place)):
                continue
            try:
                is_of_this = int(kept["record"]) <= record
                words = tuple(map(read_words, kept["words"]))
            except (ValueError, LookupError, TypeError, AttributeError):
                continue
            if is_of_this and words and self._own.take_over(other, self.place):
                self.keep(words, record)
                return words
        return ()


def _is_there(kept: Mapping[str, Any], age: float) -> bool:
    """Whether the app that keeps a file still is there, as far as that can be known."""
    if age > _LEFT_AFTER:
        return False
    app = kept.get("app")
    if os.name != "posix" or kept.get("host") != platform.node() or not isinstance(app, int) or app <= 0:
        return True
    try:
        os.kill(app, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True

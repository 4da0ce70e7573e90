"""A paste from a terminal that does not mark pastes: keys that come faster than hands, into a form."""

from __future__ import annotations

from typing import Final

from textual import events

from send_actions.tui.prompts.prompt import Prompt

FASTER_THAN_HANDS: Final = 0.02
"""Seconds between two keys that no hand types."""

STILL_COMING: Final = 0.3
"""Seconds in which the rest of a long paste may be on its way."""


class UnmarkedPaste:
    """Knows when keys are the rest of a paste whose first line break has saved the form it went into.

    A burst that began before the form stood, mostly with the key that opened it, is typed ahead, no paste.
    """

    def __init__(self) -> None:
        self._last_at = float("-inf")
        self._into: Prompt | None = None
        self._is_rest = False

    def goes_on(self, event: events.Key, prompt: Prompt | None) -> bool:
        """Whether this key, which comes while `prompt` is open, is the rest of a paste and no command."""
        gap, self._last_at = event.time - self._last_at, event.time
        if self._is_rest and gap < STILL_COMING:
            return True
        if gap >= FASTER_THAN_HANDS:
            is_into = prompt is not None and prompt.takes_words and event.time >= prompt.shown_at
            self._into = prompt if is_into else None
        if event.key == "escape":  # which leaves the form: nothing of it was saved, and no paste has one
            self._into = None
        self._is_rest = gap < FASTER_THAN_HANDS and self._into is not None and prompt is None
        return self._is_rest

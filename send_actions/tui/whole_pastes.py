"""A pasted text that holds escape codes: none of them ends it, and nothing of it is taken for keys.

Textual looks for a key behind every ESC, within a paste too, and gives what is none as keys one by one: a
line end would be Enter. So a paste reaches it without any.
"""

from __future__ import annotations

from typing import Final

_START: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
_ESC: Final = "\x1b"


class WholePastes:
    """Takes every ESC out of pasted text, as it comes from a terminal piece by piece."""

    def __init__(self) -> None:
        self._is_inside = False
        self._before = ""
        self._held = ""

    def cleaned(self, text: str) -> str:
        """Return the next piece without what is held back: the end of a paste may be cut in two."""
        left, self._held = self._held + text, ""
        parts = []
        while left:
            part, left = self._inside(left) if self._is_inside else self._outside(left)
            parts.append(part)
        return "".join(parts)

    def _outside(self, text: str) -> tuple[str, str]:
        """Return what is no paste, up to where one begins, and the rest."""
        known = self._before + text
        place = known.find(_START)
        if place < 0:
            self._before = known[1 - len(_START) :]
            return text, ""
        begins = place + len(_START) - len(self._before)
        self._is_inside, self._before = True, ""
        return text[:begins], text[begins:]

    def _inside(self, text: str) -> tuple[str, str]:
        """Return what is pasted without any ESC, up to where the paste ends, and the rest."""
        pasted, end, left = text.partition(_END)
        if end:
            self._is_inside = False
            return pasted.replace(_ESC, "") + end, left
        last = pasted.rfind(_ESC)
        if last >= 0 and _END.startswith(pasted[last:]):
            pasted, self._held = pasted[:last], pasted[last:]
        return pasted.replace(_ESC, ""), ""

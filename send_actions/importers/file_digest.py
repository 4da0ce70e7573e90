"""What tells one file from another, and one row of ours, in few characters."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from send_actions.importers.sheet import AreaHead, Sheet


def digest_of(what: object) -> str:
    """Return what tells one from another in few characters."""
    return sha256(repr(what).encode()).hexdigest()


def digest_of_all(sheets: Sequence[Sheet]) -> str:
    """Return what tells a file from any that says something else: of an action, an area or a measure."""
    parts = []
    for sheet in sheets:
        heads = (sheet.area, sorted(sheet.heads.items()))
        around = (sheet.measures, heads) if sheet.measures or heads != (AreaHead(), []) else ()
        parts.append((sheet.header, sheet.rows, *around))
    return digest_of(parts if len(parts) > 1 else parts[0])

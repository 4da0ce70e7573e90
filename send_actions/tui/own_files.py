"""What is one person's and no part of a plan: small files beside the settings, one of a kind for each."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

KNOWN: Final = 16
"""Characters of a place's digest that name its file."""


@dataclass(frozen=True)
class OwnFiles:
    """The files of a kind in a folder, each written whole; without a folder nothing is kept."""

    folder: Path | None
    kind: str

    def read(self, place: str) -> dict[str, Any] | None:
        """Return what is kept of a plan's place; None of one that has nothing that can be read."""
        file = self._file(place)
        try:
            kept = json.loads(file.read_text(encoding="utf-8")) if file else None
        except (OSError, ValueError):
            return None
        return kept if isinstance(kept, dict) else None

    def write(self, place: str, told: dict[str, Any]) -> bool:
        """Keep something of a plan's place, whole or not at all; says whether it is kept."""
        file = self._file(place)
        if file is None:
            return False
        beside = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as written:
                written.write(json.dumps(told, separators=(",", ":")).encode())
            beside.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink()
            return False
        return True

    def _file(self, place: str) -> Path | None:
        """The file of a plan's place, which is not told by its name: a URL may have a password in it."""
        whole = place if "://" in place else str(Path(place).absolute())
        named = f"{self.kind}-{sha256(whole.encode()).hexdigest()[:KNOWN]}.json"
        return self.folder / named if self.folder else None

"""What is one person's and no part of a plan: small files beside the settings, one of a kind for each."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
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

    def remove(self, place: str) -> None:
        """Let go of what is kept of a plan's place."""
        if file := self._file(place):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

    def touch(self, place: str) -> bool:
        """Show that what is kept is somebody's who is there; says whether it is there."""
        if file := self._file(place):
            with contextlib.suppress(OSError):
                os.utime(file)
                return True
        return False

    def age(self, place: str) -> float:
        """Seconds since it was written or touched; endless for what is not there."""
        file = self._file(place)
        try:
            return time.time() - file.stat().st_mtime if file else float("inf")
        except OSError:
            return float("inf")

    def others(self, place: str) -> list[OwnFiles]:
        """Return the files of a plan's place whose kinds begin with this one's and a hyphen."""
        file = self._file(place)
        if file is None:
            return []
        end = file.name.removeprefix(self.kind)
        found = sorted(file.parent.glob(f"{self.kind}-*{end}"))
        return [OwnFiles(self.folder, one.name.removesuffix(end)) for one in found]

    def take_over(self, other: OwnFiles, place: str) -> bool:
        """Take what another file keeps in place of one's own; says whether nobody was quicker."""
        mine, theirs = self._file(place), other._file(place)
        try:
            if mine and theirs:
                theirs.replace(mine)
        except OSError:
            return False
        return mine is not None

    def _file(self, place: str) -> Path | None:
        """The file of a plan's place, which is not told by its name: a URL may have a password in it."""
        whole = place if "://" in place else str(Path(place).absolute())
        named = f"{self.kind}-{sha256(whole.encode()).hexdigest()[:KNOWN]}.json"
        return self.folder / named if self.folder else None

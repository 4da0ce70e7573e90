"""How one run of the program ended, and what it wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ran:
    """One run of the program."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """Standard output as JSON."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def table(self) -> str:
        """Standard output as CSV, without the mark of UTF-8 with which it begins."""
        assert self.out.startswith("\ufeff")
        return self.out.removeprefix("\ufeff")

    @property
    def items(self) -> list[dict[str, Any]]:
        """The items of the JSON document."""
        items = self.document["items"]
        assert isinstance(items, list)
        return items


Run = Callable[..., Ran]

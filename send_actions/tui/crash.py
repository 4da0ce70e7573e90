"""What is kept when the app breaks: where it broke and how, never the values that were in hand."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path


def keep_report(error: BaseException) -> Path | None:
    """Write the error's lines to a file only its owner can read; None when even that fails.

    No local variables and no text of the error itself: both may hold a name or a password.
    """
    lines = [f"send-actions stopped: {type(error).__name__}\n", *_places(error)]
    try:
        handle, name = tempfile.mkstemp(prefix="send-actions-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(lines)
    except OSError:
        return None
    return Path(name)


def sentence(error: BaseException, report: Path | None) -> str:
    """What the person reads."""
    kept = f" What happened is kept in {report}." if report else ""
    return (
        f"send-actions met a fault of its own ({type(error).__name__}) and has stopped. "
        f"Your plan is as it was after its last saved change.{kept}"
    )


def _places(error: BaseException) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}\n")
        lines += traceback.format_list(traceback.extract_tb(cause.__traceback__))
        cause = cause.__cause__ or cause.__context__
    return lines

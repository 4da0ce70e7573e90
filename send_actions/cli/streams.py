"""The standard streams as every command finds them: open, in UTF-8, and each failing in its own way.

Standard output that takes no more is a refusal: what was asked for did not arrive. Standard error that takes
no more is nothing to speak of: what it would have said alters neither the plan nor the exit code.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from send_actions.errors import SendActionsError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Outlet(io.FileIO):
    """The end of a stream where bytes leave the program; once it has failed it takes all and does nothing."""

    def __init__(self, descriptor: int, *, is_output: bool) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self._is_output = is_output
        self._has_failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Write bytes; raises SendActionsError when standard output takes no more."""
        if not self._has_failed:
            try:
                return super().write(data)
            except OSError as error:
                self._has_failed = True
                if self._is_output:
                    raise SendActionsError(f"The output could not be written: {error.strerror}.") from error
        return memoryview(data).nbytes


@contextmanager
def standard_streams() -> Iterator[None]:
    """Have standard streams to read from and write to, whatever the program was started with."""
    kept = sys.stdin, sys.stdout, sys.stderr
    _open_closed()
    sys.stdout, sys.stderr = _safe(sys.stdout, is_output=True), _safe(sys.stderr, is_output=False)
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def _open_closed() -> None:
    """Put something in the place of closed streams, lest the plan's file be opened as one of them.

    It can only be read, so that writing to it fails as writing to a closed stream does.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDONLY)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _safe(stream: TextIO, *, is_output: bool) -> TextIO:
    """Return a stream that refuses no character: UTF-8 in files and pipes, "?" on a terminal that lacks it.

    A stream that is no file of the system, such as Windows' console, is taken as it is.
    """
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # without a buffer of its own where Python was told so
    is_terminal = stream.isatty()
    how: dict[str, Any] = {"errors": "replace" if is_terminal else "backslashreplace"}
    if not is_terminal:
        how["encoding"] = "utf-8"
    if type(raw) is io.FileIO:
        stream.flush()
        outlet = io.BufferedWriter(_Outlet(raw.fileno(), is_output=is_output))
        buffered_by_line = is_terminal or not is_output
        how.setdefault("encoding", stream.encoding)
        return io.TextIOWrapper(outlet, line_buffering=buffered_by_line, **how)
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(**how)
    return stream

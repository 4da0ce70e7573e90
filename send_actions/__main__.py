"""Where send-actions starts, and the one place where everything that can go wrong gets its exit code."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, TextIO

from send_actions.errors import SendActionsError, UsageError

COMPLETION: Final = "_SEND_ACTIONS_COMPLETE"
"""The variable by which a shell asks what may be typed next."""

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO})


class Code(IntEnum):
    """What the exit codes mean (PRODUCT section 7)."""

    FINE = 0
    REFUSED = 1
    WRONG_USAGE = 2
    BUG = 3
    INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run send-actions with the arguments given, else those of the command line; returns the exit code."""
    gc.disable()  # a command is over before its memory wants tidying: a tenth of its time
    _settle(sys.stdout)
    _settle(sys.stderr)
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except UsageError as error:
        code = _said(str(error), Code.WRONG_USAGE)
    except SendActionsError as error:
        code = _said(str(error), Code.REFUSED)
    except BrokenPipeError:
        code = _hushed()
    except KeyboardInterrupt:
        code = Code.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the outer edge: a bug is told in one line
        code = _broken(error)
    return code


def _run(arguments: Sequence[str]) -> int:
    """Answer a shell, open the app before the command line is loaded, or run a command."""
    if os.environ.get(COMPLETION):
        from send_actions.cli.app import complete

        complete()
        return Code.FINE
    if not arguments:
        from send_actions.cli.commands.open_app import open_app

        return open_app(None)
    from send_actions.cli.app import run

    return run(arguments)


def _settle(stream: TextIO) -> None:
    """Let no character be refused: UTF-8 in files and pipes, a question mark on a terminal that lacks it."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _said(sentence: str, code: Code) -> int:
    """Say one line on standard error."""
    from send_actions.domain.text import printable

    sys.stderr.write(f"{printable(sentence)}\n")
    return code


def _broken(error: Exception) -> int:
    """Say in one line that the output has no room, else that this is a bug and where its log is."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        _hushed()
        return _said(f"The output could not be written: {error.strerror}.", Code.REFUSED)
    from send_actions.tui import crash

    return _said(crash.sentence(error, crash.keep_report(error)), Code.BUG)


def _hushed() -> int:
    """Leave nothing that the end of the program would try to write to a place that takes no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Code.FINE


if __name__ == "__main__":
    sys.exit(main())

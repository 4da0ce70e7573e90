"""Where send-actions starts, and the one place where everything that can go wrong gets its exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from send_actions.cli.streams import standard_streams
from send_actions.errors import SendActionsError, UsageError

COMPLETION: Final = "_SEND_ACTIONS_COMPLETE"
"""The variable by which a shell asks what may be typed next."""


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
    with standard_streams():
        code = _code(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()  # nor is all that it read looked through once more when Python ends
    return code


def _code(arguments: Sequence[str]) -> int:
    """Run, say in one line what went wrong, and return the exit code."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except UsageError as error:
        code = _said(str(error), Code.WRONG_USAGE)
    except SendActionsError as error:
        code = _said(str(error), Code.REFUSED)
    except KeyboardInterrupt:
        code = Code.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the outer edge: a bug is told in one line
        from send_actions.tui import crash

        code = _said(crash.sentence(error, crash.keep_report(error)), Code.BUG)
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


def _said(sentence: str, code: Code) -> int:
    """Say one sentence on standard error."""
    from send_actions.cli.terminal import tell

    tell(sentence)
    return code


if __name__ == "__main__":
    sys.exit(main())

"""The command of a stamp, read back from the words of a file: what is asked for, and its hash."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError, UsageError
from send_actions.papers.kinds import KINDS
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.stamp import DIGEST_LENGTH

_LONGEST: Final = 2000
"""Characters of a command; no paper of ours has more."""
_BEGINS: Final = "send-actions report "
_STAMP: Final = re.compile(
    rf"(?P<words>.{{1,{_LONGEST}}}?)(?: \| | ?Content: )(?P<digest>[0-9a-f]{{{DIGEST_LENGTH}}})(?![0-9a-f])"
)
_DATED: Final = {"--as-at", "--record", "--audience"}


class StampRead(NamedTuple):
    """A stamp as a file has it: its command, and the hash of what the paper said."""

    command: str
    digest: str


class PaperRead(NamedTuple):
    """What a stamp's command asks for."""

    request: PaperRequest
    as_at: date
    record: int


def find_stamp(texts: Iterable[str]) -> StampRead | None:
    """Return the stamp in the first of the texts that has one: the last there, as a paper ends with its own.

    A line may be broken anywhere between two words.
    """
    for text in texts:
        _, *parts = " ".join(text.split()).split(_BEGINS)
        for part in reversed(parts):
            if found := _STAMP.match(part):
                return StampRead(f"{_BEGINS}{found['words'].strip()}", found["digest"])
    return None


def read_command(command: str) -> PaperRead:
    """Return what a command asks for; it is read as words alone and never run.

    Raises SendActionsError for one that asks for no paper of ours.
    """
    try:
        kind, *typed = shlex.split(command)[2:]
        named = dict(_named(kind, iter(typed)))
        request = PaperRequest(
            kind,
            Audience(named["--audience"]),
            tuple((name, value) for name, value in named.items() if name not in _DATED),
        )
        return PaperRead(request, date.fromisoformat(named["--as-at"]), int(named["--record"]))
    except (ValueError, LookupError) as error:
        told = printable(cut(command, 200))
        raise SendActionsError(
            f"The file's stamp cannot be read: “{told}”. It was changed, or written by another version."
        ) from error


def _named(kind: str, typed: Iterator[str]) -> Iterator[tuple[str, str]]:
    """The words of a command by the names they stand for; raises LookupError for one not taken."""
    if kind not in KINDS:
        raise UsageError(
            f'The file is a paper of a kind that this version does not make: "{printable(cut(kind, 40))}".'
        )
    options = {name for name in KINDS[kind].takes if name.startswith("--")} | _DATED
    arguments = [name for name in KINDS[kind].takes if name not in options]
    are_options = True
    for word in typed:
        name, is_joined, value = word.partition("=")
        if are_options and word == "--":
            are_options = False
        elif are_options and name.startswith("--"):
            if name not in options:
                raise LookupError(name)
            yield name, value if is_joined else next(typed, "")
        else:
            yield arguments.pop(0), word

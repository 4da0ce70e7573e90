"""What is asked for when a paper is made: its kind, for whom, and what it is about."""

from __future__ import annotations

from shlex import quote
from typing import NamedTuple

from send_actions.reports.audience import Audience


class PaperRequest(NamedTuple):
    """A kind of paper, its audience, and what it is about by name: an argument, or an option with dashes."""

    kind: str
    audience: Audience
    subject: tuple[tuple[str, str], ...] = ()

    @property
    def command(self) -> str:
        """The words of the command that makes it, without its date and record."""
        typed = [self.kind]
        for name, value in self.subject:
            if value:
                typed += [name, quote(value)] if name.startswith("--") else [quote(value)]
        return " ".join(["report", *typed, "--audience", self.audience.value])

"""What is asked for when a paper is made: its kind, for whom, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from shlex import quote
from typing import Final

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.text import single_spaced
from send_actions.reports.audience import Audience

Subject = tuple[tuple[str, str], ...]
"""What a paper is about, by name: an argument, or an option with dashes."""

SHOWN: Final = "shown"
"""In the place of a day to compare with: what the last meeting was shown."""


def about_meeting(plan: Plan, meeting: Meeting) -> Subject:
    """What a paper of a plan's meeting is about: its day, and its series where that is not the main one."""
    series = "" if meeting.series == plan.main_series else meeting.series
    return ("when", meeting.on.isoformat()), ("--series", series)


@dataclass(frozen=True)
class PaperRequest:
    """A kind of paper, its audience, and what it is about by name: an argument, or an option with dashes.

    Several spaces in a row are one, as in the stamp of a paper whose lines another program has broken.
    """

    kind: str
    audience: Audience
    subject: Subject = ()

    def __post_init__(self) -> None:
        """Write each value with single spaces."""
        told = tuple((name, single_spaced(value)) for name, value in self.subject)
        object.__setattr__(self, "subject", told)

    def command_at(self, as_at: date, record: int) -> str:
        """The words that make it again as at a date and record, as one types them to a shell."""
        typed, last = [self.kind], []
        for name, value in self.subject:
            if not value:
                continue
            if name.startswith("--"):
                typed.append(f"{name}={quote(value)}" if value.startswith("-") else f"{name} {quote(value)}")
            elif value.startswith("-"):
                last += ["--", quote(value)]  # else it would be taken for an option
            else:
                typed.append(quote(value))
        dated = ["--audience", self.audience.value, "--as-at", as_at.isoformat(), "--record", str(record)]
        return " ".join(["send-actions", "report", *typed, *dated, *last])

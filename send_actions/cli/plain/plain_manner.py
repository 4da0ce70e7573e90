"""How what follows is said: heard in which way and from whom, and for which day."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from send_actions.cli.plain.sitting import Memory, Sitting
from send_actions.cli.spoken import ask_for, say
from send_actions.domain.plan.vocabulary import Heard
from send_actions.domain.text import fold
from send_actions.domain.words.choices import read_heard
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.past_days import read_past_day

WAYS: Final = "return, e-mail, meeting or judgement"

_PARTS: Final = re.compile(r"\s*(?:,|\bfrom\b)\s*")


def ask_heard(memory: Memory) -> None:
    """Ask in one answer how what follows is heard, and from whom; nothing leaves it unsaid."""
    helped = (
        f"How: {WAYS}. From whom stands behind it; without, it is each action's lead.",
        "Enter alone leaves it unsaid.",
    )
    typed = ask_for(f"Heard how and from whom, such as meeting, Head of SEND ({WAYS})", _read, helped=helped)
    memory.heard, memory.heard_from = _read(typed) if typed else (None, "")
    if memory.heard is None:
        say("How it was heard is not said.")
        return
    whom = memory.heard_from or "each action's lead"
    says_whom = "" if memory.heard is Heard.JUDGEMENT else f" from {whom}"
    say(f"What follows is heard by {memory.heard.value}{says_whom}, until you say otherwise.")


def ask_day(sitting: Sitting) -> None:
    """Ask for which day what follows is said; nothing is today again."""
    memory = sitting.memory
    with sitting.plan() as view:
        today, last = view.today, view.plan.last_meeting
    read = partial(read_past_day, today=today, last=lambda: last)
    typed = ask_for("For which day? A date, or last for the last meeting; Enter for today", read)
    day = read(typed) if typed else today
    memory.on = day if day < today else None
    say(
        f"What follows is said for {say_date(memory.on)}, until you say otherwise."
        if memory.on
        else "For today."
    )


def _read(text: str) -> tuple[Heard, str]:
    """Return how and from whom; raises UsageError for a way that there is not."""
    how, *whom = _PARTS.split(text.strip(), maxsplit=1)
    if fold(how).startswith("by "):
        how = how[3:]
    heard = read_heard(how)
    return heard, "" if heard is Heard.JUDGEMENT else "".join(whom)

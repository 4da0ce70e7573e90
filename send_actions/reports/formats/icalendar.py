"""The days of a document as an iCalendar file (RFC 5545): all-day events that block nobody's time."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import Final

from icalendar import Calendar, Event

from send_actions.errors import UsageError
from send_actions.reports.document import Document, Entry
from send_actions.reports.formats.text_lines import lines_of, one_line

PRODUCT: Final = "-//send-actions//papers//EN"

_KEY_LENGTH: Final = 32


def render(document: Document) -> str:
    """The calendar of a document's days; the same document gives the same text.

    An event has the same UID in every paper of its plan, so that a calendar that has it takes it anew. Raises
    UsageError for a document without days.
    """
    if not document.entries:
        raise UsageError(
            f"There is no day to come in “{one_line(document.title)}” to put into a calendar: write it as "
            "another format, or add a meeting or a due date."
        )
    first = min(entry.on for entry in document.entries)
    made = datetime.combine(document.as_at or first, time(), UTC)
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", one_line(document.title))
    for entry in document.entries:
        calendar.add_component(_event(entry, made))
    text: str = calendar.to_ical(sorted=False).decode("utf-8")
    return text


def _event(entry: Entry, made: datetime) -> Event:
    event = Event()
    event.add("UID", f"{sha256(entry.key.encode()).hexdigest()[:_KEY_LENGTH]}@send-actions")
    event.add("DTSTAMP", made)
    event.add("DTSTART", entry.on)
    event.add("DTEND", entry.on + timedelta(days=1))
    event.add("SUMMARY", one_line(entry.title))
    if entry.about.strip():
        event.add("DESCRIPTION", "\n".join(lines_of(entry.about)))
    event.add("TRANSP", "TRANSPARENT")
    return event

"""Files of text alone as they are seen, CSV, JSON, plain text and e-mail: words without structure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from send_actions.reports.reading.guarded import damage, decoded
from send_actions.reports.reading.seen import Seen


def see_text(content: bytes, called: str) -> Seen:
    """Return the lines of a .txt file."""
    return Seen(lines=_lines(decoded(content, called)))


def see_csv(content: bytes, called: str) -> Seen:
    """Return the cells of a .csv file."""
    text = decoded(content, called)
    try:
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    except csv.Error as error:
        raise damage(called) from error
    return Seen(lines=tuple(line for cell in cells for line in _lines(cell)))


def see_json(content: bytes, called: str) -> Seen:
    """Return every text in a .json file, the names of values left out."""
    try:
        document = json.loads(decoded(content, called))
    except (ValueError, RecursionError) as error:
        raise damage(called) from error
    return Seen(lines=tuple(line for text in _texts(document) for line in _lines(text)))


def see_email(content: bytes, called: str) -> Seen:
    """Return the words of an .eml file: its subject, its text, and what it says of itself in its head."""
    from email import message_from_bytes
    from email.policy import default

    try:
        message = message_from_bytes(content, policy=default)
        body = message.get_body(("plain", "html"))
        words = body.get_content() if body else ""
        subject, keywords = (str(message.get(name, "")) for name in ("Subject", "Keywords"))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise damage(called) from error
    lines = tuple(line for text in (subject, words) for line in _lines(str(text)))
    return Seen(lines=lines, keywords=keywords)


def _texts(document: Any) -> Iterator[str]:
    """Every text in a value, however deep; what is not yet looked at waits."""
    waiting = [document]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += reversed(list(one.values()))
        elif isinstance(one, list):
            waiting += reversed(one)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())

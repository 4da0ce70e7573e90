"""What a report to a council has in front whatever it is about: its number and its purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from send_actions.reports.document import Document

NUMBER: Final = "--number"
"""What a request calls the number of a report, where its kind takes one."""

PURPOSES: Final[Mapping[str, str]] = {
    "impact": "To show what difference the work in one area makes, and what shows it.",
    "stocktake": "To show how the plan went over several boards and what difference it made.",
    "evidence": "To show what proves that actions were done or made a difference, and where nothing does.",
    "coverage": "To show which actions answer each finding of an inspection or review, and where none does.",
    "full": "To set out the whole plan as it stands, to look things up in.",
    "handover": "To tell whoever takes the plan over who leads what, what is urgent and what to do first.",
}
"""The purpose of each kind that is the same in all its papers; others say their own, or are no reports."""


def with_front(document: Document, kind: str, number: str) -> Document:
    """The document with the number that its council gives it, and its purpose, before its other facts."""
    front = {"Report number": number, "Purpose": PURPOSES.get(kind, "")}
    told = tuple((label, words) for label, words in front.items() if words.strip())
    return replace(document, facts=(*told, *document.facts)) if told else document

"""What a report has in front whatever it is about: its number, its purpose and which board it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from send_actions.reports.document import Document
from send_actions.reports.sections.review.review_front import FOR

NUMBER: Final = "--number"
"""What a request calls the number of a report, where its kind takes one."""

SERIES: Final = "--series"
"""What a request calls the series of meetings that a paper goes to, when not the plan's main one."""

PURPOSES: Final[Mapping[str, str]] = {
    "impact": "To show what difference the work in one area makes, and what shows it.",
    "stocktake": "To show how the plan went over several boards and what difference it made.",
    "evidence": "To show what proves that actions were done or made a difference, and where nothing does.",
    "journey": "To show how each area stood at every board, and how it stands now.",
    "coverage": "To show which actions answer each finding of an inspection or review, and where none does.",
    "full": "To set out the whole plan as it stands, to look things up in.",
    "handover": "To tell whoever takes the plan over who leads what, what is urgent and what to do first.",
}
"""The purpose of each kind that is the same in all its papers; others say their own, or are no reports."""


def with_front(document: Document, kind: str, number: str, readers: str = "") -> Document:
    """The document with the number that its council gives it, and its purpose, before its other facts.

    Where `readers` are given it is for them, and not for the board of the plan's main series.
    """
    front = {"Report number": number, "Purpose": PURPOSES.get(kind, "")}
    told = tuple((label, words) for label, words in front.items() if words.strip())
    facts = document.facts
    if readers:
        facts = tuple((label, readers if label == FOR else words) for label, words in facts)
    return replace(document, facts=(*told, *facts)) if told or readers else document

"""What leads from a heading to its table, and so stays on one page with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.reports.document import BulletList, Heading, NumberedList, Table
from send_actions.reports.formats.points import Point

LONGEST_LEAD: Final = 6
"""Paragraphs and items between a heading and its table that stay on one page with it."""


def leads_of(chapter: Sequence[Point]) -> list[bool]:
    """Of each block, whether it is a short lead from a heading to its table."""
    leads = [False] * len(chapter)
    since, lines = None, 0
    for place, block in enumerate(point.block for point in chapter):
        if isinstance(block, Table):
            if since is not None and lines <= LONGEST_LEAD:
                leads[since:place] = [True] * (place - since)
            since = None
        elif isinstance(block, Heading):
            since, lines = place, 0
        else:
            lines += len(block.items) if isinstance(block, BulletList | NumberedList) else 1
    return leads

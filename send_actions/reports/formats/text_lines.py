"""Texts on lines: spaces single, controls as pictures, and each line for itself or all on one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from send_actions.domain.text import printable
from send_actions.reports.document import Run

_LINE_ENDS: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES: Final = re.compile(r"\s+")
_IN_XML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def lines_of(text: str) -> list[str]:
    """The lines of a text, spaces single and controls as pictures; a line may be empty."""
    if text.isprintable() and "  " not in text:
        return [printable(text)]
    return [printable(_SPACES.sub(" ", line)) for line in _LINE_ENDS.split(text)]


def full_lines(text: str) -> list[str]:
    """The lines of a text that say something, without spaces at their ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        said = text.strip(" ")
        return [said] if said else []
    return [line for line in map(str.strip, lines_of(text)) if line]


@lru_cache(maxsize=1 << 12)
def said_lines(text: str) -> str:
    """The lines of a text that say something, as one text."""
    return "\n".join(full_lines(text))


@lru_cache(maxsize=1 << 12)
def one_line(text: str) -> str:
    """A text on one line: what stood on several is parted by a stroke."""
    return " / ".join(full_lines(text))


def lines_of_runs(runs: Iterable[Run]) -> list[list[tuple[Run, str]]]:
    """The lines of a paragraph that say something, each as pieces of its runs, without spaces at its ends."""
    lines: list[list[tuple[Run, str]]] = [[]]
    for run in runs:
        first, *others = lines_of(str(run))
        lines[-1].append((run, first))
        lines += ([(run, part)] for part in others)
    return [kept for line in lines if (kept := _trimmed(line))]


def in_xml(text: str) -> str:
    """A text between the tags of XML; the standard library's own way loads what fetches from the network."""
    return text.translate(_IN_XML)


def _trimmed(line: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    said = [place for place, (_, text) in enumerate(line) if text.strip()]
    if not said:
        return []
    kept = [(run, text) for run, text in line[said[0] : said[-1] + 1] if text]
    kept[0] = (kept[0][0], kept[0][1].lstrip())
    kept[-1] = (kept[-1][0], kept[-1][1].rstrip())
    return kept

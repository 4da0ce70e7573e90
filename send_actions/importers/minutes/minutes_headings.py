"""Headings of minutes that name an action of the plan by its ref: what stands below is about that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from send_actions.domain.text import match_key
from send_actions.importers.minutes.minutes_lines import MinuteLine
from send_actions.importers.minutes.minutes_marks import list_style
from send_actions.importers.minutes.minutes_words import read_task
from send_actions.importers.refs.likeness import ALIKE, likeness, title_words

_REF_ABOVE: Final = re.compile(
    r"(?:(?P<word>(?i:action|ref(?:erence)?|recommendation|item))\s+)?"
    r"(?P<ref>[A-Z]{0,5}-?\d+(?:\.\d+)*[A-Za-z]?)(?:\s*[:–—-]\s*|[.)]?\s+|\s*$)(?P<title>.*)",
    re.DOTALL,
)
_OTHER: Final = re.compile(
    r"(?:item |agenda item )?\d+(?:\.\d+)*[.):]?\s+[A-Z][^.;!?]{2,60}"
    r"|any other business.*|aob|date of (?:the )?next meeting.*",
    re.IGNORECASE,
)
"""What heads another item of a meeting, where nothing is to be done in it."""

_LONGEST: Final = 120


class Above(NamedTuple):
    """What a heading names: the ref of an action, and whether it says nothing else than its title."""

    ref: str
    is_bare: bool


def refs_above(
    lines: Sequence[MinuteLine], titles: Mapping[str, str], found: set[int]
) -> tuple[dict[int, str], set[int]]:
    """Return the ref of the heading above each line, by its number, and the lines that are only headings.

    `titles` are those of the plan's actions by ref, `found` the lines in which something is to be done.
    """
    told = [line for line in lines if line.text.strip()]
    refs: dict[int, str] = {}
    bare: set[int] = set()
    ref = ""
    for line, after in zip_longest(told, told[1:]):
        text = line.text.strip()
        if above := _above(text, after.text if after else "", titles):
            ref = above.ref
            bare |= {line.number} if above.is_bare else set()
        elif line.number not in found and (_OTHER.fullmatch(text) or text.isupper()):
            ref = ""
        if ref:
            refs[line.number] = ref
    return refs, bare


def _above(text: str, after: str, titles: Mapping[str, str]) -> Above | None:
    """Return what a line names as a heading does: an action by its ref and title, or with a list below."""
    named = _REF_ABOVE.fullmatch(text) if len(text) <= _LONGEST else None
    if named is None:
        return None
    ref, title, is_action = named["ref"], named["title"].strip(), (named["word"] or "").lower() == "action"
    known = titles.get(match_key(ref))
    if known is not None and (title or named["word"]):
        words, own = title_words(title), title_words(known)
        if words <= own:
            return Above(ref, is_bare=True)
        if likeness(title, known, {}) >= ALIKE:
            return Above(ref, is_bare=False)
    if is_action and "." in ref and list_style(after) and read_task(title) is None:
        return Above(ref if known is not None else "", is_bare=True)
    return None

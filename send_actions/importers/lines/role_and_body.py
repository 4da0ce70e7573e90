"""The role and the organisation in one cell, where the heading says both: “Lead / Organisation”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from send_actions.domain.words.owners import is_organisation
from send_actions.domain.words.several_owners import split_owners

_ROLE: Final = (
    r"\b(?:leads?|owners?|officers?|responsible|responsibility|who|roles?|persons?|names?|managers?)\b"
)
_BODY: Final = r"\b(?:organisations?|orgs?|agency|agencies|body|employers?)\b"
_BETWEEN: Final = r"\s*(?:/|&|\+|,|\(|[–—-]|\band\b)\s*(?:the |their |lead |partner |responsible )*"
_BOTH: Final = re.compile(rf"(?P<role>{_ROLE}){_BETWEEN}{_BODY}|{_BODY}{_BETWEEN}(?:\w+ )*{_ROLE}")
_APART: Final = re.compile(r"\n|\s*/\s*|\s+[–—-]\s+|\s*[(,;]\s*(?=[^(,;/]+\)?$)")
_POST: Final = re.compile(
    r"\b(?:head|director|manager|lead|leader|officer|chair|nurse|adviser|coordinator|psychologist|deputy"
    r"|commissioner|senco|principal)\b",
    re.IGNORECASE,
)
_TWO: Final = 2


@lru_cache(maxsize=256)
def order_in(heading: str) -> int:
    """Return the place of the role in the cells of a heading that says both, 0 or 1; -1 for any other."""
    match = _BOTH.search(heading.casefold())
    return -1 if match is None else 0 if match["role"] else 1


def role_and_body(cell: str, role_at: int) -> tuple[str, str] | None:
    """Return the role and the organisation of a cell; None where it has not just one of each.

    Which part is which its words say, else the order of the heading.
    """
    parts = [part.strip(" ()\t") for part in _APART.split(cell.strip())]
    parts = [part for part in parts if part]
    if len(parts) != _TWO:
        return None
    are_posts = [bool(_POST.search(part)) for part in parts]
    are_bodies = [is_organisation(part) for part in parts]
    if all(are_posts) or all(are_bodies):
        return None
    role = role_at
    if are_posts[0] is not are_posts[1]:
        role = are_posts.index(True)
    elif are_bodies[0] is not are_bodies[1]:
        role = are_bodies.index(False)
    body = parts[1 - role]
    return (parts[role], body) if len(split_owners(body) or [body]) == 1 else None

"""A plan in which nobody's name or address is left in anybody's words: their role stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, TypeVar

from send_actions.domain.noun import Noun
from send_actions.domain.plan import Owner, Plan
from send_actions.domain.words.people import looks_like_person

_Any = TypeVar("_Any", bound=Noun)

_ADDRESS: Final = re.compile(r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")

NO_ADDRESS: Final = "(e-mail address left out)"
"""What stands where an e-mail address was."""


ROLE_WANTED: Final = "Role to be given"
"""What stands where an owner is called by a person's name and no role is known."""


def called_by_name(owner: Owner) -> bool:
    """Say whether a person's name stands where an owner's role should."""
    return _is_person(owner.role)


@lru_cache(maxsize=1 << 12)
def _is_person(role: str) -> bool:
    return looks_like_person(role)


def nobody_named(plan: Plan, owners: Iterable[Owner]) -> Plan:
    """The plan with roles where the names of owners stand in its words, and no e-mail address anywhere.

    Only whole names are known again, as in "Alex Example"; a forename alone is a word like others.
    """
    return reworded(plan, without_names(owners))


def without_names(owners: Iterable[Owner]) -> Callable[[str], str]:
    """What puts the roles of owners where their names stand in a text, and takes out e-mail addresses.

    Of two who bear one name the first is meant.
    """
    roles: dict[str, str] = {}
    for one in owners:
        is_by_name = called_by_name(one)
        for name in (one.name, one.role if is_by_name else ""):
            if len(name.split()) > 1:
                roles.setdefault(_key(name), ROLE_WANTED if is_by_name else one.role)
    longest_first = sorted(roles, key=len, reverse=True)
    spelt = (r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE) if roles else None

    def without(text: str) -> str:
        if names:
            text = names.sub(lambda found: roles[_key(found[0])], text)
        return _ADDRESS.sub(NO_ADDRESS, text) if "@" in text else text

    return without


def reworded(noun: _Any, change: Callable[[str], str], keep: Collection[str] = ()) -> _Any:
    """A value with all its text changed but that of the fields to keep; itself where nothing was."""
    changed = {}
    for name in type(noun).__annotations__:
        value = getattr(noun, name)
        new = value if name in keep else _changed(value, change, keep)
        if new is not value:
            changed[name] = new
    return replace(noun, **changed) if changed else noun


def texts_of(noun: Noun) -> list[str]:
    """All the texts in a value, as they are."""
    texts: list[str] = []

    def kept(text: str) -> str:
        texts.append(text)
        return text

    reworded(noun, kept)
    return texts


def _changed(value: Any, change: Callable[[str], str], keep: Collection[str]) -> Any:
    if type(value) is str:
        new = change(value)
        return value if new == value else new
    if isinstance(value, Noun):
        return reworded(value, change, keep)
    if isinstance(value, tuple):
        values = tuple(_changed(one, change, keep) for one in value)
        return value if all(new is old for new, old in zip(values, value, strict=True)) else values
    return value


def _key(name: str) -> str:
    return " ".join(name.casefold().split())

"""Who minutes name: a role, a body or a person, and what is none of these."""

from __future__ import annotations

import re
from typing import Final

from send_actions.domain.text import fold
from send_actions.domain.words.owners import is_nobody, is_organisation
from send_actions.domain.words.people import looks_like_person
from send_actions.importers.minutes.minutes_marks import HEADING

_LONGEST_WHO: Final = 10
_FEW: Final = 5
_PARTY_WORDS: Final = """
adviser advisers advisor all board cabinet chair chairman chairs clerk colleagues commissioner commissioners
committee coordinator council director directors executive forum governors group head heads headteacher
headteachers lead leads leaders manager managers members officer officers panel partners partnership
practitioners principal principals psychologist schools secretary senco sencos sendco service services
subgroup team teams trust vice-chair vice-chairman workstream
"""
"""Words by which minutes call those who are to do something."""
_JOINING_WORDS: Final = "and both for in local of other the their three to two with"
_JOINING: Final = frozenset(_JOINING_WORDS.split())
_ARTICLE: Final = re.compile(r"(?i:an|this|that|it|there|these|we|in|at|for|on)\b|[Aa] (?![A-Z])")
"""What begins words of a thing, and not of somebody; an initial ("A Example") is no article."""
_VERB_WORDS: Final = """
advised agreed are asked be been by considered discussed explained had has have heard is noted presented
reported said stated that thanked was welcomed were which will would
"""
"""Words that no name of an office has: where one stands, more than who is to do something was read."""
VERBS: Final = frozenset(_VERB_WORDS.split())
_NEGATIONS: Final = frozenset(("cannot", "neither", "never", "no", "nobody", "none", "nor", "not"))
_PARTIES: Final = frozenset(_PARTY_WORDS.split())
INITIALS: Final = re.compile(r"[A-Z][a-z]?[A-Z]{1,4}(?: ?[/&,] ?[A-Z][a-z]?[A-Z]{1,4})*")
_NUMBERED: Final = re.compile(
    r"(?:(?:actions?|ap|item|ref|no)\b[. ]*)+\d[\d./-]*[a-z]?\b\s*[–—:-]?\s*"
    r"|\d[\d./]*\s*(?:[–—:]| -)\s*",
    re.IGNORECASE,
)
"""The number of an action in the minutes, where it stands before who is to do it."""

_NO_OWNERS: Final = frozenset(
    ("not", "no", "nil", "none", "log", "aob", "noted", "agreed", "resolved", "minutes")
)


def read_who(words: str) -> tuple[str, bool]:
    """Return the role that words name, and whether a person's name stood there, which is left out."""
    text = _NUMBERED.sub("", words.strip(" ,;:.–-"), count=1) if _NUMBERED.match(words.strip()) else words
    text = re.sub(r"^(?:the|our)\s+", "", text.strip(" ,;:.–-"), flags=re.IGNORECASE)
    parts = [part.strip() for part in re.split(r"[,()]", text) if part.strip()]
    parts = [one for part in parts for one in (part.split(" and ") if is_name(part) else [part])]
    parts = [part for part in parts if not (is_nobody(part) or _is_no_owner(part))]
    roles = [part for part in parts if not is_name(part)]
    return (", ".join(roles), len(roles) < len(parts))


def names_party(words: str) -> bool:
    """Say whether words name somebody who may do or ask something: a role, a body or a person."""
    return party(words, is_told=False) is not None


def asks(who: str, joined: str | None) -> bool:
    """Say whether words name who asks; where it is `joined` to what they did before, they begin so."""
    told = who.split()
    first = (" ".join(told[:count]) for count in range(1, min(len(told), _FEW) + 1)) if joined else ()
    return names_party(who) or any(map(names_party, first))


def may_be_who(words: str) -> bool:
    """Say whether words that stand where somebody is named may be who it is: a role, initials or a name."""
    return len(words.split()) <= _FEW and party(words, is_told=True) is not None


def party(words: str, *, is_told: bool) -> tuple[str, bool] | None:
    """Return who words name, with whether by name; None where they name nobody who could do anything."""
    who, is_named = read_who(words)
    count = len(words.split())
    if (
        count > _LONGEST_WHO
        or not (who or is_named)
        or not (VERBS | _NEGATIONS).isdisjoint(fold(words).split())
    ):
        return None
    is_party = is_named or (is_role(who) and (is_told or is_titled(who)))
    is_article = _ARTICLE.match(words.strip())
    if is_article or not (is_party or (is_told and _may_be_role(who))):
        return None
    return who, is_named


def is_role(words: str) -> bool:
    """Say whether words call somebody as minutes do: an officer, a body or an organisation."""
    told = re.findall(r"[\w’'-]+", words)
    return any(fold(word) in _PARTIES for word in told) or is_organisation(words)


def is_titled(words: str) -> bool:
    """Say whether words are such as offices have: in capitals, or joining them, or calling parties."""
    return all(not word[0].islower() or word in _JOINING or fold(word) in _PARTIES for word in words.split())


def _may_be_role(words: str) -> bool:
    """Whether words before "to" are some office's, such as initials, rather than a thing."""
    return re.fullmatch(r"[A-Z][A-Za-z&/.]{1,7}(?:(?: and |, |/)[A-Z][A-Za-z&/.]{1,7})*", words) is not None


def is_name(words: str) -> bool:
    """Say whether words are a person's name."""
    if looks_like_person(words):
        return True
    told = words.split()
    is_two = len(told) in (2, 3) and all(re.fullmatch(r"[A-Z][a-z’'-]+", word) for word in told)
    return is_two and not is_role(words)


def _is_no_owner(words: str) -> bool:
    """Whether words that stand where an owner does are a number or a heading."""
    told = re.findall(r"[^\W\d_]+", words)
    is_capitals = len(told) > 1 and words.isupper() and max(map(len, told)) > _FEW
    is_heading = HEADING.fullmatch(words.strip()) or (is_capitals and not is_role(words))
    return not told or fold(words.strip(" .")) in _NO_OWNERS or bool(is_heading)

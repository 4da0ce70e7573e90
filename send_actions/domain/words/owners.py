"""Owners as people write them: what is an organisation, who is nobody, and who is nearly one we know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Final

from send_actions.domain.plan.entities import Owner
from send_actions.domain.text import clean, fold

_NOBODY: Final = frozenset(
    {
        *("tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be appointed", "to be decided"),
        *("to be recruited", "to be identified", "to be allocated", "awaiting appointment", "recruiting"),
        *("vacant", "vacancy", "vacant post", "post vacant", "currently vacant", "unfilled", "unassigned"),
        *("all", "all partners", "all leads", "all agencies", "everyone", "everybody", "various", "multiple"),
        *("na", "none", "nobody", "no one", "no lead", "not applicable", "not known", "unknown"),
        "not assigned",
    }
)
_TOPICS: Final = frozenset(
    {
        *("send", "sen", "sencos", "senco", "ehc", "ehcp", "ehcps", "ehcna", "ehca", "asd", "asc", "adhd"),
        *("semh", "slcn", "salt", "slt", "ot", "pfa", "ap", "ey", "eyfs", "it", "ict", "hr", "qa", "pr"),
        "dco",
        *("dmo", "dsco", "ks1", "ks2", "ks3", "ks4", "cin", "cla", "lac", "neet", "ehe", "rag", "hcp", "sro"),
    }
)
"""What is written in capitals and names what somebody looks after, not for whom they work."""

_BODIES: Final = frozenset(
    {
        *("council", "borough", "county", "trust", "nhs", "icb", "ccg", "university", "ofsted", "dfe"),
        *("forum", "partnership", "hospital", "charity", "ltd", "cic", "constabulary", "police", "authority"),
        *("federation", "sendiass", "pcf", "healthcare", "foundation", "consortium"),
    }
)
_WHOLE_BODIES: Final = frozenset({"school", "academy", "college", "nursery"})
_HELPS: Final = re.compile(r"(?:with|supported by|in partnership|jointly|alongside)\b")
_POSTS: Final = frozenset(
    {
        *("chair", "lead", "leader", "manager", "officer", "head", "director", "nurse", "adviser", "advisor"),
        *("coordinator", "co-ordinator", "representative", "rep", "chief", "commissioner", "psychologist"),
    }
)
"""What ends the name of a post, also one within an organisation: PCF Chair."""

_CAPITALS: Final = re.compile(r"[A-Z][A-Z&/]{1,9}")
_POST: Final = r"(?:(?:assistant|deputy|strategic|service) )?(?:head|director|manager|lead|chief)"
_BETWEEN: Final = re.compile(
    rf"\n|;|\s/\s|(?:/|\s(?:and|&)\s|,\s*)(?={_POST}\b(?: of| for|,|$))", re.IGNORECASE
)
_BESIDE: Final = re.compile(
    r"(?P<role>[^()/]+?)\s*(?:\(\s*(?P<in_brackets>[^()]+?)\s*\)|/\s*(?P<after>[^()/]+))"
)
"""A role with what stands in brackets or after a stroke."""

_DASHED: Final = re.compile(r"(?P<first>.+?)\s+[–—-]\s+(?P<last>.+)")
_BODY_BESIDE: Final = re.compile(r"(?P<of>[^(),;/\n]+?)\s*\(\s*(?P<body>[A-Z][A-Z&]{1,9})\s*\)")
_BODY_FIRST: Final = re.compile(r"(?P<body>[A-Z][A-Z&]{1,9})\s+[–—-]\s+(?P<of>\S.+)")
_BRACKETED: Final = re.compile(r"\([^()]+\)\s*\w+")
_PERSON_INITIALS: Final = re.compile(r"[A-Z]{2,3}")
_NEAR: Final = 0.75
_LONGEST_CELL: Final = 1000
"""What is longer is prose and no list of owners, and is not looked through for organisations."""


def is_nobody(text: str) -> bool:
    """Say whether words in an owner's place name nobody: TBC, Vacant, All."""
    words = re.sub(r"[^\w ]", " ", fold(text)).split()
    return not words or " ".join(words) in _NOBODY or "".join(words) in _NOBODY


def without_nobody(text: str) -> str:
    """Return words in an owner's place without what names nobody beside an owner: HoS of TBC/ HoS."""
    parts = [part.strip(" ,") for part in re.split(r"[/;\n()]", text)]
    kept = [part for part in parts if part and not is_nobody(part)]
    return kept[0] if len(kept) == 1 and len(kept) < len([part for part in parts if part]) else text


def partner_list(text: str) -> str:
    """Return organisations as they are kept, with semicolons; commas will do where there are none."""
    parts = clean(text, one_line=True).split(";" if ";" in text else ",")
    return "; ".join(part.strip() for part in parts if part.strip())


def names_several(text: str) -> bool:
    """Say whether words in an owner's place name more than one: parted by lines, a stroke or a semicolon."""
    parts = [part for part in _BETWEEN.split(clean(text)) if not is_nobody(part)]
    return len(parts) > 1 or len(_BRACKETED.findall(text)) > 1


def read_owner(text: str, organisations: Collection[str] = ()) -> tuple[str, str]:
    """Return the role and the organisation of "Head of SEND, LA", the role empty for nobody.

    What stands after the last comma, or before the first, is an organisation when it is one of those known,
    is written in capitals or says so ("Trust"); else it is part of the role ("Service Manager, Quality").
    What stands in brackets, after a stroke or beside a dash is one when it is known ("Head of SEND (LA)",
    "LA – Head of SEND"); so is what stands before initials in brackets ("LA (JS)").
    """
    words = clean(text, one_line=True).strip(" ,;")
    first, _, rest = (part.strip(" ,") for part in words.partition(","))
    front, _, last = (part.strip(" ,") for part in words.rpartition(","))
    if is_nobody(words) or (front and is_nobody(front)):
        return "", ""
    known = {fold(name) for name in organisations}
    if front and is_organisation(last, known):
        return front, last
    if rest and is_organisation(first, known):
        return rest, first
    return _beside_known(words, known) or (words, "")


def _beside_known(words: str, known: Collection[str]) -> tuple[str, str] | None:
    """Return what stands beside a known organisation in brackets, after a stroke or a dash, and that one."""
    if parted := _BESIDE.fullmatch(words):
        role, body = parted["role"], parted["in_brackets"] or parted["after"]
        if fold(body) in known:
            return role, body
        is_person = _PERSON_INITIALS.fullmatch(parted["in_brackets"] or "") and fold(body) not in _TOPICS
        return (body, role) if is_person and fold(role) in known else None
    if parted := _DASHED.fullmatch(words):
        if fold(parted["last"]) in known:
            return parted["first"], parted["last"]
        if fold(parted["first"]) in known:
            return parted["last"], parted["first"]
    return None


def organisations_in(cells: Iterable[str]) -> list[str]:
    """Return what stands in owners' cells as an organisation more than once: LA of "JS (LA)", "LA – Head".

    In brackets beside a role it is kept with it ("Head of SEND (LA)"), unless it is known from elsewhere.
    """
    counts: Counter[str] = Counter()
    for cell, times in Counter(cell for cell in cells if len(cell) <= _LONGEST_CELL).items():
        for found in (*_BODY_BESIDE.finditer(cell), *filter(None, [_BODY_FIRST.fullmatch(cell.strip())])):
            body = found["body"]
            is_of_role = found.re is _BODY_BESIDE and not _PERSON_INITIALS.fullmatch(found["of"].strip())
            counts[body] += times * (is_organisation(body) and not is_of_role)
        _, said = read_owner(cell)
        counts[said] += 2 * bool(said)
    return [body for body, count in counts.items() if count > 1]


def may_name_organisation(role: str) -> str:
    """Return what in a role may be its organisation: CHT of "Head (CHT)"; empty where nothing may be."""
    parted = _BESIDE.fullmatch(role)
    return (parted["in_brackets"] or "") if parted and is_organisation(parted["in_brackets"] or "") else ""


def is_organisation(text: str, known: Collection[str] = ()) -> bool:
    """Say whether words name an organisation; `known` are those of the plan and the file, folded."""
    folded = fold(text)
    if folded in known:
        return True
    words = folded.split()
    if _HELPS.match(folded) or (len(words) > 1 and words[-1].rstrip("s") in _POSTS):
        return False
    if _CAPITALS.fullmatch(text.replace(".", "")):
        return folded not in _TOPICS
    if not words or folded in _TOPICS:
        return False
    return not _BODIES.isdisjoint(words) or (len(words) > 1 and words[-1] in _WHOLE_BODIES)


def suggest_owner(role: str, organisation: str, owners: Iterable[Owner]) -> Owner | None:
    """Return the owner of the plan whom a new one nearly is, by a slip in the role or the organisation."""
    known = list(owners)
    given = _parts(role, organisation)
    if not role or any(_parts(owner.role, owner.organisation) == given for owner in known):
        return None
    near = [owner for owner in known if _is_near_owner(given, _parts(owner.role, owner.organisation))]
    return max(near, key=lambda owner: _likeness(given, _parts(owner.role, owner.organisation)), default=None)


def owner_of_initials(initials: str, owners: Iterable[Owner]) -> Owner | None:
    """Return the one owner of the plan whose initials they are: by role, by name, or beside either.

    An organisation that owners work for is none of them.
    """
    known = list(owners)
    is_body = fold(initials) in {fold(owner.organisation) for owner in known}
    if is_body or not _PERSON_INITIALS.fullmatch(initials):
        return None
    for found in (
        [owner for owner in known if owner.role == initials],
        [owner for owner in known if _initials(owner.name) == initials],
        [owner for owner in known if initials in re.findall(r"\w+", f"{owner.role} {owner.organisation}")],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _initials(name: str) -> str:
    """Return the initials of a name, or those that stand for it: TM of Tom Moss, T.M. and TM."""
    bare = re.sub(r"[.\s]", "", name)
    return bare if bare.isupper() else "".join(word[0] for word in re.findall(r"\w+", name)).upper()


def near_owners(owners: Iterable[Owner]) -> dict[int, tuple[Owner, ...]]:
    """Return for each owner, by id, the others of the plan who may be the same, written another way."""
    found: dict[int, list[Owner]] = {}
    named = [(owner, _parts(owner.role, owner.organisation)) for owner in owners]
    for (one, its), (other, others) in combinations(named, 2):
        if _is_near_owner(its, others):
            found.setdefault(one.id, []).append(other)
            found.setdefault(other.id, []).append(one)
    return {id_: tuple(near) for id_, near in found.items()}


def suggest_organisation(organisation: str, known: Iterable[str]) -> str | None:
    """Return the organisation of the plan that a new one nearly is."""
    names = {name for name in known if name}
    if not organisation or fold(organisation) in {fold(name) for name in names}:
        return None
    near = [name for name in sorted(names) if _is_near(_letters(organisation), _letters(name))]
    return max(near, key=lambda name: _ratio(fold(organisation), fold(name)), default=None)


def doubt_owner(role: str, organisation: str, owners: Iterable[Owner]) -> str:
    """Return what to say of an owner who is typed and is nearly one of the plan's; empty for any other."""
    known = list(owners)
    if near := suggest_owner(role, organisation, known):
        given = ", ".join(filter(None, (role, organisation)))
        return f"“{given}” is new, and nearly “{near}”: is it the same?"
    if body := suggest_organisation(organisation, (owner.organisation for owner in known)):
        return f"“{organisation}” is new, and nearly “{body}”: is it the same?"
    return ""


def _is_near_owner(given: tuple[str, str], known: tuple[str, str]) -> bool:
    same_role = given[0] == known[0] or _words_are_near(given[0], known[0])
    one_is_silent = not given[1] or not known[1]
    same_body = given[1] == known[1] or _is_near(given[1], known[1])
    return same_role and (one_is_silent or same_body)


def _words_are_near(given: str, known: str) -> bool:
    """Say whether two roles have the same words but for slips; one short word may be missing."""
    ours, theirs = given.split(), known.split()
    if sorted(ours) == sorted(theirs):
        return True
    left, right = [w for w in ours if w not in theirs], [w for w in theirs if w not in ours]
    if len(left) != len(right):
        extra = {*left, *right}
        return bool(ours and theirs) and extra <= {"of", "for", "the", "and", "s"}
    return all(_is_near(a, b) for a, b in zip(sorted(left), sorted(right), strict=True))


def _is_near(given: str, known: str) -> bool:
    if not given or not known or given[0] != known[0]:
        return False
    if given == known:
        return True
    shorter = min(len(given), len(known))
    return shorter >= len("sen") and _ratio(given, known) >= _NEAR


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()


def _likeness(given: tuple[str, str], known: tuple[str, str]) -> float:
    return _ratio(" ".join(given), " ".join(known))


def _parts(role: str, organisation: str) -> tuple[str, str]:
    bare = " ".join(re.sub(r"[^\w ]", " ", fold(role)).split())
    return bare, _letters(organisation)


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())

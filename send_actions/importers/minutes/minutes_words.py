"""Who is to do what by when, in a sentence of minutes."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import fold
from send_actions.domain.words.dates import weigh_due
from send_actions.domain.words.owners import is_organisation
from send_actions.importers.minutes.minutes_parties import (
    INITIALS,
    VERBS,
    is_name,
    is_role,
    is_titled,
    names_party,
    party,
    read_who,
)

_LONGEST_DATE: Final = 6
_FEW: Final = 5
_DETERMINERS: Final = (
    "a all an and any both each every her his it its my no our that the their them these this"
)
_NO_VERBS: Final = frozenset(_DETERMINERS.split())
_IS_TO: Final = re.compile(
    r"(?P<who>[A-Z][^:;!?]{0,80}?),? (?:(?P<is_sure>(?:is |are )?to)|will|should|would)"
    r" (?P<what>(?P<verb>[a-z]+)\b.*)",
    re.DOTALL,
)
_DONE_TO: Final = re.compile(r"^[^,;:]{2,60}? to be (?:\w+ly )?\w+(?:ed|en|wn|nt|ght|ade|ut)\b")
"""What is to be done to a thing by nobody who is named: "Slides to be shared"."""

_WHO_FIRST: Final = re.compile(r"(?P<who>[^:–]{2,60}?)(?::| [–-]) (?P<what>.+)", re.DOTALL)
_WAS_ASKED: Final = re.compile(
    r"(?P<who>.{2,}?),? (?:was|were|is|are|be) (?:\w+ly )?"
    r"(?:asked|requested|invited|encouraged|instructed|tasked) to"
    r" (?P<what>(?!(?:the|an?|our|its|this|that|next|all|both)\b).+)",
    re.DOTALL,
)
_ASKED_THEM: Final = re.compile(
    r".*\b(?:asked|requested|invited) (?P<who>(?:the )?[\w’'&/ -]{2,60}?) to (?P<what>[a-z].+)", re.DOTALL
)
_TOOK_ON: Final = re.compile(
    r"(?P<who>[A-Z].{1,60}?) (?:undertook to|offered to|agreed to"
    r"|(?:confirmed|agreed|undertook) that (?:she|he|they) would) (?P<what>(?!not\b).+)",
    re.DOTALL,
)
_INITIALS_FIRST: Final = re.compile(
    r"(?P<who>[A-Z]{2,3}(?: ?[/&,] ?[A-Z]{2,3})*) (?P<what>[A-Z][a-z].*)", re.DOTALL
)
_SEEMS: Final = re.compile(
    r"(?:action(?! plan| log)|agreed|decided|decision|resolved|to do|todo|next steps?)s?\b.*\w\W+\w"
    r"|ap ?\d|(?-i:[A-Z]{2,3}(?:/[A-Z]{2,3})* ?(?:[:–]|- |to |will ))",
    re.IGNORECASE,
)
_WILL: Final = re.compile(
    r"\b(?:will|should|must|(?:needs?|is|are) to) [a-z].*\b(?:by|before|deadline|next meeting)\b",
    re.IGNORECASE,
)
_NO_TASK: Final = re.compile(r"\b(?:none|no (?:new |further )?actions?|n/a|nil|all closed)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r".*(?:[,;:] (?:and |that )?| that | and then )(?=(?:the )?[A-Z])", re.DOTALL)
_BY: Final = re.compile(
    r"\b(?:by|before|no later than|deadline:?|due:)\s+(?P<date>\S.*)", re.IGNORECASE | re.DOTALL
)
_AT_END: Final = re.compile(
    r"(?:[–—]| -|\()\s*(?:by |due )?(?P<date>[^–—()]{3,30}?)\)?[.\s]*$", re.IGNORECASE
)
_GOES_ON: Final = re.compile(r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_WHEN: Final = re.compile(r"(?:(?:the |our )?next (?:meeting|board)|asap|tbc|tba|tbd)\.?", re.IGNORECASE)
_NEXT: Final = re.compile(
    r"\b(?:the|our|its|to) next (?:\w+ )?(?:meeting|board)\b|\bnext (?:meeting|board)\b", re.IGNORECASE
)


class Way(Enum):
    """How a sentence says that something is to be done, and why it is therefore offered."""

    ASKED = "somebody was asked"
    TOOK_ON = "somebody took it on"
    IS_TO = "somebody is to do it"
    TOLD = "what stands above says so"


class Task(NamedTuple):
    """What is to be done and by whom; `is_named` where a person's name stood in place of a role."""

    what: str
    who: str = ""
    is_named: bool = False
    way: Way = Way.TOLD


def read_task(sentence: str, *, is_told: bool = False) -> Task | None:
    """Return what one is to do in a sentence such as "Head of SEND to bring the costs", or None.

    Where it `is_told` that something is to be done, what one will do is a task too, and the whole sentence
    where it names nobody.
    """
    for pattern, way in ((_WAS_ASKED, Way.ASKED), (_ASKED_THEM, Way.ASKED), (_TOOK_ON, Way.TOOK_ON)):
        found = pattern.fullmatch(sentence)
        if found and (told := party(_CLAUSE.sub("", found["who"]), is_told=is_told)):
            return Task(found["what"], *told, way)
    found = None if _DONE_TO.search(sentence) else _IS_TO.fullmatch(sentence)
    if found and _is_verb(found["verb"]) and (found["is_sure"] or is_told):
        told = party(found["who"], is_told=is_told)
        if told:
            return Task(found["what"], *told, Way.IS_TO)
    first = _WHO_FIRST.fullmatch(sentence) if is_told else None
    if first and (told := party(first["who"], is_told=INITIALS.fullmatch(first["who"]) is not None)):
        return Task(first["what"], *told, Way.IS_TO)
    return Task(sentence) if is_told else None


def seems_task(text: str) -> bool:
    """Say whether a line may ask for something: it begins as such lines do, or says what will be by when."""
    if _NO_TASK.search(text):
        return False
    return bool(_SEEMS.match(text) or _WILL.search(text))


def read_told(sentence: str) -> Task:
    """Return what is to be done in a sentence that is marked so, where initials may stand before it."""
    task = read_task(sentence, is_told=True) or Task(sentence)
    first = _INITIALS_FIRST.fullmatch(sentence) if task.way is Way.TOLD else None
    if first and all(is_organisation(one.strip()) for one in re.split(r"[/&,]", first["who"])):
        return Task(first["what"], first["who"], way=Way.IS_TO)
    return task


def read_told_behind(sentence: str, met: date) -> Task:
    """Return what is to be done in a sentence that is marked so, by whom before it or behind it."""
    behind, first = with_who_behind(Task(sentence), met), _PARTS.split(sentence)[0]
    is_first = _is_one_behind(first) or ((found := _IS_TO.fullmatch(sentence)) and names_party(found["who"]))
    return read_told(sentence) if is_first or not (behind.who or behind.is_named) else behind


def says_only_to(sentence: str, task: Task) -> bool:
    """Say whether a sentence among others says only who is to do what: "Officers to send the data."."""
    words = fold(sentence).split()
    who = words[: len(words) - len(task.what.split())]
    return len(who) <= _FEW and who[-1:] == ["to"] and VERBS.isdisjoint(re.findall(r"\w+", fold(sentence)))


def with_who_behind(task: Task, met: date) -> Task:
    """Return a task with who is to do it where they stand behind it: "Map the waits – JB – 4 December"."""
    if task.who or task.is_named:
        return task
    *parts, last = _PARTS.split(task.what.strip(" .)]"))
    when = ""
    if parts and part_when(last, met)[0] == "" and last:
        when = last
        *parts, last = parts
    if not parts or not _is_one_behind(last):
        return task
    who, is_named = read_who(last)
    end = task.what.rindex(last)
    what = task.what[:end].rstrip(" –—-([")
    return task._replace(what=f"{what} by {when}" if when else what, who=who, is_named=is_named)


_PARTS: Final = re.compile(r"\s+[–—-]\s+|\s*[(\[]\s*|\s*[)\]]\s*")


def _is_one_behind(words: str) -> bool:
    """Say whether words behind an action are surely who is to do it: initials, a name, or a role in words."""
    is_office = len(words.split()) > 1 and words[:1].isupper() and is_role(words) and is_titled(words)
    is_short = len(words.split()) <= _FEW and "to" not in words.split()
    return is_short and bool(INITIALS.fullmatch(words) or is_name(words) or is_office)


def read_when(words: str, met: date) -> Due | None:
    """Return the date by which something is to be done, as its own sentence says it; None without."""
    for found in _BY.finditer(words):
        told = re.split(r"[,;)]|\.(?:\s|$)", found["date"])[0].split()
        for count in range(min(len(told), _LONGEST_DATE), 0, -1):
            due = weigh_due(" ".join(told[:count]), today=met)
            is_cut = count < len(told) and _GOES_ON.match(told[count])
            if due.due.on and not (due.why or is_cut) and due.due.precision is not Precision.ONGOING:
                return due.due
    at_end = _AT_END.search(words)
    last = weigh_due(at_end["date"], today=met) if at_end else None
    return last.due if last and last.due.on and not last.why else None


def part_when(words: str, met: date) -> tuple[str, str]:
    """Return who and by when, as one cell says both: "TM – 06/01/27", "KB by end Jan"."""
    told = words.split()
    for place in range(len(told)):
        by = " ".join(told[place:]).strip("–—-:;,() ")
        by = re.sub(r"^(?:by|before|due)\b:?\s*", "", by, flags=re.IGNORECASE)
        due = weigh_due(by, today=met)
        if (due.due.on and not due.why) or due.due.precision is Precision.ONGOING or _WHEN.fullmatch(by):
            return " ".join(told[:place]).strip("–—-:;,( "), by
    return words, ""


def waits_for_next(words: str) -> bool:
    """Say whether something is for the next meeting."""
    return _NEXT.search(words) is not None


def _is_verb(word: str) -> bool:
    return word not in _NO_VERBS and (not word.endswith("s") or word.endswith("ss"))

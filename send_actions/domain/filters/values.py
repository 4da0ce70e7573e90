"""The values that a plan has for a filter's terms: the nearest to a wrong one, and why nothing was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from send_actions.domain.filters.terms import FLAGS, Lookup, Term, Test, listed, read_term
from send_actions.domain.plan import Plan
from send_actions.domain.text import cut, fold, printable
from send_actions.domain.words.choices import nearest, nearest_ref
from send_actions.domain.words.dates import say_date

_MOST: Final = 8
_LONGEST: Final = 40
_NOUNS: Final = {
    "area": "area is",
    "theme": "area's theme has",
    "lead": "lead has",
    "org": "lead is of an organisation",
    "partner": "partner is",
}
"""How it is said that no row of the plan has a value, by the key whose values are the plan's own."""


def values_in(key: str, plan: Plan) -> list[str]:
    """What the plan has for a key whose values are its own, each once and in full."""
    leads = [action.lead for action in plan.actions if action.lead]
    texts: dict[str, Iterable[str]] = {
        "area": (area.number for area in plan.areas),
        "theme": (area.theme for area in plan.areas),
        "lead": (lead.role for lead in leads),
        "org": (lead.organisation for lead in leads),
        "partner": (partner for action in plan.actions for partner in action.partners),
    }
    return list(dict.fromkeys(text for text in texts.get(key, ()) if text))


def term_with(key: str, value: str) -> str:
    """The term of a key and a value as it is typed, quoted where the value has a space."""
    return f'{key}:"{value}"' if " " in value else f"{key}:{value}"


def suggest_value(term: Term, plan: Plan) -> str | None:
    """The term with the plan's nearest value, for one whose value nothing in the plan answers to."""
    for part in _parts(term):
        if near := _near(term.key, part, plan):
            return term_with(term.key, near)
    return None


def unanswered(term: Term, plan: Plan) -> Iterator[str]:
    """A sentence for each part of a term's value that nothing in the plan has, with what it has instead."""
    noun = _NOUNS.get(term.key)
    for part in _parts(term) if noun else ():
        if _answers(term.key, part, plan):
            continue
        verb = f"No {noun} “{printable(cut(part, _LONGEST))}”"
        near = _near(term.key, part, plan)
        if near:
            yield f"{verb}: did you mean {term_with(term.key, near)}?"
        else:
            yield f"{verb}{_instead(term.key, plan)}."


def why_nothing(term: Term, test: Test, look: Lookup) -> str:
    """Why a term that the plan could answer to finds nothing; no words where there is no more to say."""
    plan = look.plan
    day = say_date(plan.as_at)
    if any(map(test, plan.actions)):
        return ""
    if term.word:
        return "looked for in refs, titles, areas, leads, reasons, notes and success measures"
    if term == FLAGS["changed"] and look.before is None:
        return f"there was no meeting before {day} to compare with"
    if (term.key, fold(term.value)) == ("due", "next-board") and plan.next_meeting is None:
        return f"no meeting after {day} is in the diary"
    if "no update" in term.phrase or term.value == "no-update":
        held = [meeting for meeting in plan.main_meetings if meeting.on < plan.as_at]
        return "" if len(held) > 1 else f"no two meetings were held before {day}"
    return ""


def _parts(term: Term) -> list[str]:
    whole = term.key in ("lead", "theme")
    return [part for part in ([term.value] if whole else listed(term.value)) if fold(part) != "none"]


def _answers(key: str, part: str, plan: Plan) -> bool:
    """Whether a row of the plan has this value, be it an area without actions."""
    look = Lookup(plan, None)
    test = read_term(key, part, plan.as_at).test(look)
    if key == "area" and any(fold(part) in (fold(a.number), *_words(a.title)) for a in plan.areas):
        return True
    if key == "theme" and any(fold(part) in fold(area.theme) for area in plan.areas):
        return True
    return any(map(test, plan.actions))


def _near(key: str, part: str, plan: Plan) -> str | None:
    """The plan's value nearest to one that it has not: in full, else a word of one."""
    known = values_in(key, plan)
    if key == "area":
        known += _in_words(area.title for area in plan.areas)
        near = nearest_ref(part, known)
    else:
        near = nearest(part, [*known, *_in_words(known)])
    return near if near and fold(near) != fold(part) else None


def _instead(key: str, plan: Plan) -> str:
    """What the plan has for a key."""
    known = values_in(key, plan)
    if not known:
        return ", nor any other"
    if key == "area":
        return f": the areas are {known[0]} to {known[-1]}" if len(known) > 1 else f": there is {known[0]}"
    if key == "lead":
        return " in its role or organisation"
    shown = ", ".join(printable(cut(value, _LONGEST)) for value in known[:_MOST])
    return f": there are {shown}" + (" and others" if len(known) > _MOST else "")


def _words(text: str) -> list[str]:
    return [fold(word) for word in text.split()]


def _in_words(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for text in texts for word in re.findall(r"[^\W\d_]{4,}", text)))

"""The terms of the filter language: its keys and flags, what each means and its phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from typing import Final

from send_actions.domain.checks.plan_checks import CODES, check, is_overdue, owes_update, read_code
from send_actions.domain.filters.due_term import read_due_term
from send_actions.domain.history.comparison import compare
from send_actions.domain.plan import Action, Area, Owner, Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.domain.text import cut, fold, printable
from send_actions.domain.words.choices import nearest, read_impact, read_status
from send_actions.errors import UsageError

Test = Callable[[Action], bool]


class Lookup:
    """What the terms look up of a plan and an earlier one, each at most once."""

    def __init__(self, plan: Plan, before: Plan | None) -> None:
        self.plan = plan
        self.before = before

    @cached_property
    def changed(self) -> frozenset[int]:
        """The row ids of the actions that moved since the earlier plan; nothing without one."""
        return compare(self.before, self.plan).changed_ids if self.before else frozenset()

    @cached_property
    def area_texts(self) -> dict[int, str]:
        """The folded title of each area by row id."""
        return {area.id: fold(area.title) for area in self.plan.areas}

    def flagged(self, codes: Iterable[str]) -> frozenset[int]:
        """The row ids of the actions that checks question, and the open actions of areas they question."""
        found: set[int] = set()
        for flag in check(self.plan, codes):
            if flag.action:
                found.add(flag.action.id)
            elif flag.area and flag.code == "area-greener":
                found |= {a.id for a in self.plan.actions_by_area[flag.area.id] if a.is_open}
        return frozenset(found)


@dataclass(frozen=True)
class Term:
    """One condition: its phrase, how it is tested, and the bare word, or key and value, it came from."""

    phrase: str
    test: Callable[[Lookup], Test]
    word: str = ""
    key: str = ""
    value: str = ""


def read_flag(word: str) -> Term | None:
    """The flag a bare word is, if it is one."""
    return FLAGS.get(fold(word))


def read_text(text: str) -> Term:
    """A search for text in ref, title, area title, lead, reason and success measure.

    A number is found whole, so that 9.3 finds 9.3 and 9.3.1, but neither 19.3 nor 9.31.
    """
    wanted = " ".join(fold(text).split())
    is_number = re.fullmatch(r"[\d.]*\d", wanted)
    number = re.compile(rf"(?<![\d.]){re.escape(wanted)}(?!\d)") if is_number else None

    def test(look: Lookup) -> Test:
        if number is None:
            return lambda action: wanted in _searched(action, look)
        return lambda action: bool(number.search(_searched(action, look)))

    return Term(f"“{text}”", test, text)


def read_term(key: str, value: str, today: date) -> Term:
    """The condition a key and its value mean; raises UsageError naming the nearest key or word."""
    reader = KEYS.get(fold(key))
    if reader is None:
        near = nearest(key, KEYS)
        tail = f"did you mean {near}:?" if near else f"use one of {', '.join(f'{k}:' for k in KEYS)}."
        raise UsageError(f'No filter word "{printable(cut(key, 40))}:": {tail}')
    if not value.strip(" ,"):
        raise UsageError(f'Nothing after "{fold(key)}:": write {EXAMPLES[fold(key)]}.')
    return replace(reader(value.strip(), today), key=fold(key), value=value.strip())


def suggest(word: str) -> str | None:
    """What a word that finds nothing may have been meant for: a flag, a status, a check or a key."""
    meant = {flag: flag for flag in FLAGS} | {f"{key}:": EXAMPLES[key] for key in KEYS} | _terms_by_word()
    near = nearest(word, meant)
    return term_of(word) or (meant[near] if near else None)


def term_of(word: str) -> str | None:
    """The term of a word that is a status, its letter or colour, or a check, or that has = for the colon."""
    head, mark, value = fold(word).partition("=")
    if mark and head in KEYS:
        return f"{head}:{value or EXAMPLES[head].partition(':')[2]}"
    letters = {status.key: f"status:{status}" for status in Status}
    return _terms_by_word().get(fold(word)) or letters.get(fold(word))


def term_of_two(first: str, second: str) -> str | None:
    """The term that two words are with a space where there should be none: no update, at risk, area 9."""
    joined = f"{fold(first)}-{fold(second)}"
    if joined in FLAGS:
        return joined
    if found := _terms_by_word().get(joined):
        return found
    wanted = _CLOSED.get(fold(first))
    try:
        return f"{fold(first)}:{second}" if wanted and wanted(second) else None
    except UsageError:
        return None


@cache
def _terms_by_word() -> dict[str, str]:
    meant = {status.value: f"status:{status}" for status in Status}
    meant |= {status.colour: f"status:{status.colour}" for status in Status if status.colour != "none"}
    return meant | {code: f"check:{code}" for code in CODES if code not in FLAGS}


def _searched(action: Action, look: Lookup) -> str:
    lead = str(action.lead) if action.lead else ""
    own = (action.ref, action.title, lead, action.reason, action.note, action.success_measure)
    folded = fold("\n".join(" ".join(part.split()) for part in own))
    return f"{folded}\n{look.area_texts[action.area_id]}"


def listed(value: str) -> list[str]:
    """The parts of a value that are joined with commas."""
    return [part.strip() for part in value.split(",") if part.strip()]


def _status(value: str, _today: date) -> Term:
    wanted: list[Status | None] = [None if fold(v) == "none" else read_status(v) for v in listed(value)]
    phrase = " or ".join(s.word.lower() if s else "without a status" for s in dict.fromkeys(wanted))
    return Term(phrase, lambda _look: lambda action: action.status in wanted)


def _impact(value: str, _today: date) -> Term:
    wanted: list[Impact | None] = [None if fold(v) == "unrated" else read_impact(v) for v in listed(value)]
    phrase = " or ".join(i.word.lower() if i else "unrated" for i in dict.fromkeys(wanted))
    return Term(f"impact {phrase}", lambda _look: lambda action: action.impact in wanted)


def _area(value: str, _today: date) -> Term:
    """An area by its number, or by part of its title where the value holds a letter."""
    wanted = [fold(part) for part in listed(value)]
    titled = [part for part in wanted if not re.fullmatch(r"[\d.]+", part)]

    def is_meant(area: Area, look: Lookup) -> bool:
        return fold(area.number) in wanted or any(part in look.area_texts[area.id] for part in titled)

    return _in_areas(f"area {' or '.join(listed(value))}", is_meant)


def _theme(value: str, _today: date) -> Term:
    wanted = fold(value)
    phrase = "without a theme" if wanted == "none" else f"theme “{value}”"
    return _in_areas(phrase, lambda area, _look: _is_in(wanted, area.theme))


def _in_areas(phrase: str, is_meant: Callable[[Area, Lookup], bool]) -> Term:
    def test(look: Lookup) -> Test:
        ids = {area.id for area in look.plan.areas if is_meant(area, look)}
        return lambda action: action.area_id in ids

    return Term(phrase, test)


def _lead(value: str, _today: date) -> Term:
    wanted = fold(value)
    phrase = "without a lead" if wanted == "none" else f"lead “{value}”"
    return Term(phrase, lambda _look: lambda action: _is_in(wanted, _named(action.lead)))


def _body(label: str, bodies_of: Callable[[Action], Iterable[str]]) -> Callable[[str, date], Term]:
    """The reader of a key for organisations: the one so called, else those with a word that begins so."""

    def read(value: str, _today: date) -> Term:
        wanted = [fold(part) for part in listed(value)]

        def test(look: Lookup) -> Test:
            known = {fold(body) for action in look.plan.actions for body in bodies_of(action)}
            matches = {body for part in wanted for body in _called(part, known)}
            return lambda action: any(fold(body) in matches for body in bodies_of(action))

        return Term(f"{label} {' or '.join(listed(value))}", test)

    return read


def _called(wanted: str, known: set[str]) -> Iterable[str]:
    begins = re.compile(rf"(?<!\w){re.escape(wanted)}")
    return {wanted} if wanted in known else {body for body in known if begins.search(body)}


def _lead_organisation(action: Action) -> tuple[str, ...]:
    return (action.lead.organisation,) if action.lead else ()


def _named(owner: Owner | None) -> str:
    return f"{owner} {owner.name}" if owner else ""


def _is_in(wanted: str, text: str) -> bool:
    return not text if wanted == "none" else wanted in fold(text)


def _due(value: str, today: date) -> Term:
    phrase, test = read_due_term(value, today)
    return Term(phrase, lambda look: test(look.plan))


def _check(value: str, _today: date) -> Term:
    codes = [read_code(part) for part in listed(value)]
    named = " or ".join(f"“{CODES[code]}”" for code in codes)
    return Term(f"check {named}", lambda look: _among(look.flagged(codes)))


def _among(ids: frozenset[int]) -> Test:
    return lambda action: action.id in ids


_VALUED: Final[dict[str, tuple[Callable[[str, date], Term], str]]] = {
    "status": (_status, "status:amber,red"),
    "impact": (_impact, "impact:none"),
    "area": (_area, "area:3"),
    "theme": (_theme, "theme:assess"),
    "lead": (_lead, 'lead:"local offer"'),
    "org": (_body("organisation", _lead_organisation), "org:ICB"),
    "partner": (_body("partner", lambda action: action.partners), "partner:PCF"),
    "due": (_due, "due:before:2026-04-30"),
    "check": (_check, "check:green-but-overdue"),
}

OF_STANDING: Final = frozenset(_VALUED) - {"check"}
"""The keys that look at nothing but wording, status, impact and due date."""

KEYS: Final = {key: read for key, (read, _) in _VALUED.items()}
"""The words that take a value, each with its reader (PRODUCT section 6)."""

EXAMPLES: Final = {key: example for key, (_, example) in _VALUED.items()}
"""One use of each key, for help and refusals."""

_CLOSED: Final[dict[str, Callable[[str], object]]] = {
    "status": read_status,
    "impact": read_impact,
    "check": read_code,
    "area": lambda value: re.fullmatch(r"[\d.]*\d", value),
}
"""For each key whose values are known without a plan, what reads or recognises one."""

FLAGS: Final[dict[str, Term]] = {
    "overdue": Term("overdue", lambda look: lambda action: is_overdue(action, look.plan.as_at)),
    "no-update": Term("no update", lambda look: _among(look.flagged(["no-update"]))),
    "owes-update": Term("owes an update", lambda look: lambda action: owes_update(action, look.plan)),
    "changed": Term("changed", lambda look: _among(look.changed)),
    "board-asked": Term("the board asked", lambda look: _among(look.flagged(["board-asked"]))),
}
"""The words that stand alone; any other bare word searches text."""

"""The returns of a plan: which actions each asks about, its workbook, and the folder of all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.return_words import EVERYBODY
from send_actions.papers.shown_in_returns import begun_at, exempt_of
from send_actions.reports.contents.return_form import return_form
from send_actions.reports.folder import CONTENTS, MARK
from send_actions.reports.formats.return_book import render_return
from send_actions.reports.nobody_named import nobody_named
from send_actions.store.reader import Reader

ENDING: Final = ".xlsx"

_MARKS: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 60


class Return(NamedTuple):
    """One return: for whom, the file's name, the actions it asks about, its bytes, and what it leaves out."""

    to: str
    name: str
    actions: tuple[Action, ...]
    content: bytes
    left_out: int = 0

    @property
    def owners(self) -> list[Owner]:
        """Who is asked: the leads of its actions, each once."""
        return list({one.lead.id: one.lead for one in self.actions if one.lead}.values())


class Whose(NamedTuple):
    """Whose returns are wanted: of some owners in one file, of each who leads, or one that all share."""

    to: str = EVERYBODY
    owners: tuple[Owner, ...] = ()
    is_each: bool = False

    @classmethod
    def of_body(cls, body: str, plan: Plan) -> Whose:
        """Return those of all owners of an organisation."""
        return cls(body, tuple(one for one in plan.owners if one.organisation == body))


class ReturnMaker:
    """Makes the returns of one plan; what they show of it is worked out once."""

    def __init__(self, reader: Reader, plan: Plan) -> None:
        self.plan = plan
        self._exempt = exempt_of(reader, plan)
        self._shown = nobody_named(plan, self._exempt.named)
        self._begun = begun_at(reader)

    def made(self, whose: Whose) -> list[Return]:
        """Return the returns that are wanted."""
        if whose.is_each:
            return self.of_each()
        return [self.of(whose.to, whose.owners) if whose.owners else self.shared()]

    def of(self, to: str, owners: Sequence[Owner]) -> Return:
        """Return the return of some owners: their open actions, in the order of the plan."""
        ids = {owner.id for owner in owners}
        return self._made(to, [one for one in open_actions(self.plan) if one.lead and one.lead.id in ids])

    def shared(self) -> Return:
        """Return the return that all share: every open action but those that are exempt, now or by then."""
        wanted, exempt = open_actions(self.plan), self._exempt
        shown = [one for one in wanted if one.id not in exempt.actions and one.area_id not in exempt.areas]
        return self._made(EVERYBODY, shown, len(wanted) - len(shown))

    def of_each(self) -> list[Return]:
        """Return a return for each owner who leads an open action, by their names."""
        leads = {one.lead.id: one.lead for one in open_actions(self.plan) if one.lead}
        return [self.of(str(one), [one]) for one in sorted(leads.values(), key=str)]

    def _made(self, to: str, actions: Sequence[Action], left_out: int = 0) -> Return:
        rows = [self._shown.actions_by_id[action.id] for action in actions]
        form = return_form(self._shown, to, rows, begun=self._begun, left_out=left_out)
        return Return(to, file_name(to), tuple(actions), render_return(form), left_out)


def file_name(to: str) -> str:
    """Return how the file of a return is called that is made for somebody."""
    words = _MARKS.sub("-", fold(to)).strip("-")[:_LONGEST_NAME].strip("-")
    return f"return-{words or 'of-owner'}{ENDING}"


def folder_of(plan: Plan, made: Sequence[Return]) -> dict[str, bytes]:
    """Return the files of a folder of returns by their names, with a list of them."""
    files: dict[str, bytes] = {}
    told = [
        f"{MARK}the leads to fill in and send back: a return for each",
        f"{' '.join(plan.title.split())}, as at {say_date(plan.as_at)}, record {plan.record}",
    ]
    for one in made:
        stem, name = one.name.removesuffix(ENDING), one.name
        while name in files:
            stem = f"{stem}-2"
            name = f"{stem}{ENDING}"
        files[name] = one.content
        told += ["", " ".join(one.to.split()), f"  {name}", *(f"  {line}" for line in away_words(plan, one))]
    return {CONTENTS: "\n".join([*told, ""]).encode(), **files}


def away_words(plan: Plan, made: Return) -> list[str]:
    """Return who of a return's owners is away until when, and to whom to send it instead."""
    return [
        f"{one} is away until {say_date(one.away_until)}"
        f"{f': send it to {one.deputy}' if one.deputy else ', and no deputy is known'}."
        for one in made.owners
        if one.away_until and one.is_away(plan.as_at)
    ]


def open_actions(plan: Plan) -> list[Action]:
    """Return the actions that a return may ask about, in the order of the plan."""
    return [action for action in plan.actions if action.is_open]

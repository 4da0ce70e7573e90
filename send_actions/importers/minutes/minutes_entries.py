"""Entries made of what minutes say: a decision, or what somebody is to do by when."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from send_actions.domain.words.dates import weigh_due
from send_actions.importers.minutes.minutes_lines import MinuteLine
from send_actions.importers.minutes.minutes_marks import (
    NOTED,
    fields_in,
    with_capital,
)
from send_actions.importers.minutes.minutes_offers import MinuteOffer, OfferKind
from send_actions.importers.minutes.minutes_parties import read_who
from send_actions.importers.minutes.minutes_refusals import is_refusal
from send_actions.importers.minutes.minutes_words import (
    Task,
    Way,
    part_when,
    read_task,
    read_when,
    waits_for_next,
)

REFUSED: Final = "it is refused, put off or not to be done"


class Entries:
    """Makes the entries of one meeting, from whose day dates count."""

    def __init__(self, met: date) -> None:
        self._met = met

    def _formal(self, verb: str, rest: str, line: MinuteLine) -> MinuteOffer:
        """Return what a body is said to have done: "The Board ENDORSED the plan"."""
        if verb.lower() == "requested":
            return self._request(rest, line)
        words = rest if re.match("that\\b", rest) else f"{verb.lower()} {rest}"
        return self._decision(words, line, f"it was {verb.lower()}")

    def _request(self, words: str, line: MinuteLine) -> MinuteOffer:
        """Return what was requested, of whom it was where the words say so."""
        if is_refusal(words, is_told=True):
            return self._decision(words, line, REFUSED)
        return self._task((read_task(words) or Task(words))._replace(way=Way.ASKED), line, Way.ASKED.value)

    def _decision(self, text: str, line: MinuteLine, why: str) -> MinuteOffer:
        words = with_capital(text)
        return MinuteOffer(OfferKind.DECISION, words, line.number, why, is_noted=bool(NOTED.search(words)))

    def _task(self, task: Task | None, line: MinuteLine, why: str) -> MinuteOffer:
        if line.who and line.who == line.by:
            who, by = part_when(line.who, self._met)
            line = line._replace(who=who, by=by)
        what, who, is_named, way = task or Task("")
        what, owner, by = fields_in(what)
        line = line._replace(who=line.who or owner, by=line.by or by)
        if line.who and not who:
            who, is_named = read_who(line.who)
        kind = OfferKind.REQUEST if way is Way.ASKED else OfferKind.ACTION
        due = weigh_due(line.by, today=self._met).due if line.by else read_when(what, self._met)
        for_next = waits_for_next(line.by) or (due is None and waits_for_next(what))
        return MinuteOffer(kind, with_capital(what), line.number, why, who, due, is_named, for_next=for_next)

"""The kinds of paper, and the one way to make each: what it takes, for whom, and its stamp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Final, NamedTuple

from send_actions.domain.plan import Plan
from send_actions.domain.words.choices import nearest
from send_actions.domain.words.past_days import say_nothing_yet
from send_actions.errors import UsageError
from send_actions.papers.report_front import NUMBER, SERIES, with_front
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.document import Document, Entry
from send_actions.reports.sections.review.review_front import readers_of
from send_actions.reports.stamp import stamped
from send_actions.store.history_reader import begins_after, read_change_heads
from send_actions.store.reader import Reader, read_plan


class Kind(NamedTuple):
    """A kind of paper: its module in this room, for whom it is when nobody says, and what it may take.

    The module's `make(reader, plan, audience, **subject)` returns the document. `takes` names what a request
    may carry besides, each as the command line has it: an argument by its name, an option with its dashes.
    `audiences` are all for whom it may be: a kind that names and counts the same actions is not for the
    public, since its small counts could be counted out (see `reports/disclosure`).
    `format` is that of standard output; `also` names the formats that only some kinds are written in.
    `has_short_stamp` is of papers whose readers have no use for a stamp.
    """

    module: str
    audience: Audience
    takes: tuple[str, ...] = ()
    format: str = "markdown"
    audiences: tuple[Audience, ...] = (Audience.INTERNAL, Audience.BOARD)
    also: tuple[str, ...] = ()
    has_short_stamp: bool = False


_DAYS: Final = ("icalendar",)
"""What a kind with days for a calendar is also written in."""

KINDS: Final[Mapping[str, Kind]] = {
    "board": Kind("make_board", Audience.BOARD, ("--since", NUMBER), also=_DAYS),
    "since": Kind("make_since", Audience.BOARD, ("--since", SERIES, NUMBER)),
    "owner": Kind("make_owner", Audience.INTERNAL, ("who",), "text", also=_DAYS, has_short_stamp=True),
    "impact": Kind("make_impact", Audience.BOARD, ("area", NUMBER)),
    "journey": Kind("make_journey", Audience.BOARD, (NUMBER,)),
    "meeting": Kind("make_meeting", Audience.BOARD, ("when", SERIES), also=_DAYS),
    "stocktake": Kind("make_stocktake", Audience.BOARD, ("--from", "--to", SERIES, NUMBER)),
    "evidence": Kind("make_evidence", Audience.BOARD, (SERIES, NUMBER)),
    "coverage": Kind("make_coverage", Audience.BOARD, (SERIES, NUMBER)),
    "full": Kind("make_full", Audience.BOARD, (NUMBER,)),
    "handover": Kind("make_handover", Audience.INTERNAL, (NUMBER,)),
    "public": Kind("make_public", Audience.PUBLIC, audiences=(Audience.PUBLIC,)),
    "families": Kind("make_families", Audience.PUBLIC, audiences=(Audience.PUBLIC,), has_short_stamp=True),
}
"""Every kind by the word that `report` has for it."""


def kind_of(word: str) -> Kind:
    """The kind meant by a word; raises UsageError naming the nearest."""
    if word not in KINDS:
        near = nearest(word, KINDS)
        hint = f"did you mean {near}?" if near else f"use one of {', '.join(KINDS)}."
        raise UsageError(f'There is no kind of paper "{word}": {hint}')
    return KINDS[word]


def is_written_as(word: str, format_name: str) -> bool:
    """Whether a kind of paper is written in a format: every kind is in those that none has of its own."""
    return not _kinds_with(format_name) or word in _kinds_with(format_name)


def check_format(word: str, format_name: str) -> None:
    """Refuse a format that other kinds are written in and this is not; raises UsageError that names them."""
    if not is_written_as(word, format_name):
        *others, last = _kinds_with(format_name)
        listed = f"{', '.join(others)} and {last} are" if others else f"{last} is"
        raise UsageError(f"`report {word}` is not written as {format_name}: {listed}.")


def _kinds_with(format_name: str) -> list[str]:
    return [word for word, kind in KINDS.items() if format_name in kind.also]


def make_paper(reader: Reader, plan: Plan, request: PaperRequest, record: int | None = None) -> Document:
    """The paper that is asked for, of a plan that was read or of its date as known at another record.

    It is stamped: its date, record, audience and content. The same request of the same date and record makes
    the same paper, whatever was changed since, save for what has become exempt. Raises UsageError for a kind
    that is none, an audience that it is not for, a subject that it does not take or find, or a date on which
    the plan had nothing yet.
    """
    kind = kind_of(request.kind)
    _refuse(request.kind, kind, request.audience)
    refuse_nothing(reader, plan)
    asked = {name: value for name, value in request.subject if value}
    number = asked.pop(NUMBER, "")
    series = "" if request.kind == "meeting" else asked.pop(SERIES, "")
    subject = {name.removeprefix("--"): value for name, value in asked.items()}
    made = import_module(f"send_actions.papers.{kind.module}")
    with reader.snapshot():
        if record is not None and record != plan.record:
            plan = read_plan(reader, plan.as_at, record)
        document: Document = made.make(reader, plan, request.audience, **subject)
        days = tuple(_of_this_plan(reader, document.entries))
    readers = readers_of(plan, series) if series else ""
    document = with_front(replace(document, entries=days), request.kind, number, readers)
    command = request.command_at(document.as_at or plan.as_at, plan.record)
    return stamped(document, command, is_short=kind.has_short_stamp)


def refuse_nothing(reader: Reader, plan: Plan) -> None:
    """Refuse a paper of a date on which the plan had nothing yet; raises UsageError that says its first."""
    if first := begins_after(reader, plan):
        raise UsageError(say_nothing_yet(plan.as_at, first))


def _refuse(word: str, kind: Kind, audience: Audience) -> None:
    """Refuse a paper for those whom its kind is not for; raises UsageError that says which kind is."""
    if audience in kind.audiences:
        return
    if audience is Audience.PUBLIC:
        public = " or ".join(f"`report {other}`" for other, one in KINDS.items() if audience in one.audiences)
        raise UsageError(
            f"`report {word}` is not for the public, who could count what it names: use {public}."
        )
    whom = " or ".join(one.value for one in kind.audiences)
    raise UsageError(f"`report {word}` is for one audience alone, {whom}: leave --audience out.")


def _of_this_plan(reader: Reader, days: Iterable[Entry]) -> Iterator[Entry]:
    """Yield days with keys that no other plan's have: by the moment at which the plan was begun."""
    origin: str | None = None
    for day in days:
        if origin is None:
            origin = next((change.at.isoformat() for change in read_change_heads(reader, 1)), "")
        yield replace(day, key=f"{day.key} of {origin}")

"""The kinds of paper, and the one way to make each: what it takes, for whom, and its stamp."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, NamedTuple

from send_actions.domain.plan import Plan
from send_actions.domain.words.choices import nearest
from send_actions.errors import UsageError
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.document import Document
from send_actions.reports.stamp import stamped
from send_actions.store.reader import Reader, read_plan


class Kind(NamedTuple):
    """A kind of paper: its module in this room, for whom it is when nobody says, and what it may take.

    The module's `make(reader, plan, audience, **subject)` returns the document. `takes` names what a request
    may carry besides, each as the command line has it: an argument by its name, an option with its dashes.
    `audiences` are all for whom it may be: a kind that names and counts the same actions is not for the
    public, since its small counts could be counted out (see `reports/disclosure`).
    """

    module: str
    audience: Audience
    takes: tuple[str, ...] = ()
    format: str = "markdown"
    audiences: tuple[Audience, ...] = (Audience.INTERNAL, Audience.BOARD)


KINDS: Final[Mapping[str, Kind]] = {
    "board": Kind("make_board", Audience.BOARD, ("--since", "--number")),
    "stocktake": Kind("make_stocktake", Audience.BOARD, ("--from", "--to")),
    "evidence": Kind("make_evidence", Audience.BOARD),
    "coverage": Kind("make_coverage", Audience.BOARD),
    "full": Kind("make_full", Audience.BOARD),
    "handover": Kind("make_handover", Audience.INTERNAL),
    "public": Kind("make_public", Audience.PUBLIC, audiences=(Audience.PUBLIC,)),
    "families": Kind("make_families", Audience.PUBLIC, audiences=(Audience.PUBLIC,)),
}
"""Every kind by the word that `report` has for it."""


def kind_of(word: str) -> Kind:
    """The kind meant by a word; raises UsageError naming the nearest."""
    if word not in KINDS:
        near = nearest(word, KINDS)
        hint = f"did you mean {near}?" if near else f"use one of {', '.join(KINDS)}."
        raise UsageError(f'There is no kind of paper "{word}": {hint}')
    return KINDS[word]


def make_paper(reader: Reader, plan: Plan, request: PaperRequest, record: int | None = None) -> Document:
    """The paper that is asked for, of a plan that was read or of its date as known at another record.

    It is stamped: its date, record, audience and content. The same request of the same date and record makes
    the same paper, whatever was changed since, save for what has become exempt. Raises UsageError for a kind
    that is none, an audience that it is not for, or a subject that it does not take or find.
    """
    kind = kind_of(request.kind)
    _refuse(request.kind, kind, request.audience)
    subject = {name.removeprefix("--"): value for name, value in request.subject if value}
    made = import_module(f"send_actions.papers.{kind.module}")
    with reader.snapshot():
        if record is not None and record != plan.record:
            plan = read_plan(reader, plan.as_at, record)
        document: Document = made.make(reader, plan, request.audience, **subject)
    return stamped(document, request.command_at(plan.as_at, plan.record))


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

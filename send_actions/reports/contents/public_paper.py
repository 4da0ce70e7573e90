"""The plan for the website: where it stands, what was done, what is late and why, and what is next."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.plan import Plan
from send_actions.domain.words.acronyms import acronyms_in, words_of
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt, exempt_in, redact_plan
from send_actions.reports.disclosure import FEWEST
from send_actions.reports.document import (
    Block,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Strong,
    bullets,
)
from send_actions.reports.sections.board.key_and_counts import legend
from send_actions.reports.sections.phrasing.cells import filled
from send_actions.reports.sections.phrasing.words_of_blocks import words_of_blocks
from send_actions.reports.sections.public.open_counts import open_counts
from send_actions.reports.sections.public.public_areas import public_areas
from send_actions.reports.sections.public.public_measures import public_measures
from send_actions.reports.sections.public.public_work import (
    what_is_done,
    what_is_late,
    what_is_next,
    when_it_meets,
)
from send_actions.reports.sections.public.said_and_done import said_and_done

MOST_VOICES = 6
"""How many of what families said a paper brings: the newest."""


def public_paper(plan: Plan, before: Plan | None, *, also_exempt: Exempt = NOTHING_EXEMPT) -> Document:
    """The public's paper of a plan, compared with `before`, the plan as at the last meeting.

    `also_exempt` is what became exempt after the plan's record or date, of which it does not tell either.
    """
    exempt = exempt_in(plan) | (exempt_in(before) if before else NOTHING_EXEMPT) | also_exempt
    now = redact_plan(plan, Audience.PUBLIC, exempt)
    then = redact_plan(before, Audience.PUBLIC, exempt) if before else None
    told = tuple(_told(now, then))
    board = f" of the {now.main_series}" if now.main_series.strip() else ""
    return Document(
        f"{filled(now.title, 'Action plan')}: how it is going",
        _facts(now),
        (*told, *_how_to_read(now, told)),
        as_at=plan.as_at,
        subject=f"The plan{board} for the public, as at {say_date(plan.as_at)}",
    )


def _facts(now: Plan) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Whose plan", now.partnership),
        ("As at", say_date(now.as_at)),
        ("Who may read it", Audience.PUBLIC.sentence),
    )
    return tuple((label, value) for label, value in facts if value.strip())


def _told(now: Plan, then: Plan | None) -> Iterator[Block]:
    sections: dict[str, list[Block]] = {
        "How each area stands": public_areas(now, then),
        "What was done, and what difference it makes": [
            Heading(3, "What families and young people say"),
            *said_and_done(now, MOST_VOICES),
            Heading(3, "What the figures say"),
            *public_measures(now),
            Heading(3, "What is done"),
            *what_is_done(now),
        ],
        "What is late, and why": what_is_late(now),
        "What is next": what_is_next(now),
        "How the rest is going": open_counts(now, then),
        "When the board meets": when_it_meets(now),
    }
    for title, blocks in sections.items():
        yield Heading(2, title)
        yield from blocks


def _how_to_read(now: Plan, told: tuple[Block, ...]) -> Iterator[Block]:
    yield Heading(2, "How to read this paper")
    yield bullets(
        "An area is a part of the plan; an action is one piece of work in it that was promised.",
        "Late means that its date has passed and that it is not done.",
        f"A count under {FEWEST} is not shown, so that nobody can be known by it. A share in per cent is.",
        "Those who lead the work are called by what they do, not by name.",
    )
    yield from legend(now)
    known = {one: words for one in sorted(_acronyms(now, told)) if (words := words_of(one))}
    if known:
        yield Heading(3, "Short words and what they stand for")
        yield BulletList(tuple(Paragraph((Strong(f"{one}:"), f" {words}")) for one, words in known.items()))


def _acronyms(now: Plan, told: tuple[Block, ...]) -> set[str]:
    return {
        acronym
        for words in (now.title, now.partnership, *words_of_blocks(told))
        for acronym in acronyms_in(words)
    }

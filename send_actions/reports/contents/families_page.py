"""One plain page for families: what was decided, what is better, what is not, what was said and done.

It is one side of A4 and can be read at twelve (see `reading_age`): where it would be longer or harder, items
are left out, those first that make it so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.reading_age import reading_age
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt, exempt_in, redact_plan
from send_actions.reports.document import Block, Document, Heading, bullets, text_of
from send_actions.reports.sections.phrasing.words_of_blocks import words_of_blocks
from send_actions.reports.sections.public.family_news import (
    better,
    decided,
    last_board,
    not_better,
    not_yet,
    said_and_did,
)
from send_actions.reports.sections.public.plain_words import PlainWords

OLDEST: Final = 12
"""The reading age that the page never passes."""

MOST_LETTERS: Final = 1800
"""How long all that is told may be, so that it stands on one side of A4."""

_MOST: Final = {"decided": 4, "not yet": 3, "said": 3}
_WHY: Final = (
    "We have a plan to make things better for children and young people with special needs. "
    "A board checks how it goes. Here is the news."
)

_NO_DECISION: Final = "It made no decision that is written down."
_HARD: Final = "It made decisions that we cannot put in plain words here."

_News = dict[str, list[str]]


def families_page(plan: Plan, *, also_exempt: Exempt = NOTHING_EXEMPT) -> Document:
    """The page for families of a plan; `also_exempt` is what became exempt after its record or date."""
    now = redact_plan(plan, Audience.PUBLIC, exempt_in(plan) | also_exempt)
    plain = PlainWords(now)
    told: Mapping[str, Callable[[Plan, PlainWords], list[str]]] = {
        "decided": decided,
        "better": better,
        "not yet": not_yet,
        "not better": not_better,
        "said": said_and_did,
    }
    all_news = {name: tell(now, plain) for name, tell in told.items()}
    page = partial(_page, now, len(all_news["decided"]))
    news = _short_and_plain(page, {name: items[: _MOST.get(name)] for name, items in all_news.items()})
    whose = plain.name(now.partnership)
    return Document(
        "News for families",
        tuple((label, value) for label, value in (("From", whose), ("Date", say_date(now.as_at))) if value),
        tuple(page(news)),
        as_at=now.as_at,
        subject=f"What is new in the plan, as at {say_date(now.as_at)}",
    )


def _short_and_plain(page: Callable[[_News], Iterator[Block]], news: _News) -> _News:
    """The news without what makes the page too long, then without what makes it too hard."""
    while sum(map(len, (item for items in news.values() for item in items))) > MOST_LETTERS:
        longest = max(news, key=lambda name: sum(map(len, news[name])))
        news = {**news, longest: news[longest][:-1]}
    while any(news.values()) and _age(page(news)) > OLDEST:
        without = [
            {**news, name: items[:place] + items[place + 1 :]}
            for name, items in news.items()
            for place in range(len(items))
        ]
        news = min(without, key=lambda fewer: _age(page(fewer)))
    return news


def _age(blocks: Iterable[Block]) -> float:
    return reading_age("\n".join(words_of_blocks(blocks)))


def _page(now: Plan, decisions: int, news: _News) -> Iterator[Block]:
    """Yield the page with some news, of all the decisions that the board made."""
    board, coming = last_board(now), now.next_meeting
    met = f"The board met on {say_date(board.on)}." if board else "No meeting is noted yet."
    yield text_of(_WHY)
    yield Heading(2, "What was decided")
    yield text_of(met)
    yield from _told(news["decided"], _NO_DECISION if board and not decisions else _HARD if board else "")
    if 0 < len(news["decided"]) < decisions:
        yield text_of("It made other decisions too.")
    sections = (
        ("What is better", "better", ""),
        ("What is better, but not yet what we aimed for", "not yet", ""),
        ("What is not better", "not better", ""),
        ("What you said and what we did", "said", "Please tell us what you think."),
    )
    for title, name, otherwise in sections:
        if news[name] or otherwise:
            yield Heading(2, title)
        yield from _told(news[name], otherwise)
    yield Heading(2, "What comes next")
    when = f"on {say_date(coming.on)}" if coming else "on a day that is not set yet"
    yield text_of(f"The board meets next {when}. We will then tell you more.")


def _told(items: list[str], otherwise: str) -> Iterator[Block]:
    if items:
        yield bullets(*items)
    elif otherwise:
        yield text_of(otherwise)

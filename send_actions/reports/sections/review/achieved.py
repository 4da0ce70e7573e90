"""What was achieved in a period: what was completed, with its proof, steps reached, and impact raised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from send_actions.domain.history.comparison import Move
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Heading, text_of
from send_actions.reports.sections.phrasing.cells import (
    count_of,
    impact_word,
    labelled,
    one_line,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.period import Period

_RANK: Final[dict[Impact | None, int]] = {
    None: 0,
    **{impact: place for place, impact in enumerate(Impact, start=1)},
}


def achieved(period: Period, raised_in: int) -> Iterator[Block]:
    """Yield what was completed and what it changed, the steps that were reached, and what else got better.

    `raised_in` is the number of the section that names the actions whose impact went up.
    """
    naming = Naming()
    done = [move.now for move in period.movement.completed if move.now]
    yield Heading(3, f"Completed, {len(done)}")
    if done:
        yield BulletList(tuple(labelled(naming.action(one), *_completed(period, one)) for one in done))
    else:
        yield text_of("No action was completed in this period.")
    if period.steps:
        by_action: dict[int, list[str]] = {}
        for action, step in period.steps:
            reached = f" ({say_date(step.reached_on)})" if step.reached_on else ""
            by_action.setdefault(action.id, []).append(f"{one_line(step.words)}{reached}")
        actions = period.now.actions_by_id
        yield Heading(3, f"Steps reached, {len(period.steps)}")
        yield BulletList(tuple(labelled(naming.action(actions[id_]), *it) for id_, it in by_action.items()))
    ids = {action.id for action in done}
    up = [move for move in period.movement.up if move.action.id not in ids]
    raised = sum(move.action.id not in ids for move in raised_impacts(period))
    better = {
        f"Status went up, {len(up)}": naming.actions(move.action for move in up) if up else "",
        "Impact went up": f"{count_of(raised, 'more action')}, named under {raised_in}" if raised else "",
    }
    items = tuple(labelled(label, words) for label, words in better.items() if words)
    if items:
        yield Heading(3, "What else got better")
        yield BulletList(items)


def raised_impacts(period: Period) -> list[Move]:
    """The actions whose impact is seen now, or is seen better, than on the first day."""
    return [
        move
        for move in period.movement.impact_changed
        if move.before
        and move.now
        and move.now.impact in {Impact.EMERGING, Impact.EVIDENCED}
        and _RANK[move.now.impact] > _RANK[move.before.impact]
    ]


def _completed(period: Period, action: Action) -> Iterator[str]:
    since = f" since {say_date(action.since)}" if action.since else ""
    yield f"{status_word(period.now, action.status).lower()}{since}"
    impact = f"impact {impact_word(action.impact).lower()}"
    if is_withheld(action):
        yield f"{impact}; its detail is exempt"
        return
    yield (
        f"proof: {one_line(action.proof).removesuffix('.')}" if action.proof.strip() else "no proof is named"
    )
    yield f"{impact}{shown_words(action)}"


def shown_words(action: Action) -> str:
    """What its lead names that shows its impact; empty where nothing is."""
    words = one_line(action.impact_shown_by).removesuffix(".")
    return f", shown by {words}" if words else ""

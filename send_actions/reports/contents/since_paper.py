"""What changed since an earlier state of the plan: half a page to lay on a table."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt
from send_actions.reports.document import Block, BulletList, Document, Heading
from send_actions.reports.sections.review.changed_since import (
    answered_since,
    counts_since,
    moved_since,
    unanswered_since,
)
from send_actions.reports.sections.review.review_front import position, withheld
from send_actions.reports.sections.review.seen_plan import seen_plan


def since_paper(
    plan: Plan,
    before: Plan,
    *,
    compared: str,
    audience: str = Audience.BOARD,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """What moved, was asked, answered and not answered in a plan since `before`, in counts and in words.

    `compared` says what that state is, such as the paper that showed it, and its record. `also_exempt` is
    what became exempt after the plan's record or date. To keep to its half page it does not say for whom it
    is where it leaves nothing out.
    """
    seen = seen_plan(plan, audience, also_exempt)
    now, then = seen.now, seen.another(before)
    asked = (*answered_since(now, then), unanswered_since(now, then))
    blocks: list[Block] = [
        counts_since(now, then),
        Heading(2, "What moved, and why"),
        *moved_since(now, then),
        Heading(2, "Asked, answered and not answered"),
        BulletList(asked),
    ]
    facts = seen.front(("Compared with", compared + withheld(before, seen.viewer, seen.exempt)))
    is_whole = seen.viewer is Audience.BOARD and seen.exempt == NOTHING_EXEMPT
    return seen.paper(
        f"since {say_date(before.as_at)}",
        facts[:-1] if is_whole else facts,
        blocks,
        subject=f"Changes from {position(before)}, to {position(plan)}",
    )

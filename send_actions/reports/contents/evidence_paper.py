"""The paper on evidence: what shows that something was done or made a difference, and what nothing shows."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Impact
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt
from send_actions.reports.document import Block, BulletList, Document
from send_actions.reports.sections.phrasing.cells import labelled
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.numbered import Told, numbered
from send_actions.reports.sections.review.evidence_gaps import gaps, in_short
from send_actions.reports.sections.review.evidence_kept import (
    are_evidenced,
    evidence_of_actions,
    evidenced_actions,
)
from send_actions.reports.sections.review.evidence_table import evidence_table
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import seen_plan


def evidence_paper(
    plan: Plan, *, audience: str = Audience.BOARD, also_exempt: Exempt = NOTHING_EXEMPT
) -> Document:
    """The evidence of a plan as at its date, what it shows, and where there is none.

    `also_exempt` is what became exempt after the plan's record or date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    return seen.paper(
        "evidence",
        seen.front(),
        _blocks(seen.now),
        subject=f"What shows that the plan works, as at {position(plan)}",
        has_legend=False,
    )


def _blocks(plan: Plan) -> Iterator[Block]:
    naming = Naming()
    which = naming.actions(action for action in plan.actions if action.impact is Impact.EVIDENCED)
    evidenced = f"{are_evidenced(plan)} impact that is evidenced" + (f": {which}" if which else "")
    lines = {"Evidenced": evidenced, **in_short(plan)}
    sections: dict[str, Told] = {
        "In short": [BulletList(tuple(labelled(label, words) for label, words in lines.items()))],
        "Which actions are evidenced, and by what": evidenced_actions(
            plan, evidence_of_actions(plan), Naming()
        ),
        "What is missing": gaps(plan),
        "The evidence, area by area": [evidence_table(plan)],
    }
    yield from numbered(sections)

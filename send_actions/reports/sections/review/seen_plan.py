"""A whole plan as the reader of a paper may see it, and the paper that is made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from send_actions.domain.plan import Plan
from send_actions.reports.audience import Audience, Exempt, exempt_in, read_audience, redact_plan
from send_actions.reports.document import Block, Document
from send_actions.reports.sections.board.key_and_counts import statuses
from send_actions.reports.sections.phrasing.cells import filled
from send_actions.reports.sections.review.review_front import Facts, front


@dataclass(frozen=True)
class SeenPlan:
    """A plan, for whom a paper of it is, what is exempt, and the plan `now` without what they may not see."""

    plan: Plan
    viewer: Audience
    exempt: Exempt
    now: Plan

    def another(self, plan: Plan) -> Plan:
        """Another state of the plan, without what the same reader may not see."""
        return redact_plan(plan, self.viewer, self.exempt)

    def front(self, *more: tuple[str, str], reader: str | None = None) -> Facts:
        """For whom the paper is, as at when, and what more it has to say."""
        return front(self.plan, self.viewer, self.exempt, *more, reader=reader)

    def paper(
        self,
        name: str,
        facts: Facts,
        blocks: Iterable[Block],
        *,
        subject: str,
        has_legend: bool = True,
        has_contents: bool = False,
    ) -> Document:
        """The paper of this plan that goes by a name."""
        return Document(
            f"{filled(self.now.title, 'Action plan')}: {name}",
            facts,
            tuple(blocks),
            as_at=self.plan.as_at,
            subject=subject,
            legend=statuses(self.now) if has_legend else (),
            has_contents=has_contents,
        )


def seen_plan(plan: Plan, audience: str, also_exempt: Exempt) -> SeenPlan:
    """A plan as an audience may see it; `also_exempt` is what is exempt besides; raises UsageError."""
    viewer = read_audience(audience)
    exempt = exempt_in(plan) | also_exempt
    return SeenPlan(plan, viewer, exempt, redact_plan(plan, viewer, exempt))

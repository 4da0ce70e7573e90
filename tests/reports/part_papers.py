"""Papers about a part of the plan or of its past: each made of a small plan, and of the sample."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import an_id
from reports.review_plan import the_deadlines, the_reviewed_plan
from reports.sample_paper import INCLUSION, LAST, NEXT, THERAPIES, the_plan_before

from send_actions.domain.plan import Plan
from send_actions.papers.kinds import KINDS, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.contents.impact_paper import impact_paper
from send_actions.reports.contents.meeting_paper import action_log, agenda
from send_actions.reports.contents.owner_paper import owner_paper
from send_actions.reports.contents.since_paper import since_paper
from send_actions.reports.document import Document
from send_actions.reports.sections.meetings.meeting_log import Agreed
from send_actions.store.reader import Reader, read_plan

SAMPLE = Path(__file__).parents[2] / "sample.db"

REQUESTS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "since_paper": ("since", ()),
    "owner_paper": ("owner", (("who", "ICB"),)),
    "impact_page": ("impact", (("area", "9"),)),
    "meeting_agenda": ("meeting", (("when", "2026-04-15"),)),
    "meeting_log": ("meeting", (("when", "2025-11-12"),)),
}
"""What is asked for of the sample, by the name of the file that keeps it."""


def sample_paper_of(reader: Reader, name: str, day: date) -> tuple[Plan, Document]:
    """The sample as at a day, and a paper of it for whom its kind is."""
    kind, subject = REQUESTS[name]
    plan = read_plan(reader, day)
    return plan, make_paper(reader, plan, PaperRequest(kind, KINDS[kind].audience, subject))


def the_small_plan() -> Plan:
    """The small plan with its owners."""
    return replace(the_reviewed_plan(), owners=(INCLUSION, THERAPIES))


def small_papers(plan: Plan | None = None, audience: str = "board") -> dict[str, Document]:
    """Each paper of a small plan in which area 9 and the Head of Therapies stand."""
    now, area, who = plan or the_small_plan(), an_id("area", "9"), "Head of Therapies, NHS trust"
    before, moved = the_plan_before(), the_deadlines()
    there = {id_: [replace(d, agreed_meeting_id=LAST.id) for d in said] for id_, said in moved.items()}
    return {
        "since_paper": since_paper(now, before, compared="the plan then", audience=audience),
        "owner_paper": owner_paper(now, who, audience=audience),
        "impact_page": impact_paper(now, area, audience=audience),
        "meeting_agenda": agenda(now, NEXT, before, deadlines=moved, audience=audience),
        "meeting_log": action_log(now, LAST, Agreed(there), audience=audience),
    }

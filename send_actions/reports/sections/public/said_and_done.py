"""What families and young people said, what was done about it and what came of it, without any status."""

from __future__ import annotations

from typing import NamedTuple

from send_actions.domain.plan import Action, Evidence, Plan
from send_actions.reports.document import Block, BulletList, Paragraph, text_of
from send_actions.reports.sections.phrasing.cells import area_name, full_name
from send_actions.reports.sections.phrasing.heard import (
    NO_ACTION,
    doing_words,
    told_voice,
    voices_heard,
    with_difference,
    work_words,
)
from send_actions.reports.sections.public.public_work import difference_words


class Heard(NamedTuple):
    """A piece of evidence in which families speak, with what was or is being done, and its area."""

    said: Evidence
    action: Action | None
    area: str


def heard_from_families(plan: Plan) -> list[Heard]:
    """What families and young people said, the newest first."""
    return [_heard(plan, one) for one in voices_heard(plan)]


def said_and_done(plan: Plan, most: int) -> list[Block]:
    """The newest of what was said, and for each what was done and what difference that makes."""
    heard = [one for one in heard_from_families(plan) if one.said.shows.strip()]
    if not heard:
        return [text_of("Nothing is written down yet of what families and young people say.")]
    return [BulletList(tuple(_item(plan, one) for one in heard[:most]))]


def _heard(plan: Plan, said: Evidence) -> Heard:
    action = plan.actions_by_id.get(said.action_id or 0)
    area = plan.areas_by_id.get(action.area_id if action else said.area_id or 0)
    done = action if action and doing_words(action) else None
    return Heard(said, done, area_name(area) if area else "")


def _item(plan: Plan, heard: Heard) -> Paragraph:
    if heard.action:
        work = f"{work_words(heard.action)}: {full_name(heard.action)}"
        return told_voice(heard.said, with_difference(work, difference_words(plan, heard.action)))
    return told_voice(heard.said, f"It is part of area {heard.area}." if heard.area else NO_ACTION)

"""What families and young people said, what was done about it and what came of it, without any status."""

from __future__ import annotations

from typing import NamedTuple

from send_actions.domain.plan import Action, Evidence, Plan
from send_actions.domain.plan.vocabulary import EvidenceKind
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Paragraph, Strong, text_of
from send_actions.reports.sections.cells import area_name, filled, full_name, one_line, quoted, sentence
from send_actions.reports.sections.public_work import difference_words


class Heard(NamedTuple):
    """A piece of evidence in which families speak, with the action or the area that it is about."""

    said: Evidence
    action: Action | None
    area: str


def heard_from_families(plan: Plan) -> list[Heard]:
    """What families and young people said, the newest first."""
    told = [one for one in plan.evidence if one.kind is EvidenceKind.VOICE and one.on <= plan.as_at]
    return [_heard(plan, one) for one in sorted(told, key=lambda one: (one.on, one.id), reverse=True)]


def said_and_done(plan: Plan, most: int) -> list[Block]:
    """The newest of what was said, and for each what was done and what difference that makes."""
    heard = [one for one in heard_from_families(plan) if one.said.shows.strip()]
    if not heard:
        return [text_of("Nothing is written down yet of what families and young people say.")]
    return [BulletList(tuple(_item(one) for one in heard[:most]))]


def _heard(plan: Plan, said: Evidence) -> Heard:
    action = plan.actions_by_id.get(said.action_id) if said.action_id is not None else None
    area = plan.areas_by_id.get(said.area_id) if said.area_id is not None else None
    return Heard(said, action, area_name(area) if area else "")


def _item(heard: Heard) -> Paragraph:
    title = Strong(f"{filled(one_line(heard.said.title))}, {say_date(heard.said.on)}:")
    did = "No action is named for it."
    if heard.action:
        difference = sentence(difference_words(heard.action), keep=True)
        did = f"Did: {full_name(heard.action)}. Difference: {difference}"
    elif heard.area:
        did = f"It is part of area {heard.area}."
    return Paragraph((title, f" {sentence(quoted(heard.said.shows), keep=True)} {did}"))

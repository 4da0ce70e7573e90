"""What families and young people said, what was done about it and what came of it, without any status."""

from __future__ import annotations

from typing import Final, NamedTuple

from send_actions.domain.plan import Action, Evidence, Plan
from send_actions.domain.plan.vocabulary import DONE, EvidenceKind, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Paragraph, Strong, text_of
from send_actions.reports.sections.cells import area_name, filled, full_name, one_line, quoted, sentence
from send_actions.reports.sections.public_work import difference_words

_NOT_BEGUN: Final = frozenset({Status.NOT_STARTED, None})
WORDS_OF_WORK: Final = {"did": "Did", "are doing": "Doing"}
"""What stands before an action in a list, by what we do of it."""


class Heard(NamedTuple):
    """A piece of evidence in which families speak, with what was or is being done, and its area."""

    said: Evidence
    action: Action | None
    area: str


def doing_words(action: Action) -> str:
    """What "we" do of an action: did or are doing; empty of what has not begun or was stopped."""
    if action.status in DONE:
        return "did"
    return "" if action.status in _NOT_BEGUN or not action.is_open else "are doing"


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
    action = plan.actions_by_id.get(said.action_id or 0)
    area = plan.areas_by_id.get(action.area_id if action else said.area_id or 0)
    done = action if action and doing_words(action) else None
    return Heard(said, done, area_name(area) if area else "")


def _item(heard: Heard) -> Paragraph:
    title = Strong(f"{filled(one_line(heard.said.title))}, {say_date(heard.said.on)}:")
    did = "No action is named for it."
    if heard.action:
        difference = sentence(difference_words(heard.action), keep=True)
        word = WORDS_OF_WORK[doing_words(heard.action)]
        did = f"{word}: {full_name(heard.action)}. Difference: {difference}"
    elif heard.area:
        did = f"It is part of area {heard.area}."
    return Paragraph((title, f" {sentence(quoted(heard.said.shows), keep=True)} {did}"))

"""What families and young people say: what was said, what was done about it, and what difference it made."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Action, Evidence, Plan
from send_actions.domain.plan.vocabulary import Impact
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Paragraph, text_of
from send_actions.reports.sections.phrasing.cells import (
    Summaries,
    count_of,
    impact_word,
    one_line,
    status_word,
)
from send_actions.reports.sections.phrasing.heard import (
    NO_ACTION,
    doing_words,
    told_voice,
    voices_heard,
    with_difference,
    work_words,
)
from send_actions.reports.sections.phrasing.naming import Naming

MOST: Final = 4
"""How many voices a paper brings, so that it keeps to its pages: the newest."""


def voices(plan: Plan, areas: Summaries) -> list[Block]:
    """The newest evidence of what families and young people say: said, did, difference."""
    heard = voices_heard(plan)
    told = [one for one in heard if not is_withheld(one)]
    hidden = len(heard) - len(told)
    naming = Naming()
    items = [told_voice(one, _did(plan, one, areas, naming)) for one in told[:MOST]]
    if not heard:
        return [text_of("No evidence yet says what families and young people think.")]
    if hidden:
        are = "is" if hidden == 1 else "are"
        items.append(Paragraph((f"{count_of(hidden, 'more piece')} of evidence {are} exempt.",)))
    return [BulletList(tuple(items))]


def which_voices(plan: Plan) -> str:
    """What a heading says of how many are told, where not all are."""
    many = len(voices_heard(plan))
    return f" (the newest {MOST} of {many})" if many > MOST else ""


def _did(plan: Plan, voice: Evidence, areas: Summaries, naming: Naming) -> str:
    """The action it belongs to, how that goes, and its difference; else its area as it stands."""
    if voice.action_id in plan.actions_by_id:
        action = plan.actions_by_id[voice.action_id]
        status = status_word(plan, action.status)
        stands = f" ({status.lower()})" if doing_words(action) else ""
        work = f"{work_words(action, status)}: {naming.action(action)}{stands}"
        return with_difference(work, _made(action))
    if voice.area_id in plan.areas_by_id:
        area = plan.areas_by_id[voice.area_id]
        status = status_word(plan, areas[area.id].status).lower()
        return f"It is part of area {naming.area(area)} ({status})."
    return f"{NO_ACTION} Difference: not seen yet."


def _made(action: Action) -> str:
    """What difference an action has made, and what shows it."""
    if action.impact is Impact.TOO_EARLY:
        return "too early to say"
    if action.impact not in {Impact.EMERGING, Impact.EVIDENCED}:
        return "not seen yet"
    bare = is_withheld(action) or not action.impact_shown_by.strip()
    shown = "" if bare else f", {one_line(action.impact_shown_by)}"
    return f"{impact_word(action.impact).lower()}{shown}"

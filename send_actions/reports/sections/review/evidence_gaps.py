"""Where evidence is missing or old: what is complete without it, and areas that nothing speaks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.plan import Action, Area, Evidence, Plan
from send_actions.domain.plan.vocabulary import DONE, EvidenceKind, Impact
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.board_view import EXEMPT_ITEM, WITHHELD
from send_actions.reports.document import Block, BulletList, Paragraph, text_of
from send_actions.reports.sections.phrasing.cells import count_of, labelled
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.review.evidence_kept import (
    Kept,
    counted_kinds,
    evidence_by_now,
    evidence_of_actions,
    title_of,
)

_FEBRUARY: Final = 2
_LEAP_DAY: Final = 29


class Completed(NamedTuple):
    """The actions that are done, each in one place: what stands behind them."""

    kept: list[Action]
    named: list[Action]
    bare: list[Action]
    exempt: list[Action]

    @property
    def total(self) -> int:
        """How many are done."""
        return sum(map(len, self))


def completed_by_proof(plan: Plan, kept: Kept) -> Completed:
    """The actions that are done: with evidence kept, with a proof only named, with neither, or exempt."""
    found = Completed([], [], [], [])
    for action in plan.actions:
        if action.status in DONE:
            is_named = bool(action.proof.strip())
            place = found.kept if action.id in kept else found.named if is_named else found.bare
            (found.exempt if is_withheld(action) else place).append(action)
    return found


def completed_words(done: Completed) -> str:
    """How the actions that are done are proved, so that it adds up to all of them."""
    words = ("with evidence kept", "with a proof named but none kept", "with neither", "exempt")
    told = ", ".join(f"{len(found)} {word}" for found, word in zip(done, words, strict=True) if found)
    return f"{done.total}: {told}" if done.total else "none yet"


def gaps(plan: Plan) -> list[Block]:
    """Everything that lacks evidence, and evidence that has grown old, each under what is the matter."""
    naming = Naming()
    kept = evidence_of_actions(plan)
    items = [*_of_completed(plan, kept, naming), *_of_impact(plan, kept, naming), *_old(plan, naming)]
    items += _of_areas(plan, naming)
    if not items:
        return [text_of("No gap is found: what is complete has evidence, and none of it is old.")]
    return [BulletList(tuple(items))]


def a_year_before(day: date) -> date:
    """The same day a year earlier; of 29 February the day before it."""
    is_leap = (day.month, day.day) == (_FEBRUARY, _LEAP_DAY)
    return day.replace(year=day.year - 1, day=day.day - is_leap)


def older_than_a_year(plan: Plan) -> list[Evidence]:
    """The evidence that speaks of a day more than a year ago."""
    limit = a_year_before(plan.as_at)
    return [one for one in evidence_by_now(plan) if one.on < limit]


def _of_completed(plan: Plan, kept: Kept, naming: Naming) -> Iterator[Paragraph]:
    done = completed_by_proof(plan, kept)
    of_all = f"of {done.total} completed"
    if done.bare:
        yield labelled(f"No proof and no evidence, {len(done.bare)} {of_all}", naming.actions(done.bare))
    if done.named:
        label = f"A proof is named but no evidence is kept, {len(done.named)} {of_all}"
        yield labelled(label, naming.actions(done.named))
    for impact, words in ((Impact.NONE_YET, "No impact yet"), (None, "Impact not rated")):
        found = [action for action in plan.actions if action.status in DONE and action.impact is impact]
        if found:
            yield labelled(f"{words}, {len(found)} {of_all}", naming.actions(found))


def _of_impact(plan: Plan, kept: Kept, naming: Naming) -> Iterator[Paragraph]:
    rated = [a for a in plan.actions if a.impact is Impact.EVIDENCED]
    bare = [action for action in rated if action.id not in kept and not is_withheld(action)]
    if bare:
        label = f"Impact called evidenced, but no evidence is kept, {len(bare)} of {len(rated)}"
        yield labelled(label, naming.actions(bare))


def is_area_withheld(area: Area) -> bool:
    """Whether what is said of an area, or that nothing is, is kept from the reader."""
    return area.exempt and (area.title, area.outcome) == (EXEMPT_ITEM, WITHHELD)


def _old(plan: Plan, naming: Naming) -> Iterator[Paragraph]:
    found = older_than_a_year(plan)
    if found:
        told = (f"{_whose(plan, one, naming)}{title_of(one)} ({say_date(one.on)})" for one in found)
        limit = say_date(a_year_before(plan.as_at))
        all_of_it = count_of(len(evidence_by_now(plan)), "piece")
        yield labelled(f"Older than a year, from before {limit}, {len(found)} of {all_of_it}", *told)


def _whose(plan: Plan, one: Evidence, naming: Naming) -> str:
    if one.action_id in plan.actions_by_id:
        return f"{naming.action(plan.actions_by_id[one.action_id])}: "
    return f"area {naming.area(plan.areas_by_id[one.area_id])}: " if one.area_id in plan.areas_by_id else ""


def _of_areas(plan: Plan, naming: Naming) -> Iterator[Paragraph]:
    by_area = evidence_by_area(plan)
    voices = {id_ for id_, found in by_area.items() if any(e.kind is EvidenceKind.VOICE for e in found)}
    tests: tuple[tuple[str, Callable[[Area], bool]], ...] = (
        ("Areas without any evidence", lambda area: area.id not in by_area),
        ("Areas with evidence, and none in the words of families", lambda area: area.id not in voices),
    )
    told: set[int] = set()
    for words, test in tests:
        open_to_all = (area for area in plan.areas if not is_area_withheld(area))
        found = [area for area in open_to_all if test(area) and area.id not in told]
        told |= {area.id for area in found}
        if found:
            names = (naming.area(area) for area in found)
            yield labelled(f"{words}, {len(found)} of {len(plan.areas)}", *names)


def evidence_by_area(plan: Plan) -> dict[int, list[Evidence]]:
    """The evidence by now of each area that has any: its own, and that of its actions."""
    found: dict[int, list[Evidence]] = {}
    for one in evidence_by_now(plan):
        action = plan.actions_by_id.get(one.action_id or 0)
        area_id = action.area_id if action else one.area_id
        if area_id in plan.areas_by_id:
            found.setdefault(area_id, []).append(one)
    return found


def in_short(plan: Plan) -> dict[str, str]:
    """What there is and what is missing, in four lines by their labels."""
    evidence, done = evidence_by_now(plan), completed_by_proof(plan, evidence_of_actions(plan))
    by_area = evidence_by_area(plan)
    kinds = counted_kinds(evidence)
    return {
        "Kept": f"{count_of(len(evidence), 'piece')} of evidence" + (f": {kinds}" if kinds else ""),
        "Completed actions": completed_words(done),
        "Areas": f"{len(by_area)} of {len(plan.areas)} {'has' if len(by_area) == 1 else 'have'} evidence",
        "Older than a year": f"{len(older_than_a_year(plan))} of {count_of(len(evidence), 'piece')}",
    }

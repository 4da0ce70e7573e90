"""The areas as the public sees them: what each is for and what its lead thinks of it, in words."""

from __future__ import annotations

from send_actions.domain.history.direction import Direction, direction_between
from send_actions.domain.plan import Area, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Cell, Heading, Paragraph, Strong, Table, text_of
from send_actions.reports.sections.phrasing.cells import area_name, filled, mark, one_line, sentence

_WAYS = {Direction.UP: "Better", Direction.DOWN: "Worse", Direction.SAME: "The same"}


def public_areas(plan: Plan, before: Plan | None) -> list[Block]:
    """How each area stands by its lead's judgement alone, what is wanted of it, and what its lead says.

    A status worked out from an area's actions would tell how some of them stand, which are counted.
    """
    if not plan.areas:
        return [text_of("The plan has no areas yet.")]
    since = f"Since {say_date(before.as_at)}" if before else "Since last time"
    header = ("Area", "How it stands", since, "What is wanted for children and families")
    rows = tuple(
        (area_name(area), _standing(plan, area), _way(area, before), filled(area.outcome, "Not written yet"))
        for area in plan.areas
    )
    blocks: list[Block] = [
        text_of("How an area stands is what its lead thinks of it; what the words mean is told at the end."),
        Table("The areas and how each stands", header, rows),
    ]
    said = tuple(_said(area) for area in plan.areas if _reason(area) or area.headline.strip())
    return [*blocks, Heading(3, "What their leads say"), BulletList(said)] if said else blocks


def _standing(plan: Plan, area: Area) -> Cell:
    return mark(plan, area.judgement.status) if area.judgement else "Not said yet"


def _way(area: Area, before: Plan | None) -> str:
    earlier = before.areas_by_id.get(area.id) if before else None
    if earlier is None:
        return "Nothing to compare"
    if area.judgement is None:
        return "Not said yet"
    if earlier.judgement is None:
        return "Said for the first time"
    way = direction_between(earlier.judgement.status, area.judgement.status)
    return _WAYS.get(way, way.word.capitalize()) if way else "Another"


def _said(area: Area) -> Paragraph:
    told = filter(
        None, (sentence(one_line(area.headline), keep=True) if area.headline.strip() else "", _reason(area))
    )
    return Paragraph((Strong(f"{area_name(area)}:"), f" {' '.join(told)}"))


def _reason(area: Area) -> str:
    judged = area.judgement
    if judged is None or not judged.reason.strip():
        return ""
    return f"Judged on {say_date(judged.on)}: {sentence(one_line(judged.reason), keep=True)}"

"""One finding of an inspection or review in full, with what answers it."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Finding, Plan
from send_actions.domain.plan.vocabulary import FindingKind
from send_actions.domain.text import NaturalKey, fold, natural
from send_actions.domain.words.dates import say_date
from send_actions.tui.drawing.actions import fact_lines, worded
from send_actions.tui.drawing.sorting import SortColumn
from send_actions.tui.text_layout import Line, fit, inline, wrap

KIND: Final = 22
AREAS: Final = 14


OfPlan = tuple[Plan, Finding]
"""A finding and the plan it is of."""


def _answer(one: OfPlan) -> NaturalKey | None:
    """The first area that answers a finding; those that none answers come last."""
    plan, finding = one
    return min(
        (natural(plan.areas_by_id[id_].number) for id_ in finding.area_ids if id_ in plan.areas_by_id),
        default=None,
    )


FINDING_COLUMNS: Final = (
    SortColumn("o", "order found", "", lambda one: one[1].id, "as they were found", "the last found first"),
    SortColumn("k", "kind", "", lambda one: kind_words(one[1]), "by kind", "by kind, from Z"),
    SortColumn("a", "area", "", _answer, "by area", "by area, the last first"),
    SortColumn("t", "text", "", lambda one: natural(fold(one[1].text)), "by text", "by text, from Z"),
)
"""What the findings of a source are sorted by."""


def finding_row(plan: Plan, finding: Finding, width: int) -> Line:
    """A finding on one line: its kind, the areas that answer it, and its words."""
    numbers = [plan.areas_by_id[id_].number for id_ in finding.area_ids if id_ in plan.areas_by_id]
    is_open = not numbers and finding.kind is not FindingKind.STRENGTH
    answered = f"area {', '.join(map(inline, numbers))}" if numbers else "no area yet" if is_open else ""
    return [
        (fit(kind_words(finding), KIND), "dim"),
        (fit(answered, AREAS) + "  ", "amber" if is_open else "dim"),
        (fit(inline(finding.text), width - KIND - AREAS - 2), ""),
    ]


def kind_words(finding: Finding) -> str:
    """The kind of a finding in words: Area for improvement."""
    return finding.kind.value.replace("-", " ").capitalize()


def finding_lines(plan: Plan, finding: Finding, width: int) -> list[Line]:
    """A finding in lines of `width` columns: its words, where it stands, its areas and their actions."""
    lines: list[Line] = [[(f" {part}", "bold")] for part in wrap(finding.text, width - 2)]
    lines.append([])
    source = next((one for one in plan.sources if one.id == finding.source_id), None)
    if source:
        where = f", {finding.place}" if finding.place else ""
        lines += fact_lines("Source", f"{source.title}, {say_date(source.on)}{where}", width)
    lines += fact_lines("Kind", kind_words(finding), width)
    areas = [plan.areas_by_id[id_] for id_ in finding.area_ids if id_ in plan.areas_by_id]
    if not areas:
        return [*lines, *fact_lines("Area", "None answers it yet", width)]
    for area in areas:
        lines += fact_lines("Area", f"{area.number} {area.title}", width)
        for action in plan.actions_by_area[area.id]:
            status = worded(plan, action.status)
            lines.append(
                [(" " * 10, ""), (fit(inline(action.ref), 7), ""), *status, ("  " + inline(action.title), "")]
            )
    return lines

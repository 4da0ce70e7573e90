"""An area, a theme or the whole plan in full: the judgement first, then the counts, then the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from send_actions.domain.checks.summary import AreaSummary, count_statuses
from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.words.dates import say_date
from send_actions.tui.drawing.action_detail import fact_lines
from send_actions.tui.drawing.areas import Scope
from send_actions.tui.drawing.statuses import badge, colour, word
from send_actions.tui.text_layout import Line, fit, wrap


def scope_lines(
    plan: Plan,
    before: Plan | None,
    scope: Scope,
    summaries: Mapping[int, AreaSummary],
    width: int,
    *,
    is_brief: bool = False,
) -> list[Line]:
    """A scope's detail in lines of `width` columns; a brief one leaves out the title."""
    area = plan.areas_by_id.get(scope.area_id) if scope.area_id is not None else None
    title = area.title if area else scope.title(plan)
    lines: list[Line] = [] if is_brief else [*([(f" {text}", "bold")] for text in wrap(title, width - 2)), []]
    if area:
        lines += _area_lines(plan, area, summaries[area.id], width)
    held = [action for action in plan.actions if scope.holds(plan, action)]
    return [*lines, *([[]] if area else []), *_counts(plan, before, scope, held)]


def _area_lines(plan: Plan, area: Area, summary: AreaSummary, width: int) -> list[Line]:
    lines: list[Line] = []
    if area.judgement:
        entry = plan.legend_of(area.judgement.status)
        mark = badge(plan, area.judgement.status)[0][0].strip()
        reason = f": {area.judgement.reason}" if area.judgement.reason else ""
        told = f"{mark} {entry.word} since {say_date(area.judgement.on)}{reason}"
        lines += fact_lines("Judged", told, width)
    facts = (
        ("Actions", summary.sentence if summary.total else ""),
        ("Outcome", area.outcome),
        ("Lead", str(area.lead) if area.lead else ""),
        ("Headline", area.headline),
    )
    return lines + [line for label, text in facts if text for line in fact_lines(label, text, width)]


def _counts(plan: Plan, before: Plan | None, scope: Scope, held: Sequence[Action]) -> list[Line]:
    now = count_statuses(held)
    earlier = [a for a in before.actions if a.area_id in before.areas_by_id] if before else []
    then = count_statuses(a for a in earlier if before and scope.holds(before, a))
    lines: list[Line] = [[(f" {fit('', 20)}  now{'  last time' if before else ''}", "heading")]]
    for status, count in now.items():
        if count or then.get(status):
            name = fit(word(plan, status), 14)
            last = f"{then.get(status, 0):>11}" if before else ""
            hue = colour(plan, status)
            lines.append(
                [(" ", ""), *badge(plan, status), (f"  {name}", hue), (f"{count:>5}", ""), (last, "dim")]
            )
    return lines if len(lines) > 1 else [[(" No actions yet", "dim")]]

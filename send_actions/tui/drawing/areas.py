"""Areas under their themes: each on one line of the list, and one of them, a theme or the plan in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from send_actions.domain.checks.summary import AreaSummary, count_statuses
from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.plan.vocabulary import TROUBLED, WORST_FIRST, Status
from send_actions.domain.words.dates import say_date
from send_actions.tui.drawing.action_detail import fact_lines
from send_actions.tui.drawing.actions import badge, colour, letters, word, word_width, worded
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline, length, wrap

WIDE: Final = 70
COUNTS: Final = 6
LONGEST_ARROW: Final = 3
_TROUBLED: Final = tuple(status for status in WORST_FIRST if status in TROUBLED)


@dataclass(frozen=True)
class Scope:
    """What a list of actions is about: one area, one theme, or (with neither) the whole plan."""

    area_id: int | None = None
    theme: str | None = None

    def holds(self, plan: Plan, action: Action) -> bool:
        """Whether an action is within it."""
        if self.area_id is not None:
            return action.area_id == self.area_id
        return self.theme is None or plan.area_of(action).theme == self.theme

    def title(self, plan: Plan) -> str:
        """Its name as a pane's title has it."""
        if self.area_id is None:
            return "All areas" if self.theme is None else inline(self.theme or "No theme")
        area = plan.areas_by_id[self.area_id]
        return inline(f"{area.number} {area.title}")


WHOLE: Final = Scope()
"""The whole plan."""


def scopes_of(plan: Plan, kept: Sequence[Action] | None = None) -> tuple[Scope, ...]:
    """The whole plan, then each theme with its areas; `kept` leaves only the areas of those actions."""
    wanted = None if kept is None else {action.area_id for action in kept}
    areas = [area for area in plan.areas if wanted is None or area.id in wanted]
    themes = list(dict.fromkeys(area.theme for area in areas))
    rows = [WHOLE]
    for theme in themes:
        if any(area.theme for area in areas):
            rows.append(Scope(theme=theme))
        rows += [Scope(area.id) for area in areas if area.theme == theme]
    return tuple(rows)


class AreaColumns:
    """Draws the rows of the list of areas; `kept` are the actions a filter leaves."""

    def __init__(
        self,
        plan: Plan,
        summaries: Mapping[int, AreaSummary],
        scopes: Sequence[Scope],
        kept: Sequence[Action] | None,
    ) -> None:
        self.plan = plan
        self.scopes = scopes
        self.summaries = summaries
        self._held = _held_by_scope(plan, plan.actions if kept is None else kept)
        self._number = max([2, *(columns(inline(area.number)) for area in plan.areas)])
        self._number = min(self._number, 6)

    def row(self, place: int, width: int) -> Line:
        """One scope: the plan, a theme or an area."""
        scope = self.scopes[place]
        if scope.area_id is None:
            return self._group(scope, width)
        area = self.plan.areas_by_id[scope.area_id]
        return self._area(area, self.summaries[area.id], width)

    def _group(self, scope: Scope, width: int) -> Line:
        held = self._held.get(scope, [])
        counts = letters(self.plan, count_statuses(held), only=_TROUBLED)
        manner = "bold" if scope == WHOLE else "dim"
        name = " " * (self._number + 2) + scope.title(self.plan)
        indent: Line = [("   ", "")] if width >= WIDE else []
        return self._line([(name, manner)], len(held), [*indent, *counts], width)

    def _area(self, area: Area, summary: AreaSummary, width: int) -> Line:
        arrow = summary.direction.arrow if summary.direction else ""
        name: Line = [(fit_right(inline(area.number), self._number) + "  ", "dim"), (inline(area.title), "")]
        count = len(self._held.get(Scope(area.id), []))
        if summary.status is None and not sum(summary.counts.values()):
            return self._line(name, 0, [("No actions yet" if width >= WIDE else "", "dim")], width)
        if width >= WIDE:
            stands = worded(self.plan, summary.status, word_width(self.plan))
            return self._line(name, count, [*stands, (f" {arrow}", "dim")], width)
        letter = summary.status.letter if summary.status else "–"
        short = arrow if columns(arrow) <= LONGEST_ARROW else ""
        return self._line(
            name, count, [(letter, colour(self.plan, summary.status)), (f" {short}", "dim")], width
        )

    def _line(self, name: Line, count: int, stands: Line, width: int) -> Line:
        space = COUNTS if width < WIDE else word_width(self.plan) + 4 + 8
        figure = f"{count:>3}  "
        room = width - len(figure) - space - 1
        lead, (text, manner) = name[:-1], name[-1]
        cut: Line = [*lead, (fit(text, room - length(lead)), manner)]
        return [*cut, (figure, "dim"), *stands, (" " * (space + 1 - length(stands)), "")]


def _held_by_scope(plan: Plan, actions: Sequence[Action]) -> dict[Scope, list[Action]]:
    """The actions of the plan, of each theme and of each area, but for those withdrawn."""
    held: dict[Scope, list[Action]] = defaultdict(list)
    for action in actions:
        if action.status is not Status.WITHDRAWN:
            held[WHOLE].append(action)
            held[Scope(action.area_id)].append(action)
            held[Scope(theme=plan.area_of(action).theme)].append(action)
    return held


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

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
from send_actions.tui.drawing.actions import badge, colour, fact_lines, word, word_width, worded
from send_actions.tui.drawing.nothing_yet import no_areas_yet
from send_actions.tui.key_map import KeyMap
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline, length, wrap, wrap_to

WIDE: Final = 70
MOST_LINES: Final = 2
"""Lines that a title may take where there is room for it."""
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
        rows += [Scope(theme=theme)] if any(themes) else []
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
        self._actions = _actions_by_scope(plan, plan.actions if kept is None else kept)
        self._widest = length(self._letters(self._actions.get(WHOLE, [])))
        self._number = min(6, max([2, *(columns(inline(area.number)) for area in plan.areas)]))

    def row(self, place: int, width: int) -> Line:
        """One scope on one line: the plan, a theme or an area."""
        return self._lines(place, width, 1)[0]

    def tall(self, place: int, width: int) -> list[Line]:
        """One scope on as many lines as its title needs, within reason."""
        return self._lines(place, width, MOST_LINES)

    def _lines(self, place: int, width: int, most: int) -> list[Line]:
        scope = self.scopes[place]
        actions = self._actions.get(scope, [])
        letters = self._letters(actions)
        start, title, style = "", scope.title(self.plan), "bold" if scope == WHOLE else "dim"
        status: Line = []
        if scope.area_id is not None:
            area = self.plan.areas_by_id[scope.area_id]
            start, title, style = inline(area.number), inline(area.title), ""
            status = self._status(area, width)
        space = "  " if width >= WIDE else " "
        end: Line = [(f"{len(actions):>4}{space}", "dim"), *_padded(status, self._status_width(width))]
        end += _padded(letters, self._widest + 1)
        indent = self._number + 2
        parts = wrap_to(title, width - indent - length(end), most)
        first: Line = [(fit_right(start, self._number) + "  ", "dim"), (parts[0], style)]
        gap = width - indent - columns(parts[0]) - length(end)
        more: list[Line] = [[(" " * indent, ""), (part, style)] for part in parts[1:]]
        return [[*first, (" " * gap, ""), *end], *more]

    def _letters(self, actions: Sequence[Action]) -> Line:
        """How many of some actions are in trouble: R1 A2."""
        counts = count_statuses(actions)
        letters: Line = [
            segment
            for status in _TROUBLED
            if counts[status]
            for segment in ((" ", ""), (f"{status.letter}{counts[status]}", colour(self.plan, status)))
        ]
        return letters[1:]

    def _status(self, area: Area, width: int) -> Line:
        """How an area stands and which way it went: its lead's judgement, else its worst action."""
        plan, summary = self.plan, self.summaries[area.id]
        arrow = summary.direction.arrow if summary.direction else ""
        if summary.status is None and not sum(summary.counts.values()):
            return [("No actions yet" if width >= WIDE else "", "dim")]
        if width >= WIDE:
            return [*worded(plan, summary.status, word_width(plan)), (f" {arrow}", "dim")]
        letter = summary.status.letter if summary.status else "–"
        return [(letter, colour(plan, summary.status)), (arrow if columns(arrow) == 1 else "", "dim")]

    def _status_width(self, width: int) -> int:
        return word_width(self.plan) + 5 + 9 if width >= WIDE else 3


def _padded(line: Line, width: int) -> Line:
    return [*line, (" " * (width - length(line)), "")]


def _actions_by_scope(plan: Plan, actions: Sequence[Action]) -> dict[Scope, list[Action]]:
    """The actions of the plan, of each theme and of each area, but for those withdrawn."""
    of_area: dict[int, list[Action]] = defaultdict(list)
    for action in actions:
        if action.status is not Status.WITHDRAWN:
            of_area[action.area_id].append(action)
    found: dict[Scope, list[Action]] = defaultdict(list)
    for area_id, living in of_area.items():
        for scope in (WHOLE, Scope(area_id), Scope(theme=plan.areas_by_id[area_id].theme)):
            found[scope] += living
    return found


def scope_lines(
    plan: Plan,
    before: Plan | None,
    scope: Scope,
    summaries: Mapping[int, AreaSummary],
    width: int,
    *,
    keys: KeyMap,
    is_brief: bool = False,
    kept: Sequence[Action] | None = None,
) -> list[Line]:
    """A scope's detail in lines of `width` columns; a brief one leaves out the title.

    Where a filter is on, only the actions it `kept` are counted, and the line above says so.
    """
    area = plan.areas_by_id.get(scope.area_id) if scope.area_id is not None else None
    title = wrap(area.title if area else scope.title(plan), width - 2)
    lines: list[Line] = [] if is_brief else [*([(f" {part}", "bold")] for part in title), []]
    if area:
        lines += [*_facts(plan, area, summaries[area.id], width), []]
    counts = _counts(plan, before, scope, kept)
    return [*lines, *(counts if len(counts) > 1 else [[(f" {_nothing(plan, keys)}", "dim")]])]


def _facts(plan: Plan, area: Area, summary: AreaSummary, width: int) -> list[Line]:
    judgement = ""
    if area.judgement:
        status, on, reason = area.judgement.status, area.judgement.on, area.judgement.reason
        mark = badge(plan, status)[0][0].strip()
        judgement = f"{mark} {plan.legend_of(status).word} since {say_date(on)}{reason and f': {reason}'}"
    facts = (
        ("Judged", judgement),
        ("Actions", summary.sentence if summary.total else ""),
        ("Outcome", area.outcome),
        ("Lead", str(area.lead) if area.lead else ""),
        ("Headline", area.headline),
    )
    return [line for label, text in facts if text for line in fact_lines(label, text, width)]


def _counts(plan: Plan, before: Plan | None, scope: Scope, kept: Sequence[Action] | None) -> list[Line]:
    """How many actions have each status, now and at the last meeting; with a filter only those it kept."""
    shown = [action for action in (plan.actions if kept is None else kept) if scope.holds(plan, action)]
    now = count_statuses(shown)
    same = None if kept is None else {action.id for action in shown}
    earlier = [a for a in before.actions if a.area_id in before.areas_by_id] if before else []
    then = count_statuses(
        a for a in earlier if before and (scope.holds(before, a) if same is None else a.id in same)
    )
    what = "" if kept is None else f" {len(shown):,} shown"
    lines: list[Line] = [[(f" {fit(what, 20)}  now{'  last time' if before else ''}", "heading")]]
    for status, count in now.items():
        if count or then.get(status):
            name = (f"  {fit(word(plan, status), 14)}", colour(plan, status))
            last = f"{then.get(status, 0):>11}" if before else ""
            lines.append([(" ", ""), *badge(plan, status), name, (f"{count:>5}", ""), (last, "dim")])
    return lines


def _nothing(plan: Plan, keys: KeyMap) -> str:
    """What to say where there are no actions, and how there come to be some."""
    if not plan.areas:
        return no_areas_yet(keys)
    return f"No actions yet: {keys['new']} among its actions makes the first"

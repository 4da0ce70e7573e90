"""What difference was made in one area: what was wanted, whether its measures move, and what shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Final

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.measuring.variation import in_order
from send_actions.domain.plan import Action, Area, Evidence, Measure, Plan
from send_actions.domain.plan.vocabulary import DONE, EvidenceKind, Impact, Status
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import way_of
from send_actions.domain.words.statements import step_words
from send_actions.reports.sections.phrasing.words_of_blocks import words_of_blocks
from send_actions.reports.sections.review.area_impact import not_known_there, of_area
from send_actions.reports.sections.review.findings_answered import FINDING_WORDS, Coverage
from send_actions.tui.drawing.actions import badge, fact_lines, impact_words
from send_actions.tui.drawing.process_chart import value_words
from send_actions.tui.drawing.readings import MOST_MOVERS, movers_of, verdict_word
from send_actions.tui.drawing.sparkline import sparkline
from send_actions.tui.text_layout import (
    Line,
    columns,
    fit,
    fit_right,
    hang,
    inline,
    length,
    spread,
    wrap,
)

SIDE_BY_SIDE: Final = 110
"""Columns from which what was done stands beside what shows it; below, it stands above."""

_SEEN: Final = frozenset({Impact.EMERGING, Impact.EVIDENCED})
MOST_NAMED: Final = 40
"""Actions that one section of the page names."""

_SPARK: Final = 7
_COUNT: Final = 7
_HEADS: Final = ("Done", "Shown", "Better")


class PlanImpact:
    """What the pages of all areas look up of a plan, gathered once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def coverage(self) -> Coverage:
        """The findings and the areas that answer them."""
        return Coverage(self.plan)

    @cached_property
    def movers(self) -> dict[int, list[Action]]:
        """The actions that are to move each measure."""
        return movers_of(self.plan)

    def of(self, area: Area) -> AreaImpact:
        """One of its areas."""
        return AreaImpact(self, area)


class AreaImpact:
    """One area's actions, measures and evidence, sorted by what they tell of the difference made."""

    def __init__(self, whole: PlanImpact, area: Area) -> None:
        plan = whole.plan
        self.whole, self.plan, self.area = whole, plan, area
        self.actions = [
            one for one in plan.actions_by_area.get(area.id, ()) if one.status is not Status.WITHDRAWN
        ]
        self.done = [one for one in self.actions if one.status in DONE]
        self.shown = [one for one in self.done if one.impact in _SEEN]
        self.early = [one for one in self.actions if one.status not in DONE and one.impact in _SEEN]
        self.bare = [one for one in self.done if one.impact not in _SEEN]

    @cached_property
    def measures(self) -> Sequence[Measure]:
        """The measures of the area, then those of others that its actions are to move."""
        moved = {id_ for action in self.actions for id_ in action.measures}
        own = [one for one in self.plan.measures if one.area_id == self.area.id]
        return [
            *own,
            *(one for one in self.plan.measures if one.area_id != self.area.id and one.id in moved),
        ]

    @property
    def better(self) -> tuple[int, int]:
        """How many of the measures are better than where they began, of those that can be told."""
        ways = [way for way in map(way_since_start, self.measures) if way in {"better", "worse", "same"}]
        return ways.count("better"), len(ways)

    @property
    def counts(self) -> tuple[str, str, str]:
        """Completed of all actions, shown of the completed, better of the measures; empty where none are."""
        done, shown, better = (f"{some}/{of}" if of else "" for some, of in self.pairs)
        return done, shown, better

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Completed of all actions, shown of the completed, better of the measures."""
        return (len(self.done), len(self.actions)), (len(self.shown), len(self.done)), self.better


def way_since_start(measure: Measure) -> str:
    """Which way a measure went since it began, from its baseline or its first reading; empty if untold."""
    readings = in_order(measure)
    start = measure.baseline
    if start is None and len(readings) > 1:
        start = readings[0].value
    return way_of(measure, start, readings[-1].value).lower() if readings and start is not None else ""


def impact_heading(width: int) -> Line:
    """The names of the columns of the areas' list."""
    names: Line = [(fit_right(name, _COUNT), "heading") for name in _HEADS]
    return [("  ", ""), (fit("    Area", width - 2 - _COUNT * len(names) - 1), "heading"), *names, (" ", "")]


def impact_row(told: AreaImpact, width: int) -> Line:
    """One area on one line: how many of its actions are done, shown, and how many measures are better."""
    counts = "".join(fit_right(text, _COUNT) for text in told.counts)
    number = fit_right(inline(told.area.number), 2) + "  "
    room = width - columns(number) - columns(counts) - 1
    return [(number, "dim"), (fit(inline(told.area.title), room), ""), (counts + " ", "")]


def impact_lines(told: AreaImpact, summary: AreaSummary, width: int) -> list[Line]:
    """The impact page of an area in lines of `width` columns."""
    if width < SIDE_BY_SIDE:
        sections = [*_first(told, summary, width), *_second(told, width)]
        return _stacked(sections)
    left = width * 11 // 20
    columns_ = _stacked(_first(told, summary, left - 2)), _stacked(_second(told, width - left))
    return [[*spread(one, [], left), *other] for one, other in zip_longest(*columns_, fillvalue=[("", "")])]


def _stacked(sections: Iterable[tuple[str, list[Line]]]) -> list[Line]:
    """Sections one below the other, each under its heading; one without lines is left out."""
    lines: list[Line] = []
    for heading, body in sections:
        if body:
            lines += [[]] if lines else []
            lines += [[(f" {heading}", "heading-chosen")]] if heading else []
            lines += body
    return lines


def _first(told: AreaImpact, summary: AreaSummary, width: int) -> Iterator[tuple[str, list[Line]]]:
    """Yield what was wanted, the measures and what was done."""
    plan, shown = told.plan, len(told.shown)
    yield "", _wanted(told, summary, width)
    nothing = _item("  ", "No measure says how far the outcome is reached", width)
    measures = [line for one in told.measures for line in _measure(told, one, width)]
    better, of = told.better
    yield f"Measures{f', {better} of {of} better than at the start' if of else ''}", measures or nothing
    done = _some([*told.shown, *told.early], lambda one: _shown_by(plan, one, width))
    heading = f"What made a difference, {shown} of {len(told.done)} completed"
    yield heading, done or _item("  ", "No action shows an impact yet", width)
    bare = _some(told.bare, lambda one: _bare(plan, one, width))
    yield f"Complete, and no difference shown, {len(told.bare)}", bare
    yield _steps(told, width)


def _some(actions: Sequence[Action], draw: Callable[[Action], list[Line]]) -> list[Line]:
    """The lines of some actions, and how many more there are."""
    lines = [line for one in actions[:MOST_NAMED] for line in draw(one)]
    more = len(actions) - MOST_NAMED
    return [
        *lines,
        *([[(f"  and {more:,} more: Enter lists the area's actions", "dim")]] if more > 0 else []),
    ]


def _second(told: AreaImpact, width: int) -> Iterator[tuple[str, list[Line]]]:
    """Yield what families say, what else shows it, the findings, and what is not known."""
    plan, area = told.plan, told.area
    there = of_area(plan, area)
    kept = sorted(there.evidence, key=lambda one: (one.on, one.id), reverse=True)
    voices = [one for one in kept if one.kind is EvidenceKind.VOICE]
    others = [one for one in kept if one.kind is not EvidenceKind.VOICE]
    nobody = _item("  ", "Nothing is kept that families or young people said", width)
    yield "What families say", [line for one in voices for line in _evidence(one, width)] or nobody
    yield "What else shows it", [line for one in others for line in _evidence(one, width)]
    found = [one for one in told.whole.coverage.answered if area.id in one.finding.area_ids]
    findings = [
        line
        for one in found
        for line in _item("  ", f"{FINDING_WORDS[one.finding.kind]}: {one.finding.text} ", width)
        + _item("    ", f"{one.source.title}, {say_date(one.source.on)}: {one.answer.lower()}", width, "dim")
    ]
    yield "Findings it answers", findings
    unknown = [
        line for words in words_of_blocks(not_known_there(there, area)) for line in _item("  ", words, width)
    ]
    yield "Not known yet", unknown


def _wanted(told: AreaImpact, summary: AreaSummary, width: int) -> list[Line]:
    area, judgement = told.area, ""
    if area.judgement:
        status = area.judgement.status
        mark = badge(told.plan, status)[0][0].strip()
        reason = f": {area.judgement.reason}" if area.judgement.reason else ""
        word = told.plan.legend_of(status).word
        judgement = f"{mark} {word} since {say_date(area.judgement.on)}{reason}"
    facts = (
        ("Wanted", area.outcome or "No outcome is written"),
        ("Judged", judgement),
        ("Actions", summary.sentence if summary.total else "none yet"),
    )
    return [line for label, text in facts if text for line in fact_lines(label, text, width)]


def _measure(told: AreaImpact, measure: Measure, width: int) -> list[Line]:
    """A measure from where it began to its newest reading, and below it the actions that are to move it."""
    readings, unit = in_order(measure), measure.unit
    start = measure.baseline if measure.baseline is not None else readings[0].value if readings else None
    newest = value_words(readings[-1].value, unit) if readings else "no reading"
    began = f"{value_words(start, unit)} → " if start is not None and readings else ""
    verdict = verdict_word(measure, told.plan.as_at)
    end: Line = [
        (fit_right(began + newest, 14), "bold"),
        (f"  {fit(way_since_start(measure), 6)}  ", ""),
        (fit(verdict, 7), "bold" if verdict == "missed" else "dim"),
        (f"  {sparkline([one.value for one in readings], _SPARK)} ", ""),
    ]
    lines: list[Line] = [
        spread([("  " + fit(inline(measure.title), width - length(end) - 3), "")], end, width)
    ]
    movers = told.whole.movers.get(measure.id, ())
    if not movers:
        return [*lines, *_item("    ", "no action is to move it", width, "dim")]
    words: Line = [("    to be moved by", "dim")]
    for place, action in enumerate(movers[:MOST_MOVERS]):
        mark, hue = badge(told.plan, action.status)[0]
        words += [(("," if place else "") + f" {inline(action.ref)} ", "dim"), (mark.strip(), hue)]
    if len(movers) > MOST_MOVERS:
        words.append((f" and {len(movers) - MOST_MOVERS:,} more", "dim"))
    return [*lines, words]


def _shown_by(plan: Plan, action: Action, width: int) -> list[Line]:
    shown = f", shown by {action.impact_shown_by}" if action.impact_shown_by.strip() else ""
    impact = impact_words(action.impact)
    return [*_action(plan, action, width), *_item("          ", f"{impact}{shown}", width, "dim")]


def _bare(plan: Plan, action: Action, width: int) -> list[Line]:
    return [*_action(plan, action, width), *_item("          ", impact_words(action.impact), width, "dim")]


def _action(plan: Plan, action: Action, width: int) -> list[Line]:
    start: Line = [(f"  {fit(inline(action.ref), 5)}", ""), *badge(plan, action.status), ("  ", "")]
    return hang(start, wrap(inline(action.title), max(8, width - length(start) - 1)))


def _steps(told: AreaImpact, width: int) -> tuple[str, list[Line]]:
    """The dated steps inside the actions: reached, late or to come."""
    plan = told.plan
    steps = [(action, step) for action in told.actions for step in action.steps]
    lines: list[Line] = []
    for action, step in steps[:MOST_NAMED]:
        is_late = step.due.on is not None and step.due.on < plan.as_at
        mark = "√" if step.reached_on else "!" if is_late else "○"
        start: Line = [(f"  {fit(inline(action.ref), 5)}", ""), (f" {mark}  ", "")]
        lines += hang(start, wrap(step_words(step, plan.as_at), max(8, width - length(start) - 1)))
    if len(steps) > MOST_NAMED:
        lines.append([(f"  and {len(steps) - MOST_NAMED:,} more: Enter lists the area's actions", "dim")])
    return f"Steps, {sum(step.reached_on is not None for _, step in steps)} of {len(steps)} reached", lines


def _evidence(one: Evidence, width: int) -> list[Line]:
    shows = f": {one.shows}" if one.shows.strip() else ""
    return _item("  ", f"{say_date(one.on)}, {one.title}{shows}", width)


def _item(indent: str, words: str, width: int, style: str = "") -> list[Line]:
    parts = wrap(words, max(8, width - len(indent) - 2))
    return [[(indent if not place else indent + "  ", ""), (part, style)] for place, part in enumerate(parts)]

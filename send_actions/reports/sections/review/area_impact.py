"""What difference is made in one area: measures in words, completed actions, evidence, and what is missing.

The plans are those of one area alone, but where it says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.plan import Action, Area, Measure, Plan
from send_actions.domain.plan.vocabulary import DONE, Better, EvidenceKind, Impact
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import in_brackets, say_against, say_baseline, say_comparator
from send_actions.reports.audience import is_answered_in_secret, is_withheld
from send_actions.reports.document import Block, BulletList, Paragraph, Strong, text_of
from send_actions.reports.sections.board.plan_by_area import about_area
from send_actions.reports.sections.phrasing.cells import (
    count_of,
    filled,
    impact_word,
    labelled,
    one_line,
    quoted,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.milestones import (
    due_by_now,
    due_milestone_words,
    latest_of,
    next_words,
    reading_words,
    target_words,
    verdict,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.review.achieved import shown_words
from send_actions.reports.sections.review.evidence_kept import (
    EVIDENCE_WORDS,
    evidence_by_now,
    evidence_of_actions,
    title_of,
)
from send_actions.reports.sections.review.findings_answered import FINDING_WORDS, Coverage, counted_actions

_SEEN: Final = frozenset({Impact.EMERGING, Impact.EVIDENCED})


def of_area(plan: Plan, area: Area) -> Plan:
    """The plan with no actions, measures and evidence but those of an area."""
    actions = plan.actions_by_area[area.id]
    ids = {action.id for action in actions}
    return replace(
        plan,
        actions=actions,
        measures=tuple(one for one in plan.measures if one.area_id == area.id),
        evidence=tuple(one for one in plan.evidence if one.area_id == area.id or one.action_id in ids),
    )


def wanted_there(plan: Plan, area: Area, summary: AreaSummary) -> list[Block]:
    """The outcome wanted, the lead's judgement and headline, and what works for it; of a whole plan."""
    about = about_area(plan, area, summary)
    helping = [a for a in plan.actions if area.id in a.supports and a.area_id != area.id]
    if helping:
        about = BulletList(
            (*about.items, labelled("Helped by actions of other areas", Naming().actions(helping)))
        )
    return [about]


def measures_there(plan: Plan) -> list[Block]:
    """Each measure in words: from what to what, whether what was due is met, what comes, how others do."""
    if not plan.measures:
        return [text_of("No measure says how far the outcome is reached.")]
    return [BulletList(tuple(_measure(plan, measure) for measure in plan.measures))]


def completed_there(plan: Plan) -> list[Block]:
    """The completed actions with an impact and what shows it, those without, and open ones that show one."""
    naming = Naming()
    done = [action for action in plan.actions if action.status in DONE]
    seen = [action for action in done if action.impact in _SEEN]
    bare = [action for action in done if action.impact not in _SEEN]
    early = [action for action in plan.actions if action.status not in DONE and action.impact in _SEEN]
    if not (done or early):
        return [text_of("No action is completed yet, and none shows an impact.")]
    of_all = f"{len(done)} completed"
    lists = {
        f"With an impact, {len(seen)} of {of_all}": [_changed(plan, one, naming) for one in seen],
        f"Without one yet, {len(bare)} of {of_all}": [_unchanged(one, naming) for one in bare],
        f"Not completed, and yet with an impact, {len(early)}": [
            _changed(plan, one, naming) for one in early
        ],
    }
    return [BulletList(tuple(labelled(label, *told) for label, told in lists.items() if told))]


def evidence_there(plan: Plan) -> list[Block]:
    """The evidence by its kind, but for what families say, which has its own section."""
    naming = Naming()
    by_kind: dict[EvidenceKind, list[str]] = {}
    for one in evidence_by_now(plan):
        if one.kind is EvidenceKind.VOICE:
            continue
        action = plan.actions_by_id.get(one.action_id or 0)
        for_it = f", for {naming.action(action)}" if action else ""
        if is_withheld(one):
            told = f"an exempt item, {say_date(one.on)}{for_it}"
        else:
            shows = f": {quoted(one.shows)}" if one.shows.strip() else ""
            told = f"{title_of(one)}, {say_date(one.on)}{for_it}{shows}"
        by_kind.setdefault(one.kind, []).append(told)
    items = tuple(
        labelled(f"{word[:1].upper()}{word[1:]}, {len(by_kind[kind])}", *by_kind[kind])
        for kind, word in EVIDENCE_WORDS.items()
        if kind in by_kind
    )
    return [BulletList(items)] if items else [text_of("No data, audit or document is kept as evidence.")]


def findings_there(plan: Plan, area: Area) -> list[Block]:
    """The findings that ask for the area, and what becomes of each; of a whole plan."""
    found = [one for one in Coverage(plan).answered if area.id in one.finding.area_ids]
    if not found:
        return [text_of("No finding of an inspection or review asks for this area.")]
    items, naming = [], Naming()
    naming.area(area)
    for one in found:
        asked = "" if not one.actions else f" ({counted_actions(plan, one.actions)})"
        others = [f"area {naming.area(other)}" for other in one.areas if other.id != area.id]
        others += ["an exempt item"] if is_answered_in_secret(one.finding) else []
        beside = f" Answered by {' and '.join(others)} too." if others else ""
        told = f" {sentence(one.name, keep=True)} {sentence(f'{one.answer}{asked}')}{beside}"
        items.append(Paragraph((Strong(f"{FINDING_WORDS[one.finding.kind]}:"), told)))
    return [BulletList(tuple(items))]


def not_known_there(whole: Plan, area: Area) -> list[Block]:
    """What cannot be said of the area yet, for want of a reading, a rating, evidence or a judgement."""
    plan = of_area(whole, area)
    items = (
        *_unmeasured(plan, [one for one in whole.measures if one.area_id is None]),
        *_unrated(plan),
        *_unheard(plan, area),
    )
    if not items:
        return [text_of("Nothing is missing: measures are read, impact is rated, and evidence is kept.")]
    return [BulletList(items)]


def _measure(plan: Plan, measure: Measure) -> Paragraph:
    latest = latest_of(measure)
    told = [reading_words(measure, latest) if latest else "no reading yet"]
    if measure.baseline is not None:
        against = (
            f"{say_against(measure, measure.baseline, latest.value)}{in_brackets(measure.baseline_period)}"
            if latest
            else f"from {say_baseline(measure)}"
        )
        told[0] += f", {against} at the start"
    told += [words(measure, plan.as_at) for words in (due_milestone_words, next_words, target_words)]
    if measure.better is Better.NEITHER:
        told.append("it tells of demand, so neither way is better")
    said = [sentence("; ".join(filter(None, told)), keep=True)]
    if measure.comparators:
        elsewhere = ", ".join(say_comparator(measure, one) for one in measure.comparators)
        said.append(sentence(f"elsewhere: {elsewhere}"))
    movers = [one for one in plan.actions if measure.id in one.measures and not is_withheld(one)]
    if movers:
        said.append(sentence(f"To be moved by {Naming().actions(movers)}", keep=True))
    if latest and latest.note.strip():
        said.append(sentence(f"with the reading to {say_date(latest.on)}: {quoted(latest.note)}"))
    return Paragraph((Strong(f"{filled(one_line(measure.title))}:"), f" {' '.join(said)}"))


def _changed(plan: Plan, action: Action, naming: Naming) -> str:
    name = f"{naming.action(action)} ({status_word(plan, action.status).lower()})"
    if is_withheld(action):
        return f"{name}, {impact_word(action.impact).lower()}, its detail is exempt"
    kept = [title_of(one) for one in evidence_of_actions(plan).get(action.id, ()) if not is_withheld(one)]
    shown = shown_words(action) or (
        f", shown by {kept[-1]}" if kept else ", and nothing is named that shows it"
    )
    return f"{name}, {impact_word(action.impact).lower()}{shown}"


def _unchanged(action: Action, naming: Naming) -> str:
    return f"{naming.action(action)} ({impact_word(action.impact).lower()})"


def _unmeasured(plan: Plan, of_plan: Sequence[Measure]) -> Iterator[Paragraph]:
    """Yield the measures of which something is missing; `of_plan` are those of no one area."""
    if not plan.measures:
        beside = f", {count_of(len(of_plan), 'measure')} of the whole plan" if of_plan else ""
        yield labelled("How far the outcome is reached", f"no measure of this area is kept{beside}")
    missing = {
        "No reading yet": [one for one in plan.measures if not one.readings],
        "No first value to compare with": [one for one in plan.measures if one.baseline is None],
        "No target": [o for o in plan.measures if o.target is None and o.better is not Better.NEITHER],
        "Whether what was due is met, as no reading speaks of that day yet": [
            one for one in plan.measures if _is_unread(plan, one)
        ],
    }
    for label, found in missing.items():
        if found:
            yield labelled(label, *(filled(one_line(one.title)) for one in found))


def _is_unread(plan: Plan, measure: Measure) -> bool:
    step = due_by_now(measure, plan.as_at)
    if step is None or not measure.readings:
        return False
    return verdict(measure, step.value, step.by) not in {"met", "missed", "neither way is better"}


def _unrated(plan: Plan) -> Iterator[Paragraph]:
    """Yield the completed actions whose impact is not known or not shown."""
    naming = Naming()
    done = [action for action in plan.actions if action.status in DONE]
    kept = evidence_of_actions(plan)
    missing = {
        "What they changed, too early to say": [a for a in done if a.impact is Impact.TOO_EARLY],
        "What they changed, not rated": [a for a in done if a.impact is None],
        "What shows the impact": [
            a
            for a in plan.actions
            if a.impact in _SEEN and not (a.impact_shown_by.strip() or a.id in kept or is_withheld(a))
        ],
    }
    for label, found in missing.items():
        if found:
            yield labelled(label, *map(naming.action, found))


def _unheard(plan: Plan, area: Area) -> Iterator[Paragraph]:
    """Yield which kinds of evidence there are none of, and that the lead has not judged the area."""
    kinds = {one.kind for one in evidence_by_now(plan)}
    if EvidenceKind.VOICE not in kinds:
        yield labelled("What families and young people think", "nothing is kept that says it")
    others = (kind for kind in EVIDENCE_WORDS if kind is not EvidenceKind.VOICE)
    if absent := [EVIDENCE_WORDS[kind] for kind in others if kind not in kinds]:
        listed = " or ".join(filter(None, (", ".join(absent[:-1]), absent[-1])))
        yield labelled("Evidence of other kinds", f"there is no {listed}")
    if area.judgement is None:
        yield labelled("How its lead judges the area", "no judgement is given")
    if open_still := sum(action.is_open for action in plan.actions):
        yield labelled("What the rest will change", f"{count_of(open_still, 'action')} still open")

"""The whole plan as one paper: every area and action, measure, piece of evidence, finding and meeting."""

from __future__ import annotations

from collections.abc import Iterator

from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.plan import Area, Finding, Plan, Source
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import (
    NOTHING_EXEMPT,
    Audience,
    Exempt,
    is_answered_in_secret,
    redact_deadlines,
    redact_updates,
)
from send_actions.reports.document import Block, BulletList, Cell, Day, Document, Heading, Table, text_of
from send_actions.reports.sections.board.key_and_counts import legend
from send_actions.reports.sections.board.plan_by_area import counted_words
from send_actions.reports.sections.meetings.whole_meetings import papers_issued, whole_meetings
from send_actions.reports.sections.phrasing.cells import (
    Summaries,
    area_name,
    count_of,
    filled,
    labelled,
    number,
    one_line,
    owner_words,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.review.evidence_gaps import is_area_withheld
from send_actions.reports.sections.review.evidence_kept import evidence_by_now
from send_actions.reports.sections.review.evidence_table import evidence_table
from send_actions.reports.sections.review.findings_answered import (
    AN_EXEMPT_ITEM,
    FINDING_WORDS,
    counted_actions,
)
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import seen_plan
from send_actions.reports.sections.review.whole_action import ActionTeller, Deadlines, Said
from send_actions.reports.sections.review.whole_measures import whole_measures


def full_paper(
    plan: Plan,
    said: Said,
    deadlines: Deadlines,
    *,
    audience: str = Audience.BOARD,
    also_exempt: Exempt = NOTHING_EXEMPT,
) -> Document:
    """Everything of a plan as at its date that an audience may see, with a list of contents.

    `said` is what was said of each action by its row id, newest first, without private notes; `deadlines` are
    those of the actions whose date ever moved. `also_exempt` is what became exempt after the plan's record or
    date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    updates = redact_updates(said, seen.viewer, seen.now, seen.exempt)
    dates = redact_deadlines(deadlines, seen.viewer, seen.now, seen.exempt)
    return seen.paper(
        "the whole plan",
        seen.front(),
        _blocks(seen.now, updates, dates),
        subject=f"The whole plan, as at {position(plan)}",
        has_contents=True,
    )


def _blocks(plan: Plan, said: Said, deadlines: Deadlines) -> Iterator[Block]:
    areas, naming = summarise_areas(plan, None), Naming()
    sections = {
        "What it holds, and its key": [_held(plan), *legend(plan)],
        "Areas and their actions": _areas(plan, areas, ActionTeller(plan, said, deadlines, naming), naming),
        "Measures": whole_measures(plan),
        "Evidence": [evidence_table(plan)],
        "Sources and findings": _sources(plan),
        "Meetings": whole_meetings(plan, areas),
        "Papers issued": [papers_issued(plan)],
    }
    for (
        title,
        blocks,
    ) in sections.items():  # without numbers, which would read as refs
        yield Heading(2, title)
        yield from blocks


def _held(plan: Plan) -> Block:
    findings = sum(len(source.findings) for source in plan.sources)
    signs = f"since {say_date(plan.signs_off_from)}" if plan.signs_off_from else "no"
    lines = {
        "Areas": str(len(plan.areas)),
        "Actions": counted_actions(plan, plan.actions),
        "Measures": str(len(plan.measures)),
        "Evidence": count_of(len(evidence_by_now(plan)), "piece"),
        "Findings": f"{findings} in {count_of(len(plan.sources), 'source')}",
        "Meetings": f"{len(plan.meetings)} with {count_of(len(plan.minutes), 'minute')}",
        "Main series": filled(plan.main_series, "none is named"),
        "A meeting signs off what is complete": signs,
    }
    return BulletList(tuple(labelled(label, words) for label, words in lines.items()))


def _areas(plan: Plan, areas: Summaries, teller: ActionTeller, naming: Naming) -> Iterator[Block]:
    if not plan.areas:
        yield text_of("The plan has no areas yet.")
    for area in plan.areas:
        naming.area(area)  # its heading names it
        yield Heading(3, f"Area {filled(area.number)}: {filled(one_line(area.title))}")
        yield _area(plan, area, areas[area.id])
        for action in plan.actions_by_area[area.id]:
            yield from teller.tell(action)


def _area(plan: Plan, area: Area, summary: AreaSummary) -> Block:
    judged = "not given"
    if area.judgement:
        reason = filled(one_line(area.judgement.reason), "no reason is given")
        judged = (
            f"{status_word(plan, area.judgement.status).lower()}, {say_date(area.judgement.on)}: {reason}"
        )
    lines = {
        "Theme": one_line(area.theme),
        "Outcome wanted": filled(one_line(area.outcome), "not written yet"),
        "Area lead": owner_words(area.lead),
        "The lead says": filled(one_line(area.headline), "no headline is written"),
        "The lead's judgement": judged,
        "Its actions": counted_words(plan, summary),
    }
    if area.exempt and not is_area_withheld(area):
        lines["Exempt"] = "a board sees its number, and of its actions status and dates"
    return BulletList(tuple(labelled(label, words) for label, words in lines.items() if words))


def _sources(plan: Plan) -> Iterator[Block]:
    if not plan.sources:
        yield text_of("The plan has no sources yet.")
        return
    sources = sorted(plan.sources, key=lambda one: (one.on, one.id))
    rows = (
        (
            _named(one),
            Day(one.on, say_date(one.on)),
            filled(one.author, "not said"),
            number(len(one.findings)),
        )
        for one in sources
    )
    yield Table("Sources", ("Source", "Date", "By", "Findings"), tuple(rows))
    found = tuple(_finding(plan, source, one) for source in sources for one in source.findings)
    if found:
        header = ("Source", "Finding", "Kind", "Where", "Areas that answer it")
        yield Table("Findings", header, found)


def _finding(plan: Plan, source: Source, finding: Finding) -> tuple[Cell, ...]:
    answering = [area_name(area) for area in plan.areas if area.id in finding.area_ids]
    answering += [AN_EXEMPT_ITEM] if is_answered_in_secret(finding) else []
    return (
        _named(source),
        filled(finding.text),
        FINDING_WORDS[finding.kind],
        filled(finding.place, "not said"),
        "\n".join(answering) or "none",
    )


def _named(source: Source) -> str:
    return filled(one_line(source.title), "A source without a title")

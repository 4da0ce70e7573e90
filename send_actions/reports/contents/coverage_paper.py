"""The paper on coverage: which areas and actions answer each finding, and where nothing does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.checks.urgency import severity
from send_actions.domain.plan import Action, Area, Plan, Source
from send_actions.domain.plan.vocabulary import SourceKind, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import NOTHING_EXEMPT, Audience, Exempt, is_answered_in_secret
from send_actions.reports.document import Block, BulletList, Cell, Document, Heading, Table, text_of
from send_actions.reports.sections.phrasing.cells import (
    Summaries,
    area_name,
    area_status,
    count_of,
    filled,
    labelled,
    number,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.phrasing.numbered import Told, numbered
from send_actions.reports.sections.review.evidence_gaps import is_area_withheld
from send_actions.reports.sections.review.findings_answered import (
    AN_EXEMPT_ITEM,
    FINDING_WORDS,
    Answer,
    Answered,
    Coverage,
    counted_actions,
)
from send_actions.reports.sections.review.review_front import position
from send_actions.reports.sections.review.seen_plan import seen_plan

_HOW: Final = (
    "A finding is answered by the actions of its areas, and by actions elsewhere that support them; what was "
    "withdrawn does not count."
)

_COLUMNS: Final[dict[str, Collection[Answer]]] = {
    "Findings": frozenset(Answer),
    "Strengths": {Answer.STRENGTH},
    "No answer": {Answer.NO_AREA, Answer.NO_ACTION},
    "In hand": {Answer.IN_HAND},
    "All actions done": {Answer.DONE},
}
"""What is counted of the findings of each source, by what becomes of them."""


def coverage_paper(
    plan: Plan, *, audience: str = Audience.BOARD, also_exempt: Exempt = NOTHING_EXEMPT
) -> Document:
    """Each finding of a plan's sources with what answers it, each area with who asked for it, and the gaps.

    `also_exempt` is what became exempt after the plan's record or date.
    """
    seen = seen_plan(plan, audience, also_exempt)
    return seen.paper(
        "coverage",
        seen.front(),
        _blocks(seen.now),
        subject=f"How the plan answers what was found, as at {position(plan)}",
    )


def _blocks(plan: Plan) -> Iterator[Block]:
    held = Coverage(plan)
    areas = summarise_areas(plan, None)
    sections: dict[str, Told] = {
        "In short": _in_short(plan, held),
        "Gaps": _gaps(plan, held),
        "From each finding to what is done about it": _findings(plan, held, areas),
        "From each area to who asked for it": [_areas(plan, held, areas)],
    }
    yield from numbered(sections)


def _in_short(plan: Plan, held: Coverage) -> Iterator[Block]:
    if not held.answered:
        yield text_of("The plan names no finding of an inspection or review yet.")
        return
    none = len(held.with_answer(Answer.NO_AREA, Answer.NO_ACTION))
    wanted = len(held.answered) - len(held.with_answer(Answer.STRENGTH))
    shown = _shown(plan)
    unasked = sum(not held.asked_of[area.id] for area in shown)
    of_all = count_of(len(shown), "area")
    if len(shown) < len(plan.areas):
        of_all += f" that {'is' if len(shown) == 1 else 'are'} not exempt"
    told = (
        f"{count_of(len(held.answered), 'finding')} in {count_of(len(plan.sources), 'source')}: "
        f"{_asking(wanted, none)}. "
        f"No finding asks for {unasked} of {of_all}."
    )
    yield text_of(told)
    yield text_of(_HOW)
    yield _by_source(plan, held)


def _by_source(plan: Plan, held: Coverage) -> Block:
    columns = dict(_COLUMNS)
    if held.with_answer(Answer.WITHHELD):
        columns["By an exempt item"] = {Answer.WITHHELD}

    def row(name: str, found: Iterable[Answered]) -> tuple[Cell, ...]:
        stands = [one.answer for one in found]
        return name, *(number(sum(one in answers for one in stands)) for answers in columns.values())

    rows = [
        row(f"{_named(one)}, {say_date(one.on)}", (a for a in held.answered if a.source.id == one.id))
        for one in _by_date(plan)
    ]
    rows.append(row("All sources", held.answered))
    return Table("Findings by source, and how they stand", ("Source", *columns), tuple(rows))


def _shown(plan: Plan) -> list[Area]:
    """The areas of which the reader may know what they are about."""
    return [area for area in plan.areas if not is_area_withheld(area)]


def _asking(wanted: int, none: int) -> str:
    """How many findings ask for something, and how many of these have no answer."""
    if wanted <= 1:
        answer = ", and has no answer yet" if none else ", and has an answer"
        return f"1 asks for something{answer}" if wanted else "none asks for anything"
    return f"{wanted} ask for something, and {none} of these {'has' if none == 1 else 'have'} no answer yet"


def _gaps(plan: Plan, held: Coverage) -> Iterator[Block]:
    naming = Naming()
    found = (
        ("Findings that no area answers", [one.name for one in held.with_answer(Answer.NO_AREA)]),
        (
            "Findings whose areas hold no action",
            [f"{one.name}, area {_names(one.areas, naming)}" for one in held.with_answer(Answer.NO_ACTION)],
        ),
        (
            "Areas that no finding asks for",
            [naming.area(area) for area in _shown(plan) if not held.asked_of[area.id]]
            if plan.sources
            else [],
        ),
        (
            "Areas without an action that stands",
            [naming.area(area) for area in _shown(plan) if not held.actions_of(area)],
        ),
    )
    items = tuple(labelled(f"{label}, {len(names)}", *names) for label, names in found if names)
    if items:
        yield BulletList(items)
    elif held.answered:
        yield text_of("There are none: each finding has an action, and each area is asked for by a finding.")
    else:
        yield text_of("Without a finding to hold the plan against, no gap can be told.")


def _findings(plan: Plan, held: Coverage, areas: Summaries) -> Iterator[Block]:
    naming = Naming()
    if not plan.sources:
        yield text_of("The plan has no sources yet.")
    for source in _by_date(plan):
        yield Heading(3, f"{_named(source)}, {say_date(source.on)}")
        own = [one for one in held.answered if one.source.id == source.id]
        author = f"By {source.author.strip()}. " if source.author.strip() else ""
        yield text_of(f"{author}{_kind(source)}: {count_of(len(own), 'finding')}.")
        if own:
            header = ("Finding", "Kind", "Areas that answer it", "Their actions", "How it stands")
            rows = tuple(_finding(plan, one, areas, naming) for one in own)
            yield Table(f"Findings: {_named(source)}", header, rows)


def _finding(plan: Plan, one: Answered, areas: Summaries, naming: Naming) -> tuple[Cell, ...]:
    where = f" ({one.finding.place.strip()})" if one.finding.place.strip() else ""
    named = [f"{naming.area(area)}: {status_word(plan, areas[area.id].status).lower()}" for area in one.areas]
    named += [AN_EXEMPT_ITEM] if is_answered_in_secret(one.finding) else []
    is_strength = one.answer is Answer.STRENGTH
    actions = "None is asked for" if is_strength else _by_status(plan, one.actions, naming)
    none = "Exempt" if one.answer is Answer.WITHHELD else "No action"
    return (
        f"{filled(one.finding.text)}{where}",
        FINDING_WORDS[one.finding.kind],
        "\n".join(named) or "No area",
        actions or none,
        str(one.answer),
    )


def _by_status(plan: Plan, actions: Iterable[Action], naming: Naming) -> str:
    """Actions by their status, worst first, a line for each."""
    found: dict[Status | None, list[Action]] = {}
    for action in actions:
        found.setdefault(action.status, []).append(action)
    lines = (
        f"{len(found[status])} {status_word(plan, status).lower()}: {naming.actions(found[status])}"
        for status in sorted(found, key=severity)
    )
    return "\n".join(lines)


def _areas(plan: Plan, held: Coverage, areas: Summaries) -> Block:
    if not plan.areas:
        return text_of("The plan has no areas yet.")
    rows = tuple(
        (
            area_name(area),
            "Exempt"
            if is_area_withheld(area)
            else "\n".join(_asked(one) for one in held.asked_of[area.id]) or "No finding",
            area_status(plan, areas[area.id]),
            counted_actions(plan, held.actions_of(area)).capitalize(),
        )
        for area in plan.areas
    )
    header = ("Area", "Asked for by", "How it stands", "Its actions, and those that support it")
    return Table("Each area, and the findings that ask for it", header, rows)


def _asked(one: Answered) -> str:
    return ", ".join(filter(None, (_named(one.source), one.finding.place.strip())))


def _by_date(plan: Plan) -> list[Source]:
    return sorted(plan.sources, key=lambda source: (source.on, source.id))


def _named(source: Source) -> str:
    return filled(" ".join(source.title.split()), "A source without a title")


def _kind(source: Source) -> str:
    """What kind of source it is, as a sentence begins."""
    words = {SourceKind.SELF_EVALUATION: "Self-evaluation"}
    return words.get(source.kind, source.kind.value.replace("-", " ").capitalize())


def _names(areas: tuple[Area, ...], naming: Naming) -> str:
    return " and ".join(map(naming.area, areas))

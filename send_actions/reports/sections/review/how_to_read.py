"""How to read a plan: what its checks question, what its house has agreed, where it says little, its past."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from send_actions.domain.checks.plan_checks import CODES, check
from send_actions.domain.plan import Area, Plan
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_answered_in_secret
from send_actions.reports.document import Block, BulletList, Table, text_of
from send_actions.reports.sections.phrasing.cells import count_of, filled, labelled, number
from send_actions.reports.sections.phrasing.milestones import latest_of
from send_actions.reports.sections.phrasing.naming import Naming
from send_actions.reports.sections.review.evidence_gaps import a_year_before, is_area_withheld

_HOW_CHECKS_READ: Final = (
    "A check asks a question and says why; it never changes anything, and a question may have a good answer. "
    "The command “send-actions check” lists what is questioned, worst first; with “--code” and a name below "
    "it lists what one check questions."
)
_LOOK_BACK: Final = (
    ("The plan on any day", "send-actions list --as-at 2026-01-31 (a day of your own)"),
    ("As it was known", "add --record and a number that a paper is stamped with"),
    ("One action's past", "send-actions show and history, each with its ref"),
    ("All that was changed", "send-actions history: who, when and what differed"),
    ("In the app", "[ and ] go from one board to the next, back and forth"),
    ("A paper again", "the command in its last lines makes it, byte for byte"),
    ("To take a change back", "send-actions undo; redo brings it back"),
)


def questioned(plan: Plan) -> Iterator[Block]:
    """Yield how checks are read, and how much each of them questions."""
    yield text_of(_HOW_CHECKS_READ)
    counted = Counter(flag.code for flag in check(_without_secret_answers(plan)))
    if not counted:
        yield text_of("No check questions anything.")
        return
    rows = [(CODES[code], code, number(counted[code])) for code in CODES if counted[code]]
    rows.append(("All questions", "all", number(sum(counted.values()))))
    yield Table("What the checks question, worst first", ("What", "Its name", "How often"), tuple(rows))


def _without_secret_answers(plan: Plan) -> Plan:
    """The plan without findings that something exempt answers: to a check they would have no answer."""
    sources = (
        replace(one, findings=tuple(f for f in one.findings if not is_answered_in_secret(f)))
        for one in plan.sources
    )
    return replace(plan, sources=tuple(sources))


def conventions(plan: Plan) -> Block:
    """What this plan's house has agreed, where it differs, and what the words mean to it."""
    plain = {entry.status: entry for entry in DEFAULT_LEGEND}
    renamed = [
        f"{entry.word.strip()} stands for {plain[entry.status].word.lower()}"
        for entry in plan.legend
        if entry.word.strip() and entry.word != plain[entry.status].word
    ]
    unused = [filled(entry.word, entry.status.word) for entry in plan.legend if not entry.used]
    signs = "no: the lead says so, and the proof is named"
    if plan.signs_off_from:
        signs = f"yes, since {say_date(plan.signs_off_from)}: until then it stands under what is asked"
    judged = sum(area.judgement is not None for area in plan.areas)
    have = "has its" if judged == 1 else "have their"
    held = f"{judged} of {count_of(len(plan.areas), 'area')} {have} lead's own judgement"
    lines = {
        "Does a meeting sign off what is complete": signs,
        "Which meetings count as the last and next": filled(plan.main_series, "none is named"),
        "Words of its own for statuses": "; ".join(renamed) or "none, the usual words",
        "Statuses it does not use": ", ".join(unused) or "none, it uses all",
        "How an area stands": f"{held}; the others stand as their worst open action",
        "When a month, quarter or term falls due": "on its last day",
        "How a moved date is treated": "the first date is kept, and a meeting is asked to agree the new one",
    }
    return BulletList(tuple(labelled(label, words) for label, words in lines.items()))


def knows_little_of(plan: Plan) -> Block:
    """Where the plan says little: what has no lead, date, measure or word, and readings that are old."""
    naming = Naming()
    living = [a for a in plan.actions if a.is_open or a.status is Status.ON_HOLD]
    limit = a_year_before(plan.as_at)
    dated = ((measure, latest_of(measure)) for measure in plan.measures)
    old = [measure for measure, last in dated if last and last.on < limit]
    actions = (
        ("Actions without a lead", [a for a in living if a.lead is None]),
        ("Actions without a due date", [a for a in living if a.due is None or not a.due.text.strip()]),
        ("Actions without a success measure", [a for a in living if not a.success_measure.strip()]),
        ("Actions nobody has spoken of", [a for a in living if a.updated_on is None]),
        ("Actions without an impact", [a for a in living if a.impact is None]),
    )
    shown = [area for area in plan.areas if not is_area_withheld(area)]
    areas = (
        ("Areas without a lead", [a for a in shown if a.lead is None]),
        ("Areas without an outcome", [a for a in shown if not a.outcome.strip()]),
        ("Areas without a headline", [a for a in shown if not a.headline.strip()]),
        ("Areas without a measure", _unmeasured(plan, shown)),
    )
    measures = (
        ("Measures without a target", [m for m in plan.measures if m.target is None]),
        ("Measures without a reading", [m for m in plan.measures if not m.readings]),
        (f"Measures without a reading since {say_date(limit)}", old),
    )
    items = [labelled(f"{words}, {len(found)}", naming.actions(found)) for words, found in actions if found]
    items += [labelled(f"{words}, {len(those)}", *map(naming.area, those)) for words, those in areas if those]
    items += [
        labelled(f"{words}, {len(those)}", *(filled(one.title) for one in those))
        for words, those in measures
        if those
    ]
    return BulletList(tuple(items)) if items else text_of("No gap is found.")


def look_back() -> Block:
    """How to see what was, and how to take back what was done."""
    return BulletList(tuple(labelled(label, words) for label, words in _LOOK_BACK))


def _unmeasured(plan: Plan, areas: Iterable[Area]) -> list[Area]:
    measured = {measure.area_id for measure in plan.measures}
    return [area for area in areas if area.id not in measured]

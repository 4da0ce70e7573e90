"""The evidence that a plan keeps: by what it is for, its kinds counted, and what shows an impact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from send_actions.domain.plan import Action, Evidence, Plan
from send_actions.domain.plan.vocabulary import DONE, EvidenceKind, Impact
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, text_of
from send_actions.reports.sections.phrasing.cells import (
    count_of,
    labelled,
    one_line,
    quoted,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming

EVIDENCE_WORDS: Final = {
    EvidenceKind.DATA: "data",
    EvidenceKind.AUDIT: "audit",
    EvidenceKind.VOICE: "voice of families and young people",
    EvidenceKind.DOCUMENT: "document",
}
"""What each kind of evidence is called inside a sentence."""

Kept = Mapping[int, Sequence[Evidence]]
"""The evidence for each action by its row id; those that have none are not in it."""


def evidence_by_now(plan: Plan) -> list[Evidence]:
    """The evidence that speaks of a day up to the plan's own, oldest first."""
    return sorted((e for e in plan.evidence if e.on <= plan.as_at), key=lambda e: (e.on, e.id))


def evidence_of_actions(plan: Plan) -> Kept:
    """The evidence by now of each action that has any, oldest first."""
    found: dict[int, list[Evidence]] = {}
    for one in evidence_by_now(plan):
        if one.action_id is not None:
            found.setdefault(one.action_id, []).append(one)
    return found


def counted_kinds(evidence: Iterable[Evidence]) -> str:
    """How much evidence there is of each kind, so that it adds up to all of it."""
    counted = Counter(one.kind for one in evidence)
    return ", ".join(f"{counted[kind]} {word}" for kind, word in EVIDENCE_WORDS.items() if counted[kind])


def evidence_words(one: Evidence) -> str:
    """A piece of evidence inside a sentence: its title, kind and day, and what it shows."""
    if is_withheld(one):
        return f"an exempt item ({EVIDENCE_WORDS[one.kind]}, {say_date(one.on)})"
    shows = f": {quoted(one.shows)}" if one.shows.strip() else ""
    return f"{title_of(one)} ({EVIDENCE_WORDS[one.kind]}, {say_date(one.on)}){shows}"


def title_of(one: Evidence) -> str:
    """The title of a piece of evidence, or that it has none."""
    return one_line(one.title).removesuffix(".") or "evidence without a title"


def are_evidenced(plan: Plan) -> str:
    """How many actions have evidenced impact: 4 of 78 actions have."""
    many = sum(action.impact is Impact.EVIDENCED for action in plan.actions)
    return f"{many} of {count_of(len(plan.actions), 'action')} {'has' if many == 1 else 'have'}"


def evidenced_actions(plan: Plan, kept: Kept, naming: Naming) -> list[Block]:
    """Each action whose impact is evidenced, and what shows it: in its lead's words, and what is kept."""
    found = [action for action in plan.actions if action.impact is Impact.EVIDENCED]
    if not found:
        return [text_of("What shows the impact of an action stands here once it is rated as evidenced.")]
    return [BulletList(tuple(labelled(*_evidenced(plan, one, kept, naming)) for one in found))]


def _evidenced(plan: Plan, action: Action, kept: Kept, naming: Naming) -> tuple[str, str]:
    name = naming.action(action)
    stands = "" if action.status in DONE else f" It is {status_word(plan, action.status).lower()}."
    if is_withheld(action):
        return name, f"its detail is exempt.{stands}"
    told = [sentence(one_line(action.impact_shown_by))] if action.impact_shown_by.strip() else []
    told += [sentence(f"evidence kept: {evidence_words(one)}") for one in kept.get(action.id, ())]
    if not told:
        told = ["Nothing is named that shows its impact."]
        told += [sentence(f"its proof: {one_line(action.proof)}")] if action.proof.strip() else []
    return name, " ".join(told) + stands


def shown_as_done(plan: Plan, kept: Kept, naming: Naming) -> list[Block]:
    """Each action that is done with its proof and the evidence kept, or that there is neither."""
    done = [action for action in plan.actions if action.status in DONE]
    if not done:
        return [text_of("No action is completed yet.")]
    return [BulletList(tuple(labelled(naming.action(one), _as_done(one, kept)) for one in done))]


def _as_done(action: Action, kept: Kept) -> str:
    if is_withheld(action):
        return "its detail is exempt"
    told = [sentence(f"proof: {one_line(action.proof)}")] if action.proof.strip() else []
    told += [sentence(f"evidence kept: {evidence_words(one)}") for one in kept.get(action.id, ())]
    return " ".join(told) or "nothing is named or kept"

"""What is new in a plan, in plain lines: an action, evidence, and what the board said."""

from __future__ import annotations

from functools import partial
from typing import Final

from send_actions.cli.plain.plain_changes import OWNER, owner_typed, write
from send_actions.cli.plain.plain_forms import Answers, PlainForm, Question, Seen, fill
from send_actions.cli.plain.sitting import Sitting
from send_actions.cli.plan_change import doubt_owners, make_change, question_personal, read_owner_typed
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.terminal import line_of
from send_actions.domain.drafts import ActionDraft, EvidenceDraft
from send_actions.domain.plan import Action, Area
from send_actions.domain.plan.vocabulary import EvidenceKind
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import read_due_or_refuse, say_date

_KIND: Final = "kind of evidence"


def add_action_to(sitting: Sitting, area: Area | None = None) -> bool:
    """Ask for a new action, and add it; say whether it was."""
    with sitting.plan() as view:
        today = view.today
        areas = ", ".join(line_of(one.number) for one in view.plan.areas)
    which = (
        []
        if area
        else [Question("area", "Its area", f"a number ({areas}) or words of its title", view.area, True)]
    )
    due_of = partial(read_due_or_refuse, today=today)
    questions = [
        *which,
        Question("title", "What is promised", is_needed=True),
        Question("lead", "Who leads", OWNER),
        Question("due", "The due date", "a day, month, quarter or term, or ongoing", due_of),
        Question("success", "What will show that it worked"),
    ]

    def save(answers: Answers, _seen: Seen) -> None:
        due = due_of(answers["due"]) if answers.get("due") else None
        with sitting.plan() as now:
            of = now.plan.areas_by_id[area.id] if area else now.area(answers["area"])
            typed = owner_typed(answers.get("lead", ""), now)
            lead = read_owner_typed(typed, now)
            ref, title = now.plan.next_ref(of), answers["title"]
        shown = answers.get("success", "")
        draft = ActionDraft(of.id, ref, title, success_measure=shown, lead=lead).checked()
        question_personal([title, shown], roles=[typed] if typed else [], is_confirmed=False)
        question_slips(slips_of(now, on=None, due=due), is_confirmed=False)
        from send_actions.changes.actions import add_action

        make_change(now, lambda store, author: add_action(store, draft, due=due, **author))
        doubt_owners([typed], now)

    where = f" in area {line_of(area.number)}" if area else ""
    return fill(PlainForm(f"New action{where}", questions, save), sitting)


def file_evidence(action: Action, sitting: Sitting) -> bool:
    """Ask for a piece of evidence of an action, and file it; say whether it was filed."""
    kinds = ", ".join(kind.value for kind in EvidenceKind)
    questions = [
        Question("title", "What it is called", is_needed=True),
        Question(
            "kind",
            f"Its kind, {kinds}",
            "a document when left out",
            lambda text: read_choice(_KIND, text, EvidenceKind),
        ),
        Question("shows", "What it shows"),
        Question("place", "Where it is kept"),
    ]

    def save(answers: Answers, _seen: Seen) -> None:
        kind = answers.get("kind")
        draft = EvidenceDraft(
            kind=read_choice(_KIND, kind, EvidenceKind) if kind else EvidenceKind.DOCUMENT,
            title=answers["title"],
            action_id=action.id,
            shows=answers.get("shows", ""),
            place=answers.get("place", ""),
        ).checked()
        question_personal((draft.title, draft.shows, draft.place), is_confirmed=False)
        from send_actions.changes.evidence import add_evidence

        write(sitting, lambda store, author: add_evidence(store, draft, on=sitting.memory.on, **author))

    day = f", of {say_date(sitting.memory.on)}" if sitting.memory.on else ""
    return fill(PlainForm(f"Evidence of {line_of(action.ref)}{day}", questions, save), sitting)

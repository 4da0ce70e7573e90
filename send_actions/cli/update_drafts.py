"""What is said of actions, read from the words of the command line into drafts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from send_actions.cli.location import past_day
from send_actions.cli.plan_change import Author, question_personal, show_change, write
from send_actions.cli.plan_view import PlanView, reopen_plan
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan import Action, Change
from send_actions.domain.words.choices import read_heard

if TYPE_CHECKING:
    from send_actions.store.database import Store


def actions_of(refs: Sequence[str], view: PlanView) -> list[Action]:
    """Return the actions of several refs, each once; raises UsageError for the first that there is not."""
    return list({action.id: action for action in map(view.action, refs)}.values())


def update_drafts(
    actions: Sequence[Action],
    view: PlanView,
    *,
    on: str | None,
    heard: str | None,
    heard_from: str,
    **parts: Any,
) -> list[UpdateDraft]:
    """Return one draft for each action; raises UsageError with every problem."""
    draft = UpdateDraft(
        on=past_day(on, view.today),
        heard=read_heard(heard) if heard is not None else None,
        heard_from=heard_from,
        **parts,
    ).checked()
    return [replace(draft, action_id=action.id) for action in actions]


def write_updates(
    drafts: Sequence[UpdateDraft], view: PlanView, *, is_confirmed: bool, unchanged: str
) -> Change | None:
    """Write what is said as one change, show and return it."""
    draft = drafts[0]
    question_personal(
        (draft.note, draft.private_note, draft.path, draft.proof, draft.impact_shown_by, draft.heard_from),
        is_confirmed=is_confirmed,
    )

    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.updates import record_updates

        return record_updates(store, drafts, **author)

    change = write(view, task)
    show_change(change, view, unchanged)
    return change


def refs_flagged(view: PlanView, code: str, action_ids: Collection[int]) -> list[str]:
    """Return the refs of those of these actions that a check questions now, after a change."""
    with reopen_plan(view) as now:
        found = [flag.action for flag in now.flags if flag.code == code and flag.action]
    return [action.ref for action in found if action.id in action_ids]

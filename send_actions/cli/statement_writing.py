"""Writing what was said of actions as one change, asking once about what looks like a slip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.said_late import due_said_late, status_said_late
from send_actions.cli.terminal import tell
from send_actions.domain.checks.slips import LOOK_AGAIN, PATH_BY
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Change
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date, say_due


class Manner(Noun):
    """How a change is made: what was confirmed beforehand."""

    not_personal: bool = False
    yes: bool = False


AS_TYPED: Final = Manner()
"""Nothing confirmed beforehand."""


Seen = Mapping[int, int | None]
"""The versions of actions that the person saw, by their row ids."""


def write_updates(
    actions: Sequence[Action],
    draft: UpdateDraft,
    view: PlanView,
    done: str,
    manner: Manner = AS_TYPED,
    *,
    seen: Seen | None = None,
) -> Change | None:
    """Write an update of each action as one change, show and return it; what is left out of it is named.

    Raises EditConflictError where somebody else saved one of them since it was `seen`.
    """
    question_personal(
        (text for text in vars(draft).values() if type(text) is str),
        is_confirmed=manner.not_personal,
    )
    coming = {PATH_BY: draft.path_by, LOOK_AGAIN: draft.look_again}
    question_slips(slips_of(view, actions, on=draft.on, coming=coming), is_confirmed=manner.yes)
    from send_actions.changes.updates import record_updates

    drafts = [replace(draft, action_id=action.id) for action in actions]
    day = draft.on or view.today
    change = make_change(
        view,
        lambda store, author: record_updates(store, drafts, expected=seen, **author),
        f"{_already(actions, done, day)}: nothing was changed.",
        more=lambda made: status_said_late(
            view,
            [one for one in actions if one not in made.leaves_out(actions)] if draft.speaks_of_status else [],
            draft.on,
        ),
    )
    if change and (left_out := change.leaves_out(actions)):
        tell(f"{printable(_already(left_out, done, day))}: left out.")
    return change


def write_deadline(
    action: Action,
    draft: DeadlineDraft,
    view: PlanView,
    manner: Manner = AS_TYPED,
    *,
    seen: int | None = None,
) -> Change | None:
    """Write an action's due date, show and return the change.

    Raises EditConflictError where somebody else saved it since the version that was `seen`.
    """
    question_personal((draft.reason, draft.minute), is_confirmed=manner.not_personal)
    due = draft.due
    slips = slips_of(view, on=draft.on, due=due if is_moved(action, draft) else None)
    question_slips(slips, is_confirmed=manner.yes)
    from send_actions.changes.updates import move_due_date

    return make_change(
        view,
        lambda store, author: move_due_date(store, draft, expected_version=seen, **author),
        f"{action.ref} is due {say_due(due)} already: nothing was changed.",
        more=lambda _: due_said_late(view, action, draft.on),
    )


def is_moved(action: Action, draft: DeadlineDraft) -> bool:
    """Say whether a due date is another than the action has."""
    return action.due is None or not is_same_due(action.due, draft.due)


def _already(actions: Sequence[Action], done: str, day: date) -> str:
    """Return what to say of what was heard before: 9.3 was set to at risk for 11 March 2026 already."""
    refs = ", ".join(action.ref for action in actions)
    return f"{refs} {'was' if len(actions) == 1 else 'were'} {done} for {say_date(day)} already"

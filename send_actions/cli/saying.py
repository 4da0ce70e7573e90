"""What is said of actions, read from the words of the command line into drafts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from send_actions.cli.changing import Hand, question_personal, tell, write
from send_actions.cli.place import past_day
from send_actions.cli.sight import Sight, look_again
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan import Action, Change
from send_actions.domain.words.choices import read_heard

if TYPE_CHECKING:
    from send_actions.store.database import Store


def actions_of(refs: Sequence[str], sight: Sight) -> list[Action]:
    """Return the actions of several refs, each once; raises UsageError for the first that there is not."""
    return list({action.id: action for action in map(sight.action, refs)}.values())


def drafts_of(
    actions: Sequence[Action],
    sight: Sight,
    *,
    on: str | None,
    heard: str | None,
    heard_from: str,
    **parts: Any,
) -> list[UpdateDraft]:
    """Return one draft for each action; raises UsageError with every problem."""
    draft = UpdateDraft(
        on=past_day(on, sight.today),
        heard=read_heard(heard) if heard is not None else None,
        heard_from=heard_from,
        **parts,
    ).checked()
    return [replace(draft, action_id=action.id) for action in actions]


def say(drafts: Sequence[UpdateDraft], sight: Sight, *, is_confirmed: bool, unchanged: str) -> Change | None:
    """Write what is said as one change, tell of it and return it."""
    said = drafts[0]
    question_personal(
        (said.note, said.private_note, said.path, said.proof, said.impact_shown_by, said.heard_from),
        is_confirmed=is_confirmed,
    )

    def task(store: Store, hand: Hand) -> Change | None:
        from send_actions.changes.updates import record_updates

        return record_updates(store, drafts, **hand)

    change = write(sight, task)
    tell(change, sight, unchanged)
    return change


def questioned(sight: Sight, code: str, action_ids: Collection[int]) -> list[str]:
    """Return the refs of those of these actions that a check questions now, after a change."""
    with look_again(sight) as now:
        found = [flag.action for flag in now.flags if flag.code == code and flag.action]
    return [action.ref for action in found if action.id in action_ids]

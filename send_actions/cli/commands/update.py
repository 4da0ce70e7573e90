"""`set`, `confirm` and `note`: an update of one action or several, as one change."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from send_actions.cli.location import coming_day, past_day
from send_actions.cli.options import (
    Agreed,
    Db,
    HeardFrom,
    HeardHow,
    ImpactRating,
    NotPersonal,
    On,
    Ref,
    Refs,
    RefsAndStatus,
    Why,
    words,
)
from send_actions.cli.phrases import status_word
from send_actions.cli.plan_change import (
    Author,
    meeting_of,
    question_personal,
    refs_flagged,
    show_change,
    write,
)
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan import Action, Change
from send_actions.domain.plan.vocabulary import REASONED, Status
from send_actions.domain.text import clean, printable
from send_actions.domain.words.choices import read_heard, read_impact, read_status
from send_actions.errors import UsageError

if TYPE_CHECKING:
    from send_actions.store.database import Store

Path = Annotated[str, words("--path", metavar="PATH", explained="The path to green.")]
PathBy = Annotated[str | None, words("--path-by", metavar="DATE", explained="By when it will be green.")]
Until = Annotated[str | None, words("--until", metavar="DATE", explained="On hold: the date to look again.")]
Proof = Annotated[str, words("--proof", explained="Complete or embedded: what proves it.")]
ShownBy = Annotated[str, words("--shown-by", explained="What shows the impact.")]


def set_status(
    context: typer.Context,
    typed: RefsAndStatus,
    *,
    why: Why = "",
    path: Path = "",
    path_by: PathBy = None,
    until: Until = None,
    proof: Proof = "",
    impact: ImpactRating = None,
    shown_by: ShownBy = "",
    agreed: Agreed = None,
    on: On = None,
    heard: HeardHow = None,
    heard_from: HeardFrom = "",
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Set the status of one action or several, as one change.

    send-actions set 9.3 off-track -m "Provider withdrew" --path "Interim cover from 4 May" --path-by "30 May"
    """
    with open_plan(context, db) as view:
        refs, status = _split(typed, view)
        actions = actions_of(refs, view)
        meeting = meeting_of(agreed, view)
        drafts = update_drafts(
            actions,
            view,
            on=on,
            heard=heard,
            heard_from=heard_from,
            status=status,
            note=why,
            path=path,
            path_by=coming_day(path_by, view.today),
            look_again=coming_day(until, view.today),
            proof=proof,
            impact=read_impact(impact) if impact is not None else None,
            impact_shown_by=shown_by,
            agreed_meeting_id=meeting.id if meeting else None,
        )
    change = write_updates(drafts, view, is_confirmed=not_personal, unchanged=_already(actions, status, view))
    if change and not drafts[0].note and status in REASONED:
        _warn_no_reason(refs_flagged(view, "no-reason", {action.id for action in actions}), status)


def _split(typed: Sequence[str], view: PlanView) -> tuple[list[str], Status]:
    """Return the refs and the status that stands after them; a status of two words needs no quotes."""
    legend = view.plan.legend
    if len(typed) == 1:
        example = "say the refs and then the status, such as `send-actions set 9.3 at-risk`."
        raise UsageError(f"Something is missing after “{typed[0]}”: {example}")
    *refs, last = typed
    known = {action.ref for action in view.plan.actions}
    if len(refs) > 1 and refs[-1] not in known:
        try:
            return refs[:-1], read_status(f"{refs[-1]} {last}", legend)
        except UsageError:
            pass
    return refs, read_status(last, legend)


def _warn_no_reason(refs: Sequence[str], status: Status) -> None:
    """Say that a reason is missing: a check lists it, and nothing stands in the way."""
    if refs:
        again = f"send-actions set {' '.join(map(quote, refs))} {status} -m WHY"
        sys.stderr.write(
            f"No reason given for {printable(', '.join(refs))}: the check no-reason lists that; "
            f"`{printable(again)}` adds one.\n"
        )


def _already(actions: Sequence[Action], status: Status, view: PlanView) -> str:
    named = ", ".join(action.ref for action in actions)
    verb = "is" if len(actions) == 1 else "are"
    return f"{named} {verb} {status_word(view.plan, status).lower()} already: nothing was changed."


def confirm(
    context: typer.Context,
    refs: Refs,
    *,
    why: Why = "",
    on: On = None,
    heard: HeardHow = None,
    heard_from: HeardFrom = "",
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Say of one action or several: no change, still right."""
    with open_plan(context, db) as view:
        actions = actions_of(refs, view)
        drafts = update_drafts(
            actions, view, on=on, heard=heard, heard_from=heard_from, no_change=True, note=why
        )
    named = ", ".join(action.ref for action in actions)
    verb = "was" if len(actions) == 1 else "were"
    unchanged = f"{named} {verb} confirmed already: nothing was changed."
    write_updates(drafts, view, is_confirmed=not_personal, unchanged=unchanged)


Text = Annotated[str, typer.Argument(metavar="TEXT", help="What to write down, in quotes.")]
Private = Annotated[bool, typer.Option("--private", help="For yourself: it never leaves the plan.")]


def note(
    context: typer.Context,
    ref: Ref,
    text: Text,
    *,
    private: Private = False,
    on: On = None,
    heard: HeardHow = None,
    heard_from: HeardFrom = "",
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Write a note on an action; its status stays as it is."""
    if not clean(text):
        raise UsageError("The note is empty: write it in quotes after the ref.")
    with open_plan(context, db) as view:
        action = view.action(ref)
        values = {"private_note" if private else "note": text}
        drafts = update_drafts([action], view, on=on, heard=heard, heard_from=heard_from, **values)
    unchanged = f"{action.ref} has this note already: nothing was changed."
    write_updates(drafts, view, is_confirmed=not_personal, unchanged=unchanged)


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

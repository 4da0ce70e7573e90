"""`set`: say the status of one action or several, with the reason and what goes with it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from shlex import quote
from typing import Annotated

import typer

from send_actions.cli.location import coming_day
from send_actions.cli.options import (
    Agreed,
    Db,
    HeardFrom,
    HeardHow,
    ImpactRating,
    NotPersonal,
    On,
    RefsAndStatus,
    Why,
    words,
)
from send_actions.cli.phrases import status_word
from send_actions.cli.plan_change import meeting_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.update_drafts import actions_of, refs_flagged, update_drafts, write_updates
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import REASONED, Status
from send_actions.domain.text import printable
from send_actions.domain.words.choices import read_impact, read_status
from send_actions.errors import UsageError

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

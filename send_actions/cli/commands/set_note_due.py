"""`set`, `confirm`, `note` and `due`: what is new of one action or several, as one change."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from shlex import quote
from typing import Annotated, Any

import typer

from send_actions.cli.location import coming_day
from send_actions.cli.options import (
    Agreed,
    Db,
    ImpactRating,
    NotPersonal,
    On,
    Ref,
    Refs,
    RefsAndStatus,
    UpdateOptions,
    Yes,
    argument,
    grouped_options,
    option,
)
from send_actions.cli.phrases import status_word
from send_actions.cli.plan_change import meeting_id_of, refs_flagged
from send_actions.cli.plan_view import PlanView, open_plan, with_refs
from send_actions.cli.statement_writing import Manner, is_moved, write_deadline, write_updates
from send_actions.cli.terminal import tell
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.plan import Action, Change
from send_actions.domain.plan.vocabulary import DONE, REASONED, Status
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.domain.words.choices import read_heard, read_impact, read_status
from send_actions.domain.words.dates import read_due_or_refuse
from send_actions.errors import UsageError

Why = Annotated[str, option("--why", "WHY", "The note; for a bad status, the reason.", "-m")]
Path = Annotated[str, option("--path", "PATH", "The path to green.")]
Ask = Annotated[str, option("--ask", "TEXT", "What the board is asked for.")]
PathBy = Annotated[str | None, option("--path-by", "DATE", "By when it will be green.")]
Until = Annotated[str | None, option("--until", "DATE", "On hold: the date to look again.")]
Proof = Annotated[str, option("--proof", "TEXT", "Complete or embedded: what proves it.")]
ShownBy = Annotated[str, option("--shown-by", "TEXT", "What shows the impact.")]
Text = Annotated[str, argument("TEXT", "What to write down, in quotes.")]
Private = Annotated[bool, typer.Option("--private", help="For yourself: it never leaves the plan.")]
When = Annotated[str, argument("DATE", 'A day, month, quarter or term, or "ongoing".')]
WhyMoved = Annotated[str, option("--why", "WHY", "Why the date moves.", "-m")]
Minute = Annotated[str, option("--minute", "TEXT", "The minute that records it.")]


@grouped_options
def set_status(
    typed: RefsAndStatus,
    *,
    why: Why = "",
    ask: Ask = "",
    path: Path = "",
    path_by: PathBy = None,
    until: Until = None,
    proof: Proof = "",
    impact: ImpactRating = None,
    shown_by: ShownBy = "",
    agreed: Agreed = None,
    options: UpdateOptions,
) -> None:
    """Set the status of one action or several, as one change.

    send-actions set 9.3 red -m "Provider withdrew" --path "Interim cover" --path-by "in two weeks"
    send-actions set 9.3 9.4 on-track --heard meeting
    """
    with open_plan(options.db, read=with_refs(typed)) as view:
        refs, status = _split(typed, view)
        actions = _actions(refs, view)
        agreed_meeting_id = meeting_id_of(agreed, view)
        draft = _draft(
            options,
            view,
            status=status,
            note=why,
            ask=ask,
            path=path,
            path_by=coming_day(path_by, view.today, or_period=True),
            look_again=coming_day(until, view.today),
            proof=proof,
            impact=read_impact(impact) if impact is not None else None,
            impact_shown_by=shown_by,
            agreed_meeting_id=agreed_meeting_id,
        )
    already = f"set to {status_word(view.plan, status).lower()}"
    change = _update(actions, draft, view, options, already)
    ids = {action.id for action in actions}
    if change and not draft.note and status in REASONED:
        _warn_no_reason(refs_flagged(view, "no-reason", ids), status)
    if change and status in DONE and not draft.proof:
        _warn_no_proof(refs_flagged(view, "no-proof", ids), status)


@grouped_options
def confirm(refs: Refs, *, why: Why = "", options: UpdateOptions) -> None:
    """Say of one action or several: no change, still right.

    send-actions confirm 9.3 9.4 --heard e-mail --from "Head of Therapies, CHT"
    """
    with open_plan(options.db, read=with_refs(refs)) as view:
        actions = _actions(refs, view)
        draft = _draft(options, view, no_change=True, note=why)
    _update(actions, draft, view, options, "confirmed")


@grouped_options
def note(ref: Ref, text: Text, *, private: Private = False, options: UpdateOptions) -> None:
    """Write a note on an action; its status stays as it is.

    send-actions note 9.3 "Forty families called in the first week"
    """
    if not clean(text):
        raise UsageError("The note is empty: write it in quotes after the ref.")
    with open_plan(options.db, read=with_refs([ref])) as view:
        action = view.action(ref)
        draft = _draft(options, view, **{"private_note" if private else "note": text})
    _update([action], draft, view, options, "given this note")


def move_due(
    ref: Ref,
    when: When,
    *,
    why: WhyMoved = "",
    agreed: Agreed = None,
    minute: Minute = "",
    on: On = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Set or move an action's due date; the first date is kept.

    send-actions due 9.3 "June 2026" -m "The provider asked for two months" --agreed last
    """
    with open_plan(db, read=with_refs([ref])) as view:
        action = view.action(ref)
        due = read_due_or_refuse(when, today=view.today)
        meeting_id = meeting_id_of(agreed, view)
        day = view.past_day(on)
        draft = DeadlineDraft(
            action.id, due=due, on=day, reason=why, agreed_meeting_id=meeting_id, minute=minute
        ).checked()
    change = write_deadline(action, draft, view, Manner(not_personal=not_personal, yes=yes))
    if change and not draft.reason and action.due and is_moved(action, draft):
        _warn_move_without_reason(action, when, view)


def _actions(refs: Sequence[str], view: PlanView) -> list[Action]:
    """Return the actions of several refs, each once; raises UsageError for the first that there is not."""
    return list({action.id: action for action in map(view.action, refs)}.values())


def _split(typed: Sequence[str], view: PlanView) -> tuple[list[str], Status]:
    """Return the refs and the status that stands after them; a status of two words needs no quotes."""
    legend = view.plan.legend
    words, said = list(typed), " ".join(typed)
    refs = [word for word in words if _is_ref(word, view)]
    rest = " ".join(word for word in words if word not in refs)
    status: Status | None = None
    with suppress(UsageError):
        status = read_status(rest, legend)
    if status and refs and " ".join([*refs, rest]) == said:
        return refs, status
    if status and refs:
        right = " ".join([*map(quoted, refs), quoted(rest)])
        raise UsageError(f"The status stands after the refs: `send-actions set {right}`.")
    if status or len(words) == 1:
        example = "say the refs and then the status, such as `send-actions set 9.3 at-risk`."
        raise UsageError(
            f"Something is missing {'before' if status else 'after'} “{_shown(said)}”: {example}"
        )
    if behind := _behind_status(words, view):
        right, loose = " ".join(map(quoted, words[: -len(behind)])), " ".join(behind)
        raise UsageError(
            f"“{_shown(loose)}” stands behind the status: if it is the reason, "
            f"`send-actions set {right} -m {printable(quoted(loose))}`."
        )
    return words[:-1], read_status(words[-1], legend)


def _behind_status(words: Sequence[str], view: PlanView) -> Sequence[str]:
    """Return the words behind refs and a status that are whole without them."""
    for end in range(len(words) - 1, 1, -1):
        with suppress(UsageError):
            read_status(words[end - 1], view.plan.legend)
            if all(_is_ref(word, view) for word in words[: end - 1]):
                return words[end:]
    return ()


def _is_ref(word: str, view: PlanView) -> bool:
    return any(fold(action.ref) == fold(clean(word, one_line=True)) for action in view.plan.actions)


def _shown(words: str) -> str:
    return printable(cut(" ".join(words.split()), 40))


def _draft(options: UpdateOptions, view: PlanView, **parts: Any) -> UpdateDraft:
    """Return the draft of an update; raises UsageError with every problem."""
    return UpdateDraft(
        on=view.past_day(options.on),
        heard=read_heard(options.heard) if options.heard is not None else None,
        heard_from=options.heard_from,
        **parts,
    ).checked()


def _update(
    actions: Sequence[Action], draft: UpdateDraft, view: PlanView, options: UpdateOptions, done: str
) -> Change | None:
    """Write an update of each action as one change, show and return it."""
    return write_updates(actions, draft, view, done, Manner(options.not_personal, options.yes))


def _warn_no_reason(refs: Sequence[str], status: Status) -> None:
    """Say that a reason is missing: a check lists it, and nothing stands in the way."""
    if refs:
        again = f"send-actions set {' '.join(map(quote, refs))} {status} -m WHY"
        tell(
            f"No reason given for {printable(', '.join(refs))}: the check no-reason lists that; "
            f"`{printable(again)}` adds one."
        )


def _warn_no_proof(refs: Sequence[str], status: Status) -> None:
    """Say that nothing shows that it is done: a check lists it, and nothing stands in the way."""
    if refs:
        again = f"send-actions set {' '.join(map(quote, refs))} {status} --proof TEXT"
        tell(
            f"No proof or evidence of {printable(', '.join(refs))} yet: the check no-proof lists that; "
            f"`{printable(again)}` names it, `send-actions evidence add` files it."
        )


def _warn_move_without_reason(action: Action, when: str, view: PlanView) -> None:
    """Say that the reason is missing: nothing stands in the way, and a check lists a move nobody agreed."""
    which = "the check not-agreed lists the move; " if refs_flagged(view, "not-agreed", {action.id}) else ""
    again = f"send-actions due {quote(action.ref)} {quote(when)} -m WHY"
    tell(f"No reason given: {which}`{printable(again)}` adds one.")

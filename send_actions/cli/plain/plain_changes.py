"""Changing an action in plain lines: each field is asked in its turn, and what is saved is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from send_actions.cli.location import coming_day
from send_actions.cli.phrases import status_word
from send_actions.cli.plain.sitting import Sitting
from send_actions.cli.plan_change import meeting_id_of, refs_flagged
from send_actions.cli.plan_view import PlanView
from send_actions.cli.questions import is_yes
from send_actions.cli.spoken import ask, ask_for, ask_for_some, choose, say, until_done
from send_actions.cli.statement_writing import Manner, write_deadline, write_updates
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import REASONED, Status
from send_actions.domain.words.choices import read_heard
from send_actions.domain.words.dates import read_due_or_refuse
from send_actions.domain.words.past_days import read_past_day
from send_actions.tui.form_drafts import ASKS_AGAIN, status_fields

MANNER: Final = Manner(back="“Take back your last change” undoes it")
"""What takes a change back here."""

ON: Final = "The date it speaks of, when not today (Enter for today)"


def set_one(ref: str, sitting: Sitting) -> None:
    """Ask for a status and what goes with it, and set it."""
    with sitting.plan() as view:
        action, plan = view.action(ref), view.plan
    used = [entry for entry in plan.legend if entry.used]
    chosen = choose(f"The status of {ref}", [f"{entry.word}: {entry.definition}" for entry in used])
    if chosen is None:
        return
    set_status_of(action, used[chosen].status, view)


def set_status_of(action: Action, status: Status, view: PlanView) -> bool:
    """Ask what goes with a status, and set it; say whether it was."""
    reads, typed = _readers(view), {}
    for field in status_fields(status, view.plan, today=view.today):
        hint = f", {field.hint}" if field.hint else ""
        typed[field.id] = ask_for(f"{field.label}{hint} (Enter leaves it out)", reads.get(field.id, str))
    typed["on"] = ask_for(ON, reads["on"])
    if not _is_meant(status, action, typed):
        say("Left as it was.")
        return False
    already = f"set to {status_word(view.plan, status).lower()}"
    is_done = until_done(lambda: _write(action, _draft(status, typed, view), view, already))
    if is_done and status in REASONED and not typed["why"] and refs_flagged(view, "no-reason", {action.id}):
        say("No reason was given: set the status again to add one.")
    return is_done


def confirm_one(ref: str, sitting: Sitting) -> None:
    """Say of an action: no change, still right."""
    with sitting.plan() as view:
        action = view.action(ref)
    until_done(lambda: _write(action, UpdateDraft(no_change=True), view, "confirmed"))


def note_one(ref: str, sitting: Sitting, *, private: bool = False) -> None:
    """Ask for a note and write it down."""
    with sitting.plan() as view:
        action = view.action(ref)
    if private:
        draft = UpdateDraft(private_note=ask_for_some("Your private note, which never leaves the plan"))
    else:
        draft = UpdateDraft(note=ask_for_some("The note, as the paper will have it"))
    until_done(lambda: _write(action, draft, view, "given this note"))


def due_one(ref: str, sitting: Sitting) -> None:
    """Ask for a due date, why it moves and where that was agreed, and move it."""
    with sitting.plan() as view:
        action, today = view.action(ref), view.today
    read = partial(read_due_or_refuse, today=today)
    when = ask_for("The due date: a day, month, quarter or term, or ongoing (Enter goes back)", read)
    if not when:
        say("Left as it was.")
        return
    why = ask("Why it moves (Enter leaves it out)")
    agreed = ask_for(
        "Where it was agreed, a meeting's date or last (Enter when it was not yet)",
        lambda text: meeting_id_of(text, view),
    )
    meeting_id = meeting_id_of(agreed or None, view)
    draft = DeadlineDraft(action.id, due=read(when), reason=why, agreed_meeting_id=meeting_id)
    until_done(lambda: _move(action, draft, view))


def take_back(sitting: Sitting) -> None:
    """Say what would be taken back, and take it back when it is meant."""
    from send_actions.cli.commands.undo import undo_change

    undo_change(show=True, db=sitting.location)
    if is_yes("Take it back?"):
        undo_change(db=sitting.location)
    else:
        say("Left as it was.")


def _write(action: Action, draft: UpdateDraft, view: PlanView, done: str) -> None:
    write_updates([action], draft.checked(), view, done, MANNER)


def _move(action: Action, draft: DeadlineDraft, view: PlanView) -> None:
    write_deadline(action, draft.checked(), view, MANNER)


def _draft(status: Status, typed: Mapping[str, str], view: PlanView) -> UpdateDraft:
    """Return the update that the answers come to; each was understood when it was typed."""
    reads = _readers(view)
    read = {name: reads[name](text) for name, text in typed.items() if name in reads and text}
    return UpdateDraft(
        status=status,
        note=typed.get("why", ""),
        path=typed.get("path", ""),
        path_by=read.get("by"),
        look_again=read.get("again"),
        proof=typed.get("proof", ""),
        ask=typed.get("ask", ""),
        heard=read.get("heard"),
        heard_from=typed.get("from", ""),
        on=read.get("on"),
    )


def _is_meant(status: Status, action: Action, typed: Mapping[str, str]) -> bool:
    """Ask once more of the statuses that close or stop an action, unless it has the status already."""
    if status not in ASKS_AGAIN or action.status is status:
        return True
    field, lacks, means = ASKS_AGAIN[status]
    return is_yes(f"{means if typed.get(field) else lacks}. Save it as {status.word.lower()}?")


def _readers(view: PlanView) -> dict[str, Callable[[str], Any]]:
    """Return what reads a field, so that what cannot be read is asked again at once."""
    today = view.today
    return {
        "by": lambda text: coming_day(text, today, or_period=True),
        "again": lambda text: coming_day(text, today),
        "heard": read_heard,
        "on": lambda text: read_past_day(text, today, last=lambda: view.plan.last_meeting),
    }

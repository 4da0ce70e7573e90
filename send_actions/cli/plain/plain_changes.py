"""Changing one action or several in plain lines: each is a form, and what is saved is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from send_actions.cli.location import actor, coming_day
from send_actions.cli.phrases import impact_word, status_word
from send_actions.cli.plain.plain_forms import Answers, PlainForm, Question, Seen, about_actions, fill
from send_actions.cli.plain.sitting import Sitting, refs_of
from send_actions.cli.plan_change import (
    Task,
    doubt_owners,
    make_change,
    meeting_id_of,
    question_personal,
    read_owner_typed,
    refs_flagged,
)
from send_actions.cli.plan_view import PlanView
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.spoken import choose, say, sure
from send_actions.cli.statement_writing import write_updates
from send_actions.cli.terminal import line_of
from send_actions.domain.drafts import DeadlineDraft, UpdateDraft
from send_actions.domain.history.undo import next_undo
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import REASONED, Impact, Status
from send_actions.domain.words.dates import read_due_or_refuse, say_date
from send_actions.store.history_reader import read_changes
from send_actions.tui.form_drafts import ASKS_AGAIN, own_fields

Actions = tuple[Action, ...]

SAYS_SO: Final = "It says so already: nothing was changed."

OWNER: Final = "a role and organisation, or words that one of the plan's alone has"
"""What names an owner."""


def set_status(actions: Actions, status: Status, sitting: Sitting) -> bool:
    """Ask what goes with a status, and set it; say whether it was."""
    with sitting.plan() as view:
        word, today = status_word(view.plan, status), view.today
    reads: dict[str, Callable[[str], object]] = {
        "by": lambda text: coming_day(text, today, or_period=True),
        "again": lambda text: coming_day(text, today),
    }
    questions = [
        Question(field.id, field.label, field.hint, reads.get(field.id, str))
        for field in own_fields(status, today)
    ]

    def save(answers: Answers, seen: Seen) -> None:
        read: dict[str, Any] = {
            name: reads[name](text) for name, text in answers.items() if name in reads and text
        }
        draft = UpdateDraft(
            status=status,
            note=answers.get("why", ""),
            path=answers.get("path", ""),
            path_by=read.get("by"),
            look_again=read.get("again"),
            proof=answers.get("proof", ""),
            ask=answers.get("ask", ""),
        )
        _say_of(actions, draft, f"set to {word.lower()}", sitting, seen)
        _warn(actions, status, answers, view)

    title = f"Set {refs_of(actions)} to {word.lower()}{sitting.manner}"
    return fill(
        PlainForm(title, questions, save, about_actions(actions), partial(_closing, status, actions)), sitting
    )


def ask_status(actions: Actions, sitting: Sitting) -> bool:
    """Ask which status, then what goes with it; say whether it was set."""
    with sitting.plan() as view:
        used = [entry for entry in view.plan.legend if entry.used]
    words = [f"{line_of(entry.word)}: {line_of(entry.definition)}" for entry in used]
    chosen = choose(f"The status of {refs_of(actions)}", words)
    return chosen is not None and set_status(actions, used[chosen].status, sitting)


def _closing(status: Status, actions: Actions, answers: Answers) -> str:
    """Return what to ask of the statuses that close or stop an action, unless all have it already."""
    if status not in ASKS_AGAIN or all(action.status is status for action in actions):
        return ""
    field, lacks, means = ASKS_AGAIN[status]
    return f"{means if answers.get(field) else lacks}. Save it as {status.word.lower()}?"


def _warn(actions: Actions, status: Status, answers: Answers, view: PlanView) -> None:
    """Say that a reason is missing: nothing stands in the way, and a check lists it."""
    if status not in REASONED or answers.get("why"):
        return
    if refs := refs_flagged(view, "no-reason", {action.id for action in actions}):
        say(f"No reason was given for {', '.join(map(line_of, refs))}: set the status again to add one.")


def confirm(actions: Actions, sitting: Sitting) -> bool:
    """Say of actions: no change, still right; say whether that was saved."""

    def save(_answers: Answers, seen: Seen) -> None:
        _say_of(actions, UpdateDraft(no_change=True), "confirmed", sitting, seen)

    title = f"No change to {refs_of(actions)}{sitting.manner}"
    return fill(PlainForm(title, (), save, about_actions(actions)), sitting)


def note(actions: Actions, sitting: Sitting, *, private: bool = False) -> bool:
    """Ask for a note and write it down; say whether it was."""

    def save(answers: Answers, seen: Seen) -> None:
        words = answers["note"]
        draft = UpdateDraft(private_note=words) if private else UpdateDraft(note=words)
        _say_of(actions, draft, "given this note", sitting, seen)

    hint = "which never leaves the plan" if private else "as the paper will have it"
    kind = "Private note" if private else "Note"
    title = f"{kind} on {refs_of(actions)}{sitting.manner}"
    question = Question("note", "Your words", hint, is_needed=True)
    return fill(PlainForm(title, [question], save, about_actions(actions)), sitting)


def rate(actions: Actions, sitting: Sitting) -> bool:
    """Ask for the impact and what shows it, and say it; say whether it was said."""
    ratings = list(Impact)
    chosen = choose(f"The impact of {refs_of(actions)}", [impact_word(one) for one in ratings])
    if chosen is None:
        return False
    impact = ratings[chosen]

    def save(answers: Answers, seen: Seen) -> None:
        draft = UpdateDraft(impact=impact, impact_shown_by=answers.get("shows", ""))
        _say_of(actions, draft, f"rated {impact.word.lower()}", sitting, seen)

    title = f"Impact of {refs_of(actions)}: {impact.word.lower()}{sitting.manner}"
    return fill(PlainForm(title, [Question("shows", "What shows it")], save, about_actions(actions)), sitting)


def _say_of(actions: Actions, draft: UpdateDraft, done: str, sitting: Sitting, seen: Seen) -> None:
    """Write what was said of actions, for the day and as heard in the way that was chosen."""
    with sitting.plan() as view:
        memory = sitting.memory
    heard, whom = memory.source_of(actions)
    said = {**vars(draft), "on": memory.on, "heard": heard, "heard_from": whom}
    write_updates(actions, UpdateDraft(**said).checked(), view, done, seen=seen)


def move_due(actions: Actions, sitting: Sitting) -> bool:
    """Ask for a due date, why it moves and where that was agreed, and move it; say whether it was."""
    with sitting.plan() as view:
        today, memory = view.today, sitting.memory
    reads_due = partial(read_due_or_refuse, today=today)
    questions = [
        Question(
            "due", "The due date", "a day, month, quarter or term, or ongoing", reads_due, is_needed=True
        ),
        Question("why", "Why it moves"),
        Question(
            "agreed",
            "Where it was agreed",
            "a meeting's date, or last",
            lambda text: meeting_id_of(text, view),
        ),
    ]

    def save(answers: Answers, seen: Seen) -> None:
        due, reason = reads_due(answers["due"]), answers.get("why", "")
        with sitting.plan() as now:
            meeting_id = meeting_id_of(answers.get("agreed") or None, now)
        question_personal([reason], is_confirmed=False)
        question_slips(slips_of(now, on=memory.on, due=due), is_confirmed=False)
        drafts = [
            DeadlineDraft(
                one.id, due=due, on=memory.on, reason=reason, agreed_meeting_id=meeting_id
            ).checked()
            for one in actions
        ]
        from send_actions.changes.updates import move_due_dates

        make_change(
            now,
            lambda store, author: move_due_dates(store, drafts, expected=seen, **author),
            _says_so(actions),
        )

    day = f", for {say_date(memory.on)}" if memory.on else ""
    return fill(
        PlainForm(f"Due date of {refs_of(actions)}{day}", questions, save, about_actions(actions)), sitting
    )


def name_lead(actions: Actions, sitting: Sitting) -> bool:
    """Ask who leads actions, and name them; say whether that was saved."""

    def save(answers: Answers, seen: Seen) -> None:
        with sitting.plan() as now:
            typed = owner_typed(answers["lead"], now)
            lead = read_owner_typed(typed, now)
        question_personal([typed], roles=[typed], is_confirmed=False)
        from send_actions.changes.actions import revise_actions

        ids = [action.id for action in actions]
        make_change(
            now,
            lambda store, author: revise_actions(store, ids, {"lead": lead}, expected=seen, **author),
            _says_so(actions),
        )
        doubt_owners([typed], now)

    question = Question("lead", "Who leads", OWNER, is_needed=True)
    return fill(PlainForm(f"Lead of {refs_of(actions)}", [question], save, about_actions(actions)), sitting)


def _says_so(actions: Actions) -> str:
    return f"{refs_of(actions)} {'says' if len(actions) == 1 else 'say'} so already: nothing was changed."


def write(sitting: Sitting, task: Task) -> None:
    """Make a change in the plan as it now is, and say what was changed."""
    with sitting.plan() as view:
        pass
    make_change(view, task, SAYS_SO)


def owner_typed(words: str, view: PlanView) -> str:
    """Return the owner of the plan that words mean, else the words themselves."""
    found = [str(one) for one in view.plan.owners if words.casefold() in str(one).casefold()]
    return found[0] if len(found) == 1 and len(words) > len("LA") else words


def take_back(sitting: Sitting) -> None:
    """Say what would be taken back, and take it back when it is meant."""
    from send_actions.cli.commands.undo import undo_change

    with sitting.plan() as view:
        wanted = next_undo(read_changes(view.reading), actor())
    if wanted is None:
        undo_change(db=sitting.location)  # refuses, and says whose the newest change is
    elif sure(f"Your last change, of {say_date(wanted.day)}: {line_of(wanted.label)}. Take it back?"):
        undo_change(number=str(wanted.id), db=sitting.location)
        sitting.memory.saved += 1
    else:
        say("Left as it was.")


def bring_back(sitting: Sitting) -> None:
    """Bring back what was taken back last."""
    from send_actions.cli.commands.undo import redo_change

    redo_change(db=sitting.location)
    sitting.memory.saved += 1

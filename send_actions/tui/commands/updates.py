"""Say something of the targeted actions in a form at the foot: impact, notes, due date and lead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from send_actions.domain.plan import Action, Change
from send_actions.domain.plan.vocabulary import Impact
from send_actions.tui import form_drafts, form_owners, form_words
from send_actions.tui.commands.command import CHANGING, ActionScreen, command, on_actions
from send_actions.tui.drawing.actions import impact_words, refs_of
from send_actions.tui.drawing.change_lines import done_line
from send_actions.tui.form_words import bulk_doubt, due_echo
from send_actions.tui.forms import Entry, Form, Values
from send_actions.tui.pending_edits import MakeTask, PendingEdit
from send_actions.tui.plan_writer import Task, Versions, due_task, lead_task, update_task
from send_actions.tui.prompts.prompt import MenuPrompt
from send_actions.tui.text_layout import Line

EXAMPLES: Final = "30 June, June 2026, Q1 2026/27, +2w or ongoing"


def say_saved(screen: ActionScreen, actions: tuple[Action, ...], change: Change | None) -> None:
    """Say what was saved, on whichever screen is seen by now."""
    session = screen.session
    if change is None:
        session.say(f"{refs_of(actions)} says so already: nothing to save")
        return
    screen.selection.changed(actions)
    line = done_line(session.plan, actions, change, session.timeline_of, session.keys["status"])
    if left_out := change.leaves_out(actions):
        line = [*line, (f" · {refs_of(left_out)} said so already", "dim")]
    session.done.say(line, change.id)


@dataclass(frozen=True)
class Strip:
    """A form about actions: what opens it, what it says and asks, and the task of its values.

    `opens` is a command with the letter after it, `meant` is the status that it sets, if it sets one.
    """

    opens: str
    sentence: Callable[[Sequence[Action]], Line]
    entries: Sequence[Entry]
    make: MakeTask
    doubts: Callable[[Values], str] = form_drafts.personal_doubts
    is_dated: bool = True
    standing: Callable[[Sequence[Action]], str] = lambda _actions: ""
    told: Callable[[Values], str] = lambda _values: ""
    meant: str = ""


async def open_form(screen: ActionScreen, actions: tuple[Action, ...], strip: Strip) -> None:
    """Open a form about actions; what it saves is sent off at once, and shown again when it is refused."""
    session = screen.session
    screen.app.call_after_refresh(session.writer.prepare)

    def about_date(text: str) -> str:
        timeline = session.timeline_of(actions[0]) if len(actions) == 1 else None
        return form_drafts.about_date(text, session.plan, timeline, today=session.today)

    def form_of(actions: Sequence[Action]) -> Form:
        def all_doubts(typed: Values) -> str:
            values = form_drafts.with_last_day(typed, session.plan)
            slips = form_drafts.slip_doubts(values, actions, session.plan, session.plan_of)
            many = bulk_doubt(session.plan, actions)
            return form_drafts.with_slips([*([many] if many else []), *slips], strip.doubts(values))

        about = about_date if strip.is_dated else None
        standing = strip.standing(actions)
        return Form(strip.sentence(actions), strip.entries, all_doubts, about, standing, strip.told)

    def make(typed: Values, seen: Versions) -> Task:
        return strip.make(form_drafts.with_last_day(typed, session.plan), seen)

    edit = PendingEdit(strip.opens, form_of, make, actions, partial(say_saved, screen), strip.meant)
    await screen.navigator.pending.open(screen.foot, edit, {})


@command("impact", "i", "impact", CHANGING, changes=True)
@on_actions
async def rate_impact(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Rate the impact: {impact}, then 1 to 4."""
    now = f" {impact_words(actions[0].impact)}:" if len(actions) == 1 else " impact:"
    choices: list[tuple[str, Line]] = [(impact.key, [(impact.word.lower(), "dim")]) for impact in Impact]

    async def choose(digit: str) -> None:
        await _open_impact(screen, actions, next(impact for impact in Impact if impact.key == digit))

    await screen.foot.ask(MenuPrompt([(refs_of(actions), "bold"), (now, "dim")], choices, choose))


async def _open_impact(screen: ActionScreen, actions: tuple[Action, ...], impact: Impact) -> None:
    def make(values: Values, seen: Versions) -> Task:
        return update_task(form_drafts.impact_draft(values, impact, today=screen.session.today), seen)

    shows = Entry("shows", "Shown by", "data, an audit, what families say", is_long=True)
    entries = [shows, *form_drafts.heard_fields(screen.session.plan)]
    sentence = partial(form_words.impact_sentence, impact=impact)
    await open_form(screen, actions, Strip(f"impact {impact.key}", sentence, entries, make))


@command("note", "m", "note", CHANGING, changes=True)
@on_actions
async def write_note(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Write a note for the paper."""
    await _open_note(screen, actions, is_private=False)


@command("private-note", "M", "private note", CHANGING, changes=True)
@on_actions
async def write_private_note(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Write a private note; it never leaves the database."""
    await _open_note(screen, actions, is_private=True)


async def _open_note(screen: ActionScreen, actions: tuple[Action, ...], *, is_private: bool) -> None:
    def make(values: Values, seen: Versions) -> Task:
        draft = form_drafts.note_draft(values, is_private=is_private, today=screen.session.today)
        return update_task(draft, seen)

    sentence = partial(form_words.note_sentence, is_private=is_private)
    opens = "private-note" if is_private else "note"
    entries = [Entry("note", "Note", is_long=True), *form_drafts.heard_fields(screen.session.plan)]
    await open_form(screen, actions, Strip(opens, sentence, entries, make))


@command("due", "d", "due", CHANGING, changes=True)
@on_actions
async def move_due_date(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Move the due date, with the reason."""
    session = screen.session

    def make(values: Values, seen: Versions) -> Task:
        return due_task(form_drafts.deadline_draft(values, session.plan, today=session.today), seen)

    def doubts(values: Values) -> str:
        return form_drafts.deadline_doubts(values, actions, today=session.today)

    entries = [
        Entry("due", "New date", EXAMPLES, due_echo(session.today)),
        Entry("why", "Why", "the reason it moves", is_long=True),
        Entry("agreed", "Agreed at", "last, or the meeting's date; empty: the board is asked to agree"),
    ]
    await open_form(screen, actions, Strip("due", form_words.due_sentence, entries, make, doubts))


@command("lead", "o", "lead", CHANGING, changes=True)
@on_actions
async def name_lead(screen: ActionScreen, actions: tuple[Action, ...]) -> None:
    """Name the action lead."""
    plan = screen.session.plan

    def make(values: Values, seen: Versions) -> Task:
        return lead_task(form_owners.owner_draft(values, plan), seen)

    def doubts(values: Values) -> str:
        return form_drafts.personal_doubts(values) or form_owners.owner_doubts(values, plan, actions)

    entries = form_owners.owner_fields(plan)
    told = partial(form_owners.tell_owner, plan=plan)
    await open_form(
        screen,
        actions,
        Strip("lead", form_words.lead_sentence, entries, make, doubts, is_dated=False, told=told),
    )


ON_TARGETS: Final = (rate_impact, write_note, write_private_note, move_due_date, name_lead)
"""What says something of the actions that are targeted."""

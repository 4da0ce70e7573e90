"""`b` on any row: what the board said of it, onto today's meeting, else onto the last one held."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, Protocol, runtime_checkable

from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.minute_drafts import agreements, meeting_to_minute, proposed
from send_actions.domain.plan import Action, Change, Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.tui import minute_forms
from send_actions.tui.commands.command import (
    CHANGING,
    CommandScreen,
    Selection,
    area_here,
    command,
)
from send_actions.tui.form_drafts import about_date, personal_doubts
from send_actions.tui.form_words import bulk_doubt
from send_actions.tui.forms import Form, Values
from send_actions.tui.minute_forms import Subject
from send_actions.tui.minute_tasks import agree_task, answer_task, meeting_task, said_task
from send_actions.tui.pending_edits import PendingEdit
from send_actions.tui.plan_writer import Task, Versions, versions_of
from send_actions.tui.prompts.prompt import ConfirmPrompt, MenuPrompt
from send_actions.tui.text_layout import Line, inline

_KINDS: Final = {"q": MinuteKind.QUESTION, "d": MinuteKind.DECISION, "r": MinuteKind.REQUEST}
_ANSWER: Final = "a"
_AGREED: Final = "g"
_TODAY: Final = "t"


@runtime_checkable
class _Selecting(Protocol):
    """A screen on which actions can be chosen."""

    @property
    def selection(self) -> Selection:
        """The actions it lists."""


@runtime_checkable
class _OnAction(Protocol):
    """A screen whose row is an action."""

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""


@runtime_checkable
class _OnMeeting(Protocol):
    """A screen whose rows are meetings, and what they said."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""

    @property
    def minute(self) -> Minute | None:
        """What a meeting said that the cursor is on."""


@command("board-said", "b", "board said", CHANGING, changes=True)
async def write_down(screen: CommandScreen) -> None:
    """Write down what the board said: a question, answer, decision or request, or that it agreed."""
    plan = screen.session.plan
    here = screen.meeting if isinstance(screen, _OnMeeting) else None
    try:
        meeting = meeting_to_minute(plan, here if here and here.on <= plan.as_at else None)
    except SendActionsError:
        await _offer_today(screen)
        return
    await _ask_kind(screen, subject_here(screen), meeting)


def subject_here(screen: CommandScreen) -> Subject:
    """What the row under the cursor is about: actions, an area, or the whole plan."""
    minute = screen.minute if isinstance(screen, _OnMeeting) else None
    actions = screen.selection.targets() if isinstance(screen, _Selecting) else ()
    if not actions and isinstance(screen, _OnAction) and screen.action:
        actions = (screen.action,)
    return Subject(actions, None if actions else area_here(screen), minute)


async def _ask_kind(screen: CommandScreen, subject: Subject, meeting: Meeting) -> None:
    """Ask what was said: the line at the foot has only what can be said here."""
    plan = screen.session.plan
    choices: list[tuple[str, Line]] = [(key, [(kind.value, "dim")]) for key, kind in _KINDS.items()]
    asks = minute_forms.open_asks(plan, subject)
    if asks:
        choices.append((_ANSWER, [("answer", "dim")]))
    waiting = tuple(action for action in subject.actions if proposed(plan, action, meeting.on))
    if waiting:
        choices.append((_AGREED, [("agreed", "dim")]))
    if meeting.on < plan.as_at:
        choices.append((_TODAY, [("today instead", "dim")]))

    async def choose(letter: str) -> None:
        if letter == _ANSWER:
            await open_answer(screen, asks[-1])
        elif letter == _AGREED:
            await agree_all(screen, subject.actions, waiting, meeting)
        elif letter == _TODAY:
            await _offer_today(screen)
        else:
            await _open_said(screen, subject, _KINDS[letter], meeting)

    said = f" {minute_forms.meeting_words(meeting, plan)} said:"
    await screen.foot.ask(MenuPrompt([(subject.words, "bold"), (said, "dim")], choices, choose))
    screen.app.call_after_refresh(screen.session.writer.prepare)


async def _open_said(screen: CommandScreen, subject: Subject, kind: MinuteKind, meeting: Meeting) -> None:
    """Open the strip that writes down a question, a decision or a request."""
    session = screen.session
    many = bulk_doubt(session.plan, subject.actions)

    def form_of(_actions: Sequence[Action]) -> Form:
        def doubts(values: Values) -> str:
            doubt = minute_forms.said_doubts(values, session.plan)
            return f"{many} {doubt or 'Enter again saves it all the same'}" if many else doubt

        sentence = minute_forms.said_sentence(subject, kind, meeting, session.plan)
        entries = minute_forms.said_fields(kind, session.plan, today=session.today)
        return Form(sentence, entries, doubts, None)

    def make(values: Values, _seen: Versions) -> Task:
        return said_task(minute_forms.said_drafts(values, kind, subject, meeting, session.plan))

    key = next(letter for letter, one in _KINDS.items() if one is kind)
    await _open(
        screen, PendingEdit(f"board-said {key}", form_of, make, subject.actions, partial(say_done, screen))
    )


async def open_answer(screen: CommandScreen, minute: Minute) -> None:
    """Open the strip that answers a question or a request."""
    await _open(screen, _answer_edit(screen, minute))


def _answer_edit(screen: CommandScreen, minute: Minute) -> PendingEdit:
    """Answer a question or a request as it was seen."""
    session = screen.session
    action = session.plan.actions_by_id.get(minute.action_id or 0)
    about = (action,) if action else ()
    asked = session.plan.meetings_by_id[minute.meeting_id]

    def form_of(_actions: Sequence[Action]) -> Form:
        words = f"  {minute_forms.VERBS[minute.kind]} on {say_date(asked.on)}"
        ref = inline(action.ref) if action else "Answer"
        sentence: Line = [(ref, "bold"), (words, "dim")]
        when = partial(about_date, plan=session.plan, timeline=None, today=session.today)
        entries = minute_forms.answer_fields()
        return Form(sentence, entries, personal_doubts, when, f"“{inline(minute.text)}”")

    def make(values: Values, _seen: Versions) -> Task:
        on = minute_forms.answered_on(values, today=session.today)
        words = minute_forms.answer_words(values)
        return answer_task(minute.id, words, on, minute.version)

    def anew(plan: Plan) -> tuple[PendingEdit, Line] | None:
        now = next((one for one in plan.minutes if one.id == minute.id), None)
        if now is None or now.version == minute.version:
            return None
        return _answer_edit(screen, now), minute_forms.theirs_line(minute, now)

    return PendingEdit("board-said a", form_of, make, about, partial(say_done, screen), anew=anew)


async def agree_all(
    screen: CommandScreen, chosen: tuple[Action, ...], actions: tuple[Action, ...], meeting: Meeting
) -> None:
    """Say that the board agreed what was proposed: of one action at once, of several after asking.

    Those chosen of which nothing waits are named.
    """
    session = screen.session
    waiting = {action.id for action in actions}
    left_out = [action for action in chosen if action.id not in waiting]
    apart = f" · nothing of {minute_forms.Subject(tuple(left_out)).words} waits" if left_out else ""

    async def save() -> None:
        task = agree_task(agreements(session.plan, actions, meeting), versions_of(actions))
        session.say("Saving …", "dim")
        session.write(task, partial(say_done, screen, chosen, apart=apart))

    many = bulk_doubt(session.plan, actions)
    if not many:
        await save()
        return
    question: Line = [(minute_forms.Subject(actions).words, "bold"), (f" agreed: {many}{apart}", "")]
    await screen.foot.ask(ConfirmPrompt(question, save, yes="saves", no="saves nothing", key="Enter"))


def say_done(
    screen: CommandScreen, actions: tuple[Action, ...], change: Change | None, *, apart: str = ""
) -> None:
    """Say what was written down, on whichever screen is seen by now."""
    if change is None:
        screen.session.say("It says so already: nothing to save")
        return
    if isinstance(screen, _Selecting):
        screen.selection.changed(actions)
    screen.session.done.say([(inline(change.label) + apart, "")], change.id)


async def _offer_today(screen: CommandScreen) -> None:
    """Offer to put today in the diary, where no meeting can take what is said; then ask what was said."""
    session = screen.session

    async def save() -> None:
        """Wait until it stands there, so that what is typed ahead is taken for what the meeting said."""
        session.write(meeting_task(MeetingDraft(session.today)), partial(say_done, screen, ()))
        await session.written()
        await _again(screen)

    series = inline(session.plan.main_series) or "the board"
    question: Line = [(f"Put {series} of today, {say_date(session.today)}, in the diary?", "bold")]
    await screen.foot.ask(ConfirmPrompt(question, save, yes="puts it there", no="leaves it"))


async def _again(screen: CommandScreen) -> None:
    """Ask what today's meeting said, unless something else is asked by now."""
    meeting = screen.session.plan.meeting_today
    if meeting and screen.foot.can_ask:
        await _ask_kind(screen, subject_here(screen), meeting)


async def _open(screen: CommandScreen, edit: PendingEdit) -> None:
    screen.app.call_after_refresh(screen.session.writer.prepare)
    await screen.navigator.pending.open(screen.foot, edit, {})

"""One change from the command line: what is typed is read first, then written as one record and shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypedDict

from send_actions.cli.found_by_name import found_in_part
from send_actions.cli.location import actor, shown_location
from send_actions.cli.plan_view import PlanView, open_plan, with_ids
from send_actions.cli.questions import ask_or_stop, can_ask
from send_actions.cli.terminal import tell
from send_actions.cli.voice import own_voice
from send_actions.domain.plan import Change, Meeting, Plan
from send_actions.domain.text import clean, cut, fold, match_key, printable
from send_actions.domain.words.owners import doubt_owner
from send_actions.errors import SendActionsError, UsageError

if TYPE_CHECKING:
    from send_actions.changes.trial import Trial
    from send_actions.domain.drafts import OwnerDraft
    from send_actions.domain.words.date_forms import Prefer
    from send_actions.store.database import Store

_LONGEST_QUOTE = 40


class Author(TypedDict):
    """Who changes the plan, when, and on which of its days."""

    actor: str
    at: datetime
    day: date


Task = Callable[["Store", Author], Change | None]
"""One change: a function of `changes` with what it is to do."""


def write(view: PlanView, task: Task, *, for_trial: bool = False) -> Change | None:
    """Do a change; None when nothing would differ. The plan must no longer be held open for looking.

    For a trial it is done to a copy that is forgotten.
    """
    from send_actions.store.database import open_copy, open_store

    author = Author(actor=actor(), at=datetime.now(UTC), day=view.today)
    store = open_copy(view.location) if for_trial else open_store(view.location)
    try:
        return task(store, author)
    finally:
        store.close()


def trial_of(view: PlanView, name: str, on: date | None) -> Trial:
    """Return a trial of what a file of this name says of a day, None for today, by who is at the keyboard."""
    from send_actions.changes.trial import Trial

    return Trial(view.location, name, on, view.today, actor(), datetime.now(UTC))


def make_change(
    view: PlanView,
    task: Task,
    unchanged: str | Callable[[], str] = "Nothing was changed.",
    *,
    back: str = "send-actions undo takes it back",
    names_plan: bool = False,
    more: Callable[[Change], str] = lambda _: "",
) -> Change | None:
    """Do a change and say in one line what changed and how it is taken back, or that nothing did.

    `more` says more of a change that was made. The plan is named, so that nobody changes another than was
    meant, unless the command line did; with `names_plan` always.
    """
    change = write(view, task)
    parts = (
        [printable(change.label + more(change)), f"record {change.id}", back]
        if change
        else [printable(unchanged if isinstance(unchanged, str) else unchanged())]
    )
    if change and (names_plan or not view.is_named):
        parts.append(f"in {shown_location(view.location)}")
    if voice := own_voice():
        voice.say_change(parts)
    else:
        tell(" · ".join(parts))
    return change


def question_personal(texts: Iterable[str], *, roles: Iterable[str] = (), is_confirmed: bool) -> None:
    """Ask once about text that looks as if it were about one person, unless it was confirmed not to be.

    Where nobody can answer it is refused, naming the flag. `roles` are what was typed in a role's place,
    where a person's name is questioned too.
    """
    from send_actions.domain.words.people import name_questions
    from send_actions.domain.words.personal_data import questions

    found = [question for role in roles for question in name_questions(role)]
    found += [question for text in texts for question in questions(text)]
    if not found or is_confirmed:
        return
    if not can_ask():
        raise SendActionsError(
            f"{' '.join(found)} Nothing was changed: take it out, or add --not-personal if it is none."
        )
    ask_or_stop(f"{' '.join(found)} Is none of it personal?", "Nothing was changed: take it out.")


def read_owner_typed(text: str | None, view: PlanView) -> OwnerDraft | None:
    """Return the owner that "Head of SEND, LA" means in the plan; None for nobody."""
    if not text:
        return None
    from send_actions.domain.drafts import OwnerDraft

    bodies = {owner.organisation for owner in view.plan.owners if owner.organisation}
    return OwnerDraft.read(text, bodies)


def doubt_owners(typed: Iterable[str | None], view: PlanView) -> None:
    """Say of each owner who was typed and is nearly one the plan had, who that is."""
    for owner in filter(None, (read_owner_typed(text, view) for text in typed)):
        if doubt := doubt_owner(owner.role, owner.organisation, view.plan.owners):
            tell(doubt)


def meeting_id_of(text: str | None, view: PlanView) -> int | None:
    """Return the id of the meeting of a date or of "last"; raises UsageError naming the nearest."""
    if text is None:
        return None
    if _word(text) == "last" and view.plan.last_meeting is None:
        raise UsageError("There was no meeting yet: leave --agreed out.")
    return _meeting_of(text, view, {"last": view.plan.last_meeting}, "past").id


def meeting_of(text: str, view: PlanView, series: str = "") -> Meeting:
    """Return the meeting of a date or "next", "today" or "last", of a series if named; raises UsageError."""
    if series:
        series = found_in_part(series, (meeting.series for meeting in view.plan.meetings)) or series
    plan, word = _of_series(view.plan, series), _word(text)
    named = {"next": plan.next_meeting, "today": plan.meeting_today, "last": plan.last_meeting}
    if word in named and named[word] is None:
        what = "no meeting today" if word == "today" else f"no {word} meeting"
        of_it = f" of {_quoted(series)}" if series else ""
        raise UsageError(f"The diary has {what}{of_it}: put it there with `send-actions meeting add`.")
    return _meeting_of(text, view, named, "nearest", series)


def series_of(typed: str, view: PlanView) -> dict[str, str]:
    """Return the series that a paper is for, by name; nothing for the plan's main one. Raises UsageError."""
    named = list(dict.fromkeys(meeting.series for meeting in view.plan.meetings))
    found = found_in_part(typed, named)
    if typed and found is None:
        told = f"it has {'; '.join(map(_quoted, named))}." if named else "put one there with `meeting add`."
        raise UsageError(f'The diary has no meeting of "{_quoted(typed)}": {told}')
    return {"--series": found} if found and found != view.plan.main_series else {}


def _of_series(plan: Plan, series: str) -> Plan:
    """Return the plan with a series in the place of its main one, as the diary writes it."""
    if not series:
        return plan
    written = (meeting.series for meeting in plan.meetings if match_key(meeting.series) == match_key(series))
    return replace(plan, main_series=next(written, series))


def _quoted(typed: str) -> str:
    return printable(cut(clean(typed, one_line=True), _LONGEST_QUOTE))


def _word(text: str) -> str:
    return fold(clean(text, one_line=True))


def _meeting_of(
    text: str, view: PlanView, named: Mapping[str, Meeting | None], prefer: Prefer, series: str = ""
) -> Meeting:
    """Return the meeting of a word that names one, or of a date; of the main series where there are two."""
    plan = view.plan
    if meant := named.get(_word(text)):
        return meant
    from send_actions.domain.words.dates import read_date, say_date

    try:
        on = read_date(text, today=view.today, prefer=prefer)
    except UsageError:
        words = f"{', '.join(named)}{_that_of_last(_of_series(plan, series))}"
        raise UsageError(f'No meeting "{_quoted(text)}": give its date, or {words}.') from None
    meetings = [m for m in plan.meetings if not series or match_key(m.series) == match_key(series)]
    found = [meeting for meeting in meetings if meeting.on == on]
    if found:
        return max(found, key=lambda meeting: meeting.series == plan.main_series)
    near = min(meetings, key=lambda meeting: abs((meeting.on - on).days), default=None)
    tail = f"the nearest is that of {say_date(near.on)}." if near else "the plan knows of none."
    of_series = f" of {_quoted(series)}" if series else ""
    raise UsageError(f"There is no meeting{of_series} on {say_date(on)}: {tail}")


def _that_of_last(plan: Plan) -> str:
    from send_actions.domain.words.dates import say_date

    return f" for that of {say_date(plan.last_meeting.on)}" if plan.last_meeting else ""


def refs_flagged(view: PlanView, code: str, action_ids: Collection[int]) -> list[str]:
    """Return the refs of those of these actions that a check questions now, after a change.

    A plan that cannot be read just now raises no question: the change is saved.
    """
    from send_actions.domain.checks.plan_checks import check

    try:
        with open_plan(view.location, read=with_ids(action_ids)) as now:
            found = [flag.action for flag in check(now.plan, [code]) if flag.action]
    except SendActionsError:
        return []
    return [action.ref for action in found if action.id in action_ids]

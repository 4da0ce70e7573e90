"""What the board said, in plain lines: questions, answers, decisions, requests, and what it agreed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from send_actions.cli.minute_list import minuted_meeting
from send_actions.cli.plain.plain_changes import OWNER, SAYS_SO, Actions, owner_typed, write
from send_actions.cli.plain.plain_forms import Answers, PlainForm, Question, Seen, fill
from send_actions.cli.plain.sitting import Sitting, refs_of
from send_actions.cli.plan_change import doubt_owners, make_change, question_personal, read_owner_typed
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.spoken import choose_by, say, sure
from send_actions.cli.terminal import line_of
from send_actions.domain.drafts import NO_DUE, MeetingDraft
from send_actions.domain.minute_drafts import MinuteDraft, agreements, meeting_to_minute, proposed
from send_actions.domain.plan import Area, Minute
from send_actions.domain.plan.vocabulary import ASKS, MinuteKind
from send_actions.domain.words.dates import BY, read_due_or_refuse, say_date
from send_actions.errors import SendActionsError


def board_said(actions: Actions, sitting: Sitting, area: Area | None = None) -> None:
    """Ask what the board said of actions, an area or the plan, and write it down."""
    with sitting.plan() as view:
        try:
            meeting = meeting_to_minute(view.plan)
        except SendActionsError:
            meeting = None
        waiting = meeting and [one for one in actions if proposed(view.plan, one, meeting.on)]
        asked = [one for one in view.plan.minutes if one.is_waiting and _is_about(one, actions, area)]
    choices: dict[str, Callable[[], object]] = {}
    if meeting:
        for kind in (MinuteKind.QUESTION, MinuteKind.DECISION, MinuteKind.REQUEST):
            choices[f"A {kind.value}"] = partial(_write_down, kind, actions, area, sitting)
        if waiting:
            choices[f"It agreed what was proposed of {refs_of(tuple(waiting))}"] = partial(
                _agree, tuple(waiting), sitting
            )
        choices |= {f"The answer to “{line_of(one.text)}”": partial(_answer, one, sitting) for one in asked}
    if meeting is None or meeting.on < view.today:
        choices["Put today's meeting in the diary first"] = partial(_meet_today, actions, sitting, area)
    of = f" of {refs_of(actions)}" if actions else f" of area {line_of(area.number)}" if area else ""
    when = f", at the meeting of {say_date(meeting.on)}" if meeting else ""
    choose_by(f"What the board said{of}{when}", choices)


def _is_about(one: Minute, actions: Actions, area: Area | None) -> bool:
    """Whether a minute is about one of these actions, else about the area, else about anything."""
    if actions:
        return one.action_id in {action.id for action in actions}
    return area is None or one.area_id == area.id


def _write_down(kind: MinuteKind, actions: Actions, area: Area | None, sitting: Sitting) -> None:
    with sitting.plan() as view:
        meeting, today = minuted_meeting(None, "", view), view.today
    due_of = partial(read_due_or_refuse, today=today, asked=BY)
    questions = [Question("words", "What it said, in words", is_needed=True)]
    if kind in ASKS:
        questions += [
            Question("owner", "Who answers it", OWNER),
            Question("by", "By when", "a day, month, quarter or term", due_of),
        ]

    def save(answers: Answers, _seen: Seen) -> None:
        due = due_of(answers["by"]) if answers.get("by") else None
        with sitting.plan() as now:
            typed = owner_typed(answers.get("owner", ""), now)
            asked = read_owner_typed(typed, now)
        one = partial(MinuteDraft, meeting.id, kind, answers["words"], owner=asked, due=due or NO_DUE)
        about = [one(action_id=action.id) for action in actions] or [one(area_id=area.id if area else None)]
        drafts = [draft.checked() for draft in about]
        question_personal([answers["words"]], roles=[typed] if typed else [], is_confirmed=False)
        question_slips(slips_of(now, on=None, due=due), is_confirmed=False)
        from send_actions.changes.minutes import add_minutes

        make_change(now, lambda store, author: add_minutes(store, drafts, **author), SAYS_SO)
        doubt_owners([typed], now)

    of = f" of {refs_of(actions)}" if actions else f" of area {line_of(area.number)}" if area else ""
    title = f"The board's {kind.value}{of}, {say_date(meeting.on)}"
    fill(PlainForm(title, questions, save), sitting)


def _agree(actions: Actions, sitting: Sitting) -> None:
    with sitting.plan() as view:
        drafts = agreements(view.plan, actions, minuted_meeting(None, "", view))
    told = "; ".join(line_of(draft.text) for draft in drafts)
    if not sure(f"{refs_of(actions)}: {told}. Save it?"):
        say("Left as it was.")
        return
    from send_actions.changes.minutes import agree

    expected = {action.id: action.version for action in actions}
    write(sitting, lambda store, author: agree(store, drafts, expected=expected, **author))


def _answer(minute: Minute, sitting: Sitting) -> None:
    def save(answers: Answers, _seen: Seen) -> None:
        words = answers["words"]
        question_personal([words], is_confirmed=False)
        from send_actions.changes.minutes import answer_minute

        write(
            sitting,
            lambda store, author: answer_minute(store, minute.id, words, on=sitting.memory.on, **author),
        )

    title = f"Answer to “{line_of(minute.text)}”"
    fill(PlainForm(title, [Question("words", "The answer, in words", is_needed=True)], save), sitting)


def _meet_today(actions: Actions, sitting: Sitting, area: Area | None) -> None:
    with sitting.plan() as view:
        draft = MeetingDraft(view.today).checked()
    from send_actions.changes.meetings import add_meeting

    write(sitting, lambda store, author: add_meeting(store, draft, **author))
    board_said(actions, sitting, area)

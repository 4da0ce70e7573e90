"""`minute`: what a meeting asked, decided and agreed, written down, answered and made into actions."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, NamedTuple

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.minute_list import MINUTES, minute_of, minute_records, minuted_meeting
from send_actions.cli.options import (
    Db,
    NotPersonal,
    Refs,
    ViewOptions,
    Yes,
    argument,
    grouped_options,
    option,
)
from send_actions.cli.plan_change import (
    doubt_owners,
    make_change,
    meeting_of,
    question_personal,
    read_owner_typed,
)
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.thing_list import Record, list_things
from send_actions.domain.drafts import NO_DUE, ActionDraft
from send_actions.domain.minute_drafts import MinuteDraft, action_asked_for, agreements
from send_actions.domain.plan import Due, Minute
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import BY, read_due_or_refuse, say_date
from send_actions.errors import UsageError

minute = command_group("minute")

Kind = Annotated[str, argument("KIND", "question, request, decision or resolved.")]
Words = Annotated[str, argument("WORDS", "What the meeting said, in quotes.")]
Which = Annotated[str, argument("MINUTE", "Its number in `minute list`, or words that it alone has.")]
Answer = Annotated[str, argument("ANSWER", "The answer, in quotes.")]
At = Annotated[
    str | None, option("--at", "MEETING", "Its date, today or last; left out, the board's of today.")
]
Series = Annotated[str, option("--series", "NAME", "Which board; without, the plan's main one.")]
About = Annotated[str | None, option("--about", "REF", "The action it is about.")]
AboutArea = Annotated[str | None, option("--area", "AREA", "The area it is about.")]
Owner = Annotated[str | None, option("--owner", "ROLE, ORG", "Who answers it.")]
By = Annotated[str | None, option("--by", "DATE", "By when: a day, month, quarter or term.")]
AnsweredOn = Annotated[str | None, option("--on", "DATE", "The day it was answered, when not today.")]
NewText = Annotated[str | None, option("--words", "TEXT", "What the meeting said.")]
NewKind = Annotated[str | None, option("--kind", "KIND", "question, request, decision or resolved.")]
Why = Annotated[str, option("--words", "TEXT", "The minute's own words; without, what was agreed.", "-m")]
NewRef = Annotated[str | None, option("--ref", "REF", "Its ref; without, the next of its area.")]
Title = Annotated[str | None, option("--title", "TEXT", "Its title; without, the words of the request.")]
IntoArea = Annotated[
    str | None, option("--area", "AREA", "The area it goes to; without, that of the request.")
]
Lead = Annotated[str | None, option("--lead", "ROLE, ORG", "Who leads it; without, who was to answer.")]
Exempt = Annotated[bool, typer.Option("--exempt", help="Kept out of papers for the board and the public.")]
Open = Annotated[bool, typer.Option("--open", help="Only questions and requests without an answer.")]


class Asked(NamedTuple):
    """What goes with a question or a request: who answers, and by when."""

    owner: Owner = None
    by: By = None


class MadeOf(NamedTuple):
    """What is said otherwise of an action than the request says."""

    ref: NewRef = None
    title: Title = None
    area: IntoArea = None
    lead: Lead = None
    by: By = None


@minute.callback()
def begin(db: Db = None) -> None:
    """Write down what a meeting asked, decided and agreed, answer it, and make actions of it."""
    del db  # each command's own --db looks for it here


@minute.command("add")
@grouped_options
def add(
    kind: Kind,
    words: Words,
    *,
    about: About = None,
    area: AboutArea = None,
    asked: Asked,
    at: At = None,
    series: Series = "",
    exempt: Exempt = False,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Write down what today's meeting, or the last one held, said of an action, an area or the plan.

    send-actions minute add request "Bring the costs." --about 9.2 --owner "Head of SEND, LA" --by "15 April"
    send-actions minute add decision "The date moves to May." --about 6.4 --at last
    """
    with open_plan(db) as view:
        meant = minuted_meeting(at, series, view)
        due = _due(asked.by, view)
        draft = MinuteDraft(
            meant.id,
            read_choice("kind of minute", kind, MinuteKind),
            words,
            action_id=view.action(about).id if about is not None else None,
            area_id=view.area(area).id if area is not None else None,
            owner=read_owner_typed(asked.owner, view),
            due=due or NO_DUE,
            exempt=exempt,
        ).checked()
        doubt_owners([asked.owner], view)
    question_personal([words], roles=_roles(asked.owner), is_confirmed=not_personal)
    question_slips(slips_of(view, on=None, due=due), is_confirmed=yes)
    from send_actions.changes.minutes import add_minute

    unchanged = f"The meeting of {say_date(meant.on)} says so already: nothing was changed."
    make_change(view, lambda store, author: add_minute(store, draft, **author), unchanged)


@minute.command("answer")
def answer(
    which: Which,
    words: Answer,
    *,
    on: AnsweredOn = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Answer a question or a request, today or on a day.

    send-actions minute answer 33 "One page went out with the papers." --on "27 March 2026"
    """
    question_personal([words], is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = minute_of(which, view)
        day = view.past_day(on)
    question_slips(slips_of(view, on=day), is_confirmed=yes)
    from send_actions.changes.minutes import answer_minute

    unchanged = "That is its answer already: nothing was changed."
    make_change(
        view, lambda store, author: answer_minute(store, meant.id, words, on=day, **author), unchanged
    )


@minute.command("agree")
@grouped_options
def agree_to(
    refs: Refs,
    *,
    words: Why = "",
    at: At = None,
    series: Series = "",
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Say that a meeting agreed what was proposed: moved dates, holds, withdrawals, sign-offs and asks.

    send-actions minute agree 4.3 7.3 --at last
    """
    question_personal([words], is_confirmed=not_personal)
    with open_plan(db) as view:
        actions = list({action.id: action for action in map(view.action, refs)}.values())
        drafts = agreements(view.plan, actions, minuted_meeting(at, series, view), words)
    from send_actions.changes.minutes import agree

    expected = {action.id: action.version for action in actions}
    make_change(view, lambda store, author: agree(store, drafts, expected=expected, **author))


@minute.command("action")
@grouped_options
def make_action(
    which: Which, *, made: MadeOf, not_personal: NotPersonal = False, yes: Yes = False, db: Db = None
) -> None:
    """Make an action of a question or a request, led by who was to answer it, due when it was due.

    send-actions minute action 30 --area 9 --title "One page on who pays for equipment"
    """
    question_personal(filter(None, [made.title]), roles=_roles(made.lead), is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = minute_of(which, view)
        draft = _action_of(meant, made, view)
        due = meant.due if made.by is None else _due(made.by, view)
        doubt_owners([made.lead], view)
    question_slips(slips_of(view, on=None, due=due), is_confirmed=yes)
    from send_actions.changes.minutes import make_action_of

    make_change(view, lambda store, author: make_action_of(store, meant.id, draft, due=due, **author))


@minute.command("edit")
@grouped_options
def edit(
    which: Which,
    *,
    words: NewText = None,
    kind: NewKind = None,
    asked: Asked,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Change what a meeting is said to have said, who answers it or by when; "" leaves one of these out.

    send-actions minute edit 33 --by "15 April 2026"
    """
    if words is None and kind is None and asked == Asked():
        raise UsageError("Say what to change, such as --words: see `send-actions minute edit --help`.")
    question_personal(filter(None, [words]), roles=_roles(asked.owner), is_confirmed=not_personal)
    values: dict[str, Any] = {} if words is None else {"text": words}
    with open_plan(db) as view:
        meant = minute_of(which, view)
        if kind is not None:
            values["kind"] = read_choice("kind of minute", kind, MinuteKind)
        if asked.owner is not None:
            values["owner"] = read_owner_typed(asked.owner, view)
        if asked.by is not None:
            values["due"] = _due(asked.by, view) or NO_DUE
        doubt_owners([asked.owner], view)
    question_slips(slips_of(view, on=None, due=values.get("due")), is_confirmed=yes)
    from send_actions.changes.minutes import revise_minute

    unchanged = "It says so already: nothing was changed."
    make_change(view, lambda store, author: revise_minute(store, meant.id, values, **author), unchanged)


@minute.command("remove")
def remove(which: Which, *, db: Db = None) -> None:
    """Take out what a meeting is said to have said; it stays in history.

    send-actions minute remove 33
    """
    with open_plan(db) as view:
        meant = minute_of(which, view)
    from send_actions.changes.minutes import remove_minute

    make_change(view, lambda store, author: remove_minute(store, meant.id, **author))


@minute.command("list")
@grouped_options
def list_minutes(*, at: At = None, series: Series = "", is_open: Open = False, options: ViewOptions) -> None:
    """List what the meetings said, oldest first: of what, who answers by when, and what became of it.

    send-actions minute list --open
    """

    def found(view: PlanView) -> list[Record]:
        meant = meeting_of(at, view, series) if at is not None else None
        return minute_records(view, meant, series, is_open=is_open)

    list_things(MINUTES, found, options)


def _due(text: str | None, view: PlanView) -> Due | None:
    return read_due_or_refuse(text, today=view.today, asked=BY) if text else None


def _roles(owner: str | None) -> list[str]:
    return [owner] if owner else []


def _action_of(meant: Minute, made: MadeOf, view: PlanView) -> ActionDraft:
    """Return the action that a request asks for: in its area, in its words and led by who was to answer."""
    about = view.plan.actions_by_id.get(meant.action_id or 0)
    area_id = about.area_id if about else meant.area_id
    if made.area is None and area_id is None:
        raise UsageError("It is about the whole plan: name the action's area with --area.")
    area = view.area(made.area) if made.area is not None else view.plan.areas_by_id[area_id or 0]
    given: dict[str, Any] = {"ref": made.ref, "title": made.title}
    said = {name: text for name, text in given.items() if text is not None}
    if made.lead is not None:
        said["lead"] = read_owner_typed(made.lead, view)
    return replace(action_asked_for(view.plan, meant, area), **said).checked()

"""The round in lines: how far it is, one action with what was said last, and the keys that answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from send_actions.domain.checks.plan_checks import Flag
from send_actions.domain.checks.rounds import (
    Answers,
    Order,
    Round,
    lead_of,
    meeting_of_round,
    why_nothing_owed,
)
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Plan, Timeline
from send_actions.domain.plan.vocabulary import Heard
from send_actions.domain.words.dates import say_date, short_date
from send_actions.domain.words.dues import due_words
from send_actions.domain.words.statements import last_statements, say_statement, statements_of_status
from send_actions.tui.drawing.actions import fact_lines, impact_words, timeline_lines, worded
from send_actions.tui.key_map import KeyMap
from send_actions.tui.text_layout import Line, columns, fit, flow, inline, keyed, length, spread, wrap

LABEL: Final = 20
NARROW_LABEL: Final = 16
ROOMY: Final = 100
WIDEST: Final = 118
"""Columns beyond which a line of words is no longer read with ease."""

BORDER: Final = 6
"""Columns of a border that no words of a title stand in."""

BOARD_ASKS: Final = ("Board will ask", "The board will ask")
LONGEST_BAR: Final = 24
SHORTEST_BAR: Final = 8

HEARD_WORDS: Final = {
    Heard.MEETING: "meeting",
    Heard.RETURN: "return",
    Heard.EMAIL: "e-mail",
    Heard.JUDGEMENT: "my judgement",
}
"""How an update was learnt, in the order and words of the round."""


@dataclass(frozen=True)
class Asked:
    """What is told of the action one is at: the checks' questions, its past, what this round has of it.

    Where it is `roomy`, lines without words stand between them.
    """

    action: Action
    flags: Sequence[Flag]
    timeline: Timeline
    told: str = ""
    is_roomy: bool = True


def round_title(plan: Plan, *, is_short: bool = False) -> str:
    """What the round is for: the board of a day, where one is in the diary."""
    meeting = meeting_of_round(plan)
    if meeting is None:
        return "Round"
    return (
        f"Round for {short_date(meeting.on)}"
        if is_short
        else f"Round for the board of {say_date(meeting.on)}"
    )


def progress_line(plan: Plan, one: Round, answers: Answers, width: int) -> Line:
    """Where one is, how much of it is done, how many have changed, and how many did not answer."""
    many = len(one.queue)
    if not many:
        return [(f" {round_title(plan, is_short=width < ROOMY)}", "bold")]
    is_at_end = one.at is None
    where = f"{answers.many:,} of {many:,} answered" if is_at_end else _place(plan, one)
    later = len([id_ for id_ in one.later if answers.is_waiting(id_)])
    counts = [f"{len(answers.changed):,} changed", f"{len(answers.silent):,} not heard"]
    counts += [f"{later:,} later"] if later else []
    left: Line = [(f" {round_title(plan, is_short=width < ROOMY)}", "bold")]
    right: Line = [(where, "bold"), ("   ", "")]
    told: Line = [("   " + " · ".join(counts) + " ", "dim")]
    room = min(LONGEST_BAR, width - length(left) - length(right) - length(told) - 3)
    if room < SHORTEST_BAR:
        return spread(left, [*right[:1], *told], width)
    done = room * answers.many // many
    bar: Line = [("█" * done, "accent"), ("░" * (room - done), "line")]
    return spread(left, [*right, *bar, *told], width)


def _place(plan: Plan, one: Round) -> str:
    """Which of all one is at, and by lead which of that lead's."""
    place = f"{one.place + 1:,} of {len(one.queue):,}"
    at = plan.actions_by_id.get(one.at or 0)
    if at is None or one.order is not Order.OWNER:
        return place
    asked = (plan.actions_by_id[id_] for id_ in one.queue if id_ in plan.actions_by_id)
    theirs = [action.id for action in asked if lead_of(action) == lead_of(at)]
    whose = "of theirs" if at.lead else "with no lead"
    return f"{place}, {theirs.index(at.id) + 1:,} of {len(theirs):,} {whose}"


def asked_lines(plan: Plan, asked: Asked, width: int) -> list[Line]:
    """One action in lines of `width` columns: how it stands, what was said last, what the board will ask."""
    action, timeline, room = asked.action, asked.timeline, min(width, WIDEST)
    label = LABEL if room >= ROOMY else NARROW_LABEL
    gap: list[Line] = [[]] if asked.is_roomy else []
    is_cut = columns(titled_with(action)) > width - BORDER
    title: list[Line] = [[(f" {part}", "bold")] for part in wrap(action.title, room - 2)] if is_cut else []
    lines = [*gap, *title, *(gap if title else [])]
    lines += [*_standing(plan, action, room, label), *gap]
    if asked.told:
        told = fact_lines("In this round", asked.told, room, label)
        lines += [*([[*start, (text, "accent")] for *start, (text, _) in told]), *gap]
    lines += [line for name, text in _said(action) for line in fact_lines(name, text, room, label)]
    asks = [line for flag in asked.flags for line in wrap(_capital(flag.message), room - label - 2)]
    lines += [*gap, *_beside(BOARD_ASKS[room >= ROOMY], asks, label)] if asks else []
    if timeline.updates or timeline.deadlines:
        lines += [[], [(" Said so far", "heading")], *timeline_lines(plan, timeline, room)]
    return lines


def titled_with(action: Action) -> str:
    """An action's ref and title, as the border has them."""
    return f"{inline(action.ref)}  {inline(action.title)}"


def _standing(plan: Plan, action: Action, width: int, label: int) -> list[Line]:
    """Status, impact and lead, side by side as far as they fit, and the due date."""
    (mark, hue), *words = worded(plan, action.status)
    since = f" since {say_date(action.since)}" if action.since else ""
    groups: list[Line] = [
        [(mark.lstrip(), hue), *words, (since, "dim")],
        [(impact_words(action.impact).capitalize(), "dim")],
        [(inline(lead_of(action)) or "Nobody named as lead", "")],
    ]
    due = _capital(due_words(action, days_overdue(action, plan.as_at)))
    return [*flow(groups, width, gap=4), *fact_lines("Due", due, width, label)]


def _said(action: Action) -> list[tuple[str, str]]:
    """What was said last with its day, the path that carries forward, and what the board was asked."""
    said = statements_of_status(action) or last_statements(action)
    found = [("Last said" if not place else "", say_statement(one)) for place, one in enumerate(said)]
    if not found:
        found = [("Last said", "nothing yet, or nothing with words")]
    by = f" By {say_date(action.path_by)}." if action.path_by else ""
    ends = "" if not action.path or action.path.rstrip().endswith((".", "!", "?")) else "."
    if action.path or by:
        found.append(("Path to green", f"{action.path.rstrip()}{ends}{by}".strip()))
    if action.ask:
        found.append(("Asks the board", say_statement((action.ask_on, action.ask))))
    return found


def _beside(label: str, parts: Sequence[str], width: int) -> list[Line]:
    start = f" {fit(label, width)}"
    return [
        [(start if not place else " " * columns(start), "dim"), (part, "")]
        for place, part in enumerate(parts)
    ]


def answer_lines(plan: Plan, heard: Heard | None, heard_from: str, width: int) -> list[Line]:
    """The keys that answer, those of the statuses, and how it was heard, the chosen one marked."""
    label = LABEL if width >= ROOMY else NARROW_LABEL
    first = [keyed("=", "no change, still right"), keyed("-", "no update received"), keyed("→", "later")]
    lines = [
        *labelled("How is it now?", first, label, width),
        *labelled("", status_keys(plan), label, width, gap=2),
    ]
    ways: list[Line] = []
    for way, words in HEARD_WORDS.items():
        is_it = way is heard
        ways.append([(way.key, "key"), (f" {words}{' √' if is_it else ''}", "bold" if is_it else "dim")])
    if heard and heard_from:
        ways.append([(f"from {inline(heard_from)}", "")])
    return [*lines, *labelled("Heard", ways, label, width)]


def status_keys(plan: Plan) -> list[Line]:
    """The statuses that a plan uses, each with its letter."""
    return [
        [(entry.status.key, "key"), (f" {inline(entry.word).lower()}", entry.colour)]
        for entry in plan.legend
        if entry.used
    ]


def labelled(label: str, groups: Iterable[Line], label_width: int, width: int, gap: int = 3) -> list[Line]:
    """Groups beside a label, in as many lines as they need."""
    lines = flow(groups, width - label_width - 1, gap=gap, indent=0)
    names = [label, *([""] * (len(lines) - 1))]
    return [[(f" {fit(name, label_width)}", "dim"), *line] for name, line in zip(names, lines, strict=True)]


def no_more_lines(plan: Plan, one: Round, answers: Answers, width: int, keys: KeyMap) -> list[Line]:
    """What stands where no action is left to be asked about."""
    waiting = len([id_ for id_ in one.queue if answers.is_waiting(id_)])
    if not one.queue:
        parts = [f"{why_nothing_owed(plan)}.", _way_on(plan, keys)]
    elif waiting:
        parts = [f"{waiting:,} still to be heard: → goes through them."]
    else:
        parts = [f"All {len(one.queue):,} are answered."]
    if plan.actions:
        parts.append("Enter: the areas' own judgements, what changed, who did not answer, and the papers.")
    return [[], *([(f" {line}", "")] for part in parts for line in [*wrap(part, min(width, WIDEST) - 2), ""])]


def _way_on(plan: Plan, keys: KeyMap) -> str:
    """When the round asks again where nothing is owed, or what is to be made first."""
    if not plan.actions:
        into = f"Enter on an area and {keys['new']} makes the first"
        return f"Esc, then {into if plan.areas else keys['new'] + ' makes an area'}."
    board = meeting_of_round(plan)
    if board is None:
        return f"No board is to come in the diary: Esc, then {keys['go']} b and {keys['new']} puts one there."
    return f"The round asks of each again after the board of {say_date(board.on)}."


def order_words(order: Order) -> str:
    """An order in words: by urgency, by lead."""
    return "by urgency" if order is Order.URGENCY else "by lead"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

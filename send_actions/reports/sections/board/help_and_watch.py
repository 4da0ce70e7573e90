"""What is off track and needs help, and what is to be watched: stuck, without a path, or past its dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from send_actions.domain.checks.action_checks import ACTION_RULES, Facts, Rule
from send_actions.domain.checks.urgency import worst_first
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import say_times
from send_actions.domain.words.statements import say_statement, statements_of_status
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Paragraph, Strong, text_of
from send_actions.reports.sections.board.decisions import is_asking
from send_actions.reports.sections.board.next_and_silent import owed_by
from send_actions.reports.sections.phrasing.cells import (
    day_words,
    due_phrase,
    labelled,
    one_line,
    opening,
    owner_words,
    sentence,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming, named


def help_needed(plan: Plan, numbers: Mapping[int, int]) -> list[Block]:
    """What is off track: since when, why, how often its date moved, the path, what is asked, who owes it.

    `numbers` are the places of actions among the decisions asked for.
    """
    off = [action for action in plan.actions if action.status is Status.OFF_TRACK]
    if not off:
        return [text_of(f"Nothing is {status_word(plan, Status.OFF_TRACK).lower()}.")]
    off.sort(key=lambda action: worst_first(action, plan.as_at))
    return [BulletList(tuple(_item(plan, action, numbers) for action in off))]


def _item(plan: Plan, action: Action, numbers: Mapping[int, int]) -> Paragraph:
    number = numbers[action.id]
    name = Strong(f"{named(action.ref, action.title)}:")
    since = "" if action.since is None else f" since {say_date(action.since)}"
    since = f"{status_word(plan, action.status).lower()}{since}"
    if is_withheld(action):
        return Paragraph((name, f" {_moves(action)}; {since}. Its detail is exempt: see decision {number}."))
    path, lead = _path(plan, action, number), sentence(f"lead: {owner_words(action.lead)}")
    return Paragraph((name, f" {_moves(action)}; {since}{_why(action)} {path} {lead}"))


def _moves(action: Action) -> str:
    """How often its date was moved."""
    if not action.due_moves:
        return "date not moved"
    back = " and is back at its first" if action.is_due_at_first else ""
    return f"date moved {say_times(action.due_moves)}{back}"


def _why(action: Action) -> str:
    """The reason and what was said since, each under its own day; that of the status itself if it is one."""
    said = [(day, sentence(opening(words))) for day, words in statements_of_status(action)]
    if not said:
        return ". No reason is given."
    (day, first), *rest = said
    begun = f": {first}" if day and day == action.since else f". {say_statement((day, first))}"
    return " ".join([begun, *map(say_statement, rest)])


def _path(plan: Plan, action: Action, number: int) -> str:
    """The path to green, by when, and the ask; the path where it does not stand with the decision already."""
    by = f" by {day_words(action.path_by, plan.as_at)}" if action.path_by else ""
    if not action.path.strip():
        return f"No path to green is given{by}; see decision {number}."
    if not is_asking(action):
        return f"Path and help: decision {number}."
    return f"Path{by}: {sentence(one_line(action.path), keep=True)} Ask: decision {number}."


_WATCHED: Final[tuple[tuple[str, str, Callable[[Action, Facts], str]], ...]] = (
    ("green-but-overdue", "{on_track} past the due date", lambda one, _: f"due {due_phrase(one.due)}"),
    ("stuck", "{at_risk} at three meetings running", lambda *_: ""),
    ("path-date-passed", "Past the date of the path to green", lambda *_: "path date passed"),
    ("no-path", "{at_risk} without a path to green", lambda *_: "no path"),
)
"""What is watched, worst first: the check, what stands above its actions, and its fact on each."""


def watch_list(plan: Plan) -> list[Block]:
    """What is not off track and yet to be watched; each action once, with all that is to be said of it."""
    facts = Facts(plan)
    naming = Naming()
    found: dict[str, list[Action]] = {code: [] for code, _, _ in _WATCHED}
    rules: dict[str, Rule] = {code: ACTION_RULES[code] for code in found}
    for action in sorted(plan.actions, key=lambda one: worst_first(one, plan.as_at)):
        if action.status is Status.OFF_TRACK:
            continue
        code = next((code for code, rule in rules.items() if rule(action, facts)), None)
        if code:
            found[code].append(action)
    words = {"on_track": status_word(plan, Status.ON_TRACK), "at_risk": status_word(plan, Status.AT_RISK)}
    items = [
        labelled(title.format(**words), *(_watched(action, code, facts, naming) for action in found[code]))
        for code, title, _ in _WATCHED
        if found[code]
    ]
    if not items:
        return [text_of("Nothing else is stuck, without a path to green, or green past its date.")]
    return [BulletList(tuple(items))]


def _watched(action: Action, code: str, facts: Facts, naming: Naming) -> str:
    """An action with who owes it, and what is to be said of it beside the words that it stands under."""
    said = [
        fact(action, facts)
        for other, _, fact in _WATCHED
        if (other != code or code not in _SAID_ABOVE) and ACTION_RULES[other](action, facts)
    ]
    told = ", ".join(filter(None, (owed_by(action), *said)))
    return naming.action(action) + (f" ({told})" if told else "")


_SAID_ABOVE: Final = frozenset({"stuck", "path-date-passed", "no-path"})
"""The checks of which nothing is to be said but what stands above their actions."""

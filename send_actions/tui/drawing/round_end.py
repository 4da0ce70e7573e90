"""The end of the round in lines: areas with their own judgement, what changed, and who did not answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.history.comparison import Move, compare
from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.words.dates import say_date, short_date
from send_actions.tui.drawing.actions import badge, fact_lines, word, word_width
from send_actions.tui.drawing.round import LABEL as ROUND_LABEL
from send_actions.tui.drawing.round import ROOMY, labelled, status_keys
from send_actions.tui.key_map import KeyMap
from send_actions.tui.text_layout import Line, columns, fit, inline, keyed, spread

LABEL: Final = 16
NUMBER: Final = 4
SHOWN: Final = 12
"""Refs that one line names."""

SYMBOL: Final = 5
DAY: Final = 10
"""Columns of a symbol with its letter, and of a day, each with a space."""

WORST: Final = 11


def _own_width(plan: Plan) -> int:
    """The columns of an area's own judgement: symbol, letter, word and day."""
    return SYMBOL + word_width(plan) + DAY


def is_judged(area: Area, plan: Plan) -> bool:
    """Whether an area's lead has judged it since the last board."""
    last = plan.last_meeting
    return area.judgement is not None and (last is None or area.judgement.on > last.on)


def areas_title(plan: Plan) -> str:
    """What the list of areas is, and how many of them are judged by now."""
    judged = sum(is_judged(area, plan) for area in plan.areas)
    since = "since the last board" if plan.last_meeting else "given"
    return f"Areas' own judgements  {judged} of {len(plan.areas)} {since}"


def key_lines(
    plan: Plan, area: Area | None, to_chase: int, waiting: int, width: int, *, keys: KeyMap
) -> list[Line]:
    """The keys that judge the area under the cursor, and those that write a paper or go on."""
    label = ROUND_LABEL if width >= ROOMY else LABEL
    judging = f"Judge area {inline(area.number)}" if area else ""
    lines = labelled(judging, status_keys(plan), label, width, gap=2) if area else []
    then = [keyed(keys["board-paper"], "board paper")]
    then += [keyed(keys["chase-list"], "chase list")] if to_chase else []
    then += [keyed(keys["chase-all"], f"all {to_chase:,} of them")] if to_chase > 1 else []
    then += [keyed("→", f"{waiting:,} to hear")] if waiting else []
    return [*lines, *labelled("Then", then, label, width)]


def area_row(plan: Plan, area: Area, summary: AreaSummary, width: int) -> Line:
    """One area: number, title, its own judgement and its day, and its worst open action."""
    own: Line
    wide = _own_width(plan)
    if area.judgement is None:
        own = [(fit("     not judged yet", wide), "dim")]
    else:
        judged, is_new = area.judgement, is_judged(area, plan)
        said = f" {word(plan, judged.status)}"
        own = [*badge(plan, judged.status), (fit(said, wide - (SYMBOL - 1) - DAY), "" if is_new else "dim")]
        own.append((f" {short_date(judged.on)}", "" if is_new else "dim"))
    worst = summary.worst
    right: Line = [*own, ("  ", "")]
    if worst is not None:
        right += [*badge(plan, worst.status), (f" {fit(inline(worst.ref), WORST - 5)}", "dim")]
    else:
        right.append((fit("", WORST), ""))
    left: Line = [(f"{area.number:>{NUMBER}}  ", ""), (inline(area.title), "")]
    return spread(left, right, width)


def area_heading(plan: Plan, width: int) -> Line:
    """The words above the columns of the areas."""
    right = f"{fit('  Own judgement', _own_width(plan))}  {fit('Worst open', WORST)}"
    return [(fit("    No  Area", width - columns(right)) + right, "heading")]


def judged_lines(plan: Plan, area: Area, summary: AreaSummary, width: int) -> list[Line]:
    """An area's own judgement with its reason, and the sum of its actions."""
    judged = area.judgement
    said = "nobody has said it yet"
    if judged:
        reason = f": {judged.reason}" if judged.reason else ", without a reason"
        said = f"{word(plan, judged.status)}, {say_date(judged.on)}{reason}"
    lines = fact_lines("Own judgement", said, width, LABEL)
    return [*lines, *fact_lines("Its actions", summary.sentence, width, LABEL)]


def changed_lines(before: Plan | None, plan: Plan, width: int) -> list[Line]:
    """What moved since the last board, a line for each way."""
    if before is None:
        return fact_lines("What changed", "No earlier board to compare with", width, LABEL)
    moved = compare(before, plan)
    groups: tuple[tuple[str, tuple[Move, ...]], ...] = (
        ("worse", moved.down),
        ("better", moved.up),
        ("new", moved.new),
        ("closed", moved.closed),
        ("started", moved.started),
        ("put on hold", moved.put_on_hold),
        ("due date moved", moved.dates_moved),
    )
    told = [f"{len(moves)} {words}: {_refs([m.action for m in moves])}" for words, moves in groups if moves]
    since = f"nothing since the board of {say_date(before.as_at)}"
    return [
        line
        for place, text in enumerate(told or [since])
        for line in fact_lines("" if place else "What changed", text, width, LABEL)
    ]


def silent_lines(
    silent: Mapping[str, Sequence[Action]],
    waiting: Mapping[str, Sequence[Action]],
    width: int,
    *,
    is_asked: bool,
) -> list[Line]:
    """Who did not answer, each lead with the refs asked about, and how many are still to be heard."""
    answered = "nobody: all were heard" if is_asked else "nobody was asked: no action owes an update"
    all_heard = "nobody so far" if waiting else answered
    texts = [f"{lead or 'no lead named'}: {_refs(actions)}" for lead, actions in silent.items()]
    lines = [
        line
        for place, text in enumerate(texts or [all_heard])
        for line in fact_lines("" if place else "Did not answer", text, width, LABEL)
    ]
    if waiting:
        left = [action for actions in waiting.values() for action in actions]
        told = f"{len(left):,}, → goes through them: {_refs(left)}"
        lines += fact_lines("Still to hear", told, width, LABEL)
    return lines


def _refs(actions: Sequence[Action]) -> str:
    named = ", ".join(inline(action.ref) for action in actions[:SHOWN])
    more = len(actions) - SHOWN
    return f"{named} and {more:,} more" if more > 0 else named

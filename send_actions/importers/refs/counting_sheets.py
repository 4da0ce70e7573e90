"""Actions that stand on several sheets of a file with other statuses: it is asked once which sheet counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from send_actions.domain.text import fold, match_key, printable
from send_actions.importers.answers import OF_SHEETS, title_key
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted
from send_actions.importers.refs.likeness import ALIKE, likeness
from send_actions.importers.refs.rows_as_one import filled_from
from send_actions.importers.statuses.state_words import says_state


def on_one_sheet(
    lines: Sequence[ActionLine], answer: str, problems: Problems
) -> tuple[list[ActionLine], str]:
    """Return the lines, an action that several sheets have once, and the answer if any of them asks for it.

    What the sheet that counts does not say of it is taken from the others.
    """
    several = _on_several(lines, problems)
    counting = [_row_on(answer, rows, problems) for rows in several]
    is_answered = any(counting)
    settled, dropped = dict[int, ActionLine](), set[int]()
    for rows, row in zip(several, counting, strict=True):
        base = row or rows[-1]
        of_others = [replace(other, status=None) for other in rows if other is not base]
        settled[rows[0].row] = reduce(filled_from, of_others, base)
        dropped |= {other.row for other in rows[1:]}
        if is_answered:
            cells = list_cells([problems.cell(other.row, "ref") for other in rows])
            told = f"{base.ref} stands on several sheets ({cells}): {problems.sheet_of(base.row)} counts"
            problems.doubt(base.row, "ref", printable(f"{told}{'' if row else f', as {answer} has it not'}."))
    if several and not is_answered:
        problems.add(_question(several, problems))
    kept = [settled.get(line.row, line) for line in lines if line.row not in dropped]
    return kept, answer if is_answered else ""


def _row_on(sheet: str, rows: Sequence[ActionLine], problems: Problems) -> ActionLine | None:
    """Return the row of an action on a sheet; None where it is not there."""
    return next((row for row in rows if fold(problems.sheet_of(row.row)) == fold(sheet)), None)


def _on_several(lines: Sequence[ActionLine], problems: Problems) -> list[list[ActionLine]]:
    """Return the rows of each action that stands on several sheets, once on each, with other statuses."""
    rows: dict[str, list[ActionLine]] = defaultdict(list)
    for line in lines:
        if line.ref and not line.is_compared:
            rows[match_key(line.ref)].append(line)
    return [
        found
        for found in rows.values()
        if len(found) > 1
        and len({problems.sheet_of(row.row) for row in found}) == len(found)
        and len({row.latest_status for row in found} - {None}) > 1
        and all(_is_one(one, other) for one, other in pairwise(found))
    ]


def _is_one(one: ActionLine, other: ActionLine) -> bool:
    return title_key(one.title) == title_key(other.title) or likeness(one.title, other.title, {}) >= ALIKE


def _question(asked: Sequence[Sequence[ActionLine]], problems: Problems) -> Problem:
    line = asked[0][-1]
    names = list(dict.fromkeys(problems.sheet_of(row.row) for rows in asked for row in rows))
    states = [name for name in names if says_state(name)]
    more = f" and {len(asked) - 1} more" if asked[1:] else ""
    stand = "stand" if more else "stands"
    told = f"{line.ref} {quoted(line.title)}{more} {stand} on several sheets with other statuses"
    ask = AskFor("--take", OF_SHEETS, states[0] if len(states) == 1 else names[-1])
    message = printable(f"{told}: which sheet counts, {' or '.join(names)}?")
    return Problem(problems.cell(line.row, "status"), message, is_question=True, answer=ask)

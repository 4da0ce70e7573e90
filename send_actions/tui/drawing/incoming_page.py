"""The page beside the rows of a file that is to come in: all of one row, and what the plan would become."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final

from send_actions.tui.drawing.incoming import kind_of, problem_of
from send_actions.tui.drawing.incoming_words import answered_by, comes_words, day_words, told_of, way_of
from send_actions.tui.text_layout import Line, columns, fit, hang, inline, wrap

if TYPE_CHECKING:
    from send_actions.changes.seen_file import Said, SeenFile
    from send_actions.importers.doubt_kinds import DoubtKind
    from send_actions.importers.problems import Problem

_REFS: Final = 12
"""Refs of unchanged actions that are named."""

_WHOSE: Final = "Whose words are to stand, the file's or the plan's?"


def row_lines(row: Hashable, keys: str, width: int) -> list[Line]:
    """What there is to say of one row at the head of the page: all of a problem, and what to do about it.

    `keys` is the key that reads the file again.
    """
    if kind := kind_of(row):
        return _kind_lines(kind, width)
    problem = problem_of(row)
    if problem is None:
        return []
    whole = _WHOSE if problem.sides else told_of(problem)
    told = hang([(f" {inline(problem.cell)}  ", "key")], wrap(whole, max(10, width - 14)))
    if not problem.is_question:
        says = " Enter says what the column holds." if way_of(problem) else ""
        does = f"A doubt: nothing waits for it.{says}"
    elif problem.answer is None:
        does = f"Mend it in the file, then {keys} reads it again."
    elif not problem.answer.is_wanted:
        does = "Enter says that it may stand as it is; else mend it in the file."
    else:
        does = answered_by(problem, problem.answer)
    rows = [line for words in problem.rows for line in hang([("    ", "")], wrap(words, max(10, width - 6)))]
    return [*told, *_sides(problem, width), *_text(does, width, "dim"), *rows, []]


def _sides(problem: Problem, width: int) -> list[Line]:
    """Who says what of a cell, one below another, so that what differs stands side by side."""
    wide = min(max([0, *(columns(inline(who)) for who, _ in problem.sides)]), width // 3)
    lines: list[Line] = []
    for who, says in problem.sides:
        words = wrap(inline(says), max(10, width - wide - 6))
        lines += hang([(f"    {fit(inline(who), wide)}  ", "dim")], words, "bold")
    return lines


def _kind_lines(kind: DoubtKind, width: int) -> list[Line]:
    lines: list[Line] = [[(f" {len(kind.doubts):,} doubts of one kind: nothing waits for them.", "dim")]]
    for doubt in kind.doubts:
        lines += hang([(f" {inline(doubt.cell)}  ", "key")], wrap(told_of(doubt), max(10, width - 14)))
    return [*lines, []]


def file_lines(seen: SeenFile, said: Said, questions: int, width: int) -> list[Line]:
    """What a file changes, what it leaves as it is, and the day it counts from."""
    lines: list[Line] = [[(" What comes in", "bold")]]
    if seen.label:
        lines += _text(seen.label, width)
        for one in seen.would:
            lines += hang([("  ", "")], wrap(one, max(10, width - 4)), _manner(one))
    else:
        lines += _text(comes_words(seen, questions), width, "dim")
    if seen.same:
        more = len(seen.same) - _REFS
        named = ", ".join(map(inline, seen.same[:_REFS])) + (f" and {more:,} more" if more > 0 else "")
        lines += _text(f"The same as in the plan: {named}", width, "dim")
    for slip in seen.slips:
        lines += _text(slip, width, "amber")
    if not (questions and not said.is_dated and seen.file_date):
        lines += _text(day_words(seen, said), width, "dim")
    if seen.used is not None and not seen.read_as:
        lines += [[], *_text("The columns that are read have the plan's own names.", width, "dim")]
    return lines


def _text(words: str, width: int, manner: str = "") -> list[Line]:
    return [[("  ", ""), (part, manner)] for part in wrap(inline(words), max(10, width - 3))]


def _manner(would: str) -> str:
    """How a line of what would change is drawn: what is new stands out from what is said anew."""
    return "accent" if would.startswith("new ") else ""

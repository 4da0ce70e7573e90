"""Refs for actions that have none in their file, or only a number that begins anew in each area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from send_actions.domain.text import match_key
from send_actions.importers.answers import NEW
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import list_cells, quoted_apart
from send_actions.importers.refs.likely_actions import SURE, How, Likely
from send_actions.importers.refs.ref_answers import RefAnswers


def numbered_under_areas(
    lines: Sequence[ActionLine], likely: Mapping[int, Likely], answers: RefAnswers, problems: Problems
) -> list[ActionLine]:
    """Return the lines, each without a ref with that of its action in the plan, else the next of its area.

    Where words or place alone tell which action it is, it is asked.
    """
    if not any(line.is_unnumbered for line in lines):
        return list(lines)
    numbered, new = [], []
    for line in lines:
        ref = line.ref
        if line.is_unnumbered:
            ref = answers.given(line) or _known(line, likely.get(line.row), answers)
            if not ref:
                ref = answers.fresh(line.area_number or "?")
                new += [] if line.row in answers.open else [(line, ref)]
        numbered.append(replace(line, ref=ref))
    _tell(new, problems)
    return numbered


def _known(line: ActionLine, likely: Likely | None, answers: RefAnswers) -> str:
    """Return the ref of the action that a row is; empty for a new one, or one that is asked about."""
    if likely is None:
        return ""
    action, how = likely
    if how in SURE:
        return action.ref
    title, here = quoted_apart(action.title, line.title)
    known = f"{action.ref} {title}"
    match how:
        case How.WORDS:
            told, offer = f"{here} is not in the plan, and {known} is not in this file", action.ref
        case How.PLACE:
            told, offer = f"{here} stands where {known} stood, which is not in this file", NEW
        case How.ONE_OF:
            told, offer = f"{here} stands less often here than in the plan, where {known} is one", action.ref
        case _:
            told, offer = f"{here} is {action.ref} in another area, with another lead or due date", action.ref
    return answers.ask(line, f"{told}: is it {action.ref}, or new?", offer)


def _tell(new: Sequence[tuple[ActionLine, str]], problems: Problems) -> None:
    given = [(line, ref) for line, ref in new if line.area_number]
    if given:
        refs = list_cells([ref for _, ref in given], most=12)
        rows = "This row has" if len(given) == 1 else f"{len(given)} rows have"
        line = given[0][0]
        problems.doubt(line.row, "title", f"{rows} no ref: numbered under their area as {refs}.")


def with_areas_before(lines: Sequence[ActionLine], problems: Problems) -> list[ActionLine]:
    """Return the lines with their area before a number that stands in more than one area."""
    areas: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.ref.isdecimal() and line.area_number:
            areas[line.ref].add(match_key(line.area_number))
    if not any(len(found) > 1 for found in areas.values()):
        return list(lines)
    changed = [line for line in lines if line.ref.isdecimal() and line.area_number]
    told = f"The numbers begin anew in each area: {changed[0].ref} is taken as"
    problems.doubt(changed[0].row, "ref", f"{told} {changed[0].area_number}.{changed[0].ref}, and so on.")
    return [
        replace(line, ref=f"{line.area_number}.{line.ref}")
        if line.ref.isdecimal() and line.area_number
        else line
        for line in lines
    ]

"""What in a file looks as if it were about one person: asked about at this door as at any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key
from send_actions.domain.words.people import looks_like_person
from send_actions.domain.words.personal_data import questions
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import AskFor, Problem, quoted

NOT_PERSONAL: Final = AskFor("--not-personal", is_wanted=False)
_IN_ROLES_PLACE: Final = "seems to be a person's name in a role's place: papers would say “Role to be given”."
_NONE: Final = "Is none of it personal?"
_TEXTS: Final = ("title", "success_measure", "note", "ask", "partners")


def question_people(
    lines: Sequence[ActionLine], areas: Sequence[AreaLine], plan: Plan | None, problems: Problems
) -> None:
    """Ask about each cell that looks personal and says something new; `areas` are those of the lines."""
    known = {match_key(action.ref): action for action in plan.actions} if plan else {}
    titles = {area.title for area in plan.areas} if plan else set[str]()
    leads = {str(owner) for owner in plan.owners} if plan else set[str]()
    told: dict[OwnerDraft, list[str]] = {}
    for line in lines:
        action = known.get(match_key(line.ref))
        for name in _TEXTS:
            text = getattr(line, name)
            if text and not _is_known(action, name, text):
                _ask(problems, line.row, name, questions(text))
        for name, owner in (("lead_role", line.lead), ("sro", line.sro)):
            if owner and owner not in told and str(owner) not in leads:
                told[owner] = _about_owner(owner)
                _ask(problems, line.row, name, told[owner])
    of_titles = cache(questions)
    for line, area in zip(lines, areas, strict=True):
        if line.area_title and line.area_title not in titles:
            _ask(problems, line.row, "area_title", of_titles(line.area_title))
        if area.lead and area.lead not in told and str(area.lead) not in leads:
            told[area.lead] = _about_owner(area.lead)
            _ask(problems, line.row, "area_lead_role", told[area.lead])


def to_confirm(problems: Iterable[Problem]) -> str:
    """Return what to ask of whatever looks personal in a file, so that yes is true of all of it."""
    are_names = {_IN_ROLES_PLACE in one.message for one in problems if one.answer == NOT_PERSONAL}
    if are_names == {True}:
        return "Keep it as the role all the same?"
    return "Keep names as roles, and is none of the rest personal?" if True in are_names else _NONE


def _about_owner(owner: OwnerDraft) -> list[str]:
    way = f' Its role is given by --owner "{owner.role}=ROLE".'
    named = [f"{quoted(owner.role)} {_IN_ROLES_PLACE}{way}"] if looks_like_person(owner.role) else []
    return [*named, *questions(f"{owner.role} {owner.organisation}")]


def _ask(problems: Problems, row: int, name: str, found: Sequence[str]) -> None:
    if found:
        cell = problems.cell(row, name)
        problems.add(*(Problem(cell, told, is_question=True, answer=NOT_PERSONAL) for told in found))


def _is_known(action: Action | None, name: str, text: str) -> bool:
    if action is None:
        return False
    value = getattr(action, name)
    return bool(value == text or (name == "partners" and "; ".join(value) == text))

"""Writing a paper in plain lines: which, into which file, and where it went."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.cli.paper_writing import PaperOptions, Subject, nothing_besides, write_paper
from send_actions.cli.plain.plain_forms import Answers, PlainForm, Question, Seen, fill
from send_actions.cli.plain.sitting import Sitting
from send_actions.cli.plan_view import PlanView
from send_actions.cli.spoken import choose, sure
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

PAPERS: Final = {
    "board": "The board paper",
    "since": "What changed since the last paper",
    "meeting": "The next meeting's agenda",
    "impact": "The impact of one area",
    "owner": "What one owner is asked",
    "families": "The page for families",
    "public": "The public paper",
    "evidence": "The evidence",
    "journey": "The journey, on one page",
    "coverage": "What answers what was found",
    "full": "The whole plan",
    "handover": "The handover",
}
"""The kinds that are offered, and what each is called."""

ENDING: Final = ".docx"


def write_one(sitting: Sitting) -> None:
    """Ask which paper and into which file, and write it."""
    kinds = list(PAPERS)
    chosen = choose("Which paper?", list(PAPERS.values()))
    if chosen is None:
        return
    kind = kinds[chosen]
    with sitting.plan() as view:
        day, asked = view.plan.as_at, _ABOUT.get(kind)
        about = [Question("about", *asked.words, asked.read(view), is_needed=True)] if asked else []
    offered = _offered(sitting, f"{kind}-{day.isoformat()}{ENDING}")
    file = Question(
        "file",
        "The file to write",
        f"by its ending Word, PDF and others; Enter for {printable(str(offered))}",
    )

    def write(answers: Answers, _seen: Seen) -> None:
        path = Path(os.path.expanduser(answers["file"])) if answers.get("file") else offered  # noqa: PTH111
        is_over = os.path.exists(path)  # noqa: PTH110  the other raises for a name that is too long
        if is_over and not sure(f"{printable(str(path))} is there already. Replace it?"):
            raise SendActionsError("Nothing was written: give another file.")
        options = PaperOptions(output=str(path), as_at=day.isoformat(), db=sitting.location, force=is_over)
        write_paper(kind, options, _subject(kind, answers.get("about", "")))

    fill(PlainForm(PAPERS[kind], [*about, file], write), sitting)


class _Asked(NamedTuple):
    """What a paper about one thing asks, and how that is understood."""

    words: tuple[str, str]
    read: Callable[[PlanView], Callable[[str], object]]


_ABOUT: Final = {
    "impact": _Asked(("The area", "its number or words of its title"), lambda view: view.area),
    "owner": _Asked(("The owner", "a role or an organisation"), lambda view: view.owner_or_body),
}
"""What is asked of the kinds that are about one thing."""


def _subject(kind: str, about: str) -> Subject:
    """Return what a paper is about."""
    if kind == "impact":
        return lambda now: {"area": now.area(about).number}
    if kind == "owner":
        return lambda now: {"who": now.owner_or_body(about)}
    return _next_meeting if kind == "meeting" else nothing_besides


def _next_meeting(view: PlanView) -> dict[str, str]:
    from send_actions.cli.plan_change import meeting_of
    from send_actions.papers.request import about_meeting

    return dict(about_meeting(view.plan, meeting_of("today" if view.plan.meeting_today else "next", view)))


def _offered(sitting: Sitting, name: str) -> Path:
    """Return a file of a name that is not there yet, in the plan's folder or where its papers go."""
    folder = sitting.papers_to or Path(sitting.location).absolute().parent
    folder = folder if folder.is_dir() else Path.cwd()
    stem, ending = Path(name).stem, Path(name).suffix
    names = (folder / f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, 1000))
    return next((file for file in names if not file.exists()), folder / name)

"""Writing a paper in plain lines: which, into which file, and where it went."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from send_actions.cli.paper_writing import PaperOptions, Subject, nothing_besides, write_paper
from send_actions.cli.plain.sitting import Sitting
from send_actions.cli.plan_view import PlanView
from send_actions.cli.questions import is_yes
from send_actions.cli.spoken import ask, ask_for, choose, say, until_done
from send_actions.domain.text import printable

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
    chosen = choose("Which paper?", [PAPERS[kind] for kind in kinds])
    if chosen is None:
        return
    kind = kinds[chosen]
    with sitting.plan() as view:
        day = view.plan.as_at
        about = _asked_about(kind, view)
    if about is None:
        say("Nothing was written.")
        return
    offered = _beside_the_plan(sitting.location, f"{kind}-{day.isoformat()}{ENDING}")
    typed = ask(
        f"The file to write, by its ending Word, PDF and others (Enter for {printable(str(offered))})"
    )
    file = Path(typed).expanduser() if typed else offered
    is_over = file.exists()
    if is_over and not is_yes(f"{printable(str(file))} is there already. Replace it?"):
        say("Nothing was written.")
        return
    asked = PaperOptions(output=str(file), as_at=day.isoformat(), db=sitting.location, force=is_over)
    until_done(partial(write_paper, kind, asked, about))


def _asked_about(kind: str, view: PlanView) -> Subject | None:
    """Ask what a paper is about, where its kind is about one thing; None when nothing is typed."""
    if kind == "impact":
        number = ask_for("The area's number (Enter goes back)", view.area)
        return (lambda now: {"area": now.area(number).number}) if number else None
    if kind == "owner":
        who = ask_for("The owner: a role or an organisation (Enter goes back)", view.owner_or_body)
        return (lambda now: {"who": now.owner_or_body(who)}) if who else None
    return _next_meeting if kind == "meeting" else nothing_besides


def _next_meeting(view: PlanView) -> dict[str, str]:
    from send_actions.cli.plan_change import meeting_of
    from send_actions.papers.request import about_meeting

    return dict(about_meeting(view.plan, meeting_of("today" if view.plan.meeting_today else "next", view)))


def _beside_the_plan(location: str, name: str) -> Path:
    """Return a file of a name that is not there yet, in the plan's folder."""
    folder = Path(location).absolute().parent
    folder = folder if folder.is_dir() else Path.cwd()
    stem, ending = Path(name).stem, Path(name).suffix
    names = (folder / f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, 1000))
    return next((file for file in names if not file.exists()), folder / name)

"""What several leads are asked before a board, each in a draft of an e-mail of their own, in one folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.papers.kinds import make_paper
from send_actions.papers.pack import file_stem
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.contents.owner_paper import is_asking
from send_actions.reports.folder import CONTENTS, MARK
from send_actions.reports.output import FORMATS, encode
from send_actions.store.reader import Reader

FORMAT: Final = "email"
"""The format of a chase list that is sent."""


class ChaseFolder(NamedTuple):
    """The files of the folder by name, and those of whom nothing is asked."""

    files: dict[str, bytes]
    calm: tuple[str, ...]


def make_chase_folder(reader: Reader, plan: Plan, leads: Sequence[str]) -> ChaseFolder:
    """Return what each of some leads is asked, a file each, and a list of them; the same each time."""
    files: dict[str, bytes] = {}
    calm: list[str] = []
    told: list[str] = []
    with reader.snapshot():
        papers = [(lead, make_paper(reader, plan, _request(lead))) for lead in leads]
    for lead, paper in papers:
        if not is_asking(paper):
            calm.append(lead)
            continue
        name = f"{file_stem(len(files) + 1, 'to', lead)}{FORMATS[FORMAT][0]}"
        files[name] = encode(paper, FORMAT)
        told += ["", " ".join(lead.split()), f"  {name}"]
    head = [
        f"{MARK}the leads to chase: drafts of e-mails, each to one lead alone",
        f"{' '.join(plan.title.split())}, as at {say_date(plan.as_at)}, record {plan.record}",
    ]
    return ChaseFolder({CONTENTS: "\n".join([*head, *told, ""]).encode(), **files}, tuple(calm))


def _request(lead: str) -> PaperRequest:
    return PaperRequest("owner", Audience.INTERNAL, (("who", lead),))

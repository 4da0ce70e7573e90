"""All the papers of one board, each in the formats that its readers use, and a list of what each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.plan.vocabulary import OPEN
from send_actions.domain.text import fold, natural
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.papers.kinds import KINDS, Kind, check_format, make_paper, refuse_nothing
from send_actions.papers.make_board import issued_for
from send_actions.papers.make_meeting import has_log
from send_actions.papers.names_left import names_left
from send_actions.papers.pack_parts import (
    ABOUT_FIRST_STOCKTAKE,
    ABOUT_LOG,
    CHASE_FOLDER,
    FOLDERS,
    MEETING_OWN_FOLDER,
    OWN_FOLDER,
    PARTS,
    PARTS_OF_OTHERS,
    Part,
)
from send_actions.papers.request import SHOWN, PaperRequest, Subject, about_meeting
from send_actions.papers.series_met import about_series, last_met
from send_actions.reports.audience import Audience
from send_actions.reports.contents.owner_paper import is_asking
from send_actions.reports.document import Document
from send_actions.reports.folder import CONTENTS, MARK
from send_actions.reports.output import FORMATS, encode
from send_actions.store.reader import Reader

ISSUED_FORMAT: Final = "pdf"
"""The format of the board paper that is noted as issued: the one that is sent round and kept."""
_MARKS: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 60
_FORMAT_WORDS: Final = {
    "word": "Word, to edit",
    "pdf": "PDF, to send round and keep",
    "html": "web page, for screens, phones and screen readers",
    "excel": "Excel, its tables to sort and filter",
    "opendocument": "OpenDocument text, to edit",
    "opendocument_sheet": "OpenDocument workbook",
    "icalendar": "dates for a calendar",
    "email": "draft of an e-mail",
    "text": "text to paste",
}


class Pack(NamedTuple):
    """The files of a pack by name, the board paper's bytes that may be issued, and what was left out.

    `names` are sentences on names that seem to be left in what is for others.
    """

    files: dict[str, bytes]
    issued: bytes
    left_out: tuple[str, ...]
    names: tuple[str, ...]


class _Paper(NamedTuple):
    """One paper of the pack in all its formats."""

    part: Part
    document: Document
    stem: str


def make_pack(reader: Reader, plan: Plan, meeting: Meeting) -> Pack:
    """Return all the papers for a meeting, of one date and record, and their contents; the same each time.

    A kind that has nothing to tell of this plan, or not in a format, is left out, and the contents say so.
    Raises UsageError for a date on which the plan had nothing yet.
    """
    files: dict[str, bytes] = {}
    left_out: list[str] = []
    calm: list[str] = []
    entries: list[tuple[Part, str]] = []
    issued = b""
    with reader.snapshot():
        refuse_nothing(reader, plan)
        papers = list(_papers(reader, plan, meeting, left_out, calm))
    for paper in papers:
        for form in paper.part.formats:
            if form not in FORMATS:
                continue
            name = f"{paper.part.folder}/{paper.stem}{FORMATS[form][0]}"
            try:
                check_format(paper.part.kind, form)
                files[name] = encode(paper.document, form)
            except UsageError as error:
                left_out.append(f"{name}: {error}")
                continue
            entries.append((paper.part, name))
            issued = files[name] if (paper.part.kind, form) == ("board", ISSUED_FORMAT) else issued
    notes = {
        "Issued for this meeting is another file than the board paper here:": _issued(plan, meeting, issued),
        "Asked nothing now, so there is no draft to them:": calm,
        "Left out:": left_out,
    }
    told = "\n".join(_contents(plan, meeting, entries, notes))
    read = [(paper.document, _audience(paper.part, KINDS[paper.part.kind])) for paper in papers]
    names = dict.fromkeys(line for one, whose in read for line in names_left(reader, plan, one, whose))
    return Pack({CONTENTS: f"{told}\n".encode(), **files}, issued, tuple(left_out), tuple(names))


def _issued(plan: Plan, meeting: Meeting, content: bytes) -> list[str]:
    """The board paper that was issued last for a meeting, where it is not the one whose bytes are given."""
    paper = issued_for(plan, meeting)
    if paper is None or paper.digest == sha256(content).hexdigest():
        return []
    return [f"issued on {say_date(paper.on)}, as at {say_date(paper.as_at)}, record {paper.record}"]


def _papers(
    reader: Reader, plan: Plan, meeting: Meeting, left_out: list[str], calm: list[str]
) -> Iterator[_Paper]:
    """The documents, numbered within their folders so that their names sort as they are read.

    To a lead of whom nothing is asked there is nothing to send: they are added to `calm`.
    """
    numbers: dict[str, int] = {}
    parts = PARTS if is_board(plan, meeting) else PARTS_OF_OTHERS
    for part in (_as_told(reader, plan, meeting, one) for one in parts):
        kind = KINDS.get(part.kind)
        if kind is None or not any(form in FORMATS for form in part.formats):
            continue
        for whose, subject in _subjects(part.kind, plan, meeting):
            request = PaperRequest(part.kind, _audience(part, kind), subject)
            try:
                document = make_paper(reader, plan, request)
            except UsageError as error:
                left_out.append(f"{part.name}{whose and f' of {whose}'}: {error}")
                continue
            if part.kind == "owner" and not is_asking(document):
                calm.append(whose)
                continue
            numbers[part.folder] = number = numbers.get(part.folder, 0) + 1
            yield _Paper(part, document, file_stem(number, part.name, whose))


def _as_told(reader: Reader, plan: Plan, meeting: Meeting, part: Part) -> Part:
    """A part with the name and the words of what it is of this meeting."""
    if part.name == "agenda" and has_log(reader, plan, meeting):
        return part._replace(name="action-log", about=ABOUT_LOG)
    if part.kind == "stocktake" and not last_met(plan, meeting.series):
        return part._replace(about=ABOUT_FIRST_STOCKTAKE)
    return part


def _subjects(kind: str, plan: Plan, meeting: Meeting) -> Iterator[tuple[str, Subject]]:
    """What a kind is asked about, with the words of whom it is for: each lead of an open action, or all."""
    if kind == "meeting":
        yield "", about_meeting(plan, meeting)
    elif not is_board(plan, meeting):
        if kind != "since" or last_met(plan, meeting.series):
            yield "", about_series(kind, plan, meeting.series)
    elif kind == "since":
        yield "", (("--since", SHOWN),)
    elif kind == "owner":
        leads = {action.lead for action in plan.actions if action.lead and action.status in OPEN}
        for lead in sorted({str(lead) for lead in leads}, key=natural):
            yield lead, (("who", lead),)
    else:
        yield "", ()


def is_board(plan: Plan, meeting: Meeting) -> bool:
    """Whether a meeting is of the board that the plan is brought to, and so is shown its paper."""
    return meeting.series == plan.main_series


def _audience(part: Part, kind: Kind) -> Audience:
    """For whom a paper of the pack is: what stays with us is whole, the rest as its kind has it."""
    is_ours = (
        part.folder in (OWN_FOLDER, MEETING_OWN_FOLDER, CHASE_FOLDER) and Audience.INTERNAL in kind.audiences
    )
    return Audience.INTERNAL if is_ours else kind.audience


def file_stem(number: int, name: str, whose: str) -> str:
    """Return a file's name without its ending: its number in its folder, what it is, and for whom."""
    words = _MARKS.sub("-", fold(whose)).strip("-")[:_LONGEST_NAME].strip("-")
    return "-".join(filter(None, (f"{number:02}", name, words)))


def _contents(
    plan: Plan, meeting: Meeting, entries: Iterable[tuple[Part, str]], notes: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """The lines of the list: each paper with what it is and for whom, and its files with their formats."""
    yield f"{MARK}the meeting of {say_date(meeting.on)}, {' '.join(meeting.series.split())}"
    yield f"{' '.join(plan.title.split())}, as at {say_date(plan.as_at)}, record {plan.record}"
    folder, about = "", ""
    for part, name in entries:
        if part.folder != folder:
            folder, about = part.folder, ""
            yield from ("", FOLDERS[folder])
        if part.about != about:
            about = part.about
            yield from ("", about)
        yield f"  {name}"
    told = {ending: words for form, words in _FORMAT_WORDS.items() for ending in FORMATS.get(form, ())[:1]}
    there = {PurePosixPath(name).suffix for _, name in entries}
    yield from ("", "What the endings mean:")
    yield from (f"  {ending}: {words}" for ending, words in told.items() if ending in there)
    for label, lines in notes.items():
        if lines:
            yield from ("", label, *(f"  {' '.join(line.split())}" for line in lines))
    yield from ("", "Whether the plan still says what a paper says: send-actions report verify FILE")

"""`report verify` and `report check`: a paper in a file held against the plan and what readers need."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from send_actions.cli.location import shown_location
from send_actions.cli.options import Db, argument
from send_actions.cli.phrases import counted
from send_actions.cli.plan_view import open_plan
from send_actions.cli.terminal import line_of, tell
from send_actions.domain.text import cut, printable
from send_actions.domain.words.dates import say_date

if TYPE_CHECKING:
    from send_actions.papers.moved_since import Moved
    from send_actions.papers.verification import Verification

PaperFile = Annotated[Path, argument("FILE", "A paper, in any format.")]

AnyFile = Annotated[Path, argument("FILE", "A Word, Excel, OpenDocument, PDF, HTML or Markdown file.")]

_MOST: Final = 6
"""Lines shown of one answer; the rest are counted."""
_LONGEST: Final = 160
_BEFORE: Final = 60
"""Characters shown before what differs in a line."""


def verify(*, file: PaperFile, db: Db = None) -> None:
    """Say whether the plan still says what a paper says, and what has moved since.

    The paper may be in any format, sent round or edited since: what it carries of the command that made it is
    enough. Ends with exit code 1 when the plan says otherwise, or has been added to of the paper's own date.

    send-actions report verify paper.docx
    """
    from send_actions.papers.verification import verify_file

    with open_plan(db) as view:
        place = shown_location(view.location)
        found = verify_file(view.reading, file, view.today, place)
        today = view.today
    sys.stdout.writelines(
        f"{line_of(line)}\n" for line in [*_of_paper(found, place), *_of_since(found, say_date(today))]
    )
    if not found.is_same:
        raise typer.Exit(1)


def check(*, file: AnyFile) -> None:
    """List what keeps readers out of a file: headings, tables, pictures, links, colours and language.

    The file may be anybody's; each line says where, what, how to mend it, and the criterion of WCAG 2.2. Ends
    with exit code 1 when anything is found.

    send-actions report check minutes.docx
    """
    from send_actions.reports.checking.file_check import check_file

    found = check_file(file)
    sys.stdout.writelines(
        f"{line_of(f'{one.place}: {one.what}. {_capital(one.rule.mend)} (WCAG {one.rule.criterion}).')}\n"
        for one in found
    )
    told = f"{counted(len(found), 'finding')} in {printable(file.name)}."
    tell(f"{told if found else f'Nothing found in {printable(file.name)}.'}")
    if found:
        raise typer.Exit(1)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _of_paper(found: Verification, place: str) -> Iterator[str]:
    """Which paper it is, and whether the plan and the file say what was written."""
    from send_actions.papers.verification import FileState

    asked = found.asked
    if found.plan_agrees and found.file is FileState.OTHER_WORDS:
        yield _of_edits(max(len(found.only_file), len(found.only_plan)))
    if found.plan_agrees and found.file is FileState.OTHER_ORDER:
        yield "EDITED: its words stand in another order than was written"
    for_whom, state = asked.request.audience.value, f"as at {say_date(asked.as_at)}, record {asked.record}"
    yield f"{found.title}, {state}, for {for_whom}"
    if issue := found.issue:
        meeting = f" for the meeting of {say_date(issue.meeting.on)}" if issue.meeting else ""
        yield f"Issued: this very file, on {say_date(issue.paper.on)}{meeting}"
        if late := issue.replaced_by:
            on = say_date(late.on)
            yield f"Replaced: record {late.record} was issued for that meeting later, on {on}: use that"
    yield from _of_plan(found, state)
    if not found.plan_agrees and found.file in (FileState.OTHER_WORDS, FileState.UNLIKE):
        yield f"  (or it is a paper of another plan than {place}: name its plan with --db)"
    yield from _of_file(found)


def _of_edits(lines: int) -> str:
    were = "is not as it was" if lines == 1 else "are not as they were"
    return f"EDITED: {counted(lines, 'line')} {were} written"


def _of_plan(found: Verification, state: str) -> Iterator[str]:
    from send_actions.papers.verification import FileState

    if found.plan_agrees and found.later:
        on, record = say_date(found.asked.as_at), found.asked.record
        yield f"Plan: says otherwise of {on} now, by later entries; record {record} still says the same"
    elif found.plan_agrees:
        yield f"Plan: still says the same {state}"
    elif found.stamp_was_changed:
        yield f"Plan: says the words of the file still, {state},"
        yield "  but the file's stamp is that of others: the stamp was changed, or another version wrote it"
    else:
        yield f"Plan: says otherwise now, made again {state}"
        if found.file is FileState.OTHER_WORDS:
            yield "  (what became exempt since is left out; another version may word it otherwise)"


def _of_file(found: Verification) -> Iterator[str]:
    yield from _of_words(found)
    if found.edges:
        yield f"  {counted(len(found.edges), 'line')} in its headers and footers that our paper has not:"
        yield from _lines(found.edges)
    if found.has_pictures:
        yield "  (its pictures are not compared)"


def _of_words(found: Verification) -> Iterator[str]:
    from send_actions.papers.verification import FileState

    match found.file:
        case FileState.SAME_BYTES:
            yield "File: as it was written, byte by byte"
        case FileState.SAME_WORDS:
            yield "File: the same words; saved again, or written by another version or in another template"
        case FileState.UNLIKE:
            yield "File: laid out by another program, or cut; its lines cannot be compared with the paper's"
        case FileState.OTHER_ORDER:
            yield f"File: the same words in another order, first at “{cut(found.only_file[0], _LONGEST)}”"
        case FileState.OTHER_WORDS:
            yield "File: its words are not those of the paper made again now"
            yield from _few("only in the file", found.only_file, found.only_plan)
            yield from _few("only in the plan", found.only_plan, found.only_file)


def _of_since(found: Verification, today: str) -> Iterator[str]:
    """What was entered later of the paper's date, and what the plan has come to."""
    on = say_date(found.asked.as_at)
    if found.later:
        yield f"Entered later, up to record {found.latest}, of {on} or before:"
        yield from _moved(found.later)
    else:
        yield f"Entered later: nothing that changes {on}"
    if found.moved == found.later and found.later:
        yield f"Since then, up to {today}: what was entered later, and no more"
    elif found.moved:
        yield f"Since then, up to {today} and record {found.latest}:"
        yield from _moved(found.moved)
    else:
        yield f"Since then, up to {today} and record {found.latest}: nothing has moved"


def _moved(moved: Moved) -> Iterator[str]:
    yield from _lines(moved.lines)
    if moved.also:
        yield f"  also: {'; '.join(moved.also)}"


def _few(label: str, lines: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"  {counted(len(lines), 'line')} {label}:"
        yield from _lines([_where_it_differs(line, others) for line in lines[:_MOST]], len(lines))


def _where_it_differs(line: str, others: Sequence[str]) -> str:
    """A line from a little before its first difference from the most like of the others, where it is long."""
    same = max((_begun_alike(line, other) for other in others), default=0)
    begin = line.rfind(" ", 0, max(0, same - _BEFORE)) + 1
    return line if len(line) <= _LONGEST or not begin else f"…{line[begin:]}"


def _begun_alike(one: str, other: str) -> int:
    """How many characters two lines begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _lines(lines: Sequence[str], many: int = 0) -> Iterator[str]:
    """The first of the lines, and how many more there are; `many` where the others were left out."""
    yield from (f"    {cut(line, _LONGEST)}" for line in lines[:_MOST])
    if max(many, len(lines)) > _MOST:
        yield f"    and {max(many, len(lines)) - _MOST} more"

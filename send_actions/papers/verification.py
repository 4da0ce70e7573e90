"""A paper in a file, compared with the plan: whether the store still says the same, and what has moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.domain.plan import Meeting, Paper, Plan
from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError, UsageError
from send_actions.papers.exempt import exempt_as_last_known
from send_actions.papers.kinds import KINDS, make_paper
from send_actions.papers.moved_since import Moved, moved_between
from send_actions.papers.stamped_command import PaperRead, find_stamp, read_command
from send_actions.reports.audience import redact_plan
from send_actions.reports.document import Document
from send_actions.reports.output import encode, format_of
from send_actions.reports.reading.read_back import read_back, reader_of, seen_of
from send_actions.reports.reading.seen import Seen
from send_actions.store.reader import Reader, read_plan

_NUMBER: Final = re.compile(r"^\d+(?:\.\d+)*\.? ")
"""The number of a section or paragraph, which some formats write out and others count."""


_NUMBERS: Final = re.compile(r"^(?:\d+(?:\.\d+)*\.? )+")
"""The same, and what stands behind it that looks like one, such as a ref."""


class FileState(Enum):
    """How a file stands to the paper made again in its format."""

    SAME_BYTES = "as it was written"
    SAME_WORDS = "the same words"
    OTHER_WORDS = "other words"
    OTHER_ORDER = "the same words in another order"
    UNLIKE = "lines of another program"


class NotedIssue(NamedTuple):
    """A paper that was issued, for which meeting, and the one that was issued in its place since."""

    paper: Paper
    meeting: Meeting | None
    replaced_by: Paper | None


class Verification(NamedTuple):
    """What is found of a file: its stamp, whether plan and file say so still, and what moved since.

    `only_file` and `only_plan` are lines that one has and the other has not, or the first that stands in
    another place; `edges` are lines of the file's headers and footers that our paper has not, as a council's
    template or an editor puts there. Pictures are not compared, of which
    `has_pictures` tells where not every byte is the same. `later` is what was entered after the
    paper's record and speaks of its date, `moved` what the plan has come to since.
    """

    asked: PaperRead
    title: str
    plan_agrees: bool
    file: FileState
    only_file: tuple[str, ...]
    only_plan: tuple[str, ...]
    edges: tuple[str, ...]
    has_pictures: bool
    later: Moved
    moved: Moved
    latest: int
    issue: NotedIssue | None

    @property
    def stamp_was_changed(self) -> bool:
        """Whether the words are the plan's and only the hash in the file is not theirs."""
        return not self.plan_agrees and self.file is FileState.SAME_WORDS

    @property
    def is_same(self) -> bool:
        """Whether the plan still says what the file says, at its record and of its date as known now."""
        holds = self.plan_agrees and self.file in (FileState.SAME_BYTES, FileState.SAME_WORDS)
        return holds and not self.later


def verify_file(reader: Reader, file: Path, today: date, place: str) -> Verification:
    """Return how a file stands to the plan and its paper made again; a refusal says which `place` was asked.

    Raises SendActionsError for a file that cannot be read, has no stamp or is a paper of another plan.
    """
    ending = reader_of(file)
    content, seen = read_back(file)
    stamp = find_stamp((seen.keywords, "\n".join(seen.lines)))
    name = printable(file.name)
    if stamp is None:
        raise SendActionsError(
            f"{name} carries no stamp of a paper of ours: give a file that `send-actions report` wrote."
        )
    asked = read_command(stamp.command)
    with reader.snapshot():
        then, paper = _made_again(reader, asked, name, place)
        known, now = read_plan(reader, asked.as_at), read_plan(reader, today)
        if _digest(paper) != stamp.digest and (asked_of := _missing_names(then, paper, seen)):
            raise SendActionsError(
                f"{name} is a paper of another plan than {place}, {asked_of}: name its plan with --db."
            )
        again = encode(paper, format_of(file))
        seen_again = seen_of(again, ending, name)
        state, only_file, only_plan = _apart(_said(seen, stamp.digest), _said(seen_again, _digest(paper)))
        exempt = exempt_as_last_known(reader, then) | exempt_as_last_known(reader, now)
        shown = [redact_plan(plan, asked.request.audience, exempt) for plan in (then, known, now)]
    return Verification(
        asked,
        paper.title,
        plan_agrees=_digest(paper) == stamp.digest,
        file=FileState.SAME_BYTES if again == content else state,
        only_file=only_file,
        only_plan=only_plan,
        edges=tuple(line for line in seen.edges if line not in seen_again.edges),
        has_pictures=again != content and bool(seen.pictures),
        later=moved_between(shown[0], shown[1]),
        moved=moved_between(shown[0], shown[2]),
        latest=now.record,
        issue=_issue_of(now, content),
    )


def _made_again(reader: Reader, asked: PaperRead, name: str, place: str) -> tuple[Plan, Document]:
    """The plan of a stamp and its paper. Raises SendActionsError where this plan has no such state."""
    try:
        plan = read_plan(reader, asked.as_at, asked.record)
        return plan, make_paper(reader, plan, asked.request)
    except UsageError as error:
        raise SendActionsError(
            f"{name} is a paper of another plan than {place}, or of a newer copy of it: name its plan with "
            f"--db. {error}"
        ) from error


def _missing_names(plan: Plan, paper: Document, seen: Seen) -> str:
    """The title and partnership of a plan's paper where a file has not both; empty where it has."""
    title, partnership = (" ".join(name.split()) for name in (paper.title, plan.partnership))
    words = " ".join(" ".join((seen.title or "", *seen.lines)).split())
    is_named = any(partnership in " ".join(fact.split()) for _, fact in paper.facts)
    if title in words and (partnership in words or not is_named):
        return ""
    of = f" of {printable(cut(partnership, 80))}" if partnership else ""
    return f"“{printable(cut(title, 80))}”{of}"


def _apart(ours: list[str], theirs: list[str]) -> tuple[FileState, tuple[str, ...], tuple[str, ...]]:
    """How the words of a file stand to those of the paper made again, and the lines that only either has."""
    only_file, only_plan = _unnumbered(_beyond(ours, theirs), _beyond(theirs, ours))
    if not only_file and not only_plan:
        pairs = zip(ours, theirs, strict=True)
        moved = next((a for a, b in pairs if _NUMBERS.sub("", a) != _NUMBERS.sub("", b)), None)
        return (FileState.SAME_WORDS, (), ()) if moved is None else (FileState.OTHER_ORDER, (moved,), ())
    if sum(map(len, only_plan)) > sum(map(len, theirs)) / 2:
        return FileState.UNLIKE, (), ()
    return FileState.OTHER_WORDS, tuple(only_file), tuple(only_plan)


def _unnumbered(only_file: list[str], only_plan: list[str]) -> tuple[list[str], list[str]]:
    """The lines but those that one side has with the number of its paragraph and the other without."""
    only_file, only_plan = _paired(only_file, only_plan)
    only_plan, only_file = _paired(only_plan, only_file)
    return only_file, only_plan


def _paired(numbered: list[str], bare: list[str]) -> tuple[list[str], list[str]]:
    """Both without each line that is one of the others behind a number."""
    there = Counter(bare)
    left: list[str] = []
    for line in numbered:
        without = _NUMBER.sub("", line)
        if without != line and there[without] > 0:
            there[without] -= 1
        else:
            left.append(line)
    return left, _beyond(bare, list((Counter(bare) - there).elements()))


def _digest(paper: Document) -> str:
    return paper.stamp.digest if paper.stamp else ""


def _said(seen: Seen, digest: str) -> list[str]:
    """The lines of a file but that of its own hash, which is compared by itself."""
    lines = (" ".join(line.split()) for line in seen.lines)
    return [line for line in lines if line and line != f"Content: {digest}"]


def _beyond(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """The lines of which there are more than among the others."""
    left = Counter(lines) - Counter(others)
    found: list[str] = []
    for line in lines:
        if left[line] > 0:
            left[line] -= 1
            found.append(line)
    return found


def _issue_of(plan: Plan, content: bytes) -> NotedIssue | None:
    """The note that these very bytes were issued."""
    digest = sha256(content).hexdigest()
    papers = sorted(plan.papers, key=lambda paper: paper.id)
    paper = next((paper for paper in reversed(papers) if paper.digest == digest), None)
    if paper is None:
        return None
    meeting = next((one for one in plan.meetings if one.id == paper.meeting_id), None)
    return NotedIssue(paper, meeting, _in_place_of(paper, papers) if meeting else None)


def _in_place_of(paper: Paper, papers: Sequence[Paper]) -> Paper | None:
    """The last paper issued after one of the same kind, unless it shows the same in another format.

    Papers of a kind that is about one area, owner or meeting stand beside each other.
    """
    if paper.kind not in KINDS or not all(name.startswith("--") for name in KINDS[paper.kind].takes):
        return None
    kind = (paper.kind, paper.meeting_id, paper.audience)
    last = next(one for one in reversed(papers) if (one.kind, one.meeting_id, one.audience) == kind)
    return last if (last.as_at, last.record) != (paper.as_at, paper.record) else None

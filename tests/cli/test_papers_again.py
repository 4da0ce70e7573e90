"""A paper of every kind, made in one way: stamped, and made again by the stamp's own command."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from running import Run

from send_actions.domain.plan import Plan
from send_actions.errors import UsageError
from send_actions.papers.kinds import KINDS, is_written_as, kind_of, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.papers.stamped_command import read_command
from send_actions.reports.audience import Audience
from send_actions.reports.document import Document
from send_actions.reports.output import FORMATS, encode
from send_actions.reports.stamp import content_hash
from send_actions.store.reader import Reader, open_reader, read_plan

DAY = date(2026, 3, 31)
SUBJECTS: dict[str, tuple[tuple[str, str], ...]] = {
    "impact": (("area", "9"),),
    "owner": (("who", "Head of SEND, LA"),),
    "meeting": (("when", "2026-04-15"),),
}
"""What the kinds are asked about here, of those that cannot do without."""


@pytest.fixture
def reader(place: Path) -> Iterator[Reader]:
    reading = open_reader(place)
    yield reading
    reading.close()


@pytest.fixture
def plan(reader: Reader) -> Plan:
    return read_plan(reader, DAY)


def made(reader: Reader, plan: Plan, kind: str, record: int | None = None) -> Document:
    """The paper of a kind for whom it is usually."""
    return make_paper(reader, plan, PaperRequest(kind, KINDS[kind].audience, SUBJECTS.get(kind, ())), record)


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_any_kind_is_stamped_with_its_own_content(reader: Reader, plan: Plan, kind: str) -> None:
    paper = made(reader, plan, kind)
    assert paper.stamp
    *said, last = paper.blocks
    unstamped = Document(paper.title, paper.facts, tuple(said))
    assert paper.stamp.digest == content_hash(unstamped)
    assert paper.stamp.command in str(last)
    asked = read_command(paper.stamp.command)
    assert (asked.request.kind, asked.as_at, asked.record) == (kind, DAY, plan.record)


@pytest.mark.parametrize("kind", KINDS)
def test_the_stamp_is_the_same_whatever_was_entered_since(
    reader: Reader, plan: Plan, kind: str, run: Run
) -> None:
    before = made(reader, plan, kind)
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    now = read_plan(reader, DAY)
    assert now.record > plan.record
    assert made(reader, now, kind, plan.record) == before
    assert made(reader, now, kind).stamp != before.stamp


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_command_of_the_stamp_makes_the_same_bytes(
    reader: Reader, plan: Plan, kind: str, form: str, *, run: Run, tmp_path: Path
) -> None:
    if not is_written_as(kind, form):
        pytest.skip("no paper of this kind in this format")
    paper = made(reader, plan, kind)
    content = encode(paper, form)
    assert paper.stamp
    run("set", "9.3", "off-track", "-m", "Provider withdrew")
    file = tmp_path / f"again{FORMATS[form][0]}"
    ran = run(*shlex.split(paper.stamp.command)[1:], "-o", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert file.read_bytes() == content
    assert content == encode(made(reader, plan, kind), form)


@pytest.mark.parametrize("day", ["2026-01-28", "2026-03-01"])
def test_since_is_a_day_and_the_stamp_carries_it(program: Run, day: str) -> None:
    paper = program("report", "board", "--since", day).out
    assert f"report board --since {day} --audience board --as-at 2026-03-31 --record" in paper
    assert paper != program("report", "board").out


def test_since_last_is_the_day_of_the_last_meeting(program: Run) -> None:
    last = program("report", "board", "--since", "last").out
    assert "--since 2026-03-11 " in last
    assert last == program("report", "board", "--since", "11 March 2026").out


def test_a_day_that_is_named_is_that_day_whatever_paper_was_issued_for_it(program: Run) -> None:
    board, since = (program("report", kind, "--since", "2026-03-11").out for kind in ("board", "since"))
    assert "Compared with:** 11 March 2026, record 216\n" in board
    assert "Compared with:** the plan on 11 March 2026 when the board met, as known now\n" in since
    assert "Compared with:** 6 March 2026, record 196, as issued for the meeting of 11 March 2026" in (
        program("report", "board").out
    )


def test_since_another_day_compares_with_the_plan_as_it_stood(program: Run) -> None:
    assert "Compared with:** 28 February 2026" in program("report", "board", "--since", "28 Feb 2026").out


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("31 March 2026", "is not before the paper's own date"),
        ("1 April 2026", "is still to come"),
        ("someday", "someday"),
    ],
)
def test_a_day_that_is_not_before_the_paper_is_refused(run: Run, since: str, told: str) -> None:
    ran = run("report", "board", "--since", since)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_kind_there_is_not_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match='no kind of paper "baord": did you mean board'):
        kind_of("baord")


def test_for_another_audience_it_is_another_paper(reader: Reader, plan: Plan) -> None:
    for_board, for_us = (
        make_paper(reader, plan, PaperRequest("board", who)) for who in (Audience.BOARD, Audience.INTERNAL)
    )
    assert for_board.stamp
    assert for_us.stamp
    assert for_board.stamp.digest != for_us.stamp.digest

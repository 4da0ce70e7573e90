"""What a paper is asked for by, as its command says it and as the command is read back."""

from __future__ import annotations

import shlex
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.text import clean
from send_actions.errors import SendActionsError
from send_actions.papers import stamped_command
from send_actions.papers.kinds import KINDS, Kind
from send_actions.papers.request import PaperRequest
from send_actions.papers.stamped_command import StampRead, find_stamp, read_command
from send_actions.reports.audience import Audience

DAY = date(2026, 3, 31)
DIGEST = "0123456789abcdef" * 2
HOSTILE = [
    "Head of SEND, LA",
    "O'Brien's team",
    "x; rm -rf ~",
    "$(date) `id` ${HOME} !!",
    '"quoted" \\ and * ? [a]',
    "=cmd|'/c calc'!A1",
    "--force",
    "-o",
    "ראש הצוות",
    "🙂 emoji",
    "| 0123456789abcdef0123456789abcdef",
    f"send-actions report board --record 1 | {DIGEST}",
]


@pytest.fixture(autouse=True)
def _a_kind_with_a_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {**KINDS, "invented": Kind("make_invented", Audience.BOARD, ("who", "--since"))}
    monkeypatch.setattr(stamped_command, "KINDS", kinds)


def test_the_command_names_all_that_makes_the_paper() -> None:
    asked = PaperRequest("board", Audience.BOARD, (("--since", "2026-01-28"),))
    told = "send-actions report board --since 2026-01-28 --audience board --as-at 2026-03-31 --record 216"
    assert asked.command_at(DAY, 216) == told


def test_what_is_not_said_of_a_subject_is_left_out() -> None:
    asked = PaperRequest("board", Audience.INTERNAL, (("--since", ""),))
    assert asked.command_at(DAY, 1) == (
        "send-actions report board --audience internal --as-at 2026-03-31 --record 1"
    )


@pytest.mark.parametrize("who", HOSTILE)
def test_a_subject_is_one_word_to_a_shell_whatever_it_holds(who: str) -> None:
    asked = PaperRequest("invented", Audience.BOARD, (("who", who), ("--since", "2026-01-28")))
    words = shlex.split(asked.command_at(DAY, 7))
    assert words.count(who) == 1
    before = words[: words.index("--")] if "--" in words else words
    assert [word for word in before if word.startswith("-")] == [
        *("--since", "--audience", "--as-at", "--record")
    ]


@pytest.mark.parametrize("who", [who for who in HOSTILE if "send-actions report" not in who])
def test_a_stamp_is_found_again_in_a_text_however_its_lines_are_broken(who: str) -> None:
    command = PaperRequest("invented", Audience.BOARD, (("who", who),)).command_at(DAY, 7)
    for text in (f"Said.\n{command}\nContent: {DIGEST}\n", f"{command} | {DIGEST}"):
        for broken in (text, text.replace(" --", "\n  --")):
            assert find_stamp(["nothing", broken]) == StampRead(command, DIGEST)


def test_of_several_stamps_in_a_text_the_last_counts() -> None:
    other = f"send-actions report board --audience board --as-at 2025-01-01 --record 1 | {'f' * 32}"
    own = PaperRequest("board", Audience.BOARD).command_at(DAY, 216)
    assert find_stamp([f"A note: {other}. {own} Content: {DIGEST}"]) == StampRead(own, DIGEST)


@given(
    st.text(alphabet="ab \u00a0\u2003'-", min_size=1).filter(str.strip), st.sampled_from(["who", "--since"])
)
def test_a_stamp_in_broken_lines_asks_for_the_same(value: str, name: str) -> None:
    asked = PaperRequest("invented", Audience.BOARD, ((name, value),))
    found = find_stamp([f"{asked.command_at(DAY, 7)}\nContent: {DIGEST}".replace(" ", "  \n")])
    assert found
    assert read_command(found.command).request == asked


@pytest.mark.parametrize("text", ["", "send-actions report board", DIGEST, f"report | {DIGEST}"])
def test_a_text_without_a_stamp_has_none(text: str) -> None:
    assert find_stamp([text]) is None


@given(
    st.text(min_size=1).map(lambda text: clean(text, one_line=True)).filter(bool),
    st.sampled_from(["", "2026-01-28", "-1"]),
    st.dates(),
    st.integers(0, 10**6),
)
def test_a_command_read_back_asks_for_the_same(who: str, since: str, day: date, record: int) -> None:
    subject = tuple((name, value) for name, value in (("who", who), ("--since", since)) if value)
    asked = PaperRequest("invented", Audience.INTERNAL, subject)
    read = read_command(asked.command_at(day, record))
    assert (read.request.kind, read.request.audience) == ("invented", Audience.INTERNAL)
    assert (sorted(read.request.subject), read.as_at, read.record) == (sorted(asked.subject), day, record)


@pytest.mark.parametrize(
    "command",
    [
        "send-actions report",
        "send-actions report board",
        "send-actions report board --audience board --as-at 2026-03-31",
        "send-actions report board --audience board --as-at yesterday --record 7",
        "send-actions report board --audience everyone --as-at 2026-03-31 --record 7",
        "send-actions report board --audience board --as-at 2026-03-31 --record seven",
        "send-actions report board --audience board --as-at 2026-03-31 --record 7 --output /etc/passwd",
        "send-actions report board more --audience board --as-at 2026-03-31 --record 7",
        "send-actions report board 'unclosed --audience board --as-at 2026-03-31 --record 7",
        "send-actions report board --audience board --as-at 2026-03-31 --record",
    ],
)
def test_a_command_that_makes_no_paper_is_refused(command: str) -> None:
    with pytest.raises(SendActionsError, match="stamp cannot be read"):
        read_command(command)


def test_a_kind_of_another_version_is_named() -> None:
    with pytest.raises(SendActionsError, match='that this version does not make: "horoscope"'):
        read_command("send-actions report horoscope --audience board --as-at 2026-03-31 --record 7")

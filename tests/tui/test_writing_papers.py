"""`x` writes a paper or the list that is shown: into a real file, while one goes on."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest
from benchmarks.plans import make_large
from kept_plans import TODAY
from textual import events
from tui.piloting import Sitting, opened

from send_actions.domain.words.dates import say_date
from send_actions.papers.kinds import KINDS, Kind, is_written_as, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.output import FORMATS, encode
from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.commands.papers import OFFERS, Here
from send_actions.tui.opening import desktop_opener
from send_actions.tui.plan_reader import LARGE
from send_actions.tui.prompts.file_name import WORDS

ROOT = Path(__file__).parents[2]
SIZES = [(80, 24), (120, 36)]


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test open a file on the desktop of whoever runs it."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "darwin":
        monkeypatch.setenv("SSH_CONNECTION", "invented")


def paper_of(place: Path, format_name: str, as_at: str = TODAY.isoformat()) -> bytes:
    """The board paper's bytes, as the command line makes them."""
    reader = open_reader(str(place))
    try:
        plan = read_plan(reader, TODAY.fromisoformat(as_at))
        return encode(make_paper(reader, plan, PaperRequest("board", Audience.BOARD)), format_name)
    finally:
        reader.close()


def pages_in(folder: Path) -> list[str]:
    """The names of the pages in a folder."""
    return [file.name for file in folder.glob("*.html")]


def listed_as_csv(place: Path, words: str) -> bytes:
    """What `list --csv` writes into a pipe."""
    command = [sys.executable, "-m", "send_actions", "--db", str(place), "list", words, "--csv"]
    ran = subprocess.run([*command, "--as-at", TODAY.isoformat()], capture_output=True, check=True, cwd=ROOT)
    return ran.stdout.replace(os.linesep.encode(), b"\n")


def said(sitting: Sitting, lines: int = 5) -> str:
    """The last lines of the screen as one."""
    return " ".join(" ".join(sitting.screen.splitlines()[-lines:]).split())


@pytest.mark.parametrize("size", SIZES)
async def test_a_board_paper_is_written_beside_the_plan(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("x")
        assert "Write b board paper" in said(sitting)
        await sitting.press("b")
        words = said(sitting)
        assert "Board paper as at 31 March 2026" in words
        assert "Enter write Tab PDF instead Esc leave" in words
        assert f"AsWord,into{place.parent}".replace(" ", "") in "".join(sitting.screen.split())
        assert sitting.foot == "File board-2026-03-31.docx"
        await sitting.press("enter")
        assert "Wrote board-2026-03-31.docx into" in sitting.screen
    assert (place.parent / "board-2026-03-31.docx").read_bytes() == paper_of(place, "word")


async def test_tab_goes_through_the_formats_and_the_file_is_of_the_one_chosen(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("x", "b", "tab")
        assert sitting.foot == "File board-2026-03-31.pdf"
        assert "As PDF, into" in said(sitting)
        await sitting.press("tab", "tab", "shift+tab", "enter")
    assert (place.parent / "board-2026-03-31.html").read_bytes() == paper_of(place, "html")


async def test_each_format_of_papers_is_offered_by_a_word_of_its_own(place: Path) -> None:
    seen = []
    offered = [own for form, (own, *_) in FORMATS.items() if is_written_as("board", form)]
    async with opened(place) as sitting:
        await sitting.press("x", "b")
        for _ in offered:
            seen.append("." + sitting.foot.rsplit(".", 1)[1])
            await sitting.press("tab")
        assert sitting.foot == "File board-2026-03-31.docx"
    assert sorted(seen) == sorted(offered)
    assert set(seen) <= set(WORDS)


async def test_no_file_is_written_over_without_a_second_enter(place: Path) -> None:
    kept = place.parent / "board-2026-03-31.docx"
    kept.write_bytes(b"mine")
    async with opened(place) as sitting:
        await sitting.press("x", "b", "enter")
        assert "board-2026-03-31.docx is there already: Enter again replaces it" in said(sitting)
        await sitting.press("escape")
        assert kept.read_bytes() == b"mine"
        await sitting.press("x", "b", "enter", "enter")
        assert "Wrote " in sitting.screen
    assert kept.read_bytes() == paper_of(place, "word")


async def test_another_name_is_asked_about_anew(place: Path) -> None:
    for name in ("one.md", "two.md"):
        (place.parent / name).write_text("mine", encoding="utf-8")
    async with opened(place) as sitting:
        await sitting.press("x", "b", "ctrl+u", *"one", "ctrl+k", "full_stop", *"md", "enter")
        assert "one.md is there already" in said(sitting)
        await sitting.press("ctrl+u", *"two", "ctrl+k", "full_stop", *"md", "enter")
        assert "two.md is there already" in said(sitting)
        await sitting.press("escape")
    assert {(place.parent / name).read_text(encoding="utf-8") for name in ("one.md", "two.md")} == {"mine"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("paper", "End the name with .docx or .pdf"),
        ("paper.db", "End the name with .docx or .pdf"),
        ("", "End the name with .docx or .pdf"),
        ("nowhere/paper.docx", "is no folder: make it first, or name another"),
        ("folder.docx", "folder.docx is no file: name another"),
        ("p" * 300 + ".docx", "name another"),
    ],
)
async def test_a_name_that_cannot_be_is_said_at_once(place: Path, name: str, told: str) -> None:
    (place.parent / "folder.docx").mkdir()
    before = sorted(place.parent.iterdir())
    async with opened(place) as sitting:
        await sitting.press("x", "b", "end", "ctrl+u")
        await sitting.type(name)
        await sitting.press("enter")
        assert told in said(sitting, 12)
        await sitting.press("escape")
    assert sorted(place.parent.iterdir()) == before


async def test_a_name_may_have_a_folder_of_its_own(place: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    async with opened(place) as sitting:
        await sitting.press("x", "b", "home", *"papers/", "enter")
    assert (tmp_path / "papers" / "board-2026-03-31.docx").is_file()


@pytest.mark.parametrize(
    ("keys", "typed", "is_then"),
    [
        (["ctrl+u"], "April board.docx", "April board.docx"),
        (["ctrl+u"], "April board.pdf", "April board.pdf"),
        (["ctrl+u"], "nofolder/paper.PDF", "nofolder/paper.PDF"),
        (["end"], ".md", "board-2026-03-31.md"),
        (["ctrl+u"], "v1.2 of 31.03", "v1.2 of 31.03.docx"),
        (["ctrl+u"], ".md", ".md.docx"),
    ],
)
async def test_an_ending_that_is_typed_chooses_the_format_and_no_name_has_two(
    place: Path, keys: list[str], typed: str, is_then: str
) -> None:
    async with opened(place) as sitting:
        await sitting.press("x", "b", *keys)
        await sitting.type(typed)
        assert sitting.foot == f"File {is_then}"
        await sitting.press("escape", "x", "b", *keys)
        sitting.app.post_message(events.Paste(typed))
        await sitting.press()
        assert sitting.foot == f"File {is_then}"


async def test_the_file_of_a_name_typed_with_its_ending_is_of_that_format(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("x", "b", "ctrl+u")
        await sitting.type("April board.html")
        assert "As a web page, into" in said(sitting)
        await sitting.press("enter")
    assert (place.parent / "April board.html").read_bytes() == paper_of(place, "html")
    assert not list(place.parent.glob("*.docx"))


async def test_the_folder_is_told_without_a_way_there_and_back(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = place.parent / "papers"
    below.mkdir()
    monkeypatch.chdir(below)
    async with opened(Path("..") / place.name, (120, 36)) as sitting:
        await sitting.press("x", "b")
        assert "/.." not in said(sitting)
        await sitting.press("home", *"papers/../", "enter")
        assert f"Wrote board-2026-03-31.docx into {place.parent}".replace(" ", "") in "".join(
            sitting.screen.split()
        )
    assert (place.parent / "board-2026-03-31.docx").is_file()


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_listed_goes_out_as_list_csv_does(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("g", "l", "slash")
        await sitting.type("status:red,amber")
        await sitting.press("enter", "x")
        assert "l this list, 2 actions as CSV" in said(sitting)
        await sitting.press("l")
        assert sitting.foot == "File actions-2026-03-31.csv"
        await sitting.press("enter")
    written = (place.parent / "actions-2026-03-31.csv").read_bytes()
    assert written == listed_as_csv(place, "status:red,amber")
    assert written.count(b"\n") == 3


async def test_a_list_of_one_is_counted_as_one(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "l", "slash")
        await sitting.type("status:red")
        await sitting.press("enter", "x")
        assert "l this list, 1 action as CSV" in said(sitting)
        await sitting.press("l")
        assert "This list: 1 action" in said(sitting)
        assert "1 actions" not in said(sitting)


async def test_needs_attention_goes_out_as_csv_in_its_own_order(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "x", "l", "enter")
    rows = (place.parent / "actions-2026-03-31.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert len(rows) > 1
    assert rows[0].startswith("9.")


async def test_a_view_without_actions_offers_papers_alone(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "b", "x")
        assert "Write b board paper" in said(sitting)
        assert "this list" not in said(sitting)
        await sitting.press("b", "enter")
    assert (place.parent / "board-2026-03-31.docx").is_file()


async def test_among_meetings_the_paper_of_a_meeting_is_of_the_one_under_the_cursor(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "b", "home", "x")
        assert "m meeting of 10 December 2025" in said(sitting)
        await sitting.press("m", "tab", "tab", "enter")
    written = (place.parent / "meeting-2025-12-10-2026-03-31.html").read_text(encoding="utf-8")
    assert "10 December 2025" in written


@pytest.mark.parametrize("kind", OFFERS)
async def test_each_kind_is_written_from_a_row_of_the_sample(tmp_path: Path, kind: str) -> None:
    sample = Path(shutil.copy(ROOT / "sample.db", tmp_path))
    async with opened(sample) as sitting:
        await sitting.press(*"9.2", "enter", "x", OFFERS[kind].letter, "tab", "tab", "enter")
        assert f"Wrote {kind}" in sitting.screen
    [written] = pages_in(tmp_path)
    assert written.startswith(kind)
    assert written.endswith("2026-03-31.html")


async def test_looking_back_the_paper_is_as_at_that_day(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("[", "[", "x", "b")
        assert "Board paper as at 28 January 2026" in said(sitting)
        await sitting.press("tab", "tab", "enter")
    written = (place.parent / "board-2026-01-28.html").read_bytes()
    assert written == paper_of(place, "html", "2026-01-28")
    assert b"28 January 2026" in written


async def test_looking_back_at_a_board_s_own_day_the_meeting_is_that_of_the_day(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("[")
        assert "board today" in sitting.screen
        on = sitting.app.session.plan.as_at
        await sitting.press("x")
        assert f"m meeting of {say_date(on)}" in said(sitting, 8)


async def test_the_paper_is_of_the_record_that_is_shown_with_what_was_just_saved(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "a", *"Just said", "enter", "x", "b", "ctrl+e", "backspace", "backspace")
        await sitting.press("backspace", "backspace", *"md", "enter")
        record = sitting.app.session.plan.record
    text = (place.parent / "board-2026-03-31.md").read_text(encoding="utf-8")
    assert "Just said" in text
    assert f"record {record}" in text


async def test_keys_are_done_while_a_paper_is_written_and_leaving_waits_for_it(place: Path) -> None:
    written = place.parent / "board-2026-03-31.docx"
    goes_on = Event()
    async with opened(place) as sitting:
        sitting.app.papers._thread.submit(goes_on.wait)
        await sitting.pilot.press("x", "b", "enter")
        await sitting.pilot.pause()
        assert sitting.foot == "Writing board-2026-03-31.docx …"
        before = sitting.row
        await sitting.pilot.press("k")
        await sitting.pilot.pause()
        assert sitting.row != before
        assert not written.exists()
        asyncio.get_running_loop().call_later(0.2, goes_on.set)
        await sitting.pilot.press("q", "y")
        assert written.is_file()
    assert sitting.app.return_code == 0


async def test_a_file_that_came_meanwhile_is_left_and_a_folder_that_went_is_told_of(
    place: Path, tmp_path: Path
) -> None:
    folder, kept = tmp_path / "papers", place.parent / "board-2026-03-31.docx"
    folder.mkdir()
    async with opened(place) as sitting:
        for began, meanwhile, told in (
            (("x", "b"), lambda: kept.write_bytes(b"theirs"), "has come to be there meanwhile: nothing was"),
            (
                ("x", "b", "home", *"papers/"),
                folder.rmdir,
                "could not be written (No such file or directory)",
            ),
        ):
            goes_on = Event()
            sitting.app.papers._thread.submit(goes_on.wait)
            await sitting.pilot.press(*began, "enter")
            await sitting.pilot.pause()
            meanwhile()
            goes_on.set()
            await sitting.press()
            assert told in said(sitting)
    assert kept.read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="is about xdg-open")
async def test_enter_opens_what_was_written_where_there_is_a_desktop(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, programs = tmp_path / "opened", tmp_path / "programs"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(
        f'#!/bin/sh\nprintf %s "$1" > "{told}.part"\nmv "{told}.part" "{told}"\n', encoding="utf-8"
    )
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":invented")
    async with opened(place) as sitting:
        await sitting.press("x", "b", "enter")
        assert "· Enter opens it ·" in said(sitting)
        await sitting.press("enter")
        assert sitting.foot == "Opening board-2026-03-31.docx …"
        latest = time.monotonic() + 30
        while not told.exists() and time.monotonic() < latest:
            await sitting.pilot.pause(0.02)
        assert told.read_text(encoding="utf-8") == str(place.parent / "board-2026-03-31.docx")


async def test_another_key_lets_the_offer_go(place: Path) -> None:
    taken: list[int] = []
    async with opened(place) as sitting:
        line = [("Enter opens it", "")]
        sitting.app.papers.offer(line, lambda: taken.append(1))
        sitting.app.say_line(line)
        await sitting.press("k")
        await sitting.press("enter")
        assert taken == []
        sitting.app.papers.offer(line, lambda: taken.append(1))
        sitting.app.say_line(line)
        await sitting.press("enter", "enter")
        assert taken == [1]


def test_without_a_desktop_nothing_opens() -> None:
    at_the_end_of_a_line = {"SSH_CONNECTION": "invented", "PATH": os.environ["PATH"]}
    assert sys.platform == "win32" or desktop_opener(at_the_end_of_a_line) is None


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_is_offered_that_the_row_has_a_subject_for(
    place: Path, size: tuple[int, int]
) -> None:
    async with opened(place, size) as sitting:
        plan = sitting.app.session.plan
        action = sitting.app.home.actions.action
        assert action
        await sitting.press("x")
        offered = said(sitting, 8)
    here = Here(plan, plan.area_of(action), action)
    for word, kind in KINDS.items():
        assert (OFFERS[word].words in offered) is (here.subject(kind) is not None), word


def test_every_kind_has_a_letter_and_no_two_have_one() -> None:
    assert set(OFFERS) == set(KINDS)
    letters = [offer.letter for offer in OFFERS.values()]
    assert len(set(letters)) == len(letters)
    assert "l" not in letters  # this list


def test_a_subject_is_the_row_s_area_and_its_lead() -> None:
    from builders import a_plan, an_action, an_area, an_owner

    lead = an_owner("Head of Therapies", "ICB")
    plan = a_plan(an_area("9"), an_action("9.2", "2026-06-30", "on-track", lead=lead))
    here = Here(plan, plan.areas[0], plan.actions[0])
    assert here.subject(Kind("make_impact", Audience.BOARD, ("area", "--since"))) == (("area", "9"),)
    assert here.subject(Kind("make_owner", Audience.BOARD, ("who",))) == (("who", str(lead)),)
    assert Here(plan).subject(Kind("make_owner", Audience.BOARD, ("who",))) is None
    assert Here(plan).subject(Kind("make_board", Audience.BOARD, ("--since",))) == ()


async def test_a_large_plan_is_written_as_well(tmp_path: Path) -> None:
    place = make_large(tmp_path / "large.db", LARGE + 20)
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("x", "b", "tab", "tab", "enter")
        assert "Wrote board-2026-03-31.html into" in sitting.screen
    assert (tmp_path / "board-2026-03-31.html").read_bytes() == paper_of(place, "html")

"""Papers as a browser has them: nothing against them, nothing loaded, nothing run, nothing past the edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from papers.every_paper import hostile_paper, sample_paper
from playwright.sync_api import Browser, Page

from send_actions.papers.kinds import KINDS
from send_actions.reports.formats.html import render

pytestmark = pytest.mark.browser

HOSTILE = "hostile words"
PAPERS = (*KINDS, HOSTILE)


class Look(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


PHONE, DARK_PHONE = Look(360), Look(360, "dark")
DESK, DARK_DESK = Look(1280), Look(1280, "dark")
PRINTED, PRINTED_FROM_DARK = Look(680, media="print"), Look(680, "dark", "print")
LOOKS = (PHONE, DARK_PHONE, DESK, DARK_DESK, PRINTED, PRINTED_FROM_DARK)


@dataclass
class Opened:
    """A page, what it asked to load and what the browser complained of."""

    page: Page
    loaded: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def html_of(paper: str) -> str:
    """A paper as the file that a reader gets."""
    return render(hostile_paper() if paper == HOSTILE else sample_paper(paper))


def opened(browser: Browser, file: Path, look: Look = DESK) -> Opened:
    """The file as it is looked at."""
    page = browser.new_page(viewport={"width": look.width, "height": 800}, color_scheme=look.scheme)
    found = Opened(page)
    page.emulate_media(media=look.media, color_scheme=look.scheme)
    page.on("request", lambda asked: found.loaded.append(asked.url))
    page.on("pageerror", lambda fault: found.complaints.append(str(fault)))
    page.on("console", lambda said: found.complaints.append(said.text))
    page.goto(file.as_uri())
    return found


@pytest.fixture(params=PAPERS)
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Each paper in a file."""
    file = tmp_path / "paper.html"
    file.write_text(html_of(request.param), encoding="utf-8", newline="\n")
    return file


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_axe_finds_nothing_that_keeps_anyone_from_reading(browser: Browser, paper: Path, look: Look) -> None:
    page = opened(browser, paper, look).page
    found = Axe().run(page)
    told = [
        f"{fault['id']}: {fault['help']}: {spot['html'][:200]} {spot['failureSummary']}"
        for fault in found.response["violations"]
        for spot in fault["nodes"]
    ]
    assert told == []
    page.close()


def test_a_page_loads_itself_alone_and_nothing_is_complained_of(browser: Browser, paper: Path) -> None:
    found = opened(browser, paper)
    assert found.loaded == [paper.as_uri()]
    assert found.complaints == []
    assert found.page.title().startswith(found.page.inner_text("h1").split("\n")[0][:20])
    found.page.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_its_window(browser: Browser, paper: Path, width: int) -> None:
    page = opened(browser, paper, Look(width)).page
    measured = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert measured == [width, width]
    page.close()


def test_a_table_too_wide_for_a_phone_is_reached_and_moved_by_the_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "board.html"
    file.write_text(html_of("board"), encoding="utf-8")
    page = opened(browser, file, PHONE).page
    region = page.get_by_role("region").first
    region.focus()
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=region.element_handle())
    page.close()


def test_on_a_phone_only_wide_tables_move_and_the_others_say_what_each_cell_is(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "board.html"
    file.write_text(html_of("board"), encoding="utf-8")
    page = opened(browser, file, PHONE).page
    moving = "[...document.querySelectorAll('.table')].filter(one => one.scrollWidth > one.clientWidth)"
    wide = page.evaluate(f"{moving}.map(one => one.getAttribute('role'))")
    assert set(wide) == {"region"}
    assert len(wide) < 5
    label = "one => getComputedStyle(one, '::before').content"
    cell = page.locator(".folds td").first
    assert cell.evaluate(label).strip('"') == cell.get_attribute("data-label")
    page.close()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_paper(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "board.html"
    file.write_text(html_of("board"), encoding="utf-8")
    page = opened(browser, file).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "paper"
    page.close()


def test_a_script_that_got_in_would_not_run(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "board.html"
    script = "<script>document.title = 'acted'</script><img src='missing.png' onerror='document.title = 1'>"
    file.write_text(html_of("board").replace("</main>", f"{script}</main>"), encoding="utf-8")
    found = opened(browser, file)
    assert found.page.title() == found.page.inner_text("h1")
    assert len([said for said in found.complaints if "Content Security Policy" in said]) >= 2
    found.page.close()


def test_print_is_black_on_white_with_its_annexes_on_pages_of_their_own(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "board.html"
    file.write_text(html_of("board"), encoding="utf-8")
    page = opened(browser, file, PRINTED_FROM_DARK).page
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("nav").is_hidden()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")
    page.close()


@pytest.mark.parametrize("kind", ["since", "families"])
def test_a_paper_that_is_one_page_is_printed_on_one(browser: Browser, tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"{kind}.html"
    file.write_text(html_of(kind), encoding="utf-8")
    page = opened(browser, file, PRINTED).page
    assert len(pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    page.close()

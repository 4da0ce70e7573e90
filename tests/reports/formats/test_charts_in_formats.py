"""Charts in each format: drawn, and said in words to those who cannot see them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from openxml_audit import OdfValidator
from reports.charts import BARS, CHARTS, GRID
from reports.formats.test_html import read
from reports.formats.word_reading import faults, read_back
from reports.pdf_reading import elements, opened, words

from send_actions.reports.document import Bars, Chart, Document, Grid, StatusMark, Table, Trend
from send_actions.reports.formats import csv, html, markdown, opendocument, pdf, plain_text, word
from send_actions.reports.formats import json as as_json
from send_actions.reports.formats.workbook import arrange
from send_actions.reports.stamp import content_hash

DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
XLINK = "http://www.w3.org/1999/xlink"
HOSTILE = "</svg><script>alert(1)</script> =cmd|'/c calc'!A1 \x07 &amp; 漢字 😀 " + "x" * 80
BESIDE = Table("The same in numbers", ("What", "Now"), (("All", "1"),))


def a_paper(*charts: Chart) -> Document:
    return Document("Paper", (), tuple(block for chart in charts for block in (chart, BESIDE)))


def test_markdown_says_a_chart_in_its_words() -> None:
    text = markdown.render(a_paper(*CHARTS))
    assert "**Chart 1.** Statuses\n\nStatuses in words.\n\n**Table 1.**" in text
    assert "**Chart 3.** Seen in time" in text


def test_html_draws_each_chart_and_names_and_describes_it_by_what_stands_above() -> None:
    page = read(html.render(a_paper(*CHARTS)))
    by_id = {one.attributes["id"]: one for one in page.all() if "id" in one.attributes}
    drawings = page.all("svg")
    assert len(drawings) == len(CHARTS)
    for number, (drawing, chart) in enumerate(zip(drawings, CHARTS, strict=True), start=1):
        assert drawing.attributes["role"] == "img"
        named, described = (drawing.attributes[f"aria-{how}"] for how in ("labelledby", "describedby"))
        assert by_id[named].text == f"Chart {number}. {chart.title}"
        assert by_id[described].text == chart.words


def test_every_tone_of_a_drawing_has_another_on_a_dark_screen() -> None:
    text = html.render(a_paper(Chart("Areas", "Words.", GRID)))
    dark = text.partition("prefers-color-scheme: dark")[2].partition("* {")[0]
    names = {name for one in read(text).all("rect") for name in (one.attributes["class"] or "").split()}
    assert {"red-40", "amber-74", "green-58"} <= names
    assert all(f".{name} {{ fill: #" in dark for name in names - {"tone"})


def test_a_pdf_draws_each_chart_and_says_it_in_words_to_those_who_listen() -> None:
    content = pdf.render(a_paper(*CHARTS))
    file = opened(content)
    figures = [one for one in elements(file.Root.StructTreeRoot) if str(one["/S"]) == "/Figure"]
    assert [str(one["/Alt"]) for one in figures] == [
        f"Chart {number}. {chart.title}. {chart.words}" for number, chart in enumerate(CHARTS, start=1)
    ]
    said = words(content)
    assert all(chart.words in said for chart in CHARTS)


def test_a_page_of_a_pdf_has_room_for_two_measures_each_with_its_numbers() -> None:
    readings = tuple(("Reading", f"month {month}", "67%", "Better") for month in range(1, 19))
    numbers = Table("What the chart shows", ("What", "When", "Value", "How it stands"), readings)
    lead = "The latest reading is 67%, better than the first shown. " * 4
    [measure] = [replace(chart, words=lead) for chart in CHARTS if isinstance(chart.picture, Trend)]
    file = opened(pdf.render(Document("Paper", (), (measure, numbers) * 3)))
    assert len(file.pages) == 2  # the first has the title too, and one


def test_where_a_pdf_has_to_replace_all_that_may_be_missing_its_charts_are_drawn_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "_ROUNDS", 0)
    in_the_drawing = Bars(("漢", *BARS.labels[1:]), BARS.series)
    content = pdf.render(a_paper(*CHARTS, Chart("Drawn", "Words.", in_the_drawing)))
    file = opened(content)
    figures = [one for one in elements(file.Root.StructTreeRoot) if str(one["/S"]) == "/Figure"]
    assert len(figures) == len(CHARTS) + 1
    assert "The fonts of this file lack what stands as □: U+6F22" in words(content)


def test_word_has_a_picture_of_each_chart_with_words_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    paper = a_paper(*CHARTS)
    body = read_back(paper).element.body
    told = [(one.get("title"), one.get("descr")) for one in body.iter(qn("wp:docPr"))]
    assert told == [(chart.title, chart.words) for chart in CHARTS]
    assert faults(word.render(paper), tmp_path) == []


def test_opendocument_has_a_picture_of_each_chart_with_words_for_those_who_cannot_see_it(
    tmp_path: Path,
) -> None:
    content = opendocument.render(a_paper(*CHARTS))
    with ZipFile(io.BytesIO(content)) as archive:
        body = ET.fromstring(archive.read("content.xml"))  # noqa: S314
        parts = [name for name in archive.namelist() if name.endswith(".png")]
        assert all(archive.read(part).startswith(b"\x89PNG") for part in parts)
    assert parts == [one.get(f"{{{XLINK}}}href") for one in body.iter(f"{{{DRAW}}}image")]
    assert [one.text for one in body.iter(f"{{{SVG}}}desc")] == [chart.words for chart in CHARTS]
    place = tmp_path / "paper.odt"
    place.write_bytes(content)
    assert list(OdfValidator(max_errors=0).validate(place).errors) == []


def test_json_and_csv_say_a_chart_and_json_has_its_figures() -> None:
    told = json.loads(as_json.render(a_paper(CHARTS[0])))["blocks"][0]
    assert (told["kind"], told["number"], told["title"], told["words"]) == (
        "chart",
        1,
        "Statuses",
        "Statuses in words.",
    )
    assert told["rows"][1][1:] == [3, 5, 6]
    assert "chart,Chart 1. Statuses,,,Statuses in words." in csv.render(a_paper(CHARTS[0]))


def test_plain_text_and_the_first_sheet_of_a_workbook_say_a_chart_in_words() -> None:
    assert "Chart 1. Statuses\nStatuses in words.\n" in plain_text.render(a_paper(CHARTS[0]))
    lines = [line.text for line in arrange(a_paper(CHARTS[0])).lines]
    assert "Chart 1. Statuses: Statuses in words." in lines


def test_a_picture_in_word_is_sharp_and_no_wider_than_its_page() -> None:
    house = read_back(a_paper(*CHARTS))
    section = house.sections[0]
    assert section.page_width
    assert section.left_margin
    for shape in house.inline_shapes:
        assert shape.width <= section.page_width - 2 * section.left_margin
        part = house.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed]
        assert part.image.px_width / (shape.width / 914_400) >= 149
        assert len(part.blob) < 100_000


def test_a_paper_without_charts_has_no_picture() -> None:
    plain = Document("Paper", (), (BESIDE,))
    assert b"media/" not in word.render(plain)
    assert "<svg" not in html.render(plain)


@pytest.mark.parametrize("render", [word.render, pdf.render])
def test_the_same_charts_are_the_same_bytes(render: object) -> None:
    assert callable(render)
    assert render(a_paper(*CHARTS)) == render(a_paper(*CHARTS))


def test_hostile_words_of_a_chart_are_words_in_every_format(tmp_path: Path) -> None:
    mark = StatusMark(HOSTILE, "😀", HOSTILE, "blue")
    bars, grid = Bars((HOSTILE,), ((mark, (3,)),)), Grid((HOSTILE,), ((HOSTILE, (mark,)),), (mark,))
    paper = a_paper(Chart(HOSTILE, HOSTILE, bars), Chart(HOSTILE, HOSTILE, grid))
    assert not read(html.render(paper)).all("script", "image", "object")
    assert faults(word.render(paper), tmp_path) == []
    assert "U+1F600" in words(pdf.render(paper))
    assert "<script>" not in markdown.render(paper)


def test_the_hash_of_a_paper_follows_what_its_charts_show() -> None:
    one, other = (
        a_paper(Chart("Statuses", "In words.", Bars(BARS.labels, series))) for series in (BARS.series, ())
    )
    assert content_hash(one) != content_hash(other)


def test_pictures_of_a_template_do_not_stay(tmp_path: Path) -> None:
    house = tmp_path / "house.docx"
    house.write_bytes(word.render(a_paper(*CHARTS)))
    with ZipFile(io.BytesIO(word.render(a_paper(CHARTS[0]), house))) as archive:
        assert sum(name.startswith("word/media/") for name in archive.namelist()) == 1

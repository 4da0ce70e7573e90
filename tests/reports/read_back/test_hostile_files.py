"""Whatever a file holds, reading it ends soon, with what it says or with one sentence."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.read_back.bad_files import (
    DEEP,
    LAUGHS,
    MAIN,
    MEGABYTE,
    OUTSIDE,
    UTF_16,
    locked,
    packed,
    swelling_pdf,
)
from reports.sample_paper import the_paper

from send_actions.errors import SendActionsError, UsageError
from send_actions.reports.output import FORMATS, encode
from send_actions.reports.reading.guarded import MOST_BYTES
from send_actions.reports.reading.pdf_seen import see as see_pdf
from send_actions.reports.reading.read_back import MOST_TEXT, STRUCTURED, read_back, seen_of

PACKED = list(MAIN)
READ = [*STRUCTURED, ".csv", ".json", ".txt", ".eml"]


def refusal(content: bytes, ending: str) -> str:
    """The sentence by which bytes are refused; nothing where they are read."""
    try:
        seen_of(content, ending, "paper")
    except SendActionsError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("xml", [LAUGHS, OUTSIDE, UTF_16, DEEP], ids=["laughs", "outside", "utf-16", "deep"])
def test_entities_and_depth_are_refused(ending: str, xml: bytes) -> None:
    with pytest.raises(SendActionsError, match="holds XML such as no paper has"):
        seen_of(packed({MAIN[ending]: xml}), ending, "paper")


@pytest.mark.parametrize("ending", PACKED)
def test_a_part_that_swells_is_refused_before_it_is_read(ending: str) -> None:
    content = packed({MAIN[ending]: b"<x>" + bytes(101 * MEGABYTE)})
    assert len(content) < MEGABYTE
    with pytest.raises(SendActionsError, match="unpacks to more than 100 MB"):
        seen_of(content, ending, "paper")


@pytest.mark.parametrize("ending", PACKED)
def test_a_file_of_thousands_of_parts_is_refused(ending: str) -> None:
    content = packed({f"part{number}": b"" for number in range(5001)})
    with pytest.raises(SendActionsError, match="more than 5000 parts"):
        seen_of(content, ending, "paper")


@pytest.mark.parametrize("ending", PACKED)
def test_a_locked_file_is_refused(ending: str) -> None:
    with pytest.raises(SendActionsError, match=r"damaged, locked or not what its ending says.*password"):
        seen_of(locked(packed({MAIN[ending]: b"<x/>"})), ending, "paper")


@pytest.mark.parametrize("ending", PACKED)
def test_a_file_of_another_kind_is_refused(ending: str) -> None:
    other = next(part for part in MAIN.values() if part != MAIN[ending])
    zips = [packed({}), packed({"other.xml": b"<x/>"}), packed({other: b"<x/>"}), packed({MAIN[ending]: b""})]
    for content in (b"", b"PK\x03\x04", b"%PDF-1.7", bytes(1000), *zips):
        with pytest.raises(SendActionsError, match="damaged, locked or not what its ending says"):
            seen_of(content, ending, "paper")


def test_a_pdf_that_swells_is_refused() -> None:
    assert len(swelling_pdf()) < MEGABYTE
    with pytest.raises(SendActionsError, match="unpacks to more than a paper does"):
        see_pdf(swelling_pdf(), "paper.pdf")


def test_a_pdf_that_is_packed_twice_is_refused() -> None:
    with pytest.raises(SendActionsError, match="in ways that none does"):
        see_pdf(b"%PDF-1.7\n1 0 obj <</Filter [/FlateDecode /FlateDecode]>>", "paper.pdf")


def test_a_pdf_whose_tree_goes_in_a_circle_is_read() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    element = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.H1))
    element.K = pikepdf.Array([element])
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=element))
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    made = io.BytesIO()
    pdf.save(made)
    assert see_pdf(made.getvalue(), "paper.pdf").headings == ((1, "heading 1"),)


def test_a_pdf_under_a_password_is_refused(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(encode(the_paper(), "pdf"))) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(SendActionsError, match=r"locked\.pdf is locked by a password"):
        read_back(tmp_path / "locked.pdf")


@pytest.mark.parametrize("form", FORMATS)
def test_a_paper_cut_short_or_with_bytes_changed_is_read_or_refused(form: str) -> None:
    ending, chance = FORMATS[form][0], random.Random(7)  # noqa: S311 - the same each time
    if ending not in READ:
        pytest.skip("not read back")
    whole = encode(the_paper(), form)
    changed = bytearray(whole)
    for _ in range(40):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
        for content in (whole[: chance.randrange(len(whole))], bytes(changed)):
            said = refusal(content, ending)
            assert not said or said.startswith("paper ")


@given(st.binary(max_size=300), st.sampled_from(READ))
def test_any_bytes_are_read_or_refused(content: bytes, ending: str) -> None:
    assert "\n" not in refusal(content, ending)


@pytest.mark.parametrize(
    ("ending", "piece", "end"),
    [
        (".html", "<a ", ""),
        (".html", "<!--", ">"),
        (".html", "<table><tr><td>", ""),
        (".html", "<td>x</td>", "</table>"),
        (".md", "![[", ""),
        (".md", "# a" + " " * 50, "x"),
        (".md", "|", "\n|-|\n"),
        (".md", "` ", ""),
        (".md", "``x`", ""),
        (".json", "[", ""),
        (".csv", '"', ""),
        (".txt", "send-actions report ", "x"),
    ],
)
@pytest.mark.timeout(60)
def test_what_is_said_over_and_over_takes_no_longer_than_other_words(
    ending: str, piece: str, end: str
) -> None:
    refusal((piece * 50_000 + end).encode(), ending)


def test_what_is_no_file_or_too_large_is_named(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="There is no file"):
        read_back(tmp_path / "none.docx")
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(SendActionsError, match="is a folder"):
        read_back(tmp_path / "folder.docx")
    with (tmp_path / "large.docx").open("wb") as large:
        large.truncate(MOST_BYTES + 1)
    with pytest.raises(SendActionsError, match="is larger than 50 MB"):
        read_back(tmp_path / "large.docx")
    with (tmp_path / "large.md").open("wb") as large:
        large.truncate(MOST_TEXT + 1)
    with pytest.raises(SendActionsError, match="is larger than 10 MB"):
        read_back(tmp_path / "large.md")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("dates.ics", "carries no stamp: give the paper that it came with"),
        ("old.DOC", r"save it as \.docx"),
        ("old.xls", r"save it as \.xlsx"),
        ("photo.png", "is no paper: give a file that ends with one of"),
        ("none", "is no paper"),
    ],
)
def test_an_ending_that_is_none_of_ours_is_named(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(UsageError, match=told):
        read_back(tmp_path / name)

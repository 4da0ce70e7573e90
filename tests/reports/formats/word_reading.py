"""A Word file read back, as a reader of another make would find it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from send_actions.domain.text import printable
from send_actions.reports.document import Document
from send_actions.reports.formats.word import render


def read_back(document: Document, template: Path | None = None) -> WordFile:
    """What the document is when Word has opened it."""
    return docx.Document(io.BytesIO(render(document, template)))


def faults(content: bytes, folder: Path) -> list[str]:
    """What a validator of the published schemas has against a file."""
    place = folder / "checked.docx"
    place.write_bytes(content)
    checked = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(place)
    return [str(fault) for fault in checked.errors]


def part(content: bytes, name: str) -> str:
    """The text of one part."""
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def values(root: Any, path: str) -> list[str]:
    """The values (w:val) of the elements that a path names."""
    return [one.get(qn("w:val")) for one in root.xpath(path)]


def lines(text: str) -> list[str]:
    """What a text should say, line by line: spaces single, controls shown as pictures."""
    parted = re.split("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)
    shown = (" ".join(line.split()) for line in parted)
    return [printable(line) for line in shown if line]

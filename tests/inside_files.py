"""Everything that the bytes of a paper say to whoever looks inside: every part, property and description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

import pikepdf
from reports.pdf_reading import words


def all_said(content: bytes) -> str:
    """All words of a file: of a zip or message every part, of a PDF its pages, streams and metadata."""
    return "\n".join(_said(content))


def _said(content: bytes) -> Iterator[str]:
    if content.startswith(b"%PDF"):
        yield words(content)
        yield from _pdf(content)
    elif is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as parts:
            yield parts.comment.decode("utf-8", "replace")
            for info in parts.infolist():
                yield info.filename
                yield from _said(parts.read(info))
    elif re.match(rb"(?:[A-Za-z-]+: .*\r?\n)*MIME-Version: ", content):
        yield from _message(message_from_bytes(content, policy=policy.default))
    else:
        yield from _text(content.decode("utf-8", "replace"))


def _text(text: str) -> Iterator[str]:
    """A text as it stands, without markup, and without the breaks of long lines or escapes."""
    yield text
    yield unescape(re.sub(r"<[^>]*>", "", text))
    yield re.sub(r"\r?\n[ \t]", "", text).replace("\\", "")


def _message(message: Message[Any, Any]) -> Iterator[str]:
    for part in message.walk():
        yield from (f"{name}: {value}" for name, value in part.items())
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            yield from _said(payload)


def _pdf(content: bytes) -> Iterator[str]:
    """Every string and stream of a PDF."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for one in pdf.objects:
            yield from _strings(one, depth=4)
            if isinstance(one, pikepdf.Stream):
                try:
                    yield one.read_bytes().decode("utf-8", "replace")
                except pikepdf.PdfError:  # a picture's own compression
                    yield one.read_raw_bytes().decode("utf-8", "replace")


def _strings(one: Any, depth: int) -> Iterator[str]:
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif depth and isinstance(one, pikepdf.Array):
        for item in one:
            yield from _strings(item, depth - 1)
    elif depth and isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in one.items():
            if key not in {"/Parent", "/P", "/Pg"}:
                yield from _strings(value, depth - 1)

"""Files that no paper is: swollen, locked, damaged, endless, or of another kind than they say."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

MEGABYTE = 1024 * 1024
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>"""
UTF_16 = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'.encode("utf-16")
DEEP = b"<x>" * 5000 + b"</x>" * 5000
MAIN = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
"""The part of each packed format that is read first."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A packed file of some parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def locked(content: bytes) -> bytes:
    """A packed file that says of its parts that they want a password."""
    changed = bytearray(content)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := changed.find(sign, start)) >= 0:
            changed[start + place] |= 1
            start += 4
    return bytes(changed)


def swelling_pdf() -> bytes:
    """A small PDF with a stream that unpacks to 150 MB."""
    packing = zlib.compressobj(9)
    content = b"".join(packing.compress(bytes(MEGABYTE)) for _ in range(150)) + packing.flush()
    head = b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode /Length " + str(len(content)).encode() + b">>\nstream\n"
    return head + content + b"\nendstream endobj\n%%EOF"

"""A file of several parts, as Word, spreadsheets and OpenDocument have them: packed the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def packed(parts: Mapping[str, bytes], *, as_it_is: str = "") -> bytes:
    """The parts in their order, without a time of their own; the one that is named is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)  # of 1 January 1980
            info.external_attr = 0o600 << 16
            info.create_system = 3
            archive.writestr(info, content, zipfile.ZIP_STORED if name == as_it_is else zipfile.ZIP_DEFLATED)
    return made.getvalue()

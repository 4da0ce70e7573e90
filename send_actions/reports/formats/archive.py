"""A file of several parts, as Word, spreadsheets and OpenDocument have them: packed the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_COMPRESSED: Final = ".png"
"""The ending of what is compressed already."""


def packed(parts: Mapping[str, bytes], *, as_it_is: str = "") -> bytes:
    """The parts in their order, without times; neither pictures nor the one that is named are compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)  # of 1 January 1980
            info.external_attr = 0o600 << 16
            info.create_system = 3
            is_stored = name == as_it_is or name.endswith(_COMPRESSED)
            archive.writestr(info, content, zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED)
    return made.getvalue()

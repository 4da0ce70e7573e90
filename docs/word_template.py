"""Put the Word template that papers are written in together: `python docs/word_template.py`."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

PARTS: Final = Path(__file__).with_suffix("")
"""The folder of the template's parts, as they lie in a .docx file."""
PLACE: Final = Path(__file__).parents[1] / "send_actions" / "reports" / "formats" / "ooxml" / "template.docx"


def template() -> bytes:
    """The template's bytes, which are always the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in sorted(path for path in PARTS.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(part.relative_to(PARTS).as_posix())  # of 1 January 1980
            archive.writestr(info, part.read_text(encoding="utf-8"), zipfile.ZIP_DEFLATED)
    return made.getvalue()


if __name__ == "__main__":
    PLACE.write_bytes(template())

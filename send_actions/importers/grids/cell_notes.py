"""The notes that people pin to a workbook's cells: they are not read, and are told."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Final
from zipfile import ZipFile

_LINK: Final = re.compile(rb'Target="([^"]*comments[^"]*\.xml)"')
_NOTED: Final = re.compile(rb'<(?:\w+:)?comment\s[^>]*?ref="([A-Z]{1,3}\d{1,7})"')


def noted_cells(path: Path) -> dict[str, list[str]]:
    """Return the cells of each sheet that have a note, by the name of the sheet's part."""
    found = {}
    with ZipFile(path) as packed:
        parts = {*packed.namelist()}
        for part in sorted(parts):
            folder, name = posixpath.split(part)
            if folder != "xl/worksheets/_rels":
                continue
            for link in _LINK.findall(packed.read(part)):
                target = posixpath.normpath(posixpath.join("xl/worksheets", link.decode())).lstrip("/")
                if target in parts and "hreaded" not in target:
                    cells = [cell.decode() for cell in _NOTED.findall(packed.read(target))]
                    found[f"xl/worksheets/{name.removesuffix('.rels')}"] = list(dict.fromkeys(cells))
    return {part: cells for part, cells in found.items() if cells}

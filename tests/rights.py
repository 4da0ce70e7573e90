"""Somebody else at the keyboard, who may not write where the test may."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def as_nobody(place: Path) -> Iterator[None]:
    """Be somebody who may write nowhere near a place: root may anywhere."""
    was = os.geteuid()
    if was != 0:
        yield
        return
    for folder in (place, *place.parents):
        if folder.stat().st_uid == was and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)
